package io.github.vertebraj.statistics.diagnostic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How far the AUC of a model flatters itself on the cases that it was fitted to, by the bootstrap of Efron as Harrell,
 * Lee and Mark describe it (1996, doi:10.1002/(SICI)1097-0258(19960229)15:4&lt;361::AID-SIM168&gt;3.0.CO;2-4): the whole
 * fit, any selection of variables included, is repeated on resamples of the cases, and each time the AUC in the resample
 * exceeds the AUC of that model in the original cases by its optimism. Their mean is taken off the apparent AUC.
 * <p>
 * Scores of the model are higher for positives. A resample with cases of one class only is drawn again and counted; a
 * resample where the model cannot be fitted, or scores a case with a number that is not finite, is left out and counted.
 * Results depend on the seed alone. The fits run one after another in the calling thread.
 */
public final class OptimismCorrection {

	/** Fits a model to some of the cases. */
	@FunctionalInterface
	public interface Model {

		/**
		 * @param rows the cases to fit to, by their row; a row may come several times, and then counts as often
		 * @return the score of any row, of those rows or another; empty when the fit fails. What else it throws ends the
		 *         correction.
		 */
		Optional<IntToDoubleFunction> fit(int[] rows);
	}

	/**
	 * @param apparent   AUC of the model in the cases that it was fitted to
	 * @param optimism   by how much that is too good on average; NaN when no resample could be fitted
	 * @param corrected  apparent − optimism; NaN when no resample could be fitted
	 * @param replicates resamples asked for
	 * @param redrawn    resamples that were drawn again because they had one class only
	 * @param failed     resamples left out because the model could not be fitted
	 * @param seed       of the resamples
	 * @param notes      what a reader should know, a sentence each
	 */
	public record Result(double apparent, double optimism, double corrected, int replicates, int redrawn, int failed,
		long seed, List<String> notes)
	{

		public Result {
			notes = List.copyOf(notes);
		}
	}

	/** Resamples where nothing else is asked for. */
	public static final int USUAL_REPLICATES = 200;

	private final int replicates;
	private final long seed;

	private OptimismCorrection(final int replicates, final long seed) {
		this.replicates = replicates;
		this.seed = seed;
	}

	/** {@value #USUAL_REPLICATES} resamples with seed 1. */
	public static OptimismCorrection withDefaults() {
		return new OptimismCorrection(USUAL_REPLICATES, 1);
	}

	/** @throws IllegalArgumentException for fewer than one */
	public OptimismCorrection withReplicates(final int number) {
		return new OptimismCorrection(Bootstrap.checkReplicates(number), seed);
	}

	public OptimismCorrection withSeed(final long value) {
		return new OptimismCorrection(replicates, value);
	}

	/**
	 * @param isPositive the class of each row
	 * @throws IllegalArgumentException if a class is missing, or the model cannot be fitted to all rows
	 */
	public Result correct(final boolean[] isPositive, final Model model) {
		return correct(isPositive, model, done -> {});
	}

	/**
	 * @param progress receives the share that is done, 0 to 1
	 * @throws CancellationException when the thread is interrupted
	 */
	public Result correct(final boolean[] isPositive, final Model model, final DoubleConsumer progress) {
		Objects.requireNonNull(model, "model");
		final boolean[] classes = isPositive.clone();
		final int[] all = IntStream.range(0, classes.length).toArray();
		if (!hasBoth(classes, all)) throw new IllegalArgumentException("An AUC needs positives and negatives, but all " +
			classes.length + " cases are of one class");
		final double apparent = model.fit(all).map(scorer -> auc(classes, all, scorer)).filter(Double::isFinite).orElseThrow(
			() -> new IllegalArgumentException("The model cannot be fitted to all " + classes.length +
				" cases, so its AUC cannot be corrected"));
		return new Replicates(classes, all, model).run(apparent, progress);
	}

	/** The sums over the resamples. */
	private final class Replicates {

		private final boolean[] classes;
		private final int[] all;
		private final Model model;
		private int redrawn;
		private int failed;
		private double sum;

		Replicates(final boolean[] classes, final int[] all, final Model model) {
			this.classes = classes;
			this.all = all;
			this.model = model;
		}

		Result run(final double apparent, final DoubleConsumer progress) {
			for (int i = 0; i < replicates; i++) {
				Bootstrap.checkCancelled();
				add(draw(new RandomRows(seed, i)));
				progress.accept((i + 1.0) / replicates);
			}
			final double optimism = failed == replicates ? Double.NaN : sum / (replicates - failed);
			return new Result(apparent, optimism, apparent - optimism, replicates, redrawn, failed, seed, notes());
		}

		private int[] draw(final RandomRows random) {
			int[] rows = random.sample(all.length);
			for (; !hasBoth(classes, rows); redrawn++)
				rows = random.sample(all.length);
			return rows;
		}

		private void add(final int[] rows) {
			// The model sees a copy: the rows are still needed.
			final double optimism = model.fit(rows.clone()).map(scorer -> auc(classes, rows, scorer) - auc(classes, all,
				scorer)).orElse(Double.NaN);
			if (Double.isNaN(optimism)) failed++;
			else sum += optimism;
		}

		private List<String> notes() {
			final List<String> notes = new ArrayList<>();
			if (redrawn > 0) notes.add(redrawn + " resamples had one class only and were drawn again.");
			if (failed == replicates) notes.add("The model could not be fitted to any resample: its optimism is unknown.");
			else if (failed > 0) notes.add("The model could not be fitted to " + failed + " of " + replicates +
				" resamples, which were left out.");
			return notes;
		}
	}

	private static boolean hasBoth(final boolean[] classes, final int[] rows) {
		return Arrays.stream(rows).anyMatch(row -> classes[row]) && Arrays.stream(rows).anyMatch(row -> !classes[row]);
	}

	/** NaN if a score is not finite. */
	private static double auc(final boolean[] classes, final int[] rows, final IntToDoubleFunction scorer) {
		final double[] positives = Arrays.stream(rows).filter(row -> classes[row]).mapToDouble(scorer::applyAsDouble)
			.toArray();
		final double[] negatives = Arrays.stream(rows).filter(row -> !classes[row]).mapToDouble(scorer::applyAsDouble)
			.toArray();
		final boolean isFinite = Arrays.stream(positives).allMatch(Double::isFinite) && Arrays.stream(negatives).allMatch(
			Double::isFinite);
		return isFinite ? ScoreGroups.of(positives, negatives).auc() : Double.NaN;
	}
}
