/**
 * Results to files and figures: tables as CSV, where they come from as JSON beside them, maps in colour with their
 * regions. Every file is replaced as a whole or not at all.
 */
package io.github.vertebraj.report;
