package io.github.vertebraj.fatfraction;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.image.VoxelLoop;
import io.github.vertebraj.image.VoxelReader;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/** Computes maps by a formula that needs nothing but a voxel's own signals. */
final class PixelLoop {

	/** The formula. */
	interface Formula {

		/**
		 * @param signals of the voxel; real values
		 * @param at      where the pen writes
		 */
		void apply(double[] signals, MapPlanes.Pen pen, int at);
	}

	/** One of the signals: an image of the axes x, y, z, or an echo of one of x, y, z, t. */
	record Signal(RandomAccessibleInterval<? extends RealType<?>> image, ValueScale scale, int echo, String name) {}

	/** Samples (voxels times signals) read at once. */
	private static final int BLOCK = 1 << 16;

	/** What one thread has. */
	private record Task(EchoRows[] readers, float[][] samples, double[] signals, MapPlanes.Pen pen) {}

	private PixelLoop() {}

	/**
	 * @throws IllegalArgumentException when the signals have other axes or sizes
	 */
	static long[] size(final List<Signal> signals) {
		final long[] size = Arrays.copyOf(signals.get(0).image.dimensionsAsLongArray(), 3);
		for (final Signal signal : signals) {
			final long[] other = signal.image.dimensionsAsLongArray();
			if (other.length < 3 || other.length > 4) throw new IllegalArgumentException("The " + signal.name +
				" image needs the axes x, y, z, but has " + other.length + " axes");
			if (!Arrays.equals(Arrays.copyOf(other, 3), size)) throw new IllegalArgumentException("The " + signal.name +
				" image has " + Arrays.toString(other) + " voxels, but the " + signals.get(0).name + " image " + Arrays.toString(
					size) + ": they need one size");
		}
		return size;
	}

	static FatMaps run(final List<Signal> signals, final MapPlanes maps, final Formula formula,
		final DoubleConsumer progress)
	{
		final long[] size = size(signals);
		final int width = Math.toIntExact(size[0]);
		final int height = Math.toIntExact(size[1]);
		final int rows = Math.max(1, Math.min(height, BLOCK / signals.size() / width));
		final int perPlane = (height + rows - 1) / rows;
		final List<VoxelReader> readers = signals.stream().map(signal -> VoxelReader.of(signal.image)).toList();
		final List<Task> tasks = VoxelLoop.run("The fat fraction map", Math.toIntExact(perPlane * size[2]), progress,
			() -> new Task(IntStream.range(0, readers.size()).mapToObj(i -> new EchoRows(readers.get(i).copy(), signals.get(i)
				.scale, signals.get(i).image.numDimensions())).toArray(EchoRows[]::new), new float[signals.size()][width * rows],
				new double[signals.size()], maps.new Pen()), (task, part) -> {
					final int row = part % perPlane * rows;
					final int z = part / perPlane;
					final int n = Math.min(rows, height - row);
					for (int i = 0; i < task.readers.length; i++)
						task.readers[i].read(row, z, signals.get(i).echo, width, n, 1, task.samples[i]);
					task.pen.plane(z);
					for (int i = 0; i < width * n; i++) {
						for (int k = 0; k < task.signals.length; k++)
							task.signals[k] = task.samples[k][i];
						formula.apply(task.signals, task.pen, row * width + i);
					}
				});
		return maps.finish(tasks.stream().map(Task::pen).toList());
	}
}
