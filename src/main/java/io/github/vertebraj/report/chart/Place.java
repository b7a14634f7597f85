package io.github.vertebraj.report.chart;

/** A place on an axis of categories; two of the same label are two. */
record Place(int index, String label) implements Comparable<Place> {

	@Override
	public int compareTo(final Place other) {
		return Integer.compare(index, other.index);
	}

	/** What the axis shows. */
	@Override
	public String toString() {
		return label;
	}
}
