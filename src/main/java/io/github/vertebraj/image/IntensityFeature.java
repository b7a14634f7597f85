package io.github.vertebraj.image;

import java.util.function.ToDoubleFunction;

/**
 * Intensity-based statistics (IBSI family UHIW) by their standard names and codes: A. Zwanenburg et al., Radiology
 * 2020;295:328-338, 10.1148/radiol.2020191145.
 */
public enum IntensityFeature {

	/** Mean intensity. */
	MEAN("Mean intensity", "Q4LE", Unit.INTENSITY, f -> f.intensities().mean()),

	/** Intensity variance. */
	VARIANCE("Intensity variance", "ECT3", Unit.SQUARE, f -> f.intensities().variance()),

	/** Intensity skewness. */
	SKEWNESS("Intensity skewness", "KE2A", Unit.NONE, f -> f.intensities().skewness()),

	/** Excess intensity kurtosis. */
	KURTOSIS("Excess intensity kurtosis", "IPH6", Unit.NONE, f -> f.intensities().kurtosis()),

	/** Median intensity. */
	MEDIAN("Median intensity", "Y12H", Unit.INTENSITY, f -> f.intensities().median()),

	/** Minimum intensity. */
	MINIMUM("Minimum intensity", "1GSF", Unit.INTENSITY, f -> f.intensities().minimum()),

	/** 10th intensity percentile. */
	P10("10th intensity percentile", "QG58", Unit.INTENSITY, f -> f.intensities().p10()),

	/** 90th intensity percentile. */
	P90("90th intensity percentile", "8DWT", Unit.INTENSITY, f -> f.intensities().p90()),

	/** Maximum intensity. */
	MAXIMUM("Maximum intensity", "84IY", Unit.INTENSITY, f -> f.intensities().maximum()),

	/** Intensity interquartile range. */
	INTERQUARTILE_RANGE("Intensity interquartile range", "SALO", Unit.INTENSITY, f -> f.intensities().interquartileRange()),

	/** Intensity range. */
	RANGE("Intensity range", "2OJQ", Unit.INTENSITY, f -> f.intensities().range()),

	/** Intensity-based mean absolute deviation. */
	MEAN_ABSOLUTE_DEVIATION("Intensity-based mean absolute deviation", "4FUA", Unit.INTENSITY, f -> f.intensities().mad()),

	/** Intensity-based robust mean absolute deviation. */
	ROBUST_MEAN_ABSOLUTE_DEVIATION("Intensity-based robust mean absolute deviation", "1128", Unit.INTENSITY, f -> f.intensities().robustMad()),

	/** Intensity-based median absolute deviation. */
	MEDIAN_ABSOLUTE_DEVIATION("Intensity-based median absolute deviation", "N72L", Unit.INTENSITY, f -> f.intensities().medianMad()),

	/** Intensity-based coefficient of variation. */
	COEFFICIENT_OF_VARIATION("Intensity-based coefficient of variation", "7TET", Unit.NONE, f -> f.intensities().variation()),

	/** Intensity-based quartile coefficient of dispersion. */
	QUARTILE_DISPERSION("Intensity-based quartile coefficient of dispersion", "9S40", Unit.NONE, f -> f.intensities().quartileDispersion()),

	/** Intensity-based energy. */
	ENERGY("Intensity-based energy", "N8CA", Unit.SQUARE, IntensityFeatures::energy),

	/** Root mean square intensity. */
	ROOT_MEAN_SQUARE("Root mean square intensity", "5ZWQ", Unit.INTENSITY, IntensityFeatures::rootMeanSquare);

	/** What a feature is measured in. */
	private enum Unit {
		NONE, INTENSITY, SQUARE
	}

	private final String title;
	private final String code;
	private final Unit unit;
	private final ToDoubleFunction<IntensityFeatures> value;

	IntensityFeature(final String title, final String code, final Unit unit,
		final ToDoubleFunction<IntensityFeatures> value)
	{
		this.title = title;
		this.code = code;
		this.unit = unit;
		this.value = value;
	}

	/** Its name in the standard. */
	public String title() {
		return title;
	}

	/** The four letters that stand for it in the standard. */
	public String code() {
		return code;
	}

	/** The unit of the feature; empty when it has none, or the intensity has none. */
	public String unit(final String intensity) {
		return switch (unit) {
			case NONE -> "";
			case INTENSITY -> intensity;
			case SQUARE -> intensity.isEmpty() ? "" : intensity.matches("[A-Za-z%]+") ? intensity + "^2" : "(" + intensity +
				")^2";
		};
	}

	/** The feature of a region. */
	public double of(final IntensityFeatures features) {
		return value.applyAsDouble(features);
	}
}
