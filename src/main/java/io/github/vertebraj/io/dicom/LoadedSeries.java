package io.github.vertebraj.io.dicom;

import java.util.List;

import io.github.vertebraj.image.CalibratedImage;

/**
 * An image that was read, and what should be said about the reading.
 *
 * @param notes what had to be assumed or left out, in sentences
 */
public record LoadedSeries(CalibratedImage image, List<String> notes) {

	public LoadedSeries {
		notes = List.copyOf(notes);
	}
}
