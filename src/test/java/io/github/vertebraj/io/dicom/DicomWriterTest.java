package io.github.vertebraj.io.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DicomWriterTest {

	@TempDir
	private Path folder;

	private static DataSetBuilder minimal() {
		return new DataSetBuilder().put(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.4").put(Tag.SOP_INSTANCE_UID, "2.25.1");
	}

	private DataSet rewritten(final DataSet dataSet) throws IOException {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		DicomWriter.write(out, dataSet);
		return DicomFile.read(Files.write(folder.resolve("file"), out.toByteArray())).dataSet();
	}

	@Test
	void everyTypeComesBack() throws IOException {
		final DataSet item = new DataSetBuilder().put(Tag.of(0x0009, 0x0010), VR.LO, "VERTEBRAJ TEST").put(Tag.of(0x0009,
			0x1001), VR.UN, new byte[] { 1, 2, 3 }).build();
		final DataSet data = rewritten(minimal().put(Tag.REAL_WORLD_VALUE_SLOPE, 0.1).put(Tag.ROWS, 65535) //
			.put(Tag.of(0x0028, 0x9132), item, DataSet.EMPTY).put(Tag.of(0x0072, 0x007A), VR.SL, -2147483648, 7) //
			.put(Tag.of(0x0072, 0x0076), VR.FL, 0.5).put(Tag.of(0x0072, 0x007C), VR.SS, -32768) //
			.put(Tag.of(0x0072, 0x0078), VR.UL, 4294967295.0).put(Tag.of(0x0072, 0x0082), VR.SV, -9007199254740991.0) //
			.put(Tag.of(0x0072, 0x0070), VR.UT, "a\\b").put(Tag.IMAGE_TYPE, "A", "", "B").build());
		assertArrayEquals(new double[] { 0.1 }, data.numbers(Tag.REAL_WORLD_VALUE_SLOPE));
		assertArrayEquals(new double[] { 65535 }, data.numbers(Tag.ROWS));
		assertArrayEquals(new double[] { -2147483648, 7 }, data.numbers(Tag.of(0x0072, 0x007A)));
		assertArrayEquals(new double[] { 0.5 }, data.numbers(Tag.of(0x0072, 0x0076)));
		assertArrayEquals(new double[] { -32768 }, data.numbers(Tag.of(0x0072, 0x007C)));
		assertArrayEquals(new double[] { 4294967295.0 }, data.numbers(Tag.of(0x0072, 0x0078)));
		assertArrayEquals(new double[] { -9007199254740991.0 }, data.numbers(Tag.of(0x0072, 0x0082)));
		assertEquals(List.of("a\\b"), data.strings(Tag.of(0x0072, 0x0070)));
		assertEquals(List.of("A", "", "B"), data.strings(Tag.IMAGE_TYPE));
		assertEquals(2, data.items(Tag.of(0x0028, 0x9132)).size());
		final DataSet first = data.items(Tag.of(0x0028, 0x9132)).get(0);
		assertArrayEquals(new byte[] { 1, 2, 3, 0 }, first.bytes(first.privateTag("VERTEBRAJ TEST", 0x0009, 1)
			.orElseThrow()).orElseThrow());
	}

	@ParameterizedTest
	@CsvSource({ "0.1, 0.1", "-0.123456789012345678, -0.1234567890123", "1e-7, 1.0E-7", "-1.23456789012345e-100, " +
		"-1.23456789e-100", "1234567, 1234567", "-0.0, 0", "1e20, 1.0E20", "3.14159265358979, 3.14159265358979" })
	void decimalTextIsNoLongerThanAllowed(final double value, final String text) throws IOException {
		final DataSet data = rewritten(minimal().put(Tag.ECHO_TIME, value).build());
		assertEquals(Optional.of(text), data.string(Tag.ECHO_TIME));
		assertEquals(value, data.number(Tag.ECHO_TIME).orElseThrow(), 1e-9 * Math.abs(value));
	}

	@Test
	void refusesWhatDicomCannotHold() {
		assertRefused("SOPInstanceUID", () -> DicomWriter.write(new ByteArrayOutputStream(), new DataSetBuilder().put(
			Tag.SOP_CLASS_UID, "1.2").build()));
		assertRefused("NaN", () -> minimal().put(Tag.ECHO_TIME, Double.NaN));
		assertRefused("whole numbers", () -> minimal().put(Tag.ROWS, 1.5));
		assertRefused("backslash", () -> minimal().put(Tag.SERIES_DESCRIPTION, "a\\b"));
		assertRefused("type of (0009,1001)", () -> minimal().put(Tag.of(0x0009, 0x1001), "x"));
		assertRefused("more than its type", () -> DicomWriter.write(new ByteArrayOutputStream(), minimal().put(
			Tag.SERIES_DESCRIPTION, "x".repeat(70000)).build()));
	}

	private static void assertRefused(final String message, final Executable call) {
		final String actual = assertThrows(IllegalArgumentException.class, call).getMessage();
		assertTrue(actual.contains(message), actual);
	}
}
