package io.github.vertebraj.statistics.regression;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The way to the maximum of a likelihood by Newton's steps (those of iteratively reweighted least squares), halved while
 * they lead down. It ends where the next step would change no observation's linear predictor by more than the tolerance,
 * or where rounding allows no smaller step. Where
 * the likelihood is too flat for Newton's step, a bound of the curvature takes its place.
 */
final class Ascent {

	/** Steps this small that do not shrink are rounding. */
	private static final double ROUNDING = 1e-8;

	/** Steps this short lead nearer whatever rounding says of the value. */
	private static final double SHORT = 1e-4;

	/** Longer steps are cut to this, unless they may show a separation. */
	private static final double LONG = 10;

	/** Newton's steps take ten or so; Firth's shrink by a constant factor in small samples, which may be near 1. */
	private static final int LIMIT = 2000;

	private static final int HALVINGS = 40;

	/** Log odds from which an outcome is all but certain, as of some where outcomes are separated. */
	private static final double NEARLY_CERTAIN = 6;

	/** How far beside a maximum others are sought, in coefficients of standardised predictors. */
	private static final double[] SIDES = { -16, -4, 4, 16 };

	/** By so much one maximum is higher than another. */
	private static final double DISTINCT = 1e-9;

	/**
	 * A maximum.
	 *
	 * @param point      where it is
	 * @param iterations steps that it took
	 */
	record Maximum(Point point, int iterations) {}

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
		final int size = likelihood.basis().size();
		final Fixed nothing = Fixed.nothing(size);
		return highest(climb(new double[size], nothing), nothing, position -> position);
	}

	/**
	 * The highest maximum: Firth's likelihood of outcomes that are separated, or nearly so, may have several, and a climb
	 * ends at one of them. Others are sought from positions beside it.
	 *
	 * @param first where a climb ended
	 * @param hold  brings a position to where the fixed coefficients hold
	 */
	Maximum highest(final Maximum first, final Fixed fixed, final UnaryOperator<double[]> hold) {
		if (likelihood.estimation() != Estimation.FIRTH || Fixed.largest(likelihood.predict(first.point()
			.position())) < NEARLY_CERTAIN) return first;
		Maximum best = first;
		for (int k = 0; k < likelihood.basis().size(); k++)
			for (final double side : SIDES) {
				final double[] start = first.point().position().clone();
				start[k] += side;
				final Maximum other = climb(hold.apply(start), fixed);
				if (other.point().value() > best.point().value() + DISTINCT) best = other;
			}
		return best;
	}

	Likelihood likelihood() {
		return likelihood;
	}

	/** The maximum over the coefficients that are not fixed, from a position where the others hold. */
	Maximum climb(final double[] start, final Fixed fixed) {
		Point point = likelihood.at(start).orElseThrow(this::diverged);
		double before = Double.POSITIVE_INFINITY;
		for (int i = 1; i <= LIMIT; i++) {
			double[] step = fixed.step(point.score(), point.curvature()).orElse(null);
			double change = change(step);
			if (change <= ROUNDING && (change <= tolerance || change >= before)) return new Maximum(point, i);
			if (separates(fixed) && step != null) Separation.check(likelihood, point.position(), step, change);
			if (step == null) {
				step = fixed.step(point.score(), likelihood.bound(point.position())).orElseThrow(this::diverged);
				change = change(step);
			}
			before = change;
			point = take(point, step, change, separates(fixed));
		}
		throw diverged();
	}

	/** Whether there may be no maximum. */
	private boolean separates(final Fixed fixed) {
		return fixed.isNothing() && likelihood.estimation() == Estimation.MAXIMUM_LIKELIHOOD;
	}

	/** The largest change of an observation's log odds. */
	private double change(final double[] step) {
		return step == null ? Double.POSITIVE_INFINITY : Fixed.largest(likelihood.predict(step));
	}

	private Point take(final Point from, final double[] step, final double change, final boolean separates) {
		// What rounding of the sum may take from the value.
		final double enough = from.value() - 1e-12 * (1 + Math.abs(from.value()));
		double share = separates ? 1 : Math.min(1, LONG / change);
		for (int i = 0; i < HALVINGS; i++, share /= 2) {
			final double[] position = from.position().clone();
			for (int k = 0; k < position.length; k++)
				position[k] += share * step[k];
			final Optional<Point> to = likelihood.at(position).filter(point -> change <= SHORT || point
				.value() >= enough);
			if (to.isPresent()) return to.get();
		}
		throw diverged();
	}

	private IllegalArgumentException diverged() {
		return new IllegalArgumentException("The " + likelihood.estimation().key() +
			" estimates of the model do not settle: the predictors " + likelihood.basis().predictors() +
			" nearly separate the outcomes or nearly depend on one another; leave predictors out" + (likelihood
				.estimation() == Estimation.FIRTH ? "" : " or use the estimation 'Firth'"));
	}
}
