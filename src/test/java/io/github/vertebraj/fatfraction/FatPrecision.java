package io.github.vertebraj.fatfraction;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

import io.github.vertebraj.image.Sources;
import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.phantom.FatPhantom;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * Prints bias and SD of the fat fraction of the phantom beside the Cramér-Rao bound, and the share of voxels within 10
 * points of the truth: the figures of the documentation. Two protocols of six echoes, SNR 50.
 */
public final class FatPrecision {

	private static final double SNR = 50;

	private FatPrecision() {}

	/** Prints one table for each model and protocol. */
	public static void main(final String[] arguments) {
		for (final Acquisition acquisition : List.of(ComplexMapperTest.AT_1_5_T, ComplexMapperTest.AT_3_T)) {
			final FatSpectrum six = FatSpectrum.of(6);
			final FatPhantom phantom = FatPhantom.create(new FatPhantom.Settings(acquisition, six, SNR, 300,
				PhaseSign.POSITIVE, 0, 1));
			final CramerRao bound = new CramerRao(acquisition, six);
			System.out.println("\n" + FatModel.MULTI_ECHO_COMPLEX.key() + ", " + acquisition);
			print(phantom, new ComplexMapper(acquisition, new ComplexSettings(six, PhaseSign.POSITIVE, Readout.MONOPOLAR, Set
				.of())).compute(ComplexEchoes.of(phantom.echoes().component(0), phantom.echoes().component(1)), done -> {}),
				(percent, r2Star) -> bound.complex(percent, r2Star, SNR, Readout.MONOPOLAR));
			System.out.println("\n" + FatModel.MULTI_ECHO_MAGNITUDE.key() + ", " + acquisition);
			print(phantom, new MagnitudeMapper(acquisition, new MagnitudeSettings(six, Optional.empty(), OptionalDouble
				.empty(), Set.of())).compute(magnitude(phantom), ValueScale.IDENTITY, done -> {}), (percent, r2Star) -> bound
					.magnitude(percent, r2Star, SNR));
			branches(acquisition);
		}
	}

	/**
	 * Prints how often the side of the meeting is right in the middle of a uniform image, beside the best that any rule
	 * can do with the 75 voxels of a neighbourhood: of the two answers the likelier.
	 */
	private static void branches(final Acquisition acquisition) {
		final double meeting = new CramerRao(acquisition, FatSpectrum.of(6)).meeting();
		System.out.printf("%nRight side of %.1f %%, %s%n", meeting, acquisition);
		System.out.println("FF (%) | R2* (1/s) | right (%) | best possible (%) | SD | bound");
		for (final double percent : new double[] { 40, 45, 50, 55, 60, 65, 70 })
			for (final double r2Star : new double[] { 20, 150 }) {
				final double[] values = uniform(acquisition, percent, r2Star);
				final double right = Arrays.stream(values).filter(value -> (value - meeting) * Math
					.signum(percent - meeting) > -0.01).count();
				System.out.printf("%.0f | %.0f | %.1f | %.1f | %.2f | %.2f%n", percent, r2Star, 100 * right / values.length, 100 *
					bestPossible(acquisition, percent, r2Star), new StandardDeviation().evaluate(values), new CramerRao(acquisition,
						FatSpectrum.of(6)).magnitude(percent, r2Star, SNR));
			}
	}

	/** Fat fractions in the middle of a uniform image with noise, by its magnitudes alone. */
	static double[] uniform(final Acquisition acquisition, final double percent, final double r2Star) {
		final double[] signal = signal(acquisition, percent, r2Star);
		final Random random = new Random(11);
		final RandomAccessibleInterval<FloatType> magnitude = ArrayImgs.floats(44, 46, 14, signal.length);
		Sources.fill(magnitude, (x, y, z, t) -> Math.hypot(signal[(int) t] + random.nextGaussian(), random.nextGaussian()));
		return MapValues.of(Views.interval(new MagnitudeMapper(acquisition, new MagnitudeSettings(FatSpectrum.of(6), Optional
			.empty(), OptionalDouble.empty(), Set.of())).compute(magnitude, ValueScale.IDENTITY, done -> {}).fatFraction(),
			new long[] { 2, 2, 1 }, new long[] { 41, 43, 12 }));
	}

	/** Magnitudes in SD of the noise. */
	private static double[] signal(final Acquisition acquisition, final double percent, final double r2Star) {
		final EchoTrain train = new EchoTrain(acquisition, FatSpectrum.of(6));
		final double fat = percent / 100;
		return IntStream.range(0, train.echoes()).mapToDouble(n -> SNR * Math.exp(-r2Star * train.seconds()[n]) * Math.hypot(
			1 - fat + fat * train.fatReal()[n], fat * train.fatImaginary()[n])).toArray();
	}

	/**
	 * The share that is right when the likelier side is taken for 75 voxels: half of the distance of the magnitudes to the
	 * nearest ones of the other side, among a million, in SD of a normal distribution.
	 */
	private static double bestPossible(final Acquisition acquisition, final double percent, final double r2Star) {
		final double[] signal = signal(acquisition, percent, r2Star);
		final double meeting = new CramerRao(acquisition, FatSpectrum.of(6)).meeting();
		final double from = percent < meeting ? meeting : -10;
		final double to = percent < meeting ? 115 : meeting;
		double least = Double.POSITIVE_INFINITY;
		for (double other = from; other <= to; other += 0.2)
			for (double decay = 0; decay < 300; decay++) {
				final double[] its = signal(acquisition, other, decay);
				double product = 0;
				double square = 0;
				double own = 0;
				for (int n = 0; n < signal.length; n++) {
					product += signal[n] * its[n];
					square += its[n] * its[n];
					own += signal[n] * signal[n];
				}
				least = Math.min(least, own - product * product / square);
			}
		return new NormalDistribution().cumulativeProbability(Math.sqrt(75 * Math.max(0, least)) / 2);
	}

	/** The least SD, in points. */
	private interface Bound {

		double at(double percent, double r2Star);
	}

	/** The magnitudes of the phantom's echoes. */
	static RandomAccessibleInterval<FloatType> magnitude(final FatPhantom phantom) {
		final double[] real = values(phantom.echoes().component(0));
		final double[] imaginary = values(phantom.echoes().component(1));
		final float[] magnitude = new float[real.length];
		for (int i = 0; i < magnitude.length; i++)
			magnitude[i] = (float) Math.hypot(real[i], imaginary[i]);
		return ArrayImgs.floats(magnitude, phantom.echoes().component(0).dimensionsAsLongArray());
	}

	private static double[] values(final RandomAccessibleInterval<? extends RealType<?>> image) {
		return StreamSupport.stream(Views.flatIterable(image).spliterator(), false).mapToDouble(RealType::getRealDouble)
			.toArray();
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
