package io.github.vertebraj.diffusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.ValueScale;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Cast;
import net.imglib2.view.Views;

/**
 * The diffusion-weighted frames of an image, and the b-value of each.
 * <p>
 * A scanner's trace image is the mean of the directions of its b-value and must not count as one of them. Where both are
 * there the directions are taken, and their geometric mean is fitted; with fewer than three of them, which span no
 * tensor, the trace image is taken instead.
 */
public final class DiffusionSignal {

	/** Asks for the b-values that the planes' labels tell. */
	public static final String AUTO = "auto";

	/** So many directions are needed at least for their mean to be that of all. */
	private static final int DIRECTIONS_OF_A_TENSOR = 3;

	private final CalibratedImage image;
	private final RandomAccessibleInterval<? extends RealType<?>> voxels;
	private final double[] bValues;
	private final List<String> notes;

	private DiffusionSignal(final CalibratedImage image, final RandomAccessibleInterval<? extends RealType<?>> voxels,
		final double[] bValues, final List<String> notes)
	{
		this.image = image;
		this.voxels = voxels;
		this.bValues = bValues;
		this.notes = List.copyOf(notes);
	}

	/**
	 * @param image   a diffusion series
	 * @param bValues {@code auto}, or one b-value (s/mm²) for each frame, separated by commas; for an image of one frame,
	 *                one for each slice
	 * @throws IllegalArgumentException when the image is no diffusion series, a b-value is unknown, or the list has
	 *           another length
	 */
	public static DiffusionSignal of(final CalibratedImage image, final String bValues) {
		final int component = magnitude(image);
		refuseDerived(image, component);
		return bValues.isBlank() || bValues.strip().equalsIgnoreCase(AUTO) ? fromLabels(image, component) : fromList(image,
			component, BValues.parse(bValues));
	}

	/** Whether the labels of an image tell b-values, so that {@code auto} can be asked for. */
	public static boolean isLabelled(final CalibratedImage image) {
		return image.labels().stream().anyMatch(label -> label.get(PlaneLabel.B).isPresent());
	}

	private static int magnitude(final CalibratedImage image) {
		final int components = image.size(4);
		if (components == 1) return 0;
		return IntStream.range(0, components).filter(c -> component(image, c).orElse("").equals("magnitude")).findFirst()
			.orElseThrow(() -> new IllegalArgumentException("'" + image.title() + "' has " + components +
				" channels, and none is labelled component=magnitude: duplicate the channel that holds the magnitude"));
	}

	private static Optional<String> component(final CalibratedImage image, final int c) {
		return image.label(0, 0, c).get(PlaneLabel.COMPONENT);
	}

	private static void refuseDerived(final CalibratedImage image, final int c) {
		final String component = component(image, c).orElse("magnitude");
		if (!component.equals("magnitude")) throw new IllegalArgumentException("'" + image.title() +
			"' is no diffusion series: its planes are labelled component=" + component +
			". Open the series with the b-values it was made from");
	}

	private static DiffusionSignal fromList(final CalibratedImage image, final int c, final double[] list) {
		final int frames = image.size(3);
		final int slices = image.size(2);
		if (list.length == frames) return withoutDoubles(image, c, list, contradictions(image, c, list));
		if (frames == 1 && list.length == slices) return new DiffusionSignal(image, slicesAsFrames(image.component(c)), list,
			List.of("the " + slices + " slices are taken as " + slices + " b-values of one slice"));
		throw new IllegalArgumentException("bValues lists " + list.length + " b-values, but '" + image.title() + "' has " +
			frames + (frames == 1 ? " frame and " + slices + " slices" : " frames") +
			": give one b-value for each frame (Image > Hyperstacks > Stack to Hyperstack... makes frames)");
	}

	private static List<String> contradictions(final CalibratedImage image, final int c, final double[] list) {
		final String[] other = IntStream.range(0, list.length).filter(t -> Math.abs(image.label(0, t, c).number(PlaneLabel.B)
			.orElse(list[t]) - list[t]) > BValues.TOLERANCE).mapToObj(t -> "frame " + (t + 1) + " is labelled b = " + image
				.label(0, t, c).get(PlaneLabel.B).get() + ", but taken as " + list[t]).toArray(String[]::new);
		return other.length == 0 ? List.of() : List.of("bValues contradicts the slice labels: " + String.join("; ", other));
	}

	private static <T extends RealType<T>> RandomAccessibleInterval<T> slicesAsFrames(
		final RandomAccessibleInterval<? extends RealType<?>> component)
	{
		return Views.permute(Cast.<RandomAccessibleInterval<T>> unchecked(component), 2, 3);
	}

	private static DiffusionSignal fromLabels(final CalibratedImage image, final int c) {
		final int frames = image.size(3);
		final double[] b = new double[frames];
		for (int t = 0; t < frames; t++)
			b[t] = bOfFrame(image, t, c);
		return withoutDoubles(image, c, b, List.of());
	}

	/** The frames that count, where the labels tell the scanner's trace images from directions. */
	private static DiffusionSignal withoutDoubles(final CalibratedImage image, final int c, final double[] b,
		final List<String> remarks)
	{
		final int[] used = IntStream.range(0, b.length).filter(t -> counts(image, t, c, b)).toArray();
		if (used.length == b.length) return new DiffusionSignal(image, image.component(c), b, remarks);
		final List<RandomAccessibleInterval<? extends RealType<?>>> volumes = new ArrayList<>();
		for (final int t : used)
			volumes.add(image.volume(t, c));
		final List<String> notes = new ArrayList<>(remarks);
		notes.add("each b-value is measured by its directions or by the scanner's trace image, not by both: " + (b.length -
			used.length) + " of " + b.length + " frames are left out");
		return new DiffusionSignal(image, stack(volumes), Arrays.stream(used).mapToDouble(t -> b[t]).toArray(), notes);
	}

	/** Whether a frame is one of those that measure its b-value: a direction, or the trace image in their place. */
	private static boolean counts(final CalibratedImage image, final int t, final int c, final double[] b) {
		if (b[t] <= BValues.TOLERANCE) return true;
		final int[] same = IntStream.range(0, b.length).filter(other -> Math.abs(b[other] - b[t]) <= BValues.TOLERANCE)
			.toArray();
		final long traces = Arrays.stream(same).filter(other -> isTrace(image, other, c)).count();
		final long directions = same.length - traces;
		final boolean takeTrace = traces > 0 && directions < DIRECTIONS_OF_A_TENSOR;
		return traces == 0 || directions == 0 || isTrace(image, t, c) == takeTrace;
	}

	private static <T extends RealType<T>> RandomAccessibleInterval<T> stack(
		final List<RandomAccessibleInterval<? extends RealType<?>>> volumes)
	{
		return Views.stack(Cast.<List<RandomAccessibleInterval<T>>> unchecked(volumes));
	}

	private static double bOfFrame(final CalibratedImage image, final int t, final int c) {
		double b = Double.NaN;
		for (int z = 0; z < image.size(2); z++) {
			final PlaneLabel label = image.label(z, t, c);
			final double plane = label.number(PlaneLabel.B).orElseThrow(() -> new IllegalArgumentException("No b-value in the" +
				" slice labels of '" + image.title() + "', frame " + (t + 1) + ": give bValues as a list, one for each of the " +
				image.size(3) + " frames"));
			if (z > 0 && plane != b) throw new IllegalArgumentException("Frame " + (t + 1) + " of '" + image.title() +
				"' holds slices of b = " + b + " and of b = " + plane + ": give bValues as a list, one for each frame");
			b = plane;
		}
		return b;
	}

	private static boolean isTrace(final CalibratedImage image, final int t, final int c) {
		return image.label(0, t, c).get(PlaneLabel.DIFFUSION).orElse("").equals("trace");
	}

	/** What the image is called. */
	public String title() {
		return image.title();
	}

	/** Stored values of the frames used, axes x, y, z, t. */
	public RandomAccessibleInterval<? extends RealType<?>> voxels() {
		return voxels;
	}

	/** From stored to real values. */
	public ValueScale scale() {
		return image.scale();
	}

	/** The b-value of each frame, in s/mm². */
	public double[] bValues() {
		return bValues.clone();
	}

	/** What a reader of the result should know about the choice of frames. */
	public List<String> notes() {
		return notes;
	}
}
