package io.github.vertebraj.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import io.github.vertebraj.statistics.diagnostic.Direction;
import io.github.vertebraj.statistics.diagnostic.RocCurve;
import io.github.vertebraj.statistics.diagnostic.ScoreSource;

/**
 * The cases of a table as ROC curves: several scores of the same cases, or one score in several groups of cases.
 *
 * @param curves  by name
 * @param outcome what is positive: {@code lesion = malignant}
 * @param missing rows that were left out because an outcome, a group or a score is missing
 * @param paired  whether the curves have the same cases
 * @param notes   what a reader should know, a sentence each
 */
public record RocCases(List<NamedCurve> curves, String outcome, int missing, boolean paired, List<String> notes) {

	/** A curve, and the score or the group that it is of. */
	public record NamedCurve(String name, RocCurve curve) {}

	public RocCases {
		curves = List.copyOf(curves);
		notes = List.copyOf(notes);
	}

	/**
	 * Reads the curves. Several scores are compared on the cases that have all of them.
	 *
	 * @param positive  the value of the outcome that is looked for; all others are negative
	 * @param direction of every score
	 * @param inverted  but of these the other
	 * @throws IllegalArgumentException if the outcome has no such value or no other, or there are several scores and groups
	 */
	public static RocCases of(final List<DataColumn> scores, final DataColumn outcome, final String positive,
		final Optional<DataColumn> group, final Direction direction, final List<DataColumn> inverted)
	{
		for (final DataColumn column : inverted)
			if (!scores.contains(column)) throw new IllegalArgumentException("inverted must name some of the scores, but '" +
				column.name() + "' is none of them");
		if (!inverted.isEmpty() && direction == Direction.AUTO) throw new IllegalArgumentException(
			"inverted must be left empty where direction is auto");
		if (group.isPresent() && scores.size() > 1) throw new IllegalArgumentException(
			"group must be left empty for several scores: either one score is compared between groups, or several scores of" +
				" the same cases");
		final boolean[] isPositive = positives(outcome, positive);
		final int[] used = IntStream.range(0, isPositive.length).filter(row -> !outcome.isMissing(row) && scores.stream()
			.noneMatch(score -> score.isMissing(row)) && group.map(column -> !column.isMissing(row)).orElse(true)).toArray();
		final List<String> notes = new ArrayList<>();
		if (outcome.levels().size() > 2) notes.add("The outcome '" + outcome.name() + "' has " + outcome.levels().size() +
			" values: all but '" + positive + "' count as negative.");
		final List<NamedCurve> curves = new ArrayList<>();
		if (group.isEmpty()) for (final DataColumn score : scores)
			curves.add(curve(score.name(), score, isPositive, used, row -> true, inverted.contains(score) ? opposite(direction)
				: direction));
		else {
			final int[] groups = group.get().levelIndexes();
			final Direction side = inverted.isEmpty() ? direction : opposite(direction);
			for (int i = 0; i < group.get().levels().size(); i++) {
				final int level = i;
				curves.add(curve(group.get().levels().get(i), scores.get(0), isPositive, used, row -> groups[row] == level,
					side));
			}
		}
		if (group.isPresent()) refuseOppositeDirections(curves);
		return new RocCases(curves, outcome.name() + " = " + positive, isPositive.length - used.length, group.isEmpty(),
			notes);
	}

	private static Direction opposite(final Direction direction) {
		return direction == Direction.HIGHER_IS_POSITIVE ? Direction.LOWER_IS_POSITIVE : Direction.HIGHER_IS_POSITIVE;
	}

	/** The same score cannot speak for positive in one group and against it in another. */
	private static void refuseOppositeDirections(final List<NamedCurve> curves) {
		final NamedCurve first = curves.get(0);
		for (final NamedCurve named : curves)
			if (named.curve().direction() != first.curve().direction()) throw new IllegalArgumentException("auto finds '" + first
				.curve().direction().key() + "' in '" + first.name() + "' but '" + named.curve().direction().key() + "' in '" +
				named.name() + "'; give the direction");
	}

	/** Whether each row has the value that is looked for. */
	static boolean[] positives(final DataColumn outcome, final String positive) {
		final List<String> levels = outcome.levels();
		final int wanted = Math.max(levels.indexOf(positive.strip()), inAnyCase(levels, positive.strip()));
		if (wanted < 0) throw new IllegalArgumentException("positive must be a value of the column '" + outcome.name() + "' (" +
			String.join(", ", levels.stream().limit(10).toList()) + "), but is '" + positive + "'");
		if (levels.size() < 2) throw new IllegalArgumentException("The column '" + outcome.name() + "' has only the value '" +
			levels.get(0) + "', but an outcome needs negative cases too");
		final boolean[] is = new boolean[outcome.texts().size()];
		final int[] indexes = outcome.levelIndexes();
		for (int row = 0; row < is.length; row++)
			is[row] = indexes[row] == wanted;
		return is;
	}

	/** The only level of that text in any case, or of that number; -1 if there is none, or more than one. */
	private static int inAnyCase(final List<String> levels, final String text) {
		final int[] like = IntStream.range(0, levels.size()).filter(i -> levels.get(i).equalsIgnoreCase(text) || NumberText
			.isSame(levels.get(i), text)).toArray();
		return like.length == 1 ? like[0] : -1;
	}

	private static NamedCurve curve(final String name, final DataColumn score, final boolean[] isPositive,
		final int[] rows, final IntPredicate belongs, final Direction direction)
	{
		final double[] numbers = score.numbers();
		final double[] positives = Arrays.stream(rows).filter(belongs).filter(row -> isPositive[row]).mapToDouble(
			row -> numbers[row]).toArray();
		final double[] negatives = Arrays.stream(rows).filter(belongs).filter(row -> !isPositive[row]).mapToDouble(
			row -> numbers[row]).toArray();
		if (positives.length == 0 || negatives.length == 0) throw new IllegalArgumentException("'" + name + "' has " +
			positives.length + " positive and " + negatives.length + " negative cases with all values; both are needed");
		return new NamedCurve(name, RocCurve.of(positives, negatives, direction).from(ScoreSource.measured(name)));
	}
}
