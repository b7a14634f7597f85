package io.github.vertebraj.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

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
		DemoSeries.write(new MrSeriesWriter("VertebraJ lumbar DWI", DataSet.EMPTY), phantom.dwi(), folder.resolve("dwi"));
		AtomicFile.write(folder.resolve("rois.zip"), out -> RoiFile.write(out, phantom.regions().stream().map(
			LumbarPhantom.TrueRegion::region).toList()));
		CsvFile.write(folder.resolve("truth.csv"), truth(phantom.regions()));
	}

	private static ResultTable truth(final List<LumbarPhantom.TrueRegion> regions) {
		final ResultTable.Builder table = ResultTable.builder("Truth", "Region", "ADC (10^-3 mm^2/s)");
		for (final LumbarPhantom.TrueRegion region : regions)
			table.row(region.region().name(), region.adc());
		return table.build();
	}
}
