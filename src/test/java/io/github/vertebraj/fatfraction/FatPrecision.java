package io.github.vertebraj.fatfraction;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

import io.github.vertebraj.image.Sources;
import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.phantom.FatPhantom;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Prints bias and SD of the fat fraction of the phantom beside the Cramér-Rao bound, and the share of voxels within 10
 * points of the truth: the figures of the documentation. Two protocols of six echoes, SNR 50.
 */
public final class FatPrecision {

	private FatPrecision() {}

	/** Prints one table for each model and protocol. */
	public static void main(final String[] arguments) {
		for (final Acquisition acquisition : List.of(ComplexMapperTest.AT_1_5_T, ComplexMapperTest.AT_3_T)) {
			final FatSpectrum six = FatSpectrum.of(6);
			final FatPhantom phantom = FatPhantom.create(new FatPhantom.Settings(acquisition, six, 50, 300,
				PhaseSign.POSITIVE, 0, 1));
			final CramerRao bound = new CramerRao(acquisition, six);
			System.out.println("\n" + FatModel.MULTI_ECHO_COMPLEX.key() + ", " + acquisition);
			print(phantom, new ComplexMapper(acquisition, new ComplexSettings(six, PhaseSign.POSITIVE, Readout.MONOPOLAR, Set
				.of())).compute(ComplexEchoes.of(phantom.echoes().component(0), phantom.echoes().component(1)), done -> {}),
				(percent, r2Star) -> bound.complex(percent, r2Star, 50, Readout.MONOPOLAR));
			System.out.println("\n" + FatModel.MULTI_ECHO_MAGNITUDE.key() + ", " + acquisition);
			print(phantom, new MagnitudeMapper(acquisition, new MagnitudeSettings(six, Optional.empty(), OptionalDouble
				.empty(), Set.of())).compute(magnitude(phantom), ValueScale.IDENTITY, done -> {}), (percent, r2Star) -> bound
					.magnitude(percent, r2Star, 50));
		}
	}

	/** The least SD, in points. */
	private interface Bound {

		double at(double percent, double r2Star);
	}

	/** The magnitudes of the phantom's echoes. */
	static RandomAccessibleInterval<FloatType> magnitude(final FatPhantom phantom) {
		final RandomAccessibleInterval<FloatType> magnitude = ArrayImgs.floats(phantom.echoes().size(0), phantom.echoes()
			.size(1), phantom.echoes().size(2), phantom.echoes().size(3));
		Sources.fill(magnitude, (x, y, z, t) -> Math.hypot(Sources.get(phantom.echoes().component(0), x, y, z, t), Sources
			.get(phantom.echoes().component(1), x, y, z, t)));
		return magnitude;
	}

	private static void print(final FatPhantom phantom, final FatMaps maps, final Bound bound) {
		System.out.println("FF (%) | R2* (1/s) | bias | SD | bound | SD/bound | within 10 points (%)");
		for (final FatPhantom.TrueRegion region : phantom.regions()) {
			final double[] values = MapValues.inner(maps.fatFraction(), region);
			double sum = 0;
			double squares = 0;
			int near = 0;
			for (final double value : values) {
				final double error = value - region.percent();
				sum += error;
				squares += error * error;
				if (Math.abs(error) <= 10) near++;
			}
			final double bias = sum / values.length;
			final double sd = Math.sqrt(squares / values.length - bias * bias);
			final double least = bound.at(region.percent(), region.r2Star());
			System.out.printf("%3.0f | %3.0f | %6.2f | %5.2f | %5.2f | %4.2f | %5.1f%n", region.percent(), region.r2Star(),
				bias, sd, least, sd / least, 100.0 * near / values.length);
		}
	}
}
