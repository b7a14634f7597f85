package io.github.vertebraj.interpretation;

import java.util.List;

/**
 * The grade of a vertebral deformity by what is lost of a height, or of the area, after Genant et al. 1993. It grades a
 * shape; it does not tell a fracture from a deformity of another cause.
 */
public enum DeformityGrade {
	NONE("none"), MILD("mild"), MODERATE("moderate"), SEVERE("severe"), NOT_ASSESSABLE("not assessable");

	/** Losses are quotients: what differs by less, in %, is equal. */
	private static final double ROUNDING = 1e-9;

	private final String text;

	DeformityGrade(final String text) {
		this.text = text;
	}

	/** As it stands in tables. */
	public String text() {
		return text;
	}

	/** The limits of heights: mild from the first, moderate above the second, severe above the third, in %. */
	public static ReferenceRule heightRule() {
		return ReferenceRule.of("genant-1993-height");
	}

	/** The limits of areas, as those of heights. */
	public static ReferenceRule areaRule() {
		return ReferenceRule.of("genant-1993-area");
	}

	/** Loss of height in % from which a body counts as deformed. */
	public static double heightLimit() {
		return heightRule().threshold().orElseThrow();
	}

	/** @param loss in %; NaN is not assessable */
	public static DeformityGrade ofHeightLoss(final double loss) {
		return of(heightRule(), loss);
	}

	/** @param loss in %; NaN is not assessable */
	public static DeformityGrade ofAreaLoss(final double loss) {
		return of(areaRule(), loss);
	}

	private static DeformityGrade of(final ReferenceRule rule, final double loss) {
		if (Double.isNaN(loss)) return NOT_ASSESSABLE;
		final List<Double> above = rule.statistics().stream().map(ReferenceRule.Statistic::value).toList();
		if (loss < rule.threshold().orElseThrow() - ROUNDING) return NONE;
		if (loss <= above.get(0) + ROUNDING) return MILD;
		return loss <= above.get(1) + ROUNDING ? MODERATE : SEVERE;
	}
}
