package io.github.vertebraj.diffusion;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;

import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.image.VoxelBlock;
import io.github.vertebraj.image.VoxelLoop;
import io.github.vertebraj.image.VoxelReader;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

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
		final FloatMap adc = FloatMap.like(signal);
		final Optional<FloatMap> s0 = optional(OptionalMap.S0, signal);
		final Optional<FloatMap> rSquared = optional(OptionalMap.R_SQUARED, signal);
		final int width = Math.toIntExact(signal.dimension(0));
		final int height = Math.toIntExact(signal.dimension(1));
		final int depth = Math.toIntExact(signal.dimension(2));
		final int rows = Math.max(1, Math.min(height, BLOCK / groups.frames().length / width));
		final int perPlane = (height + rows - 1) / rows;
		final List<AdcTask> tasks = VoxelLoop.run("The ADC map", perPlane * depth, progress, () -> new AdcTask(reader
			.copy(), scale, groups, settings.method(), kernels.get(), adc, s0, rSquared), (task, part) -> {
				final int row = part % perPlane * rows;
				task.rows(part / perPlane, row, width, Math.min(rows, height - row));
			});
		return new AdcMaps(adc.image(), s0.map(FloatMap::image), rSquared.map(FloatMap::image), tasks.stream().mapToLong(
			AdcTask::nan).sum(), tasks.stream().mapToLong(AdcTask::negative).sum(), tasks.stream().mapToLong(
				AdcTask::rejected).sum());
	}

	private Optional<FloatMap> optional(final OptionalMap map, final RandomAccessibleInterval<?> signal) {
		return settings.maps().contains(map) ? Optional.of(FloatMap.like(signal)) : Optional.empty();
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
}
