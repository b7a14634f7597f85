/**
 * A reader study as immutable values: protocol, cases, and what each reader sees in each segment and session, with the
 * edits that led there. Knows no files.
 */
package io.github.vertebraj.reading.study;
