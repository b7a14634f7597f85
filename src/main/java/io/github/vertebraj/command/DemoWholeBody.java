package io.github.vertebraj.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

import io.github.vertebraj.io.dicom.DataSet;
import io.github.vertebraj.io.dicom.DataSetBuilder;
import io.github.vertebraj.io.dicom.MrSeriesWriter;
import io.github.vertebraj.io.dicom.Tag;
import io.github.vertebraj.io.nifti.NiftiWriter;
import io.github.vertebraj.phantom.WholeBodyPhantom;
import io.github.vertebraj.phantom.WholeBodyPhantom.Lesion;
import io.github.vertebraj.phantom.WholeBodyPhantom.Station;
import io.github.vertebraj.report.AtomicFile;
import io.github.vertebraj.report.CsvFile;
import io.github.vertebraj.report.ResultTable;

/** A whole-body diffusion study on disk: two series for each station, the mask, and the truth. */
final class DemoWholeBody {

	private static final String STUDY = "VertebraJ whole body";

	private DemoWholeBody() {}

	/**
	 * Writes {@code dwi1/}, {@code adc1/} and so on, {@code mask.nii.gz} and {@code truth.csv}.
	 *
	 * @param folder made if missing
	 * @throws IOException if the folder holds other files where the series belong, or cannot be written
	 */
	static void write(final WholeBodyPhantom phantom, final Path folder) throws IOException {
		for (int i = 0; i < phantom.stations().size(); i++) {
			final int number = i + 1;
			final Station station = phantom.stations().get(i);
			final DataSet dwi = new DataSetBuilder().put(Tag.SERIES_NUMBER, number).build();
			DemoSeries.write(new MrSeriesWriter(STUDY, STUDY + " DWI " + number, dwi), station.dwi(), folder.resolve("dwi" +
				number));
			final DataSet adc = new DataSetBuilder().put(Tag.SERIES_NUMBER, 10 + number).put(Tag.IMAGE_TYPE, "DERIVED", "PRIMARY",
				"DIFFUSION", "ADC").put(Tag.RESCALE_TYPE, station.adc().scale().unit()).build();
			DemoSeries.write(new MrSeriesWriter(STUDY, STUDY + " ADC " + number, adc), station.adc(), folder.resolve("adc" +
				number));
		}
		AtomicFile.write(folder.resolve("mask.nii.gz"), out -> {
			final GZIPOutputStream zip = new GZIPOutputStream(out);
			NiftiWriter.write(zip, phantom.mask());
			zip.finish();
		});
		final ResultTable.Builder truth = ResultTable.builder("Truth", "Lesion", "ADC (10^-3 mm^2/s)", "Volume (ml)", "Voxels",
			"Volume of voxels (ml)");
		for (final Lesion lesion : phantom.lesions())
			truth.row(lesion.name(), lesion.adc(), lesion.volume(), lesion.voxels(), lesion.counted());
		CsvFile.write(folder.resolve("truth.csv"), truth.build());
	}
}
