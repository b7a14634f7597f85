package io.github.vertebraj.statistics.diagnostic;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;

/**
 * Where scores come from, as far as a comparison of two AUCs must know: a model fitted to the same cases as a smaller
 * one that it contains must not be compared with it by DeLong's test.
 *
 * @param kind       measured or fitted
 * @param predictors for a fitted model all it uses; for a measured score its own name, or nothing when it has none
 */
public record ScoreSource(Kind kind, Set<String> predictors) {

	/** How scores were had. */
	public enum Kind {

		/** A measurement or a rating: nothing about it was fitted to these cases. */
		MEASURED,

		/** The prediction of a model whose coefficients were fitted to these cases. */
		FITTED_MODEL
	}

	/** A measured score of which no more is known. */
	public static final ScoreSource MEASURED = new ScoreSource(Kind.MEASURED, Set.of());

	public ScoreSource {
		Objects.requireNonNull(kind, "kind");
		predictors = Set.copyOf(predictors);
	}

	/** A measured score that is perhaps a predictor in models too. */
	public static ScoreSource measured(final String name) {
		return new ScoreSource(Kind.MEASURED, Set.of(name));
	}

	/** @param predictors names of all that the model uses, interactions and powers as terms of their own */
	public static ScoreSource fitted(final Collection<String> predictors) {
		return new ScoreSource(Kind.FITTED_MODEL, Set.copyOf(predictors));
	}

	/**
	 * Whether this is a fitted model that contains the other: a fitted model with some of its predictors, or a measured
	 * score that is one of them. The same predictors twice are not nested.
	 */
	public boolean contains(final ScoreSource other) {
		if (kind != Kind.FITTED_MODEL || !predictors.containsAll(other.predictors)) return false;
		return other.kind == Kind.FITTED_MODEL ? predictors.size() > other.predictors.size() : predictors.size() > 1 &&
			!other.predictors.isEmpty();
	}
}
