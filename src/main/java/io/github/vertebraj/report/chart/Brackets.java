package io.github.vertebraj.report.chart;

import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.jfree.chart.annotations.CategoryLineAnnotation;
import org.jfree.chart.annotations.CategoryTextAnnotation;
import org.jfree.chart.axis.CategoryAnchor;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;

import io.github.vertebraj.report.chart.BoxPlotFigure.Bracket;

/** Comparisons above boxes, those that would overlap one above the other. */
final class Brackets {

	private static final double LEVEL = 60;
	private static final double HOOK = 12;
	private static final float LINE = 2.5f;
	private static final double SPACE = 10;

	/** A bracket with its level, and what it covers from left to right, in groups. */
	private record Placed(int first, int last, String text, Font font, Range covered, int level) {}

	private final List<Placed> placed = new ArrayList<>();

	/** @param slot width of a group in pixels */
	Brackets(final List<Bracket> brackets, final int groups, final double slot) {
		brackets.stream().sorted(Comparator.comparingInt(bracket -> Math.abs(bracket.first() - bracket.second()))).forEach(
			bracket -> placed.add(place(bracket, groups, slot)));
	}

	private Placed place(final Bracket bracket, final int groups, final double slot) {
		final int first = Math.min(bracket.first(), bracket.second());
		final int last = Math.max(bracket.first(), bracket.second());
		final double middle = (first + last + 1) / 2.0;
		final double room = 2 * slot * Math.min(middle, groups - middle);
		final Font font = Lettering.fitting(bracket.text(), Lettering.SMALL, room);
		final String text = Lettering.shortened(bracket.text(), font, room);
		final double half = (Lettering.width(text, font) / 2 + SPACE) / slot;
		final Range covered = new Range(Math.min(first + 0.5, middle - half), Math.max(last + 0.5, middle + half));
		final int level = IntStream.iterate(0, tried -> tried + 1).filter(tried -> placed.stream().noneMatch(
			other -> other.level == tried && other.covered.intersects(covered))).findFirst().orElseThrow();
		return new Placed(first, last, text, font, covered, level);
	}

	/** Room that they need, in pixels. */
	double height() {
		return LEVEL * (1 + placed.stream().mapToInt(Placed::level).max().orElse(-1));
	}

	/**
	 * @param data  the range below the brackets
	 * @param pixel what a pixel is worth in values
	 */
	void addTo(final CategoryPlot plot, final List<Place> places, final Range data, final double pixel) {
		for (final Placed each : placed) {
			final double foot = data.getUpperBound() + (each.level * LEVEL) * pixel;
			final double top = foot + HOOK * pixel;
			final Place first = places.get(each.first);
			final Place last = places.get(each.last);
			plot.addAnnotation(line(first, foot, first, top));
			plot.addAnnotation(line(first, top, last, top));
			plot.addAnnotation(line(last, top, last, foot));
			plot.addAnnotation(text(each, places.get((each.first + each.last) / 2), top + 4 * pixel));
		}
	}

	private static CategoryLineAnnotation line(final Place from, final double y1, final Place to, final double y2) {
		return new CategoryLineAnnotation(from, y1, to, y2, Color.BLACK, Palette.line(LINE));
	}

	/** In the middle: of a group, or at the end of the group before. */
	private static CategoryTextAnnotation text(final Placed bracket, final Place place, final double y) {
		final CategoryTextAnnotation text = new CategoryTextAnnotation(bracket.text, place, y);
		text.setCategoryAnchor((bracket.first + bracket.last) % 2 == 0 ? CategoryAnchor.MIDDLE : CategoryAnchor.END);
		text.setTextAnchor(TextAnchor.BOTTOM_CENTER);
		text.setFont(bracket.font);
		return text;
	}
}
