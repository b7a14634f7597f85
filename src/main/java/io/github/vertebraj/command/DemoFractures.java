package io.github.vertebraj.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

import io.github.vertebraj.io.imagej.ImagePlusBridge;
import io.github.vertebraj.io.imagej.PointSource;
import io.github.vertebraj.io.nifti.NiftiWriter;
import io.github.vertebraj.phantom.FracturePhantom;
import io.github.vertebraj.report.AtomicFile;
import io.github.vertebraj.report.CsvFile;
import io.github.vertebraj.report.ResultTable;

import ij.ImagePlus;
import ij.io.FileSaver;

/** A spine with fractures on disk, with the points in the image's overlay, the labels, and the truth. */
final class DemoFractures {

	private DemoFractures() {}

	/**
	 * Writes {@code spine.tif}, {@code labels.nii.gz} and {@code truth.csv}; the same phantom gives the same files.
	 *
	 * @param folder made if missing
	 * @throws IOException if it cannot be written
	 */
	static void write(final FracturePhantom phantom, final Path folder) throws IOException {
		Files.createDirectories(folder);
		final ImagePlus image = ImagePlusBridge.toImagePlus(phantom.image());
		PointSource.show(image, phantom.vertebrae().stream().flatMap(vertebra -> BodyOutlines.named(vertebra.name(), vertebra
			.points()).stream()).toList());
		final byte[] tiff = new FileSaver(image).serialize();
		AtomicFile.write(folder.resolve("spine.tif"), out -> out.write(tiff));
		AtomicFile.write(folder.resolve("labels.nii.gz"), out -> {
			final GZIPOutputStream zip = new GZIPOutputStream(out);
			NiftiWriter.write(zip, phantom.labels());
			zip.finish();
		});
		final ResultTable.Builder truth = ResultTable.builder("Truth", "Vertebra", "Label", "Shape", "Anterior height (mm)",
			"Middle height (mm)", "Posterior height (mm)");
		for (final FracturePhantom.TrueVertebra vertebra : phantom.vertebrae())
			truth.row(vertebra.name(), vertebra.label(), vertebra.shape(), vertebra.anterior(), vertebra.middle(), vertebra
				.posterior());
		CsvFile.write(folder.resolve("truth.csv"), truth.build());
	}
}
