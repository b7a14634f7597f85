package io.github.vertebraj.io.dicom;

import static io.github.vertebraj.io.dicom.SeriesFolder.inSeries;
import static io.github.vertebraj.io.dicom.SeriesFolder.labels;
import static io.github.vertebraj.io.dicom.SeriesFolder.real;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.vertebraj.image.Geometry.Vector;

/** Water, fat and the phases as manufacturers write them, in one series or in several, classic and enhanced. */
class DixonSeriesTest extends WithSeriesFolder {

	private LoadedSeries read(final String series) throws IOException {
		return SeriesReader.read(folder.scan().select(series), DiffusionVolumes.ALL, p -> {});
	}

	/** A volume of series {@code number} and of the value {@code 10·volume + slice}. */
	private void add(final int number, final int volume, final String manufacturer, final String type,
		final String description)
	{
		folder.addVolume(volume, inSeries(number, file -> {}).andThen(file -> file.put(Tag.MANUFACTURER, manufacturer).put(
			Tag.IMAGE_TYPE, VR.CS, type.split("/")).put(Tag.SERIES_DESCRIPTION, description).put(Tag.ECHO_TIME,
				1.23)));
	}

	@ParameterizedTest
	@CsvSource({ "SIEMENS, DERIVED/PRIMARY/M/DIXON/WATER, DERIVED/PRIMARY/M/DIXON/FAT," +
		" ORIGINAL/PRIMARY/M/DIXON/IN_PHASE, ORIGINAL/PRIMARY/M/DIXON/OPP_PHASE", //
		"SIEMENS, DERIVED/PRIMARY/M/WATER/DIS2D, DERIVED/PRIMARY/M/FAT/DIS2D, ORIGINAL/PRIMARY/M/IN_PHASE/DIS2D," +
			" ORIGINAL/PRIMARY/M/OPP_PHASE/DIS2D", //
		"GE MEDICAL SYSTEMS, DERIVED/PRIMARY/DIXON/WATER, DERIVED/PRIMARY/DIXON/FAT, DERIVED/PRIMARY/DIXON/IN_PHASE," +
			" DERIVED/PRIMARY/DIXON/OUT_PHASE", //
		"Philips, DERIVED/PRIMARY/W/W/DERIVED, DERIVED/PRIMARY/F/F/DERIVED, DERIVED/PRIMARY/IP/IP/DERIVED," +
			" DERIVED/PRIMARY/OP/OP/DERIVED", //
		"CANON_MEC, DERIVED/PRIMARY/DIXON/WATER, DERIVED/PRIMARY/DIXON/FAT, DERIVED/PRIMARY/DIXON/IN_PHASE," +
			" DERIVED/PRIMARY/DIXON/OUT_PHASE" })
	void byImageType(final String manufacturer, final String water, final String fat, final String in,
		final String opposed) throws IOException
	{
		final List<String> types = List.of(opposed, fat, in, water);
		for (final boolean oneSeries : List.of(true, false)) {
			for (int i = 0; i < 4; i++)
				add(oneSeries ? 3 : 5 + i, i, manufacturer, types.get(i), "dixon");
			assertDixon(read(oneSeries ? "3" : "8,5,7,6"));
		}
	}

	/** Volume 3 is the water, 1 the fat, 2 in phase, 0 opposed. */
	private static void assertDixon(final LoadedSeries series) {
		assertEquals(List.of("water", "fat", "in-phase", "opposed-phase"), series.image().labels().subList(0, 4).stream().map(
			label -> label.get("component").orElseThrow()).toList());
		assertEquals(List.of(3200.0, 1200.0, 2200.0, 200.0), IntStream.range(0, 4).mapToObj(c -> real(series, 0, 0, 2, 0, c))
			.toList());
	}

	@Test
	void byDescription() throws IOException {
		final List<String> words = List.of("OutPhase: Ax LAVA-Flex", "FAT: Ax LAVA-Flex", "InPhase: Ax LAVA-Flex",
			"WATER: Ax LAVA-Flex");
		for (int i = 0; i < 4; i++)
			add(5 + i, i, "GE MEDICAL SYSTEMS", "ORIGINAL/PRIMARY/OTHER", words.get(i));
		final LoadedSeries series = read("5,6,7,8");
		assertDixon(series);
		assertTrue(series.notes().contains("That this is the water image is known from the series description alone: " +
			"'WATER: Ax LAVA-Flex'"), series.notes()::toString);
	}

	@Test
	void proposesWhatBelongsTogether() throws IOException {
		final List<String> types = List.of("IN_PHASE", "OPP_PHASE", "FAT", "WATER", "FAT_FRACTION");
		for (int i = 0; i < 5; i++)
			add(5 + i, i, "SIEMENS", "DERIVED/PRIMARY/M/DIXON/" + types.get(i), "vibe");
		add(10, 6, "SIEMENS", "ORIGINAL/PRIMARY/M/ND", "gre");
		add(11, 7, "SIEMENS", "ORIGINAL/PRIMARY/P/ND", "gre");
		final SeriesCatalogue catalogue = folder.scan();
		assertEquals(List.of("5,6,7,8  merged: in-phase, opposed-phase, fat, water", "10,11  merged: magnitude, phase"),
			catalogue.related().stream().map(RelatedSeries::summary).toList());
		final String message = assertThrows(IllegalArgumentException.class, () -> catalogue.select("")).getMessage();
		assertTrue(message.endsWith("These look like parts of one acquisition: series=5,6,7,8  merged: in-phase, " +
			"opposed-phase, fat, water; series=10,11  merged: magnitude, phase"), message);
		assertEquals(4, catalogue.select(catalogue.related().get(0).term()).size());
		assertTrue(assertThrows(IOException.class, () -> read("7,8,9")).getMessage().startsWith(
			"A computed map cannot be merged with measured signal"));
	}

	@Test
	void twoAcquisitionsAreTwoProposals() throws IOException {
		for (int i = 0; i < 4; i++)
			add(5 + i, i, "SIEMENS", "DERIVED/PRIMARY/M/DIXON/" + (i % 2 == 0 ? "WATER" : "FAT"), i < 2 ? "before" : "after");
		assertEquals(List.of("5,6", "7,8"), folder.scan().related().stream().map(RelatedSeries::term).toList());
		assertEquals(List.of("te=1.23; component=water; repeat=1", "te=1.23; component=water; repeat=2"), labels(read(
			"5,6,7,8"), 0));
	}

	@Test
	void seriesOfTwoPatientsAreNotMerged() throws IOException {
		final String[][] differences = { { "F", "1.2", "1.9" }, { "M", "1.2", "1.9" }, { "F", "1.3", "" }, { "F", "1.2",
			"" }, { "F", "1.3", "1.8" } };
		for (int i = 0; i < 5; i++) {
			final String[] with = differences[i];
			final String component = with[0].equals("F") ? "W" : "F";
			folder.addVolume(i, inSeries(5 + i, file -> {}).andThen(file -> file.put(Tag.IMAGE_TYPE, "DERIVED", "PRIMARY",
				component).put(Tag.PATIENT_SEX, with[0]).put(Tag.STUDY_INSTANCE_UID, with[1]).put(
					Tag.FRAME_OF_REFERENCE_UID, with[2])));
		}
		final String sex = assertThrows(IOException.class, () -> read("5,6")).getMessage();
		assertTrue(sex.startsWith("The series differ in (0010,0040) PatientSex (F against M), so they may be of different" +
			" patients: 5"), sex);
		final String study = assertThrows(IOException.class, () -> read("7,8")).getMessage();
		assertTrue(study.startsWith("The series differ in (0020,000d) StudyInstanceUID (1.3 against 1.2) and do not tell a" +
			" common frame of reference, (0020,0052), so they may be of different patients: 7"), study);
		final String frame = assertThrows(IOException.class, () -> read("5,9")).getMessage();
		assertTrue(frame.startsWith("The images differ in frame of reference (1.8 against 1.9), so they are not one volume"),
			frame);
	}

	/** One frame of an enhanced file. */
	private static DataSetBuilder frame(final int slice, final double te, final String component, final String unit,
		final double slope, final String... type)
	{
		final Vector p = SeriesFolder.position(slice);
		return new DataSetBuilder().put(Tag.MR_IMAGE_FRAME_TYPE_SEQUENCE, new DataSetBuilder().put(Tag.FRAME_TYPE, type).put(
			Tag.COMPLEX_IMAGE_COMPONENT, component).build()).put(Tag.MR_ECHO_SEQUENCE, new DataSetBuilder().put(
				Tag.EFFECTIVE_ECHO_TIME, te).build()).put(Tag.PLANE_POSITION_SEQUENCE, new DataSetBuilder().put(
					Tag.IMAGE_POSITION, p.x(), p.y(), p.z()).build()).put(Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE,
						new DataSetBuilder().put(Tag.RESCALE_SLOPE, slope).put(Tag.RESCALE_INTERCEPT, unit.equals("mrad") ? -3142 : 0)
							.put(Tag.RESCALE_TYPE, unit).build());
	}

	/** As Philips' software does it: echoes in all their components, Dixon images and their fat fraction in one object. */
	@Test
	void enhancedObjectsHoldEverything() throws IOException {
		final List<DataSetBuilder> frames = new ArrayList<>();
		for (int slice = 1; slice >= 0; slice--) {
			for (final double te : new double[] { 2.3, 1.1 })
				for (final String component : List.of("MAGNITUDE", "PHASE", "REAL", "IMAGINARY"))
					frames.add(frame(slice, te, component, component.equals("PHASE") ? "mrad" : "normalized", 1.5, "ORIGINAL",
						"PRIMARY", "T1", "NONE"));
			for (final String image : List.of("WATER", "FAT", "IN_PHASE", "OUT_PHASE", "FAT_FRACTION"))
				frames.add(frame(slice, 1.1, image.equals("FAT_FRACTION") ? "REAL" : "MAGNITUDE", image.equals("FAT_FRACTION")
					? "%" : "normalized", 0.5, "ORIGINAL", "PRIMARY", "DIXON", image));
		}
		folder.add("enhanced.dcm", EnhancedSeriesTest.file(EnhancedSeriesTest.shared(), frames.toArray(DataSetBuilder[]::new))
			.put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "T1", "MIXED").put(Tag.COMPLEX_IMAGE_COMPONENT, "MIXED").put(
				Tag.MANUFACTURER, "Philips"));
		assertEquals(List.of("17", "17/fat-fraction"), folder.scan().entries().stream().map(SeriesEntry::id).toList());
		final String message = assertThrows(IOException.class, () -> read("17")).getMessage();
		assertTrue(message.endsWith("read together what belongs together: " +
			"series=17/magnitude,17/phase,17/real,17/imaginary or series=17/water,17/fat,17/in-phase,17/opposed-phase"),
			message);
		final LoadedSeries echoes = read("17/magnitude,17/phase");
		assertEquals(List.of("te=1.1; component=magnitude", "te=2.3; component=magnitude"), labels(echoes, 0));
		assertEquals(List.of("te=1.1; component=phase; turn=6283.1853", "te=2.3; component=phase; turn=6283.1853"), labels(
			echoes, 1));
		assertEquals(1.5 * 100 * 5 - 3142, real(echoes, 0, 0, 1, 0, 1), 1e-3);
		final LoadedSeries dixon = read("17/water,17/fat,17/in-phase,17/opposed-phase");
		assertEquals(List.of(List.of("te=1.1; component=water"), List.of("te=1.1; component=fat"), List.of(
			"te=1.1; component=in-phase"), List.of("te=1.1; component=opposed-phase")), IntStream.range(0, 4).mapToObj(
				c -> labels(dixon, c)).toList());
		assertEquals(0.5 * 100 * 9, real(dixon, 0, 0, 1, 0, 1));
		final LoadedSeries fraction = read("17/fat-fraction");
		assertEquals(List.of("te=1.1; component=fat-fraction"), labels(fraction, 0));
		assertEquals("%", fraction.image().scale().unit());
	}

	/** Classic files of Canon; the same of another manufacturer are as many series as they have UIDs. */
	@ParameterizedTest
	@CsvSource({ "CANON_MEC, 1", "TOSHIBA, 1", "GE MEDICAL SYSTEMS, 3" })
	void slicesWithSeriesOfTheirOwn(final String manufacturer, final int series) throws IOException {
		for (final double te : new double[] { 2.3, 4.6 })
			for (int slice = 0; slice < 3; slice++)
				folder.add(folder.slice(slice, slice).put(Tag.MANUFACTURER, manufacturer).put(Tag.SERIES_INSTANCE_UID,
					"1.2.3.17." + (slice + 1)).put(Tag.ECHO_TIME, te));
		folder.add(folder.slice(0, 7).put(Tag.MANUFACTURER, manufacturer).put(Tag.SERIES_INSTANCE_UID, "1.2.3.18").put(
			Tag.SERIES_NUMBER, 18));
		assertEquals(series + 1, folder.scan().entries().size());
		if (series == 1) assertEquals(List.of("te=2.3", "te=4.6"), labels(read("17"), 0));
	}

	/** Magnitude and phase that do not fit are not proposed. */
	@Test
	void otherEchoesOrPlacesAreNotProposed() throws IOException {
		for (int i = 0; i < 3; i++) {
			final int number = i;
			folder.addVolume(i, inSeries(5 + i, file -> {}).andThen(file -> file.put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY",
				number == 0 ? "M" : "P").put(Tag.ECHO_TIME, number == 1 ? 7.65 : 5.19).put(Tag.FRAME_OF_REFERENCE_UID,
					number == 2 ? "1.9" : "1.8")));
		}
		assertEquals(List.of(), folder.scan().related());
	}

	/** What a turn is, by unit or manufacturer. */
	@ParameterizedTest
	@CsvSource({ "SIEMENS, 2, -4096, US, 8192", "Siemens Healthineers, 1, 0, US, 4096",
		"GE MEDICAL SYSTEMS, 1, 0, '', ''", "Philips Medical Systems, 1.5345, -3142, mrad, 6283.1853",
		"Philips, 0.1, 0, degrees, 360", "Philips, 1.5, 7, US, ''",
		"SIEMENS, 3, 0, US, ''", "'', 0.001, -3.14159, rad, 6.2832" })
	void turnsOfThePhase(final String manufacturer, final double slope, final double intercept, final String unit,
		final String turn) throws IOException
	{
		folder.addVolume(0, file -> file.put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "P").put(Tag.MANUFACTURER, manufacturer)
			.put(Tag.RESCALE_SLOPE, slope).put(Tag.RESCALE_INTERCEPT, intercept).put(Tag.RESCALE_TYPE, unit));
		assertEquals("component=phase" + (turn.isEmpty() ? "" : "; turn=" + turn), folder.read().image().labels().get(0)
			.toString());
	}
}
