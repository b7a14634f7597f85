package io.github.vertebraj.phantom;

/** The arches of the vertebrae: pedicles beside the canal, laminae behind it, spinous processes in the midline. In mm. */
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
		final boolean sacrum = vertebra.name().startsWith("S");
		final double size = sacrum ? 0.5 : 1;
		final boolean pedicle = beside > 11 + margin && beside < 18 - margin && below > -10 + margin && below < 3 - margin &&
			behind < 20;
		final boolean lamina = beside < 16 - margin && near(below - 8 - (behind - 20) * 0.6, 9 * size - margin) && near(behind -
			20.5, 3 - margin);
		final double down = 10 + 0.35 * (behind - 20);
		final double length = 15 * size;
		final double x = (behind - 21 - length) / (length - margin);
		final double y = (below - down) / (8.5 * size * (1 + 0.25 * x) - margin);
		final boolean process = beside < 4 - margin / 2 && Math.pow(Math.abs(x), 4) + Math.pow(Math.abs(y), 4) <= 1;
		return pedicle || lamina || process;
	}

	private static boolean near(final double distance, final double limit) {
		return Math.abs(distance) < limit;
	}
}
