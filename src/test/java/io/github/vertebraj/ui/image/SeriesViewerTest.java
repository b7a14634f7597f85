package io.github.vertebraj.ui.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.awt.Point;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.ScrollbarWithLabel;
import ij.gui.TextRoi;
import ij.gui.Toolbar;
import io.github.vertebraj.ij1.Display;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.io.imagej.ImagePlusBridge;
import io.github.vertebraj.reading.store.OpenRequest;
import io.github.vertebraj.reading.study.Position;
import io.github.vertebraj.reading.study.Segment;
import io.github.vertebraj.ui.model.AnnotationModel;
import io.github.vertebraj.ui.model.ExampleStudy;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clicks on real images, and images that follow. */
@Tag("display")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SeriesViewerTest {

	/** x to the back, y to the feet, slices to the left. */
	private static final Geometry SAGITTAL = new Geometry(new Vector(0, 0.5, 0), new Vector(0, 0, -0.75), new Vector(4, 0,
		0), new Vector(-10, -40, 60), Optional.of("1.2.3"));
	/** x to the left, y to the back, slices to the head. */
	private static final Geometry AXIAL = new Geometry(new Vector(0.6, 0, 0), new Vector(0, 0.6, 0), new Vector(0, 0, 5),
		new Vector(-20, -45, 10), Optional.of("1.2.3"));

	@TempDir
	private Path folder;
	private AnnotationModel model;
	private CentreTool tool;
	private ImagePlus sagittal;
	private ImagePlus axial;
	private ImagePlus other;

	@BeforeEach
	void open() throws Exception {
		Display.require();
		if (IJ.getInstance() == null) new ImageJ(ImageJ.EMBEDDED);
		sagittal = show("sag", SAGITTAL, 120, 100, 5);
		axial = show("ax", AXIAL, 80, 90, 12);
		other = show("other patient", new Geometry(AXIAL.xStep(), AXIAL.yStep(), AXIAL.zStep(), AXIAL.origin(), Optional.of(
			"9.9")), 80, 90, 12);
		model = ExampleStudy.model(ExampleStudy.create(folder), "kim", 1);
		model.open("P1", OpenRequest.USUAL);
		tool = new CentreTool(model);
		model.listen(new SeriesViewer(Runnable::run, Runnable::run)::follow);
	}

	@AfterEach
	void close() throws Exception {
		if (model == null) return;
		tool.putBack();
		model.close();
		for (final int id : WindowManager.getIDList())
			WindowManager.getImage(id).close();
	}

	private static ImagePlus show(final String title, final Geometry geometry, final int x, final int y, final int z) {
		final ImagePlus imp = ImagePlusBridge.toImagePlus(new CalibratedImage(title, ArrayImgs.shorts(x, y, z, 1, 1),
			ValueScale.IDENTITY, Optional.of(geometry), Collections.nCopies(z, PlaneLabel.empty()), Map.of()));
		imp.show();
		return imp;
	}

	private Optional<Position> position(final String segment) {
		return model.state().shown().orElseThrow().reading().finding(Segment.of(segment)).position();
	}

	@Test
	void aClickPlacesTheCentreAndOtherSeriesFollow() throws Exception {
		sagittal.setPosition(4);
		model.select(Segment.of("L1_VB"));
		tool.toggle();
		assertTrue(tool.isOn());
		tool.place(sagittal, 40.5, 20.5);
		assertEquals(Optional.of(new Position(2, -20, 45, Optional.of("1.2.3"))), position("L1_VB"));
		assertEquals("L2_VB", model.state().shown().orElseThrow().selected().name());
		model.select(Segment.of("L1_VB"));
		assertEquals(8, axial.getCurrentSlice()); // z = 45 = 10 + 7 * 5
		assertEquals(List.of(8), sliders(axial));
		assertEquals(4, sagittal.getCurrentSlice());
		assertEquals(7, other.getCurrentSlice()); // as it was opened
		sagittal.setPosition(2);
		model.select(Segment.of("L2_VB"));
		tool.place(sagittal, 42.5, 50.5);
		model.select(Segment.of("L1_VB"));
		assertEquals(4, sagittal.getCurrentSlice());
		tool.toggle();
		assertEquals("rectangle", Toolbar.getToolName());
	}

	private static List<Integer> sliders(final ImagePlus imp) throws Exception {
		EventQueue.invokeAndWait(() -> {}); // ImageJ moves them later, on that thread
		return Arrays.stream(imp.getWindow().getComponents()).filter(ScrollbarWithLabel.class::isInstance).map(
			slider -> ((ScrollbarWithLabel) slider).getValue()).toList();
	}

	private static List<String> texts(final ImagePlus imp) {
		return imp.getOverlay() == null ? List.of() : Arrays.stream(imp.getOverlay().toArray()).map(
			roi -> roi instanceof TextRoi text ? text.getText().strip() + " " + roi.getPosition() : roi.getName()).toList();
	}

	@Test
	void placedVertebraeAreNamedOnTheImagesUntilThePanelCloses() throws Exception {
		final Roi region = new Roi(1, 1, 3, 3);
		region.setName("L3_VB");
		axial.setOverlay(new Overlay(region));
		final CentreLabels labels = new CentreLabels(Runnable::run, Runnable::run);
		model.listen(labels::follow);
		sagittal.setPosition(4);
		model.select(Segment.of("L1_VB"));
		tool.place(sagittal, 40.5, 20.5);
		assertEquals(List.of("L1 4"), texts(sagittal));
		assertEquals(List.of("L3_VB", "L1 8"), texts(axial));
		assertEquals(List.of(), texts(other));
		final ImagePlus later = show("later", SAGITTAL, 120, 100, 5);
		for (int i = 0; i < 100 && texts(later).isEmpty(); i++)
			Thread.sleep(20); // ImageJ tells of new images later
		assertEquals(List.of("L1 4"), texts(later));
		labels.toggle();
		assertEquals(List.of(), texts(sagittal));
		labels.toggle();
		model.undo();
		assertEquals(List.of(), texts(sagittal));
		model.redo();
		assertEquals(List.of("L1 4"), texts(sagittal));
		labels.close();
		assertEquals(List.of(), texts(sagittal));
		assertEquals(List.of("L3_VB"), texts(axial));
		assertNull(sagittal.getOverlay());
	}

	@Test
	void aRealClickIsTaken() throws Exception {
		EventQueue.invokeAndWait(() -> sagittal.getWindow().setLocation(40, 300));
		EventQueue.invokeAndWait(tool::toggle);
		Thread.sleep(300);
		final Point corner = sagittal.getCanvas().getLocationOnScreen();
		final double zoom = sagittal.getCanvas().getMagnification();
		final Robot robot = new Robot();
		robot.setAutoDelay(50);
		EventQueue.invokeAndWait(() -> sagittal.getWindow().toFront());
		robot.mouseMove(corner.x + (int) (60 * zoom), corner.y + (int) (40 * zoom));
		robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
		robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
		robot.waitForIdle();
		final Position placed = position("C1_VB").orElseThrow(() -> new AssertionError(model.state().message()));
		assertEquals(-2, placed.xMm(), 1e-9);
		assertEquals(-10, placed.yMm(), 0.5);
		assertEquals(30, placed.zMm(), 0.75);
		assertNull(sagittal.getRoi());
	}

	@Test
	void anImageWithoutPlaceSaysSo() {
		final ImagePlus plain = IJ.createImage("plain", "8-bit", 20, 20, 1);
		plain.show();
		tool.place(plain, 3, 3);
		assertTrue(model.state().message().contains("'plain' does not know where it lies"), model.state().message());
		assertTrue(position("C1_VB").isEmpty());
	}
}
