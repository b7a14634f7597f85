package io.github.vertebraj.image;

import java.util.function.ToDoubleFunction;

/**
 * Features of the intensity histogram (IBSI family ZVCW) by their standard names and codes, in levels: A. Zwanenburg et
 * al., Radiology 2020;295:328-338, 10.1148/radiol.2020191145. Entropy is in bit.
 */
public enum HistogramFeature {

	/** Mean discretised intensity. */
	MEAN("Mean discretised intensity", "X6K6", h -> h.levels().mean()),

	/** Discretised intensity variance. */
	VARIANCE("Discretised intensity variance", "CH89", h -> h.levels().variance()),

	/** Discretised intensity skewness. */
	SKEWNESS("Discretised intensity skewness", "88K1", h -> h.levels().skewness()),

	/** Excess discretised intensity kurtosis. */
	KURTOSIS("Excess discretised intensity kurtosis", "C3I7", h -> h.levels().kurtosis()),

	/** Median discretised intensity. */
	MEDIAN("Median discretised intensity", "WIFQ", h -> h.levels().median()),

	/** Minimum discretised intensity. */
	MINIMUM("Minimum discretised intensity", "1PR8", h -> h.levels().minimum()),

	/** 10th discretised intensity percentile. */
	P10("10th discretised intensity percentile", "GPMT", h -> h.levels().p10()),

	/** 90th discretised intensity percentile. */
	P90("90th discretised intensity percentile", "OZ0C", h -> h.levels().p90()),

	/** Maximum discretised intensity. */
	MAXIMUM("Maximum discretised intensity", "3NCY", h -> h.levels().maximum()),

	/** Intensity histogram mode. */
	MODE("Intensity histogram mode", "AMMC", IntensityHistogram::mode),

	/** Discretised intensity interquartile range. */
	INTERQUARTILE_RANGE("Discretised intensity interquartile range", "WR0O", h -> h.levels().interquartileRange()),

	/** Discretised intensity range. */
	RANGE("Discretised intensity range", "5Z3W", h -> h.levels().range()),

	/** Intensity histogram mean absolute deviation. */
	MEAN_ABSOLUTE_DEVIATION("Intensity histogram mean absolute deviation", "D2ZX", h -> h.levels().mad()),

	/** Intensity histogram robust mean absolute deviation. */
	ROBUST_MEAN_ABSOLUTE_DEVIATION("Intensity histogram robust mean absolute deviation", "WRZB", h -> h.levels().robustMad()),

	/** Intensity histogram median absolute deviation. */
	MEDIAN_ABSOLUTE_DEVIATION("Intensity histogram median absolute deviation", "4RNL", h -> h.levels().medianMad()),

	/** Intensity histogram coefficient of variation. */
	COEFFICIENT_OF_VARIATION("Intensity histogram coefficient of variation", "CWYJ", h -> h.levels().variation()),

	/** Intensity histogram quartile coefficient of dispersion. */
	QUARTILE_DISPERSION("Intensity histogram quartile coefficient of dispersion", "SLWD", h -> h.levels().quartileDispersion()),

	/** Discretised intensity entropy. */
	ENTROPY("Discretised intensity entropy", "TLU2", IntensityHistogram::entropy),

	/** Discretised intensity uniformity. */
	UNIFORMITY("Discretised intensity uniformity", "BJ5W", IntensityHistogram::uniformity),

	/** Maximum histogram gradient. */
	MAXIMUM_GRADIENT("Maximum histogram gradient", "12CE", IntensityHistogram::maximumGradient),

	/** Maximum histogram gradient intensity. */
	MAXIMUM_GRADIENT_LEVEL("Maximum histogram gradient intensity", "8E6O", IntensityHistogram::maximumGradientLevel),

	/** Minimum histogram gradient. */
	MINIMUM_GRADIENT("Minimum histogram gradient", "VQB3", IntensityHistogram::minimumGradient),

	/** Minimum histogram gradient intensity. */
	MINIMUM_GRADIENT_LEVEL("Minimum histogram gradient intensity", "RHQZ", IntensityHistogram::minimumGradientLevel);

	private final String title;
	private final String code;
	private final ToDoubleFunction<IntensityHistogram> value;

	HistogramFeature(final String title, final String code, final ToDoubleFunction<IntensityHistogram> value) {
		this.title = title;
		this.code = code;
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

	/** The feature of a histogram. */
	public double of(final IntensityHistogram histogram) {
		return value.applyAsDouble(histogram);
	}
}
