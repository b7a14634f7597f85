package io.github.vertebraj.command;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.io.imagej.ImagePlusBridge;

import ij.ImagePlus;

/** The image that a command works on. */
final class SourceImage {

	private SourceImage() {}

	/** The image that the user gave, or an error if there is none. */
	static CalibratedImage read(final ImagePlus image) {
		if (image == null || image.getProcessor() == null) throw new IllegalArgumentException(
			"There is no such image: open one, or give the title of an open one as image=[title]");
		return ImagePlusBridge.fromImagePlus(image);
	}

	/**
	 * Where the voxels lie, for the volume of regions.
	 *
	 * @throws IllegalArgumentException when not even their spacing is known
	 */
	static Geometry geometry(final CalibratedImage source) {
		return source.geometry().orElseThrow(() -> new IllegalArgumentException("'" + source.title() +
			"' has no voxel size in mm, so volumes are unknown: set unit, pixel width, height and depth in Image >" +
			" Properties... (of a single slice, a depth of exactly 1 counts as not set)"));
	}

	/** What the source says of itself, as a result's provenance repeats it. */
	static Map<String, String> facts(final CalibratedImage source) {
		final Map<String, String> facts = new LinkedHashMap<>();
		facts.put("image", source.title());
		source.tags().forEach((key, value) -> {
			if (key.startsWith("0020,000")) facts.put(key, value);
		});
		return facts;
	}
}
