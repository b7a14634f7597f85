package io.github.vertebraj.report.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import io.github.vertebraj.report.chart.BoxPlotFigure.Bracket;
import io.github.vertebraj.report.chart.BoxPlotFigure.Group;
import io.github.vertebraj.report.chart.BoxPlotFigure.Points;
import io.github.vertebraj.report.chart.BoxPlotFigure.Reference;
import io.github.vertebraj.report.chart.RocFigure.Band;
import io.github.vertebraj.report.chart.RocFigure.Curve;
import io.github.vertebraj.report.chart.RocFigure.CutOff;
import io.github.vertebraj.statistics.Interval;

class FigureTest {

	private static final double NAN = Double.NaN;
	private static final double INF = Double.POSITIVE_INFINITY;
	private static final String LONG = "Giant cell tumour of bone, recurrent, with an unpronounceably-long-compound-word";

	@Test
	void boxPlotsAreDrawn() {
		final List<Group> groups = List.of(group("Benign", gauss(35, 1.7, 0.3)), group("Malignant", NAN, 0.7, 0.8, 0.9));
		final BufferedImage plain = assertDrawn(new BoxPlotFigure("Mean ADC", "Mean (10^-3 mm^2/s)", groups, Points.SPREAD,
			List.of(), Optional.empty()));
		assertTrue(count(plain, Palette.tint(0, 0.2)) > 1000, "box of the first group");
		assertTrue(count(plain, Palette.tint(1, 0.2)) > 1000, "box of the second group");
		final BufferedImage full = assertDrawn(new BoxPlotFigure("Mean ADC", "Mean (10^-3 mm^2/s)", groups, Points.SPREAD,
			List.of(new Bracket(0, 1, "p = 0.012"), new Bracket(1, 0, LONG + LONG)), Optional.of(new Reference(1.21,
				"Cut-off 1.21"))));
		assertTrue(full.getHeight() > plain.getHeight() + 100);
	}

	@Test
	void pairsAreJoined() {
		final List<Group> groups = List.of(group("Before", 1, 2, 3, NAN), group("After", 2, NAN, 5, 6));
		final int joined = ink(assertDrawn(boxes(Points.JOINED, groups)));
		assertTrue(joined > ink(assertDrawn(boxes(Points.SPREAD, groups))) + 1000);
		assertRefused("'Before' as of 'After', but there are 1 and 2", () -> boxes(Points.JOINED, List.of(group("Before",
			1), group("After", 1, 2))));
	}

	@Test
	void degenerateGroupsAreDrawn() {
		assertDrawn(boxes(Points.SPREAD, List.of(group("one", 5))));
		assertDrawn(boxes(Points.SPREAD, List.of(group("none"), group("missing", NAN, NAN))));
		assertDrawn(boxes(Points.JOINED, List.of(group("equal", 3, 3, 3), group("zero", 0, 0, 0))));
		assertDrawn(boxes(Points.SPREAD, List.of(group("small", 1e-9, 3e-9), group("smaller", -1e-9))));
		assertDrawn(boxes(Points.SPREAD, List.of(group("large", 1e9, -1e9, 3e9), group("offset", 1e9, 1e9 + 1))));
		assertDrawn(boxes(Points.SPREAD, List.of(group("extreme", 1e150, -1e150, 1e-150))));
		assertDrawn(boxes(Points.SPREAD, List.of(group("least", Double.MIN_VALUE))));
		assertDrawn(boxes(Points.SPREAD, List.of(group("many", gauss(20_000, 0, 1)))));
		final Group[] twelve = new Group[12];
		Arrays.setAll(twelve, i -> group(LONG + i, gauss(3 + 20 * i, i, 1)));
		assertDrawn(boxes(Points.SPREAD, List.of(twelve)));
		assertRefused("too far apart", () -> boxes(Points.SPREAD, List.of(group("x", 1e308, -1e308))).draw());
	}

	@Test
	void rocCurvesAreDrawnInASquare() {
		final double[] rates = { 0, 0.1, 0.4, 1 };
		final double[] hits = { 0, 0.6, 0.9, 1 };
		final Band band = new Band(rates, new double[] { 0, 0.4, 0.8, 0.95 }, new double[] { 0.3, 0.8, 1, 1 });
		final Curve curve = new Curve("ADC", "AUC 0.87 (95% CI 0.80-0.93)", rates, hits, Optional.of(band), Optional.of(
			new CutOff(0.1, 0.6, "\u2264 1.21\nsensitivity 0.60")));
		final BufferedImage with = assertDrawn(new RocFigure("Response", List.of(curve)));
		assertTrue(count(with, Palette.tint(0, 0.18)) > 20_000, "band");
		assertTrue(count(with, Palette.color(0)) > 3000, "curve");
		final Curve second = new Curve(LONG, LONG, hits, rates, Optional.empty(), Optional.of(new CutOff(0.1, 0.6, LONG)));
		assertTrue(count(assertDrawn(new RocFigure("", List.of(curve, second))), Palette.color(1)) > 1000, "second curve");
		final double[] ends = { 0, 1 };
		assertDrawn(new RocFigure("", List.of(new Curve("", "", ends, ends, Optional.of(new Band(new double[0],
			new double[0], new double[0])), Optional.of(new CutOff(0, 1, ""))))));
	}

	@Test
	void curvesOfAMillionPointsAreDrawn() {
		final double[] rates = new double[1_000_001];
		Arrays.setAll(rates, i -> i / 1e6);
		final double[] hits = Arrays.stream(rates).map(Math::sqrt).toArray();
		assertDrawn(new RocFigure("", List.of(new Curve("", "", rates, hits, Optional.of(new Band(rates, rates, hits)),
			Optional.of(new CutOff(0.25, 0.5, "x"))))));
	}

	@Test
	void agreementIsDrawn() {
		final BlandAltmanFigure.Level bias = level(0.1, -0.1, 0.3);
		final BufferedImage figure = assertDrawn(new BlandAltmanFigure("Heights", "Mean (mm)", "Difference (mm)", gauss(50,
			20, 3), gauss(50, 0, 1), bias, List.of(level(-2, -2.3, -1.7), level(2.2, 1.9, 2.5))));
		assertTrue(count(figure, Palette.tint(0, 0.16)) > 10_000, "band of the bias");
		assertTrue(count(figure, Palette.tint(1, 0.16)) > 20_000, "bands of the limits");
		final double[] one = { 5 };
		assertDrawn(new BlandAltmanFigure("", LONG, LONG + LONG, one, one, level(5, -INF, INF), List.of(level(5, NAN, NAN),
			level(5, 5, 5))));
		assertRefused("at least one pair", () -> new BlandAltmanFigure("", "", "", new double[0], new double[0], bias, List
			.of()));
		assertRefused("but there are 1 and 2", () -> new BlandAltmanFigure("", "", "", one, new double[2], bias, List
			.of()));
		assertRefused("Value 1 of 'differences' is NaN", () -> new BlandAltmanFigure("", "", "", one, new double[] { NAN },
			bias, List.of()));
	}

	@Test
	void ratiosAreDrawn() {
		final BufferedImage figure = assertDrawn(forest(new ForestFigure.Row("FF", 2.1, 1.05, 4.2, "2.10 (1.05-4.20)"),
			new ForestFigure.Row(LONG, INF, 3, INF, LONG), new ForestFigure.Row("zero", 0, 0, 0.2, "0 (0-0.2)"),
			new ForestFigure.Row("nothing", NAN, NAN, NAN, "not determined"), new ForestFigure.Row("all", 1, 0, INF, "1")));
		assertTrue(count(figure, Palette.color(0)) > 300, "estimate");
		assertDrawn(forest(new ForestFigure.Row("", 1, 1, 1, "")));
		assertDrawn(forest(new ForestFigure.Row("huge", 1e200, 1e-200, 1e300, "huge")));
		assertRefused("'x' must be 0 or more", () -> new ForestFigure.Row("x", 1, 2, 1, ""));
		assertRefused("'x' must be 0 or more", () -> new ForestFigure.Row("x", -1, 2, 3, ""));
	}

	@Test
	void sharesAreDrawn() {
		final BufferedImage figure = assertDrawn(new StackedBarFigure("DWI", List.of("Benign", LONG, "none"), List.of(
			"bright", "dark", LONG), new long[][] { { 12, 3, 0 }, { 1, 1000, 1 }, { 0, 0, 0 } }));
		assertTrue(count(figure, Palette.tint(0, 0.3)) > 10_000, "first category");
		assertTrue(count(figure, Palette.tint(1, 0.3)) > 10_000, "second category");
		assertDrawn(new StackedBarFigure("", List.of("a"), List.of("b"), new long[][] { { Long.MAX_VALUE / 2 } }));
		assertRefused("one is -1", () -> new StackedBarFigure("", List.of("a"), List.of("b"), new long[][] { { -1 } }));
		assertRefused("for 1 categories, but there are 2", () -> new StackedBarFigure("", List.of("a"), List.of("b"),
			new long[][] { { 1, 2 } }));
		assertRefused("for 1 groups, but there are 2", () -> new StackedBarFigure("", List.of("a"), List.of("b"),
			new long[2][1]));
	}

	@Test
	void correlationIsDrawn() {
		final ScatterFigure.Group women = new ScatterFigure.Group("Women", gauss(30, 30, 10), gauss(30, 0.7, 0.1));
		final ScatterFigure.Group men = new ScatterFigure.Group("Men", gauss(30, 30, 10), gauss(30, 0.7, 0.1));
		final BufferedImage figure = assertDrawn(new ScatterFigure("ADC", "Plasma cells (%)", "ADC (10^-3 mm^2/s)", List.of(
			women, men), Optional.of(new ScatterFigure.Line(0.9, -0.006, "fit")), "r = \u22120.84"));
		assertTrue(count(figure, Palette.color(0)) > 200 && count(figure, Palette.color(1)) > 200, "legend");
		final double[] one = { 1e9 };
		assertDrawn(new ScatterFigure("", "", "", List.of(new ScatterFigure.Group("", one, one)), Optional.of(
			new ScatterFigure.Line(0, 1e300, "")), ""));
		assertRefused("at least one point", () -> new ScatterFigure("", "", "", List.of(), Optional.empty(), ""));
		assertRefused("Value 1 of 'x' is Infinity", () -> new ScatterFigure.Group("", new double[] { INF }, one));
	}

	@Test
	void whatCannotBeDrawnIsRefused() {
		assertRefused("at least one group", () -> boxes(Points.SPREAD, List.of()));
		assertRefused("Value 2 of 'x' is Infinity", () -> new Group("x", new double[] { 1, INF }, 1, 1, 1));
		assertRefused("rising order", () -> new Group("x", new double[] { 1, 2 }, 2, 1, 1));
		assertRefused("two of the groups 0 to 0", () -> new BoxPlotFigure("", "", List.of(group("a", 1)), Points.SPREAD,
			List.of(new Bracket(0, 1, "")), Optional.empty()));
		assertRefused("at least one curve", () -> new RocFigure("", List.of()));
		assertRefused("at least 2 points", () -> new Curve("a", "", new double[1], new double[1], Optional.empty(), Optional
			.empty()));
		assertRefused("from 0 to 1, but one is 1.5", () -> new CutOff(1.5, 0, ""));
		assertRefused("from 0 to 1, but one is NaN", () -> new CutOff(0, NAN, ""));
	}

	/** Whiskers of R 4.2.2: boxplot.stats(x)$stats, for data whose hinges are the quartiles of type 7. */
	@Test
	void whiskersEndAtValuesWithinTheFence() {
		final Group high = group("x", 1, 2, 3, 4, 5, 6, 7, 8, 30);
		assertArrayEquals(new double[] { 1, 8 }, new double[] { high.lowerWhisker(), high.upperWhisker() });
		final Group low = group("x", -9, 1, 2, 3, 4, 5, 6, 7, 8, 9, 12.5);
		assertArrayEquals(new double[] { 1, 12.5 }, new double[] { low.lowerWhisker(), low.upperWhisker() });
	}

	private static BoxPlotFigure boxes(final Points points, final List<Group> groups) {
		return new BoxPlotFigure("", "x (ml)", groups, points, List.of(), Optional.empty());
	}

	private static ForestFigure forest(final ForestFigure.Row... rows) {
		return new ForestFigure("Predictors", "Odds ratio", "OR (95% CI)", List.of(rows));
	}

	private static BlandAltmanFigure.Level level(final double value, final double lower, final double upper) {
		return new BlandAltmanFigure.Level(value, Optional.of(new Interval(lower, upper, 0.95, "t")), "Level\n" + value);
	}

	/** A group with quartiles of type 7. */
	private static Group group(final String name, final double... values) {
		final double[] sorted = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
		return new Group(name, values, quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75));
	}

	private static double quantile(final double[] sorted, final double share) {
		if (sorted.length == 0) return NAN;
		final double at = (sorted.length - 1) * share;
		final int below = (int) at;
		return below + 1 == sorted.length ? sorted[below] : (1 - at + below) * sorted[below] + (at - below) * sorted[below +
			1];
	}

	private static double[] gauss(final int count, final double mean, final double deviation) {
		final Random random = new Random(count);
		return random.doubles(count).map(x -> mean + deviation * random.nextGaussian()).toArray();
	}

	/** Draws twice: the same pixels, of the usual width, with something on them, and nothing cut off at the edges. */
	private static BufferedImage assertDrawn(final Figure figure) {
		final BufferedImage image = figure.draw();
		assertArrayEquals(pixels(image), pixels(figure.draw()), "deterministic");
		assertEquals(Figure.WIDTH, image.getWidth());
		assertTrue(ink(image) > 1000, "empty");
		final int right = image.getWidth() - 3;
		for (int y = 0; y < image.getHeight(); y++)
			for (final int x : new int[] { 0, 1, 2, right, right + 1, right + 2 })
				assertEquals(Color.WHITE.getRGB(), image.getRGB(x, y), "cut off at x " + x + ", y " + y);
		final int bottom = image.getHeight() - 3;
		for (int x = 0; x < image.getWidth(); x++)
			for (final int y : new int[] { 0, 1, 2, bottom, bottom + 1, bottom + 2 })
				assertEquals(Color.WHITE.getRGB(), image.getRGB(x, y), "cut off at x " + x + ", y " + y);
		return image;
	}

	private static int[] pixels(final BufferedImage image) {
		return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
	}

	private static int ink(final BufferedImage image) {
		return (int) Arrays.stream(pixels(image)).filter(rgb -> (rgb & 0xffffff) != 0xffffff).count();
	}

	/** Pixels of a colour, give or take what rounding makes of transparency. */
	private static int count(final BufferedImage image, final Color color) {
		return (int) Arrays.stream(pixels(image)).mapToObj(Color::new).filter(pixel -> Math.abs(pixel.getRed() - color
			.getRed()) + Math.abs(pixel.getGreen() - color.getGreen()) + Math.abs(pixel.getBlue() - color.getBlue()) <= 4)
			.count();
	}

	private static void assertRefused(final String reason, final Executable action) {
		final String message = assertThrows(IllegalArgumentException.class, action).getMessage();
		assertTrue(message.contains(reason), message);
	}
}
