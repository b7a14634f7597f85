package io.github.vertebraj.report.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;

import org.jfree.chart.axis.NumberAxis;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;

class ChartPartsTest {

	private static final Figure SMALL = new StackedBarFigure("", List.of("a"), List.of("b"), new long[][] { { 5 } });
	private static final Figure LARGE = new StackedBarFigure("t", List.of("a", "c"), List.of("b"), new long[][] { { 5 },
		{ 6 } });

	@Test
	void numbersHaveAsManyDecimalsAsTheStepNeeds() {
		assertTick("0.30", 0.3, 0.05, 1);
		assertTick("\u221220", -20, 10, 30);
		assertTick("0", -1e-17, 0.1, 1);
		assertTick("1.5\u00b710\u207b\u2079", 1.5e-9, 5e-10, 3e-9);
		assertTick("\u22122\u00b710\u2079", -2e9, 1e9, 3e9);
		assertTick("1000.5", 1000.5, 0.5, 1001);
	}

	private static void assertTick(final String text, final double value, final double step, final double largest) {
		assertEquals(text, new TickFormat(step, largest).format(value));
	}

	@Test
	void axesHaveRoundStepsAndSpace() {
		final NumberAxis axis = Axes.up("x", Axes.around(-3.1, 3.2, Double.NaN), 800);
		assertEquals(1, axis.getTickUnit().getSize());
		assertTrue(axis.getLowerBound() < -3.1 && axis.getUpperBound() > 3.2);
		for (final double value : new double[] { 0, 5, -5, 1e150, 1e-150, Double.MIN_VALUE, 1e9 })
			assertTrue(Axes.around(value, value).contains(value) && Axes.around(value).getLength() > 0, "value " + value);
		assertEquals(new Range(-0.05, 1.05), Axes.around());
		assertTrue(assertThrows(IllegalArgumentException.class, () -> Axes.around(-1e308, 1e308)).getMessage().contains(
			"too far apart"));
	}

	@Test
	void lettersBreakAtSpaces() {
		final double room = Lettering.width("Tuberculous", Lettering.SMALL) + 1;
		assertEquals("Tuberculous\ndisc", Lettering.wrap("Tuberculous disc", Lettering.SMALL, room));
		assertEquals("", Lettering.wrap(" ", Lettering.SMALL, room));
		assertEquals("Tuberculousspondylodiscitis", Lettering.wrap("Tuberculousspondylodiscitis", Lettering.SMALL, room)
			.replace("\n", ""));
		assertEquals("a\nb", Lettering.wrap("a\nb", Lettering.SMALL, room));
		assertEquals("x\ny", Lettering.wrap("xy", Lettering.SMALL, -1));
		assertEquals("Tuberculous", Lettering.shortened("Tuberculous", Lettering.SMALL, room));
		assertTrue(Lettering.shortened("Tuberculous disc", Lettering.SMALL, room).endsWith("\u2026"));
	}

	@Test
	void unitsAreTypeset() {
		assertEquals("ADC (10\u207b\u00b3 mm\u00b2/s)", Lettering.typeset("ADC (10^-3 mm^2/s)"));
		assertEquals("a^b ^ 10\u00b9\u00b2", Lettering.typeset("a^b ^ 10^12"));
	}

	@Test
	void valuesThatWouldCoverEachOtherTakeOtherLanes() {
		final Lanes lanes = new Lanes(100, 20, 1);
		assertEquals(List.of(List.of(), List.of(5.0), List.of(5.0, 30.0), List.of(5.0), List.of()), lanes.spread(
			new double[] { 30, 5, 5, 5 }));
		assertEquals(1000, lanes.spread(new double[1000]).stream().mapToInt(List::size).sum());
		assertEquals(List.of(List.of(1.0, 1.0)), new Lanes(20, 20, 1).spread(new double[] { 1, 1 }));
	}

	@Test
	void figuresStandInTwoColumns() {
		final BufferedImage grid = new FigureGrid(List.of(SMALL, LARGE, SMALL)).draw();
		assertEquals(2 * Figure.WIDTH, grid.getWidth());
		final BufferedImage large = LARGE.draw();
		final int letters = grid.getHeight() - large.getHeight() - SMALL.draw().getHeight();
		assertTrue(letters > 80 && letters < 200, "room for letters: " + letters);
		assertArrayEquals(pixels(large, 0, 0, Figure.WIDTH, large.getHeight()), pixels(grid, Figure.WIDTH, letters / 2,
			Figure.WIDTH, large.getHeight()));
		assertArrayEquals(pixels(grid, 0, 0, grid.getWidth(), grid.getHeight()), pixels(new FigureGrid(List.of(SMALL, LARGE,
			SMALL)).draw(), 0, 0, grid.getWidth(), grid.getHeight()));
	}

	@Test
	void oneFigureIsItself() {
		final BufferedImage alone = new FigureGrid(List.of(SMALL)).draw();
		assertEquals(Figure.WIDTH, alone.getWidth());
		assertEquals(SMALL.draw().getHeight(), alone.getHeight());
		assertThrows(IllegalArgumentException.class, () -> new FigureGrid(List.of()));
		assertThrows(IllegalArgumentException.class, () -> new FigureGrid(Collections.nCopies(27, SMALL)));
	}

	private static int[] pixels(final BufferedImage image, final int x, final int y, final int width, final int height) {
		return image.getRGB(x, y, width, height, null, 0, width);
	}
}
