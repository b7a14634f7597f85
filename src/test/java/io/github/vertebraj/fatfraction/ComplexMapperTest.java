package io.github.vertebraj.fatfraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.vertebraj.phantom.FatPhantom;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Cast;

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
			final double least = bound.complex(region.percent(), region.r2Star(), 50, Readout.MONOPOLAR);
			worstBias = Math.max(worstBias, Math.abs(bias));
			worstRatio = Math.max(worstRatio, sd / least);
		}
		assertTrue(worstBias <= 0.5, "bias " + worstBias);
		assertTrue(worstRatio <= 1.15, "SD over bound " + worstRatio);
		assertTrue(off <= 0.01 * all, off + " of " + all + " beyond 10 points");
	}
}
