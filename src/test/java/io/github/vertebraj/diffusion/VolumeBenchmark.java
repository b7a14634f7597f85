package io.github.vertebraj.diffusion;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

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

import io.github.vertebraj.image.Connectivity;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.ValueScale;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/**
 * The total diffusion volume of a whole body, 512 x 512 x 800 voxels, whose two images (16-bit, 839 MB) are made as they
 * are read, so that what the JVM holds is ours alone: it runs in 600 MB (the serial collector, since G1 in so small a heap
 * gives each plane of 512 kB a megabyte). Foci of several sizes in noise of which one voxel
 * in {@code sparsity} is above the threshold. Two threads where there are two processors.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = { "-Xmx600m", "-XX:+UseSerialGC" })
@Warmup(iterations = 0)
@Measurement(iterations = 2)
public class VolumeBenchmark {

	@Param({ "1000", "10" })
	private int sparsity;

	private DiffusionStation station;

	@Setup
	public void setUp() {
		station = new DiffusionStation("whole body", image(sparsity), ValueScale.IDENTITY, image(0), new ValueScale(0.001, 0,
			""), new Geometry(new Geometry.Vector(0.9, 0, 0), new Geometry.Vector(0, 0.9, 0), new Geometry.Vector(0, 0, 2.2),
				new Geometry.Vector(-230, -210, -900), Optional.empty()), Optional.empty());
	}

	/** Balls of 1 to 16 voxels' radius, and a hash of the place as noise. */
	private static RandomAccessibleInterval<UnsignedShortType> image(final int sparsity) {
		return Views.interval(new FunctionRandomAccessible<>(3, (position, out) -> {
			final int x = position.getIntPosition(0);
			final int y = position.getIntPosition(1);
			final int z = position.getIntPosition(2);
			int hash = x * 73856093 ^ y * 19349663 ^ z * 83492791;
			hash = (hash ^ hash >>> 13) * 0x5bd1e995;
			hash = (hash ^ hash >>> 15) & 0x7fffffff;
			final int radius = 1 + (x >> 6) * 2;
			final int d = ((x & 63) - 32) * ((x & 63) - 32) + ((y & 63) - 32) * ((y & 63) - 32) + ((z & 63) - 32) * ((z & 63) -
				32);
			if (sparsity == 0) out.set(600 + hash % 600);
			else out.set(d < radius * radius || hash % sparsity == 0 ? 1500 : hash % 1000);
		}, UnsignedShortType::new), Intervals.createMinSize(0, 0, 0, 512, 512, 800));
	}

	@Benchmark
	public DiffusionVolume wholeBody() {
		return TotalDiffusionVolume.measure(List.of(station), new LesionCriteria(Optional.of(SignalThreshold.of(1200)), 0.5,
			1.5, 0.1, Connectivity.CORNERS), ProjectionView.CORONAL, done -> {});
	}
}
