package io.github.vertebraj.diffusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The b-values (s/mm²) of the frames of an image, sorted into groups: frames that differ by no more than 1 s/mm² from
 * the lowest of their group have the same b (0 and 0.003 do, 0 and 5 do not), which is the mean of theirs.
 */
public final class BValues {

	/** Frames of one b-value. */
	public record Group(double b, List<Integer> frames) {

		public Group {
			frames = List.copyOf(frames);
		}
	}

	/** b-values that differ by no more than this are one, in s/mm². */
	static final double TOLERANCE = 1;

	/** What {@link #atLeast} forgives: scanners store 199.998 for 200, in s/mm². */
	private static final double ROUNDING = 0.5;

	private final double[] perFrame;
	private final List<Group> groups;

	private BValues(final double[] perFrame, final List<Group> groups) {
		this.perFrame = perFrame;
		this.groups = List.copyOf(groups);
	}

	/**
	 * @param perFrame the b-value of each frame, in the order of the frames, in s/mm²
	 * @throws IllegalArgumentException when there is none, or one is negative, infinite or not a number
	 */
	public static BValues of(final double... perFrame) {
		if (perFrame.length == 0) throw new IllegalArgumentException("b-values are needed, one for each frame, in s/mm²");
		for (final double b : perFrame)
			if (!(b >= 0) || Double.isInfinite(b)) throw new IllegalArgumentException(
				"A b-value must be 0 s/mm² or more, but one of " + text(perFrame) + " is " + text(b));
		final double[] copy = perFrame.clone();
		final int[] rising = IntStream.range(0, copy.length).boxed().sorted((i, j) -> Double.compare(copy[i], copy[j]))
			.mapToInt(Integer::intValue).toArray();
		final List<Group> groups = new ArrayList<>();
		for (int from = 0, to = 0; from < rising.length; from = to) {
			while (to < rising.length && copy[rising[to]] - copy[rising[from]] <= TOLERANCE)
				to++;
			final int[] frames = Arrays.copyOfRange(rising, from, to);
			final double lowest = copy[frames[0]];
			// The mean of the differences is exact where all are the same.
			final double b = lowest + Arrays.stream(frames).mapToDouble(frame -> copy[frame] - lowest).sum() / frames.length;
			groups.add(new Group(b, Arrays.stream(frames).boxed().toList()));
		}
		return new BValues(copy, groups);
	}

	/**
	 * Reads a list of b-values as a person writes it: {@code 0,500,1000}, separated by commas, semicolons or blanks, with
	 * or without brackets.
	 *
	 * @throws IllegalArgumentException when the list is empty or a part of it is no number of 0 or more
	 */
	public static double[] parse(final String list) {
		final String bare = list.strip().replaceFirst("^\\[(.*)]$", "$1").strip();
		final double[] b = bare.isEmpty() ? new double[0] : Arrays.stream(bare.split("\\s*[,;]\\s*|\\s+")).mapToDouble(
			part -> number(part, list)).toArray();
		return of(b).perFrame;
	}

	private static double number(final String part, final String list) {
		try {
			return Double.parseDouble(part);
		}
		catch (final NumberFormatException e) {
			throw new IllegalArgumentException("'" + part + "' in the b-values '" + list +
				"' is not a number; expected is a list such as 0,500,1000 (s/mm²)");
		}
	}

	/** The b-value of every frame, in s/mm², as it was given. */
	public double[] perFrame() {
		return perFrame.clone();
	}

	/** The frames by b-value, rising. */
	public List<Group> groups() {
		return groups;
	}

	/** The different b-values, rising, in s/mm². */
	public double[] distinct() {
		return groups.stream().mapToDouble(Group::b).toArray();
	}

	/**
	 * The frames that a fit uses: those with a b-value of at least {@code minimumB}, to the nearest whole number
	 * (scanners store 199.998 for 200). The others stay in {@link #perFrame()} but are in no group.
	 *
	 * @throws IllegalArgumentException when fewer than two different b-values are left
	 */
	public BValues atLeast(final double minimumB) {
		final List<Group> left = groups.stream().filter(group -> group.b() > minimumB - ROUNDING).toList();
		if (groups.size() < 2) throw new IllegalArgumentException(
			"An ADC needs two different b-values or more, but there is only " + this);
		if (left.size() < 2) throw new IllegalArgumentException("An ADC needs two different b-values of at least " + text(
			minimumB) + " s/mm², but of " + this + (left.isEmpty() ? " none is" : " only " + text(left.get(0).b()) + " is"));
		return new BValues(perFrame, left);
	}

	private static String text(final double... b) {
		return Arrays.stream(b).mapToObj(value -> value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString(
			(long) value) : Double.toString(value)).collect(Collectors.joining(", "));
	}

	@Override
	public String toString() {
		return text(distinct()) + " s/mm²";
	}
}
