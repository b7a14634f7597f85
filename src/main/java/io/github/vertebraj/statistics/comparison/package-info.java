/** Which test suits which data, run on groups, repeated measurements, counts or published summaries alike. */
package io.github.vertebraj.statistics.comparison;
