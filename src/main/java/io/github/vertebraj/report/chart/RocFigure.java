package io.github.vertebraj.report.chart;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * ROC curves in a square: sensitivity over 1 − specificity, the diagonal of chance, bands of confidence and cut-offs.
 *
 * @param title  above the plot; may be empty
 * @param curves at least one
 */
public record RocFigure(String title, List<Curve> curves) implements Figure {

	private static final double MARK = 16;

	/**
	 * A curve.
	 *
	 * @param name               of the score
	 * @param area               its AUC with interval, as the legend is to show it; may be empty
	 * @param falsePositiveRates rising or falling
	 * @param sensitivities      one for each
	 */
	public record Curve(String name, String area, double[] falsePositiveRates, double[] sensitivities,
		Optional<Band> band, Optional<CutOff> cutOff)
	{

		/** @throws IllegalArgumentException if there are under two points, or one is not in the unit square */
		public Curve {
			Objects.requireNonNull(name, "name");
			Objects.requireNonNull(area, "area");
			Objects.requireNonNull(band, "band");
			Objects.requireNonNull(cutOff, "cutOff");
			FigureData.equalLengths("false-positive rate", falsePositiveRates, "sensitivity", sensitivities);
			if (sensitivities.length < 2) throw new IllegalArgumentException("A ROC curve needs at least 2 points, but '" +
				name + "' has " + sensitivities.length);
			falsePositiveRates = FigureData.shares("false-positive rate", falsePositiveRates);
			sensitivities = FigureData.shares("sensitivity", sensitivities);
		}

		/** A copy. */
		@Override
		public double[] falsePositiveRates() {
			return falsePositiveRates.clone();
		}

		/** A copy. */
		@Override
		public double[] sensitivities() {
			return sensitivities.clone();
		}
	}

	/**
	 * A band of confidence for the sensitivity.
	 *
	 * @param falsePositiveRates rising
	 * @param lower              its lower edge at each
	 * @param upper              its upper edge at each
	 */
	public record Band(double[] falsePositiveRates, double[] lower, double[] upper) {

		/** @throws IllegalArgumentException if the lengths differ, or a value is not from 0 to 1 */
		public Band {
			FigureData.equalLengths("false-positive rate", falsePositiveRates, "lower edge", lower);
			FigureData.equalLengths("false-positive rate", falsePositiveRates, "upper edge", upper);
			falsePositiveRates = FigureData.shares("false-positive rate", falsePositiveRates);
			lower = FigureData.shares("lower edge", lower);
			upper = FigureData.shares("upper edge", upper);
		}

		/** A copy. */
		@Override
		public double[] falsePositiveRates() {
			return falsePositiveRates.clone();
		}

		/** A copy. */
		@Override
		public double[] lower() {
			return lower.clone();
		}

		/** A copy. */
		@Override
		public double[] upper() {
			return upper.clone();
		}
	}

	/** A cut-off: where it lies, and the text beside it ({@code ≤ 1.21}). */
	public record CutOff(double falsePositiveRate, double sensitivity, String text) {

		/** @throws IllegalArgumentException if it is not in the unit square */
		public CutOff {
			FigureData.shares("false-positive rate", new double[] { falsePositiveRate });
			FigureData.shares("sensitivity", new double[] { sensitivity });
			Objects.requireNonNull(text, "text");
		}
	}

	/** @throws IllegalArgumentException if there is no curve */
	public RocFigure {
		Objects.requireNonNull(title, "title");
		curves = List.copyOf(curves);
		if (curves.isEmpty()) throw new IllegalArgumentException("A ROC figure needs at least one curve");
	}

	@Override
	public BufferedImage draw() {
		return drawing().image();
	}

	@Override
	public Drawing drawing() {
		return new RocPlot(this).drawing();
	}
}
