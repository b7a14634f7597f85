package io.github.vertebraj.phantom;

/**
 * One vertebra of the phantom with the disc below it. All in mm, along the spine as {@link SpineCurve} has it.
 *
 * @param name   {@code L3}
 * @param centre of the body along the spine
 * @param height of the body
 * @param depth  of the body from front to back
 * @param width  of the body from side to side
 * @param disc   height of the disc below
 */
record Vertebra(String name, double centre, double height, double depth, double width, double disc) {

	/** How sharp corners are: 2 would be an ellipse. */
	private static final double CORNERS = 7;
	private static final double WAIST = 0.09;

	/**
	 * Whether a place lies inside the body, which is waisted, with hollow endplates and round corners.
	 *
	 * @param along  the spine
	 * @param behind the middle of the body
	 * @param beside the midline
	 * @param margin how deep inside; negative for a little outside
	 */
	boolean hasInBody(final double along, final double behind, final double beside, final double margin) {
		final double y = (along - centre) / (height / 2 - margin);
		final double x = behind / (across(beside, depth, width) - margin);
		if (Math.abs(x) > 1.2 || Math.abs(y) > 1.2 || across(beside, depth, width) <= margin) return false;
		final double waistedX = x / (1 - WAIST * Math.max(0, 1 - y * y));
		final double waistedY = y / (1 - WAIST * Math.max(0, 1 - x * x));
		return Math.pow(Math.abs(waistedX), CORNERS) + Math.pow(Math.abs(waistedY), CORNERS) <= 1;
	}

	/** Whether a place lies inside the disc below, or in the body next to it; where both have it, the body goes first. */
	boolean hasInDisc(final double along, final double behind, final double beside, final double margin) {
		final double middle = discMiddle();
		final double halfDepth = across(beside, depth + 1.5, width + 2) - margin;
		if (halfDepth <= 0) return false;
		final double x = behind / halfDepth;
		final double halfHeight = (disc / 2 + (margin > 0 ? 0 : 3) - margin) * (1 - 0.25 * x * x);
		return Math.abs(x) <= 1 && Math.abs(along - middle) <= halfHeight;
	}

	/** The middle of the disc along the spine. */
	double discMiddle() {
		return centre + height / 2 + disc / 2;
	}

	/** Half of the depth at a distance from the midline: a body is round at its sides. */
	private static double across(final double beside, final double depth, final double width) {
		final double side = Math.abs(beside) / (width / 2);
		return side >= 1 ? 0 : depth / 2 * Math.cbrt(1 - side * side * side);
	}
}
