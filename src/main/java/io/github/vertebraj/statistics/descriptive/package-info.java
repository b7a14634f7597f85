/**
 * What a table of a paper says of a sample: mean ± SD, quantiles by named type, counts and percentages, each rounded as
 * asked for.
 */
package io.github.vertebraj.statistics.descriptive;
