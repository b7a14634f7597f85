/**
 * Diagnostic accuracy: ROC curves with an explicit direction, the AUC with its intervals and comparisons, cut-offs, and
 * the proportions of a 2 × 2 table of test and truth. A score is a number per case; positives are the cases that have
 * what is looked for.
 */
package io.github.vertebraj.statistics.diagnostic;
