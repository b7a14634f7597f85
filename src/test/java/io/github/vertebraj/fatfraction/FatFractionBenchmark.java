package io.github.vertebraj.fatfraction;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import io.github.vertebraj.image.ValueScale;

import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The fat fraction, R2*, field, water, fat and residual of complex echoes, 256 x 256 x 40 voxels and 6 echoes at SNR 50,
 * in one thread: fat fractions from 0 to 100 %, a field of ±300 Hz, a fifth of the image air. Peers, on a 2-core x86-64
 * VM: fwqpbo (Python and C++) 205 s; Hernando's toolbox in octave without its graph cut 210 s.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class FatFractionBenchmark {

	private static final int NX = 256;
	private static final int NY = 256;
	private static final int NZ = 40;
	private static final Acquisition ACQUISITION = new Acquisition(1.5, List.of(1.2, 3.2, 5.2, 7.2, 9.2, 11.2));

	private ComplexEchoes echoes;
	private PlanarImg<FloatType, FloatArray> magnitudes;

	/** A benchmark that is ready to run without JMH. */
	public static FatFractionBenchmark ready() {
		final FatFractionBenchmark benchmark = new FatFractionBenchmark();
		benchmark.setUp();
		return benchmark;
	}

	@Setup
	@SuppressWarnings("unchecked")
	public void setUp() {
		final EchoTrain train = new EchoTrain(ACQUISITION, FatSpectrum.of(6));
		final PlanarImg<FloatType, FloatArray> real = (PlanarImg<FloatType, FloatArray>) PlanarImgs.floats(NX, NY, NZ, 6);
		final PlanarImg<FloatType, FloatArray> imaginary = (PlanarImg<FloatType, FloatArray>) PlanarImgs.floats(NX, NY, NZ,
			6);
		final Random random = new Random(1);
		for (int n = 0; n < 6; n++)
			for (int z = 0; z < NZ; z++) {
				final float[] re = real.getPlane(n * NZ + z).getCurrentStorageArray();
				final float[] im = imaginary.getPlane(n * NZ + z).getCurrentStorageArray();
				for (int i = 0; i < re.length; i++) {
					final int x = i % NX;
					final int y = i / NX;
					final double signal = Math.hypot(x - 128, y - 128) > 130 ? 0 : 1000;
					final double fat = (x / 32 + y / 32 + z / 8) % 11 / 10.0;
					final double size = signal * Math.exp(-(20 + 130 * (y / 16 % 8) / 7.0) * train.seconds()[n]);
					final double mr = size * (1 - fat + fat * train.fatReal()[n]);
					final double mi = size * fat * train.fatImaginary()[n];
					final double turn = 2 * Math.PI * (2.3 * (x - 128) + 0.002 * y * z) * train.seconds()[n] + 0.01 * y;
					re[i] = (float) (mr * Math.cos(turn) - mi * Math.sin(turn) + 20 * random.nextGaussian());
					im[i] = (float) (mr * Math.sin(turn) + mi * Math.cos(turn) + 20 * random.nextGaussian());
				}
			}
		echoes = ComplexEchoes.of(real, imaginary);
		magnitudes = (PlanarImg<FloatType, FloatArray>) PlanarImgs.floats(NX, NY, NZ, 6);
		for (int plane = 0; plane < 6 * NZ; plane++)
			for (int i = 0; i < NX * NY; i++)
				magnitudes.getPlane(plane).getCurrentStorageArray()[i] = (float) Math.hypot(real.getPlane(plane)
					.getCurrentStorageArray()[i], imaginary.getPlane(plane).getCurrentStorageArray()[i]);
	}

	@Benchmark
	public FatMaps complex() throws Exception {
		return Parallelization.runSingleThreaded(() -> new ComplexMapper(ACQUISITION, new ComplexSettings(FatSpectrum.of(6),
			PhaseSign.POSITIVE, Readout.MONOPOLAR, Set.of(FatOutput.values()))).compute(echoes, done -> {}));
	}

	/** The same from magnitudes, which have no field. */
	@Benchmark
	public FatMaps magnitude() throws Exception {
		return Parallelization.runSingleThreaded(() -> new MagnitudeMapper(ACQUISITION, new MagnitudeSettings(FatSpectrum.of(
			6), Optional.empty(), OptionalDouble.empty(), Set.of(FatOutput.values()))).compute(magnitudes,
				ValueScale.IDENTITY, done -> {}));
	}

	/** Prints processor times without JMH: of complex echoes, or with any argument of magnitudes. */
	public static void main(final String[] arguments) throws Exception {
		final FatFractionBenchmark benchmark = ready();
		final boolean isComplex = arguments.length == 0;
		final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		for (int i = 0; i < 8; i++) {
			final long start = threads.getCurrentThreadCpuTime();
			final FatMaps maps = isComplex ? benchmark.complex() : benchmark.magnitude();
			System.out.printf("%.2f s, %d NaN, %d out of range%n", (threads.getCurrentThreadCpuTime() - start) / 1e9, maps
				.nanVoxels(), maps.outOfRangeVoxels());
		}
	}
}
