package io.github.vertebraj.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;

import io.github.vertebraj.diffusion.DiffusionStation;
import io.github.vertebraj.diffusion.SignalThreshold;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.RegionStatistics;

import ij.ImagePlus;

/** The stations of a patient as the user names them: their images, ADC maps and masks, and the threshold of the signal. */
final class StationStudy {

	private final List<ImagePlus> windows = new ArrayList<>();
	private final List<Optional<ImagePlus>> maps = new ArrayList<>();
	private final List<CalibratedImage> sources = new ArrayList<>();
	private final List<DiffusionStation> stations = new ArrayList<>();
	private final StationImages images;
	private final StationRegions regions;

	/**
	 * @param adc         map of the first station; may be null
	 * @param titles      of the further stations, separated by commas
	 * @param stationMaps titles of their ADC maps, or nothing
	 * @throws IllegalArgumentException if an image is not open, or there is not a map for each further station
	 */
	StationStudy(final ImagePlus first, final ImagePlus adc, final Optional<String> titles,
		final Optional<String> stationMaps, final StationImages images, final StationRegions regions)
	{
		this.images = images;
		this.regions = regions;
		sources.add(SourceImage.read(first));
		windows.add(first);
		windows.addAll(StationImages.open(titles.orElse("")));
		windows.stream().skip(1).map(SourceImage::read).forEach(sources::add);
		final List<ImagePlus> further = StationImages.open(stationMaps.orElse(""));
		if (!further.isEmpty() && further.size() != windows.size() - 1) throw new IllegalArgumentException("stationMaps names " +
			further.size() + " ADC maps for " + (windows.size() - 1) + " further stations: give one for each, or none");
		maps.add(Optional.ofNullable(adc));
		windows.stream().skip(1).forEach(window -> maps.add(further.isEmpty() ? Optional.empty() : Optional.of(further.get(maps
			.size() - 1))));
	}

	/** The images of the signal, from the first station on. */
	List<CalibratedImage> sources() {
		return sources;
	}

	/** The titles of the images of the signal. */
	String titles() {
		return String.join("; ", sources.stream().map(CalibratedImage::title).toList());
	}

	/** What the user should know of the choices made. */
	List<String> notes() {
		final List<String> notes = new ArrayList<>(images.notes());
		notes.addAll(regions.notes());
		return notes;
	}

	/** Which signal was taken, as {@code b=1000}; empty when an image of one frame does not tell. */
	String signal() {
		return images.signal();
	}

	/**
	 * The stations, to be asked for before the threshold.
	 *
	 * @param mask names of the regions to which the measurement is limited
	 */
	List<DiffusionStation> stations(final Optional<String> mask, final Rule rule, final DoubleConsumer progress)
		throws IOException
	{
		regions.read(windows, sources, mask.isPresent(), rule.reference.isPresent());
		final List<Optional<Region>> masks = regions.masks(mask, rule.reference);
		for (int i = 0; i < windows.size(); i++)
			stations.add(images.of(sources.get(i), maps.get(i).map(SourceImage::read), mask.isPresent() ? masks.get(i) : Optional
				.empty(), progress));
		return stations;
	}

	/** The threshold that a rule gives: a value, or that of the reference region. */
	Optional<SignalThreshold> threshold(final Rule rule) {
		if (rule.reference.isEmpty()) return rule.value.stream().mapToObj(SignalThreshold::of).findFirst();
		final StationRegions.Reference found = regions.reference(rule.reference.get());
		final DiffusionStation station = stations.get(found.station());
		return Optional.of(SignalThreshold.of(found.region().name(), RegionStatistics.of(station.signal(), station
			.signalScale(), found.region()), rule.deviations.getAsDouble()));
	}

	/**
	 * Where the threshold of the signal comes from, if there is one.
	 *
	 * @param value      given
	 * @param reference  name of the region whose mean it is
	 * @param deviations how many SD are added to the mean
	 */
	record Rule(OptionalDouble value, Optional<String> reference, OptionalDouble deviations) {

		/** @throws IllegalArgumentException if both or only half of them are given */
		Rule {
			if (reference.isEmpty() && deviations.isPresent()) throw new IllegalArgumentException(
				"standardDeviations needs the region they are of: give its name as reference");
			if (reference.isPresent() && value.isPresent()) throw new IllegalArgumentException(
				"signalThreshold and reference exclude one another: give one of them");
			if (reference.isPresent() && deviations.isEmpty()) throw new IllegalArgumentException(
				"standardDeviations must say how many are added to the mean of the reference region");
		}
	}
}
