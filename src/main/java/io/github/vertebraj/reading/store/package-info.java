/**
 * The study folder: protocol, cases and readings as JSON files that many readers may use on a network share, each change
 * saved at once, with a trail of who changed what when. The format is told in {@code docs/study-format.md}.
 */
package io.github.vertebraj.reading.store;
