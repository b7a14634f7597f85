package io.github.vertebraj.dualenergy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

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

import io.github.vertebraj.image.PlanarVoxels;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.ValueScale;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.integer.UnsignedShortType;

/**
 * 16 monoenergetic images (40 to 190 keV) of a pair of 512 x 512 x 40 voxels of 16 bits, in one thread, beside a plain
 * copy of as much output. {@link #overwritten} took 72 ms of processor time on a shared 2-core x86-64 VM, the copy 37, the
 * peer 112 in the same minutes: blocked numpy 1.24.2, which writes into memory that is there already:
 *
 * <pre>
 * import numpy as np, time
 * low, high = (np.random.default_rng(s).integers(-1000, 2000, (40, 512, 512)).astype(np.int16) for s in (1, 2))
 * weights = np.linspace(-0.4, 3, 16).astype(np.float32)
 * out = np.empty((16, 40, 512, 512), np.int16)
 * d, h, f = (np.empty((512, 512), np.float32) for _ in range(3))
 * def vmi():
 *     for z in range(40):
 *         h[:] = high[z]
 *         np.subtract(low[z], h, out=d)
 *         for i, w in enumerate(weights):
 *             np.multiply(d, w, out=f)
 *             np.add(f, h, out=f)
 *             np.rint(f, out=f)
 *             out[i, z] = f
 * vmi()
 * t = []
 * for _ in range(15):
 *     start = time.perf_counter(); vmi(); t.append(time.perf_counter() - start)
 * print("median %.1f ms" % (1000 * np.median(t)))
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx3g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class MonoenergeticBenchmark {

	private static final int SIDE = 512;
	private static final int DEPTH = 40;

	private short[][] low;
	private short[][] high;
	private short[][] out;
	private BlendedFrames frames;
	private double[] weights;
	private PlaneBlend planes;

	/** A benchmark that is ready to run without JMH. */
	public static MonoenergeticBenchmark ready() {
		final MonoenergeticBenchmark benchmark = new MonoenergeticBenchmark();
		benchmark.setUp();
		return benchmark;
	}

	@Setup
	public void setUp() {
		low = planes(1, 200);
		high = planes(2, 120);
		out = new short[16 * DEPTH][SIDE * SIDE];
		final VirtualMonoenergetic vmi = VirtualMonoenergetic.of(Material.of("bone"), new EffectiveEnergies(60, 95));
		weights = IntStream.range(0, 16).mapToDouble(i -> vmi.weight(40 + 10 * i)).toArray();
		final SpectralPair pair = new SpectralPair(image(low), image(high));
		frames = new BlendedFrames(pair, Arrays.stream(weights).mapToObj(Blend.Linear::new).toList(), Optional.empty(), true);
		planes = new PlaneBlend(pair, BlendFormat.of(pair, true));
	}

	private static short[][] planes(final int seed, final int noise) {
		final Random random = new Random(seed);
		final short[][] planes = new short[DEPTH][SIDE * SIDE];
		for (final short[] plane : planes)
			for (int i = 0; i < plane.length; i++)
				plane[i] = (short) (1024 + i % 1000 + noise + 30 * random.nextGaussian());
		return planes;
	}

	private static HounsfieldImage image(final short[][] planes) {
		return new HounsfieldImage("CT", PlanarVoxels.of(List.of((Object[]) planes), new UnsignedShortType(), SIDE, SIDE,
			DEPTH), new ValueScale(1, -1024, "HU"), Optional.empty(), Collections.nCopies(DEPTH, PlaneLabel.empty()));
	}

	/** All frames into new memory, which the JVM clears first. */
	@Benchmark
	public Object materialised() throws Exception {
		return Parallelization.runSingleThreaded(() -> frames.materialise(done -> {}));
	}

	/** All frames into memory that is there already, as numpy does. */
	@Benchmark
	public Object overwritten() {
		final short[][] to = new short[16][];
		for (int z = 0; z < DEPTH; z++) {
			for (int t = 0; t < 16; t++)
				to[t] = out[t * DEPTH + z];
			planes.codes(z, weights, to);
		}
		return out;
	}

	/** As much output, copied. */
	@Benchmark
	public Object copy() {
		for (int i = 0; i < out.length; i++)
			System.arraycopy(low[i % DEPTH], 0, out[i], 0, SIDE * SIDE);
		return out;
	}
}
