package io.github.vertebraj.io.imagej;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.LabelRegions;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.io.nifti.NiftiFile;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.util.Cast;

/**
 * Regions of a label image, put onto the voxels of another image. Where both know their place in the same coordinates,
 * the place decides, by nearest neighbour; these are the same:
 * <ul>
 * <li>equal frames of reference;
 * <li>a DICOM frame of reference and NIfTI's scanner coordinates (code 1), which are the patient coordinates of the
 * DICOM files that the NIfTI file was made from, though NIfTI cannot name them; also its "aligned" coordinates (code
 * 2): they say nothing of what they are aligned to, but nibabel writes them for every mask that a Python program saves;
 * <li>any two images whose voxels are the same set of places, in whatever order.
 * </ul>
 * A label image without a place (a TIFF file drawn in ImageJ) belongs to an image of its own size, voxel by voxel. All
 * others are refused.
 */
final class LabelImage {

	/** Masks have fewer regions than grey values have values. */
	private static final int MOST_REGIONS = 1000;

	private final CalibratedImage labels;
	private final CalibratedImage image;
	private final List<String> notes = new ArrayList<>();

	LabelImage(final CalibratedImage labels, final CalibratedImage image) {
		this.labels = labels;
		this.image = image;
		if (labels.size(3) * labels.size(4) != 1) throw refused("it has " + labels.size(3) + " frames and " + labels.size(
			4) + " channels, but a label image has one of each");
	}

	/** What the user should know of the choices made. */
	List<String> notes() {
		return notes;
	}

	private IllegalArgumentException refused(final String reason) {
		return new IllegalArgumentException("The label image '" + labels.title() + "' cannot be used on '" + image.title() +
			"': " + reason);
	}

	/** The regions by rising label, at least one. */
	List<Region> regions(final IntFunction<String> naming) {
		final List<Region> inside = regionsInside(naming);
		if (inside.isEmpty()) throw refused("none of its regions lies within the image");
		return inside;
	}

	/** The regions by rising label; none when all lie outside of the image. */
	List<Region> regionsInside(final IntFunction<String> naming) {
		final Optional<LabelGrid> grid = grid();
		final RandomAccessibleInterval<? extends RealType<?>> volume = realLabels();
		if (grid.isEmpty() || grid.get().isSameVoxels()) return some(named(grid.isEmpty() ? volume : grid.get().reordered(
			volume), naming));
		final List<Region> all = some(named(volume, naming));
		final List<Region> inside = named(grid.get().resampled(volume), naming);
		final List<String> names = inside.stream().map(Region::name).toList();
		final String lost = all.stream().map(Region::name).filter(name -> !names.contains(name)).collect(Collectors.joining(
			", "));
		if (!lost.isEmpty()) notes.add("regions outside of the image are left out: " + lost);
		return inside;
	}

	private List<Region> some(final List<Region> regions) {
		if (regions.isEmpty()) throw refused("all its voxels are 0");
		return regions;
	}

	private List<Region> named(final RandomAccessibleInterval<? extends RealType<?>> volume,
		final IntFunction<String> naming)
	{
		final List<Region> regions;
		try {
			regions = LabelRegions.of(volume, naming);
		}
		catch (final IllegalArgumentException e) {
			throw refused(e.getMessage());
		}
		if (regions.size() > MOST_REGIONS) throw refused("it has " + regions.size() +
			" different values, so it seems to hold grey values and not labels");
		return regions;
	}

	private RandomAccessibleInterval<? extends RealType<?>> realLabels() {
		final RandomAccessibleInterval<? extends RealType<?>> volume = labels.volume(0, 0);
		final ValueScale scale = labels.scale();
		if (scale.slope() == 1 && scale.intercept() == 0) return volume;
		return real(volume, scale);
	}

	private static <T extends RealType<T>> RandomAccessibleInterval<DoubleType> real(
		final RandomAccessibleInterval<? extends RealType<?>> volume, final ValueScale scale)
	{
		final RandomAccessibleInterval<T> typed = Cast.unchecked(volume);
		return Converters.convert(typed, (stored, real) -> real.set(scale.real(stored.getRealDouble())), new DoubleType());
	}

	/** How the voxels of both go together; empty when they are the same, in the same order. */
	private Optional<LabelGrid> grid() {
		final Optional<Geometry> mine = labels.geometry().filter(geometry -> geometry.frameOfReference().isPresent());
		final Optional<Geometry> theirs = image.geometry().filter(geometry -> geometry.frameOfReference().isPresent());
		final boolean sameSize = Arrays.equals(size(labels), size(image));
		if (mine.isEmpty()) {
			if (!sameSize) throw refused("it has " + text(labels) + " voxels and no position in the patient, but the image has " +
				text(image));
			if (!sameSpacing()) throw refused("its voxels are of another size, and it has no position in the patient");
			notes.add("the label image has no position in the patient: it is taken voxel by voxel");
			return Optional.empty();
		}
		if (theirs.isEmpty()) throw refused("the position of the image in the patient is unknown (its pixels were changed " +
			"or it never had one), but the label image has one: use the image as Open Series... opens it");
		final LabelGrid grid = new LabelGrid(mine.get(), size(labels), theirs.get(), size(image));
		final boolean sameVoxels = grid.isSameVoxels();
		if (!sameVoxels && !sameCoordinates(mine.get(), theirs.get())) throw refused("its coordinates (" + mine.get()
			.frameOfReference().get() + ") are not those of the image (" + theirs.get().frameOfReference().get() +
			"), and its voxels are not those of the image: save it in the scanner's coordinates (NIfTI sform code 1)");
		if (sameSize && mine.get().agreesWith(theirs.get(), image.size(0), image.size(1), image.size(2))) return Optional
			.empty();
		notes.add(sameVoxels ? "the label image has the same voxels in another order: they are matched by position"
			: "the label image has other voxels: it is resampled by nearest neighbour");
		return Optional.of(grid);
	}

	private static int[] size(final CalibratedImage image) {
		return new int[] { image.size(0), image.size(1), image.size(2) };
	}

	private static String text(final CalibratedImage image) {
		return image.size(0) + " x " + image.size(1) + " x " + image.size(2);
	}

	private boolean sameSpacing() {
		if (labels.geometry().isEmpty() || image.geometry().isEmpty()) return true;
		for (int axis = 0; axis < 3; axis++) {
			final double ratio = labels.geometry().get().spacing(axis) / image.geometry().get().spacing(axis);
			if (Math.abs(ratio - 1) > 0.01) return false;
		}
		return true;
	}

	private boolean sameCoordinates(final Geometry mine, final Geometry theirs) {
		if (mine.sharesFrameOfReference(theirs)) return true;
		final String a = mine.frameOfReference().orElseThrow();
		final String b = theirs.frameOfReference().orElseThrow();
		if (!isDicom(isNifti(a) ? b : a) || !isNifti(a) && !isNifti(b)) return false;
		final String frame = isNifti(a) ? a : b;
		notes.add(frame + " coordinates are taken as the patient coordinates of the DICOM images" + (frame.equals(
			NiftiFile.ALIGNED) ? ", as Python programs write them; check the place of the regions" : ""));
		return true;
	}

	private static boolean isNifti(final String frame) {
		return frame.equals(NiftiFile.SCANNER) || frame.equals(NiftiFile.ALIGNED);
	}

	private static boolean isDicom(final String frame) {
		return frame.matches("[0-9.]+");
	}
}
