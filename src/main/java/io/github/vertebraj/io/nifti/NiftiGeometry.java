package io.github.vertebraj.io.nifti;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;

/**
 * Where the voxels of a NIfTI file lie, by the first method that its header offers: sform (method 3), qform (method 2),
 * spacing alone (method 1), see nifti1.h. NIfTI's axes point to the right, front and head (RAS); ours to the left, back
 * and head (LPS), so x and y change their sign and the voxels stay in their order.
 *
 * @param transform which method it was, in words
 */
record NiftiGeometry(Geometry geometry, String transform) {

	private static final Map<Integer, String> SPACES = Map.of(1, NiftiFile.SCANNER, 2, NiftiFile.ALIGNED, 3,
		"NIfTI Talairach", 4, "NIfTI MNI152", 5, "NIfTI template");

	static NiftiGeometry of(final NiftiHeader header) throws IOException {
		try {
			if (header.sformCode() > 0) return new NiftiGeometry(sform(header), "sform, code " + header.sformCode());
			if (header.qformCode() > 0) return new NiftiGeometry(qform(header), "qform, code " + header.qformCode());
			final double[] d = spacing(header);
			final double mm = millimetres(header);
			return new NiftiGeometry(Geometry.ofSpacing(d[0] * mm, d[1] * mm, d[2] * mm),
				"none, position in the patient unknown");
		}
		catch (final IllegalArgumentException e) {
			throw new IOException("its geometry is unusable: " + e.getMessage(), e);
		}
	}

	/** The code of a frame of reference; that of any other system is scanner coordinates. */
	static int code(final String frameOfReference) {
		return SPACES.entrySet().stream().filter(space -> space.getValue().equals(frameOfReference)).mapToInt(
			Map.Entry::getKey).findFirst().orElse(1);
	}

	/** The length of NIfTI's unit in mm; a file that gives none is taken to be in mm, as all known programs do. */
	static double millimetres(final NiftiHeader header) {
		return switch (header.lengthUnit()) {
			case 1 -> 1000;
			case 3 -> 0.001;
			default -> 1;
		};
	}

	private static Geometry sform(final NiftiHeader header) {
		final double[][] m = header.sRows();
		return geometry(header, column(m, 0), column(m, 1), column(m, 2), column(m, 3), header.sformCode());
	}

	private static double[] column(final double[][] m, final int i) {
		return new double[] { m[0][i], m[1][i], m[2][i] };
	}

	private static Geometry qform(final NiftiHeader header) throws IOException {
		double b = header.quaternion()[0];
		double c = header.quaternion()[1];
		double d = header.quaternion()[2];
		double a = 1 - (b * b + c * c + d * d);
		if (a < 1e-7) { // a turn by 180 degrees, with rounding
			final double norm = Math.sqrt(b * b + c * c + d * d);
			b /= norm;
			c /= norm;
			d /= norm;
			a = 0;
		}
		else a = Math.sqrt(a);
		final double[] s = spacing(header);
		final double z = header.pixdim()[0] < 0 ? -s[2] : s[2];
		final double[] x = { (a * a + b * b - c * c - d * d) * s[0], 2 * (b * c + a * d) * s[0], 2 * (b * d - a * c) * s[0] };
		final double[] y = { 2 * (b * c - a * d) * s[1], (a * a + c * c - b * b - d * d) * s[1], 2 * (c * d + a * b) * s[1] };
		final double[] n = { 2 * (b * d + a * c) * z, 2 * (c * d - a * b) * z, (a * a + d * d - b * b - c * c) * z };
		return geometry(header, x, y, n, header.qOffset(), header.qformCode());
	}

	/** Spacing in the file's unit. */
	private static double[] spacing(final NiftiHeader header) throws IOException {
		final double[] spacing = new double[3];
		for (int i = 0; i < 3; i++) {
			spacing[i] = header.pixdim()[i + 1];
			if (!(spacing[i] > 0 && spacing[i] < 1e6)) throw new IOException("its voxel spacing along axis " + (i + 1) +
				" (pixdim[" + (i + 1) + "]) is " + header.pixdim()[i + 1] + ", but must be above 0");
		}
		return spacing;
	}

	/** From RAS in the file's unit to LPS in mm. */
	private static Geometry geometry(final NiftiHeader header, final double[] x, final double[] y, final double[] z,
		final double[] origin, final int code)
	{
		final double mm = millimetres(header);
		return new Geometry(lps(x, mm), lps(y, mm), lps(z, mm), lps(origin, mm), Optional.ofNullable(SPACES.get(code)));
	}

	private static Vector lps(final double[] ras, final double mm) {
		return new Vector(-ras[0] * mm + 0.0, -ras[1] * mm + 0.0, ras[2] * mm + 0.0); // + 0.0: no negative zero
	}
}
