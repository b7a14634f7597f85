package io.github.vertebraj.io.dicom.jpeg;

/**
 * The inverse cosine transform of 8 x 8 blocks in integers, by C. Loeffler, A. Ligtenberg and G. S. Moschytz (ICASSP
 * 1989, doi:10.1109/ICASSP.1989.266596) with 13 fractional bits and the rounding of the reference decoders, so that
 * lossy images decode to the same numbers everywhere.
 */
final class InverseCosine {

	private static final int BITS = 13;

	private InverseCosine() {}

	/** Transforms a block in place; {@code precision} is 8 or 12 bits per sample. */
	static void transform(final int[] block, final int precision) {
		// Fractional bits kept between the passes; with 12-bit samples there is room for one only.
		final int kept = precision == 8 ? 2 : 1;
		for (int x = 0; x < 8; x++)
			transform(block, x, 8, BITS - kept);
		for (int y = 0; y < 8; y++)
			transform(block, 8 * y, 1, BITS + kept + 3);
	}

	private static void transform(final int[] v, final int at, final int step, final int shift) {
		final int z1 = (v[at + 2 * step] + v[at + 6 * step]) * fixed(0.541196100);
		final int e2 = z1 - v[at + 6 * step] * fixed(1.847759065);
		final int e3 = z1 + v[at + 2 * step] * fixed(0.765366865);
		final int e0 = v[at] + v[at + 4 * step] << BITS;
		final int e1 = v[at] - v[at + 4 * step] << BITS;

		final int i7 = v[at + 7 * step];
		final int i5 = v[at + 5 * step];
		final int i3 = v[at + 3 * step];
		final int i1 = v[at + step];
		final int z5 = (i7 + i3 + i5 + i1) * fixed(1.175875602);
		final int za = -(i7 + i1) * fixed(0.899976223);
		final int zb = -(i5 + i3) * fixed(2.562915447);
		final int zc = z5 - (i7 + i3) * fixed(1.961570560);
		final int zd = z5 - (i5 + i1) * fixed(0.390180644);
		final int o7 = i7 * fixed(0.298631336) + za + zc;
		final int o5 = i5 * fixed(2.053119869) + zb + zd;
		final int o3 = i3 * fixed(3.072711026) + zb + zc;
		final int o1 = i1 * fixed(1.501321110) + za + zd;

		final int half = 1 << shift - 1;
		v[at] = e0 + e3 + o1 + half >> shift;
		v[at + 7 * step] = e0 + e3 - o1 + half >> shift;
		v[at + step] = e1 + e2 + o3 + half >> shift;
		v[at + 6 * step] = e1 + e2 - o3 + half >> shift;
		v[at + 2 * step] = e1 - e2 + o5 + half >> shift;
		v[at + 5 * step] = e1 - e2 - o5 + half >> shift;
		v[at + 3 * step] = e0 - e3 + o7 + half >> shift;
		v[at + 4 * step] = e0 - e3 - o7 + half >> shift;
	}

	private static int fixed(final double factor) {
		return (int) (factor * (1 << BITS) + 0.5);
	}
}
