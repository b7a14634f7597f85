package io.github.vertebraj.io.nifti;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/** A NIfTI file in memory: 3 x 2 x 2 voxels, sform of 2, 3, 4 mm, and changes that a test makes to the header. */
final class NiftiBytes {

	private final ByteOrder order;
	private final int version;
	private final ByteBuffer header;

	NiftiBytes(final int version, final ByteOrder order) {
		this.version = version;
		this.order = order;
		header = ByteBuffer.allocate(version == 1 ? 352 : 544).order(order);
		header.putInt(0, version == 1 ? 348 : 540);
		final byte[] magic = ("n+" + version).getBytes(StandardCharsets.US_ASCII);
		header.position(version == 1 ? 344 : 4);
		header.put(magic);
		dim(3, 3, 2, 2);
		pixdim(1, 2, 3, 4);
		offset(header.capacity());
		slope(0, 0);
		units(2);
		sform(1, new double[][] { { -2, 0, 0, 10 }, { 0, -3, 0, 20 }, { 0, 0, 4, 30 } });
	}

	static NiftiBytes littleEndian() {
		return new NiftiBytes(1, ByteOrder.LITTLE_ENDIAN);
	}

	NiftiBytes dim(final long... dim) {
		for (int i = 0; i < dim.length; i++)
			if (version == 1) header.putShort(40 + 2 * i, (short) dim[i]);
			else header.putLong(16 + 8 * i, dim[i]);
		return this;
	}

	NiftiBytes pixdim(final double... pixdim) {
		for (int i = 0; i < pixdim.length; i++)
			real(version == 1 ? 76 + 4 * i : 104 + 8 * i, pixdim[i]);
		return this;
	}

	NiftiBytes offset(final int offset) {
		if (version == 1) header.putFloat(108, offset);
		else header.putLong(168, offset);
		return this;
	}

	NiftiBytes slope(final double slope, final double intercept) {
		real(version == 1 ? 112 : 176, slope);
		return real(version == 1 ? 116 : 184, intercept);
	}

	NiftiBytes type(final NiftiType type) {
		header.putShort(version == 1 ? 70 : 12, (short) type.code());
		header.putShort(version == 1 ? 72 : 14, (short) (8 * type.bytes()));
		return this;
	}

	NiftiBytes units(final int code) {
		if (version == 1) header.put(123, (byte) code);
		else header.putInt(500, code);
		return this;
	}

	NiftiBytes sform(final int code, final double[]... rows) {
		if (version == 1) header.putShort(254, (short) code);
		else header.putInt(348, code);
		for (int r = 0; r < rows.length; r++)
			for (int c = 0; c < 4; c++)
				real(version == 1 ? 280 + 16 * r + 4 * c : 400 + 32 * r + 8 * c, rows[r][c]);
		return this;
	}

	NiftiBytes qform(final int code, final double... quaternionAndOffset) {
		if (version == 1) header.putShort(252, (short) code);
		else header.putInt(344, code);
		for (int i = 0; i < 6; i++)
			real(version == 1 ? 256 + 4 * i : 352 + 8 * i, quaternionAndOffset[i]);
		return this;
	}

	NiftiBytes with(final Consumer<ByteBuffer> change) {
		change.accept(header);
		return this;
	}

	private NiftiBytes real(final int at, final double value) {
		if (version == 1) header.putFloat(at, (float) value);
		else header.putDouble(at, value);
		return this;
	}

	/** The file with these voxels, each as large as the type says. */
	byte[] file(final NiftiType type, final double... values) {
		type(type);
		final ByteBuffer voxels = ByteBuffer.allocate(values.length * type.bytes()).order(order);
		for (final double value : values)
			switch (type) {
				case UINT8, INT8 -> voxels.put((byte) value);
				case INT16, UINT16 -> voxels.putShort((short) (int) value);
				case INT32, UINT32 -> voxels.putInt((int) (long) value);
				case INT64, UINT64 -> voxels.putLong((long) value);
				case FLOAT32 -> voxels.putFloat((float) value);
				case FLOAT64 -> voxels.putDouble(value);
			}
		final ByteArrayOutputStream file = new ByteArrayOutputStream();
		file.writeBytes(header.array());
		file.writeBytes(voxels.array());
		return file.toByteArray();
	}

	/** The header alone. */
	byte[] header() {
		return header.array();
	}

	static byte[] gzip(final byte[] bytes) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
			gzip.write(bytes);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		return out.toByteArray();
	}
}
