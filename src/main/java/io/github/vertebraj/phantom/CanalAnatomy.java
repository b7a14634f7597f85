package io.github.vertebraj.phantom;

import java.util.List;

/**
 * The lumbar spine from L3 to L5 around the dural canal, straightened, as a function of place. In mm: beside the
 * midline, positive to the patient's left; behind the middle of the bodies; along the spine, from the middle of L3 to
 * the feet.
 *
 * @param sac      size of the dural canal, 1 as usual
 * @param ligament thickness of the ligamenta flava
 * @param metal    whether screws lie in L4 and rods behind it
 */
record CanalAnatomy(double sac, double ligament, boolean metal) {

	/** L3 to L5. */
	static final List<Vertebra> VERTEBRAE = LumbarAnatomy.VERTEBRAE.subList(3, 6);

	/** Half of the depth of these bodies. */
	private static final double WALL = 17;
	private static final double SAC_MIDDLE = 9.5;
	private static final double SAC_HALF_DEPTH = 7;
	private static final double SAC_HALF_WIDTH = 10;
	private static final double ROOT = 0.95;

	/** The ligaments reach from lamina to lamina, nearer to the canal at their sides. */
	private static final double LIGAMENT_HALF_HEIGHT = 9;
	private static final double LIGAMENT_FRONT = 20.6;
	private static final double LIGAMENT_SLOPE = 0.5;
	private static final double LIGAMENT_FROM = 0.8;
	private static final double LIGAMENT_TO = 11;

	private static final double PEDICLE = 14.5;
	private static final double SCREW_RADIUS = 2.7;
	private static final double SCREW = -3.5;
	private static final double ROD = 31;

	CtTissue at(final double beside, final double behind, final double along) {
		if (metal && isMetal(beside, behind, along)) return CtTissue.METAL;
		final double depth = behind - WALL;
		if (depth < 2) for (final Vertebra vertebra : VERTEBRAE) {
			if (vertebra.hasInBody(along, behind, beside, 1.2)) return CtTissue.CANCELLOUS;
			if (vertebra.hasInBody(along, behind, beside, 0)) return CtTissue.CORTICAL;
		}
		if (depth < 2) for (final Vertebra vertebra : VERTEBRAE)
			if (vertebra.hasInDisc(along, behind, beside, 0)) return CtTissue.DISC;
		if (inSac(beside, depth, 0)) return isRoot(beside, depth) ? CtTissue.ROOTS : CtTissue.FLUID;
		if (VERTEBRAE.stream().anyMatch(above -> inLigament(above, beside, behind, along, 0))) return CtTissue.LIGAMENT;
		final Tissue bone = depth > 0 ? PosteriorElements.at(along, depth, beside) : null;
		if (bone != null) return bone == Tissue.CORTICAL_BONE ? CtTissue.CORTICAL : CtTissue.CANCELLOUS;
		return around(Math.abs(beside), behind);
	}

	private static CtTissue around(final double beside, final double behind) {
		if (behind > -WALL && behind < WALL + 24 && beside < 13) return CtTissue.FAT;
		final boolean septum = Math.abs(beside - 27 - 0.2 * behind) < 1.2 && behind > WALL;
		final boolean psoas = Math.hypot((beside - 40) / 15, (behind + 2) / 18) < 1;
		if (behind > WALL + 6) return septum || behind > 48 - 0.1 * beside ? CtTissue.FAT : CtTissue.MUSCLE;
		return psoas ? CtTissue.MUSCLE : CtTissue.FAT;
	}

	private boolean isMetal(final double beside, final double behind, final double along) {
		final double below = along - VERTEBRAE.get(1).centre() - SCREW;
		final double side = Math.abs(beside) - PEDICLE;
		final boolean screw = behind > -8 && behind < WALL + ROD - SAC_MIDDLE && Math.hypot(side, below) < SCREW_RADIUS;
		return screw || below > -SCREW_RADIUS && Math.hypot(side, behind - ROD - SAC_MIDDLE) < SCREW_RADIUS;
	}

	/** Whether a slice shows metal: {@code beside} and {@code behind} of what makes streaks in it, else none. */
	List<double[]> streakSources(final double along) {
		final double below = along - VERTEBRAE.get(1).centre() - SCREW;
		if (!metal || below < -SCREW_RADIUS) return List.of();
		final double behind = below < SCREW_RADIUS ? WALL : ROD + SAC_MIDDLE;
		return List.of(new double[] { PEDICLE, behind }, new double[] { -PEDICLE, behind });
	}

	/** @param depth behind the bodies */
	private boolean inSac(final double beside, final double depth, final double margin) {
		return Math.hypot(beside / (sac * SAC_HALF_WIDTH - margin), (depth - SAC_MIDDLE) / (sac * SAC_HALF_DEPTH -
			margin)) < 1;
	}

	/** Roots lie on an arc in the back of the canal. */
	private boolean isRoot(final double beside, final double depth) {
		final double angle = Math.atan2(depth - SAC_MIDDLE, beside);
		final double r = Math.hypot(beside / SAC_HALF_WIDTH, (depth - SAC_MIDDLE) / SAC_HALF_DEPTH) / sac;
		final double step = Math.PI / 8;
		final double offset = angle - step * Math.rint(angle / step);
		return angle > 0.1 && angle < Math.PI - 0.1 && Math.hypot((r - 0.55) * SAC_HALF_DEPTH, offset * 0.55 *
			SAC_HALF_WIDTH) < ROOT;
	}

	private boolean inLigament(final Vertebra above, final double beside, final double behind, final double along,
		final double margin)
	{
		final double side = Math.abs(beside);
		final double inside = behind - WALL - LIGAMENT_FRONT + LIGAMENT_SLOPE * side;
		// the band is slanted: its thickness is less than its way from front to back
		final double slant = Math.hypot(1, LIGAMENT_SLOPE);
		return side > LIGAMENT_FROM + margin && side < LIGAMENT_TO - margin && Math.abs(along - above.discMiddle()) <
			LIGAMENT_HALF_HEIGHT - margin && inside > margin * slant && inside < (ligament - margin) * slant;
	}

	/** Whether a place is in the canal at a disc, and so far from its edge. */
	boolean inCanal(final Vertebra above, final double beside, final double behind, final double along,
		final double margin)
	{
		return Math.abs(along - above.discMiddle()) < LIGAMENT_HALF_HEIGHT - margin && inSac(beside, behind - WALL, margin);
	}

	/** @param side 1 for left, -1 for right */
	boolean inLigament(final Vertebra above, final int side, final double beside, final double behind,
		final double along, final double margin)
	{
		return side * beside > 0 && inLigament(above, beside, behind, along, margin);
	}

	/** Whether a place is in a disc, so far from its edge, and as far from bone. */
	static boolean inDisc(final Vertebra above, final double beside, final double behind, final double along,
		final double margin)
	{
		return above.hasInDisc(along, behind, beside, margin) && VERTEBRAE.stream().noneMatch(vertebra -> vertebra.hasInBody(
			along, behind, beside, 0) || vertebra.hasInBody(along + margin, behind, beside, 0) || vertebra.hasInBody(along -
				margin, behind, beside, 0));
	}
}
