package io.github.vertebraj.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.vertebraj.io.imagej.ImagePlusBridge;
import io.github.vertebraj.io.imagej.RoiFile;
import io.github.vertebraj.phantom.FatPhantom;
import io.github.vertebraj.report.AtomicFile;
import io.github.vertebraj.report.CsvFile;
import io.github.vertebraj.report.ResultTable;

import ij.io.FileSaver;

/** A fat phantom on disk: its echoes as a TIFF file with their slice labels, its regions as ROIs, and the truth. */
final class DemoFat {

	private DemoFat() {}

	/**
	 * Writes {@code fat.tif} (channels real and imaginary), {@code rois.zip} and {@code truth.csv}; the same phantom gives
	 * the same files.
	 *
	 * @param folder made if missing
	 * @throws IOException if it cannot be written
	 */
	static void write(final FatPhantom phantom, final Path folder) throws IOException {
		Files.createDirectories(folder);
		final byte[] tiff = new FileSaver(ImagePlusBridge.toImagePlus(phantom.echoes())).serialize();
		AtomicFile.write(folder.resolve("fat.tif"), out -> out.write(tiff));
		AtomicFile.write(folder.resolve("rois.zip"), out -> RoiFile.write(out, phantom.regions().stream().map(
			FatPhantom.TrueRegion::region).toList()));
		final ResultTable.Builder truth = ResultTable.builder("Truth", "Region", "Fat fraction (%)", "R2* (1/s)");
		for (final FatPhantom.TrueRegion region : phantom.regions())
			truth.row(region.region().name(), region.percent(), region.r2Star());
		CsvFile.write(folder.resolve("truth.csv"), truth.build());
	}
}
