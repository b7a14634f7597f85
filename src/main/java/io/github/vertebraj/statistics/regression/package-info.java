/**
 * Logistic regression: maximum likelihood and Firth's penalised likelihood, tests between nested models, selection of
 * predictors where it is asked for, and the validation of the score.
 */
package io.github.vertebraj.statistics.regression;
