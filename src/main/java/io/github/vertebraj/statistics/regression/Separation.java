package io.github.vertebraj.statistics.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Separation of the outcomes by a linear combination of the predictors, under which the likelihood has no finite maximum
 * (Albert and Anderson, Biometrika 1984;71:1-10, doi:10.1093/biomet/71.1.1).
 * <p>
 * Where data are separated, every Newton step changes some observation's linear predictor by 1 or more: with a separating
 * direction d, residuals r and weights w = r (1 − r), the step s has Σ r |x'd| = Σ w x'd x's ≤ max |x's| Σ r |x'd|. So a
 * smaller step proves that there is a maximum. And larger steps turn into a separating direction within some twenty
 * iterations, which is then seen to separate.
 */
enum Separation {

	/** A combination of predictors is higher in all of one outcome than in any of the other. */
	COMPLETE("Complete", "the outcomes do not overlap"),

	/** The same, but some of both outcomes have the boundary in common. */
	QUASI_COMPLETE("Quasi-complete", "the outcomes overlap on the boundary only");

	/** Thrown where a likelihood is found to have no maximum; becomes a message that names predictors. */
	static final class Found extends RuntimeException {

		private static final long serialVersionUID = 1;

		private final Separation separation;

		Found(final Separation separation) {
			super(separation.name, null, false, false);
			this.separation = separation;
		}
	}

	/** Share of the largest margin that counts as none. */
	private static final double MARGIN = 1e-8;

	private final String name;
	private final String meaning;

	Separation(final String name, final String meaning) {
		this.name = name;
		this.meaning = meaning;
	}

	/**
	 * @param position before Newton's step
	 * @param step     Newton's step
	 * @param change   the largest change of an observation's linear predictor by it
	 * @throws Found if either separates the outcomes
	 */
	static void check(final Likelihood likelihood, final double[] position, final double[] step, final double change) {
		if (change < 1) return;
		if (lowestMargin(likelihood, position) > MARGIN) throw new Found(COMPLETE);
		final double lowest = lowestMargin(likelihood, step);
		if (lowest > MARGIN * change) throw new Found(COMPLETE);
		if (lowest >= -MARGIN * change) throw new Found(QUASI_COMPLETE);
	}

	private static double lowestMargin(final Likelihood likelihood, final double[] direction) {
		final double[] eta = likelihood.predict(direction);
		double lowest = Double.POSITIVE_INFINITY;
		for (int i = 0; i < eta.length; i++)
			lowest = Math.min(lowest, likelihood.outcome()[i] ? eta[i] : -eta[i]);
		return lowest;
	}

	/** Whether and how some predictors separate the outcomes. */
	static Optional<Separation> by(final List<Predictor> predictors, final boolean[] outcome) {
		try {
			new Ascent(new Likelihood(Basis.of(predictors, outcome.length), outcome, Estimation.MAXIMUM_LIKELIHOOD), 1).climb();
			return Optional.empty();
		}
		catch (final Found found) {
			return Optional.of(found.separation);
		}
	}

	/** What separated data are refused with: names predictors that separate, each alone or, if none does, the fewest. */
	static IllegalArgumentException refusal(final List<Predictor> predictors, final boolean[] outcome) {
		for (final Separation kind : values()) {
			final List<Predictor> alone = predictors.stream().filter(predictor -> by(List.of(predictor), outcome).filter(
				kind::equals).isPresent()).toList();
			if (!alone.isEmpty()) return kind.refusal(alone, "each by itself");
		}
		final List<Predictor> needed = new ArrayList<>(predictors);
		for (final Predictor predictor : predictors) {
			final List<Predictor> others = new ArrayList<>(needed);
			others.remove(predictor);
			if (by(others, outcome).isPresent()) needed.remove(predictor);
		}
		return by(needed, outcome).orElse(QUASI_COMPLETE).refusal(needed, "together");
	}

	private IllegalArgumentException refusal(final List<Predictor> predictors, final String how) {
		final String names = predictors.stream().map(predictor -> "'" + predictor.name() + "'").collect(Collectors.joining(
			", "));
		return new IllegalArgumentException(name + " separation by " + names + (predictors.size() > 1 ? " (" + how + ")" : "") +
			": " + meaning +
			", so that there are no finite maximum likelihood estimates; use Firth's estimation (method=Firth)");
	}
}
