package io.github.vertebraj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;

import javax.imageio.ImageIO;

import io.github.vertebraj.io.imagej.ImagePlusBridge;
import io.github.vertebraj.io.imagej.RoiFile;
import io.github.vertebraj.phantom.LumbarPhantom;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.process.FloatProcessor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** Features of regions through SciJava's door. */
class RoiHistogramTest {

	private static final LumbarPhantom PHANTOM = LumbarPhantom.create(LumbarPhantom.Settings.demo());
	private static Context context;

	@TempDir
	Path folder;

	@BeforeAll
	static void open() {
		context = new Context(CommandService.class);
	}

	@AfterAll
	static void close() {
		context.dispose();
	}

	private static CommandModule run(final Object... inputs) throws InterruptedException, ExecutionException {
		return context.service(CommandService.class).run(RoiHistogram.class, false, inputs).get();
	}

	private static ResultsTable table(final Object... inputs) throws Exception {
		final CommandModule module = run(inputs);
		assertFalse(module.isCanceled(), module::getCancelReason);
		return (ResultsTable) module.getOutput("table");
	}

	private static void assertRefused(final String reason, final Object... inputs) throws Exception {
		final CommandModule module = run(inputs);
		assertTrue(module.isCanceled(), "was not refused");
		assertTrue(module.getCancelReason().contains(reason), module.getCancelReason());
	}

	private File rois() throws IOException {
		final Path file = folder.resolve("rois.zip");
		try (var out = Files.newOutputStream(file)) {
			RoiFile.write(out, PHANTOM.regions().stream().map(LumbarPhantom.TrueRegion::region).toList());
		}
		return file.toFile();
	}

	@Test
	void everyRegionOfAnAdcMap() throws Exception {
		final Path csv = folder.resolve("features.csv");
		final Path png = folder.resolve("features.png");
		final ResultsTable table = table("image", ImagePlusBridge.toImagePlus(PHANTOM.adc()), "rois", rois(), "binWidth",
			0.05, "output", csv.toFile(), "figure", png.toFile());
		assertEquals("Histogram of True ADC", table.getTitle());
		assertEquals(PHANTOM.regions().size(), table.size());
		for (int row = 0; row < table.size(); row++) {
			final double adc = PHANTOM.regions().get(row).adc();
			assertEquals(PHANTOM.regions().get(row).region().name(), table.getStringValue("Region", row));
			assertEquals(adc, table.getValue("Mean intensity Q4LE (10^-3 mm^2/s)", row), 1e-6);
			assertEquals(0, table.getValue("Intensity variance ECT3 ((10^-3 mm^2/s)^2)", row));
			assertEquals(Math.floor((float) adc / 0.05) + 1, table.getValue("Intensity histogram mode AMMC", row));
			assertEquals(0.05, table.getValue("Bin width (10^-3 mm^2/s)", row));
			assertEquals("fixed width", table.getStringValue("Discretisation", row));
		}
		assertEquals(PHANTOM.regions().size() + 1, Files.readAllLines(csv).size());
		assertTrue(Files.readString(folder.resolve("features.json")).contains("\"binWidth\": 0.05"));
		assertTrue(ImageIO.read(png.toFile()).getWidth() >= 2000);
	}

	@Test
	void everyFrameOfASeries() throws Exception {
		final ResultsTable table = table("image", ImagePlusBridge.toImagePlus(PHANTOM.dwi()), "rois", rois(), "binNumber",
			16);
		assertEquals(3 * PHANTOM.regions().size(), table.size());
		assertEquals("b=500", table.getStringValue("Frame", PHANTOM.regions().size()));
		for (int row = 0; row < table.size(); row++) {
			assertEquals(16, table.getValue("Bins", row));
			assertEquals(16, table.getValue("Maximum discretised intensity 3NCY", row));
		}
	}

	/** A map without any calibration has no unit, and no shape in a figure. */
	@Test
	void aPlainImage() throws Exception {
		final ImagePlus plain = new ImagePlus("plain", new FloatProcessor(3, 2, new float[] { 1, 4, 4, Float.NaN, 2, 1 }));
		plain.setRoi(new Roi(0, 0, 3, 2));
		final ResultsTable table = table("image", plain, "binWidth", 1.0, "binOrigin", 1.0);
		assertEquals(6, table.getValue("Voxels", 0));
		assertEquals(1, table.getValue("NaN voxels", 0));
		assertEquals(2.4, table.getValue("Mean intensity Q4LE", 0), 1e-12);
		assertEquals(4, table.getValue("Bins", 0));
		assertRefused("leave figure empty", "image", plain, "binWidth", 1.0, "figure", folder.resolve("a.png").toFile());
	}

	@Test
	void refusesWhatItCannotMeasure() throws Exception {
		final ImagePlus map = ImagePlusBridge.toImagePlus(PHANTOM.adc());
		assertRefused("give binWidth, in units of the image, or binNumber", "image", map, "rois", rois());
		assertRefused("exclude one another", "image", map, "rois", rois(), "binWidth", 0.1, "binNumber", 8);
		assertRefused("too narrow", "image", map, "rois", rois(), "binWidth", 1e-9);
		assertRefused("There is no region", "image", map, "binNumber", 8);
		final ImagePlus nan = new ImagePlus("nan", new FloatProcessor(3, 2, new float[] { Float.NaN, Float.NaN, Float.NaN,
			Float.NaN, Float.NaN, Float.NaN }));
		nan.getCalibration().setUnit("mm");
		nan.getCalibration().pixelDepth = 3;
		nan.setRoi(new Roi(0, 0, 3, 2));
		assertRefused("nothing to draw", "image", nan, "binNumber", 8, "figure", folder.resolve("a.png").toFile());
	}
}
