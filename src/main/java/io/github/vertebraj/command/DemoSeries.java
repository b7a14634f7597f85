package io.github.vertebraj.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.io.dicom.MrSeriesWriter;
import io.github.vertebraj.report.AtomicFile;

/** A series of a demo on disk, as DICOM. */
final class DemoSeries {

	private DemoSeries() {}

	/**
	 * Writes a series; the same image gives the same files.
	 *
	 * @param folder made if missing; an earlier series in it is replaced
	 * @throws IOException if the folder holds other files, or cannot be written
	 */
	static void write(final MrSeriesWriter writer, final CalibratedImage image, final Path folder) throws IOException {
		refuseForeign(folder, image.labels().size());
		Files.createDirectories(folder);
		writer.write(image, name -> new ByteArrayOutputStream() {

			@Override
			public void close() throws IOException {
				AtomicFile.write(folder.resolve(name), this::writeTo);
			}
		});
	}

	/** A file of somebody else's among the slices would become part of the study. */
	private static void refuseForeign(final Path series, final int planes) throws IOException {
		if (!Files.isDirectory(series)) return;
		try (Stream<Path> files = Files.list(series)) {
			final Set<String> foreign = files.map(file -> file.getFileName().toString()).filter(name -> !name.matches(
				"IM\\d{5}\\.dcm") || Integer.parseInt(name.substring(2, 7)) > planes).collect(Collectors.toCollection(
					TreeSet::new));
			if (!foreign.isEmpty()) throw new IOException("The folder " + series + " holds files of something else (" + foreign
				.iterator().next() + "): choose another folder for the demo study");
		}
	}
}
