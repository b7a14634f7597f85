package io.github.vertebraj.io.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalDouble;
import java.util.zip.CRC32;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import io.github.vertebraj.SharedData;

/** Every element and pixel of real scanner files, against pydicom 2.3.1; the calls are in {@code make-golden.py}. */
class ScannerFilesTest {

	private final CRC32 header = new CRC32();
	private int elements;

	@ParameterizedTest
	@CsvFileSource(resources = "/dicom/golden.csv", numLinesToSkip = 1)
	void readsAsTheOracle(final String name, final int count, final String headerSum, final Double b, final Double te,
		final String pixelSum) throws Exception
	{
		final DicomFile file = DicomFile.read(SharedData.path(name));
		assertEquals(number(b), file.dataSet().number(Tag.DIFFUSION_B_VALUE));
		assertEquals(number(te), file.dataSet().number(Tag.ECHO_TIME));
		add(file.dataSet());
		assertEquals(count, elements);
		assertEquals(headerSum, hex(header));
		assertEquals(pixelSum, hex(pixels(new PixelDecoder(file))));
	}

	private static OptionalDouble number(final Double value) {
		return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
	}

	private static String hex(final CRC32 sum) {
		return String.format("%08x", sum.getValue());
	}

	private void add(final DataSet data) {
		for (final int tag : data.tags()) {
			elements++;
			header.update(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putShort((short) Tag.group(tag)).putShort(
				(short) Tag.element(tag)).array());
			data.bytes(tag).ifPresent(header::update);
			data.items(tag).forEach(this::add);
		}
	}

	private static CRC32 pixels(final PixelDecoder decoder) throws Exception {
		final CRC32 sum = new CRC32();
		assertTrue(decoder.format().type().bytes() <= 2);
		for (int z = 0; z < decoder.format().frames(); z++) {
			final long[] values = SyntheticImage.numbers(decoder.decode(z), decoder.format().type().isSigned());
			final ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
			for (final long value : values)
				bytes.putInt((int) value);
			sum.update(bytes.array());
		}
		return sum;
	}
}
