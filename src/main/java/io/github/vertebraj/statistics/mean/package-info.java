/** Tests of means and of what they assume: t tests, analysis of variance, equal variances, normal distribution. */
package io.github.vertebraj.statistics.mean;
