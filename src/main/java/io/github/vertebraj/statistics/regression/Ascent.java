package io.github.vertebraj.statistics.regression;

import java.util.Optional;

/**
 * The way to the maximum of a likelihood by Newton's steps (those of iteratively reweighted least squares), halved while
 * they lead down. It ends where the next step would change no observation's linear predictor by more than the tolerance,
 * or where rounding allows no smaller step.
 */
final class Ascent {

	/** Steps this small that do not shrink are rounding. */
	private static final double ROUNDING = 1e-8;

	/** Newton's steps take ten or so; Firth's shrink by a constant factor in small samples. */
	private static final int LIMIT = 2000;

	private static final int HALVINGS = 40;

	/**
	 * A maximum.
	 *
	 * @param point       where it is
	 * @param multipliers the slope of the maximum over each fixed value
	 * @param iterations  steps that it took
	 */
	record Maximum(Point point, double[] multipliers, int iterations) {}

	private final Likelihood likelihood;
	private final double tolerance;

	Ascent(final Likelihood likelihood, final double tolerance) {
		this.likelihood = likelihood;
		this.tolerance = tolerance;
	}

	/**
	 * The maximum over all coefficients.
	 *
	 * @throws Separation.Found where maximum likelihood has no maximum
	 */
	Maximum climb() {
		return climb(new double[likelihood.basis().size()], Fixed.NOTHING);
	}

	/** The maximum over the coefficients that are not fixed, sought from a point where they need not hold. */
	Maximum climb(final Point start, final Fixed fixed) {
		final double[] position = start.position().clone();
		// Straight to where the fixed coefficients hold; a zero score makes this the shortest way by the curvature.
		add(position, fixed.step(start, new double[position.length]).step(), 1);
		return climb(position, fixed);
	}

	private Maximum climb(final double[] start, final Fixed fixed) {
		Point point = likelihood.at(start).orElseThrow(this::diverged);
		double before = Double.POSITIVE_INFINITY;
		for (int i = 1; i <= LIMIT; i++) {
			final Fixed.Step next = fixed.step(point, point.score());
			final double change = Fixed.largest(likelihood.predict(next.step()));
			if (change <= ROUNDING && (change <= tolerance || change > before / 2)) return new Maximum(point, next
				.multipliers(), i);
			if (fixed.values().length == 0) Separation.check(likelihood, point.position(), next.step(),
				change);
			before = change;
			point = take(point, next.step(), change);
		}
		throw diverged();
	}

	private Point take(final Point from, final double[] step, final double change) {
		// What rounding of the sum may take from the value.
		final double enough = from.value() - 1e-12 * (1 + Math.abs(from.value()));
		double share = 1;
		for (int i = 0; i < HALVINGS; i++, share /= 2) {
			final double[] position = from.position().clone();
			add(position, step, share);
			final Optional<Point> to = likelihood.at(position).filter(point -> point.value() >= enough);
			if (to.isPresent()) return to.get();
		}
		if (change <= ROUNDING) return from;
		throw diverged();
	}

	private static void add(final double[] position, final double[] step, final double share) {
		for (int k = 0; k < position.length; k++)
			position[k] += share * step[k];
	}

	private IllegalArgumentException diverged() {
		return new IllegalArgumentException("The " + likelihood.estimation().key() +
			" estimates of the model do not settle: the predictors " + likelihood.basis().predictors() +
			" nearly separate the outcomes or nearly depend on one another; leave predictors out" + (likelihood
				.estimation() == Estimation.FIRTH ? "" : " or use the estimation 'Firth'"));
	}
}
