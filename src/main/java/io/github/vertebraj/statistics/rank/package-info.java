/**
 * Tests that rank: two samples, pairs, several samples, blocks; and correlation. Exact p-values are those of all
 * arrangements of the observed values, ties included.
 */
package io.github.vertebraj.statistics.rank;
