package io.github.vertebraj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import javax.imageio.ImageIO;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.measure.ResultsTable;
import ij.process.ByteProcessor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** The heights of the demo spine and of radiographs through SciJava's door. */
class VertebralMorphometryTest {

	private static final String[] HEIGHTS = { "Anterior height (mm)", "Middle height (mm)", "Posterior height (mm)" };

	private static Context context;

	@TempDir
	static Path study;

	@TempDir
	Path folder;

	@BeforeAll
	static void open() throws Exception {
		context = new Context(CommandService.class);
		final CommandModule demo = context.service(CommandService.class).run(DemoData.class, false, "kind",
			"vertebral fractures", "outputFolder", study.toFile()).get();
		assertFalse(demo.isCanceled(), demo::getCancelReason);
	}

	@AfterAll
	static void close() {
		context.dispose();
	}

	private static ImagePlus spine() {
		return IJ.openImage(study.resolve("spine.tif").toString());
	}

	private static CommandModule run(final ImagePlus image, final Object... more) throws InterruptedException,
		ExecutionException
	{
		final Map<String, Object> inputs = new LinkedHashMap<>(Map.of("image", image));
		for (int i = 0; i < more.length; i += 2)
			inputs.put((String) more[i], more[i + 1]);
		for (final String file : List.of("rois", "output", "figure"))
			inputs.putIfAbsent(file, new File(""));
		for (final String text : List.of("levels", "pixelSize", "magnification"))
			inputs.putIfAbsent(text, "");
		return context.service(CommandService.class).run(VertebralMorphometry.class, false, inputs).get();
	}

	private static ResultsTable table(final ImagePlus image, final Object... more) throws Exception {
		final CommandModule module = run(image, more);
		assertFalse(module.isCanceled(), module::getCancelReason);
		return (ResultsTable) module.getOutput("table");
	}

	private static void assertCancelled(final String reason, final ImagePlus image, final Object... more)
		throws Exception
	{
		final CommandModule module = run(image, more);
		assertTrue(module.isCanceled());
		assertTrue(module.getCancelReason().contains(reason), module.getCancelReason());
	}

	private static void assertTruth(final ResultsTable table, final double tolerance) throws Exception {
		final ResultsTable truth = ResultsTable.open(study.resolve("truth.csv").toString());
		assertEquals(truth.size(), table.size());
		for (int row = 0; row < truth.size(); row++) {
			assertEquals(truth.getStringValue("Vertebra", row), table.getStringValue("Vertebra", row));
			for (final String height : HEIGHTS)
				assertEquals(truth.getValue(height, row), table.getValue(height, row), tolerance, height + " of row " + row);
		}
	}

	private static List<String> column(final ResultsTable table, final String name) {
		final List<String> cells = new ArrayList<>();
		for (int row = 0; row < table.size(); row++)
			cells.add(table.getStringValue(name, row));
		return cells;
	}

	@Test
	void pointsOfTheOverlayGiveTheTruth() throws Exception {
		final ResultsTable table = table(spine());
		assertEquals("Morphometry of spine.tif", table.getTitle());
		assertTruth(table, 0.001);
		assertEquals(List.of("none", "wedge", "none", "biconcave", "none", "none", "none"), column(table, "Shape"));
		assertEquals(List.of("none", "moderate", "none", "mild", "none", "none", "none"), column(table, "Grade by height"));
		assertTrue(table.getStringValue("Remark", 5).contains("reference=neighbours"));
	}

	@Test
	void neighboursShowTheCrush() throws Exception {
		final File csv = folder.resolve("heights.csv").toFile();
		final File png = folder.resolve("heights.png").toFile();
		final ResultsTable table = table(spine(), "reference", "neighbours", "output", csv, "figure", png);
		final ResultsTable truth = ResultsTable.open(study.resolve("truth.csv").toString());
		assertEquals(column(truth, "Shape"), column(table, "Shape"));
		assertEquals(List.of("none", "moderate", "none", "mild", "none", "severe", "none"), column(table, "Grade by height"));
		assertEquals("L3, L5", table.getStringValue("Neighbours", 5));
		assertEquals("T11, L1", table.getStringValue("Neighbours", 1));
		final String sidecar = Files.readString(folder.resolve("heights.json"));
		assertTrue(sidecar.contains("J Bone Miner Res 1993;8:1137-1148"), sidecar);
		assertTrue(ImageIO.read(png).getWidth() > 600);
	}

	@Test
	void labelsGiveThePointsWithinAPixel() throws Exception {
		final ImagePlus image = spine();
		image.setOverlay(null);
		final ResultsTable table = table(image, "rois", study.resolve("labels.nii.gz").toFile(), "labels", "verse",
			"reference", "neighbours");
		assertTruth(table, 0.5);
		assertEquals(List.of("none", "wedge", "none", "biconcave", "none", "crush", "none"), column(table, "Shape"));
		assertEquals(42, image.getOverlay().size());
		assertEquals("T11 AS", image.getOverlay().get(0).getName());
	}

	/** By hand, saved, opened, one point moved, measured again. */
	@Test
	void placedPointsSurviveAndMove() throws Exception {
		final ImagePlus image = radiograph();
		image.getCalibration().setUnit("mm");
		image.getCalibration().pixelWidth = 0.5;
		image.getCalibration().pixelHeight = 0.25;
		image.setRoi(new PointRoi(new float[] { 10, 10, 40, 40, 70, 70 }, new float[] { 20.5f, 110.5f, 21, 110, 20, 120 },
			6));
		final ResultsTable first = table(image, "levels", "L3", "anterior", "left");
		assertEquals(22.5, first.getValue(HEIGHTS[0], 0), 1e-6);
		assertEquals(25, first.getValue(HEIGHTS[2], 0), 1e-6);
		assertEquals(10, first.getValue("Anterior loss against posterior (%)", 0), 1e-6);
		assertEquals(null, image.getRoi());
		final String file = folder.resolve("film.tif").toString();
		new FileSaver(image).saveAsTiff(file);
		final ImagePlus again = IJ.openImage(file);
		assertEquals(22.5, table(again, "anterior", "left").getValue(HEIGHTS[0], 0), 1e-6);
		final PointRoi moved = new PointRoi(new float[] { 10, 10, 40, 40, 70, 70 }, new float[] { 50, 110, 21, 110, 20, 120 },
			6);
		moved.setName("l3");
		again.setRoi(moved);
		final ResultsTable second = table(again);
		assertEquals(1, second.size());
		assertEquals(15, second.getValue(HEIGHTS[0], 0), 1e-6);
		assertEquals("moderate", second.getStringValue("Grade by height", 0)); // 40 % is not above 40 %
	}

	@Test
	void onePointIsMoved() throws Exception {
		final ImagePlus image = spine();
		final Roi moved = (Roi) Arrays.stream(image.getOverlay().toArray()).filter(roi -> roi.getName().equals("T12 AS"))
			.findFirst().orElseThrow().clone();
		image.setSlice(7);
		image.setRoi(new PointRoi(moved.getFloatPolygon().xpoints[0], moved.getFloatPolygon().ypoints[0] - 5));
		image.getRoi().setName("T12 AS");
		final ResultsTable table = table(image, "slice", 7);
		assertEquals("T12", table.getStringValue("Vertebra", 1));
		assertEquals(15.6 + 4, table.getValue(HEIGHTS[0], 1), 0.1); // 5 pixels of 0.8 mm, nearly along the height
	}

	private static ImagePlus radiograph() {
		return new ImagePlus("film", new ByteProcessor(100, 150));
	}

	private static ImagePlus named(final String name) {
		final ImagePlus film = radiograph();
		final Roi roi = new PointRoi(new float[] { 10, 10, 40, 40, 70, 70 }, new float[] { 20, 110, 21, 110, 20, 120 }, 6);
		if (!name.isEmpty()) roi.setName(name);
		film.setRoi(roi);
		return film;
	}

	@Test
	void theSizeOfThePixelsIsNeverGuessed() throws Exception {
		assertCancelled("no pixel size in mm", named("L1"));
		assertEquals(18, table(named("L1"), "pixelSize", "0.2").getValue(HEIGHTS[0], 0), 1e-6);
		assertCancelled("pixelSize must be above 0", named("L1"), "pixelSize", "0");
		final ImagePlus film = named("L1");
		film.setProperty("Info", "0018,1164  Imager Pixel Spacing: 0.3\\0.3\n");
		film.getStack().setSliceLabel("film\n0018,1164  Imager Pixel Spacing: 0.3\\0.3\n", 1);
		film.setProp("Slice_Label", "film\n0018,1164  Imager Pixel Spacing: 0.3\\0.3\n");
		assertCancelled("at the detector", film);
		assertEquals(90 * 0.3 / 1.2, table(film, "magnification", "1.2").getValue(HEIGHTS[0], 0), 1e-6);
	}

	@Test
	void badInputIsSaid() throws Exception {
		assertCancelled("There are no points for 'film'", radiograph(), "pixelSize", "0.2");
		assertCancelled("There are 6 points without a name", named(""), "pixelSize", "0.2");
		assertCancelled("exclude names 'L9'", named("L1"), "pixelSize", "0.2", "exclude", "L9");
		final ImagePlus image = spine();
		assertCancelled("pixelSize must be a number", image, "pixelSize", "x");
		final ImagePlus wrong = named("L1");
		wrong.getRoi().setLocation(90, 90);
		assertCancelled("outside", wrong, "pixelSize", "0.2");
		final ResultsTable back = table(named("L1"), "pixelSize", "0.2", "anterior", "right");
		assertTrue(Double.isNaN(back.getValue(HEIGHTS[0], 0)));
		assertTrue(back.getStringValue("Remark", 0).contains("behind"), Arrays.toString(back.getHeadings()));
	}
}
