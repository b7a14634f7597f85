package io.github.vertebraj.statistics.agreement;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.apache.commons.statistics.distribution.TDistribution;

import io.github.vertebraj.statistics.Alternative;
import io.github.vertebraj.statistics.Effect;
import io.github.vertebraj.statistics.Interval;
import io.github.vertebraj.statistics.TestResult;
import io.github.vertebraj.statistics.TestSummary;

/**
 * Fleiss' κ of several raters, who need not be the same for each subject but must be equally many (Fleiss 1971,
 * doi:10.1037/h0031619). z and p use the standard error of raters who choose by chance (Fleiss, Nee, Landis 1979,
 * doi:10.1037/0033-2909.86.5.974), which says nothing of how sure κ is: the interval uses the large-sample error over
 * subjects of Gwet 2021 (doi:10.1177/0013164420973080) with Student's t of n − 1 degrees of freedom, not cut off at 1.
 * <p>
 * When all ratings are of one category, there is no κ: it, its errors, z and p are NaN, and a note says so. The κ of a
 * category that no rating or every rating has is NaN, noted too.
 */
public final class FleissKappa {

	/**
	 * One category against all others.
	 *
	 * @param share         of all ratings
	 * @param kappa         NaN when no rating or every rating is of it
	 * @param errorByChance standard error of raters who choose by chance
	 * @param z             κ / errorByChance
	 */
	public record Category(double share, double kappa, double errorByChance, double z, double pValue) {}

	/**
	 * @param kappa         NaN when all ratings are of one category
	 * @param interval      t interval with Gwet's error
	 * @param error         large-sample standard error over subjects, for the interval
	 * @param errorByChance standard error of raters who choose by chance (SE0), for z
	 * @param observed      mean share of a subject's pairs of ratings that agree (P̄)
	 * @param expected      share that agrees by chance (P̄e)
	 * @param categories    in the order of the columns
	 */
	public record Result(TestSummary summary, double kappa, Interval interval, double error, double errorByChance,
		double observed, double expected, List<Category> categories) implements TestResult
	{

		public Result {
			categories = List.copyOf(categories);
		}
	}

	private static final FleissKappa DEFAULTS = new FleissKappa(Alternative.TWO_SIDED, Interval.USUAL_LEVEL);

	private final Alternative alternative;
	private final double level;

	private FleissKappa(final Alternative alternative, final double level) {
		this.alternative = Objects.requireNonNull(alternative, "alternative");
		this.level = Interval.checkLevel(level);
	}

	/** Two-sided, 95% interval. */
	public static FleissKappa withDefaults() {
		return DEFAULTS;
	}

	public FleissKappa with(final Alternative newAlternative) {
		return new FleissKappa(newAlternative, level);
	}

	/** @throws IllegalArgumentException if the level is not between 0 and 1 */
	public FleissKappa withLevel(final double newLevel) {
		return new FleissKappa(alternative, newLevel);
	}

	/**
	 * κ of the raters' labels.
	 *
	 * @param ratings    for each subject, the labels that its raters gave
	 * @param categories all that could be chosen
	 * @throws IllegalArgumentException as {@link #test(int[][])}, or if a label is no category
	 */
	public <T> Result test(final List<? extends List<T>> ratings, final List<T> categories) {
		return test(new CategoryOrder<>(categories).counts(ratings));
	}

	/**
	 * κ of counted ratings.
	 *
	 * @param counts how many raters chose each category, indexed [subject][category]
	 * @throws IllegalArgumentException if there are fewer than two subjects, categories or raters, a count is negative, or a
	 *                                  subject has another number of ratings than the first; the message names the subject
	 */
	public Result test(final int[][] counts) {
		final FleissCounts table = new FleissCounts(counts);
		final double chance = table.expectedDisagreement();
		final boolean isDefined = chance > 0;
		final double kappa = isDefined ? 1 - table.observedDisagreement() / chance : Double.NaN;
		final double error = isDefined ? table.error() : Double.NaN;
		final double errorByChance = isDefined ? table.errorByChance() : Double.NaN;
		final Interval interval = interval(kappa, error, table.subjects());
		final List<Category> categories = IntStream.range(0, table.categories()).mapToObj(j -> category(table, j)).toList();
		final TestSummary summary = summary(table, kappa, kappa / errorByChance, interval, categories);
		return new Result(summary, kappa, interval, error, errorByChance, 1 - table.observedDisagreement(), 1 - chance,
			categories);
	}

	private Interval interval(final double kappa, final double error, final int subjects) {
		final double half = TDistribution.of(subjects - 1.0).inverseSurvivalProbability((1 - level) / 2) * error;
		return new Interval(kappa - half, kappa + half, level, "t, Gwet error");
	}

	private Category category(final FleissCounts table, final int category) {
		final double kappa = table.kappa(category);
		final double error = table.categoryErrorByChance();
		final double z = kappa / error;
		return new Category(table.share(category), kappa, error, z, NormalScore.pValue(z, alternative));
	}

	private TestSummary summary(final FleissCounts table, final double kappa, final double z, final Interval interval,
		final List<Category> categories)
	{
		final TestSummary.Builder summary = TestSummary.of("Fleiss kappa", table.subjects()).variant(table.raters() +
			" raters").alternative(alternative).statistic("z", z).effect(Effect.of("kappa", kappa, interval)).effect(Effect.of(
				"agreement", 1 - table.observedDisagreement()));
		for (int j = 0; j < categories.size(); j++) {
			summary.effect(Effect.of("kappa of category " + (j + 1), categories.get(j).kappa()));
			if (Double.isNaN(categories.get(j).kappa())) summary.note("Category " + (j + 1) + " has " + (categories.get(j)
				.share() == 0 ? "no" : "every") + " rating: there is no kappa of it.");
		}
		if (Double.isNaN(kappa)) summary.note("All ratings are of one category: there is no kappa.");
		KappaNotes.ofInterval(interval).ifPresent(summary::note);
		return summary.pValue(NormalScore.pValue(z, alternative));
	}
}
