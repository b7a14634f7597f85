package io.github.vertebraj.io.nifti;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The header of a NIfTI-1 (348 bytes, nifti1.h) or NIfTI-2 (540 bytes, nifti2.h) file, checked.
 *
 * @param order       byte order of the header and the voxels
 * @param singleFile  whether the voxels are in the same file
 * @param size        number of voxels along x, y, z, t, c
 * @param offset      first byte of the voxels
 * @param slope       real = slope · stored + intercept
 * @param lengthUnit  unit of length as a code: 1 m, 2 mm, 3 µm, 0 not given
 * @param pixdim      qfac, then the spacing along x, y, z
 * @param quaternion  b, c, d of the qform
 * @param qOffset     x, y, z of the qform's origin
 * @param sRows       the sform, three rows of four
 */
record NiftiHeader(ByteOrder order, boolean singleFile, long[] size, NiftiType type, long offset, double slope,
	double intercept, int lengthUnit, double[] pixdim, int qformCode, int sformCode, double[] quaternion,
	double[] qOffset, double[][] sRows, String description)
{

	private static final int SIZE_1 = 348;
	private static final int SIZE_2 = 540;

	/**
	 * Reads a header and no byte more.
	 *
	 * @throws IOException saying what is wrong, without the file's name
	 */
	static NiftiHeader read(final InputStream in) throws IOException {
		final ByteBuffer head = ByteBuffer.wrap(exactly(in, 4));
		head.order(ByteOrder.LITTLE_ENDIAN);
		if (!isHeaderSize(head.getInt(0))) head.order(ByteOrder.BIG_ENDIAN);
		final int length = head.getInt(0);
		if (!isHeaderSize(length)) throw new IOException("it does not begin as a NIfTI file (header size 348 or 540)");
		final ByteBuffer bytes = ByteBuffer.allocate(length).order(head.order());
		bytes.position(4);
		bytes.put(exactly(in, length - 4));
		return length == SIZE_1 ? version1(bytes) : version2(bytes);
	}

	private static boolean isHeaderSize(final int length) {
		return length == SIZE_1 || length == SIZE_2;
	}

	/** Whether a file that begins with these bytes (348 or more) is NIfTI. */
	static boolean isMagic(final byte[] start) {
		return start.length >= SIZE_1 && (isMagic(text(start, 344, 4), '1') || isMagic(text(start, 4, 4), '2'));
	}

	private static boolean isMagic(final String magic, final char version) {
		return magic.equals("n+" + version) || magic.equals("ni" + version);
	}

	private static NiftiHeader version1(final ByteBuffer h) throws IOException {
		final boolean single = single(text(h.array(), 344, 4), '1');
		final long[] dim = new long[8];
		Arrays.setAll(dim, i -> h.getShort(40 + 2 * i));
		final double[] pixdim = floats(h, 76, 4);
		final double[][] rows = { floats(h, 280, 4), floats(h, 296, 4), floats(h, 312, 4) };
		final double offset = h.getFloat(108);
		if (!(offset >= 0 && offset <= 1L << 40)) throw new IOException("its voxels begin at byte " + offset +
			" (vox_offset), which cannot be");
		return checked(h.order(), single, dim, NiftiType.of(h.getShort(70)), (long) offset, h.getFloat(112), h.getFloat(116),
			h.get(123) & 7, pixdim, h.getShort(252), h.getShort(254), floats(h, 256, 3), floats(h, 268, 3), rows, text(h
				.array(), 148, 80), SIZE_1);
	}

	private static NiftiHeader version2(final ByteBuffer h) throws IOException {
		final boolean single = single(text(h.array(), 4, 4), '2');
		final long[] dim = new long[8];
		Arrays.setAll(dim, i -> h.getLong(16 + 8 * i));
		final double[][] rows = { doubles(h, 400, 4), doubles(h, 432, 4), doubles(h, 464, 4) };
		return checked(h.order(), single, dim, NiftiType.of(h.getShort(12)), h.getLong(168), h.getDouble(176), h.getDouble(
			184), h.getInt(500) & 7, doubles(h, 104, 4), h.getInt(344), h.getInt(348), doubles(h, 352, 3), doubles(h, 376, 3),
			rows, text(h.array(), 240, 80), SIZE_2);
	}

	private static boolean single(final String magic, final char version) throws IOException {
		if (!isMagic(magic, version)) throw new IOException("it has no NIfTI mark (magic 'n+" + version + "' or 'ni" +
			version + "'); Analyze files, which do not say where left and right are, are not read: convert it to NIfTI");
		return magic.charAt(1) == '+';
	}

	private static NiftiHeader checked(final ByteOrder order, final boolean single, final long[] dim,
		final NiftiType type, final long offset, final double slope, final double intercept, final int lengthUnit,
		final double[] pixdim, final int qformCode, final int sformCode, final double[] quaternion, final double[] qOffset,
		final double[][] sRows, final String description, final int headerSize) throws IOException
	{
		if (offset < 0 || single && offset != 0 && offset < headerSize) throw new IOException("its voxels begin at byte " +
			offset + " (vox_offset), inside of the header");
		// 0 and a slope that is no number mean "stored values are the real values"
		final boolean scaled = Double.isFinite(slope) && slope != 0;
		if (scaled && !Double.isFinite(intercept)) throw new IOException("its intercept (scl_inter) is " + intercept +
			", not a number");
		return new NiftiHeader(order, single, size(dim), type, single && offset == 0 ? headerSize + 4 : offset, scaled
			? slope : 1, scaled ? intercept : 0, lengthUnit, pixdim, qformCode, sformCode, quaternion, qOffset, sRows,
			description);
	}

	private static long[] size(final long[] dim) throws IOException {
		if (dim[0] < 1 || dim[0] > 7) throw new IOException("it claims " + dim[0] + " axes (dim[0]), but NIfTI has 1 to 7");
		final long[] size = { 1, 1, 1, 1, 1 };
		for (int i = 1; i <= dim[0]; i++) {
			if (dim[i] < 1) throw new IOException("it claims " + dim[i] + " voxels along axis " + i + " (dim[" + i + "])");
			if (i <= 5) size[i - 1] = dim[i];
			else if (dim[i] > 1) throw new IOException("it has more than five axes (dim[" + i + "] is " + dim[i] + ")");
		}
		return size;
	}

	/** Bytes of one plane; more than an array can hold is refused. */
	int planeBytes() throws IOException {
		final long bytes = checkedProduct(checkedProduct(size[0], size[1]), type.bytes());
		if (bytes > Integer.MAX_VALUE - 8) throw new IOException("a plane of " + size[0] + " x " + size[1] +
			" voxels is too large");
		return (int) bytes;
	}

	/** Bytes of all voxels. */
	long voxelBytes() throws IOException {
		return checkedProduct(planeBytes(), planes());
	}

	/** Number of planes, z · t · c. */
	int planes() throws IOException {
		final long planes = checkedProduct(checkedProduct(size[2], size[3]), size[4]);
		if (planes > Integer.MAX_VALUE - 8) throw new IOException("it claims " + planes + " planes, too many");
		return (int) planes;
	}

	private static long checkedProduct(final long a, final long b) throws IOException {
		final long high = Math.multiplyHigh(a, b);
		if (high != 0 || a * b < 0) throw new IOException("it claims an absurd size: " + a + " x " + b);
		return a * b;
	}

	private static double[] floats(final ByteBuffer h, final int at, final int n) {
		final double[] values = new double[n];
		Arrays.setAll(values, i -> h.getFloat(at + 4 * i));
		return values;
	}

	private static double[] doubles(final ByteBuffer h, final int at, final int n) {
		final double[] values = new double[n];
		Arrays.setAll(values, i -> h.getDouble(at + 8 * i));
		return values;
	}

	private static String text(final byte[] bytes, final int at, final int length) {
		int end = at;
		while (end < at + length && bytes[end] != 0)
			end++;
		return new String(bytes, at, end - at, StandardCharsets.ISO_8859_1).strip();
	}

	private static byte[] exactly(final InputStream in, final int n) throws IOException {
		final byte[] bytes = in.readNBytes(n);
		if (bytes.length < n) throw new IOException("it ends within the header");
		return bytes;
	}
}
