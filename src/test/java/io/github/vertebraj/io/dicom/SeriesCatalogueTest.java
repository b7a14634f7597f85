package io.github.vertebraj.io.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import net.imglib2.parallel.Parallelization;

class SeriesCatalogueTest extends WithSeriesFolder {

	private void add(final int number, final String uid, final String description) {
		folder.add("sub/" + number + "-" + uid + "/image.dcm", folder.slice(0, number).put(Tag.SERIES_NUMBER, number).put(
			Tag.SERIES_INSTANCE_UID, uid).put(Tag.SERIES_DESCRIPTION, description));
	}

	private static List<String> summaries(final List<SeriesEntry> entries) {
		return entries.stream().map(SeriesEntry::summary).toList();
	}

	@Test
	void listsSeriesInSubfolders() throws IOException {
		add(20, "1.2.20", "TRACE");
		add(3, "1.2.3", "");
		folder.addVolume(0, file -> file.put(Tag.DIFFUSION_B_VALUE, 0));
		folder.addVolume(1, file -> file.put(Tag.DIFFUSION_B_VALUE, 500).put(Tag.DIFFUSION_GRADIENT_ORIENTATION, 1, 0, 0));
		folder.addVolume(2, file -> file.put(Tag.DIFFUSION_B_VALUE, 500).put(Tag.DIFFUSION_DIRECTIONALITY, "ISOTROPIC"));
		assertEquals(List.of("3  MR  (no description)  7 x 5 x 1",
			"17  MR  Axial T2  7 x 5 x 3  b 0, 500 s/mm^2 (directions, trace)", "20  MR  TRACE  7 x 5 x 1"), summaries(folder
				.scan().entries()));
	}

	@Test
	void saysWhatItPassedOver() throws IOException {
		folder.add(folder.slice(0, 0));
		Files.writeString(temp.resolve("notes.txt"), "no DICOM");
		Files.writeString(temp.resolve("empty"), "");
		Files.writeString(temp.resolve(".hidden"), "not even looked at");
		folder.add("DICOMDIR", folder.slice(0, 0));
		folder.add("report.dcm", new DataSetBuilder().put(Tag.SOP_CLASS_UID, "1.2").put(Tag.SOP_INSTANCE_UID, "1.3"));
		final byte[] whole = Files.readAllBytes(folder.add("broken.dcm", folder.slice(1, 0)));
		Files.write(temp.resolve("broken.dcm"), Arrays.copyOf(whole, 300));
		final SeriesCatalogue catalogue = folder.scan();
		assertEquals(1, catalogue.entries().size());
		assertEquals("Not DICOM: 2 files (empty, notes.txt)", catalogue.notes().get(0));
		assertEquals("Without an image: 2 DICOM files (DICOMDIR, report.dcm)", catalogue.notes().get(1));
		assertEquals(true, catalogue.notes().get(2).startsWith(temp.resolve("broken.dcm").toString()));
		assertEquals(3, catalogue.notes().size());
	}

	@Test
	void aDamagedFileBesideASeriesMayBelongToIt() throws IOException {
		add(3, "1.2.3", "elsewhere");
		folder.addVolume(0, file -> {});
		final Path broken = temp.resolve("f002.dcm");
		Files.write(broken, Arrays.copyOf(Files.readAllBytes(broken), 300));
		final SeriesCatalogue catalogue = folder.scan();
		assertEquals(1, SeriesReader.read(catalogue.select("3"), DiffusionVolumes.ALL, p -> {}).image().size(2));
		final String message = assertThrows(IOException.class, () -> SeriesReader.read(catalogue.select("17"),
			DiffusionVolumes.ALL, p -> {})).getMessage();
		assertEquals(true, message.startsWith(broken.toString()) && message.endsWith(
			". It lies beside series 17 and may belong to it; if it doesn't, move it away"), message);
	}

	@Test
	void refusesPlacesWithoutImages() throws IOException {
		assertEquals("No DICOM image in " + temp + ", which is empty", assertThrows(IOException.class, folder::scan)
			.getMessage());
		final Path text = Files.writeString(temp.resolve("a.txt"), "x");
		assertEquals("No DICOM image in " + text + ": Not DICOM: 1 file (a.txt)", assertThrows(IOException.class,
			() -> SeriesCatalogue.scan(text, p -> {})).getMessage());
		final Path nowhere = temp.resolve("nowhere");
		assertEquals("There is no file or folder " + nowhere, assertThrows(IOException.class, () -> SeriesCatalogue.scan(
			nowhere, p -> {})).getMessage());
	}

	@Test
	void aFileIsItselfOnly() throws IOException {
		final Path one = folder.add(folder.slice(0, 0));
		folder.add(folder.slice(1, 0));
		assertEquals(List.of("17  MR  Axial T2  7 x 5 x 1"), summaries(SeriesCatalogue.scan(one, p -> {}).entries()));
	}

	private void assertSelected(final String expected, final String text) throws IOException {
		assertEquals(expected, String.join(" ", folder.scan().select(text).stream().map(SeriesEntry::id).toList()));
	}

	private void assertRefused(final String message, final String text) throws IOException {
		final SeriesCatalogue catalogue = folder.scan();
		assertEquals(message, assertThrows(IllegalArgumentException.class, () -> catalogue.select(text)).getMessage());
	}

	@Test
	void selectsByNumberUidOrText() throws IOException {
		add(17, "1.2.17", "DWI, free breathing");
		add(20, "1.2.20", "TRACE");
		add(201, "1.2.201", "trace of brain");
		assertSelected("17", "17");
		assertSelected("17 20", " 17, 20 ");
		assertSelected("20 17", "20,17");
		assertSelected("20", "20,20");
		assertSelected("20", "1.2.20");
		assertSelected("20", "trace");
		assertSelected("201", "of brain");
		assertSelected("17", "dwi, free");
		assertRefused("No series is '2'. There are: 17  MR  DWI, free breathing  7 x 5 x 1; 20  MR  TRACE  7 x 5 x 1; " +
			"201  MR  trace of brain  7 x 5 x 1", "2");
		assertRefused("'ra' fits 2 series; choose one by its number or UID: 20  MR  TRACE  7 x 5 x 1; " +
			"201  MR  trace of brain  7 x 5 x 1", "ra");
		assertRefused("There are 3 series; choose one with series=: 17  MR  DWI, free breathing  7 x 5 x 1; " +
			"20  MR  TRACE  7 x 5 x 1; 201  MR  trace of brain  7 x 5 x 1", "");
	}

	@Test
	void aSingleSeriesNeedsNoChoice() throws IOException {
		add(17, "1.2.17", "DWI");
		assertSelected("17", "");
		assertSelected("17", null);
	}

	@Test
	void seriesOfEqualNumberAreToldApartByUid() throws IOException {
		add(17, "1.2.17", "DWI");
		add(17, "1.2.18", "DWI");
		assertRefused("'17' fits 2 series; choose one by its number or UID: 17  MR  DWI  7 x 5 x 1  1.2.17; " +
			"17  MR  DWI  7 x 5 x 1  1.2.18", "17");
		assertEquals("1.2.18", folder.scan().select("1.2.18").get(0).uid());
	}

	@Test
	void aMapInTheSeriesOfItsSourceIsAnEntryOfItsOwn() throws IOException {
		folder.addVolume(0, file -> file.put(Tag.DIFFUSION_B_VALUE, 0));
		folder.addVolume(1, file -> file.put(Tag.DIFFUSION_B_VALUE, 500).put(Tag.DIFFUSION_DIRECTIONALITY, "ISOTROPIC"));
		folder.addVolume(2, file -> file.put(Tag.DIFFUSION_B_VALUE, 500).put(Tag.IMAGE_TYPE, "DERIVED", "PRIMARY",
			"ADC_UNSPECIFIED", "ADC", "UNSPECIFIED"));
		assertEquals(List.of("17  MR  Axial T2  7 x 5 x 3  b 0, 500 s/mm^2 (trace)",
			"17/adc  MR  Axial T2  7 x 5 x 3  (computed map: adc)"), summaries(folder.scan().entries()));
		assertSelected("17", "17");
		assertSelected("17", "axial");
		assertSelected("17/adc", "17/adc");
		assertSelected("17", "");
	}

	@Test
	void aComponentIsAPart() throws IOException {
		for (final String component : List.of("M", "P"))
			folder.addVolume(0, file -> file.put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", component));
		assertEquals(List.of("17  MR  Axial T2  7 x 5 x 3  magnitude, phase"), summaries(folder.scan().entries()));
		assertSelected("17/phase", "17/phase");
		assertEquals(3, folder.scan().select("17/phase").get(0).frames().size());
	}

	@Test
	void isTheSameForAnyNumberOfThreads() throws IOException {
		for (int volume = 0; volume < 40; volume++) {
			final int b = volume;
			folder.addVolume(volume, file -> file.put(Tag.DIFFUSION_B_VALUE, b));
		}
		Files.writeString(temp.resolve("a.txt"), "x");
		final SeriesCatalogue single = Parallelization.runSingleThreaded(() -> unchecked());
		final SeriesCatalogue several = Parallelization.runWithNumThreads(3, () -> unchecked());
		assertEquals(single.notes(), several.notes());
		assertEquals(summaries(single.entries()), summaries(several.entries()));
		assertEquals(single.entries().get(0).frames().stream().map(Frame::source).toList(), several.entries().get(0).frames()
			.stream().map(Frame::source).toList());
	}

	private SeriesCatalogue unchecked() {
		try {
			return folder.scan();
		}
		catch (final IOException e) {
			throw new IllegalStateException(e);
		}
	}

	@Test
	void reportsProgressAndHeedsInterruption() throws IOException {
		for (int volume = 0; volume < 30; volume++)
			folder.addVolume(volume, file -> {});
		final double[] last = new double[1];
		SeriesCatalogue.scan(temp, part -> {
			assertEquals(true, part > last[0] && part <= 1);
			last[0] = part;
		});
		assertEquals(1, last[0]);
		Thread.currentThread().interrupt();
		assertThrows(CancellationException.class, folder::scan);
		assertEquals(true, Thread.interrupted());
	}
}
