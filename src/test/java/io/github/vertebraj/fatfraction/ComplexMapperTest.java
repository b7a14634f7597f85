package io.github.vertebraj.fatfraction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.vertebraj.image.Sources;
import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.phantom.FatPhantom;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Cast;
import net.imglib2.view.Views;

class ComplexMapperTest {

	static final Acquisition AT_1_5_T = new Acquisition(1.5, List.of(1.2, 3.2, 5.2, 7.2, 9.2, 11.2));
	static final Acquisition AT_3_T = new Acquisition(3, List.of(1.2, 2.2, 3.2, 4.2, 5.2, 6.2));
	private static final FatSpectrum SIX = FatSpectrum.of(6);
	private static final Set<FatOutput> ALL = EnumSet.allOf(FatOutput.class);

	private static Acquisition at(final double tesla) {
		return tesla == 3 ? AT_3_T : AT_1_5_T;
	}

	private static ComplexEchoes echoes(final FatPhantom phantom) {
		return ComplexEchoes.of(phantom.echoes().component(0), phantom.echoes().component(1));
	}

	private static FatMaps map(final FatPhantom.Settings settings, final Readout readout, final FatPhantom phantom) {
		return new ComplexMapper(settings.acquisition(), new ComplexSettings(settings.spectrum(), settings.sign(), readout,
			ALL)).compute(echoes(phantom), done -> {});
	}

	private static double worst(final RandomAccessibleInterval<FloatType> map, final RandomAccessibleInterval<?> truth,
		final double period)
	{
		final RandomAccessibleInterval<FloatType> expected = Cast.unchecked(truth);
		double worst = 0;
		for (long z = 0; z < map.dimension(2); z++)
			for (long y = 0; y < map.dimension(1); y++)
				for (long x = 0; x < map.dimension(0); x++) {
					final double want = expected.getAt(x, y, z, 0, 0).get();
					if (Double.isNaN(want)) continue;
					double error = map.getAt(x, y, z).get() - want;
					if (period > 0) error -= period * Math.rint(error / period);
					worst = Double.isNaN(error) ? Double.NaN : Math.max(worst, Math.abs(error));
				}
		return worst;
	}

	@ParameterizedTest
	@CsvSource({ "1.5, 300", "3, 300", "3, -500", "1.5, 0" })
	void exactWithoutNoise(final double tesla, final double limit) {
		final FatPhantom.Settings settings = new FatPhantom.Settings(at(tesla), SIX, Double.POSITIVE_INFINITY, limit,
			PhaseSign.POSITIVE, 0, 1);
		final FatPhantom phantom = FatPhantom.create(settings);
		final FatMaps maps = map(settings, Readout.MONOPOLAR, phantom);
		assertEquals(0, worst(maps.fatFraction(), phantom.fatFraction().voxels(), 0), 0.05);
		assertEquals(0, worst(maps.map(FatOutput.R2_STAR), phantom.r2Star().voxels(), 0), 0.05);
		assertEquals(0, worst(maps.map(FatOutput.FIELD_MAP), phantom.field().voxels(), tesla == 3 ? 1000 : 500), 0.05);
		assertEquals(12 * (114 * 86 - 110 * 80), maps.nanVoxels(), "air");
	}

	@ParameterizedTest
	@CsvSource({ "1.5, 300", "3, 300", "3, 480" })
	void asPreciseAsTheBound(final double tesla, final double limit) {
		final FatPhantom.Settings settings = new FatPhantom.Settings(at(tesla), SIX, 50, limit, PhaseSign.POSITIVE, 0, 7);
		final FatPhantom phantom = FatPhantom.create(settings);
		final FatMaps maps = map(settings, Readout.MONOPOLAR, phantom);
		assertNearBound(settings, Readout.MONOPOLAR, maps, phantom);
	}

	private static void assertNearBound(final FatPhantom.Settings settings, final Readout readout, final FatMaps maps,
		final FatPhantom phantom)
	{
		final CramerRao bound = new CramerRao(settings.acquisition(), SIX);
		double worstBias = 0;
		double worstRatio = 0;
		long off = 0;
		long all = 0;
		for (final FatPhantom.TrueRegion region : phantom.regions()) {
			double sum = 0;
			double squares = 0;
			final double[] values = MapValues.of(maps.fatFraction(), region);
			for (final double value : values) {
				final double error = value - region.percent();
				sum += error;
				squares += error * error;
				if (!(Math.abs(error) <= 10)) off++;
			}
			all += values.length;
			final double bias = sum / values.length;
			final double sd = Math.sqrt(squares / values.length - bias * bias);
			final double least = bound.complex(region.percent(), region.r2Star(), settings.snr(), readout);
			worstBias = Math.max(worstBias, Math.abs(bias));
			worstRatio = Math.max(worstRatio, sd / least);
		}
		assertTrue(worstBias <= 0.5, "bias " + worstBias);
		assertTrue(worstRatio <= 1.15, "SD over bound " + worstRatio);
		assertTrue(off <= 0.01 * all, off + " of " + all + " beyond 10 points");
	}

	@Test
	void theOtherSignOfPhase() {
		final FatPhantom.Settings settings = new FatPhantom.Settings(AT_3_T, SIX, 200, 300, PhaseSign.NEGATIVE, 0, 1);
		final FatPhantom phantom = FatPhantom.create(settings);
		final FatMaps right = map(settings, Readout.MONOPOLAR, phantom);
		assertEquals(0, worst(right.fatFraction(), phantom.fatFraction().voxels(), 0), 4);
		final FatMaps wrong = new ComplexMapper(AT_3_T, new ComplexSettings(SIX, PhaseSign.POSITIVE, Readout.MONOPOLAR, ALL))
			.compute(echoes(phantom), done -> {});
		assertTrue(median(wrong.map(FatOutput.RESIDUAL)) > 1.5 * median(right.map(FatOutput.RESIDUAL)),
			"the residual tells the sign");
	}

	@ParameterizedTest
	@CsvSource({ "1.5, 50", "3, 50", "1.5, 15", "3, 15" })
	void aWrongSignOfPhaseIsTold(final double tesla, final double snr) {
		final FatPhantom phantom = FatPhantom.create(new FatPhantom.Settings(at(tesla), SIX, snr, 300, PhaseSign.NEGATIVE, 0,
			1));
		final Set<FatOutput> none = Set.of();
		assertEquals(Optional.empty(), PhaseSignCheck.note(at(tesla), new ComplexSettings(SIX, PhaseSign.NEGATIVE,
			Readout.MONOPOLAR, none), echoes(phantom)));
		final String note = PhaseSignCheck.note(at(tesla), new ComplexSettings(SIX, PhaseSign.POSITIVE, Readout.MONOPOLAR,
			none), echoes(phantom)).orElse("");
		assertTrue(snr < 50 || note.startsWith("WARNING: phaseSign=negative fits"), note);
	}

	private static double median(final RandomAccessibleInterval<FloatType> map) {
		final double[] sorted = Arrays.stream(MapValues.of(map)).filter(Double::isFinite).sorted().toArray();
		return sorted[sorted.length / 2];
	}

	@ParameterizedTest
	@CsvSource({ "1.5, 0.7", "3, -1.3", "3, 0" })
	void bipolarReadout(final double tesla, final double oddPhase) {
		final FatPhantom.Settings exact = new FatPhantom.Settings(at(tesla), SIX, Double.POSITIVE_INFINITY, 200,
			PhaseSign.POSITIVE, oddPhase, 1);
		final FatPhantom phantom = FatPhantom.create(exact);
		final FatMaps maps = map(exact, Readout.BIPOLAR, phantom);
		assertEquals(0, worst(maps.fatFraction(), phantom.fatFraction().voxels(), 0), 0.05);
		assertEquals(0, worst(maps.map(FatOutput.FIELD_MAP), phantom.field().voxels(), tesla == 3 ? 1000 : 500), 0.05);
		final FatPhantom.Settings noisy = new FatPhantom.Settings(at(tesla), SIX, 100, 200, PhaseSign.POSITIVE, oddPhase, 1);
		final FatPhantom noise = FatPhantom.create(noisy);
		assertNearBound(noisy, Readout.BIPOLAR, map(noisy, Readout.BIPOLAR, noise), noise);
	}

	private static final double[] TE = { 1.1, 2.0, 3.4, 4.2, 5.7, 6.3 };

	@Test
	void unevenEchoes() {
		final FatPhantom.Settings settings = new FatPhantom.Settings(new Acquisition(3, Arrays.stream(TE).boxed().toList()),
			SIX, 50, 300, PhaseSign.POSITIVE, 0, 1);
		final FatPhantom phantom = FatPhantom.create(settings);
		assertNearBound(settings, Readout.MONOPOLAR, map(settings, Readout.MONOPOLAR, phantom), phantom);
	}

	/** 16-bit magnitude and phase as a scanner stores them give what the real and imaginary parts do. */
	@Test
	void magnitudeAndPhase() {
		final FatPhantom.Settings settings = new FatPhantom.Settings(AT_1_5_T, SIX, 50, 300, PhaseSign.POSITIVE, 0, 1);
		final FatPhantom phantom = FatPhantom.create(settings);
		final RandomAccessibleInterval<UnsignedShortType> magnitude = ArrayImgs.unsignedShorts(114, 86, 12, 6);
		final RandomAccessibleInterval<UnsignedShortType> phase = ArrayImgs.unsignedShorts(114, 86, 12, 6);
		final RandomAccessibleInterval<? extends RealType<?>> real = phantom.echoes().component(0);
		final RandomAccessibleInterval<? extends RealType<?>> imaginary = phantom.echoes().component(1);
		final ValueScale radians = new ValueScale(2 * Math.PI / 4096, -Math.PI, "rad");
		Sources.fill(magnitude, (x, y, z, t) -> Math.rint(10 * Math.hypot(Sources.get(real, x, y, z, t), Sources.get(
			imaginary, x, y, z, t))));
		Sources.fill(phase, (x, y, z, t) -> Math.rint((Math.atan2(Sources.get(imaginary, x, y, z, t), Sources.get(real, x, y,
			z, t)) + Math.PI) / radians.slope()));
		final FatMaps maps = new ComplexMapper(AT_1_5_T, new ComplexSettings(SIX, PhaseSign.POSITIVE, Readout.MONOPOLAR,
			ALL)).compute(new ComplexEchoes(ComplexForm.MAGNITUDE_PHASE, magnitude, new ValueScale(0.1, 0, ""), phase,
				radians), done -> {});
		assertNearBound(settings, Readout.MONOPOLAR, maps, phantom);
	}

	@Test
	void voxelsThatCannotBeMeasured() {
		final FatPhantom.Settings settings = new FatPhantom.Settings(AT_3_T, SIX, 50, 100, PhaseSign.POSITIVE, 0, 1);
		final RandomAccessibleInterval<FloatType> real = Cast.unchecked(FatPhantom.create(settings).echoes().component(0));
		real.getAt(30, 30, 3, 2).set(Float.NaN);
		real.getAt(31, 30, 3, 5).set(Float.NEGATIVE_INFINITY);
		final RandomAccessibleInterval<FloatType> imaginary = Cast.unchecked(FatPhantom.create(settings).echoes().component(
			1));
		for (int t = 0; t < 6; t++) {
			real.getAt(32, 30, 3, t).set(0);
			imaginary.getAt(32, 30, 3, t).set(0);
		}
		final FatMaps maps = new ComplexMapper(AT_3_T, new ComplexSettings(SIX, PhaseSign.POSITIVE, Readout.MONOPOLAR, ALL))
			.compute(ComplexEchoes.of(real, imaginary), done -> {});
		for (int x = 30; x < 33; x++)
			for (final RandomAccessibleInterval<FloatType> map : maps.maps().values())
				assertTrue(Float.isNaN(map.getAt(x, 30, 3).get()));
		assertEquals(20, maps.fatFraction().getAt(29, 30, 3).get(), 6);
		assertEquals(20, maps.fatFraction().getAt(33, 30, 3).get(), 6 + 10);
		final FatMaps none = new ComplexMapper(AT_3_T, new ComplexSettings(SIX, PhaseSign.POSITIVE, Readout.MONOPOLAR, ALL))
			.compute(ComplexEchoes.of(ArrayImgs.floats(30, 20, 3, 6), ArrayImgs.floats(30, 20, 3, 6)), done -> {});
		assertEquals(1800, none.nanVoxels());
	}

	@Test
	void whatCannotBeFittedIsRefused() {
		final ComplexSettings mono = new ComplexSettings(SIX, PhaseSign.POSITIVE, Readout.MONOPOLAR, ALL);
		final ComplexSettings bipolar = new ComplexSettings(SIX, PhaseSign.POSITIVE, Readout.BIPOLAR, ALL);
		assertEquals("The complex model, which has six unknowns, needs at least 3 echoes, but there are 2 (echo times " +
			"[1.0, 2.0] ms)", assertThrows(IllegalArgumentException.class, () -> new ComplexMapper(new Acquisition(3, List.of(
				1.0, 2.0)), mono)).getMessage());
		assertThrows(IllegalArgumentException.class, () -> new ComplexMapper(new Acquisition(3, List.of(1.0, 2.0, 3.0)),
			bipolar));
		assertEquals("The two parts of complex echoes need one size, but have [3, 3, 2, 6] and [3, 3, 2, 5] voxels",
			assertThrows(IllegalArgumentException.class, () -> ComplexEchoes.of(ArrayImgs.floats(3, 3, 2, 6), ArrayImgs.floats(
				3, 3, 2, 5))).getMessage());
		assertThrows(IllegalArgumentException.class, () -> ComplexEchoes.of(ArrayImgs.floats(3, 3, 6), ArrayImgs.floats(3, 3,
			6)));
		assertThrows(IllegalArgumentException.class, () -> new ComplexMapper(AT_3_T, mono).compute(ComplexEchoes.of(ArrayImgs
			.floats(3, 3, 2, 5), ArrayImgs.floats(3, 3, 2, 5)), done -> {}));
	}

	/** One thread and many, images of any kind: the same to the last bit; progress rises to 1. */
	@Test
	void threadsAndImagesDoNotMatter() {
		final FatPhantom phantom = FatPhantom.create(new FatPhantom.Settings(AT_1_5_T, SIX, 50, 300, PhaseSign.POSITIVE, 0,
			2));
		final RandomAccessibleInterval<FloatType> real = Cast.unchecked(phantom.echoes().component(0));
		final RandomAccessibleInterval<FloatType> imaginary = Cast.unchecked(phantom.echoes().component(1));
		final List<Double> progress = new ArrayList<>();
		final ComplexMapper mapper = new ComplexMapper(AT_1_5_T, new ComplexSettings(SIX, PhaseSign.POSITIVE,
			Readout.MONOPOLAR, ALL));
		final FatMaps one = Parallelization.runSingleThreaded(() -> mapper.compute(echoes(phantom), progress::add));
		assertEquals(progress.stream().sorted().toList(), progress);
		assertEquals(1, progress.get(progress.size() - 1));
		for (final int threads : new int[] { 2, 5 }) {
			final FatMaps several = Parallelization.runWithNumThreads(threads, () -> mapper.compute(ComplexEchoes.of(Converters
				.convert(real, (in, out) -> out.set(in.get()), new DoubleType()), Views.translate(imaginary, 3, -1, 7, 2)),
				done -> {}));
			assertArrayEquals(MapValues.of(one.fatFraction()), MapValues.of(several.fatFraction()));
			one.maps().forEach((output, map) -> assertArrayEquals(MapValues.of(map), MapValues.of(several.map(output))));
			assertEquals(one.nanVoxels(), several.nanVoxels());
			assertEquals(one.outOfRangeVoxels(), several.outOfRangeVoxels());
		}
	}

	@Test
	void canBeCancelled() {
		final FatPhantom phantom = FatPhantom.create(FatPhantom.Settings.demo());
		final ComplexMapper mapper = new ComplexMapper(AT_1_5_T, new ComplexSettings(SIX, PhaseSign.POSITIVE,
			Readout.MONOPOLAR, ALL));
		final Thread caller = Thread.currentThread();
		assertThrows(CancellationException.class, () -> mapper.compute(echoes(phantom), done -> {
			if (done > 0.5) caller.interrupt();
		}));
		assertTrue(Thread.interrupted());
	}
}
