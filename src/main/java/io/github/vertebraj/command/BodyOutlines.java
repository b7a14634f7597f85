package io.github.vertebraj.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.io.imagej.PointSource;
import io.github.vertebraj.io.imagej.RegionSource;
import io.github.vertebraj.reading.LabelScheme;
import io.github.vertebraj.reading.RegionName;
import io.github.vertebraj.reading.Site;
import io.github.vertebraj.reading.VertebralLevel;
import io.github.vertebraj.reading.morphometry.BodyOutline;
import io.github.vertebraj.reading.morphometry.BodyPoint;
import io.github.vertebraj.reading.morphometry.PlacedPoint;
import io.github.vertebraj.reading.morphometry.PointNames;
import io.github.vertebraj.segmentation.BodyCorners;
import io.github.vertebraj.segmentation.SagittalFrame;

import ij.ImagePlus;

/**
 * The six points of each vertebral body of an image.
 *
 * @param bodies in the order of their source
 * @param notes  what a reader of the table should know
 */
record BodyOutlines(List<BodyOutline> bodies, List<String> notes) {

	/** Points that the user placed. */
	static BodyOutlines placed(final PointSource source, final ImagePlus image, final String levels) throws IOException {
		final PointSource.Found found = source.collect(image);
		final List<String> notes = new ArrayList<>(found.notes());
		notes.add("Points are from: " + found.origin());
		return new BodyOutlines(PointNames.read(found.points().stream().map(points -> new PointNames.Marked(points.name(),
			places(points.points()))).toList(), levels), notes);
	}

	private static List<PlacedPoint> places(final List<double[]> points) {
		return points.stream().map(at -> new PlacedPoint(at[0], at[1], (int) at[2])).toList();
	}

	/** Points found in a label image. */
	static BodyOutlines found(final RegionSource source, final ImagePlus image, final CalibratedImage calibrated,
		final SagittalFrame frame) throws IOException
	{
		final RegionSource.Found found = source.collect(image, calibrated);
		final List<String> notes = new ArrayList<>(found.notes());
		notes.add("Points are found in the labels of: " + found.origin());
		final boolean isPlain = source.naming() == LabelScheme.PLAIN;
		final List<String> left = new ArrayList<>();
		final List<BodyOutline> bodies = new ArrayList<>();
		for (final Region region : found.regions()) {
			if (!isPlain && !hasBody(region.name())) {
				left.add(region.name());
				continue;
			}
			final BodyCorners corners = BodyCorners.of(region, frame, calibrated.size(0), calibrated.size(1));
			if (corners.isCut()) notes.add(region.name() + ": posterior elements were cut off behind the body");
			bodies.add(corners.points().isEmpty() ? BodyOutline.without(region.name(), corners.reason()) : BodyOutline.of(region
				.name(), corners.points().stream().map(at -> new PlacedPoint(at[0], at[1], corners.slice())).toList()));
		}
		if (!left.isEmpty()) notes.add("labels that are no vertebra with a body of its own are left out: " + String.join(", ",
			left));
		if (bodies.isEmpty()) throw new IllegalArgumentException(found.origin() + " has no vertebra; its labels are " + left +
			": say by labels which vertebrae the numbers mean");
		return new BodyOutlines(bodies, notes);
	}

	private static boolean hasBody(final String region) {
		final RegionName name = RegionName.parse(region);
		return name.upper().isPresent() && name.lower().isEmpty() && name.upper().get() != VertebralLevel.C1 && name.upper()
			.get().part() != 'S' && !name.site().equals(Optional.of(Site.PE));
	}

	/** Puts the points into the image's overlay, each under its own name. */
	void show(final ImagePlus image) {
		PointSource.show(image, bodies.stream().filter(BodyOutline::isMeasurable).flatMap(body -> named(body.name(), body
			.points().stream().map(point -> new double[] { point.x(), point.y(), point.z() }).toList()).stream()).toList());
	}

	/** Six points in order, each under its own name: {@code L3 AS}. */
	static List<PointSource.Points> named(final String vertebra, final List<double[]> six) {
		return Arrays.stream(BodyPoint.values()).map(point -> new PointSource.Points(vertebra + " " + point, List.of(six.get(
			point.ordinal())))).toList();
	}

	boolean isComplete() {
		return bodies.stream().allMatch(BodyOutline::isMeasurable);
	}
}
