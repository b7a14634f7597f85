package io.github.vertebraj.statistics.agreement;

import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import io.github.vertebraj.statistics.Effect;
import io.github.vertebraj.statistics.Interval;
import io.github.vertebraj.statistics.Samples;
import io.github.vertebraj.statistics.TestResult;
import io.github.vertebraj.statistics.TestSummary;

/**
 * How far measurements of the same subject under the same conditions differ, as the QIBA says it (Raunig et al. 2015,
 * doi:10.1177/0962280214537344): the within-subject SD, pooled over subjects by their degrees of freedom; the
 * repeatability coefficient, 1.96 · √2 · wSD = 2.77 wSD, below which 95% of differences of two measurements are
 * expected; and the within-subject coefficient of variation (wCV). The repeatability coefficient is also called the
 * smallest detectable change: only a change of one subject that is larger is, with 95% confidence, more than error of
 * measurement. Conditions that differ (another day's scanner, another reader) make it reproducibility, which this isn't.
 * <p>
 * Intervals come from the χ² distribution of the pooled variance; that of the wCV takes its errors the same way and is
 * approximate. Where a measurement (logarithm) or a subject's mean (root mean square) is not positive, the wCV is NaN and
 * a note names the subject. Where no repeat differs, all are 0, noted. There is no test: p is NaN, noted.
 */
public final class Repeatability {

	/** An estimate with its interval. */
	public record Estimate(double value, Interval interval) {}

	/**
	 * @param sd                 wSD, in the unit of the measurements
	 * @param coefficient        repeatability coefficient, in the unit of the measurements
	 * @param variation          wCV in %
	 * @param percentCoefficient repeatability coefficient in % of what is measured: 2.77 wCV
	 * @param degreesOfFreedom   measurements − subjects
	 */
	public record Result(TestSummary summary, Estimate sd, Estimate coefficient, Estimate variation,
		Estimate percentCoefficient, double degreesOfFreedom) implements TestResult
	{}

	private static final double USUAL_MULTIPLIER = 1.96;

	private static final Repeatability DEFAULTS = new Repeatability(CvMethod.ROOT_MEAN_SQUARE, USUAL_MULTIPLIER,
		Interval.USUAL_LEVEL);

	private final CvMethod method;
	private final double multiplier;
	private final double level;

	private Repeatability(final CvMethod method, final double multiplier, final double level) {
		this.method = Objects.requireNonNull(method, "method");
		this.multiplier = BlandAltman.checkMultiplier(multiplier);
		this.level = Interval.checkLevel(level);
	}

	/** wCV by root mean square, 1.96 · √2 · wSD, 95% intervals. */
	public static Repeatability withDefaults() {
		return DEFAULTS;
	}

	public Repeatability with(final CvMethod newMethod) {
		return new Repeatability(newMethod, multiplier, level);
	}

	/**
	 * @param newMultiplier before √2 · wSD
	 * @throws IllegalArgumentException if the multiplier is not positive and finite
	 */
	public Repeatability withMultiplier(final double newMultiplier) {
		return new Repeatability(method, newMultiplier, level);
	}

	/** @throws IllegalArgumentException if the level is not between 0 and 1 */
	public Repeatability withLevel(final double newLevel) {
		return new Repeatability(method, multiplier, newLevel);
	}

	/**
	 * @param subjects the repeated measurements of each subject, two or more; their number may differ
	 * @throws IllegalArgumentException if there is no subject, a subject has fewer than two measurements or one that is not
	 *                                  finite; the message names the subject
	 */
	public Result test(final double[][] subjects) {
		if (subjects.length == 0) throw new IllegalArgumentException("Repeatability needs at least one subject");
		for (int i = 0; i < subjects.length; i++)
			Samples.finite("Subject " + (i + 1), subjects[i], 2);
		final WithinSubject within = WithinSubject.of(subjects);
		final OptionalInt bad = IntStream.range(0, subjects.length).filter(i -> !isPositive(subjects[i])).findFirst();
		final WithinSubject relative = new WithinSubject(bad.isPresent() ? Double.NaN : method.variance(subjects), within
			.degreesOfFreedom());
		final double change = multiplier * Math.sqrt(2);
		final Estimate sd = estimate(within, Math::sqrt);
		final Estimate coefficient = estimate(within, variance -> change * Math.sqrt(variance));
		final Estimate variation = estimate(relative, variance -> 100 * method.coefficient(variance));
		final Estimate percent = estimate(relative, variance -> 100 * change * method.coefficient(variance));
		final TestSummary.Builder summary = TestSummary.of("Repeatability", subjects.length).variant("wCV: " + method.key())
			.statistic("", Double.NaN, within.degreesOfFreedom());
		add(summary, "within-subject SD", sd);
		add(summary, "repeatability coefficient", coefficient);
		add(summary, "within-subject CV (%)", variation);
		add(summary, "repeatability coefficient (%)", percent);
		summary.note("An estimate, not a test: there is no p.");
		bad.ifPresent(i -> summary.note("Subject " + (i + 1) + " has " + Arrays.toString(subjects[i]) +
			": a coefficient of variation needs positive numbers."));
		if (within.variance() == 0) summary.note("No repeat differs from another: the intervals have no width.");
		return new Result(summary.pValue(Double.NaN), sd, coefficient, variation, percent, within.degreesOfFreedom());
	}

	private boolean isPositive(final double[] row) {
		return method == CvMethod.LOGARITHM ? Arrays.stream(row).allMatch(value -> value > 0) : Arrays.stream(row)
			.sum() > 0;
	}

	private Estimate estimate(final WithinSubject within, final DoubleUnaryOperator scale) {
		final double[] ends = within.interval(level);
		return new Estimate(scale.applyAsDouble(within.variance()), new Interval(scale.applyAsDouble(ends[0]), scale
			.applyAsDouble(ends[1]), level, "chi-squared"));
	}

	private static void add(final TestSummary.Builder summary, final String name, final Estimate estimate) {
		summary.effect(Effect.of(name, estimate.value(), estimate.interval()));
	}
}
