package io.github.vertebraj.statistics.regression;

import java.util.Arrays;
import java.util.List;

import io.github.vertebraj.statistics.TestResult;
import io.github.vertebraj.statistics.TestSummary;

/**
 * A fitted logistic regression. As a test it asks whether the predictors together say anything of the outcome: the
 * likelihood ratio of the model against the intercept alone. Never changes.
 */
public final class LogisticFit implements TestResult {

	private final TestSummary summary;
	private final List<Coefficient> coefficients;
	private final List<PredictorTest> predictorTests;
	private final ModelQuality quality;
	private final LogisticModel model;

	LogisticFit(final TestSummary summary, final List<Coefficient> coefficients, final List<PredictorTest> predictorTests,
		final ModelQuality quality, final LogisticModel model)
	{
		this.summary = summary;
		this.coefficients = List.copyOf(coefficients);
		this.predictorTests = List.copyOf(predictorTests);
		this.quality = quality;
		this.model = model;
	}

	/** The test of the whole model; its effects are the odds ratios with profile likelihood intervals. */
	@Override
	public TestSummary summary() {
		return summary;
	}

	public Estimation estimation() {
		return model.estimation();
	}

	/** The intercept, then the columns in the order of the predictors. */
	public List<Coefficient> coefficients() {
		return coefficients;
	}

	/** @throws IllegalArgumentException if there is no coefficient of that name; the message lists those there are */
	public Coefficient coefficient(final String name) {
		return coefficients.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow(
			() -> new IllegalArgumentException("No coefficient '" + name + "'; known are " + String.join(", ", coefficients
				.stream().map(Coefficient::name).toList())));
	}

	/** Each predictor dropped in turn. */
	public List<PredictorTest> predictorTests() {
		return predictorTests;
	}

	public ModelQuality quality() {
		return quality;
	}

	/** The names of the columns that {@link #score} takes, in order. */
	public List<String> columnNames() {
		return coefficients.stream().skip(1).map(Coefficient::name).toList();
	}

	/**
	 * The linear predictor (log odds) of an observation: higher speaks for the outcome.
	 *
	 * @param row one value for each of {@link #columnNames()}
	 * @throws IllegalArgumentException if there are more or fewer values, or one is not finite
	 */
	public double score(final double... row) {
		if (row.length != coefficients.size() - 1) throw new IllegalArgumentException("A score takes a value for each of " +
			columnNames() + ", but got " + row.length);
		for (int j = 0; j < row.length; j++)
			if (!Double.isFinite(row[j])) throw new IllegalArgumentException("'" + columnNames().get(j) + "' is " + row[j] +
				"; a score takes finite values");
		return model.linearPredictor(row);
	}

	/** The probability of the outcome; see {@link #score}. Firth's estimation draws it towards 1/2. */
	public double probability(final double... row) {
		return 1 / (1 + Math.exp(-score(row)));
	}

	/** The linear predictors of the observations that the model was fitted to, in their order. */
	public double[] scores() {
		return model.linearPredictors();
	}

	/** Their probabilities. */
	public double[] probabilities() {
		return Arrays.stream(scores()).map(score -> 1 / (1 + Math.exp(-score))).toArray();
	}

	LogisticModel model() {
		return model;
	}
}
