package io.github.vertebraj.statistics.count;

import java.util.ArrayList;
import java.util.List;

/** What belongs to states that are whole numbers: an open-addressed hash table that remembers the order of arrival. */
final class StateTable<T> {

	private static final int FIRST_CAPACITY = 1 << 6;

	private final List<T> entries = new ArrayList<>();
	private long[] states = new long[FIRST_CAPACITY];
	private int[] places = new int[FIRST_CAPACITY];

	/** What belongs to the state; null where nothing does. */
	T get(final long state) {
		final int place = places[slot(state)];
		return place == 0 ? null : entries.get(place - 1);
	}

	/** Enters a state that is not known yet. */
	void put(final long state, final T entry) {
		entries.add(entry);
		if (2 * entries.size() > places.length) grow();
		enter(state, entries.size());
	}

	/** All entries, in the order of arrival. */
	List<T> entries() {
		return entries;
	}

	private void enter(final long state, final int place) {
		final int slot = slot(state);
		states[slot] = state;
		places[slot] = place;
	}

	/** Where the state is, or has room. Every bit of it counts; the steps are MurmurHash3's last ones. */
	private int slot(final long state) {
		long mixed = (state ^ state >>> 33) * 0xFF51AFD7ED558CCDL;
		mixed = (mixed ^ mixed >>> 33) * 0xC4CEB9FE1A85EC53L;
		final int mask = places.length - 1;
		int slot = (int) (mixed >>> 33) & mask;
		while (places[slot] != 0 && states[slot] != state)
			slot = slot + 1 & mask;
		return slot;
	}

	private void grow() {
		final long[] oldStates = states;
		final int[] oldPlaces = places;
		states = new long[2 * oldStates.length];
		places = new int[states.length];
		for (int i = 0; i < oldPlaces.length; i++)
			if (oldPlaces[i] != 0) enter(oldStates[i], oldPlaces[i]);
	}
}
