package io.github.vertebraj.ui.image;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import ij.ImagePlus;
import ij.WindowManager;
import io.github.vertebraj.io.imagej.ShownPlaces;

/** The images on the screen. */
final class OpenSeries {

	private OpenSeries() {}

	/** All of them, in the order in which they were opened. */
	static List<ImagePlus> all() {
		final int[] ids = Optional.ofNullable(WindowManager.getIDList()).orElseGet(() -> new int[0]);
		return Arrays.stream(ids).mapToObj(WindowManager::getImage).filter(Objects::nonNull).toList();
	}

	/** The places of an image; empty when it does not know where it lies, or is no image that is measured. */
	static Optional<ShownPlaces> placesOf(final ImagePlus imp) {
		try {
			return ShownPlaces.of(imp);
		}
		catch (final IllegalArgumentException e) {
			return Optional.empty(); // a colour picture, or one without pixels, lies nowhere
		}
	}
}
