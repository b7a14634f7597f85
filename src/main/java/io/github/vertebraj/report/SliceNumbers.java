package io.github.vertebraj.report;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The slices of a region as a table has them. */
final class SliceNumbers {

	private SliceNumbers() {}

	/** Slices from 1, runs of them joined: {@code 3-7, 9}. */
	static String text(final int[] slices) {
		return IntStream.range(0, slices.length).filter(i -> i == 0 || slices[i] != slices[i - 1] + 1).mapToObj(from -> {
			int to = from;
			while (to + 1 < slices.length && slices[to + 1] == slices[to] + 1)
				to++;
			return from == to ? "" + (slices[from] + 1) : slices[from] + 1 + "-" + (slices[to] + 1);
		}).collect(Collectors.joining(", "));
	}
}
