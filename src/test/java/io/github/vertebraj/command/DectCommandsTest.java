package io.github.vertebraj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import javax.imageio.ImageIO;

import io.github.vertebraj.dualenergy.Material;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.io.imagej.ImagePlusBridge;
import io.github.vertebraj.io.imagej.RoiFile;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.measure.ResultsTable;
import ij.plugin.Duplicator;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** Mixed and monoenergetic images and their noise through SciJava's door, on slabs of known materials. */
class DectCommandsTest {

	private static final double LOW = 60;
	private static final double HIGH = 95;
	private static final int W = 40;
	private static final int H = 24;
	private static final int D = 3;

	/** One in each eight columns. */
	private static final String[] SLABS = { "water", "muscle", "adipose", "bone 1.2 g/ml", "iodine 8 mg/ml" };

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

	/** Signed HU as ImageJ keeps them. */
	private static ImagePlus image(final String title, final double keV, final double noise, final long seed) {
		final Random random = new Random(seed);
		final ImageStack stack = new ImageStack(W, H);
		for (int z = 0; z < D; z++) {
			final short[] plane = new short[W * H];
			for (int i = 0; i < plane.length; i++)
				plane[i] = (short) (32768 + Math.round(Material.of(SLABS[i % W / 8]).hounsfield(keV) + noise * random
					.nextGaussian()));
			stack.addSlice("", plane);
		}
		final ImagePlus image = new ImagePlus(title, stack);
		final Calibration calibration = image.getCalibration();
		calibration.setFunction(Calibration.STRAIGHT_LINE, new double[] { -32768, 1 }, "HU");
		calibration.setUnit("mm");
		calibration.pixelWidth = 0.5;
		calibration.pixelHeight = 0.6;
		calibration.pixelDepth = 2;
		return image;
	}

	private File rois() throws IOException {
		final Path file = folder.resolve("rois.zip");
		final String[] names = { "L4-5_DC", "L4-5_LF", "L4-5_IVD", "insert1", "insert2" };
		try (var out = Files.newOutputStream(file)) {
			RoiFile.write(out, java.util.stream.IntStream.range(0, 5).mapToObj(i -> new Region(names[i], java.util.stream.IntStream
				.range(2, 22).mapToObj(y -> new Region.Run(1, y, 8 * i + 1, 8 * i + 7)).toList())).toList());
		}
		return file.toFile();
	}

	private static CommandModule run(final Class<? extends Command> command, final Object... inputs) throws Exception {
		return context.service(CommandService.class).run(command, false, inputs).get();
	}

	private static ImagePlus made(final Class<? extends Command> command, final String output, final Object... inputs)
		throws Exception
	{
		final CommandModule module = run(command, inputs);
		assertFalse(module.isCanceled(), module::getCancelReason);
		return (ImagePlus) module.getOutput(output);
	}

	private static void assertRefused(final String reason, final Class<? extends Command> command, final Object... inputs)
		throws Exception
	{
		final CommandModule module = run(command, inputs);
		assertTrue(module.isCanceled(), "was not refused");
		assertTrue(module.getCancelReason().contains(reason), module.getCancelReason());
	}

	private static double value(final ImagePlus image, final int x, final int slice, final int frame) {
		final int n = image.getStackIndex(1, slice, frame);
		return image.getCalibration().getCValue(image.getStack().getProcessor(n).getf(x, 5));
	}

	@Test
	void mixedImages() throws Exception {
		final ImagePlus low = image("CT.dcm", LOW, 0, 1);
		final ImagePlus high = image("high", HIGH, 0, 1);
		final ImagePlus mixed = made(DectMixedImage.class, "mixed", "low", low, "high", high, "weight", "0.3");
		assertEquals("CT mixed w=0.3", mixed.getTitle());
		assertTrue(mixed.getStack().isVirtual());
		assertEquals("HU", mixed.getCalibration().getValueUnit());
		for (int x = 3; x < W; x += 8)
			assertEquals(0.3 * value(low, x, 2, 1) + 0.7 * value(high, x, 2, 1), value(mixed, x, 2, 1), 0.5);
		final ImagePlus whole = made(DectMixedImage.class, "mixed", "low", low, "high", high, "weight", "0.3", "materialise",
			true, "pixels", "float");
		assertFalse(whole.getStack().isVirtual());
		assertEquals(32, whole.getBitDepth());
		final ImagePlus sigmoid = made(DectMixedImage.class, "mixed", "low", low, "high", high, "blend", "sigmoid", "centre",
			100, "width", 100);
		assertEquals("CT mixed sigmoid 100.0 100.0", sigmoid.getTitle());
		assertEquals(value(low, 27, 1, 1), value(sigmoid, 27, 1, 1), 1);
		assertRefused("weight must be from 0 to 1, but is 1.5; extrapolate=true", DectMixedImage.class, "low", low, "high",
			high, "weight", "1.5");
		assertEquals("CT mixed w=1.5", made(DectMixedImage.class, "mixed", "low", low, "high", high, "weight", "1.5",
			"extrapolate", true).getTitle());
		for (final String weight : List.of("best", "0,5", "", "NaN", "1e400"))
			assertRefused("weight must be a number (with a decimal point), auto-noise or auto-cnr, but is '" + weight + "'",
				DectMixedImage.class, "low", low, "high", high, "weight", weight);
		assertRefused("low and high are both 'CT.dcm', which has one frame", DectMixedImage.class, "low", low, "high", low);
		assertRefused("low and high are swapped", DectMixedImage.class, "low", high, "high", low);
	}

	@Test
	void automaticWeights() throws Exception {
		final ImagePlus low = image("low", LOW, 20, 1);
		final ImagePlus high = image("high", HIGH, 10, 2);
		final ImagePlus quiet = made(DectMixedImage.class, "mixed", "low", low, "high", high, "weight", "auto-noise", "rois",
			rois());
		assertTrue(quiet.getInfoProperty().contains("Weight of least noise: 0.2"), quiet.getInfoProperty());
		final ImagePlus best = made(DectMixedImage.class, "mixed", "low", low, "high", high, "weight", "auto-cnr", "rois",
			rois(), "targets", "LF");
		assertTrue(best.getInfoProperty().contains("targets (L4-5_LF): mean"), best.getInfoProperty());
		assertRefused("No region fits reference=X; known are [L4-5_DC, ", DectMixedImage.class, "low", low, "high", high,
			"weight", "auto-cnr", "rois", rois(), "reference", "X");
		assertRefused("There is no region", DectMixedImage.class, "low", low, "high", high, "weight", "auto-noise");
		final Path point = folder.resolve("point.zip");
		try (var out = Files.newOutputStream(point)) {
			RoiFile.write(out, List.of(new Region("spot", List.of(new Region.Run(1, 5, 4, 5)))));
		}
		assertRefused("The region 'spot' has no noise to measure", DectMixedImage.class, "low", low, "high", high, "weight",
			"auto-noise", "rois", point.toFile());
	}

	@Test
	void monoenergeticSeries() throws Exception {
		final ImagePlus low = image("CT", LOW, 0, 1);
		final ImagePlus high = image("high", HIGH, 0, 1);
		final Path csv = folder.resolve("noise.csv");
		final CommandModule module = run(DectMonoenergeticSeries.class, "low", low, "high", high, "energies", "40-190:10",
			"lowEnergy", "60", "highEnergy", "95", "basis", "water/iodine", "maps", "water,basis", "pixels", "float");
		assertFalse(module.isCanceled(), module::getCancelReason);
		final ImagePlus series = (ImagePlus) module.getOutput("series");
		assertEquals("CT 40-190 keV", series.getTitle());
		assertEquals(List.of(1, D, 16), List.of(series.getNChannels(), series.getNSlices(), series.getNFrames()));
		assertTrue(series.getStack().getSliceLabel(series.getStackIndex(1, 2, 4)).startsWith("energy=70\n"));
		for (int t = 1; t <= 16; t++) {
			assertEquals(0, value(series, 3, 2, t), 0.1);
			// the rounding of the input is amplified
			assertEquals(Material.of(SLABS[4]).hounsfield(30 + 10 * t), value(series, 35, 2, t), 4);
		}
		assertEquals(8, value((ImagePlus) module.getOutput("basisMap"), 35, 1, 1), 0.2);
		assertEquals(1000, value((ImagePlus) module.getOutput("waterMap"), 35, 1, 1), 5);
		// the series is read again by its labels, also after Duplicate
		final ImagePlus copy = new Duplicator().run(series, 1, 1, 1, D, 4, 5);
		assertEquals(70, ImagePlusBridge.fromImagePlus(copy).label(0, 0, 0).number("energy").getAsDouble());
		final CommandModule noise = run(DectNoiseMap.class, "image", series, "rois", rois(), "output", csv.toFile(), "figure",
			folder.resolve("noise.png").toFile(), "window", 2.5);
		assertFalse(noise.isCanceled(), noise::getCancelReason);
		assertEquals(5 * 16, ((ResultsTable) noise.getOutput("table")).size());
		assertEquals(1200, ImageIO.read(folder.resolve("noise.png").toFile()).getWidth());
		final ImagePlus map = (ImagePlus) noise.getOutput("map");
		assertEquals("CT 40-190 keV noise", map.getTitle());
		assertEquals(0, value(map, 3, 2, 4), 1e-3);
		IJ.saveAsTiff(series, folder.resolve("series.tif").toString());
		assertEquals(value(series, 20, 3, 7), value(IJ.openImage(folder.resolve("series.tif").toString()), 20, 3, 7), 1e-3);
	}

	@Test
	void effectiveEnergiesAreStatedLabelledOrCalibrated() throws Exception {
		final ImagePlus low = image("CT", LOW, 0, 1);
		final ImagePlus high = image("high", HIGH, 0, 1);
		assertRefused("give lowEnergy and highEnergy in keV, or calibration", DectMonoenergeticSeries.class, "low", low,
			"high", high);
		final ImagePlus calibrated = made(DectMonoenergeticSeries.class, "series", "low", low, "high", high, "calibration",
			"insert1=bone 1.2 g/ml, insert2=iodine 8 mg/ml", "rois", rois());
		assertTrue(calibrated.getInfoProperty().matches("(?s).*Effective energies by 2 inserts: (59.9|60.0)\\d and (94.|95.)" +
			".*"), calibrated.getInfoProperty());
		final ImagePlus pair = made(DectMonoenergeticSeries.class, "series", "low", low, "high", high, "energies", "60,95",
			"lowEnergy", "60", "highEnergy", "95", "materialise", true);
		for (int x = 3; x < W; x += 8) {
			assertEquals(value(low, x, 1, 1), value(pair, x, 1, 1));
			assertEquals(value(high, x, 1, 1), value(pair, x, 1, 2));
		}
		// a monoenergetic series of two frames is both images
		final ImagePlus again = made(DectMonoenergeticSeries.class, "series", "low", pair, "high", pair, "energies", "80");
		assertTrue(again.getInfoProperty().contains("Energies by the slice labels: 60.0 and 95.0 keV"), again
			.getInfoProperty());
		assertEquals("CT 60, 95 keV 80 keV", again.getTitle());
		assertRefused("Which of the 2 frames of 'CT 60, 95 keV' is meant", DectMonoenergeticSeries.class, "low", pair, "high",
			high);
		assertRefused("lowEnergy must be below highEnergy", DectMonoenergeticSeries.class, "low", low, "high", high,
			"lowEnergy", "95", "highEnergy", "60");
		assertRefused("10 to 200 keV", DectMonoenergeticSeries.class, "low", low, "high", high, "lowEnergy", "60",
			"highEnergy", "250");
		assertRefused("belong together", DectMonoenergeticSeries.class, "low", low, "high", high, "lowEnergy", "60");
		assertRefused("No material 'cheese'", DectMonoenergeticSeries.class, "low", low, "high", high, "basis", "cheese");
		assertRefused("no region called 'x'", DectMonoenergeticSeries.class, "low", low, "high", high, "calibration",
			"x=bone,y=iodine", "rois", rois());
		assertRefused("No map 'fat'", DectMonoenergeticSeries.class, "low", low, "high", high, "maps", "fat");
	}

	@Test
	void frequencySplit() throws Exception {
		final ImagePlus low = image("CT", LOW, 25, 1);
		final ImagePlus high = image("high", HIGH, 15, 2);
		final Object[] inputs = { "low", low, "high", high, "lowEnergy", "60", "highEnergy", "95", "energies", "40,80",
			"frequencySplit", 0.8, "rois", rois() };
		final ImagePlus series = made(DectMonoenergeticSeries.class, "series", inputs);
		assertTrue(series.getInfoProperty().contains("Frequency split of 0.8 mm at E0 = "), series.getInfoProperty());
		assertTrue(series.getInfoProperty().contains("'L4-5_DC' is 3.0 mm thick: below 3.7 mm its mean is partly that of E0"),
			series.getInfoProperty());
		assertRefused("The energy of least noise is unknown: There is no region", DectMonoenergeticSeries.class, "low", low,
			"high", high, "lowEnergy", "60", "highEnergy", "95", "frequencySplit", 0.8);
		final ImagePlus stated = made(DectMonoenergeticSeries.class, "series", "low", low, "high", high, "lowEnergy", "60",
			"highEnergy", "95", "energies", "80", "frequencySplit", 0.8, "baseEnergy", "80");
		final ImagePlus plain = made(DectMonoenergeticSeries.class, "series", "low", low, "high", high, "lowEnergy", "60",
			"highEnergy", "95", "energies", "80");
		for (int x = 0; x < W; x++)
			assertEquals(value(plain, x, 2, 1), value(stated, x, 2, 1), 1);
	}

	@Test
	void noiseMapsOfPlainImages() throws Exception {
		final ImagePlus noisy = image("CT", LOW, 25, 1);
		final CommandModule module = run(DectNoiseMap.class, "image", noisy, "box", "3D", "window", 6.0);
		assertFalse(module.isCanceled(), module::getCancelReason);
		assertNull(module.getOutput("table"));
		assertEquals(25, value((ImagePlus) module.getOutput("map"), 3, 2, 1), 8);
		assertRefused("three voxels are least", DectNoiseMap.class, "image", noisy, "window", 0.4);
		assertRefused("no frame of 'CT' says its energy", DectNoiseMap.class, "image", noisy, "rois", rois(), "figure", folder
			.resolve("a.png").toFile());
		noisy.getCalibration().setUnit("pixel");
		assertRefused("no voxel size in mm", DectNoiseMap.class, "image", noisy);
	}
}
