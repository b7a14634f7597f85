package io.github.vertebraj.phantom;

/**
 * The arches of the vertebrae: pedicles beside the canal, laminae behind it, spinous processes in the midline. In mm,
 * below the middle of the body, behind its posterior wall, and beside the midline.
 */
final class PosteriorElements {

	/** No arch is farther from the middle of its body along the spine. */
	private static final double FARTHEST = 50;

	private PosteriorElements() {}

	/**
	 * Marrow or cortical bone of an arch; null where there is none.
	 *
	 * @param along  the spine
	 * @param behind the posterior wall of the bodies
	 * @param beside the midline
	 */
	static Tissue at(final double along, final double behind, final double beside) {
		for (final Vertebra vertebra : LumbarAnatomy.VERTEBRAE) {
			final double below = along - vertebra.centre();
			if (Math.abs(below) > FARTHEST) continue;
			if (has(vertebra, below, behind, Math.abs(beside), 1.2)) return Tissue.MARROW.times(0.9);
			if (has(vertebra, below, behind, Math.abs(beside), 0)) return Tissue.CORTICAL_BONE;
		}
		return null;
	}

	private static boolean has(final Vertebra vertebra, final double below, final double behind, final double beside,
		final double margin)
	{
		// the arches of the sacrum are stunted
		final double size = vertebra.name().startsWith("S") ? 0.5 : 1;
		return inPedicle(below, behind, beside, margin) || inLamina(below, behind, beside, margin, size) || inProcess(below,
			behind, beside, margin, size);
	}

	private static boolean inPedicle(final double below, final double behind, final double beside, final double margin) {
		return near(beside, 14.5, 3.5 - margin) && near(below, -3.5, 6.5 - margin) && behind < 20;
	}

	private static boolean inLamina(final double below, final double behind, final double beside, final double margin,
		final double size)
	{
		final double slope = 0.6 * (behind - 20);
		return beside < 16 - margin && near(behind, 20.5, 3 - margin) && near(below, 8 + slope, 9 * size - margin);
	}

	/** A plate with round corners that sinks a little on its way back and gets higher. */
	private static boolean inProcess(final double below, final double behind, final double beside, final double margin,
		final double size)
	{
		final double length = 15 * size;
		final double x = (behind - 21 - length) / (length - margin);
		final double middle = 10 + 0.35 * (behind - 20);
		final double y = (below - middle) / (8.5 * size * (1 + 0.25 * x) - margin);
		return beside < 4 - margin / 2 && x * x * x * x + y * y * y * y <= 1;
	}

	private static boolean near(final double value, final double middle, final double limit) {
		return Math.abs(value - middle) < limit;
	}
}
