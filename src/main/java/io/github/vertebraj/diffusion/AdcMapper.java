package io.github.vertebraj.diffusion;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.image.VoxelBlock;
import io.github.vertebraj.image.VoxelLoop;
import io.github.vertebraj.image.VoxelReader;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

/** Computes maps of the apparent diffusion coefficient. Immutable; one mapper serves any number of threads. */
public final class AdcMapper {

	/** Samples (voxels times frames) read at once: they stay in the second-level cache. */
	private static final int BLOCK = 1 << 17;

	private final AdcSettings settings;

	public AdcMapper(final AdcSettings settings) {
		this.settings = Objects.requireNonNull(settings, "settings");
	}

	/**
	 * @param signal   axes x, y, z, t (frame); any type, view or lazy image
	 * @param scale    of the stored values
	 * @param bValues  the b-value of each frame, in s/mm²
	 * @param progress receives the share that is done, 0 to 1
	 * @throws IllegalArgumentException when the axes or the number of b-values do not fit, or fewer than two different
	 *                                  b-values reach the minimum
	 * @throws CancellationException    when the thread is interrupted
	 */
	public AdcMaps compute(final RandomAccessibleInterval<? extends RealType<?>> signal, final ValueScale scale,
		final double[] bValues, final DoubleConsumer progress)
	{
		if (signal.numDimensions() != 4) throw new IllegalArgumentException(
			"An ADC is computed from the axes x, y, z, t, but there are " + signal.numDimensions() + " axes");
		if (signal.dimension(3) != bValues.length) throw new IllegalArgumentException("Each frame needs its b-value, but " +
			"there are " + signal.dimension(3) + " frames and " + bValues.length + " b-values");
		final FrameGroups groups = new FrameGroups(BValues.of(bValues).atLeast(settings.minimumB()));
		final VoxelReader reader = VoxelReader.of(signal);
		final Supplier<AdcKernel> kernels = kernels(reader, scale, groups);
		final int width = (int) signal.dimension(0);
		final int height = (int) signal.dimension(1);
		final int depth = (int) signal.dimension(2);
		final PlanarImg<FloatType, FloatArray> adc = map(width, height, depth);
		final Optional<PlanarImg<FloatType, FloatArray>> s0 = settings.maps().contains(OptionalMap.S0) ? Optional.of(map(
			width, height, depth)) : Optional.empty();
		final Optional<PlanarImg<FloatType, FloatArray>> rSquared = settings.maps().contains(OptionalMap.R_SQUARED)
			? Optional.of(map(width, height, depth)) : Optional.empty();
		final AdcTask.Planes planes = new AdcTask.Planes(planes(adc), s0.map(AdcMapper::planes).orElse(null), rSquared.map(
			AdcMapper::planes).orElse(null));
		final int rows = Math.max(1, Math.min(height, BLOCK / groups.frames().length / width));
		final int perPlane = (height + rows - 1) / rows;
		final List<AdcTask> tasks = VoxelLoop.run("The ADC map", perPlane * depth, progress, () -> new AdcTask(reader
			.copy(), scale, groups, settings.method(), kernels.get(), planes), (task, part) -> {
				final int row = part % perPlane * rows;
				task.rows(part / perPlane, row, width, Math.min(rows, height - row));
			});
		return new AdcMaps(adc, s0.map(map -> map), rSquared.map(map -> map), tasks.stream().mapToLong(AdcTask::nan).sum(),
			tasks.stream().mapToLong(AdcTask::negative).sum(), tasks.stream().mapToLong(AdcTask::rejected).sum());
	}

	/** Makes a kernel for a thread. */
	private Supplier<AdcKernel> kernels(final VoxelReader reader, final ValueScale scale, final FrameGroups groups) {
		if (settings.method() != FitMethod.LOG_LINEAR) {
			final LogSignal logSignal = new LogSignal(reader, scale);
			return () -> new BlockCurve(groups, logSignal.copy(), settings.method() == FitMethod.NONLINEAR);
		}
		final double[] weights = groups.slopeWeights();
		if (reader.kind() != VoxelBlock.Kind.CODES) return () -> new FloatLogLinear(scale, weights);
		final boolean plain = scale.slope() > 0 && scale.intercept() == 0 && reader.signBit() == 0;
		final float[] table = plain ? null : new LogSignal(reader, scale).relativeTable();
		return () -> new TableLogLinear(table, weights);
	}

	@SuppressWarnings("unchecked")
	private static PlanarImg<FloatType, FloatArray> map(final int width, final int height, final int depth) {
		return (PlanarImg<FloatType, FloatArray>) PlanarImgs.floats(width, height, depth);
	}

	private static List<float[]> planes(final PlanarImg<FloatType, FloatArray> map) {
		return IntStream.range(0, map.numSlices()).mapToObj(z -> map.getPlane(z).getCurrentStorageArray()).toList();
	}
}
