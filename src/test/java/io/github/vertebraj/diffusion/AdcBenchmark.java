package io.github.vertebraj.diffusion;

import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import io.github.vertebraj.image.Sources;
import io.github.vertebraj.image.ValueScale;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * ADC maps of 256 x 256 x 40 voxels and 8 b-values in one thread, beside the plain loop over a {@link RandomAccess} that
 * they replace. Peers, in ms on a 2-core x86-64 VM: numpy float32 (logarithms times weights) 33 of 16-bit and of float
 * voxels, in double precision 45 and 48; MRtrix3's dwi2adc 228 and 170, of which 68 are start-up; ImageJ's Log, Multiply
 * and Image Calculator 260; scipy's curve_fit (nonlinear) 183000. {@code src/test/benchmark/compare.py} measures ours and
 * theirs side by side.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class AdcBenchmark {

	private static final double[] B = { 0, 100, 200, 400, 500, 600, 800, 1000 };
	private static final long[] SIZE = { 256, 256, 40, B.length };

	private static final Map<String, Supplier<RandomAccessibleInterval<? extends RealType<?>>>> IMAGES = Map.of( //
		"16-bit", () -> filled(Views.hyperSlice(PlanarImgs.unsignedShorts(256, 256, 40, B.length, 1), 4, 0)), //
		"float", () -> filled(Views.hyperSlice(PlanarImgs.floats(256, 256, 40, B.length, 1), 4, 0)), //
		"int", () -> filled(ArrayImgs.ints(SIZE)), //
		"double", () -> filled(ArrayImgs.doubles(SIZE)), //
		"16-bit cells", () -> filled(new CellImgFactory<>(new UnsignedShortType(), 64, 64, 8, 2).create(SIZE)), //
		"float cells", () -> filled(new CellImgFactory<>(new FloatType(), 64, 64, 8, 2).create(SIZE)), //
		"16-bit y before x", () -> filled(Views.permute(ArrayImgs.unsignedShorts(SIZE), 0, 1)), //
		"16-bit cropped", () -> filled(Views.interval(PlanarImgs.unsignedShorts(300, 300, 40, B.length), new long[] { 20, 10,
			0, 0 }, new long[] { 275, 265, 39, 7 })), //
		"16-bit as float", () -> Converters.convert(filled(ArrayImgs.unsignedShorts(SIZE)), (in, out) -> out.set(in
			.getRealFloat()), new FloatType()), //
		"function", () -> Views.interval(new FunctionRandomAccessible<>(4, (at, out) -> out.set((int) (1000 - 100 * at
			.getLongPosition(3) + at.getLongPosition(0))), IntType::new), ArrayImgs.bytes(SIZE)));

	@Param({ "16-bit", "float", "int", "double", "16-bit cells", "float cells", "16-bit y before x", "16-bit cropped",
		"16-bit as float", "function" })
	private String image;

	private RandomAccessibleInterval<? extends RealType<?>> signal;

	/** A benchmark of one of the images, ready to run without JMH. */
	public static AdcBenchmark of(final String image) {
		final AdcBenchmark benchmark = new AdcBenchmark();
		benchmark.image = image;
		benchmark.setUp();
		return benchmark;
	}

	@Setup
	public void setUp() {
		signal = IMAGES.get(image).get();
	}

	/** Decays with noise, as whole numbers of 1 and more. */
	private static <T extends RealType<T>> RandomAccessibleInterval<T> filled(final RandomAccessibleInterval<T> empty) {
		final Random random = new Random(1);
		Sources.fill(empty, (x, y, z, t) -> Math.max(1, Math.rint((200 + 7 * x) * Math.exp(-B[(int) t] * (0.3 + y / 150.0) /
			1000) + 10 * random.nextGaussian())));
		return empty;
	}

	private AdcMaps map(final FitMethod method) throws Exception {
		final AdcMapper mapper = new AdcMapper(new AdcSettings(method, 0));
		return Parallelization.runSingleThreaded(() -> mapper.compute(signal, ValueScale.IDENTITY, B, done -> {}));
	}

	@Benchmark
	public AdcMaps logLinear() throws Exception {
		return map(FitMethod.LOG_LINEAR);
	}

	@Benchmark
	public AdcMaps weighted() throws Exception {
		return map(FitMethod.WEIGHTED);
	}

	@Benchmark
	public AdcMaps nonlinear() throws Exception {
		return map(FitMethod.NONLINEAR);
	}

	/** The log-linear fit as one writes it without thinking of speed. */
	@Benchmark
	public RandomAccessibleInterval<FloatType> logLinearByRandomAccess() {
		final double[] weights = new FrameGroups(BValues.of(B).atLeast(0)).slopeWeights();
		final RandomAccessibleInterval<FloatType> adc = ArrayImgs.floats(SIZE[0], SIZE[1], SIZE[2]);
		final RandomAccess<? extends RealType<?>> from = signal.randomAccess();
		final RandomAccess<FloatType> to = adc.randomAccess();
		for (int z = 0; z < SIZE[2]; z++)
			for (int y = 0; y < SIZE[1]; y++)
				for (int x = 0; x < SIZE[0]; x++) {
					double sum = 0;
					for (int t = 0; t < B.length; t++)
						sum += weights[t] * Math.log(from.setPositionAndGet(signal.min(0) + x, signal.min(1) + y, z, t).getRealDouble());
					to.setPositionAndGet(x, y, z).setReal(sum);
				}
		return adc;
	}
}
