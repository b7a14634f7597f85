package io.github.vertebraj.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.io.imagej.ImagePlusBridge;
import io.github.vertebraj.io.imagej.RoiFile;
import io.github.vertebraj.phantom.DectPhantom;
import io.github.vertebraj.report.AtomicFile;
import io.github.vertebraj.report.CsvFile;
import io.github.vertebraj.report.ResultTable;

import ij.io.FileSaver;

/** Dual-energy CT of several patients on disk: a folder each, and the truth as a table. */
final class DemoDect {

	private static final int PATIENTS = 20;
	private static final int WITH_METAL = 14;

	private DemoDect() {}

	/**
	 * Writes {@code low.tif}, {@code high.tif} and {@code rois.zip} of each patient, and {@code truth.csv}; the same settings
	 * give the same files.
	 *
	 * @param folder made if missing
	 * @throws IOException if it cannot be written
	 */
	static void write(final DectPhantom.Settings settings, final Path folder) throws IOException {
		final ResultTable.Builder truth = ResultTable.builder("Truth", "Patient", "Metal", "Kind", "Name", "Low (HU)",
			"High (HU)", "Noise SD low (HU)", "Noise SD high (HU)", "Noise covariance (HU^2)", "Low effective energy (keV)",
			"High effective energy (keV)");
		for (int number = 1; number <= PATIENTS; number++) {
			final DectPhantom patient = DectPhantom.create(settings, number, number == WITH_METAL);
			final Path own = Files.createDirectories(folder.resolve(patient.name()));
			for (final CalibratedImage image : List.of(patient.low(), patient.high())) {
				final byte[] tiff = new FileSaver(ImagePlusBridge.toImagePlus(image)).serialize();
				AtomicFile.write(own.resolve(image.title() + ".tif"), out -> out.write(tiff));
			}
			AtomicFile.write(own.resolve("rois.zip"), out -> RoiFile.write(out, patient.regions().stream().map(
				DectPhantom.TrueRegion::region).toList()));
			for (final DectPhantom.TrueTissue tissue : patient.tissues())
				row(truth, settings, patient, number, "tissue", tissue.name(), tissue.low(), tissue.high());
			for (final DectPhantom.TrueRegion region : patient.regions())
				row(truth, settings, patient, number, "region", region.region().name(), region.low(), region.high());
		}
		CsvFile.write(folder.resolve("truth.csv"), truth.build());
	}

	private static void row(final ResultTable.Builder truth, final DectPhantom.Settings settings,
		final DectPhantom patient, final int number, final String kind, final String name, final double low,
		final double high)
	{
		truth.row(patient.name(), number == WITH_METAL ? "yes" : "no", kind, name, low, high, patient.sdLow(), patient
			.sdHigh(), settings.correlation() * patient.sdLow() * patient.sdHigh(), settings.energies().low(), settings
				.energies().high());
	}
}
