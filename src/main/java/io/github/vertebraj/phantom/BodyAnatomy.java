package io.github.vertebraj.phantom;

import java.util.List;
import java.util.Optional;

/**
 * A head and trunk with bones, organs and lesions, as a function of place. Coordinates in mm: x to the patient's left, y
 * to the back, z to the head from the middle of the pelvis.
 */
final class BodyAnatomy {

	/**
	 * An ellipsoid of one tissue.
	 *
	 * @param name what it is
	 * @param x    of its middle, likewise y and z
	 * @param a    half axis along x, likewise b and c
	 */
	record Ellipsoid(String name, double x, double y, double z, double a, double b, double c, Matter matter) {

		boolean has(final double px, final double py, final double pz) {
			return has(px, py, pz, 0);
		}

		/** Whether a place lies in it or in a rim of so many mm around. */
		boolean has(final double px, final double py, final double pz, final double rim) {
			final double u = (px - x) / (a + rim);
			final double v = (py - y) / (b + rim);
			final double w = (pz - z) / (c + rim);
			return u * u + v * v + w * w <= 1;
		}

		/** In ml. */
		double volume() {
			return 4.0 / 3 * Math.PI * a * b * c / 1000;
		}
	}

	/**
	 * What a voxel is made of.
	 *
	 * @param signal at b = 0
	 * @param adc    in 10^-3 mm²/s
	 */
	record Matter(double signal, double adc) {

		double signalAt(final double b) {
			return signal * Math.exp(-b * adc / 1000);
		}
	}

	static final Matter AIR = new Matter(0, 1);
	private static final Matter MARROW = new Matter(150, 0.45);
	private static final Matter MUSCLE = new Matter(350, 1.45);
	private static final Matter FAT = new Matter(90, 0.4);
	private static final Matter LUNG = new Matter(25, 1.2);
	private static final Matter LIVER = new Matter(330, 1.15);

	/** Active lesions and a treated one; all in bone. The second lies where the first two stations overlap. */
	static final List<Ellipsoid> LESIONS = List.of( //
		new Ellipsoid("T5 body", 2, 55, 445, 15, 13, 17, new Matter(900, 0.68)), //
		new Ellipsoid("T7 body", -3, 52, 400, 16.5, 14, 16, new Matter(980, 0.74)), //
		new Ellipsoid("left ninth rib", 118, 30, 258, 12, 17, 15, new Matter(860, 0.62)), //
		new Ellipsoid("L2 body, treated", 1, 60, 201, 15, 13, 13, new Matter(1900, 1.62)), //
		new Ellipsoid("right ilium", -88, 48, 62, 19, 31, 34, new Matter(1040, 0.8)), //
		new Ellipsoid("left femoral head", 92, 18, -32, 17, 15, 19, new Matter(930, 0.71)));

	/** Bright without being ill. */
	private static final List<Ellipsoid> ORGANS = List.of( //
		new Ellipsoid("brain", 0, 8, 655, 66, 82, 62, new Matter(900, 0.8)), //
		new Ellipsoid("spleen", 80, 50, 294, 18, 40, 46, new Matter(1050, 0.78)), //
		new Ellipsoid("left kidney", 62, 62, 215, 24, 22, 48, new Matter(950, 1.9)), //
		new Ellipsoid("right kidney", -62, 64, 203, 24, 22, 48, new Matter(950, 1.9)), //
		new Ellipsoid("bladder", 0, -22, 18, 36, 27, 29, new Matter(1800, 3)), //
		new Ellipsoid("liver", -66, -2, 268, 70, 64, 62, LIVER), //
		new Ellipsoid("left lung", 68, -8, 392, 52, 70, 96, LUNG), //
		new Ellipsoid("right lung", -68, -8, 392, 52, 70, 96, LUNG));

	private static final List<Ellipsoid> BONES = List.of( //
		new Ellipsoid("right ilium", -86, 46, 60, 26, 44, 52, MARROW), //
		new Ellipsoid("left ilium", 86, 46, 60, 26, 44, 52, MARROW), //
		new Ellipsoid("right femoral head", -92, 18, -32, 25, 25, 27, MARROW), //
		new Ellipsoid("left femoral head", 92, 18, -32, 25, 25, 27, MARROW), //
		new Ellipsoid("left ribs", 118, 30, 258, 16, 24, 20, MARROW), //
		new Ellipsoid("sacrum", 0, 66, 82, 46, 18, 42, MARROW));

	private BodyAnatomy() {}

	static Matter at(final double x, final double y, final double z) {
		final Optional<Ellipsoid> lesion = LESIONS.stream().filter(one -> one.has(x, y, z)).findFirst();
		if (lesion.isPresent()) return lesion.get().matter();
		if (!isInBody(x, y, z, 0)) return AIR;
		if (isBone(x, y, z, 0)) return MARROW;
		final Optional<Ellipsoid> organ = ORGANS.stream().filter(one -> one.has(x, y, z)).findFirst();
		if (organ.isPresent()) return organ.get().matter();
		if (!isInBody(x, y, z, 14)) return FAT;
		return isMuscle(x, y, z) || z > 500 ? MUSCLE : FAT;
	}

	/** The trunk, narrower at the waist, and the head on its neck. */
	private static boolean isInBody(final double x, final double y, final double z, final double inside) {
		if (z > 560) return new Ellipsoid("head", 0, 6, 650, 78 - inside, 98 - inside, 118 - inside, MUSCLE).has(x, y, z) || Math
			.hypot(x / (58 - inside), (y - 20) / (58 - inside)) <= 1 && z < 640;
		final double waist = 1 - 0.13 * Math.exp(-Math.pow((z - 170) / 90, 2));
		final double shoulders = z < 500 ? 1 : Math.sqrt(Math.max(0.12, 1 - Math.pow((z - 500) / 66, 2)));
		final double u = x / (172 * waist * shoulders - inside);
		final double v = y / (104 * waist - inside);
		return u * u + v * v <= 1;
	}

	/** The column of the vertebral bodies with its discs as marrow, the pelvis, the hips and some ribs, with a rim in mm. */
	static boolean isBone(final double x, final double y, final double z, final double rim) {
		final double curve = 58 + 6 * Math.sin(z / 75);
		if (z > 95 && z < 575 && Math.hypot(x / (21 + rim), (y - curve) / (17.5 + rim)) <= 1) return true;
		for (final Ellipsoid bone : BONES)
			if (bone.has(x, y, z, rim)) return true;
		for (final Ellipsoid lesion : LESIONS)
			if (lesion.has(x, y, z, rim)) return true;
		return false;
	}

	/** Beside the spine. */
	static boolean isMuscle(final double x, final double y, final double z) {
		return Math.hypot((Math.abs(x) - 42) / 21, (y - 76) / 13) <= 1 && z > 100 && z < 540 || z <= 100 && y > 30;
	}

	/** Well inside the muscle beside the spine. */
	static boolean isReference(final double x, final double y, final double z) {
		return Math.hypot((Math.abs(x) - 42) / 13, (y - 77) / 7) <= 1 && z > 110 && z < 530 && isInBody(x, y, z,
			20) && !isBone(x, y, z, 0) && ORGANS.stream()
			.noneMatch(organ -> organ.has(x, y, z));
	}
}
