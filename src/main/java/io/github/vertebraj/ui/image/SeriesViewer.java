package io.github.vertebraj.ui.image;

import java.awt.Rectangle;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import io.github.vertebraj.image.Geometry.Vector;
import io.github.vertebraj.io.imagej.ShownPlaces;
import io.github.vertebraj.reading.study.Position;
import io.github.vertebraj.reading.study.Segment;
import io.github.vertebraj.ui.model.LevelPlaces;
import io.github.vertebraj.ui.model.PanelState;

/**
 * Shows the selected vertebra in every open image of its coordinate system: by where it lies in the patient, not by
 * slice numbers. Images that do not know where they lie stay as they are.
 */
public final class SeriesViewer {

	private final Executor worker;
	private final Executor display;
	private Optional<Aim> last = Optional.empty();

	/** What was chosen, and where it lies. */
	private record Aim(String caseId, Segment segment, Position place) {}

	/**
	 * @param worker  finds the planes; keys do not wait for it
	 * @param display turns to them
	 */
	public SeriesViewer(final Executor worker, final Executor display) {
		this.worker = worker;
		this.display = display;
	}

	/** Goes where the selected segment lies, if that is known, when it was just selected or its place has changed. */
	public void follow(final PanelState state) {
		final Optional<Aim> aim = state.shown().flatMap(shown -> LevelPlaces.of(shown.reading(), shown.selected()).map(
			place -> new Aim(shown.studyCase().id(), shown.selected(), place)));
		if (aim.equals(last)) return;
		last = aim;
		aim.ifPresent(known -> worker.execute(() -> goTo(known.place())));
	}

	private void goTo(final Position place) {
		final Vector at = new Vector(place.xMm(), place.yMm(), place.zMm());
		for (final ImagePlus imp : OpenSeries.all()) {
			final Optional<ShownPlaces> places = OpenSeries.placesOf(imp).filter(known -> place.frameOfReference().filter(known
				.frameOfReference()::equals).isPresent());
			final OptionalInt plane = places.map(known -> known.planeOf(at)).orElseGet(OptionalInt::empty);
			if (plane.isPresent()) display.execute(() -> show(imp, plane.getAsInt(), places.get().pixelOf(at)));
		}
	}

	private static void show(final ImagePlus imp, final int plane, final double[] pixel) {
		if (imp.getCurrentSlice() != plane) imp.setPosition(plane);
		final ImageCanvas canvas = imp.getCanvas();
		if (canvas == null) return;
		final Rectangle part = new Rectangle(canvas.getSrcRect());
		if (part.contains(pixel[0], pixel[1])) return;
		part.x = limited(pixel[0] - part.width / 2.0, imp.getWidth() - part.width);
		part.y = limited(pixel[1] - part.height / 2.0, imp.getHeight() - part.height);
		canvas.setSourceRect(part);
		imp.repaintWindow();
	}

	private static int limited(final double value, final int most) {
		return (int) Math.max(0, Math.min(most, Math.round(value)));
	}
}
