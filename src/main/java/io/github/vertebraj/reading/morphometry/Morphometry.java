package io.github.vertebraj.reading.morphometry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.github.vertebraj.reading.RegionName;
import io.github.vertebraj.reading.VertebralLevel;

/**
 * Measures the heights of vertebral bodies by six points and compares them with the posterior height and with the
 * neighbours.
 * <p>
 * The reference of a body's neighbours is the mean of the nearest one above and the nearest one below, of those that are
 * fit for it; where there is only one, that one. A vertebra that is fit is at most two levels away, and no level between
 * is missing. Which are fit is the user's choice, or automatic: then a body that has lost at least the limit of its
 * anterior or middle height against its own posterior height is not, nor is one that has lost as much of its posterior
 * height against the neighbours that the first rule leaves. With a fractured vertebra as its reference a body would seem
 * too high.
 *
 * @param xSpacing  of the voxels, in mm
 * @param ySpacing  in mm
 * @param anterior  on which side of the image the front of the patient is, where known
 * @param reference by which bodies are graded
 * @param limit     loss in % from which a height counts as reduced
 * @param exclude   names of those that are no reference for others; empty for automatic
 */
public record Morphometry(double xSpacing, double ySpacing, Optional<AnteriorSide> anterior, HeightReference reference,
	double limit, Optional<Set<String>> exclude)
{

	private static final int FARTHEST = 2;

	/** @throws IllegalArgumentException if a spacing or the limit is not above 0 */
	public Morphometry {
		if (!(xSpacing > 0 && ySpacing > 0 && Double.isFinite(xSpacing + ySpacing))) throw new IllegalArgumentException(
			"The pixel size must be above 0 mm, but is " + xSpacing + " x " + ySpacing);
		if (!(limit > 0 && limit < 100)) throw new IllegalArgumentException(
			"The limit of a loss of height must be between 0 and 100 %, but is " + limit);
		exclude = exclude.map(Set::copyOf);
	}

	/** One row for each outline, in their order. */
	public List<BodyMeasurement> measure(final List<BodyOutline> outlines) {
		final List<BodyHeights> heights = checked(outlines, outlines.stream().map(outline -> BodyHeights.of(outline, xSpacing,
			ySpacing)).toList());
		final Spine spine = new Spine(outlines, heights);
		final Set<Integer> unfit = unfit(spine, outlines, heights);
		final List<BodyMeasurement> rows = new ArrayList<>();
		for (int i = 0; i < outlines.size(); i++)
			rows.add(row(outlines, heights, i, spine.neighbours(i, unfit)));
		return List.copyOf(rows);
	}

	private Set<Integer> unfit(final Spine spine, final List<BodyOutline> outlines, final List<BodyHeights> heights) {
		final Set<Integer> unfit = new TreeSet<>();
		if (exclude.isPresent()) {
			for (final String name : exclude.get()) {
				final int before = unfit.size();
				for (int i = 0; i < outlines.size(); i++)
					if (outlines.get(i).name().equalsIgnoreCase(name.strip())) unfit.add(i);
				if (unfit.size() == before) throw new IllegalArgumentException("exclude names '" + name +
					"', but the vertebrae are " + outlines.stream().map(BodyOutline::name).toList());
			}
			return unfit;
		}
		for (int i = 0; i < heights.size(); i++)
			if (HeightLoss.reaches(HeightLoss.againstPosterior(heights.get(i)).greatest(), limit)) unfit.add(i);
		final Set<Integer> crushed = new TreeSet<>();
		for (int i = 0; i < heights.size(); i++)
			if (HeightLoss.reaches(against(heights, i, spine.neighbours(i, unfit)).posterior(), limit)) crushed.add(i);
		unfit.addAll(crushed);
		return unfit;
	}

	private BodyMeasurement row(final List<BodyOutline> outlines, final List<BodyHeights> heights, final int i,
		final List<Integer> neighbours)
	{
		final BodyHeights own = heights.get(i);
		final HeightLoss againstOwn = HeightLoss.againstPosterior(own);
		final HeightLoss againstOthers = against(heights, i, neighbours);
		final HeightLoss graded = reference == HeightReference.POSTERIOR ? againstOwn : againstOthers;
		String problem = own.problem();
		if (own.isMeasurable() && neighbours.isEmpty()) problem = level(outlines.get(i)).isEmpty()
			? "the name tells no level, so the neighbours are unknown" : "no neighbour that is fit as a reference";
		return new BodyMeasurement(outlines.get(i), own.anterior(), own.middle(), own.posterior(), Math.abs(own.area()),
			againstOwn, againstOthers, neighbours.stream().map(n -> outlines.get(n).name()).toList(), graded, graded.shape(
				limit), problem);
	}

	private static HeightLoss against(final List<BodyHeights> heights, final int i, final List<Integer> neighbours) {
		if (neighbours.isEmpty() || !heights.get(i).isMeasurable()) return HeightLoss.NONE;
		return HeightLoss.against(heights.get(i), new BodyHeights(mean(neighbours.stream().map(n -> heights.get(n)
			.anterior()).toList()), mean(neighbours.stream().map(n -> heights.get(n).middle()).toList()), mean(neighbours
				.stream().map(n -> heights.get(n).posterior()).toList()), mean(neighbours.stream().map(n -> Math.abs(heights.get(n)
					.area())).toList()), ""));
	}

	private static double mean(final Collection<Double> values) {
		return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
	}

	/** Takes those back whose points are exchanged: front and back, or head and foot. */
	private List<BodyHeights> checked(final List<BodyOutline> outlines, final List<BodyHeights> heights) {
		final long clockwise = heights.stream().filter(body -> body.area() > 0).count();
		final long counter = heights.stream().filter(body -> body.area() < 0).count();
		final List<BodyHeights> checked = new ArrayList<>();
		for (int i = 0; i < heights.size(); i++) {
			final BodyHeights body = heights.get(i);
			final long same = body.area() > 0 ? clockwise : counter;
			if (!body.isMeasurable()) checked.add(body);
			else if (isBackToFront(outlines.get(i))) checked.add(BodyHeights.without(
				"the anterior points lie behind the posterior ones"));
			else if (2 * same <= clockwise + counter) checked.add(BodyHeights.without("the points go round the other way than" +
				" those of other vertebrae: anterior and posterior, or superior and inferior, are exchanged"));
			else checked.add(body);
		}
		return checked;
	}

	private boolean isBackToFront(final BodyOutline outline) {
		if (anterior.isEmpty()) return false;
		final double toFront = outline.point(BodyPoint.AS).x() + outline.point(BodyPoint.AI).x() - outline.point(
			BodyPoint.PS).x() - outline.point(BodyPoint.PI).x();
		return toFront * anterior.get().sign() < 0;
	}

	private static Optional<VertebralLevel> level(final BodyOutline outline) {
		final RegionName name = RegionName.parse(outline.name());
		return name.lower().isPresent() ? Optional.empty() : name.upper();
	}

	/** Who stands next to whom. */
	private static final class Spine {

		private final TreeMap<VertebralLevel, Integer> byLevel = new TreeMap<>();
		private final List<Optional<VertebralLevel>> levels;
		private final List<BodyHeights> heights;

		private Spine(final List<BodyOutline> outlines, final List<BodyHeights> heights) {
			this.heights = heights;
			levels = outlines.stream().map(Morphometry::level).toList();
			for (int i = 0; i < levels.size(); i++) {
				final int index = i;
				levels.get(i).ifPresent(level -> {
					final Integer other = byLevel.put(level, index);
					if (other != null) throw new IllegalArgumentException("'" + outlines.get(other).name() + "' and '" + outlines.get(
						index).name() + "' are the same vertebra: give each once");
				});
			}
		}

		/** The nearest above and the nearest below that are fit. */
		List<Integer> neighbours(final int i, final Set<Integer> unfit) {
			final List<Integer> neighbours = new ArrayList<>();
			if (levels.get(i).isEmpty() || !heights.get(i).isMeasurable()) return neighbours;
			nearest(levels.get(i).get(), true, unfit).ifPresent(neighbours::add);
			nearest(levels.get(i).get(), false, unfit).ifPresent(neighbours::add);
			return neighbours;
		}

		private Optional<Integer> nearest(final VertebralLevel from, final boolean up, final Set<Integer> unfit) {
			VertebralLevel here = from;
			for (int step = 0; step < FARTHEST; step++) {
				final VertebralLevel next = up ? byLevel.lowerKey(here) : byLevel.higherKey(here);
				if (next == null || !(up ? next.isNextAbove(here) : here.isNextAbove(next))) return Optional.empty();
				final int index = byLevel.get(next);
				if (!unfit.contains(index) && heights.get(index).isMeasurable()) return Optional.of(index);
				here = next;
			}
			return Optional.empty();
		}
	}
}
