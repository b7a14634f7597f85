/**
 * Tests of hypotheses on samples and counts. Every test is an immutable object in the style of commons-statistics:
 * {@code MannWhitneyTest.withDefaults().with(Alternative.GREATER).test(x, y)} gives a record that says which variant
 * was used and why.
 */
package io.github.vertebraj.statistics.inference;
