package io.github.vertebraj.statistics.regression;

import io.github.vertebraj.statistics.Keyed;

/** What decides that a predictor enters or leaves. */
public enum SelectionCriterion implements Keyed {

	/** The p of the likelihood ratio test of the predictor, penalised under Firth's estimation. */
	LIKELIHOOD_RATIO("likelihood ratio"),

	/** Akaike's criterion of the model, from the log-likelihood without penalty; lower is better. */
	AIC("AIC");

	private final String key;

	SelectionCriterion(final String key) {
		this.key = key;
	}

	@Override
	public String key() {
		return key;
	}

	/** @throws IllegalArgumentException when there is no such criterion; the message lists those there are */
	public static SelectionCriterion of(final String key) {
		return Keyed.of(SelectionCriterion.class, "criterion of selection", key);
	}
}
