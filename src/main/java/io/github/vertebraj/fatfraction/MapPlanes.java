package io.github.vertebraj.fatfraction;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.real.FloatType;

/** Maps in the making: the fat fraction and those asked for, and a pen for each thread that counts as it writes. */
final class MapPlanes {

	private final PlanarImg<FloatType, FloatArray> fraction;
	private final Map<FatOutput, PlanarImg<FloatType, FloatArray>> maps = new EnumMap<>(FatOutput.class);

	/**
	 * @param outputs   asked for
	 * @param available those that the model has
	 */
	MapPlanes(final Collection<FatOutput> outputs, final Set<FatOutput> available, final long... size) {
		fraction = planes(size);
		for (final FatOutput output : outputs)
			if (available.contains(output)) maps.put(output, planes(size));
	}

	@SuppressWarnings("unchecked")
	private static PlanarImg<FloatType, FloatArray> planes(final long[] size) {
		return (PlanarImg<FloatType, FloatArray>) PlanarImgs.floats(size[0], size[1], size[2]);
	}

	/** Writes voxels of one plane at a time. */
	final class Pen {

		private float[] fractions;
		private final float[][] others = new float[FatOutput.values().length][];
		private final long[] flagged = new long[FatFlag.values().length];
		private long nan;
		private long outOfRange;

		/** Goes to a plane. */
		void plane(final int z) {
			fractions = fraction.getPlane(z).getCurrentStorageArray();
			maps.forEach((output, image) -> others[output.ordinal()] = image.getPlane(z).getCurrentStorageArray());
		}

		/** The fat fraction, 0 to 1 but for noise. */
		void fraction(final int at, final double value) {
			final float percent = (float) (100 * value);
			fractions[at] = percent;
			if (!Float.isFinite(percent)) {
				fractions[at] = Float.NaN;
				nan++;
			}
			else if (percent < 0 || percent > 100) outOfRange++;
		}

		/** The fat fraction that was written, 0 to 1 but for noise. */
		double fraction(final int at) {
			return fractions[at] / 100;
		}

		void put(final FatOutput output, final int at, final double value) {
			final float[] map = others[output.ordinal()];
			if (map != null) map[at] = (float) value;
		}

		void flags(final int at, final int codes) {
			put(FatOutput.FLAGS, at, codes);
			for (final FatFlag flag : FatFlag.values())
				if ((codes & flag.code()) != 0) flagged[flag.ordinal()]++;
		}

		/** Nothing can be measured here. */
		void nothing(final int at) {
			fractions[at] = Float.NaN;
			nan++;
			for (final float[] map : others)
				if (map != null) map[at] = Float.NaN;
			put(FatOutput.FLAGS, at, 0);
		}
	}

	/** The maps, with what all pens counted. */
	FatMaps finish(final List<Pen> pens) {
		final Map<FatOutput, RandomAccessibleInterval<FloatType>> images = new EnumMap<>(FatOutput.class);
		images.putAll(maps);
		final Map<FatFlag, Long> flagged = new EnumMap<>(FatFlag.class);
		for (final FatFlag flag : FatFlag.values())
			flagged.put(flag, pens.stream().mapToLong(pen -> pen.flagged[flag.ordinal()]).sum());
		return new FatMaps(fraction, images, pens.stream().mapToLong(pen -> pen.nan).sum(), pens.stream().mapToLong(
			pen -> pen.outOfRange).sum(), flagged);
	}
}
