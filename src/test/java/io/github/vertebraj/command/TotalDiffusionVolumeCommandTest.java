package io.github.vertebraj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;

import javax.imageio.ImageIO;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.io.imagej.ImagePlusBridge;
import io.github.vertebraj.io.imagej.RoiFile;
import io.github.vertebraj.phantom.LumbarPhantom;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.process.FloatProcessor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/** The total diffusion volume of the lumbar phantom through SciJava's door. */
class TotalDiffusionVolumeCommandTest {

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
		return context.service(CommandService.class).run(TotalDiffusionVolumeCommand.class, false, inputs).get();
	}

	private static CommandModule done(final Object... inputs) throws Exception {
		final CommandModule module = run(inputs);
		assertFalse(module.isCanceled(), module::getCancelReason);
		return module;
	}

	private static double value(final CommandModule module, final String column) {
		return ((ResultsTable) module.getOutput("table")).getValue(column, 0);
	}

	private static void assertRefused(final String reason, final Object... inputs) throws Exception {
		final CommandModule module = run(inputs);
		assertTrue(module.isCanceled(), "was not refused");
		assertTrue(module.getCancelReason().contains(reason), module.getCancelReason());
	}

	private static ImagePlus image(final CalibratedImage image) {
		return ImagePlusBridge.toImagePlus(image);
	}

	private File rois() throws IOException {
		final Path file = folder.resolve("rois.zip");
		try (var out = Files.newOutputStream(file)) {
			RoiFile.write(out, PHANTOM.regions().stream().map(LumbarPhantom.TrueRegion::region).toList());
		}
		return file.toFile();
	}

	/** Voxels whose true ADC is that of the lesion in L2. */
	private static int lesion() {
		final double adc = PHANTOM.regions().stream().filter(region -> region.region().name().equals("L2_VB lesion"))
			.findFirst().orElseThrow().adc();
		int voxels = 0;
		for (final RealType<?> voxel : Views.flatIterable(PHANTOM.adc().volume(0, 0)))
			if (Math.abs(voxel.getRealDouble() - adc) < 1e-3) voxels++;
		return voxels;
	}

	/** The lesion in L2, whole and alone: without noise exactly, and noise moves few of its voxels out of the window. */
	@Test
	void theLesionOfTheDemoStudy() throws Exception {
		final Object[] window = { "adcMinimum", "0.65", "adcMaximum", "0.75", "signalThreshold", "200", "minimumVolume", 1.0 };
		final CommandModule exact = done(with(window, "image", image(PHANTOM.signal()), "adc", image(PHANTOM.adc())));
		assertEquals(lesion(), value(exact, "Voxels"));
		assertEquals(lesion() * 1.5 * 1.2 * 4 / 1000, value(exact, "tDV (ml)"), 1e-9);
		assertEquals(1, value(exact, "Foci"));
		assertEquals(0, value(exact, "SD (10^-3 mm^2/s)"), 1e-6);
		final CommandModule noisy = done("image", image(PHANTOM.dwi()), "adcMinimum", "0.55", "adcMaximum", "0.85",
			"signalThreshold", "200", "minimumVolume", 1.0);
		assertEquals(1, value(noisy, "Foci"));
		assertEquals(1, value(noisy, "tDV (ml)") / value(exact, "tDV (ml)"), 0.02);
		assertEquals(value(exact, "Mean (10^-3 mm^2/s)"), value(noisy, "Mean (10^-3 mm^2/s)"), 0.01);
		assertEquals("b=1000", ((ResultsTable) noisy.getOutput("table")).getStringValue("Signal", 0));
	}

	private static Object[] with(final Object[] inputs, final Object... more) {
		final List<Object> all = new ArrayList<>(Arrays.asList(inputs));
		all.addAll(List.of(more));
		return all.toArray();
	}

	@Test
	void referenceMaskFilesAndImages() throws Exception {
		final Path csv = folder.resolve("tdv.csv");
		final Path foci = folder.resolve("foci.csv");
		final Path png = folder.resolve("tdv.png");
		final CommandModule module = done("image", image(PHANTOM.dwi()), "rois", rois(), "mask", "L2_VB lesion, L4_VB lesion",
			"reference", "l3_vb normal", "standardDeviations", "2", "projection", "sagittal", "output", csv.toFile(), "foci",
			foci.toFile(), "figure", png.toFile());
		final ResultsTable table = (ResultsTable) module.getOutput("table");
		assertEquals("tDV of Lumbar phantom", table.getTitle());
		assertEquals("mean + 2.0 SD of L3_VB normal", table.getStringValue("Threshold from", 0));
		assertTrue(value(module, "Signal threshold") > 100);
		assertEquals(354 + 366, value(module, "Voxels looked at"));
		assertEquals(value(module, "Foci"), ((ResultsTable) module.getOutput("fociTable")).size());
		assertEquals(2, Files.readAllLines(csv).size());
		assertEquals(1 + value(module, "Foci"), Files.readAllLines(foci).size());
		assertTrue(Files.readString(folder.resolve("tdv.json")).contains("\"standardDeviations\": \"2\""));
		assertTrue(ImageIO.read(png.toFile()).getWidth() >= 1000);
		final ImagePlus mask = (ImagePlus) ((List<?>) module.getOutput("masks")).get(0);
		assertEquals("Lumbar phantom foci", mask.getTitle());
		assertEquals(8, mask.getBitDepth());
		assertEquals(11, mask.getStackSize());
		assertTrue(ImagePlusBridge.fromImagePlus(mask).geometry().orElseThrow().agreesWith(PHANTOM.dwi().geometry()
			.orElseThrow(), 96, 176, 11));
		assertEquals("Projection of Lumbar phantom", ((ImagePlus) module.getOutput("picture")).getTitle());
	}

	@Test
	void nothingFoundIsARowWithoutAdc() throws Exception {
		final CommandModule module = done("image", image(PHANTOM.dwi()), "signalThreshold", "1e6", "output", folder.resolve(
			"none.csv").toFile(), "foci", folder.resolve("nofoci.csv").toFile());
		assertEquals(0, value(module, "tDV (ml)"));
		assertEquals(Double.NaN, value(module, "Mean (10^-3 mm^2/s)"));
		assertTrue(Files.readString(folder.resolve("none.json")).contains("0 ml"));
		assertEquals(1, Files.readAllLines(folder.resolve("nofoci.csv")).size());
	}

	@Test
	void refusesWhatItCannotMeasure() throws Exception {
		final ImagePlus dwi = image(PHANTOM.dwi());
		assertRefused("Nothing tells lesion", "image", dwi);
		assertRefused("signalThreshold must be a number or empty, but is 'high'", "image", dwi, "signalThreshold", "high");
		assertRefused("exclude one another", "image", dwi, "signalThreshold", "3", "reference", "L3_VB normal");
		assertRefused("standardDeviations must say", "image", dwi, "rois", rois(), "reference", "L3_VB normal");
		assertRefused("needs the region", "image", dwi, "standardDeviations", "3");
		assertRefused("no region called 'L9'; known are", "image", dwi, "rois", rois(), "mask", "L9", "signalThreshold", "3");
		assertRefused("0 frames of b = 700", "image", dwi, "bValue", "700", "signalThreshold", "3");
		assertRefused("has one frame, so no ADC", "image", image(PHANTOM.adc()), "signalThreshold", "3");
		assertRefused("An ADC map has one frame", "image", dwi, "adc", dwi, "signalThreshold", "3");
		assertRefused("must go from adcMinimum", "image", dwi, "adcMinimum", "2", "adcMaximum", "1");
		assertRefused("No connectivity", "image", dwi, "signalThreshold", "3", "connectivity", "18");
		assertRefused("No open image is called 'nowhere'", "image", dwi, "signalThreshold", "3", "stations", "nowhere");
		final ImagePlus plain = new ImagePlus("plain", new FloatProcessor(7, 5));
		assertRefused("no voxel size in mm", "image", plain, "signalThreshold", "3", "adc", plain);
	}
}
