package io.github.vertebraj.report;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

import io.github.vertebraj.statistics.diagnostic.AucEstimate;
import io.github.vertebraj.statistics.diagnostic.AucInterval;
import io.github.vertebraj.statistics.diagnostic.Direction;
import io.github.vertebraj.statistics.diagnostic.OptimismCorrection;
import io.github.vertebraj.statistics.diagnostic.RocCurve;
import io.github.vertebraj.statistics.diagnostic.ScoreSource;
import io.github.vertebraj.statistics.regression.LogisticFit;
import io.github.vertebraj.statistics.regression.LogisticRegression;
import io.github.vertebraj.statistics.regression.ModelValidation;
import io.github.vertebraj.statistics.regression.StepwiseSelection;

/**
 * A logistic regression with the ROC curve of its score.
 *
 * @param regression how the model is fitted
 * @param selection  how its predictors are selected; without it all stay
 * @param correction how the optimism of its AUC is estimated, the selection repeated in each resample; without it it is
 *                   not
 * @param interval   of the AUC
 */
public record LogisticAnalysis(LogisticRegression regression, Optional<StepwiseSelection> selection,
	Optional<OptimismCorrection> correction, AucInterval interval)
{

	/**
	 * A fitted model.
	 *
	 * @param cases      that it was fitted to
	 * @param fit        the model
	 * @param selection  its name, or {@code none}
	 * @param path       the steps of the selection
	 * @param curve      of the linear predictor in the cases
	 * @param auc        its area, which flatters the model
	 * @param validation how much it does, if that was asked for
	 */
	public record Result(LogisticCases cases, LogisticFit fit, String selection, List<StepwiseSelection.Step> path,
		RocCurve curve, AucEstimate auc, Optional<OptimismCorrection.Result> validation)
	{

		public Result {
			path = List.copyOf(path);
		}

		/** Whether the predictors were selected by their effect on the outcome. */
		public boolean isSelected() {
			return !selection.equals(NO_SELECTION);
		}
	}

	/** What a model without selection says of it. */
	public static final String NO_SELECTION = "none";

	/**
	 * @param progress receives the share that is done, 0 to 1
	 * @throws IllegalArgumentException if the model cannot be fitted; says why
	 */
	public Result of(final LogisticCases cases, final DoubleConsumer progress) {
		final Optional<StepwiseSelection.Result> selected = selection.map(one -> one.select(regression, cases.predictors(),
			cases.events()));
		final LogisticFit fit = selected.map(StepwiseSelection.Result::fit).orElseGet(
			() -> regression.fit(cases.predictors(), cases.events()));
		final RocCurve curve = RocCurve.of(cases.events(), fit.scores(), Direction.HIGHER_IS_POSITIVE)
			.from(ScoreSource.fitted(fit.columnNames()));
		return new Result(cases, fit, selection.map(StepwiseSelection::name).orElse(NO_SELECTION), selected.map(
			StepwiseSelection.Result::path).orElse(List.of()), curve, interval.of(curve), correction.map(
				one -> validation(one).validate(cases.predictors(), cases.events(), progress)));
	}

	private ModelValidation validation(final OptimismCorrection how) {
		final ModelValidation validation = ModelValidation.of(regression).with(how);
		return selection.map(validation::with).orElse(validation);
	}
}
