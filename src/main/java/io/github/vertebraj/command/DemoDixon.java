package io.github.vertebraj.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.io.dicom.DataSetBuilder;
import io.github.vertebraj.io.dicom.MrSeriesWriter;
import io.github.vertebraj.io.dicom.Tag;
import io.github.vertebraj.io.imagej.RoiFile;
import io.github.vertebraj.phantom.DixonPhantom;
import io.github.vertebraj.phantom.TherapyStudy;
import io.github.vertebraj.report.AtomicFile;
import io.github.vertebraj.report.CsvFile;
import io.github.vertebraj.report.ResultTable;

/** Water-fat images on disk: one series for each image, as a scanner sends them, regions as ROIs, and the truth. */
final class DemoDixon {

	private static final double FLIP_ANGLE = 4;
	private static final double REPETITION_TIME = 14;

	private DemoDixon() {}

	/**
	 * One patient: {@code dixon/} with the series {@code dixon_in}, {@code dixon_opp}, {@code dixon_W}, {@code dixon_F} and
	 * {@code gre_3_echoes}, {@code rois.zip}, {@code truth.csv}.
	 *
	 * @param folder made if missing
	 * @throws IOException if the folder holds other files where the series belong, or cannot be written
	 */
	static void write(final DixonPhantom phantom, final Path folder) throws IOException {
		final Path series = folder.resolve("dixon");
		final Sink sink = new Sink("VertebraJ Dixon", Optional.empty());
		sink.write(phantom.inPhase(), 1, "dixon_in", "IN_PHASE", series.resolve("1"));
		sink.write(phantom.opposedPhase(), 2, "dixon_opp", "OPP_PHASE", series.resolve("2"));
		sink.write(phantom.water(), 3, "dixon_W", "WATER", series.resolve("3"));
		sink.write(phantom.fat(), 4, "dixon_F", "FAT", series.resolve("4"));
		sink.write(phantom.echoes(), 5, "gre_3_echoes", "M", series.resolve("5"));
		writeRegions(phantom.regions(), folder.resolve("rois.zip"));
		final ResultTable.Builder truth = ResultTable.builder("Truth", "Region", "Fat fraction (%)", "R2* (1/s)", "Dominance",
			"In-opposed reads (%)", "Three-point reads (%)");
		for (final DixonPhantom.TrueRegion region : phantom.regions())
			truth.row(region.region().name(), region.percent(), region.r2Star(), region.isFat() ? "fat" : "water", region
				.inOpposed(), region.threePoint());
		CsvFile.write(folder.resolve("truth.csv"), truth.build());
	}

	/**
	 * Patients before and after therapy: a folder each, with the folders {@code before} and {@code after}, of the series
	 * {@code dixon_W} and {@code dixon_F}, and {@code rois.zip} of the vertebral bodies; {@code patients.csv}; {@code truth.csv}.
	 *
	 * @throws IOException as {@link #write(DixonPhantom, Path)}
	 */
	static void write(final TherapyStudy study, final Path folder) throws IOException {
		Files.createDirectories(folder);
		final ResultTable.Builder patients = ResultTable.builder("Patients", "Patient", "Response", "Date before", "Date after",
			"M protein before (g/l)", "M protein after (g/l)", "M protein change (%)");
		final ResultTable.Builder truth = ResultTable.builder("Truth", "Patient", "Region", "FF before (%)", "FF after (%)");
		for (final TherapyStudy.Patient patient : study.patients()) {
			final DixonPhantom before = patient.imagesBefore();
			writeTime(before, patient.name(), patient.dayBefore(), folder.resolve(patient.name()).resolve("before"));
			writeTime(patient.imagesAfter(), patient.name(), patient.dayAfter(), folder.resolve(patient.name()).resolve("after"));
			writeRegions(before.regions().stream().filter(region -> region.region().name().endsWith("_VB")).toList(), folder
				.resolve(patient.name()).resolve("rois.zip"));
			patients.row(patient.name(), patient.isResponder() ? "responder" : "non-responder", patient.dayBefore().toString(),
				patient.dayAfter().toString(), patient.proteinBefore(), patient.proteinAfter(),
				Math.rint(1000 * (patient.proteinAfter() / patient.proteinBefore() - 1)) / 10);
			for (int i = 0; i < patient.before().size(); i++)
				truth.row(patient.name(), "L" + (i + 1) + "_VB", patient.before().get(i), patient.after().get(i));
		}
		CsvFile.write(folder.resolve("patients.csv"), patients.build());
		CsvFile.write(folder.resolve("truth.csv"), truth.build());
	}

	private static void writeTime(final DixonPhantom phantom, final String patient, final LocalDate day, final Path folder)
		throws IOException
	{
		final Sink sink = new Sink("VertebraJ therapy " + patient + " " + day, Optional.of(day));
		sink.write(phantom.water(), 1, "dixon_W", "WATER", folder.resolve("1"));
		sink.write(phantom.fat(), 2, "dixon_F", "FAT", folder.resolve("2"));
	}

	private static void writeRegions(final List<DixonPhantom.TrueRegion> regions, final Path file) throws IOException {
		AtomicFile.write(file, out -> RoiFile.write(out, regions.stream().map(DixonPhantom.TrueRegion::region).toList()));
	}

	/** Writes the series of one study. */
	private record Sink(String study, Optional<LocalDate> day) {

		void write(final CalibratedImage image, final int number, final String description, final String type,
			final Path folder) throws IOException
		{
			final DataSetBuilder own = new DataSetBuilder().put(Tag.SERIES_NUMBER, number).put(Tag.SERIES_DESCRIPTION,
				description).put(Tag.PROTOCOL_NAME, "dixon").put(Tag.MAGNETIC_FIELD_STRENGTH, DixonPhantom.FIELD_STRENGTH).put(
					Tag.SCANNING_SEQUENCE, "GR").put(Tag.FLIP_ANGLE, FLIP_ANGLE).put(Tag.REPETITION_TIME, REPETITION_TIME);
			if (type.equals("M")) own.put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", type);
			else own.put(Tag.IMAGE_TYPE, "DERIVED", "PRIMARY", "DIXON", type);
			day.ifPresent(date -> own.put(Tag.STUDY_DATE, date.format(DateTimeFormatter.BASIC_ISO_DATE)));
			DemoSeries.write(new MrSeriesWriter(study, study + " " + description, own.build()), image, folder);
		}
	}
}
