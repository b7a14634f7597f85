package io.github.vertebraj.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.Region.Run;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

class MapFigureTest {

	private static final MapFigure.Settings SETTINGS = MapFigure.Settings.of("Map", "ADC (10^-3 mm^2/s)", 0, 3);
	private static final int GRAY = SliceImage.NOT_MEASURABLE.getRGB();

	@Test
	void voxelsHaveTheColoursOfTheirValues() {
		final Map<Integer, Integer> colours = count(draw(map(0.4f, 1.2f, 1.9f, 2.5f), 1.5, 1.2));
		for (final double value : new double[] { 0.4, 1.2, 1.9, 2.5 })
			assertTrue(colours.getOrDefault(colour(value), 0) > 50_000, "value " + value);
	}

	@Test
	void voxelsKeepTheirProportions() {
		final BufferedImage figure = draw(map(Float.NaN, 0.4f, 0.4f, 0.4f), 1.5, 1.2);
		int across = 0;
		int down = 0;
		final int withoutBar = figure.getWidth() * 3 / 4;
		for (int y = 0; y < figure.getHeight(); y++)
			across = Math.max(across, grayPixels(figure.getRGB(0, y, withoutBar, 1, null, 0, withoutBar)));
		for (int x = 0; x < withoutBar; x++)
			down = Math.max(down, grayPixels(figure.getRGB(x, 0, 1, figure.getHeight(), null, 0, 1)));
		assertEquals(1.5 / 1.2, (double) across / down, 0.01);
	}

	private static int grayPixels(final int[] line) {
		return (int) Arrays.stream(line).filter(rgb -> rgb == GRAY).count();
	}

	@Test
	void notMeasurableIsGrayAndExplained() {
		final Map<Integer, Integer> without = count(draw(map(0.4f, 1.2f, 1.9f, 2.5f), 1, 1));
		final Map<Integer, Integer> with = count(draw(map(0.4f, Float.NaN, 1.9f, 2.5f), 1, 1));
		assertTrue(without.getOrDefault(GRAY, 0) < 100);
		assertTrue(with.get(GRAY) > 50_000);
	}

	@Test
	void aBackgroundShowsWhereTheMapDoesNot() {
		final BufferedImage figure = new MapFigure(SETTINGS).draw(map(Float.NaN, Float.NaN, 1.9f, 2.5f), Optional.of(map(0,
			700, 700, 700)), 1, 1, List.of(), 0);
		final Map<Integer, Integer> colours = count(figure);
		assertTrue(colours.get(0xff000000) > 50_000, "black");
		assertTrue(colours.get(0xffd2d2d2) > 50_000, "bright gray");
		assertTrue(colours.getOrDefault(GRAY, 0) < 100);
	}

	@Test
	void outlinesAndNamesAreDrawnOnTheirSliceOnly() {
		final List<Region> regions = List.of(new Region("L3_VB", List.of(new Run(4, 0, 0, 1))));
		final BufferedImage without = draw(map(0.4f, 1.2f, 1.9f, 2.5f), 1, 1);
		final MapFigure figure = new MapFigure(SETTINGS);
		final RandomAccessibleInterval<FloatType> map = map(0.4f, 1.2f, 1.9f, 2.5f);
		assertEquals(count(without), count(figure.draw(map, Optional.empty(), 1, 1, regions, 3)));
		final int white = count(figure.draw(map, Optional.empty(), 1, 1, regions, 4)).get(0xffffffff);
		assertTrue(white > count(without).get(0xffffffff) + 1000);
	}

	@Test
	void regionsBeyondTheSliceAreCut() {
		final List<Region> regions = List.of(new Region("far", List.of(new Run(0, 50, -3, 90))));
		assertEquals(1200, new MapFigure(SETTINGS).draw(map(1, 1, 1, 1), Optional.empty(), 1, 1, regions, 0).getWidth());
	}

	@Test
	void aViewIsDrawnAsWellAsAnImage() {
		final RandomAccessibleInterval<FloatType> moved = Views.translate(map(0.4f, 1.2f, 1.9f, 2.5f), 70, -8);
		assertEquals(count(draw(map(0.4f, 1.2f, 1.9f, 2.5f), 1, 1)), count(draw(moved, 1, 1)));
	}

	@Test
	void degenerateMapsAreDrawn() {
		final float nan = Float.NaN;
		assertEquals(1200, draw(map(nan, nan, nan, nan), 1, 1).getWidth());
		assertEquals(1200, draw(ArrayImgs.floats(new float[] { 1 }, 1, 1), 3, 4).getWidth());
		assertEquals(1200, draw(ArrayImgs.floats(new float[700], 700, 1), 1, 1).getWidth());
		assertEquals(1200, draw(ArrayImgs.floats(new float[700], 1, 700), 1, 1).getWidth());
		assertEquals(1200, draw(map(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, 0, 0), 1, 1).getWidth());
	}

	@Test
	void refusesWhatCannotBeDrawn() {
		assertRefused("above 0 mm", () -> draw(map(1, 1, 1, 1), 0, 1));
		assertRefused("axes x and y", () -> draw(ArrayImgs.floats(2, 2, 2), 1, 1));
		assertRefused("3 x 2 instead of 2 x 2", () -> new MapFigure(SETTINGS).draw(map(1, 1, 1, 1), Optional.of(ArrayImgs
			.floats(3, 2)), 1, 1, List.of(), 0));
		assertRefused("lower to a higher", () -> MapFigure.Settings.of("", "", 3, 3));
		assertRefused("lower to a higher", () -> MapFigure.Settings.of("", "", 0, Double.NaN));
		assertRefused("300 pixels", () -> new MapFigure.Settings("", "", 0, 1, ColorMap.perceptual(), 100));
	}

	@Test
	void unitsAreTypeset() {
		assertEquals("ADC (10⁻³ mm²/s)", ColorBar.typeset("ADC (10^-3 mm^2/s)"));
	}


	private static RandomAccessibleInterval<FloatType> map(final float... values) {
		return ArrayImgs.floats(values, 2, 2);
	}

	private static BufferedImage draw(final RandomAccessibleInterval<? extends RealType<?>> map, final double xSpacing,
		final double ySpacing)
	{
		return new MapFigure(SETTINGS).draw(map, Optional.empty(), xSpacing, ySpacing, List.of(), 0);
	}

	private static int colour(final double value) {
		return ColorMap.perceptual().color((float) value, 0, 3).getRGB();
	}

	private static Map<Integer, Integer> count(final BufferedImage figure) {
		final Map<Integer, Integer> counts = new HashMap<>();
		for (final int rgb : figure.getRGB(0, 0, figure.getWidth(), figure.getHeight(), null, 0, figure.getWidth()))
			counts.merge(rgb, 1, Integer::sum);
		return counts;
	}

	private static void assertRefused(final String reason, final Executable action) {
		final String message = assertThrows(IllegalArgumentException.class, action).getMessage();
		assertTrue(message.contains(reason), message);
	}
}
