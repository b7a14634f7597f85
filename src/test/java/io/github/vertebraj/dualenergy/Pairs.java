package io.github.vertebraj.dualenergy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;
import io.github.vertebraj.image.PlanarVoxels;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.ValueScale;

import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

/** Pairs of images with truth, for tests. */
final class Pairs {

	static final Geometry GEOMETRY = new Geometry(new Vector(0.4, 0, 0), new Vector(0, 0.5, 0), new Vector(0, 0, 1.5),
		new Vector(-60, -30, 512), Optional.of("1.2.3"));

	/** HU of a voxel. */
	interface Values {

		double at(int x, int y, int z);
	}

	private Pairs() {}

	static float[][] planes(final int width, final int height, final int depth, final Values values) {
		final float[][] planes = new float[depth][width * height];
		for (int z = 0; z < depth; z++)
			for (int y = 0; y < height; y++)
				for (int x = 0; x < width; x++)
					planes[z][y * width + x] = (float) values.at(x, y, z);
		return planes;
	}

	static CalibratedImage floats(final String title, final int width, final int height, final int depth,
		final Values values)
	{
		return new CalibratedImage(title, PlanarVoxels.of(List.of((Object[]) planes(width, height, depth, values)),
			new FloatType(), width, height, depth, 1, 1), new ValueScale(1, 0, "HU"), Optional.of(GEOMETRY), labels(depth),
			Map.of());
	}

	/** Unsigned with an intercept of -1024, as scanners store it. */
	static CalibratedImage unsigned(final String title, final int width, final int height, final int depth,
		final Values values)
	{
		return new CalibratedImage(title, PlanarVoxels.of(shorts(width, height, depth, values, 1024),
			new UnsignedShortType(), width, height, depth, 1, 1), new ValueScale(1, -1024, "HU"), Optional.of(GEOMETRY), labels(
				depth), Map.of());
	}

	static CalibratedImage signed(final String title, final int width, final int height, final int depth,
		final Values values)
	{
		return new CalibratedImage(title, PlanarVoxels.of(shorts(width, height, depth, values, 0), new ShortType(), width,
			height, depth, 1, 1), new ValueScale(1, 0, "HU"), Optional.of(GEOMETRY), labels(depth), Map.of());
	}

	private static List<Object> shorts(final int width, final int height, final int depth, final Values values,
		final int offset)
	{
		return java.util.Arrays.stream(planes(width, height, depth, values)).<Object> map(plane -> {
			final short[] codes = new short[plane.length];
			for (int i = 0; i < codes.length; i++)
				codes[i] = (short) Math.max(offset == 0 ? Short.MIN_VALUE : 0, Math.round(plane[i]) + offset);
			return codes;
		}).toList();
	}

	private static List<PlaneLabel> labels(final int depth) {
		return Collections.nCopies(depth, PlaneLabel.empty());
	}

	static SpectralPair of(final CalibratedImage low, final CalibratedImage high) {
		return new SpectralPair(HounsfieldImage.of(low, 0, false), HounsfieldImage.of(high, 0, false));
	}

	/** Air, fat, tissue and bone in stripes, with noise that is the same for one seed. */
	static Values anatomy(final double bone, final double noise, final long seed) {
		final Random random = new Random(seed);
		return (x, y, z) -> new double[] { -1000, -100, 40, bone }[x / 5 % 4] + noise * random.nextGaussian();
	}
}
