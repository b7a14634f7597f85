package io.github.vertebraj.fatfraction;

import java.util.Collection;
import java.util.List;

/**
 * How echoes were acquired.
 *
 * @param fieldStrength in T
 * @param echoTimes     in ms, rising; one for each echo
 */
public record Acquisition(double fieldStrength, List<Double> echoTimes) {

	/** Human MRI lies between these, in T; what lies outside is in another unit (gauss: 15000). */
	private static final double LOWEST_FIELD = 0.01;
	private static final double HIGHEST_FIELD = 25;

	/** Echo times above this, in ms, are no gradient echoes. */
	private static final double LATEST_ECHO = 200;

	/** Echo times below this, in ms, are in another unit: the shortest of an ultrashort sequence is 0.008. */
	private static final double EARLIEST_LAST_ECHO = 0.1;

	/**
	 * @throws IllegalArgumentException when the field strength or an echo time is unknown or out of all range, or the
	 *           echo times do not rise
	 */
	public Acquisition {
		if (!(fieldStrength >= LOWEST_FIELD && fieldStrength <= HIGHEST_FIELD)) throw new IllegalArgumentException(
			"The field strength must be known and between " + LOWEST_FIELD + " and " + HIGHEST_FIELD + " T, but is " +
				fieldStrength + ": DICOM tag (0018,0087) Magnetic Field Strength, or parameter fieldStrength");
		echoTimes = List.copyOf(echoTimes);
		double before = -1;
		for (final double time : echoTimes) {
			if (!(time >= 0 && time <= LATEST_ECHO)) throw new IllegalArgumentException("An echo time must be between 0 and " +
				LATEST_ECHO + " ms, but is " + time + " in " + told(echoTimes));
			if (!(time > before)) throw new IllegalArgumentException("Echo times must rise, and none may come twice, but are " +
				told(echoTimes));
			before = time;
		}
		if (echoTimes.isEmpty() || before < EARLIEST_LAST_ECHO) throw new IllegalArgumentException(
			"Echo times must be known and in ms, but are " + told(echoTimes));
	}

	private static String told(final Collection<Double> times) {
		return times + ": DICOM tag (0018,0081) Echo Time, or parameter echoTimes";
	}

	/** Number of echoes. */
	int echoes() {
		return echoTimes.size();
	}

	/** The echo times in s. */
	double[] seconds() {
		return echoTimes.stream().mapToDouble(time -> time / 1000).toArray();
	}

	/** The time of an echo in s. */
	double seconds(final int echo) {
		return echoTimes.get(echo) / 1000;
	}

	/**
	 * @throws IllegalArgumentException when there are fewer echoes than a model needs
	 */
	void atLeast(final int needed, final String why) {
		if (echoes() < needed) throw new IllegalArgumentException(why + " needs at least " + needed +
			" echoes, but there are " + echoes() + " (echo times " + echoTimes + " ms)");
	}
}
