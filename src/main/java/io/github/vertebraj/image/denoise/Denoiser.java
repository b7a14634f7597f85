package io.github.vertebraj.image.denoise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.VoxelLoop;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Cast;
import net.imglib2.view.Views;

/**
 * Takes noise out of a volume and keeps its edges. The noise's SD and correlation are measured first ({@link NoiseSample});
 * {@link TotalVariation} in 3D, scaled by both, gives a guide without noise; {@link GuidedFilter} gives thin slabs back
 * the contrast that total variation takes from them; and the outcome is as much of that as leaves the
 * {@link DenoiseStrength strength}'s ratio of SDs. Lengths are in mm, so slices may lie apart by more than pixels.
 * <p>
 * Each frame and component is filtered by itself. Voxels that are not finite stay as they are and touch no other. The
 * outcome is the same for any number of threads. While it works it holds seven floats for each voxel of one frame, beside
 * source and outcome.
 */
public final class Denoiser {

	private static final int ITERATIONS = 30;
	/** How the correlation of the noise changes the λ that removes it: found by trial, see docs/denoising.md. */
	private static final double CORRELATION_POWER = 0.8;
	private static final double LEAST_DIFFERENCE = 0.15;
	private static final double LEAST_SMOOTHNESS = 0.6;
	/** Radius of the boxes of the guided filter in SDs of the noise's correlation, and its limits in pixels. */
	private static final double RADIUS = 3.1;
	private static final int LEAST_RADIUS = 4;
	private static final int GREATEST_RADIUS = 8;

	private final DenoiseStrength strength;
	private final double[] spacing;

	/**
	 * @param geometry of the images; only the spacing matters
	 */
	public Denoiser(final DenoiseStrength strength, final Geometry geometry) {
		this.strength = strength;
		spacing = new double[] { geometry.spacing(0), geometry.spacing(1), geometry.spacing(2) };
	}

	/**
	 * @param noise    regions in which there is nothing but noise; empty to look for such places in each frame
	 * @param progress receives the share that is done, rising to 1
	 * @throws IllegalArgumentException when a region lies outside of the image
	 */
	public DenoisedImage denoise(final CalibratedImage image, final List<Region> noise, final DoubleConsumer progress) {
		check(image, noise);
		final Object type = image.voxels().getType();
		final boolean isStored = type instanceof UnsignedShortType || type instanceof ShortType ||
			type instanceof UnsignedByteType || type instanceof ByteType;
		final RandomAccessibleInterval<? extends RealType<?>> outcome = isStored ? likeStored(Cast.unchecked(type), image)
			: new PlanarImgFactory<>(new FloatType()).create(image.voxels().dimensionsAsLongArray());
		final int frames = image.size(3) * image.size(4);
		final List<NoiseReduction> reductions = new ArrayList<>();
		for (int frame = 0; frame < frames; frame++) {
			final int t = frame % image.size(3);
			final int c = frame / image.size(3);
			final int done = frame;
			reductions.add(frame(image, t, c, noise, isStored, Cast.unchecked(outcome), part -> progress.accept((done + part) /
				frames)));
		}
		return new DenoisedImage(outcome, isStored, reductions);
	}

	private static void check(final CalibratedImage image, final List<Region> noise) {
		for (final Region region : noise) {
			if (region.isEmpty()) throw new IllegalArgumentException("The region '" + region.name() + "' is empty");
			for (final Region.Run run : region.runs())
				if (run.z() < 0 || run.z() >= image.size(2) || run.y() < 0 || run.y() >= image.size(1) || run.xFrom() < 0 || run
					.xTo() > image.size(0)) throw new IllegalArgumentException("The region '" + region.name() +
						"' lies outside of the image");
		}
	}

	private static <T extends NativeType<T>> Img<T> likeStored(final T type, final CalibratedImage image) {
		return new PlanarImgFactory<>(type.createVariable()).create(image.voxels().dimensionsAsLongArray());
	}

	private <T extends RealType<T>> NoiseReduction frame(final CalibratedImage image, final int t, final int c,
		final List<Region> noise, final boolean isStored, final RandomAccessibleInterval<T> outcome,
		final DoubleConsumer progress)
	{
		final FloatVolume before = FloatVolume.read(image.volume(t, c), image.scale(), done -> progress.accept(0.05 * done));
		final List<Region> places = noise.isEmpty() ? NoisePlaces.find(before, Math.sqrt(spacing[0] *
			spacing[1]), image.scale().unit().equals("HU")) : noise
			.stream().flatMap(region -> Arrays.stream(region.slices()).mapToObj(region::onSlice)).toList();
		final NoiseSample sample = NoiseSample.of(before, places);
		final FloatVolume after = sample.isMeasured() ? filter(before, sample, done -> progress.accept(0.05 + 0.85 * done))
			: null;
		final NoiseSample.Removed removed = after == null ? null : sample.removed(before, after);
		final double share = after == null ? 0 : Math.min(strength.greatestShare(), sample.share(removed, strength.ratio()));
		final RandomAccessibleInterval<T> target = Views.hyperSlice(Views.hyperSlice(outcome, 4, c), 3, t);
		final Writer writer = new Writer(image, isStored, (float) share);
		VoxelLoop.run("Denoising", before.depth(), done -> progress.accept(0.9 + 0.1 * done), () -> null, (task, z) -> writer
			.write(z, before, after, image.volume(t, c), target));
		final double sd = noise.isEmpty() ? sample.trueSd() : sample.sd();
		double ratio = Double.NaN;
		if (after != null) {
			// in regions that were given, as whoever measures them there finds it
			final double rounding = isStored ? image.scale().slope() / Math.sqrt(12) / sd : 0;
			ratio = noise.isEmpty() ? Math.hypot(sample.ratio(removed, share), rounding) : NoiseSample.of(after, places).sd() /
				sd;
		}
		return new NoiseReduction(strength, sd, after == null ? sd : ratio * sd, ratio, share, places.size(), sample.n());
	}

	/** The filtered image before any of the source is mixed in. */
	private FloatVolume filter(final FloatVolume before, final NoiseSample sample, final DoubleConsumer progress) {
		final double inPlane = Math.sqrt(spacing[0] * spacing[1]);
		final double[] weights = Arrays.stream(spacing).map(mm -> inPlane / mm).toArray();
		double difference = 0;
		for (int axis = 0; axis < 3; axis++)
			difference += weights[axis] * weights[axis] * sample.squared()[axis];
		final double lambda = sample.trueSd() * Math.max(LEAST_SMOOTHNESS, strength.smoothness() / Math.pow(Math.max(
			LEAST_DIFFERENCE, difference), CORRELATION_POWER));
		final FloatVolume guide = TotalVariation.denoise(before, weights, lambda, ITERATIONS, done -> progress.accept(0.8 *
			done));
		final double radius = inPlane * Math.max(LEAST_RADIUS, Math.min(GREATEST_RADIUS, Math.rint(RADIUS * sample
			.correlationPixels())));
		final int[] radii = Arrays.stream(spacing).mapToInt(mm -> (int) Math.rint(radius / mm)).toArray();
		final double flat = strength.flatness() * sample.trueSd();
		return GuidedFilter.filter(before, guide, radii, flat * flat, done -> progress.accept(0.8 + 0.2 * done));
	}

	/** Mixes and stores one slice; the mixture stays in the filtered volume too, to be measured. */
	private record Writer(CalibratedImage image, boolean isStored, float share) {

		private <T extends RealType<T>> void write(final int z, final FloatVolume before, final FloatVolume after,
			final RandomAccessibleInterval<? extends RealType<?>> source, final RandomAccessibleInterval<T> target)
		{
			final RandomAccess<? extends RealType<?>> from = Views.zeroMin(source).randomAccess();
			final RandomAccess<T> to = target.randomAccess();
			final float[] values = before.planes()[z];
			for (int y = 0; y < before.height(); y++) {
				to.setPosition(new long[] { 0, y, z });
				for (int x = 0; x < before.width(); x++, to.fwd(0)) {
					final int i = y * before.width() + x;
					final float value = values[i];
					if (after == null || value != value) {
						final double stored = from.setPositionAndGet(x, y, z).getRealDouble();
						to.get().setReal(isStored ? stored : image.scale().real(stored));
						continue;
					}
					final float mixed = value - share * (value - after.planes()[z][i]);
					if (isStored) store(mixed, to.get());
					else to.get().setReal(mixed);
					after.planes()[z][i] = isStored ? (float) image.scale().real(to.get().getRealDouble()) : mixed;
				}
			}
		}

		private <T extends RealType<T>> void store(final float real, final T voxel) {
			final double stored = Math.rint((real - image.scale().intercept()) / image.scale().slope());
			voxel.setReal(Math.max(voxel.getMinValue(), Math.min(voxel.getMaxValue(), stored)));
		}
	}
}
