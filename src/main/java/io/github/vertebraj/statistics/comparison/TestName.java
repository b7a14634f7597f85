package io.github.vertebraj.statistics.comparison;

import io.github.vertebraj.statistics.Keyed;

/** The tests that a user can ask for. */
public enum TestName implements Keyed {

	AUTO("auto", Data.ANY), //
	STUDENT_T("Student t", Data.NUMBERS), //
	WELCH_T("Welch t", Data.NUMBERS), //
	PAIRED_T("paired t", Data.NUMBERS), //
	ANOVA("ANOVA", Data.NUMBERS), //
	WELCH_ANOVA("Welch ANOVA", Data.NUMBERS), //
	MANN_WHITNEY("Mann-Whitney", Data.NUMBERS), //
	WILCOXON("Wilcoxon signed rank", Data.NUMBERS), //
	KRUSKAL_WALLIS("Kruskal-Wallis", Data.NUMBERS), //
	FRIEDMAN("Friedman", Data.NUMBERS), //
	FISHER("Fisher exact", Data.CATEGORIES), //
	CHI_SQUARE("chi-square", Data.CATEGORIES), //
	CHI_SQUARE_YATES("chi-square with Yates correction", Data.CATEGORIES), //
	MCNEMAR("McNemar", Data.CATEGORIES), //
	COCHRAN_Q("Cochran Q", Data.CATEGORIES), //
	PEARSON("Pearson correlation", Data.NUMBERS), //
	SPEARMAN("Spearman correlation", Data.NUMBERS), //
	KENDALL("Kendall correlation", Data.NUMBERS);

	/** What a test takes. */
	public enum Data {
			ANY, NUMBERS, CATEGORIES
	}

	private final String key;
	private final Data data;

	TestName(final String key, final Data data) {
		this.key = key;
		this.data = data;
	}

	@Override
	public String key() {
		return key;
	}

	public Data data() {
		return data;
	}

	/** Whether it asks how two measures go together, not whether they differ. */
	public boolean isCorrelation() {
		return this == PEARSON || this == SPEARMAN || this == KENDALL;
	}

	/** @throws IllegalArgumentException when there is no such test; the message lists those there are */
	public static TestName of(final String key) {
		return Keyed.of(TestName.class, "test", key);
	}
}
