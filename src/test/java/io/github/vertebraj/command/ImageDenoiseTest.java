package io.github.vertebraj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.Random;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.ShortProcessor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

class ImageDenoiseTest {

	private static Context context;

	@BeforeAll
	static void open() {
		context = new Context(CommandService.class);
	}

	@AfterAll
	static void close() {
		context.dispose();
	}

	private static CommandModule run(final Object... inputs) throws Exception {
		return context.service(CommandService.class).run(ImageDenoise.class, false, inputs).get();
	}

	private static ImagePlus denoised(final Object... inputs) throws Exception {
		final CommandModule module = run(inputs);
		assertFalse(module.isCanceled(), module::getCancelReason);
		return (ImagePlus) module.getOutput("denoised");
	}

	private static void assertRefused(final String reason, final Object... inputs) throws Exception {
		final CommandModule module = run(inputs);
		assertTrue(module.isCanceled(), "was not refused");
		assertTrue(module.getCancelReason().contains(reason), module.getCancelReason());
	}

	/** Two energies of 60 × 50 × 3 voxels as CT stores them; the second is noisier. */
	private static ImagePlus energies() {
		final Random random = new Random(3);
		final ImageStack stack = new ImageStack(60, 50);
		for (int i = 0; i < 6; i++) {
			final ShortProcessor plane = new ShortProcessor(60, 50);
			for (int n = 0; n < 3000; n++)
				plane.set(n, (int) Math.round(1064 + (i < 3 ? 10 : 20) * random.nextGaussian()));
			stack.addSlice(i < 3 ? "energy=40" : "energy=70", plane);
		}
		final ImagePlus image = new ImagePlus("spine.tif", stack);
		image.setDimensions(1, 3, 2);
		image.setOpenAsHyperStack(true);
		final Calibration calibration = image.getCalibration();
		calibration.pixelWidth = 0.5;
		calibration.pixelHeight = 0.5;
		calibration.pixelDepth = 1.5;
		calibration.setUnit("mm");
		calibration.setFunction(Calibration.STRAIGHT_LINE, new double[] { -1024, 1 }, "HU");
		image.setDisplayRange(1000, 1128);
		return image;
	}

	@Test
	void keepsWhatTheImageIs() throws Exception {
		final ImagePlus outcome = denoised("image", energies(), "strength", 4);
		assertEquals("spine denoised 4", outcome.getTitle());
		assertEquals(16, outcome.getBitDepth());
		assertEquals(3, outcome.getNSlices());
		assertEquals(2, outcome.getNFrames());
		assertEquals("HU", outcome.getCalibration().getValueUnit());
		assertEquals(-24, outcome.getCalibration().getCValue(outcome.getDisplayRangeMin()));
		assertEquals(104, outcome.getCalibration().getCValue(outcome.getDisplayRangeMax()));
		assertEquals(0.5, outcome.getCalibration().pixelWidth);
		assertTrue(outcome.getStack().getSliceLabel(6).startsWith("energy=70"));
		assertEquals(40, outcome.getStatistics().mean, 0.5);
	}

	@Test
	void tellsWhatItDid() throws Exception {
		final ImagePlus outcome = denoised("image", energies(), "strength", 2);
		final String info = outcome.getInfoProperty();
		assertTrue(info.contains("\ndenoised: strength 2\n") || info.startsWith("denoised: strength 2\n"), info);
		assertTrue(info.contains("VertebraJ parameter strength: 2"), info);
		assertTrue(info.matches("(?s).*Frame 1 \\(energy=40\\): strength 2: noise SD \\(HU\\) (9\\.|10\\.)\\d+ before, .* after, ratio" +
			" 0\\.\\d+ \\(asked for 0.69\\).*"), info);
		assertTrue(info.matches("(?s).*Frame 2 \\(energy=70\\): strength 2: noise SD \\(HU\\) (19|20)\\..*"), info);
		assertTrue(info.contains("not a vendor's reconstruction"), info);
		assertEquals("strength 2, strength 3", SourceImage.read(denoised("image", outcome, "strength", 3)).tags().get(
			ImageDenoise.FACT));
	}

	@Test
	void takesRegionsOfNoise() throws Exception {
		final ImagePlus image = energies();
		final Roi roi = new Roi(10, 10, 30, 25);
		roi.setPosition(0, 2, 0);
		image.setOverlay(new Overlay(roi));
		final String info = denoised("image", image, "noise", "regions").getInfoProperty();
		assertTrue(info.contains("Regions are from: overlay"), info);
		assertTrue(info.contains("measured in 1 slice(s) of regions, 750 voxels"), info);
	}

	@Test
	void refusals() throws Exception {
		assertRefused("strength must be 1, 2, 3, 4 or 5, but is 6", "image", energies(), "strength", 6);
		assertRefused("rois is used with noise=regions only", "image", energies(), "rois", new File("a.zip"));
		assertRefused("region", "image", energies(), "noise", "regions");
		final ImagePlus bare = energies();
		bare.setCalibration(new Calibration());
		assertRefused("no voxel size in mm", "image", bare);
	}

	@Test
	void withoutNoiseTheImageStays() throws Exception {
		final ImagePlus image = energies();
		for (int i = 1; i <= 6; i++)
			image.getStack().getProcessor(i).set(1000);
		final ImagePlus outcome = denoised("image", image);
		assertEquals(1000, outcome.getProcessor().get(3, 3));
		assertTrue(outcome.getInfoProperty().contains("there is no noise to be measured, so nothing was changed"));
		assertFalse(outcome.getInfoProperty().contains("denoised:"));
	}
}
