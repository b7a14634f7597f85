package io.github.vertebraj.statistics.count;

import java.util.concurrent.CancellationException;

/**
 * Counts the work of an enumeration, heeds interruption, and ends it where it would take too long or too much memory.
 */
final class Effort {

	/** Says that the work was given up. */
	static final class Exceeded extends RuntimeException {

		private static final long serialVersionUID = 1;

		Exceeded() {
			super(null, null, false, false);
		}
	}

	/** Steps between two looks at the thread: about a millisecond. */
	private static final long INTERVAL = 1 << 18;

	private final long mostSteps;
	private final long mostKept;
	private long steps;
	private long kept;
	private long nextLook = INTERVAL;

	/**
	 * @param mostSteps steps of some nanoseconds each
	 * @param mostKept  values held in memory, of 8 to 30 bytes each
	 */
	Effort(final long mostSteps, final long mostKept) {
		this.mostSteps = mostSteps;
		this.mostKept = mostKept;
	}

	void spend(final long more) {
		steps += more;
		if (steps < nextLook) return;
		nextLook = steps + INTERVAL;
		heedInterruption();
		if (steps > mostSteps) throw new Exceeded();
	}

	void keep(final long more) {
		kept += more;
		if (kept > mostKept) throw new Exceeded();
	}

	void release(final long less) {
		kept -= less;
	}

	long steps() {
		return steps;
	}

	/** @throws CancellationException if the thread was interrupted */
	static void heedInterruption() {
		if (Thread.currentThread().isInterrupted()) throw new CancellationException("Fisher's exact test was cancelled");
	}

	@Override
	public String toString() {
		return "steps=" + steps + " kept=" + kept;
	}
}
