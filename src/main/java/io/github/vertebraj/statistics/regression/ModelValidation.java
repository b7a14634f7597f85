package io.github.vertebraj.statistics.regression;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import java.util.function.IntToDoubleFunction;

import io.github.vertebraj.statistics.diagnostic.OptimismCorrection;

/**
 * The AUC of a logistic regression's score, in the data that it was fitted to and corrected for their optimism. Immutable.
 * Each resample is fitted as the data were, selection of predictors included. A resample that cannot be fitted (a level
 * of a category is missing in it, or, by maximum likelihood, its outcomes are separated) is left out and counted.
 */
public final class ModelValidation {

	private final LogisticRegression regression;
	private final Optional<StepwiseSelection> selection;
	private final OptimismCorrection correction;

	private ModelValidation(final LogisticRegression regression, final Optional<StepwiseSelection> selection,
		final OptimismCorrection correction)
	{
		this.regression = Objects.requireNonNull(regression, "regression");
		this.selection = selection;
		this.correction = Objects.requireNonNull(correction, "correction");
	}

	/** Of all predictors, with the usual number of resamples. */
	public static ModelValidation of(final LogisticRegression regression) {
		return new ModelValidation(regression, Optional.empty(), OptimismCorrection.withDefaults());
	}

	/** Repeats a selection in each resample. */
	public ModelValidation with(final StepwiseSelection choice) {
		return new ModelValidation(regression, Optional.of(choice), correction);
	}

	/** Number and seed of the resamples. */
	public ModelValidation with(final OptimismCorrection choice) {
		return new ModelValidation(regression, selection, choice);
	}

	/** @throws IllegalArgumentException if the model cannot be fitted to all data */
	public OptimismCorrection.Result validate(final List<Predictor> predictors, final boolean[] outcome) {
		return validate(predictors, outcome, done -> {});
	}

	/**
	 * @param progress receives the share that is done, 0 to 1
	 * @throws IllegalArgumentException if the model cannot be fitted to all data; the message says why
	 * @throws CancellationException    when the thread is interrupted
	 */
	public OptimismCorrection.Result validate(final List<Predictor> predictors, final boolean[] outcome,
		final DoubleConsumer progress)
	{
		model(predictors, outcome); // whose refusal says more than a failed resample
		return correction.correct(outcome, rows -> scorer(predictors, outcome, rows), progress);
	}

	private Optional<IntToDoubleFunction> scorer(final List<Predictor> predictors, final boolean[] outcome,
		final int[] rows)
	{
		final boolean[] drawn = new boolean[rows.length];
		for (int i = 0; i < rows.length; i++)
			drawn[i] = outcome[rows[i]];
		try {
			final LogisticModel model = model(predictors.stream().map(predictor -> predictor.of(rows)).toList(), drawn);
			return Optional.of(score(model, predictors));
		}
		catch (final IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	private LogisticModel model(final List<Predictor> predictors, final boolean[] outcome) {
		return selection.isPresent() ? selection.get().run(regression, predictors, outcome).model() : regression.model(
			predictors, outcome);
	}

	/** The score of an original observation by a model of a resample. */
	private static IntToDoubleFunction score(final LogisticModel model, final List<Predictor> originals) {
		final List<double[]> columns = model.basis().predictors().stream().map(Predictor::name).flatMap(name -> originals
			.stream().filter(one -> one.name().equals(name))).flatMap(one -> one.columns().stream()).toList();
		final double[] row = new double[columns.size()];
		return observation -> {
			for (int j = 0; j < row.length; j++)
				row[j] = columns.get(j)[observation];
			return model.linearPredictor(row);
		};
	}
}
