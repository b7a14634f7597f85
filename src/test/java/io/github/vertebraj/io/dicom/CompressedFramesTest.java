package io.github.vertebraj.io.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Compressed pixels, from files that dcmtk and gdcm made of our synthetic images. */
class CompressedFramesTest {

	@TempDir
	private Path folder;

	private static Path resource(final String name) throws URISyntaxException {
		return Path.of(CompressedFramesTest.class.getResource("/dicom/" + name).toURI());
	}

	/** The compressed frames of a file, and its header. */
	private static byte[][] frames(final DicomFile file) throws IOException {
		final PixelSource source = PixelSource.of(file, 0);
		final Fragments fragments = Fragments.read(source, file.pixels().orElseThrow().offset());
		final byte[][] frames = new byte[fragments.starts().length][];
		for (int i = 0; i < frames.length; i++)
			frames[i] = fragments.join(source, i, i + 1);
		return frames;
	}

	private PixelDecoder decoder(final byte[] file) throws IOException {
		return new PixelDecoder(DicomFile.readHeader(Files.write(folder.resolve("file"), file)));
	}

	/** How the file was made and what decodes it to this sum is told in {@code make-codec-files.py}. */
	@ParameterizedTest
	@CsvFileSource(resources = "/dicom/codecs.csv", numLinesToSkip = 1)
	void decodesAsTheOracle(final String name, final String kind, final String decodes, final String crc)
		throws Exception
	{
		final SyntheticImage image = SyntheticImage.of(kind);
		final PixelDecoder decoder = new PixelDecoder(DicomFile.read(resource(name)));
		final CRC32 sum = new CRC32();
		assertEquals(image.frames(), decoder.format().frames());
		for (int z = 0; z < image.frames(); z++) {
			final long[] values = SyntheticImage.numbers(decoder.decode(z), image.signed());
			if (decodes.equals("exact")) assertArrayEquals(image.frame(z), values, "frame " + z);
			final ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
			for (final long value : values)
				sum.update(bytes.putLong(0, value).array(), 0, decoder.format().type().bytes());
		}
		assertEquals(crc, String.format("%08x", sum.getValue()));
	}

	@Test
	void shiftedLosslessImagesLackTheirLowestBits() throws Exception {
		final PixelDecoder decoder = new PixelDecoder(DicomFile.read(resource("u12-shifted.dcm")));
		final long[] values = SyntheticImage.numbers(decoder.decode(0), false);
		assertArrayEquals(Arrays.stream(SyntheticImage.of("u12").frame(0)).map(value -> value & ~3).toArray(), values);
	}

	enum Table {
		BASIC, EXTENDED, NONE
	}

	@ParameterizedTest
	@EnumSource(Table.class)
	void framesMaySpanFragments(final Table table) throws Exception {
		final SyntheticImage image = SyntheticImage.of("u12x3");
		final DicomFile file = DicomFile.read(resource("u12x3-lossless.dcm"));
		final byte[][] frames = frames(file);
		final byte[][] fragments = new byte[1 + 2 * frames.length][];
		final ByteBuffer basic = ByteBuffer.allocate(4 * frames.length).order(ByteOrder.LITTLE_ENDIAN);
		final ByteBuffer extended = ByteBuffer.allocate(8 * frames.length).order(ByteOrder.LITTLE_ENDIAN);
		int offset = 0;
		for (int i = 0; i < frames.length; i++) {
			basic.putInt(offset);
			extended.putLong(offset);
			fragments[1 + 2 * i] = Arrays.copyOf(frames[i], 400);
			fragments[2 + 2 * i] = Arrays.copyOfRange(frames[i], 400, frames[i].length);
			offset += frames[i].length + 16;
		}
		fragments[0] = table == Table.BASIC ? basic.array() : new byte[0];
		final DataSetBuilder header = new DataSetBuilder().putAll(file.dataSet());
		if (table == Table.EXTENDED) header.put(Tag.EXTENDED_OFFSET_TABLE, VR.OV, extended.array());
		final PixelDecoder decoder = decoder(SyntaxWriter.of(file.syntax()).file(header.build(), fragments));
		for (int z = 2; z >= 0; z--)
			assertArrayEquals(image.frame(z), SyntheticImage.numbers(decoder.decode(z), false));
	}

	@Test
	void aSingleFrameMayLieInManyFragments() throws Exception {
		final DicomFile file = DicomFile.read(resource("s16-lossless.dcm"));
		final byte[] frame = frames(file)[0];
		final byte[] bytes = SyntaxWriter.of(file.syntax()).file(file.dataSet(), new byte[0], Arrays.copyOf(frame, 10),
			new byte[0], Arrays.copyOfRange(frame, 10, 500), Arrays.copyOfRange(frame, 500, frame.length));
		assertArrayEquals(SyntheticImage.of("s16").frame(0), SyntheticImage.numbers(decoder(bytes).decode(0), true));
	}

	@ParameterizedTest
	@CsvSource({ "1.2.840.10008.1.2.4.80, JPEG-LS Lossless, dcmdjpls", //
		"1.2.840.10008.1.2.4.202, High-Throughput, export it again", //
		"1.2.840.10008.1.2.4.92, JPEG 2000 Part 2, gdcmconv", //
		"1.2.840.10008.1.2.4.102, MPEG-4, video", "1.2.3.4.5, unknown, export it again" })
	void refusesOtherMethodsByName(final String uid, final String name, final String remedy) {
		final byte[] file = SyntaxWriter.of(TransferSyntax.of(uid)).file(SyntheticImage.of("u8").header().build(),
			new byte[0], new byte[100]);
		final String message = assertThrows(IOException.class, () -> decoder(file)).getMessage();
		for (final String part : new String[] { folder.toString(), uid, name, remedy })
			assertTrue(message.contains(part), message);
	}

	/** A file of ours in which the compressed bytes are cut, or the header says another size. */
	@ParameterizedTest
	@CsvSource({ "u12-rle.dcm, RLE", "u12-lossless4.dcm, JPEG", "u12-extended.dcm, JPEG", "u12-j2k.dcm, JPEG 2000" })
	void refusesDamagedFrames(final String name, final String method) throws Exception {
		final DicomFile file = DicomFile.read(resource(name));
		final byte[] frame = frames(file)[0];
		final SyntaxWriter writer = SyntaxWriter.of(file.syntax());
		assertFails(writer.file(file.dataSet(), new byte[0], Arrays.copyOf(frame, 50)), method);
		assertFails(writer.file(file.dataSet(), new byte[0], new byte[0]), method);
		final DataSet larger = new DataSetBuilder().putAll(file.dataSet()).put(Tag.ROWS, 60000).put(Tag.COLUMNS, 30000)
			.build();
		assertFails(writer.file(larger, new byte[0], frame), method);
	}

	/** Two set bytes among the data once sent the decoder into a circle. */
	@Test
	void refusesMarkersAmongJpeg2000Data() throws Exception {
		final DicomFile file = DicomFile.read(resource("u12-j2k.dcm"));
		final byte[] frame = frames(file)[0];
		for (int at = 200; at < frame.length - 10; at++) {
			final byte[] damaged = frame.clone();
			Arrays.fill(damaged, at, at + 4, (byte) 0xFF);
			assertFails(SyntaxWriter.of(file.syntax()).file(file.dataSet(), new byte[0], damaged), "JPEG 2000");
		}
	}

	@Test
	void refusesFragmentsThatDoNotMakeTheFrames() throws Exception {
		final DicomFile file = DicomFile.read(resource("u12x3-rle.dcm"));
		final byte[][] frames = frames(file);
		final SyntaxWriter writer = SyntaxWriter.of(file.syntax());
		assertFails(writer.file(file.dataSet(), new byte[0], frames[0], frames[1]), "2 compressed frames");
		final DataSet many = new DataSetBuilder().putAll(file.dataSet()).put(Tag.NUMBER_OF_FRAMES, 2147483647).build();
		assertFails(writer.file(many, new byte[0], frames[0]), "1 compressed frames");
		assertFails(writer.file(file.dataSet(), new byte[0], frames[0], frames[1], frames[2], frames[0]), "assigned");
		assertFails(writer.file(file.dataSet(), new byte[12], frames[0], frames[1], frames[2], frames[0]), "table");
		final byte[] whole = writer.file(file.dataSet(), new byte[0], frames[0], frames[1], frames[2]);
		assertFails(Arrays.copyOf(whole, whole.length - 8), "no end");
		assertFails(Arrays.copyOf(whole, whole.length - 12), "claims");
	}

	@Test
	void refusesPlainPixelsThatAreSaidToBeCompressed() {
		assertFails(SyntaxWriter.of(TransferSyntax.of("1.2.840.10008.1.2.5")).file(SyntheticImage.of("u8").dataSet()),
			"plain pixels");
		assertFails(SyntaxWriter.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN).file(SyntheticImage.of("u8").header().build(),
			new byte[0], new byte[100]), "compressed pixels");
	}

	private void assertFails(final byte[] file, final String message) {
		final String actual = assertThrows(IOException.class, () -> decoder(file).decode(0)).getMessage();
		assertTrue(actual.contains(folder.toString()) && actual.contains(message), actual);
	}
}
