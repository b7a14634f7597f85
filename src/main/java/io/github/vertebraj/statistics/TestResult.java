package io.github.vertebraj.statistics;

/** The result of a statistical test. Each test has a record of its own for what only it knows. */
public interface TestResult {

	/** What every test tells: its name and variant, sizes, statistic, p-value, effect sizes and notes. */
	TestSummary summary();

	default double statistic() {
		return summary().statistic();
	}

	default double pValue() {
		return summary().pValue();
	}
}
