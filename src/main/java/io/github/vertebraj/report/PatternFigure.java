package io.github.vertebraj.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.interpretation.MrSequence;
import io.github.vertebraj.interpretation.SequenceSignal;
import io.github.vertebraj.interpretation.SignalArrow;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/** The figure of signal patterns: a row for each lesion, with its outline and its arrow on each sequence. */
public final class PatternFigure {

	/**
	 * A lesion on a sequence.
	 *
	 * @param map      real values, axes x, y, z
	 * @param geometry gives the shape of the pixels
	 * @param lesion   may be empty
	 */
	public record Panel(SequenceSignal signal, RandomAccessibleInterval<? extends RealType<?>> map, Geometry geometry,
		Region lesion)
	{}

	/** More rows than this make no figure that anyone could print. */
	public static final int MOST_ROWS = 10;

	private static final int WIDTH = 480;
	/** A few bright voxels must not darken the rest. */
	private static final double BRIGHT = 0.995;

	private PatternFigure() {}

	/**
	 * @param rows for each lesion its panels; at least one, and no more than {@link #MOST_ROWS} are drawn
	 */
	public static BufferedImage draw(final List<List<Panel>> rows) {
		final List<List<BufferedImage>> drawn = rows.stream().limit(MOST_ROWS).map(row -> row.stream().map(
			PatternFigure::panel).toList()).toList();
		final int columns = drawn.stream().mapToInt(List::size).max().orElse(1);
		final int height = drawn.stream().mapToInt(PatternFigure::height).sum();
		final BufferedImage figure = new BufferedImage(Math.max(1, columns) * WIDTH, Math.max(1, height),
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D graphics = figure.createGraphics();
		graphics.setColor(Color.WHITE);
		graphics.fillRect(0, 0, figure.getWidth(), figure.getHeight());
		int top = 0;
		for (final List<BufferedImage> row : drawn) {
			for (int i = 0; i < row.size(); i++)
				graphics.drawImage(row.get(i), i * WIDTH, top, null);
			top += height(row);
		}
		graphics.dispose();
		return figure;
	}

	private static int height(final List<BufferedImage> row) {
		return row.stream().mapToInt(BufferedImage::getHeight).max().orElse(0);
	}

	private static BufferedImage panel(final Panel panel) {
		final int z = RegionFigure.fullest(panel.map, List.of(panel.lesion));
		final RandomAccessibleInterval<? extends RealType<?>> slice = RegionFigure.slice(panel.map, z);
		final double[] values = sorted(slice);
		final double low = values.length == 0 ? 0 : Math.min(0, values[0]);
		final double high = values.length == 0 ? 1 : values[(int) (BRIGHT * (values.length - 1))];
		final SequenceSignal signal = panel.signal;
		final String title = panel.lesion.name() + ", " + signal.sequence() + " " + (signal
			.arrow() == SignalArrow.NOT_ASSESSABLE ? signal.arrow().text() : signal.arrow().text() + " " + Numbers.decimals(
				signal.ratio(), 2));
		final MapFigure.Settings settings = new MapFigure.Settings(title, signal.unit().isEmpty() ? "Signal" : signal
			.sequence() + " (" + signal.unit() + ")", low, high > low ? high : low + 1, colors(signal, slice, values), WIDTH);
		return new MapFigure(settings).draw(slice, Optional.empty(), panel.geometry.spacing(0), panel.geometry.spacing(1), List
			.of(panel.lesion), z);
	}

	/** Gray as readers know it, but for maps and where NaN, which is gray, must be told from values. */
	private static ColorMap colors(final SequenceSignal signal, final RandomAccessibleInterval<?> slice,
		final double[] finite)
	{
		return signal.sequence() == MrSequence.ADC || finite.length < Intervals.numElements(slice) ? ColorMap.perceptual()
			: ColorMap.gray();
	}

	private static double[] sorted(final RandomAccessibleInterval<? extends RealType<?>> slice) {
		final double[] values = new double[Math.toIntExact(Intervals.numElements(slice))];
		final Cursor<? extends RealType<?>> cursor = Views.flatIterable(slice).cursor();
		for (int i = 0; i < values.length; i++)
			values[i] = cursor.next().getRealDouble();
		return Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
	}
}
