package io.github.vertebraj.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import io.github.vertebraj.SharedData;
import io.github.vertebraj.io.nifti.NiftiFile;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

class IntensityFeaturesTest {

	private static final double NAN = Double.NaN;

	/** From the least to the greatest value: all levels of whole numbers from 1 on. */
	private static final Discretisation WHOLE = Discretisation.ofWidth(1, 1);

	private static IntensityFeatures features(final Discretisation rule, final double... values) {
		return features(ArrayImgs.doubles(values, values.length, 1, 1), ValueScale.IDENTITY, rule);
	}

	private static IntensityFeatures features(final RandomAccessibleInterval<? extends RealType<?>> row,
		final ValueScale scale, final Discretisation rule)
	{
		return IntensityFeatures.of(row, scale, List.of(new Region("row", List.of(new Region.Run(0, 0, 0, (int) row.dimension(
			0))))), rule, done -> {}).get(0);
	}

	private static double[] statistics(final IntensityFeatures features) {
		return Arrays.stream(IntensityFeature.values()).mapToDouble(feature -> feature.of(features)).toArray();
	}

	private static double[] histogram(final IntensityFeatures features) {
		return Arrays.stream(HistogramFeature.values()).mapToDouble(feature -> feature.of(features.histogram())).toArray();
	}

	private static void assertNear(final double[] expected, final double... actual) {
		assertEquals(expected.length, actual.length);
		for (int i = 0; i < expected.length; i++)
			assertEquals(expected[i], actual[i], Double.isNaN(expected[i]) ? 0 : 1e-12 * (1 + Math.abs(expected[i])), "no. " +
				i);
	}

	/** IBSI's digital phantom: every value of both families, as far as its consensus value is printed. */
	@TestFactory
	Stream<DynamicTest> digitalPhantom() throws Exception {
		final Path folder = SharedData.path("ibsi_digital_phantom");
		final CalibratedImage image = NiftiFile.read(folder.resolve("nifti/image/phantom.nii.gz"));
		final CalibratedImage mask = NiftiFile.read(folder.resolve("nifti/mask/mask.nii.gz"));
		final List<Region> region = LabelRegions.of(mask.volume(0, 0), label -> "phantom");
		final IntensityFeatures features = IntensityFeatures.of(image.volume(0, 0), image.scale(), region, WHOLE,
			done -> {}).get(0);
		assertEquals(74, features.voxels());
		final List<String> lines = Files.readAllLines(folder.resolve("reference/ibsi_1_dig_phantom.csv"));
		final double[] statistics = statistics(features);
		final double[] histogram = histogram(features);
		final List<DynamicTest> tests = new ArrayList<>();
		int stat = 0;
		int ih = 0;
		for (final String line : lines) {
			final String[] cells = line.split(";");
			if (cells.length < 3 || !cells[2].matches("(stat|ih)_.*")) continue;
			final double actual = cells[2].startsWith("stat") ? statistics[stat++] : histogram[ih++];
			final BigDecimal expected = new BigDecimal(cells[0]);
			tests.add(DynamicTest.dynamicTest(cells[2], () -> assertEquals(expected.doubleValue(), new BigDecimal(actual).round(
				new MathContext(3)).doubleValue(), Double.parseDouble(cells[1]))));
		}
		assertEquals(IntensityFeature.values().length, stat);
		assertEquals(HistogramFeature.values().length, ih);
		return tests.stream();
	}

	/** Numbers anyone can remake: s = (1103515245 s + 12345) mod 2^31 from 12345 on, u = s / 2^31, x = 3 u^2 - 0.4. */
	private static double[] remade() {
		final double[] x = new double[997];
		long s = 12345;
		for (int i = 0; i < x.length; i++) {
			s = (1103515245 * s + 12345) % (1L << 31);
			final double u = s / (double) (1L << 31);
			x[i] = -0.4 + 3 * (u * u);
		}
		return x;
	}

	/**
	 * numpy 1.24.2: mean, var, percentile, ptp, gradient of the counts; skewness and kurtosis as ((x - m)**3).mean() /
	 * var**1.5 and ((x - m)**4).mean() / var**2 - 3; levels floor((x - 0.1) / 0.15) + 1 and min(23, floor(23 (x - min) /
	 * ptp) + 1).
	 */
	@Test
	void agreesWithNumpy() {
		final IntensityFeatures width = features(Discretisation.ofWidth(0.15, 0.1), remade());
		assertNear(new double[] { 0.5869028156871618, 0.7676197008153367, 0.6226748730139469, -0.8475758355868623,
			0.34156936624368883, -0.3999999249204516, -0.3731296940079567, 1.9907229504785258, 2.596361700971753,
			1.4692426540730534, 2.9963616258922046, 0.7536112978735516, 0.5983790143076876, 0.7391421819899324,
			1.492818000150862, 1.4155302835487973, 1108.738392029225, 1.0545494847928454 }, statistics(width));
		assertNear(new double[] { 3.7261785356068207, 34.51178208648011, 0.611132543216361, -0.8453730958860128, 2, -3, -3,
			13, 17, -3, 10, 20, 5.051402955104028, 4.2110256014411975, 4.947843530591776, 1.5765945937073897,
			1.6666666666666667, 4.131665716417492, 0.0686925369891017, 3.5, 3, -35, -2 }, histogram(width));
		assertEquals(21, width.histogram().bins());
		assertEquals(0.1 - 4 * 0.15, width.histogram().edge(-3), 1e-15);
		final IntensityFeatures number = features(Discretisation.ofNumber(23), remade());
		assertNear(new double[] { 8.124373119358074, 44.39576502828445, 0.6380762557591483, -0.847431413783251, 6, 1, 1, 19,
			23, 1, 11, 22, 5.736726729838462, 4.84338924294586, 5.616850551654965, 0.8201266254401389, 0.7333333333333333,
			4.158275524153992, 0.07670856098888439, 5, 12, -95, 1 }, histogram(number));
		assertEquals(2.9963616258922046 / 23, number.histogram().width(), 1e-15);
	}

	@Test
	void degenerateRegions() {
		final double[] nothing = DoubleStream.generate(() -> NAN).limit(18).toArray();
		final IntensityFeatures nan = features(WHOLE, NAN, Double.POSITIVE_INFINITY);
		assertNear(nothing, statistics(nan));
		assertNear(DoubleStream.generate(() -> NAN).limit(23).toArray(), histogram(nan));
		assertEquals(2, nan.nan());
		assertEquals(2, nan.voxels());
		assertEquals(0, nan.histogram().bins());
		// equal numbers whose mean is not exactly theirs: no skewness from rounding
		for (final double[] same : new double[][] { { 0.1 }, { 0.1, 0.1, 0.1, NAN, 0.1, 0.1, 0.1 } }) {
			final int n = same.length == 1 ? 1 : 6;
			for (final Discretisation rule : List.of(Discretisation.ofNumber(32), Discretisation.ofWidth(0.05, 0.075))) {
				final IntensityFeatures one = features(rule, same);
				assertNear(new double[] { 0.1, 0, 0, 0, 0.1, 0.1, 0.1, 0.1, 0.1, 0, 0, 0, 0, 0, 0, 0, n * 0.01, 0.1 }, statistics(
					one));
				assertNear(new double[] { 1, 0, 0, 0, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NAN, NAN, NAN, NAN }, histogram(
					one));
			}
		}
	}

	@Test
	void coefficientsWithoutDenominatorAreNotMeasurable() {
		final IntensityFeatures zero = features(WHOLE, -1, 1);
		assertTrue(Double.isNaN(IntensityFeature.COEFFICIENT_OF_VARIATION.of(zero)));
		assertTrue(Double.isNaN(IntensityFeature.QUARTILE_DISPERSION.of(zero)));
		assertEquals(1, IntensityFeature.VARIANCE.of(zero), "divides by n");
	}

	@Test
	void binsContainTheirLowerEdge() {
		final IntensityHistogram width = features(Discretisation.ofWidth(0.5, 1), 1, 1.25, 1.5, 3, 3).histogram();
		assertArrayEquals(new int[] { 2, 1, 0, 0, 2 }, width.counts());
		assertEquals(1, width.lowest());
		assertEquals(2, HistogramFeature.MODE.of(features(Discretisation.ofWidth(1, 0), 0.5, 0.5, 1.5, 1.5, 4.5)
			.histogram()), "of two the one nearer to the mean");
		assertEquals(1, HistogramFeature.MODE.of(features(WHOLE, 1, 3).histogram()), "else the lower");
		final IntensityHistogram number = features(Discretisation.ofNumber(4), 0, 1, 2, 3, 4).histogram();
		assertArrayEquals(new int[] { 1, 1, 1, 2 }, number.counts(), "the greatest value is in the last bin");
	}

	/** numpy 1.24.2: gradient([0, 0, 0, 1, 5]) is 0, 0, 0.5, 2.5, 4. */
	@Test
	void emptyLevelsBelowCountInTheGradient() {
		final IntensityHistogram rising = features(WHOLE, 4, 5, 5, 5, 5, 5).histogram();
		assertEquals(5, rising.bins());
		assertEquals(4, rising.lowest());
		assertNear(new double[] { 4, 5, 0, 1 }, HistogramFeature.MAXIMUM_GRADIENT.of(rising),
			HistogramFeature.MAXIMUM_GRADIENT_LEVEL.of(rising), HistogramFeature.MINIMUM_GRADIENT.of(rising),
			HistogramFeature.MINIMUM_GRADIENT_LEVEL.of(rising));
	}

	/** Stored values of any type and a scale, also one that turns their order around. */
	@Test
	void typesAndScales() {
		final short[] stored = { 3, -7, 12, 12, 0, -7, 30000, 5 };
		for (final ValueScale scale : List.of(new ValueScale(0.25, 10, ""), new ValueScale(-2, 1, ""))) {
			final double[] real = new double[stored.length];
			for (int i = 0; i < real.length; i++)
				real[i] = scale.real(stored[i]);
			final double[] expected = statistics(features(WHOLE, real));
			assertNear(expected, statistics(features(ArrayImgs.shorts(stored, 8, 1, 1), scale, WHOLE)));
			final float[] floats = new float[stored.length];
			for (int i = 0; i < floats.length; i++)
				floats[i] = stored[i];
			assertNear(expected, statistics(features(ArrayImgs.floats(floats, 8, 1, 1), scale, WHOLE)));
		}
	}

	private static double value(final long x, final long y, final long z, final long t) {
		return (31 * x + 17 * y * y + 7 * z * t + 3 * x * y) % 101 - 20;
	}

	@Test
	void anyImageInAnyNumberOfThreads() throws Exception {
		final List<Region> regions = List.of(new Region("volume", List.of(new Region.Run(1, 2, 3, 7), new Region.Run(4, 0, 0,
			5), new Region.Run(4, 3, 1, 8))), new Region("slice", List.of(new Region.Run(2, 1, 0, 8), new Region.Run(2, 4, 2,
				3))), new Region("other", List.of(new Region.Run(2, 1, 4, 6))));
		final Discretisation rule = Discretisation.ofNumber(8);
		final Map<String, ? extends RandomAccessibleInterval<? extends RealType<?>>> shorts = Sources.all(new ShortType(),
			IntensityFeaturesTest::value, 8, 6, 5, 2);
		final Map<String, ? extends RandomAccessibleInterval<? extends RealType<?>>> floats = Sources.all(new FloatType(),
			IntensityFeaturesTest::value, 8, 6, 5, 2);
		final List<List<IntensityFeatures>> expected = IntensityFeatures.perFrame(shorts.get("array"), ValueScale.IDENTITY,
			regions, rule, done -> {});
		for (final var images : List.of(shorts, floats))
			for (final var image : images.entrySet())
				for (final int threads : new int[] { 1, 3 }) {
					final List<List<IntensityFeatures>> actual = Parallelization.runWithNumThreads(threads, () -> IntensityFeatures
						.perFrame(image.getValue(), ValueScale.IDENTITY, regions, rule, done -> {}));
					for (int t = 0; t < 2; t++)
						for (int i = 0; i < regions.size(); i++) {
							assertArrayEquals(statistics(expected.get(t).get(i)), statistics(actual.get(t).get(i)), image.getKey());
							assertArrayEquals(histogram(expected.get(t).get(i)), histogram(actual.get(t).get(i)), image.getKey());
						}
				}
	}

	@Test
	void refusesWhatCannotBeMeasured() {
		assertRefused("above 0, but is 0.0", () -> Discretisation.ofWidth(0, 0));
		assertRefused("above 0, but is NaN", () -> Discretisation.ofWidth(NAN, 0));
		assertRefused("origin of the bins must be a number", () -> Discretisation.ofWidth(1, NAN));
		assertRefused("1 to 1000000, but is 0", () -> Discretisation.ofNumber(0));
		assertRefused("too narrow", () -> features(Discretisation.ofWidth(1e-9, 0), 1, 2));
		assertRefused("too narrow", () -> features(Discretisation.ofWidth(1e-300, 0), 1, 1));
		assertRefused("'row' lies outside", () -> IntensityFeatures.of(Views.hyperSlice(ArrayImgs.floats(3, 2, 1, 1), 3, 0),
			ValueScale.IDENTITY, List.of(new Region("row", List.of(new Region.Run(0, 0, 0, 4)))), WHOLE, done -> {}));
		assertRefused("is empty", () -> IntensityFeatures.of(ArrayImgs.floats(3, 2, 1), ValueScale.IDENTITY, List.of(
			new Region("none", List.of())), WHOLE, done -> {}));
	}

	private static void assertRefused(final String reason, final org.junit.jupiter.api.function.Executable what) {
		final String message = assertThrows(IllegalArgumentException.class, what).getMessage();
		assertTrue(message.contains(reason), message);
	}

	@Test
	void unitsOfFeatures() {
		assertEquals("HU^2", IntensityFeature.VARIANCE.unit("HU"));
		assertEquals("(10^-3 mm^2/s)^2", IntensityFeature.ENERGY.unit("10^-3 mm^2/s"));
		assertEquals("%", IntensityFeature.ROOT_MEAN_SQUARE.unit("%"));
		assertEquals("", IntensityFeature.SKEWNESS.unit("HU"));
		assertEquals("", IntensityFeature.VARIANCE.unit(""));
	}
}
