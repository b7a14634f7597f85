package io.github.vertebraj.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.io.imagej.ImagePlusBridge;
import io.github.vertebraj.io.imagej.RoiFile;
import io.github.vertebraj.phantom.SignalPhantom;
import io.github.vertebraj.report.AtomicFile;
import io.github.vertebraj.report.CsvFile;
import io.github.vertebraj.report.ResultTable;

import ij.io.FileSaver;

/** Images of several contrasts on disk, with the regions as ROIs of T1, and the truth. */
final class DemoSignals {

	private DemoSignals() {}

	/**
	 * Writes {@code t1.tif}, {@code t2.tif}, {@code stir.tif}, {@code dwi.tif}, {@code adc.tif}, {@code rois.zip} and
	 * {@code truth.csv}; the same phantom gives the same files.
	 *
	 * @param folder made if missing
	 * @throws IOException if it cannot be written
	 */
	static void write(final SignalPhantom phantom, final Path folder) throws IOException {
		Files.createDirectories(folder);
		for (final CalibratedImage image : List.of(phantom.t1(), phantom.t2(), phantom.stir(), phantom.dwi(), phantom.adc())) {
			final byte[] tiff = new FileSaver(ImagePlusBridge.toImagePlus(image)).serialize();
			AtomicFile.write(folder.resolve(image.title().toLowerCase(Locale.ROOT) + ".tif"), out -> out.write(tiff));
		}
		AtomicFile.write(folder.resolve("rois.zip"), out -> RoiFile.write(out, phantom.regions().stream().map(
			SignalPhantom.TrueRegion::region).toList()));
		final ResultTable.Builder truth = ResultTable.builder("Truth", "Region", "Finding", "T1", "T2", "STIR", "DWI",
			"ADC (10^-3 mm^2/s)");
		for (final SignalPhantom.TrueRegion region : phantom.regions())
			truth.row(region.region().name(), region.finding(), region.t1(), region.t2(), region.stir(), region.dwi(), region
				.adc());
		CsvFile.write(folder.resolve("truth.csv"), truth.build());
	}
}
