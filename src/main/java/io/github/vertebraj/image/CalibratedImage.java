package io.github.vertebraj.image;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * Voxels with what is needed to measure them.
 *
 * @param title    what the image is called
 * @param voxels   stored values, five axes: x, y, z, t (frame: b-value, echo, energy), c (component)
 * @param scale    stored to real values
 * @param geometry where the voxels lie; empty when not even their spacing is known
 * @param labels   what each plane shows, in ImageJ's order: c fastest, then z, then t
 * @param tags     facts that hold for the whole image (DICOM tags as {@code 0008,0060 Modality}, provenance)
 */
public record CalibratedImage(String title, RandomAccessibleInterval<? extends RealType<?>> voxels, ValueScale scale,
	Optional<Geometry> geometry, List<PlaneLabel> labels, Map<String, String> tags)
{

	public CalibratedImage {
		if (voxels.numDimensions() != 5) throw new IllegalArgumentException(
			"An image has the axes x, y, z, t, c, but these voxels have " + voxels.numDimensions() + " axes");
		labels = List.copyOf(labels);
		final long planes = voxels.dimension(2) * voxels.dimension(3) * voxels.dimension(4);
		if (labels.size() != planes) throw new IllegalArgumentException("An image of " + planes +
			" planes needs as many labels, but has " + labels.size());
		tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
	}

	/** Number of voxels along an axis: 0 x, 1 y, 2 z, 3 t, 4 c. */
	public int size(final int axis) {
		return Math.toIntExact(voxels.dimension(axis));
	}

	/** What a plane shows (indices from 0). */
	public PlaneLabel label(final int z, final int t, final int c) {
		return labels.get((t * size(2) + z) * size(4) + c);
	}

	/** The voxels of one component, axes x, y, z, t. */
	public RandomAccessibleInterval<? extends RealType<?>> component(final int c) {
		return slice(voxels, c);
	}

	/** The voxels of one frame of one component, axes x, y, z. */
	public RandomAccessibleInterval<? extends RealType<?>> volume(final int t, final int c) {
		return slice(component(c), t);
	}

	private static <T extends RealType<T>> RandomAccessibleInterval<? extends RealType<?>> slice(
		final RandomAccessibleInterval<? extends RealType<?>> source, final int position)
	{
		@SuppressWarnings("unchecked")
		final RandomAccessibleInterval<T> typed = (RandomAccessibleInterval<T>) source;
		final int last = typed.numDimensions() - 1;
		return Views.hyperSlice(typed, last, typed.min(last) + position);
	}
}
