package io.github.vertebraj.statistics.agreement;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import io.github.vertebraj.statistics.CountTable;
import io.github.vertebraj.statistics.Samples;

/**
 * The categories that readers could choose from, in their order, and the counting of what they chose. Categories that
 * nobody chose belong to it: they decide the distances of weighted κ.
 *
 * @param <T> a label with {@code equals}, such as a string or an enum constant
 */
public final class CategoryOrder<T> {

	private final List<T> categories;
	private final Map<T, Integer> places = new HashMap<>();

	/** @throws IllegalArgumentException if there are fewer than two categories, or one stands there twice */
	public CategoryOrder(final List<T> categories) {
		this.categories = List.copyOf(categories);
		if (categories.size() < 2) throw new IllegalArgumentException("Agreement needs at least two categories, but has " +
			categories);
		if (new HashSet<>(categories).size() < categories.size()) throw new IllegalArgumentException(
			"A category stands twice among " + categories);
		for (int i = 0; i < categories.size(); i++)
			places.put(categories.get(i), i);
	}

	/**
	 * The square table of two readers, the first in the rows.
	 *
	 * @param first  the label that the first reader gave each subject
	 * @param second that of the second reader, in the same order
	 * @throws IllegalArgumentException if there are not as many first as second labels, none at all, or one that is no
	 *                                  category; the message names label and place (from 1)
	 */
	public CountTable pairs(final List<T> first, final List<T> second) {
		Samples.checkPairs(first.size(), second.size());
		if (first.isEmpty()) throw new IllegalArgumentException("There are no ratings");
		final int[][] counts = new int[categories.size()][categories.size()];
		for (int i = 0; i < first.size(); i++)
			counts[place(first.get(i), "the first reader", i)][place(second.get(i), "the second reader", i)]++;
		return CountTable.of(counts);
	}

	/**
	 * How often each category was chosen for each subject.
	 *
	 * @param ratings for each subject, the labels that its raters gave
	 * @return counts, indexed [subject][category]
	 * @throws IllegalArgumentException if a label is no category; the message names label, subject and rater (from 1)
	 */
	public int[][] counts(final List<? extends List<T>> ratings) {
		final int[][] counts = new int[ratings.size()][categories.size()];
		for (int i = 0; i < ratings.size(); i++) {
			int rater = 0;
			for (final T label : ratings.get(i))
				counts[i][place(label, "rater " + ++rater, i)]++;
		}
		return counts;
	}

	private int place(final T label, final String who, final int subject) {
		final Integer place = places.get(label);
		if (place == null) throw new IllegalArgumentException("The rating '" + label + "' of " + who + " for subject " +
			(subject + 1) + " is none of the categories " + categories);
		return place;
	}
}
