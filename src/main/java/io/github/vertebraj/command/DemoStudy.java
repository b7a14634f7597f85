package io.github.vertebraj.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.vertebraj.io.dicom.DataSet;
import io.github.vertebraj.io.dicom.MrSeriesWriter;
import io.github.vertebraj.io.imagej.RoiFile;
import io.github.vertebraj.phantom.LumbarPhantom;
import io.github.vertebraj.report.AtomicFile;
import io.github.vertebraj.report.CsvFile;
import io.github.vertebraj.report.ResultTable;

/** A phantom on disk: the series as DICOM, its regions as ROIs, and the truth as a table. */
final class DemoStudy {

	private DemoStudy() {}

	/**
	 * Writes the study; the same phantom gives the same files.
	 *
	 * @param folder made if missing; an earlier study in it is replaced
	 * @throws IOException if the folder holds other files where the study belongs, or cannot be written
	 */
	static void write(final LumbarPhantom phantom, final Path folder) throws IOException {
		final Path series = folder.resolve("dwi");
		refuseForeign(series, phantom.dwi().labels().size());
		Files.createDirectories(series);
		new MrSeriesWriter("VertebraJ lumbar DWI", DataSet.EMPTY).write(phantom.dwi(), name -> new ByteArrayOutputStream() {

			@Override
			public void close() throws IOException {
				AtomicFile.write(series.resolve(name), this::writeTo);
			}
		});
		AtomicFile.write(folder.resolve("rois.zip"), out -> RoiFile.write(out, phantom.regions().stream().map(
			LumbarPhantom.TrueRegion::region).toList()));
		CsvFile.write(folder.resolve("truth.csv"), truth(phantom.regions()));
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

	private static ResultTable truth(final List<LumbarPhantom.TrueRegion> regions) {
		final ResultTable.Builder table = ResultTable.builder("Truth", "Region", "ADC (10^-3 mm^2/s)");
		for (final LumbarPhantom.TrueRegion region : regions)
			table.row(region.region().name(), region.adc());
		return table.build();
	}
}
