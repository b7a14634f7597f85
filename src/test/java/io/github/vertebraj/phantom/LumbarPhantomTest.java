package io.github.vertebraj.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.vertebraj.diffusion.AdcMapper;
import io.github.vertebraj.diffusion.AdcMaps;
import io.github.vertebraj.diffusion.AdcSettings;
import io.github.vertebraj.diffusion.FitMethod;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.Region.Run;
import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.phantom.LumbarPhantom.Settings;
import io.github.vertebraj.phantom.LumbarPhantom.TrueRegion;

import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

class LumbarPhantomTest {

	private static final LumbarPhantom PHANTOM = LumbarPhantom.create(Settings.demo());

	@Test
	void isNeverCubicNorAtTheOrigin() {
		final CalibratedImage dwi = PHANTOM.dwi();
		final Geometry geometry = dwi.geometry().orElseThrow();
		final Set<Number> sizes = new HashSet<>(List.of(dwi.size(0), dwi.size(1), dwi.size(2), dwi.size(3)));
		assertEquals(4, sizes.size(), sizes.toString());
		assertEquals(1.5, geometry.spacing(0), 1e-12);
		assertEquals(1.2, geometry.spacing(1), 1e-12);
		assertEquals(4, geometry.spacing(2), 1e-12);
		for (final Geometry.Vector step : List.of(geometry.xStep(), geometry.yStep(), geometry.zStep())) {
			final double sum = Math.abs(step.x()) + Math.abs(step.y()) + Math.abs(step.z());
			assertTrue(sum > 1.01 * step.length(), "oblique: " + step);
		}
		assertEquals(0, geometry.xStep().dot(geometry.yStep()), 1e-12);
		final double along = geometry.xStep().cross(geometry.yStep()).dot(geometry.zStep());
		assertEquals(1.5 * 1.2 * 4, along, 1e-12, "slices rise along the normal");
		assertTrue(geometry.origin().length() > 50);
		assertTrue(geometry.frameOfReference().isPresent());
	}

	@Test
	void planesSayTheirB() {
		final CalibratedImage dwi = PHANTOM.dwi();
		assertEquals("b=0", dwi.label(3, 0, 0).toString());
		assertEquals("b=500", dwi.label(0, 1, 0).toString());
		assertEquals(1000, dwi.label(10, 2, 0).number(PlaneLabel.B).orElseThrow());
	}

	/** Without noise ln(S0/Sb)/b is the truth, to the last digits of a double. */
	@Test
	void everyVoxelOfARegionHasItsTruth() {
		for (final TrueRegion truth : PHANTOM.regions()) {
			for (final Run run : truth.region().runs())
				for (int x = run.xFrom(); x < run.xTo(); x++)
					for (int t = 1; t < 3; t++) {
						final double s0 = value(PHANTOM.signal(), x, run.y(), run.z(), 0);
						final double sb = value(PHANTOM.signal(), x, run.y(), run.z(), t);
						assertEquals(truth.adc(), Math.log(s0 / sb) / (500 * t) * 1000, 1e-12, truth.region().name());
					}
			assertTrue(truth.region().voxelCount() > 250, truth.region().toString());
			assertTrue(truth.region().slices().length >= 4, truth.region().toString());
		}
	}

	/** Air has no signal to fit; everything else gives its truth back, to the last digits of a float. */
	@ParameterizedTest
	@EnumSource
	void everyFitOfTheSignalGivesTheTruthMap(final FitMethod method) {
		final AdcMaps maps = new AdcMapper(new AdcSettings(method, 0)).compute(PHANTOM.signal().component(0),
			ValueScale.IDENTITY, new double[] { 0, 500, 1000 }, progress -> {});
		final RandomAccess<FloatType> fitted = maps.adc().randomAccess();
		for (int z = 0; z < 11; z++)
			for (int y = 0; y < 176; y++)
				for (int x = 0; x < 96; x++)
					assertEquals(value(PHANTOM.adc(), x, y, z, 0), fitted.setPositionAndGet(x, y, z).get(), 2e-6);
	}

	@Test
	void truthMapAgreesWithTheRegions() {
		assertEquals("10^-3 mm^2/s", PHANTOM.adc().scale().unit());
		for (final TrueRegion truth : PHANTOM.regions())
			for (final Run run : truth.region().runs())
				for (int x = run.xFrom(); x < run.xTo(); x++)
					assertEquals((float) truth.adc(), value(PHANTOM.adc(), x, run.y(), run.z(), 0));
		assertTrue(Double.isNaN(value(PHANTOM.adc(), 95, 88, 5, 0)), "air");
	}

	@Test
	void regionsAreThoseOfALumbarSpine() {
		assertEquals(List.of("L1_VB normal", "L1-2_IVD", "L2_VB lesion", "L2-3_IVD", "L3_VB normal", "L3-4_IVD",
			"L4_VB lesion", "L4-5_IVD", "L5_VB normal", "L5-S1_IVD"), PHANTOM.regions().stream().map(truth -> truth.region()
				.name()).toList());
		assertEquals(List.of(0.45, 0.7, 0.45, 1.7, 0.45), PHANTOM.regions().stream().filter(truth -> truth.region().name()
			.contains("_VB")).map(TrueRegion::adc).toList());
	}

	@Test
	void regionsDoNotOverlap() {
		final Set<List<Integer>> seen = new HashSet<>();
		for (final TrueRegion truth : PHANTOM.regions())
			for (final Run run : truth.region().runs())
				for (int x = run.xFrom(); x < run.xTo(); x++)
					assertTrue(seen.add(List.of(x, run.y(), run.z())), truth.region().name());
	}

	/** What surrounds a region by one voxel is of the same tissue, so that resampling by half a voxel harms nothing. */
	@Test
	void regionsKeepAwayFromTheEdgesOfTheirTissue() {
		for (final TrueRegion truth : PHANTOM.regions())
			for (final Run run : truth.region().runs())
				for (int dy = -1; dy <= 1; dy++)
					for (int x = run.xFrom() - 1; x <= run.xTo(); x++)
						assertEquals((float) truth.adc(), value(PHANTOM.adc(), x, run.y() + dy, run.z(), 0), truth.region().name());
	}

	/** Of a magnitude M on a signal A: E[M²] = A² + 2σ², whatever the SNR; rounding adds 1/12. */
	@Test
	void noiseIsRician() {
		final double sigma = Tissue.MARROW.signal() / 40;
		assertMeanSquare(2 * sigma * sigma + 1 / 12.0, true);
		assertMeanSquare(2 * sigma * sigma + 1 / 12.0, false);
	}

	private static void assertMeanSquare(final double expected, final boolean air) {
		double sum = 0;
		double squares = 0;
		long n = 0;
		for (int t = 0; t < 3; t++)
			for (int z = 0; z < 11; z++)
				for (int y = 0; y < 176; y++)
					for (int x = 0; x < 96; x++) {
						final double signal = value(PHANTOM.signal(), x, y, z, t);
						if (air != (signal == 0)) continue;
						final double noisy = value(PHANTOM.dwi(), x, y, z, t);
						final double excess = noisy * noisy - signal * signal;
						sum += excess;
						squares += excess * excess;
						n++;
					}
		final double mean = sum / n;
		final double standardError = Math.sqrt((squares / n - mean * mean) / n);
		assertTrue(n > 10_000);
		assertEquals(expected, mean, 4 * standardError);
	}

	@Test
	void theSameSeedGivesTheSameVoxels() {
		final long[] hashes = { hash(PHANTOM), hash(LumbarPhantom.create(Settings.demo())), hash(LumbarPhantom.create(
			new Settings(List.of(0.0, 500.0, 1000.0), 40, 2))) };
		assertEquals(hashes[0], hashes[1]);
		assertNotEquals(hashes[0], hashes[2]);
	}

	@Test
	void withoutNoiseVoxelsAreTheRoundedSignal() {
		final LumbarPhantom clean = LumbarPhantom.create(new Settings(List.of(50.0, 800.0), Double.POSITIVE_INFINITY, 1));
		for (int y = 0; y < 176; y += 7)
			for (int x = 0; x < 96; x++)
				assertEquals(Math.round(value(clean.signal(), x, y, 5, 1)), value(clean.dwi(), x, y, 5, 1));
		assertFalse(hash(clean) == hash(PHANTOM));
	}

	@Test
	void refusesSettingsThatMakeNoStudy() {
		assertRefused("at least one", List.of(), 40);
		assertRefused("must rise", List.of(0.0, 0.0), 40);
		assertRefused("must rise", List.of(500.0, 0.0), 40);
		assertRefused("must rise", List.of(-1.0, 0.0), 40);
		assertRefused("must rise", List.of(0.0, Double.NaN), 40);
		assertRefused("SNR", List.of(0.0, 500.0), 0);
		assertRefused("SNR", List.of(0.0, 500.0), Double.NaN);
	}

	private static void assertRefused(final String reason, final List<Double> bValues, final double snr) {
		final String message = assertThrows(IllegalArgumentException.class, () -> new Settings(bValues, snr, 1))
			.getMessage();
		assertTrue(message.contains(reason), message);
	}

	private static double value(final CalibratedImage image, final int x, final int y, final int z, final int t) {
		final RandomAccess<? extends RealType<?>> access = image.voxels().randomAccess();
		access.setPosition(new int[] { x, y, z, t, 0 });
		return access.get().getRealDouble();
	}

	private static long hash(final LumbarPhantom phantom) {
		final double[] values = new double[96 * 176];
		for (int i = 0; i < values.length; i++)
			values[i] = value(phantom.dwi(), i % 96, i / 96, 4, 1);
		return Arrays.hashCode(values);
	}
}
