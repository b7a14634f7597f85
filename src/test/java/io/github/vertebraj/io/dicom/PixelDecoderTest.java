package io.github.vertebraj.io.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain pixels of every type; files are made here, so that what they hold is known. */
class PixelDecoderTest {

	@TempDir
	private Path folder;

	private PixelDecoder decoder(final byte[] file) throws IOException {
		return new PixelDecoder(DicomFile.read(Files.write(folder.resolve("file"), file)));
	}

	private static byte[] explicit(final DataSet dataSet) {
		return SyntaxWriter.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN).file(dataSet);
	}

	@ParameterizedTest
	@ValueSource(strings = { "u8", "s8", "u8x3", "u12", "s12", "u12x3", "u16", "s16", "s16x2", "u32", "s32" })
	void decodesEveryTypeInEverySyntax(final String name) throws IOException {
		final SyntheticImage image = SyntheticImage.of(name);
		for (final TransferSyntax syntax : new TransferSyntax[] { TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
			TransferSyntax.IMPLICIT_LITTLE_ENDIAN, TransferSyntax.EXPLICIT_BIG_ENDIAN, TransferSyntax.DEFLATED })
		{
			// Whether OW swaps the halves of a 32-bit cell is read both ways.
			if (image.bits() == 32 && syntax.bigEndian()) continue;
			final PixelDecoder decoder = decoder(SyntaxWriter.of(syntax).file(image.dataSet()));
			assertEquals(image.frames(), decoder.format().frames());
			assertEquals(image.signed(), decoder.format().type().isSigned());
			for (int z = image.frames() - 1; z >= 0; z--)
				assertArrayEquals(image.frame(z), SyntheticImage.numbers(decoder.decode(z), image.signed()), syntax.name());
		}
	}

	@Test
	void bytesMayComeAsHalvesOfBigEndianWords() throws IOException {
		final SyntheticImage image = SyntheticImage.of("u8x3");
		final byte[] pixels = image.bytes(ByteOrder.BIG_ENDIAN);
		final byte[] even = Arrays.copyOf(pixels, pixels.length + 1);
		final DataSet data = image.header().put(Tag.PIXEL_DATA, VR.OW, even).build();
		final PixelDecoder decoder = decoder(SyntaxWriter.of(TransferSyntax.EXPLICIT_BIG_ENDIAN).file(data));
		for (int z = 0; z < 3; z++)
			assertArrayEquals(image.frame(z), SyntheticImage.numbers(decoder.decode(z), false));
	}

	/** What a cell holds, and what is stored in it: the bits that count may lie anywhere, the rest is garbage. */
	@ParameterizedTest
	@CsvSource({ "16, 12, 11, 1, 0x0F0F, -241", "16, 12, 11, 1, 0xFFFF, -1", "16, 12, 11, 0, 0xFFFF, 4095", //
		"16, 12, 11, 1, 0x17FF, 2047", "16, 12, 15, 1, 0x800F, -2048", "16, 12, 15, 0, 0xFFFA, 4095", //
		"16, 10, 13, 0, 0xC01F, 1", "16, 10, 13, 1, 0x3FF0, -1", "8, 6, 5, 0, 0xFF, 63", "8, 6, 6, 1, 0x40, -32", //
		"32, 20, 19, 1, 0xFFF80000, -524288", "32, 20, 23, 0, 0xFFFFFFFF, 1048575", "16, 16, 15, 1, 0x8000, -32768", //
		"8, 8, 7, 1, 0x80, -128", "32, 32, 31, 0, 0xFFFFFFFF, 4294967295" })
	void takesTheStoredBits(final int allocated, final int stored, final int high, final int sign, final String cell,
		final long value) throws IOException
	{
		final int columns = 37;
		final ByteBuffer pixels = ByteBuffer.allocate(columns * allocated / 8).order(ByteOrder.LITTLE_ENDIAN);
		for (int i = 0; i < columns; i++)
			switch (allocated) {
				case 8 -> pixels.put(Long.decode(cell).byteValue());
				case 16 -> pixels.putShort(Long.decode(cell).shortValue());
				default -> pixels.putInt(Long.decode(cell).intValue());
			}
		final DataSet data = SyntheticImage.of("u8").header().put(Tag.COLUMNS, columns).put(Tag.ROWS, 1).put(
			Tag.BITS_ALLOCATED, allocated).put(Tag.BITS_STORED, stored).put(Tag.HIGH_BIT, high).put(
				Tag.PIXEL_REPRESENTATION, sign).put(Tag.PIXEL_DATA, VR.OW, pixels.array()).build();
		final long[] values = SyntheticImage.numbers(decoder(explicit(data)).decode(0), sign == 1);
		assertArrayEquals(IntStream.range(0, columns).mapToLong(i -> value).toArray(), values);
	}

	@Test
	void decodesFloatingPoint() throws IOException {
		final DataSetBuilder header = SyntheticImage.of("u32").header().put(Tag.COLUMNS, 3).put(Tag.ROWS, 1);
		final double[] values = { 1.5, -2e10, Double.NaN };
		final PixelDecoder single = decoder(explicit(header.put(Tag.FLOAT_PIXEL_DATA, values).build()));
		assertEquals(SampleType.FLOAT32, single.format().type());
		assertArrayEquals(new float[] { 1.5f, -2e10f, Float.NaN }, (float[]) single.decode(0));
		final DataSetBuilder other = SyntheticImage.of("u32").header().put(Tag.COLUMNS, 3).put(Tag.ROWS, 1);
		final PixelDecoder twice = decoder(SyntaxWriter.of(TransferSyntax.EXPLICIT_BIG_ENDIAN).file(other.put(
			Tag.DOUBLE_FLOAT_PIXEL_DATA, values).build()));
		assertArrayEquals(values, (double[]) twice.decode(0));
	}

	@Test
	void keepsValuesOfInvertedImages() throws IOException {
		final SyntheticImage image = SyntheticImage.of("u12");
		final PixelDecoder decoder = decoder(explicit(new DataSetBuilder().putAll(image.dataSet()).put(
			Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME1").build()));
		assertEquals("MONOCHROME1", decoder.format().photometric());
		assertArrayEquals(image.frame(0), SyntheticImage.numbers(decoder.decode(0), false));
	}

	@Test
	void decodesInSeveralThreads() throws IOException {
		final SyntheticImage image = new SyntheticImage(16, true, 60);
		final PixelDecoder decoder = decoder(explicit(image.dataSet()));
		assertTrue(IntStream.range(0, 60).parallel().allMatch(z -> {
			try {
				return Arrays.equals(image.frame(z), SyntheticImage.numbers(decoder.decode(z), true));
			}
			catch (final IOException e) {
				throw new AssertionError(e);
			}
		}));
	}

	/** One changed element, and what the error must say. */
	@ParameterizedTest
	@CsvSource({ "00280002, 3, RGB, colour", "00280004, PALETTE COLOR, , colour", "00280100, 1, , 1 bits per pixel", //
		"00280100, 12, , 12 bits per pixel", "00280100, 64, , 64 bits per pixel", "00280101, 17, , (0028\\,0101)", //
		"00280102, 5, , (0028\\,0102)", "00280103, 2, , (0028\\,0103)", "00280103, '', , (0028\\,0103)", //
		"00280010, 0, , (0028\\,0010)", "00280010, '', , (0028\\,0010)", "00280011, 65535, , need", //
		"00280008, 0, , (0028\\,0008)", "00280008, 2147483647, , need", "00280008, -3, , (0028\\,0008)" })
	void refusesWhatCannotBeRead(final String tag, final String value, final String photometric, final String message)
		throws IOException
	{
		final int changed = Integer.parseInt(tag, 16);
		final DataSetBuilder data = new DataSetBuilder().putAll(SyntheticImage.of("u12").dataSet());
		if (value.isEmpty()) data.putEmpty(changed, Dictionary.vr(changed));
		else data.put(changed, value);
		if (photometric != null) data.put(Tag.PHOTOMETRIC_INTERPRETATION, photometric);
		assertFails(explicit(data.build()), message.replace("\\", ""));
	}

	@Test
	void refusesSizesBeyondTheFileWithoutTakingMemory() throws IOException {
		final DataSet data = new DataSetBuilder().putAll(SyntheticImage.of("u32").dataSet()).put(Tag.ROWS, 65535).put(
			Tag.COLUMNS, 65535).put(Tag.NUMBER_OF_FRAMES, 2147483647).build();
		assertFails(explicit(data), "65535 x 65535");
		final DataSet huge = new DataSetBuilder().putAll(data).put(Tag.ROWS, 32000).put(Tag.DOUBLE_FLOAT_PIXEL_DATA, 1, 2)
			.build();
		assertFails(explicit(huge), "pixel data have 16 bytes");
	}

	@Test
	void refusesPixelsThatAreShorterThanTheHeaderSays() throws IOException {
		final DataSet data = new DataSetBuilder().putAll(SyntheticImage.of("u16").dataSet()).put(Tag.ROWS, 24).build();
		assertFails(explicit(data), "pixel data have 1334 bytes, but 1 frame of 29 x 24 pixels need 1392");
		final byte[] whole = explicit(SyntheticImage.of("u16").dataSet());
		final byte[] cut = Arrays.copyOf(whole, whole.length - 34);
		assertFails(cut, "pixel data end after 1300 bytes, but 1 frame of 29 x 23 pixels need 1334");
		final byte[] deflated = SyntaxWriter.of(TransferSyntax.DEFLATED).file(SyntheticImage.of("u16").dataSet());
		assertFails(Arrays.copyOf(deflated, deflated.length - 200), "cut short");
	}

	@Test
	void refusesFilesWithoutPixels() throws IOException {
		final Path path = Files.write(folder.resolve("file"), explicit(SyntheticImage.of("u16").header().build()));
		final DicomFile file = DicomFile.read(path);
		final String message = assertThrows(IOException.class, () -> new PixelDecoder(file)).getMessage();
		assertTrue(message.contains("no pixel data"), message);
	}

	@Test
	void refusesFramesThatAreNotThere() throws IOException {
		final PixelDecoder decoder = decoder(explicit(SyntheticImage.of("u8x3").dataSet()));
		assertThrows(IllegalArgumentException.class, () -> decoder.decode(3));
		assertThrows(IllegalArgumentException.class, () -> decoder.decode(-1));
	}

	private void assertFails(final byte[] file, final String message) {
		final String actual = assertThrows(IOException.class, () -> decoder(file)).getMessage();
		assertTrue(actual.contains(folder.toString()) && actual.contains(message), actual);
	}
}
