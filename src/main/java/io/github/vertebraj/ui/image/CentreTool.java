package io.github.vertebraj.ui.image;

import java.awt.event.MouseEvent;
import java.util.Optional;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.Toolbar;
import ij.plugin.tool.PlugInTool;
import io.github.vertebraj.image.Geometry.Vector;
import io.github.vertebraj.io.imagej.ShownPlaces;
import io.github.vertebraj.reading.study.Edits;
import io.github.vertebraj.reading.study.Position;
import io.github.vertebraj.ui.model.AnnotationModel;
import io.github.vertebraj.ui.model.Move;

/**
 * A tool in ImageJ's toolbar: a click on an image places the centre of the selected segment and goes on to the vertebra
 * below.
 */
public final class CentreTool extends PlugInTool {

	private final AnnotationModel model;
	private int before = Toolbar.RECTANGLE;

	public CentreTool(final AnnotationModel model) {
		this.model = model;
	}

	/** Takes the tool, or gives it back for the one before. */
	public void toggle() {
		if (Toolbar.getInstance() == null) model.tell("To place centres by clicks, ImageJ's toolbar must be open.");
		else if (isOn()) putBack();
		else {
			before = Toolbar.getToolId();
			Toolbar.addPlugInTool(this);
			model.tell("Click on an image: that places the centre of the selected segment, and selects the vertebra below. C" +
				" ends it.");
		}
	}

	public boolean isOn() {
		return Toolbar.getInstance() != null && Toolbar.getPlugInTool() == this;
	}

	/** Gives ImageJ its tool back, if this one is in use. */
	public void putBack() {
		if (!isOn()) return;
		Toolbar.getInstance().setTool(before);
		model.tell("");
	}

	@Override
	public void mousePressed(final ImagePlus imp, final MouseEvent event) {
		final ImageCanvas canvas = imp.getCanvas();
		event.consume(); // no selection is drawn
		place(imp, canvas.offScreenXD(event.getX()), canvas.offScreenYD(event.getY()));
	}

	/** @param x from the left edge of the first pixel */
	void place(final ImagePlus imp, final double x, final double y) {
		final Optional<ShownPlaces> places = OpenSeries.placesOf(imp);
		if (places.isEmpty()) {
			model.tell("'" + imp.getTitle() +
				"' does not know where it lies in the patient; open the series by Open Series...");
			return;
		}
		final Vector at = places.get().placeOf(x - 0.5, y - 0.5);
		final Position centre = new Position(at.x(), at.y(), at.z(), Optional.of(places.get().frameOfReference()));
		if (!model.change((reading, segment) -> Edits.position(reading, segment, Optional.of(centre)))) return;
		final String placed = selected();
		model.move(Move.DOWN);
		model.tell("The centre of " + placed + " is placed; the next click is for " + selected() + ".");
	}

	private String selected() {
		return model.state().shown().map(shown -> shown.selected().name()).orElse("");
	}

	@Override
	public String getToolName() {
		return "Vertebral Centre Tool";
	}

	/** A ring and a cross. */
	@Override
	public String getToolIcon() {
		return "C00aO4488L808fL08f8";
	}
}
