package io.github.vertebraj.dualenergy;

import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.DoubleConsumer;

import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.LazyPlanes;
import io.github.vertebraj.image.PlanarVoxels;
import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.image.VoxelLoop;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * One or more blends of the images of two spectra, axes x, y, z, t (a frame for each blend), c (one). Either made plane
 * by plane when looked at, which needs no more memory than the two images and the planes in sight, or all at once. NaN in
 * either image is NaN in the blend. Values are the same both ways and for any number of threads.
 */
public final class BlendedFrames {

	private final SpectralPair pair;
	private final List<? extends Blend> blends;
	private final Optional<FrequencySplit> split;
	private final BlendFormat format;
	private final boolean linearCodes;
	private final LowPass lowPass;
	private final AtomicReferenceArray<SoftReference<float[]>> smooth;
	private final ConcurrentLinkedQueue<PlaneBlend> idle = new ConcurrentLinkedQueue<>();

	/**
	 * @param blends    at least one
	 * @param split     for linear blends only
	 * @param keep16Bit whether 16-bit images give 16-bit images, rounded to the step of their rescale; floats otherwise
	 * @throws IllegalArgumentException when a split has no voxel size to go by, or no linear blend
	 */
	public BlendedFrames(final SpectralPair pair, final List<? extends Blend> blends, final Optional<FrequencySplit> split,
		final boolean keep16Bit)
	{
		if (blends.isEmpty()) throw new IllegalArgumentException("There must be one blend or more");
		this.pair = pair;
		this.blends = List.copyOf(blends);
		this.split = split;
		format = BlendFormat.of(pair, keep16Bit);
		final boolean linear = blends.stream().allMatch(Blend.Linear.class::isInstance);
		if (split.isPresent() && !linear) throw new IllegalArgumentException("A frequency split needs linear blends");
		linearCodes = format.isShort() && linear && split.isEmpty();
		lowPass = split.map(this::lowPass).orElse(null);
		smooth = new AtomicReferenceArray<>((int) pair.low().size(2));
	}

	private LowPass lowPass(final FrequencySplit given) {
		final Geometry geometry = pair.geometry().orElseThrow(() -> new IllegalArgumentException("'" + pair.low().title() +
			"' has no voxel size in mm, so the low-pass of frequencySplit is unknown: set unit, pixel width, height and depth" +
			" in Image > Properties..."));
		return new LowPass((int) pair.low().size(0), (int) pair.low().size(1), given.sigma() / geometry.spacing(0), given.sigma() /
			geometry.spacing(1));
	}

	/** Stored values to HU. */
	public ValueScale scale() {
		return format.scale();
	}

	/** Planes that are made when they are looked at, and kept as long as memory allows. */
	public RandomAccessibleInterval<? extends RealType<?>> lazy() {
		final int slices = (int) pair.low().size(2);
		return format.isShort() ? LazyPlanes.of(new UnsignedShortType(), i -> plane(i % slices, i / slices), size())
			: LazyPlanes.of(new FloatType(), i -> plane(i % slices, i / slices), size());
	}

	/**
	 * All planes at once.
	 *
	 * @param progress receives the share that is done, 0 to 1
	 */
	public RandomAccessibleInterval<? extends RealType<?>> materialise(final DoubleConsumer progress) {
		final int slices = (int) pair.low().size(2);
		final Object[] planes = new Object[slices * blends.size()];
		final double[] weights = linearCodes ? blends.stream().mapToDouble(BlendedFrames::weight).toArray() : null;
		VoxelLoop.run("Blending", slices, progress, () -> new PlaneBlend(pair, format), (task, z) -> {
			final Object[] made = linearCodes ? codes(task, z, weights) : reals(task, z, blends);
			for (int t = 0; t < made.length; t++)
				planes[t * slices + z] = made[t];
		});
		return format.isShort() ? PlanarVoxels.of(List.of(planes), new UnsignedShortType(), size()) : PlanarVoxels.of(List.of(
			planes), new FloatType(), size());
	}

	private long[] size() {
		return new long[] { pair.low().size(0), pair.low().size(1), pair.low().size(2), blends.size(), 1 };
	}

	private Object plane(final int z, final int t) {
		final PlaneBlend known = idle.poll();
		final PlaneBlend task = known == null ? new PlaneBlend(pair, format) : known;
		final Blend blend = blends.get(t);
		final Object plane = linearCodes ? codes(task, z, new double[] { weight(blend) })[0] : reals(task, z, List.of(
			blend))[0];
		idle.add(task);
		return plane;
	}

	private Object[] codes(final PlaneBlend task, final int z, final double[] weights) {
		final short[][] to = new short[weights.length][(int) (pair.low().size(0) * pair.low().size(1))];
		task.codes(z, weights, to);
		return to;
	}

	private Object[] reals(final PlaneBlend task, final int z, final List<? extends Blend> some) {
		if (split.isEmpty()) return task.reals(z, some);
		final SoftReference<float[]> known = smooth.get(z);
		float[] difference = known == null ? null : known.get();
		if (difference == null) {
			difference = lowPass.apply(task.difference(z));
			smooth.set(z, new SoftReference<>(difference));
		}
		return task.splits(z, some.stream().map(BlendedFrames::weight).toList(), split.get().baseWeight(), difference);
	}

	private static double weight(final Blend linear) {
		return ((Blend.Linear) linear).weight();
	}
}
