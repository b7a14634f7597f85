package io.github.vertebraj.phantom;

import java.util.List;
import java.util.Optional;

/**
 * A lumbar spine from T12 to S2 in its surroundings, as a function of place: each place is of one tissue, so that its
 * truth is exact. Coordinates in mm: x to the back, y to the feet, z to the side, from the middle of the volume.
 */
final class LumbarAnatomy {

	static final double LOW_LESION_ADC = 0.7;
	static final double HIGH_LESION_ADC = 1.7;

	/** From T12 to S2; the discs between L1 and S1 are measured. */
	static final List<Vertebra> VERTEBRAE = List.of( //
		new Vertebra("T12", -105.5, 25, 29, 42, 7), //
		new Vertebra("L1", -72, 26, 31, 43, 9), //
		new Vertebra("L2", -37, 27, 32, 45, 10), //
		new Vertebra("L3", 0, 27, 33, 47, 11), //
		new Vertebra("L4", 38, 27, 34, 49, 12), //
		new Vertebra("L5", 75.5, 26, 34, 51, 10), //
		new Vertebra("S1", 112, 27, 30, 50, 3), //
		new Vertebra("S2", 139, 23, 22, 46, 3));

	/** ADC of the discs in 10^-3 mm²/s, lower where discs age first; by the vertebra above. */
	private static final double[] DISC_ADC = { 1.65, 1.65, 1.62, 1.6, 1.55, 1.5, 1.4, 1.4 };

	private static final double SAC_GAP = 2.5;
	private static final double SAC_DEPTH = 14;
	private static final double SAC_WIDTH = 20;

	private final SpineCurve curve = new SpineCurve(-27, -6);
	private final boolean hasLesions;

	/** With both lesions. */
	LumbarAnatomy() {
		this(true);
	}

	/** @param hasLesions whether there is one in L2 and one in L4 */
	LumbarAnatomy(final boolean hasLesions) {
		this.hasLesions = hasLesions;
	}

	boolean hasLesions() {
		return hasLesions;
	}

	/** A place with its coordinates along and behind the spine, which are the same in all slices. */
	record Point(double x, double y, SpineCurve.Place place) {}

	Point point(final double x, final double y) {
		return new Point(x, y, curve.place(x, y));
	}

	/** The tissue at a place. */
	Tissue at(final Point point, final double z) {
		if (isOutside(point)) return Tissue.AIR;
		final double coil = 0.55 + 0.9 / (1 + Math.exp(-(point.x + 30) / 35));
		return tissue(point, z).times(coil);
	}

	/** Whether a place is behind the patient's back. */
	boolean isOutside(final Point point) {
		return point.x > skin(point.y);
	}

	/** The surface of the back is less curved than the spine. */
	private static double skin(final double y) {
		return 62 + 5 * Math.cos((y - 95) / 55);
	}

	/** The tissue at a place, as it would be if the coil saw all places alike. */
	Tissue tissue(final Point point, final double z) {
		final double along = point.place.along();
		final double behind = point.place.behind();
		for (int i = 0; i < VERTEBRAE.size(); i++) {
			final Vertebra vertebra = VERTEBRAE.get(i);
			if (vertebra.hasInBody(along, behind, z, 1)) return marrow(vertebra, along, behind, z);
			if (vertebra.hasInBody(along, behind, z, 0)) return Tissue.CORTICAL_BONE;
		}
		for (int i = 0; i < VERTEBRAE.size(); i++)
			if (VERTEBRAE.get(i).hasInDisc(along, behind, z, 0)) return disc(i, along, behind, z);
		final double wall = wall(along);
		if (Math.abs(behind) < wall + 1.8 && Math.abs(z) < 22) return Tissue.LIGAMENT;
		if (behind > 0) return behindTheBodies(point, behind - wall, z);
		return inFrontOfTheBodies(point, -behind - wall, z);
	}

	/** The vertebra in whose body a place lies. */
	static Optional<Vertebra> bodyAt(final Point point, final double z) {
		return VERTEBRAE.stream().filter(vertebra -> vertebra.hasInBody(point.place.along(), point.place.behind(), z, 0))
			.findFirst();
	}

	private Tissue marrow(final Vertebra vertebra, final double along, final double behind, final double z) {
		if (!hasLesions) return Tissue.MARROW;
		if (vertebra.name().equals("L2") && inLowLesion(along, behind, z, 0)) return new Tissue(
			TissueKind.LYTIC, 620, LOW_LESION_ADC);
		if (vertebra.name().equals("L4") && inHighLesion(along, behind, z, 0)) return new Tissue(
			TissueKind.HAEMANGIOMA, 880, HIGH_LESION_ADC);
		return Tissue.MARROW;
	}

	static boolean inLowLesion(final double along, final double behind, final double z, final double margin) {
		return inEllipsoid(along + 37.5, behind - 2.5, z + 2, 10.3 - margin, 11.8 - margin, 15 - margin);
	}

	static boolean inHighLesion(final double along, final double behind, final double z, final double margin) {
		return inEllipsoid(along - 37.5, behind + 2.5, z - 3, 10.5 - margin, 11.5 - margin, 15 - margin);
	}

	/** A lesion in L5 that the diffusion study does not have. */
	static boolean inThirdLesion(final double along, final double behind, final double z, final double margin) {
		return inEllipsoid(along - 75, behind - 2, z - 1, 9.8 - margin, 11.9 - margin, 15 - margin);
	}

	private static boolean inEllipsoid(final double x, final double y, final double z, final double a, final double b,
		final double c)
	{
		return x * x / (a * a) + y * y / (b * b) + z * z / (c * c) <= 1;
	}

	/** The disc below a vertebra has one ADC throughout; its nucleus is brighter than its rim. */
	private static Tissue disc(final int above, final double along, final double behind, final double z) {
		final Vertebra vertebra = VERTEBRAE.get(above);
		final double r = Math.hypot(behind / vertebra.depth(), Math.hypot(z / vertebra.width(), (along - vertebra
			.discMiddle()) / (3 * vertebra.disc()))) * 2;
		return new Tissue(TissueKind.DISC, 230 + 520 / (1 + Math.exp((r - 0.62) / 0.07)), DISC_ADC[above]);
	}

	static double discAdc(final int above) {
		return DISC_ADC[above];
	}

	/** Half of the depth of the bodies at a way along the spine. */
	private static double wall(final double along) {
		for (int i = 1; i < VERTEBRAE.size(); i++) {
			final Vertebra above = VERTEBRAE.get(i - 1);
			final Vertebra below = VERTEBRAE.get(i);
			if (along > below.centre() && i < VERTEBRAE.size() - 1) continue;
			final double t = Math.max(0, Math.min(1, (along - above.centre()) / (below.centre() - above.centre())));
			return (above.depth() + t * (below.depth() - above.depth())) / 2;
		}
		throw new IllegalStateException("A spine has more than one vertebra");
	}

	private static Tissue behindTheBodies(final Point point, final double depth, final double z) {
		final double along = point.place.along();
		final double narrow = along < 90 ? 1 : Math.max(0.3, 1 - (along - 90) / 90);
		final double inSac = (depth - SAC_GAP) / (SAC_DEPTH * narrow) * 2 - 1;
		final double across = z / (SAC_WIDTH * narrow / 2);
		final double sac = inSac * inSac + across * across;
		if (sac <= 1) return inTheSac(along, inSac, across);
		final Tissue bone = PosteriorElements.at(along, depth, z);
		if (bone != null) return bone;
		final double fat = skin(point.y) - point.x;
		if (fat < 1.5) return Tissue.MUSCLE;
		if (fat < 9 + 0.00055 * (point.y + 10) * (point.y + 10)) return Tissue.FAT;
		if (sac <= 1.7 || depth < SAC_GAP + SAC_DEPTH + 3 && Math.abs(z) < 12) return Tissue.FAT;
		if (Math.abs(z) < 2.5) return Tissue.LIGAMENT;
		return Tissue.MUSCLE.times(0.9 + 0.12 * Math.sin(along / 7 + z) * Math.sin(depth / 3.1 + z / 5));
	}

	/** The cord ends at L1-2 in a cone; below it the roots of the cauda equina lie in the fluid. */
	private static Tissue inTheSac(final double along, final double inSac, final double across) {
		final double cone = Math.max(0, Math.min(1, (-52 - along) / 26));
		if (cone > 0 && Math.hypot(inSac - 0.12, across * 1.1) < 0.62 * Math.sqrt(cone)) return Tissue.CORD;
		final boolean root = along > -75 && along < 95 && Math.abs(inSac - 0.42 + 0.08 * Math.sin(along / 11)) < 0.13 &&
			Math.abs(across) < 0.7;
		return root ? Tissue.ROOTS : Tissue.FLUID;
	}

	private static Tissue inFrontOfTheBodies(final Point point, final double depth, final double z) {
		final boolean vessel = depth > 3 && depth < 19 && Math.abs(Math.abs(z) - 7) < 7 && point.place.along() < 45;
		if (vessel) return Tissue.VESSEL;
		final double loops = Math.sin(point.x / 6.5 + Math.sin(point.y / 11)) + Math.sin(point.y / 8.3 + z / 9) + Math.sin(
			(point.x + point.y) / 10.7 - z / 7);
		// a saturation band in front keeps moving bowel from smearing over the spine
		final double band = 0.12 + 0.88 / (1 + Math.exp(-(point.x + 56) / 4));
		return (loops > 0.5 ? Tissue.BOWEL : Tissue.MESENTERY).times(band);
	}
}
