package io.github.vertebraj.io.dicom;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

import io.github.vertebraj.image.CalibratedImage;

/**
 * Writes an image as a classic MR series (PS3.3 A.4): one file per plane, {@code IM00001.dcm} and so on, numbered by
 * frame, then slice. b-values and echo times come from the labels of the planes. The same seed gives the same UIDs, so
 * that the same image gives the same files.
 */
public final class MrSeriesWriter {

	/** Where the files go: opens a stream for each, which the writer closes. */
	@FunctionalInterface
	public interface Target {

		OutputStream open(String fileName) throws IOException;
	}

	private final String study;
	private final String series;
	private final DataSet attributes;

	/**
	 * Of a study with one series.
	 *
	 * @param seed       what the UIDs of study, series and images are made from
	 * @param attributes elements that every file gets, in place of what the writer would put under the same tag
	 */
	public MrSeriesWriter(final String seed, final DataSet attributes) {
		this(seed, seed, attributes);
	}

	/**
	 * Of a study with several series.
	 *
	 * @param study  what the UIDs of study and frame of reference are made from
	 * @param series what the UIDs of series and images are made from
	 */
	public MrSeriesWriter(final String study, final String series, final DataSet attributes) {
		this.study = study;
		this.series = series;
		this.attributes = attributes;
	}

	/**
	 * Writes all planes.
	 *
	 * @param image stored values must be whole numbers from 0 to 65535, or from -32768 to 32767; one component; with a
	 *              geometry
	 * @throws IllegalArgumentException if the image is not such a one
	 */
	public void write(final CalibratedImage image, final Target target) throws IOException {
		if (image.size(4) != 1) throw new IllegalArgumentException("An MR series has one component, but '" + image.title() +
			"' has " + image.size(4));
		final MrAttributes common = new MrAttributes(image, study, series);
		final StoredPlanes planes = StoredPlanes.of(image);
		final DataSet shared = common.series();
		for (int t = 0; t < image.size(3); t++)
			for (int z = 0; z < image.size(2); z++) {
				final DataSet file = new DataSetBuilder().putAll(shared).putAll(common.plane(z, t)).putAll(planes.plane(z, t))
					.putAll(attributes).build();
				final String name = String.format("IM%05d.dcm", t * image.size(2) + z + 1);
				try (OutputStream out = new BufferedOutputStream(target.open(name))) {
					DicomWriter.write(out, file);
				}
			}
	}
}
