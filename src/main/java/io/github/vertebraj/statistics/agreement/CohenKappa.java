package io.github.vertebraj.statistics.agreement;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

import io.github.vertebraj.statistics.Alternative;
import io.github.vertebraj.statistics.CountTable;
import io.github.vertebraj.statistics.Effect;
import io.github.vertebraj.statistics.Interval;
import io.github.vertebraj.statistics.TestResult;
import io.github.vertebraj.statistics.TestSummary;

/**
 * Cohen's κ of two readers who put the same subjects into the same categories: agreement beyond that of independent
 * readers with these margins, (po − pe) / (1 − pe), plain or weighted (Cohen 1960, doi:10.1177/001316446002000104; 1968,
 * doi:10.1037/h0026256). The standard errors are those of Fleiss, Cohen and Everitt 1969 (doi:10.1037/h0028106): the
 * general one makes the interval (Wald, not cut off at 1), the one under independence makes z and p.
 * <p>
 * When both readers used one and the same category only, there is no κ: it, its errors, z and p are NaN, and a note says
 * so. When the margins leave κ no other value than 0 (one reader used a single category), z is NaN and p is 1, noted.
 * Beside κ stand what reviewers ask for: the share of subjects in the very same category with Wilson's interval (not
 * weighted), and what explains a low κ at a high agreement: the prevalence and the bias index, and the prevalence- and
 * bias-adjusted κ (Byrt, Bishop, Carlin 1993, doi:10.1016/0895-4356(93)90018-V).
 */
public final class CohenKappa {

	/**
	 * @param kappa             NaN when both readers used one and the same category only
	 * @param interval          Wald's, around κ
	 * @param error             large-sample standard error (ASE), for the interval
	 * @param errorByChance     large-sample standard error of independent readers (ASE0), for z
	 * @param observed          po, weighted
	 * @param expected          pe, weighted
	 * @param agreement         share of subjects that both readers put into the same category, not weighted
	 * @param agreementInterval Wilson's
	 * @param adjusted          prevalence- and bias-adjusted κ, (k · agreement − 1) / (k − 1), not weighted
	 * @param prevalenceIndex   with two categories: (both first − both second) / n, −1 to 1
	 * @param biasIndex         with two categories: (first, second − second, first) / n, −1 to 1
	 */
	public record Result(TestSummary summary, KappaWeights weights, double kappa, Interval interval, double error,
		double errorByChance, double observed, double expected, double agreement, Interval agreementInterval,
		double adjusted, OptionalDouble prevalenceIndex, OptionalDouble biasIndex) implements TestResult
	{}

	private static final CohenKappa DEFAULTS = new CohenKappa(KappaWeights.NONE, Alternative.TWO_SIDED,
		Interval.USUAL_LEVEL);

	private final KappaWeights weights;
	private final Alternative alternative;
	private final double level;

	private CohenKappa(final KappaWeights weights, final Alternative alternative, final double level) {
		this.weights = Objects.requireNonNull(weights, "weights");
		this.alternative = Objects.requireNonNull(alternative, "alternative");
		this.level = Interval.checkLevel(level);
	}

	/** No weights, two-sided, 95% interval. */
	public static CohenKappa withDefaults() {
		return DEFAULTS;
	}

	public CohenKappa with(final KappaWeights newWeights) {
		return new CohenKappa(newWeights, alternative, level);
	}

	public CohenKappa with(final Alternative newAlternative) {
		return new CohenKappa(weights, newAlternative, level);
	}

	/** @throws IllegalArgumentException if the level is not between 0 and 1 */
	public CohenKappa withLevel(final double newLevel) {
		return new CohenKappa(weights, alternative, newLevel);
	}

	/**
	 * κ of two lists of labels.
	 *
	 * @param categories all that could be chosen, in their order
	 * @throws IllegalArgumentException if the lists differ in length, are empty, or hold a label that is no category
	 */
	public <T> Result test(final List<T> first, final List<T> second, final List<T> categories) {
		return test(new CategoryOrder<>(categories).pairs(first, second));
	}

	/**
	 * κ of a square table, whose rows are the categories of the first reader and whose columns are the same categories, in
	 * the same order, of the second.
	 *
	 * @throws IllegalArgumentException if the table is not square or empty
	 */
	public Result test(final CountTable table) {
		if (table.rows() != table.columns()) throw new IllegalArgumentException(
			"Kappa needs the same categories in rows and columns, but the table is " + table);
		if (table.total() == 0) throw new IllegalArgumentException("Kappa needs at least one subject, but the table is " +
			table);
		final WeightedAgreement weighted = new WeightedAgreement(table, weights);
		final boolean isDefined = weighted.expected() > 0;
		final double kappa = isDefined ? 1 - weighted.observed() / weighted.expected() : Double.NaN;
		final double error = isDefined ? weighted.error() : Double.NaN;
		final Interval interval = NormalScore.wald(kappa, error, level, "Wald, Fleiss-Cohen-Everitt error");
		final Plain plain = new Plain(table, level);
		final double errorByChance = isDefined ? weighted.errorByChance() : Double.NaN;
		return new Result(summary(table, kappa, errorByChance, interval, plain), weights, kappa, interval, error,
			errorByChance, 1 - weighted.observed(), 1 - weighted.expected(), plain.agreement, plain.interval, plain.adjusted,
			plain.prevalenceIndex, plain.biasIndex);
	}

	private TestSummary summary(final CountTable table, final double kappa, final double errorByChance,
		final Interval interval, final Plain plain)
	{
		final boolean isFixed = errorByChance == 0;
		final double z = isFixed ? Double.NaN : kappa / errorByChance;
		final TestSummary.Builder summary = TestSummary.of("Cohen kappa", Math.toIntExact(table.total())).variant(
			"weights: " + weights.key()).alternative(alternative).statistic("z", z).effect(Effect.of("kappa", kappa,
				interval)).effect(Effect.of("agreement", plain.agreement, plain.interval)).effect(Effect.of(
					"prevalence- and bias-adjusted kappa", plain.adjusted));
		plain.prevalenceIndex.ifPresent(value -> summary.effect(Effect.of("prevalence index", value)));
		plain.biasIndex.ifPresent(value -> summary.effect(Effect.of("bias index", value)));
		if (Double.isNaN(kappa)) summary.note(
			"Both readers used one and the same category only: chance alone would agree as well, and there is no kappa.");
		if (isFixed) summary.note("With these margins kappa can only be 0: there is no z, and p is 1.");
		KappaNotes.ofInterval(interval).ifPresent(summary::note);
		return summary.pValue(isFixed ? 1 : NormalScore.pValue(z, alternative));
	}

	/** What knows no weights. */
	private static final class Plain {

		private final double agreement;
		private final Interval interval;
		private final double adjusted;
		private final OptionalDouble prevalenceIndex;
		private final OptionalDouble biasIndex;

		Plain(final CountTable table, final double level) {
			final int n = Math.toIntExact(table.total());
			int same = 0;
			for (int i = 0; i < table.rows(); i++)
				same += table.count(i, i);
			agreement = (double) same / n;
			final var wilson = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(n, same, 1 - level);
			interval = new Interval(wilson.getLowerBound(), wilson.getUpperBound(), level, "Wilson");
			adjusted = (table.rows() * agreement - 1) / (table.rows() - 1);
			prevalenceIndex = index(table, table.count(0, 0) - table.count(1, 1));
			biasIndex = index(table, table.count(0, 1) - table.count(1, 0));
		}

		private static OptionalDouble index(final CountTable table, final int difference) {
			return table.rows() == 2 ? OptionalDouble.of((double) difference / table.total()) : OptionalDouble.empty();
		}
	}
}
