package io.github.vertebraj.command;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.vertebraj.image.CalibratedImage;
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
