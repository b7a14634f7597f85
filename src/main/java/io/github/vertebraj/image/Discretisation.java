package io.github.vertebraj.image;

/**
 * How intensities become whole numbers, the levels of an intensity histogram, as the Image Biomarker Standardisation
 * Initiative (IBSI) defines it: A. Zwanenburg et al., Radiology 2020;295:328-338, 10.1148/radiol.2020191145. Bins
 * contain their lower edge.
 *
 * @param method what is fixed
 * @param width  of a bin, in units of the intensity; NaN where the number is fixed
 * @param origin the lower edge of bin 1; NaN where the number is fixed
 * @param number of bins; 0 where the width is fixed
 */
public record Discretisation(Method method, double width, double origin, int number) {

	/** What is the same for all regions. */
	public enum Method {

		/** Fixed bin size (Q3RU): ⌊(x − origin) / width⌋ + 1. Values below the origin get the levels 0, −1, ... */
		FIXED_WIDTH("fixed width"),

		/** Fixed bin number (K15C): ⌊number · (x − min) / (max − min)⌋ + 1, and the maximum is in the last bin. */
		FIXED_NUMBER("fixed number");

		private final String key;

		Method(final String key) {
			this.key = key;
		}

		/** The word that tables have for it. */
		public String key() {
			return key;
		}
	}

	/** More bins than these are a mistake in the unit. */
	static final int MOST_BINS = 1_000_000;

	/**
	 * Bins of one width, which begin at the same place for every region, so that levels can be compared.
	 *
	 * @param width  above 0
	 * @param origin the lower edge of bin 1
	 * @throws IllegalArgumentException when the width is not above 0 or a number is not finite
	 */
	public static Discretisation ofWidth(final double width, final double origin) {
		if (!(width > 0) || !Double.isFinite(width)) throw new IllegalArgumentException(
			"The bin width must be above 0, but is " + width);
		if (!Double.isFinite(origin)) throw new IllegalArgumentException("The origin of the bins must be a number, but is " +
			origin);
		return new Discretisation(Method.FIXED_WIDTH, width, origin, 0);
	}

	/**
	 * So many bins from the least to the greatest value of a region.
	 *
	 * @param number 1 to 1000000
	 * @throws IllegalArgumentException when there are fewer or more
	 */
	public static Discretisation ofNumber(final int number) {
		if (number < 1 || number > MOST_BINS) throw new IllegalArgumentException("The number of bins must be 1 to " +
			MOST_BINS + ", but is " + number);
		return new Discretisation(Method.FIXED_NUMBER, Double.NaN, Double.NaN, number);
	}

	/**
	 * The bins of one region.
	 *
	 * @throws IllegalArgumentException when the width makes more than 1000000 of them
	 */
	Bins bins(final double least, final double greatest) {
		if (method == Method.FIXED_NUMBER) {
			// One value alone has a range of 0: it is one bin.
			final int count = greatest > least ? number : 1;
			return new Bins(this, least, greatest, least, (greatest - least) / count, 1, count);
		}
		final double lowest = Math.floor((least - origin) / width) + 1;
		final double highest = Math.floor((greatest - origin) / width) + 1;
		if (!(highest - lowest < MOST_BINS) || Math.max(Math.abs(lowest), Math.abs(highest)) > Integer.MAX_VALUE / 2)
			throw new IllegalArgumentException("Bins of width " + width + " from " + origin + " are too narrow for values from " +
				least + " to " + greatest + ": choose wider ones, at most " + MOST_BINS);
		return new Bins(this, least, greatest, origin, width, (int) lowest, (int) highest);
	}

	/**
	 * The bins of one region.
	 *
	 * @param origin  lower edge of bin 1
	 * @param width   of each bin
	 * @param lowest  level of the least value
	 * @param highest level of the greatest value
	 */
	record Bins(Discretisation rule, double least, double greatest, double origin, double width, int lowest,
		int highest)
	{

		int level(final double value) {
			if (rule.method == Method.FIXED_WIDTH) return (int) Math.floor((value - origin) / width) + 1;
			if (highest == lowest) return lowest;
			return Math.min(highest, (int) (rule.number * (value - least) / (greatest - least)) + 1);
		}
	}
}
