/**
 * Reader studies from long tables and study folders to tables, figures and one page that holds them all.
 */
package io.github.vertebraj.report.study;
