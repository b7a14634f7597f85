package io.github.vertebraj.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;

import ij.ImagePlus;
import ij.WindowManager;

/** Open images that have the same voxels as another, so that its regions fit them. */
final class SameVoxels {

	private static final String ALL = "all";

	private SameVoxels() {}

	/**
	 * The image, followed by others that fit it.
	 *
	 * @param names titles, separated by commas, which must fit; {@code all} for every open image that does, and a note for
	 *              each that does not; empty for none but the image itself
	 * @throws IllegalArgumentException telling both sizes or places of an image that does not fit
	 */
	static List<CalibratedImage> choose(final ImagePlus window, final CalibratedImage image, final String names,
		final Consumer<String> note)
	{
		final boolean isAll = names != null && names.strip().equalsIgnoreCase(ALL);
		final List<CalibratedImage> chosen = new ArrayList<>(List.of(image));
		for (final ImagePlus other : isAll ? open() : StationImages.open(names == null ? "" : names)) {
			if (other == window) continue;
			if (isAll && other.getBitDepth() == 24) continue; // figures
			final CalibratedImage candidate = SourceImage.read(other);
			final Optional<String> misfit = misfit(image, candidate);
			if (misfit.isEmpty()) chosen.add(candidate);
			else if (isAll) note.accept("Not measured: " + misfit.get());
			else throw new IllegalArgumentException(misfit.get());
		}
		return chosen;
	}

	/**
	 * @throws IllegalArgumentException telling both sizes or places if an image does not fit another
	 */
	static void check(final CalibratedImage image, final CalibratedImage other) {
		misfit(image, other).ifPresent(text -> {
			throw new IllegalArgumentException(text);
		});
	}

	private static List<ImagePlus> open() {
		final int[] ids = WindowManager.getIDList();
		return ids == null ? List.of() : Arrays.stream(ids).mapToObj(WindowManager::getImage).toList();
	}

	private static Optional<String> misfit(final CalibratedImage image, final CalibratedImage other) {
		if (!size(image).equals(size(other))) return Optional.of("'" + other.title() + "' has " + size(other) + " voxels, but '" +
			image.title() + "' has " + size(image));
		final Optional<Geometry> place = image.geometry();
		final Optional<Geometry> otherPlace = other.geometry();
		final boolean isElsewhere = place.isPresent() && otherPlace.isPresent() && !place.get().agreesWith(otherPlace.get(),
			image.size(0), image.size(1), image.size(2));
		return isElsewhere ? Optional.of("'" + other.title() + "' lies elsewhere than '" + image.title() + "': " + text(
			otherPlace.get()) + ", but " + text(place.get())) : Optional.empty();
	}

	private static String size(final CalibratedImage image) {
		return image.size(0) + " x " + image.size(1) + " x " + image.size(2);
	}

	private static String text(final Geometry geometry) {
		final Geometry.Vector origin = geometry.origin();
		return "origin (" + (float) origin.x() + ", " + (float) origin.y() + ", " + (float) origin.z() + ") mm, voxels of " +
			(float) geometry.spacing(0) + " x " + (float) geometry.spacing(1) + " x " + (float) geometry.spacing(2) + " mm";
	}
}
