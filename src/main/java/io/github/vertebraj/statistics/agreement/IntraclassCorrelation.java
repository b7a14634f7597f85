package io.github.vertebraj.statistics.agreement;

import java.util.Objects;

import io.github.vertebraj.statistics.Alternative;
import io.github.vertebraj.statistics.Effect;
import io.github.vertebraj.statistics.Interval;
import io.github.vertebraj.statistics.TestResult;
import io.github.vertebraj.statistics.TestSummary;

/**
 * The intraclass correlation of ratings, subjects × raters without gaps: the share of variance that is the subjects', in
 * the six forms of Shrout and Fleiss 1979 (doi:10.1037/0033-2909.86.2.420), from mean squares, with the intervals of
 * McGraw and Wong 1996 (doi:10.1037/1082-989X.1.1.30; with their correction). F and its one-sided p test that the
 * subjects don't differ.
 * <p>
 * A negative estimate stays as it is, noted. Raters who agree completely give 1, F = ∞ and p = 0. NaN, noted, is a
 * coefficient whose estimated variances add up to nothing or less. Differences at the limit of double precision are
 * taken as none.
 */
public final class IntraclassCorrelation {

	/**
	 * @param coefficient at most 1; NaN where estimated variances add up to nothing or less
	 * @param f           of subjects against within (ICC(1,·)) or residual (others); ∞ when that is 0
	 * @param df1         its degrees of freedom: subjects − 1
	 * @param df2         subjects · (raters − 1), or (subjects − 1) · (raters − 1)
	 */
	public record Result(TestSummary summary, IccForm form, double coefficient, Interval interval, double f, double df1,
		double df2, MeanSquares meanSquares) implements TestResult
	{}

	private static final IntraclassCorrelation DEFAULTS = new IntraclassCorrelation(IccForm.ICC_2_1,
		Interval.USUAL_LEVEL);

	private final IccForm form;
	private final double level;

	private IntraclassCorrelation(final IccForm form, final double level) {
		this.form = Objects.requireNonNull(form, "form");
		this.level = Interval.checkLevel(level);
	}

	/** ICC(2,1), 95% interval. */
	public static IntraclassCorrelation withDefaults() {
		return DEFAULTS;
	}

	public IntraclassCorrelation with(final IccForm newForm) {
		return new IntraclassCorrelation(newForm, level);
	}

	/** @throws IllegalArgumentException if the level is not between 0 and 1 */
	public IntraclassCorrelation withLevel(final double newLevel) {
		return new IntraclassCorrelation(form, newLevel);
	}

	/**
	 * @param ratings indexed [subject][rater]
	 * @throws IllegalArgumentException if there are fewer than two subjects or raters, a subject lacks a rating, one is not
	 *                                  finite, or every subject has the same ratings; the message names subject and rater,
	 *                                  from 1
	 */
	public Result test(final double[][] ratings) {
		final MeanSquares squares = MeanSquares.of(ratings);
		final IccFormulas formulas = new IccFormulas(squares);
		final double coefficient = formulas.coefficient(form);
		final Interval interval = formulas.interval(form, level);
		final double f = formulas.f(form);
		final double df1 = squares.subjects() - 1.0;
		final double df2 = formulas.df2(form);
		final TestSummary.Builder summary = TestSummary.of("Intraclass correlation", squares.subjects()).variant(form
			.key() + " = " + form.mcGrawWong() + ", " + squares.raters() + " raters").alternative(Alternative.GREATER)
			.statistic("F", f, df1, df2).effect(Effect.of(form.key(), coefficient, interval));
		note(summary, coefficient, interval, f);
		return new Result(summary.pValue(formulas.pValue(form)), form, coefficient, interval, f, df1, df2, squares);
	}

	private void note(final TestSummary.Builder summary, final double coefficient, final Interval interval,
		final double f)
	{
		if (Double.isNaN(coefficient)) summary.note("The estimated variances of " + form.key() +
			" add up to nothing or less: the subjects don't differ enough for it to exist.");
		else if (coefficient < 0) summary.note(
			"The estimate is negative: subjects differ less than ratings of one subject; read it as no reliability.");
		if (Double.isInfinite(f)) summary.note(
			"Beside the subjects nothing differs that this form counts as error: F is infinite and p is 0.");
		if (Double.isInfinite(interval.lower())) summary.note(
			"The interval has no lower end: that of one rating is below what the mean of all can have.");
		else if (Double.isNaN(interval.lower()) && !Double.isNaN(coefficient)) summary.note(
			"The interval does not exist: its degrees of freedom are not positive.");
	}
}
