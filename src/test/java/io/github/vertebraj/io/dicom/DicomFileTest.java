package io.github.vertebraj.io.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers in every syntax; files are made here, so that what they hold is known. */
class DicomFileTest {

	private static final String SIEMENS = "SIEMENS MR HEADER";

	@TempDir
	private Path folder;

	static Stream<SyntaxWriter> writers() {
		return Stream.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, TransferSyntax.IMPLICIT_LITTLE_ENDIAN,
			TransferSyntax.EXPLICIT_BIG_ENDIAN, TransferSyntax.DEFLATED).flatMap(syntax -> Stream.of(new SyntaxWriter(syntax,
				false, true), new SyntaxWriter(syntax, true, true), new SyntaxWriter(syntax, true, false))).filter(
					writer -> writer.preamble() || !writer.syntax().deflated());
	}

	private static DataSet header() {
		final DataSet group = new DataSetBuilder().put(Tag.DIFFUSION_B_VALUE, 800.5).put(Tag.DIFFUSION_GRADIENT_ORIENTATION,
			0.6, 0, -0.8).build();
		final DataSet diffusion = new DataSetBuilder().put(Tag.MR_DIFFUSION_SEQUENCE, group).build();
		final DataSet patient = new DataSetBuilder().put(Tag.of(0x0010, 0x0010), VR.PN, "Inner^Name").put(Tag.PATIENT_SEX,
			"F").build();
		return new DataSetBuilder().put(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.4") //
			.put(Tag.MODALITY, "MR").put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "", "M") //
			.put(Tag.of(0x0010, 0x0010), VR.PN, "Doe^Jane").put(Tag.of(0x0010, 0x0020), VR.LO, "4711") //
			.put(Tag.PATIENT_SEX, "F").put(Tag.PATIENT_AGE, "061Y") //
			.put(Tag.of(0x0010, 0x1002), patient) //
			.put(Tag.ECHO_TIME, 62.25).put(Tag.ROWS, 512).put(Tag.IMAGE_POSITION, -1.5, 2, 1e-7) //
			.put(Tag.of(0x0019, 0x0011), VR.LO, SIEMENS).put(Tag.of(0x0019, 0x110C), VR.IS, "1000") //
			.put(Tag.DIMENSION_INDEX_SEQUENCE, new DataSetBuilder().put(Tag.of(0x0020, 0x9165), (double) Tag.STACK_ID)
				.build()) //
			.put(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, diffusion, DataSet.EMPTY, patient).build();
	}

	private Path write(final String name, final byte[] bytes) throws IOException {
		return Files.write(folder.resolve(name), bytes);
	}

	@ParameterizedTest
	@MethodSource("writers")
	void readsEverySyntax(final SyntaxWriter writer) throws IOException {
		final Path path = write("file", writer.file(header()));
		assertTrue(DicomFile.isDicom(path));
		final DicomFile file = DicomFile.readHeader(path);
		assertEquals(writer.syntax(), file.syntax());
		final DataSet data = file.dataSet();
		assertEquals(Optional.of("MR"), data.string(Tag.MODALITY));
		assertEquals(List.of("ORIGINAL", "PRIMARY", "", "M"), data.strings(Tag.IMAGE_TYPE));
		assertEquals(OptionalDouble.of(62.25), data.number(Tag.ECHO_TIME));
		assertEquals(OptionalInt.of(512), data.integer(Tag.ROWS));
		assertArrayEquals(new double[] { -1.5, 2, 1e-7 }, data.numbers(Tag.IMAGE_POSITION));
		assertEquals(OptionalInt.of(Tag.STACK_ID), data.items(Tag.DIMENSION_INDEX_SEQUENCE).get(0).integer(Tag.of(0x0020,
			0x9165)));
		final List<DataSet> frames = data.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
		assertEquals(3, frames.size());
		final DataSet diffusion = frames.get(0).item(Tag.MR_DIFFUSION_SEQUENCE).orElseThrow();
		assertEquals(OptionalDouble.of(800.5), diffusion.number(Tag.DIFFUSION_B_VALUE));
		assertArrayEquals(new double[] { 0.6, 0, -0.8 }, diffusion.numbers(Tag.DIFFUSION_GRADIENT_ORIENTATION));
		assertEquals(0, frames.get(1).tags().length);
		assertFalse(file.hasPixels());
	}

	@ParameterizedTest
	@MethodSource("writers")
	void dropsThePatient(final SyntaxWriter writer) throws IOException {
		final DataSet data = DicomFile.readHeader(write("file", writer.file(header()))).dataSet();
		final int[] patient = Arrays.stream(data.tags()).filter(tag -> Tag.group(tag) == 0x0010).toArray();
		assertArrayEquals(new int[] { Tag.PATIENT_SEX, Tag.PATIENT_AGE }, patient);
		assertArrayEquals(new int[] { Tag.PATIENT_SEX }, data.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE).get(2)
			.tags());
		final byte[] memory = data.elements().get(0).source().bytes();
		assertFalse(new String(memory, StandardCharsets.ISO_8859_1).contains("Doe^Jane"));
	}

	@ParameterizedTest
	@MethodSource("writers")
	void findsPrivateElementsByTheirCreator(final SyntaxWriter writer) throws IOException {
		final DataSet data = DicomFile.readHeader(write("file", writer.file(header()))).dataSet();
		final int tag = data.privateTag(SIEMENS, 0x0019, 0x0C).orElseThrow();
		assertEquals("(0019,110c)", Tag.format(tag));
		assertEquals(OptionalInt.of(1000), data.integer(tag));
		assertEquals(Optional.of(VR.IS), data.vr(tag));
		assertEquals(OptionalInt.empty(), data.privateTag(SIEMENS, 0x0019, 0x0D));
		assertEquals(OptionalInt.empty(), data.privateTag("GEMS_PARM_01", 0x0019, 0x0C));
		assertEquals(OptionalInt.empty(), data.privateTag(SIEMENS, 0x0021, 0x0C));
	}

	@Test
	void privateBlocksBelongToTheirItem() throws IOException {
		final String philips = "Philips MR Imaging DD 001";
		final DataSet item = new DataSetBuilder().put(Tag.of(0x2005, 0x0014), VR.LO, philips) //
			.put(Tag.of(0x2005, 0x140D), VR.FL, 1.25).build();
		final DataSet data = new DataSetBuilder().put(Tag.of(0x2005, 0x0010), VR.LO, philips) //
			.put(Tag.of(0x2005, 0x140F), item).build();
		final byte[] bytes = new SyntaxWriter(TransferSyntax.IMPLICIT_LITTLE_ENDIAN, false, true).file(data);
		final DataSet read = DicomFile.readHeader(write("file", bytes)).dataSet();
		assertEquals(OptionalInt.empty(), read.privateTag(philips, 0x2005, 0x0D));
		// An unnamed private sequence is known by its content, its number by the creator of its block.
		final DataSet inner = read.item(Tag.of(0x2005, 0x140F)).orElseThrow();
		assertEquals(OptionalDouble.of(1.25), inner.number(inner.privateTag(philips, 0x2005, 0x0D).orElseThrow()));
	}

	@ParameterizedTest
	@CsvSource({ "false", "true" })
	void readsSequencesOfUnknownType(final boolean undefinedLengths) throws IOException {
		final Element unknown = new Element(Tag.of(0x0029, 0x1140), VR.UN, null, 0, 0, List.of(new DataSetBuilder().put(
			Tag.MODALITY, "MR").build()));
		final DataSet data = new DataSet(new Element[] { unknown }, null, false);
		final byte[] bytes = new SyntaxWriter(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, undefinedLengths, true).file(data);
		final DataSet read = DicomFile.readHeader(write("file", bytes)).dataSet();
		assertEquals(Optional.of("MR"), read.item(unknown.tag()).orElseThrow().string(Tag.MODALITY));
	}

	@ParameterizedTest
	@CsvSource({ "ISO_IR 100, ISO-8859-1, Rücken", "ISO_IR 192, UTF-8, Rücken Позвоночник 脊柱", //
		"ISO_IR 144, ISO-8859-5, Позвоночник", "GB18030, GB18030, 脊柱", "ISO_IR 13, Shift_JIS, ｾｷﾂｲ", //
		"\\ISO 2022 IR 87, ISO-2022-JP, 脊柱", "'', ISO-8859-1, Rücken" })
	void readsTextInItsCharacterSet(final String specific, final String charset, final String text) throws IOException {
		final DataSet data = new DataSetBuilder().put(Tag.SPECIFIC_CHARACTER_SET, specific.split("\\\\")).put(
			Tag.SERIES_DESCRIPTION, VR.LO, text.getBytes(Charset.forName(charset))).build();
		final byte[] bytes = SyntaxWriter.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN).file(data);
		assertEquals(Optional.of(text), DicomFile.readHeader(write("file", bytes)).dataSet().string(
			Tag.SERIES_DESCRIPTION));
	}

	@Test
	void itemsInheritTheCharacterSet() throws IOException {
		final DataSet own = new DataSetBuilder().put(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 144").put(Tag.SERIES_DESCRIPTION,
			VR.LO, "шея".getBytes(Charset.forName("ISO-8859-5"))).build();
		final DataSet data = new DataSetBuilder().put(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192").put(
			Tag.REFERENCED_IMAGE_SEQUENCE, new DataSetBuilder().put(Tag.SERIES_DESCRIPTION, "脊柱").build(), own).build();
		final byte[] bytes = SyntaxWriter.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN).file(data);
		final List<DataSet> items = DicomFile.readHeader(write("file", bytes)).dataSet().items(
			Tag.REFERENCED_IMAGE_SEQUENCE);
		assertEquals(Optional.of("脊柱"), items.get(0).string(Tag.SERIES_DESCRIPTION));
		assertEquals(Optional.of("шея"), items.get(1).string(Tag.SERIES_DESCRIPTION));
	}

	@Test
	void refusesWhatInflatesBeyondMeasure() throws IOException {
		final DataSet blank = new DataSetBuilder().put(Tag.of(0x0009, 0x1001), VR.OB, new byte[70 << 20]).build();
		assertFails(write("bomb", SyntaxWriter.of(TransferSyntax.DEFLATED).file(blank)), "ends within element (0009,1001)");
	}

	@ParameterizedTest
	@CsvSource({ "' 1.5 ', 1.5", "'12\0', 12", "'+3e2', 300", "'-7 ', -7", "'1,5', NaN", "abc, NaN", "0x1p3, NaN" })
	void readsNumbersWithPadding(final String text, final double value) {
		final DataSet data = new DataSetBuilder().put(Tag.ECHO_TIME, VR.DS, text.getBytes(StandardCharsets.ISO_8859_1))
			.build();
		assertArrayEquals(new double[] { value }, data.numbers(Tag.ECHO_TIME));
		assertEquals(Double.isNaN(value), data.number(Tag.ECHO_TIME).isEmpty());
	}

	@Test
	void whatIsNotThereIsEmpty() {
		final DataSet data = new DataSetBuilder().putEmpty(Tag.ECHO_TIME, VR.DS).put(Tag.SERIES_NUMBER, "2.5").build();
		for (final int tag : new int[] { Tag.ECHO_TIME, Tag.MODALITY }) {
			assertEquals(Optional.empty(), data.string(tag));
			assertEquals(OptionalDouble.empty(), data.number(tag));
			assertEquals(0, data.numbers(tag).length);
			assertEquals(List.of(), data.items(tag));
		}
		assertTrue(data.contains(Tag.ECHO_TIME));
		assertEquals(OptionalInt.empty(), data.integer(Tag.SERIES_NUMBER));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 7, 8, 100 })
	void zerosMayFollowTheLastElement(final int zeros) throws IOException {
		final byte[] bytes = SyntaxWriter.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN).file(header());
		final Path path = write("padded", Arrays.copyOf(bytes, bytes.length + zeros));
		assertEquals(3, DicomFile.read(path).dataSet().items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE).size());
	}

	@Test
	void itemsMayLackTheirDelimiter() throws IOException {
		final DataSet item = new DataSetBuilder().put(Tag.MODALITY, "MR").build();
		final DataSet data = new DataSetBuilder().put(Tag.REFERENCED_IMAGE_SEQUENCE, item, item).put(Tag.ECHO_TIME, 62)
			.build();
		final String bytes = new String(new SyntaxWriter(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, true, true).file(data),
			StandardCharsets.ISO_8859_1);
		final String open = bytes.replace("\u00FE\u00FF\r\u00E0\0\0\0\0", "");
		assertEquals(bytes.length() - 16, open.length());
		final DataSet read = DicomFile.read(write("open", open.getBytes(StandardCharsets.ISO_8859_1))).dataSet();
		assertEquals(2, read.items(Tag.REFERENCED_IMAGE_SEQUENCE).size());
		assertEquals(OptionalDouble.of(62), read.number(Tag.ECHO_TIME));
	}

	@Test
	void longHeadersAreReadInSteps() throws IOException {
		final DataSet[] items = Stream.generate(DicomFileTest::header).limit(3000).toArray(DataSet[]::new);
		final byte[] bytes = new SyntaxWriter(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, true, true).file(new DataSetBuilder()
			.put(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, items).build());
		assertTrue(bytes.length > 1 << 20);
		assertEquals(3000, DicomFile.readHeader(write("long", bytes)).dataSet().items(
			Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE).size());
	}

	@Test
	void theRealSyntaxCountsWhenAnotherIsDeclared() throws IOException {
		final byte[] bytes = SyntaxWriter.of(TransferSyntax.IMPLICIT_LITTLE_ENDIAN).file(header());
		final byte[] wrong = new String(bytes, StandardCharsets.ISO_8859_1).replace("1.2.840.10008.1.2\0",
			"1.2.840.10008.1.9\0").getBytes(StandardCharsets.ISO_8859_1);
		assertEquals(Optional.of("MR"), DicomFile.readHeader(write("file", wrong)).dataSet().string(Tag.MODALITY));
	}

	@ParameterizedTest
	@CsvSource({ "'', is not a DICOM file", "'some text that is long enough to be looked at', is not a DICOM file" })
	void refusesWhatIsNotDicom(final String content, final String message) throws IOException {
		final Path path = write("other", content.getBytes(StandardCharsets.UTF_8));
		assertFalse(DicomFile.isDicom(path));
		assertFails(path, message);
	}

	@Test
	void namesTheFileThatIsMissingOrAFolder() throws IOException {
		assertFalse(DicomFile.isDicom(folder));
		assertFails(folder.resolve("nowhere"), "does not exist");
		assertFails(folder, "is a folder");
	}

	@Test
	void refusesHeadersThatAreCutShort() throws IOException {
		final byte[] bytes = SyntaxWriter.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN).file(header());
		for (int length = 140; length < bytes.length; length += 7) {
			final Path path = write("short", Arrays.copyOf(bytes, length));
			try {
				DicomFile.readHeader(path);
			}
			catch (final IOException e) {
				assertTrue(e.getMessage().startsWith(path.toString()), e.getMessage());
			}
		}
		assertFails(write("short", Arrays.copyOf(bytes, bytes.length - 3)), "ends");
	}

	@Test
	void refusesEndlessNesting() throws IOException {
		DataSet nested = DataSet.EMPTY;
		for (int i = 0; i < 100; i++)
			nested = new DataSetBuilder().put(Tag.MR_DIFFUSION_SEQUENCE, nested).build();
		assertFails(write("deep", SyntaxWriter.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN).file(nested)), "nested");
	}

	private static void assertFails(final Path path, final String message) {
		final String actual = assertThrows(IOException.class, () -> DicomFile.read(path)).getMessage();
		assertTrue(actual.contains(path.toString()) && actual.contains(message), actual);
	}
}
