package io.github.vertebraj.statistics.rank;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.LongPredicate;

/**
 * Probabilities of states that are whole numbers from 0: a hash table that only grows, until it is full and takes nothing
 * more. Not for several threads.
 */
final class StateMap {

	/** Takes one state. */
	interface Visitor {

		void visit(long state, double probability);
	}

	private static final long FREE = -1;

	/** Above that the tables do not fit into the memory that Fiji has. */
	private static final int MOST_STATES = 4_000_000;

	private long[] states = new long[1 << 10];
	private double[] probabilities = new double[states.length];
	private final long mostAdditions;
	private int size;
	private long additions;

	StateMap(final long mostAdditions) {
		this.mostAdditions = mostAdditions;
		Arrays.fill(states, FREE);
	}

	/** @throws CancellationException when the thread is interrupted; looked for now and then */
	void add(final long state, final double probability) {
		if ((++additions & 0xFFFF) == 0 && Thread.currentThread().isInterrupted()) throw new CancellationException(
			"The exact test was cancelled");
		if (isFull()) return;
		if (size > states.length / 2) grow();
		put(state, probability);
	}

	/** Whether there were too many additions or states: then some are missing. */
	boolean isFull() {
		return additions > mostAdditions || size > MOST_STATES;
	}

	private void put(final long state, final double probability) {
		final int mask = states.length - 1;
		int at = slot(state, mask);
		while (states[at] != state && states[at] != FREE)
			at = at + 1 & mask;
		if (states[at] == FREE) {
			states[at] = state;
			size++;
		}
		probabilities[at] += probability;
	}

	/** Every bit of a state reaches the slot; the steps are MurmurHash3's last ones. */
	private static int slot(final long state, final int mask) {
		long mixed = (state ^ state >>> 33) * 0xFF51AFD7ED558CCDL;
		mixed = (mixed ^ mixed >>> 33) * 0xC4CEB9FE1A85EC53L;
		return (int) (mixed >>> 33) & mask;
	}

	private void grow() {
		final long[] oldStates = states;
		final double[] old = probabilities;
		states = new long[2 * oldStates.length];
		Arrays.fill(states, FREE);
		probabilities = new double[states.length];
		size = 0;
		for (int i = 0; i < old.length; i++)
			if (oldStates[i] != FREE) put(oldStates[i], old[i]);
	}

	/** How often a probability was added. */
	long additions() {
		return additions;
	}

	/** Visits every state once, in an order that depends on nothing but the additions. */
	void forEach(final Visitor visitor) {
		for (int i = 0; i < states.length; i++)
			if (states[i] != FREE) visitor.visit(states[i], probabilities[i]);
	}

	/** The probability of all states that fulfil the condition. */
	double probability(final LongPredicate condition) {
		double sum = 0;
		for (int i = 0; i < states.length; i++)
			if (states[i] != FREE && condition.test(states[i])) sum += probabilities[i];
		return sum;
	}
}
