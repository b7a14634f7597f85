package io.github.vertebraj.ui.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import ij.ImagePlus;
import io.github.vertebraj.diffusion.AdcUnit;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.RegionStatistics;
import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.io.imagej.ImagePlusBridge;
import io.github.vertebraj.io.imagej.RegionSource;
import io.github.vertebraj.reading.RegionName;
import io.github.vertebraj.reading.study.Edit;
import io.github.vertebraj.reading.study.EditKind;
import io.github.vertebraj.reading.study.Edits;
import io.github.vertebraj.reading.study.Measurement;
import io.github.vertebraj.reading.study.Reading;
import io.github.vertebraj.reading.study.Segment;

/**
 * Means of named regions ({@code L3_VB lesion}) in the open maps: images of one frame whose values are an ADC, a fat
 * fraction in per cent or Hounsfield units. Regions are those of the image's overlay, else the ROI Manager's.
 */
public final class MapValues {

	private static final int MOST_NAMES = 3;

	private final Reading reading;
	private final SortedMap<Segment, List<Measurement>> values = new TreeMap<>();
	/** The map that gave a value, by region and quantity. */
	private final Map<String, String> origins = new HashMap<>();
	private final List<String> notes = new ArrayList<>();
	/** Regions that name no segment. */
	private final Set<String> strangers = new LinkedHashSet<>();
	private final List<Value> found = new ArrayList<>();
	private int count;

	private MapValues(final Reading reading) {
		this.reading = reading;
	}

	/** A mean, and where it is from. */
	private record Value(String map, String region, String quantity, double mean) {}

	/** A map's quantity, and how its stored values become real ones. */
	private record Quantity(String header, ValueScale scale) {

		static Optional<Quantity> of(final ValueScale scale) {
			if (scale.unit().equals("%")) return Optional.of(new Quantity("FF (%)", scale));
			if (scale.unit().equals("HU")) return Optional.of(new Quantity("Mean (HU)", scale));
			return AdcUnit.find(scale.unit()).map(unit -> new Quantity("Mean (" + AdcUnit.MILLI.key() + ")", unit.toMilli(
				scale)));
		}
	}

	/**
	 * Measures the maps on the screen.
	 *
	 * @throws IllegalArgumentException if a region stands in two maps of the same quantity
	 */
	public static MapValues ofOpenMaps(final Reading reading) {
		return of(reading, OpenSeries.all());
	}

	static MapValues of(final Reading reading, final List<ImagePlus> images) {
		final MapValues found = new MapValues(reading);
		images.forEach(found::measure);
		found.found.forEach(found::add);
		return found;
	}

	private void measure(final ImagePlus imp) {
		try {
			final CalibratedImage image = ImagePlusBridge.fromImagePlus(imp);
			final Optional<Quantity> quantity = Quantity.of(image.scale());
			if (quantity.isEmpty() || image.size(3) != 1 || image.size(4) != 1) return;
			final List<Region> regions = new RegionSource(Optional.empty(), OptionalInt.empty(), String::valueOf).collect(imp,
				image).regions();
			final List<RegionStatistics> statistics = RegionStatistics.of(image.volume(0, 0), quantity.get().scale(), regions,
				done -> {});
			for (int i = 0; i < regions.size(); i++)
				found.add(new Value(imp.getTitle(), regions.get(i).name(), quantity.get().header(), statistics.get(i).mean()));
		}
		catch (final IllegalArgumentException | IOException e) {
			notes.add(e.getMessage()); // of an image that cannot be measured; the others are
		}
	}

	private void add(final Value value) {
		final RegionName name = RegionName.parse(value.region());
		final Optional<Segment> segment = reading.segments().stream().filter(one -> name.lower().isEmpty() && name.upper()
			.filter(one.level()::equals).isPresent() && name.site().filter(one.site()::equals).isPresent()).findFirst();
		if (segment.isEmpty()) {
			strangers.add(value.region());
			return;
		}
		final String other = origins.put(value.region() + "\n" + value.quantity(), value.map());
		if (other != null) throw new IllegalArgumentException("'" + value.region() + "' stands in '" + other + "' and '" +
			value.map() + "'; close the map that is not meant");
		values.computeIfAbsent(segment.get(), key -> new ArrayList<>()).add(new Measurement(value.region(), value
			.quantity(), value.mean()));
		count++;
	}

	/** One step that attaches all values. */
	public Edit edit() {
		return new Edit(EditKind.MEASUREMENTS, values.entrySet().stream().flatMap(entry -> Edits.measured(reading, entry
			.getKey(), entry.getValue()).changes().stream()).toList(), "");
	}

	/** What was found, for the reader. */
	public String message() {
		final String found = count == 0 ? "No value was found: open a map (ADC, fat fraction, CT) with regions named as" +
			" L3_VB" : count + " values attached to " + values.size() + " segments";
		final List<String> all = new ArrayList<>(List.of(found));
		if (!strangers.isEmpty()) all.add(strangers.size() + " regions name no segment (such as L3_VB): " + strangers.stream()
			.limit(MOST_NAMES).collect(Collectors.joining(", ")) + (strangers.size() > MOST_NAMES ? " and more" : ""));
		all.addAll(notes);
		return String.join(". ", all) + ".";
	}
}
