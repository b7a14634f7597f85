package io.github.vertebraj.report.chart;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Box plots with every value as a point: box from the lower to the upper quartile with the median, whiskers to the
 * furthest values within 1.5 interquartile ranges of the box (J. W. Tukey, Exploratory Data Analysis, 1977).
 *
 * @param title     above the plot; may be empty
 * @param quantity  of the values, with its unit as in a table's header: {@code ADC (10^-3 mm^2/s)}
 * @param groups    from left to right, at least one
 * @param points    how the values are placed
 * @param brackets  comparisons above the boxes; may be none
 * @param reference a value to compare with
 */
public record BoxPlotFigure(String title, String quantity, List<Group> groups, Points points, List<Bracket> brackets,
	Optional<Reference> reference) implements Figure
{

	private static final double WHISKER_RANGE = 1.5;

	/** How the values of a group are placed. */
	public enum Points {
			/** Side by side where they would cover each other; always in the same way. */
			SPREAD,
			/** In a line, and the values of the same row in neighbouring groups are joined. */
			JOINED
	}

	/**
	 * A group.
	 *
	 * @param values        NaN where they are missing, which are counted under the name
	 * @param lowerQuartile of the same type as in the table beside the figure; NaN if there are no values
	 * @param median        likewise
	 * @param upperQuartile likewise
	 */
	public record Group(String name, double[] values, double lowerQuartile, double median, double upperQuartile) {

		/** @throws IllegalArgumentException if a value is infinite, or the quartiles are not in order */
		public Group {
			Objects.requireNonNull(name, "name");
			values = FigureData.finiteOrMissing(name, values);
			final boolean empty = FigureData.present(values).length == 0;
			if (!empty && !(lowerQuartile <= median && median <= upperQuartile)) throw new IllegalArgumentException(
				"The quartiles of '" + name + "' must be in rising order, but are " + lowerQuartile + ", " + median + " and " +
					upperQuartile);
		}

		/** A copy. */
		@Override
		public double[] values() {
			return values.clone();
		}

		int count() {
			return FigureData.present(values).length;
		}

		/** The lowest value within the fence; never inside the box. */
		double lowerWhisker() {
			final double fence = lowerQuartile - WHISKER_RANGE * (upperQuartile - lowerQuartile);
			return Math.min(lowerQuartile, Arrays.stream(values).filter(value -> value >= fence).min().orElse(lowerQuartile));
		}

		/** The highest value within the fence; never inside the box. */
		double upperWhisker() {
			final double fence = upperQuartile + WHISKER_RANGE * (upperQuartile - lowerQuartile);
			return Math.max(upperQuartile, Arrays.stream(values).filter(value -> value <= fence).max().orElse(upperQuartile));
		}
	}

	/**
	 * A comparison of two groups.
	 *
	 * @param first  index of a group
	 * @param second index of another
	 * @param text   {@code p = 0.012}
	 */
	public record Bracket(int first, int second, String text) {}

	/** A line across all groups. */
	public record Reference(double value, String text) {}

	/**
	 * @throws IllegalArgumentException if there is no group, groups to be joined have different numbers of rows, a
	 *                                  bracket does not join two groups, or the reference is not finite
	 */
	public BoxPlotFigure {
		Objects.requireNonNull(title, "title");
		Objects.requireNonNull(quantity, "quantity");
		Objects.requireNonNull(points, "points");
		groups = List.copyOf(groups);
		brackets = List.copyOf(brackets);
		if (groups.isEmpty()) throw new IllegalArgumentException("A box plot needs at least one group");
		if (points == Points.JOINED) for (final Group group : groups)
			FigureData.equalLengths(groups.get(0).name, groups.get(0).values, group.name, group.values);
		for (final Bracket bracket : brackets)
			if (Math.min(bracket.first, bracket.second) < 0 || Math.max(bracket.first, bracket.second) >= groups.size() ||
				bracket.first == bracket.second) throw new IllegalArgumentException("A bracket joins two of the groups 0 to " +
					(groups.size() - 1) + ", but not " + bracket.first + " and " + bracket.second);
		if (reference.isPresent() && !Double.isFinite(reference.get().value)) throw new IllegalArgumentException(
			"The reference is " + reference.get().value + ", which cannot be drawn");
	}

	@Override
	public BufferedImage draw() {
		return new BoxPlot(this).draw();
	}
}
