package io.github.vertebraj.statistics.regression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Selection of predictors one by one. Immutable. The columns of a category enter and leave together, tested with as many
 * degrees of freedom. Of equally good predictors the larger likelihood ratio decides, then the one that was given first.
 * <p>
 * Tests and intervals of what was selected are too good, as they know nothing of the choice; results say so.
 */
public final class StepwiseSelection {

	/**
	 * One step.
	 *
	 * @param isEntry   whether the predictor enters; else it leaves
	 * @param test      of the predictor in the model that has it
	 * @param aicBefore of the model before the step
	 * @param aicAfter  of the model after it
	 */
	public record Step(boolean isEntry, PredictorTest test, double aicBefore, double aicAfter) {

		public String predictor() {
			return test.predictor();
		}

		public double pValue() {
			return test.pValue();
		}

		/** As it is printed in a list of steps: {@code + fat fraction}. */
		@Override
		public String toString() {
			return (isEntry ? "+ " : "- ") + predictor();
		}
	}

	/**
	 * @param path the steps, in order; may be empty
	 * @param fit  of what was selected; its notes name the selection
	 */
	public record Result(List<Step> path, LogisticFit fit) {

		public Result {
			path = List.copyOf(path);
		}
	}

	/** A step that could be taken and the model that it leads to. */
	private record Candidate(Step step, LogisticModel model) {}

	/** A path that was gone to its end. */
	record Selected(List<Step> path, LogisticModel model) {}

	private static final double USUAL_ENTRY = 0.05;
	private static final double USUAL_REMOVAL = 0.10;

	private final SelectionDirection direction;
	private final SelectionCriterion criterion;
	private final double entry;
	private final double removal;

	private StepwiseSelection(final SelectionDirection direction, final SelectionCriterion criterion, final double entry,
		final double removal)
	{
		this.direction = Objects.requireNonNull(direction, "direction");
		this.criterion = Objects.requireNonNull(criterion, "criterion");
		this.entry = checkP("entry", entry);
		this.removal = checkP("removal", removal);
	}

	/** By likelihood ratio: enters with p below 0.05 (forward), leaves with p above 0.10 (backward). */
	public static StepwiseSelection of(final SelectionDirection direction) {
		return new StepwiseSelection(direction, SelectionCriterion.LIKELIHOOD_RATIO, USUAL_ENTRY, USUAL_REMOVAL);
	}

	public StepwiseSelection with(final SelectionCriterion choice) {
		return new StepwiseSelection(direction, choice, entry, removal);
	}

	/** @throws IllegalArgumentException if it is not between 0 and 1 */
	public StepwiseSelection withEntry(final double p) {
		return new StepwiseSelection(direction, criterion, p, removal);
	}

	/** @throws IllegalArgumentException if it is not between 0 and 1 */
	public StepwiseSelection withRemoval(final double p) {
		return new StepwiseSelection(direction, criterion, entry, p);
	}

	private static double checkP(final String what, final double p) {
		if (!(p > 0 && p < 1)) throw new IllegalArgumentException("The p-value of " + what +
			" must lie between 0 and 1, but is " + p);
		return p;
	}

	/**
	 * @param regression how each model is fitted
	 * @throws IllegalArgumentException as {@link LogisticRegression#fit(List, boolean[])}, for all predictors together as
	 *                                  for those of a step
	 */
	public Result select(final LogisticRegression regression, final List<Predictor> predictors, final boolean[] outcome) {
		final Selected selected = run(regression, predictors, outcome);
		return new Result(selected.path(), regression.report(selected.model(), List.of("Selected: " + name() + ", from " +
			predictors.size() + " predictors in " + selected.path().size() +
			" steps. P-values and intervals take no account of the selection and are too optimistic.")));
	}

	/** The selection as results name it: {@code forward selection by likelihood ratio (entry p < 0.05)}. */
	public String name() {
		final String rule = criterion == SelectionCriterion.AIC ? "" : direction == SelectionDirection.FORWARD
			? " (entry p < " + entry + ")" : " (removal p > " + removal + ")";
		return direction.key() + " selection by " + criterion.key() + rule;
	}

	Selected run(final LogisticRegression regression, final List<Predictor> predictors, final boolean[] outcome) {
		Basis.of(predictors, outcome.length); // so that predictors that cannot be fitted are refused at once
		final List<Step> path = new ArrayList<>();
		final boolean isForward = direction == SelectionDirection.FORWARD;
		LogisticModel model = regression.model(isForward ? List.of() : predictors, outcome);
		for (Optional<Candidate> next = next(regression, model, predictors); next.isPresent(); next = next(regression, model,
			predictors))
		{
			path.add(next.get().step());
			model = next.get().model();
		}
		return new Selected(path, model);
	}

	private Optional<Candidate> next(final LogisticRegression regression, final LogisticModel model,
		final List<Predictor> predictors)
	{
		final boolean isForward = direction == SelectionDirection.FORWARD;
		final List<Predictor> present = model.basis().predictors();
		final List<Candidate> candidates = predictors.stream().filter(one -> present.contains(one) != isForward).map(
			one -> isForward ? entering(regression, model, one) : leaving(regression, model, one)).toList();
		// The first of the best, as min keeps it; a predictor that leaves is the one that says least.
		final Comparator<Candidate> byTest = Comparator.<Candidate> comparingDouble(one -> one.step().pValue()).thenComparing(
			Comparator.<Candidate> comparingDouble(one -> one.step().test().statistic()).reversed());
		final Comparator<Candidate> order = criterion == SelectionCriterion.AIC ? Comparator.comparingDouble(one -> one.step()
			.aicAfter()) : isForward ? byTest : byTest.reversed();
		return candidates.stream().reduce((a, b) -> order.compare(b, a) < 0 ? b : a).filter(this::isTaken);
	}

	private boolean isTaken(final Candidate candidate) {
		final Step step = candidate.step();
		if (criterion == SelectionCriterion.AIC) return step.aicAfter() < step.aicBefore();
		return step.isEntry() ? step.pValue() < entry : step.pValue() > removal;
	}

	private static Candidate entering(final LogisticRegression regression, final LogisticModel model,
		final Predictor predictor)
	{
		final List<Predictor> more = new ArrayList<>(model.basis().predictors());
		more.add(predictor);
		final LogisticModel larger = regression.model(more, model.outcome());
		return new Candidate(new Step(true, PredictorTest.of(larger, predictor), model.aic(), larger.aic()), larger);
	}

	private static Candidate leaving(final LogisticRegression regression, final LogisticModel model,
		final Predictor predictor)
	{
		final List<Predictor> fewer = new ArrayList<>(model.basis().predictors());
		fewer.remove(predictor);
		final LogisticModel smaller = regression.model(fewer, model.outcome());
		return new Candidate(new Step(false, PredictorTest.of(model, predictor), model.aic(), smaller.aic()), smaller);
	}
}
