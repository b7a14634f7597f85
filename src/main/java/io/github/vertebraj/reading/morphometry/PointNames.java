package io.github.vertebraj.reading.morphometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.github.vertebraj.reading.VertebralLevel;

/**
 * Reads marked points as vertebral bodies by their names:
 * <ul>
 * <li>{@code L3 AS}: one point of L3, by its {@link BodyPoint};</li>
 * <li>{@code L3}: points of L3 in the order of {@link BodyPoint}, six at once or one after the other;</li>
 * <li>without a name: points of the vertebrae of a list, six for each, in its order.</li>
 * </ul>
 * Upper and lower case are the same. What is missing, twice or too much makes the vertebra not measurable.
 */
public final class PointNames {

	/**
	 * Points under one name.
	 *
	 * @param name may be empty
	 */
	public record Marked(String name, List<PlacedPoint> points) {

		public Marked {
			points = List.copyOf(points);
		}
	}

	/** Where spines differ, these are only there when they are named. */
	private static final List<VertebralLevel> VARIANTS = List.of(VertebralLevel.T13, VertebralLevel.L6);

	private static final int POINTS = BodyPoint.values().length;

	/** The points of one vertebra so far. */
	private static final class Body {

		private final String name;
		private final List<PlacedPoint> inOrder = new ArrayList<>();
		private final Map<BodyPoint, PlacedPoint> named = new EnumMap<>(BodyPoint.class);
		private String problem = "";

		private Body(final String name) {
			this.name = name;
		}

		private void add(final BodyPoint which, final List<PlacedPoint> points) {
			if (points.size() != 1) problem = "'" + name + " " + which + "' is one point, but has " + points.size();
			else if (named.put(which, points.get(0)) != null) problem = which + " stands twice";
		}

		private BodyOutline outline() {
			if (!problem.isEmpty()) return BodyOutline.without(name, problem);
			if (!inOrder.isEmpty() && !named.isEmpty()) return BodyOutline.without(name,
				"points are given twice, with and without their names (" + named.keySet() + ")");
			if (!inOrder.isEmpty()) return BodyOutline.of(name, inOrder);
			final List<BodyPoint> missing = Arrays.stream(BodyPoint.values()).filter(point -> !named.containsKey(point))
				.toList();
			return missing.isEmpty() ? BodyOutline.of(name, List.copyOf(named.values())) : BodyOutline.without(name,
				"without " + String.join(", ", missing.stream().map(BodyPoint::name).toList()));
		}
	}

	private PointNames() {}

	/**
	 * @param marked in any order
	 * @param levels of the points without a name: names or ranges ({@code T12-L3}) separated by commas; may be empty
	 * @return the vertebrae in the order of their first point
	 * @throws IllegalArgumentException if there are points without a name, and not six for each of the levels
	 */
	public static List<BodyOutline> read(final List<Marked> marked, final String levels) {
		final Map<String, Body> bodies = new LinkedHashMap<>();
		final List<PlacedPoint> nameless = new ArrayList<>();
		for (final Marked mark : marked) {
			final String name = mark.name.strip().replaceAll("\\s+", " ");
			if (name.isEmpty()) {
				nameless.addAll(mark.points);
				continue;
			}
			final int gap = name.lastIndexOf(' ');
			// the ROI Manager tells equal names apart by a number: "L3 AS-1"
			final Optional<BodyPoint> which = gap < 0 ? Optional.empty() : BodyPoint.of(name.substring(gap + 1).replaceFirst(
				"-\\d+$", ""));
			final Body body = body(bodies, which.isPresent() ? name.substring(0, gap) : name);
			if (which.isPresent()) body.add(which.get(), mark.points);
			else body.inOrder.addAll(mark.points);
		}
		addNameless(bodies, nameless, levels(levels));
		return bodies.values().stream().map(Body::outline).toList();
	}

	private static Body body(final Map<String, Body> bodies, final String name) {
		return bodies.computeIfAbsent(name.toUpperCase(Locale.ROOT), key -> new Body(name));
	}

	private static void addNameless(final Map<String, Body> bodies, final List<PlacedPoint> points,
		final List<String> levels)
	{
		if (points.isEmpty() && levels.isEmpty()) return;
		if (points.size() != POINTS * levels.size()) throw new IllegalArgumentException("There are " + points.size() +
			" points without a name, but levels names " + levels.size() + " vertebrae " + levels + ", which need " + POINTS *
				levels.size() + ": place AS, AI, MS, MI, PS, PI for each and give levels, or name the points");
		for (int i = 0; i < levels.size(); i++)
			body(bodies, levels.get(i)).inOrder.addAll(points.subList(POINTS * i, POINTS * (i + 1)));
	}

	/**
	 * The vertebrae of a list: names, or ranges of levels in either direction.
	 *
	 * @throws IllegalArgumentException if a name stands twice
	 */
	static List<String> levels(final String text) {
		final List<String> levels = new ArrayList<>();
		for (final String part : text.split(",")) {
			final String name = part.strip();
			if (name.isEmpty()) continue;
			final String[] ends = name.split("-", -1);
			final Optional<VertebralLevel> first = VertebralLevel.of(ends[0].strip());
			final Optional<VertebralLevel> last = ends.length == 2 ? VertebralLevel.of(ends[1].strip()) : Optional.empty();
			if (first.isPresent() && last.isPresent()) levels.addAll(range(first.get(), last.get()));
			else levels.add(name);
		}
		if (levels.stream().map(name -> name.toUpperCase(Locale.ROOT)).distinct().count() < levels.size())
			throw new IllegalArgumentException("levels names a vertebra twice: " + levels);
		return List.copyOf(levels);
	}

	private static List<String> range(final VertebralLevel first, final VertebralLevel last) {
		final int step = first.ordinal() <= last.ordinal() ? 1 : -1;
		final List<String> names = new ArrayList<>();
		for (int i = first.ordinal(); i != last.ordinal() + step; i += step) {
			final VertebralLevel level = VertebralLevel.values()[i];
			if (level == first || level == last || !VARIANTS.contains(level)) names.add(level.name());
		}
		return names;
	}
}
