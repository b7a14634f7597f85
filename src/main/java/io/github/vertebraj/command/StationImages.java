package io.github.vertebraj.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

import io.github.vertebraj.diffusion.AdcMapper;
import io.github.vertebraj.diffusion.AdcSettings;
import io.github.vertebraj.diffusion.AdcUnit;
import io.github.vertebraj.diffusion.DiffusionSignal;
import io.github.vertebraj.diffusion.DiffusionStation;
import io.github.vertebraj.diffusion.FitMethod;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.ValueScale;

import ij.ImagePlus;
import ij.WindowManager;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Cast;
import net.imglib2.view.Views;

/** Diffusion images as the stations of a patient: the signal of one b-value, and the ADC given or fitted. */
final class StationImages {

	/** Asks for the highest b-value. */
	static final String HIGHEST = "highest";
	/** Asks for the unit that the map tells. */
	static final String AUTO = "auto";

	private final String bValue;
	private final String unit;
	private final List<String> notes = new ArrayList<>();
	private String signal = "";

	/**
	 * @param bValue {@link #HIGHEST}, or a number in s/mm²
	 * @param unit   of ADC maps, {@link #AUTO} or a key of {@link AdcUnit}
	 */
	StationImages(final String bValue, final String unit) {
		this.bValue = bValue;
		this.unit = unit;
	}

	/** What the user should know of the choices made. */
	List<String> notes() {
		return notes;
	}

	/** Which signal was taken, as {@code b=1000}; empty when an image of one frame does not tell. */
	String signal() {
		return signal;
	}

	/** The open image of each title, separated by commas. */
	static List<ImagePlus> open(final String titles) {
		final int[] ids = WindowManager.getIDList();
		final List<ImagePlus> open = ids == null ? List.of() : Arrays.stream(ids).mapToObj(WindowManager::getImage).toList();
		return Arrays.stream(titles.split(",")).map(String::strip).filter(title -> !title.isEmpty()).map(title -> {
			final List<ImagePlus> meant = open.stream().filter(image -> image.getTitle().equals(title) || Integer.toString(image
				.getID()).equals(title)).toList();
			if (meant.size() == 1) return meant.get(0);
			throw new IllegalArgumentException((meant.isEmpty() ? "No open image is" : meant.size() + " open images are") +
				" called '" + title + "'; open are " + open.stream().map(ImagePlus::getTitle).toList());
		}).toList();
	}

	/**
	 * A station.
	 *
	 * @param adc its map; without one it is fitted to all frames
	 */
	DiffusionStation of(final CalibratedImage image, final Optional<CalibratedImage> adc, final Optional<Region> mask,
		final DoubleConsumer progress)
	{
		final Geometry geometry = image.geometry().orElseThrow(() -> new IllegalArgumentException("'" + image.title() +
			"' has no voxel size in mm, so volumes are unknown: set unit, pixel width, height and depth in Image >" +
			" Properties..."));
		final RandomAccessibleInterval<? extends RealType<?>> volume = signalOf(image);
		if (adc.isPresent()) {
			check(image, geometry, adc.get());
			return new DiffusionStation(image.title(), volume, image.scale(), adc.get().volume(0, 0), unitOf(adc.get()).toMilli(
				adc.get().scale()), geometry, mask);
		}
		if (image.size(3) == 1) throw new IllegalArgumentException("'" + image.title() +
			"' has one frame, so no ADC can be fitted: give its ADC map as adc, or as one of stationMaps");
		final DiffusionSignal series = DiffusionSignal.of(image, DiffusionSignal.AUTO);
		notes.add("the ADC of '" + image.title() + "' is fitted log-linear to all b-values: " + Arrays.toString(series
			.bValues()));
		return new DiffusionStation(image.title(), volume, image.scale(), new AdcMapper(new AdcSettings(
			FitMethod.LOG_LINEAR, 0)).compute(series.voxels(), series.scale(), series.bValues(), progress).adc(),
			ValueScale.IDENTITY, geometry, mask);
	}

	/** The voxels of the b-value that is asked for, axes x, y, z. */
	RandomAccessibleInterval<? extends RealType<?>> signalOf(final CalibratedImage image) {
		if (image.size(3) == 1 && image.size(4) == 1 && bValue.strip().equalsIgnoreCase(HIGHEST)) {
			image.label(0, 0, 0).get(PlaneLabel.B).ifPresent(b -> signal = "b=" + b);
			return image.volume(0, 0);
		}
		final DiffusionSignal series = DiffusionSignal.of(image, DiffusionSignal.AUTO);
		final double[] b = series.bValues();
		final double wanted = wanted(b);
		final int[] frames = IntStream.range(0, b.length).filter(t -> Math.abs(b[t] - wanted) <= 1).toArray();
		if (frames.length != 1) throw new IllegalArgumentException("'" + image.title() + "' has " + frames.length +
			" frames of b = " + wanted + ", but one is needed" + (frames.length == 0 ? ": its b-values are " + Arrays
				.toString(b) : ": open the trace images (volumes=trace)"));
		signal = PlaneLabel.empty().with(PlaneLabel.B, b[frames[0]]).toString();
		return slice(series.voxels(), frames[0]);
	}

	private double wanted(final double[] b) {
		if (bValue.strip().equalsIgnoreCase(HIGHEST)) return Arrays.stream(b).max().orElseThrow();
		return VertebraCommand.number("bValue", bValue).orElseThrow(() -> new IllegalArgumentException(
			"bValue must be a number or " + HIGHEST));
	}

	private static <T extends RealType<T>> RandomAccessibleInterval<T> slice(
		final RandomAccessibleInterval<? extends RealType<?>> frames, final int t)
	{
		return Views.hyperSlice(Cast.<RandomAccessibleInterval<T>> unchecked(frames), 3, frames.min(3) + t);
	}

	private static void check(final CalibratedImage image, final Geometry geometry, final CalibratedImage adc) {
		if (adc.size(3) != 1 || adc.size(4) != 1) throw new IllegalArgumentException(
			"An ADC map has one frame and one channel, but '" + adc.title() + "' has " + adc.size(3) + " and " + adc.size(4));
		final boolean isElsewhere = adc.geometry().filter(other -> other.sharesFrameOfReference(geometry) && !other.agreesWith(
			geometry, image.size(0), image.size(1), image.size(2))).isPresent();
		if (isElsewhere) throw new IllegalArgumentException("The ADC map '" + adc.title() + "' lies elsewhere than '" + image
			.title() + "': it must have the same voxels");
	}

	private AdcUnit unitOf(final CalibratedImage map) {
		if (!unit.equals(AUTO)) return AdcUnit.of(unit);
		return AdcUnit.find(map.scale().unit()).orElseThrow(() -> new IllegalArgumentException("'" + map.title() +
			"' does not tell a unit of ADC: give unit"));
	}
}
