package io.github.vertebraj.fatfraction;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.RegionStatistics;
import io.github.vertebraj.image.ValueScale;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The fat measured in the regions of an image. The whole image is fitted, since the models with a field map or a
 * neighbourhood need what is around a region.
 *
 * @param map          the fat fraction in %, axes x, y, z
 * @param definition   of the fat fraction, as it is printed
 * @param model        that it is from, as it is printed; {@code map} for a map
 * @param measurements one for each region, in their order
 * @param notes        what a reader should know
 */
public record FatOfRegions(RandomAccessibleInterval<FloatType> map, String definition, String model,
	List<FatMeasurement> measurements, List<String> notes)
{

	/** The definition of a map that does not tell it. */
	public static final String UNTOLD = "as mapped";

	private static final String MAP = "map";
	private static final String PARAMETER = "VertebraJ parameter ";
	private static final Pattern TITLE = Pattern.compile(".* FF \\(([^ ]+)\\)(\\.\\w+)?");

	public FatOfRegions {
		measurements = List.copyOf(measurements);
		notes = List.copyOf(notes);
	}

	/**
	 * Computes the fat fraction of an image, and measures its regions.
	 *
	 * @param options     the maps that they ask for play no part
	 * @param givenR2Star a map in 1/s that stands in place of the model's own
	 * @param progress    receives the share that is done, 0 to 1
	 * @throws IllegalArgumentException when the image lacks what the model needs, the map of R2* does not fit, or a region
	 *           is empty or outside
	 * @throws CancellationException when the thread is interrupted
	 */
	public static FatOfRegions ofImage(final CalibratedImage image, final FatOptions options,
		final Optional<CalibratedImage> givenR2Star, final List<Region> regions, final DoubleConsumer progress)
	{
		final Optional<List<RegionStatistics>> given = givenR2Star.map(map -> r2Star(map, image, regions));
		final Set<FatOutput> maps = EnumSet.of(FatOutput.WATER, FatOutput.FAT, FatOutput.R2_STAR, FatOutput.FLAGS);
		maps.retainAll(FatMapper.available(options.model()));
		final FatMapper.Result result = new FatMapper(options.with(maps)).compute(image, progress);
		final List<String> notes = new ArrayList<>(result.notes());
		final FatSignals signals = new FatSignals(image, options);
		signals.pair().ifPresent(pair -> notes.add("dropout and SIR: in phase is the signal " + pair.in().name() +
			", opposed " + pair.opposed().name()));
		final FatMaps fat = result.maps();
		final List<RegionStatistics> fractions = statistics(fat.fatFraction(), regions);
		final List<RegionStatistics> above = above(fat.fatFraction(), regions);
		final List<RegionStatistics> water = statistics(fat.map(FatOutput.WATER), regions);
		final List<RegionStatistics> lipid = statistics(fat.map(FatOutput.FAT), regions);
		final Optional<List<RegionStatistics>> r2Star = given.or(() -> Optional.ofNullable(fat.maps().get(
			FatOutput.R2_STAR)).map(map -> statistics(map, regions)));
		final Optional<List<RegionStatistics>> ambiguous = Optional.ofNullable(fat.maps().get(FatOutput.FLAGS)).map(
			map -> statistics(marked(map, FatFlag.AMBIGUOUS), regions));
		final Optional<List<FatMeasurement.InOpposed>> inOpposed = signals.pair().map(pair -> inOpposed(pair, regions));
		final List<List<FatMeasurement.Signal>> means = means(signals, regions);
		final List<FatMeasurement> measurements = new ArrayList<>();
		for (int i = 0; i < regions.size(); i++) {
			final int at = i;
			measurements.add(new FatMeasurement(regions.get(i), fractions.get(i), above.get(i).negative(), Optional.of(
				new FatMeasurement.WaterFat(water.get(i).mean(), lipid.get(i).mean())), r2Star.map(list -> list.get(at)), means
					.get(i), inOpposed.map(list -> list.get(at)), ambiguous.map(list -> OptionalLong.of(list.get(at).negative()))
						.orElse(OptionalLong.empty())));
		}
		return new FatOfRegions(fat.fatFraction(), options.definition().key(), options.model().key(), measurements, notes);
	}

	/** For each region the mean of each signal. */
	private static List<List<FatMeasurement.Signal>> means(final FatSignals signals, final List<Region> regions) {
		final List<String> names = signals.names();
		final List<List<RegionStatistics>> statistics = signals.all().stream().map(signal -> RegionStatistics.of(signal
			.voxels(), signal.scale(), regions, done -> {})).toList();
		return IntStream.range(0, regions.size()).mapToObj(region -> IntStream.range(0, names.size()).mapToObj(
			n -> new FatMeasurement.Signal(names.get(n), statistics.get(n).get(region).mean())).toList()).toList();
	}

	private static List<FatMeasurement.InOpposed> inOpposed(final FatSignals.Pair pair, final List<Region> regions) {
		final List<RegionStatistics> in = statistics(pair.in().real(), regions);
		final List<RegionStatistics> opposed = statistics(pair.opposed().real(), regions);
		final List<RegionStatistics> difference = statistics(pair.difference(), regions);
		return IntStream.range(0, regions.size()).mapToObj(i -> new FatMeasurement.InOpposed(in.get(i).mean(), opposed.get(i)
			.mean(), difference.get(i).negative())).toList();
	}

	/**
	 * Measures regions of a map of the fat fraction.
	 *
	 * @param unit        of the map's real values
	 * @param givenR2Star a map in 1/s
	 * @throws IllegalArgumentException when the image has several frames or channels, the map of R2* does not fit, or a
	 *           region is empty or outside
	 */
	public static FatOfRegions ofMap(final CalibratedImage image, final FatUnit unit,
		final Optional<CalibratedImage> givenR2Star, final List<Region> regions)
	{
		checkVolume(image, "map of the fat fraction");
		final ValueScale scale = unit.toPercent(image.scale());
		final List<RegionStatistics> fractions = RegionStatistics.of(image.volume(0, 0), scale, regions, done -> {});
		final RandomAccessibleInterval<FloatType> map = scale.real(image.volume(0, 0));
		final List<RegionStatistics> above = above(map, regions); // of float: the scale's rounding is no more than 100 %
		final Optional<List<RegionStatistics>> r2Star = givenR2Star.map(given -> r2Star(given, image, regions));
		final List<FatMeasurement> measurements = new ArrayList<>();
		for (int i = 0; i < regions.size(); i++) {
			final int at = i;
			measurements.add(new FatMeasurement(regions.get(i), fractions.get(i), above.get(i).negative(), Optional.empty(),
				r2Star.map(list -> list.get(at)), List.of(), Optional.empty(), OptionalLong.empty()));
		}
		final List<String> notes = new ArrayList<>(List.of("The image is measured as a map in " + unit.key() +
			": model and its parameters are not used"));
		Optional.ofNullable(image.tags().get(PARAMETER + "model")).ifPresent(model -> notes.add(
			"The map was made by the model " + model));
		return new FatOfRegions(map, definition(image), MAP, measurements, notes);
	}

	/** What the map says of itself: in its tags, or its title. */
	private static String definition(final CalibratedImage image) {
		final Matcher title = TITLE.matcher(image.title());
		return Optional.ofNullable(image.tags().get(PARAMETER + "definition")).orElseGet(() -> title.matches() ? title.group(
			1) : UNTOLD);
	}

	private static List<RegionStatistics> r2Star(final CalibratedImage map, final CalibratedImage image,
		final List<Region> regions)
	{
		checkVolume(map, "map of R2*");
		for (int axis = 0; axis < 3; axis++)
			if (map.size(axis) != image.size(axis)) throw new IllegalArgumentException("The map of R2* '" + map.title() +
				"' has another size than '" + image.title() + "'");
		if (!map.scale().unit().strip().matches("1/s|s\\^?-1")) throw new IllegalArgumentException("The map of R2* '" + map
			.title() + "' must be in 1/s, but its unit is '" + map.scale().unit() + "': see Analyze > Calibrate...");
		return RegionStatistics.of(map.volume(0, 0), map.scale(), regions, done -> {});
	}

	private static void checkVolume(final CalibratedImage image, final String what) {
		if (image.size(3) != 1 || image.size(4) != 1) throw new IllegalArgumentException("A " + what +
			" has one frame and one channel, but '" + image.title() + "' has " + image.size(3) + " frames and " + image.size(
				4) + " channels");
	}

	private static List<RegionStatistics> statistics(final RandomAccessibleInterval<FloatType> map,
		final List<Region> regions)
	{
		return RegionStatistics.of(map, ValueScale.IDENTITY, regions, done -> {});
	}

	/** Statistics of what is left to 100 %, of which those below 0 are above 100 %. */
	private static List<RegionStatistics> above(final RandomAccessibleInterval<FloatType> map,
		final List<Region> regions)
	{
		return RegionStatistics.of(map, new ValueScale(-1, 100, "%"), regions, done -> {});
	}

	/** A view that is below 0, which is counted, where a flag is set. */
	private static RandomAccessibleInterval<FloatType> marked(final RandomAccessibleInterval<FloatType> flags,
		final FatFlag flag)
	{
		return Converters.convert(flags, (in, out) -> out.set(((int) in.get() & flag.code()) == 0 ? 0 : -1),
			new FloatType());
	}
}
