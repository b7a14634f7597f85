package io.github.vertebraj.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.RealType;

/**
 * All first-order features of 200 discs of 949 pixels on each of 400 slices of 512 x 512, in one thread, bins of width
 * 10. The peer is numpy with the same features, goal 0.3 of its time: {@code src/test/benchmark/compare.py} measures
 * both in turn, on 40 slices.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class IntensityBenchmark {

	@Param({ "16-bit", "float" })
	private String type;

	private RandomAccessibleInterval<? extends RealType<?>> slices;
	private final List<Region> regions = new ArrayList<>();

	@Setup
	public void setUp() {
		final Random random = new Random(1);
		slices = "float".equals(type) ? filled(PlanarImgs.floats(512, 512, 1, 400), random) : filled(PlanarImgs
			.unsignedShorts(512, 512, 1, 400), random);
		for (int i = 0; i < 200; i++)
			regions.add(disc("region " + i, 20 + random.nextInt(472), 20 + random.nextInt(472)));
	}

	private static <T extends RealType<T>> RandomAccessibleInterval<T> filled(final RandomAccessibleInterval<T> empty,
		final Random random)
	{
		Sources.fill(empty, (x, y, z, t) -> Math.max(0, 1000 + x + 60 * random.nextGaussian()));
		return empty;
	}

	private static Region disc(final String name, final int cx, final int cy) {
		final List<Region.Run> runs = new ArrayList<>();
		for (int y = -17; y <= 17; y++) {
			final int half = (int) Math.sqrt(17.32 * 17.32 - y * y);
			runs.add(new Region.Run(0, cy + y, cx - half, cx + half + 1));
		}
		return new Region(name, runs);
	}

	@Benchmark
	public List<List<IntensityFeatures>> featuresOfEachSlice() throws Exception {
		return Parallelization.runSingleThreaded(() -> IntensityFeatures.perFrame(slices, ValueScale.IDENTITY, regions,
			Discretisation.ofWidth(10, 0), done -> {}));
	}
}
