package io.github.vertebraj.ui.image;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executor;

import ij.ImageListener;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.TextRoi;
import io.github.vertebraj.image.Geometry.Vector;
import io.github.vertebraj.io.imagej.ShownPlaces;
import io.github.vertebraj.reading.Site;
import io.github.vertebraj.reading.study.Position;
import io.github.vertebraj.ui.model.PanelState;

/**
 * Writes the names of placed vertebrae on the open images, each on its slice, as texts of the overlay: texts are no
 * regions to any command. They are taken away when they are switched off, and with the panel.
 */
public final class CentreLabels implements ImageListener {

	private static final String NAME = "vertebraj centre";
	/** Of the image's height, so that small images stay in sight. */
	private static final double TEXT_HEIGHT = 0.04;
	private static final int LEAST_TEXT_HEIGHT = 7;

	private final Executor worker;
	private final Executor display;
	private volatile SortedMap<String, Position> shown = new TreeMap<>();
	private SortedMap<String, Position> placed = new TreeMap<>();
	private boolean isOn = true;

	/** Listens to images that are opened, until it is {@linkplain #close closed}. */
	public CentreLabels(final Executor worker, final Executor display) {
		this.worker = worker;
		this.display = display;
		ImagePlus.addImageListener(this);
	}

	/** Shows the centres of the case on the screen. */
	public void follow(final PanelState state) {
		final SortedMap<String, Position> now = new TreeMap<>();
		state.shown().ifPresent(known -> known.reading().findings().forEach((segment, finding) -> finding.position()
			.ifPresent(place -> now.put(segment.site() == Site.VB ? segment.level().name() : segment.name(), place))));
		placed = now;
		update();
	}

	/** Switches the names on or off. */
	public void toggle() {
		isOn = !isOn;
		update();
	}

	private void update() {
		final SortedMap<String, Position> next = isOn ? placed : new TreeMap<>();
		if (next.equals(shown)) return;
		shown = next;
		OpenSeries.all().forEach(imp -> worker.execute(() -> label(imp, next)));
	}

	/** Takes the names from all images, and listens no more. */
	public void close() {
		ImagePlus.removeImageListener(this);
		OpenSeries.all().forEach(imp -> replace(imp, List.of()));
	}

	private void label(final ImagePlus imp, final Map<String, Position> centres) {
		final Optional<ShownPlaces> places = centres.isEmpty() ? Optional.empty() : OpenSeries.placesOf(imp);
		final List<Roi> labels = new ArrayList<>();
		places.ifPresent(known -> centres.forEach((name, place) -> {
			if (place.frameOfReference().filter(known.frameOfReference()::equals).isEmpty()) return;
			final Vector at = new Vector(place.xMm(), place.yMm(), place.zMm());
			final OptionalInt plane = known.planeOf(at);
			if (plane.isPresent()) labels.add(text(imp, name, known.pixelOf(at), plane.getAsInt()));
		}));
		display.execute(() -> {
			if (centres.equals(shown)) replace(imp, labels);
		});
	}

	private static Roi text(final ImagePlus imp, final String name, final double[] pixel, final int plane) {
		final int size = (int) Math.max(LEAST_TEXT_HEIGHT, TEXT_HEIGHT * imp.getHeight());
		final TextRoi text = new TextRoi(0, 0, name, new Font(Font.SANS_SERIF, Font.BOLD, size));
		final Rectangle2D bounds = text.getFloatBounds();
		text.setLocation(pixel[0] + 0.5 - bounds.getWidth() / 2, pixel[1] + 0.5 - bounds.getHeight() / 2);
		text.setStrokeColor(Color.CYAN);
		text.setName(NAME);
		if (imp.isHyperStack()) text.setPosition(0, imp.convertIndexToPosition(plane)[1], 0);
		else text.setPosition(plane);
		return text;
	}

	/** Other things in the overlay stay. */
	private static void replace(final ImagePlus imp, final List<Roi> labels) {
		final Overlay before = imp.getOverlay();
		final Overlay after = new Overlay();
		if (before != null) for (final Roi roi : before.toArray())
			if (!NAME.equals(roi.getName())) after.add(roi);
		final boolean isSame = labels.isEmpty() && (before == null || after.size() == before.size());
		if (isSame) return;
		if (before == null) {
			labels.forEach(after::add);
			imp.setOverlay(after);
			return;
		}
		before.clear(); // the image's own overlay is kept, with its settings
		for (final Roi roi : after.toArray())
			before.add(roi);
		labels.forEach(before::add);
		imp.setOverlay(before.size() == 0 ? null : before);
	}

	@Override
	public void imageOpened(final ImagePlus imp) {
		if (shown.isEmpty()) return;
		final SortedMap<String, Position> now = shown;
		worker.execute(() -> label(imp, now));
	}

	@Override
	public void imageClosed(final ImagePlus imp) {
		// nothing is kept of it
	}

	@Override
	public void imageUpdated(final ImagePlus imp) {
		// names stay where they are
	}
}
