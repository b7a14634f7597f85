package io.github.vertebraj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import javax.imageio.ImageIO;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.measure.ResultsTable;
import ij.process.FloatProcessor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fat of regions of images with few voxels, by hand. */
class FatFractionRoiMeasurementTest extends CommandDoor {

	private static final String OF_SUM = " FF F/(W+F) (%)";
	private static final String OF_MEANS = "FF of mean signals F/(W+F) (%)";

	@TempDir
	private Path folder;

	FatFractionRoiMeasurementTest() {
		super(FatFractionRoiMeasurement.class);
	}

	/** Volumes of 4 × 3 × 2 voxels of 2 × 1 × 4 mm; the voxels of each are those values, again on each slice. */
	private static ImagePlus volumes(final String title, final List<String> labels, final double[]... values) {
		final ImageStack stack = new ImageStack(4, 3);
		for (int z = 0; z < 2; z++)
			for (int c = 0; c < labels.size(); c++)
				stack.addSlice(labels.get(c), new FloatProcessor(4, 3, values[c]));
		final ImagePlus image = new ImagePlus(title, stack);
		image.setDimensions(labels.size(), 2, 1);
		image.setOpenAsHyperStack(true);
		image.getCalibration().setUnit("mm");
		image.getCalibration().pixelWidth = 2;
		image.getCalibration().pixelDepth = 4;
		image.setOverlay(overlay("L3_VB lesion", 1, 0, 3, 2, "L2_VB normal", 0, 2, 2, 1));
		return image;
	}

	/** Rectangles on slice 2: name, x, y, width, height. */
	private static Overlay overlay(final Object... rectangles) {
		final Overlay overlay = new Overlay();
		for (int i = 0; i < rectangles.length; i += 5) {
			final Roi roi = new Roi((int) rectangles[i + 1], (int) rectangles[i + 2], (int) rectangles[i + 3],
				(int) rectangles[i + 4]);
			roi.setName((String) rectangles[i]);
			roi.setPosition(0, 2, 0);
			overlay.add(roi);
		}
		return overlay;
	}

	private static double[] all(final double value) {
		final double[] values = new double[12];
		Arrays.fill(values, value);
		return values;
	}

	private static double[] with(final double value, final int at, final double other) {
		final double[] values = all(value);
		values[at] = other;
		return values;
	}

	private static ImagePlus dixon() {
		// of the lesion (x 1-3, y 0-1): one voxel without any signal, one with fat of -10
		final double[] water = with(60, 1, 0);
		final double[] fat = with(30, 1, 0);
		fat[2] = -10;
		final double[] in = all(100);
		final double[] opposed = with(80, 7, 110);
		return volumes("dixon", List.of("component=water", "component=fat", "component=in-phase; te=4.6",
			"component=opposed-phase; te=2.3"), water, fat, in, opposed);
	}

	@Test
	void dixonImagesTellTheDropoutToo() throws Exception {
		final ResultsTable table = table("image", dixon(), "model", "water-fat");
		assertEquals("FF of dixon (F/(W+F))", table.getTitle());
		assertEquals("L3_VB lesion", table.getStringValue("Region", 0));
		assertEquals("L3", table.getStringValue("Level", 0));
		assertEquals(6, table.getValue("Voxels", 0));
		assertEquals(1, table.getValue("NaN voxels", 0));
		assertEquals(1, table.getValue("Out-of-range voxels", 0));
		assertEquals((4 * 100 / 3.0 - 20) / 5, table.getValue("Mean" + OF_SUM, 0), 1e-5);
		assertEquals(100 / 3.0, table.getValue("Median" + OF_SUM, 0), 1e-5);
		assertEquals(60, table.getValue("Mean water", 0), 1e-6);
		assertEquals(22, table.getValue("Mean fat", 0), 1e-6);
		assertEquals(100 * 22 / 82.0, table.getValue(OF_MEANS, 0), 1e-5);
		assertEquals(85, table.getValue("Signal opposed-phase te=2.3", 0), 1e-6);
		assertEquals(100, table.getValue("Signal in-phase te=4.6", 0), 1e-6);
		assertEquals(15, table.getValue("Dropout (%)", 0), 1e-6);
		assertEquals(0.85, table.getValue("SIR", 0), 1e-8);
		assertEquals(1, table.getValue("OP > IP voxels", 0));
		assertEquals("", table.getStringValue("Mean R2* (1/s)", 0));
		assertEquals(100 / 3.0, table.getValue("Mean" + OF_SUM, 1), 1e-5);
	}

	@Test
	void volumesThatSayTheSameKeepApart() throws Exception {
		final ResultsTable table = table("image", volumes("more", List.of("component=water", "component=fat", "", ""), all(
			60), all(30), all(7), all(8)), "model", "water-fat");
		assertEquals(7, table.getValue("Signal magnitude", 0), 1e-6);
		assertEquals(8, table.getValue("Signal magnitude (2)", 0), 1e-6);
	}

	@Test
	void ofSeveralEchoesTheNearestPairTellsTheDropout() throws Exception {
		final List<String> labels = List.of("component=opposed-phase; te=2.3", "component=in-phase; te=4.6",
			"component=opposed-phase; te=6.9", "component=in-phase; te=13.8");
		final ImagePlus image = volumes("four", labels, all(70), all(100), all(50), all(40));
		final ResultsTable table = table("image", image, "model", "multi-echo magnitude", "dominance", "water",
			"fieldStrength", "1.5");
		assertEquals(0.7, table.getValue("SIR", 0), 1e-6);
	}

	@Test
	void theOtherDefinitionIsInEveryHeader() throws Exception {
		final ResultsTable table = table("image", dixon(), "model", "water-fat", "definition", "SI_fat/SI_in-phase");
		assertEquals("FF of dixon (SI_fat/SI_in-phase)", table.getTitle());
		assertEquals(30, table.getValue("Mean FF SI_fat/SI_in-phase (%)", 1), 1e-5);
		assertEquals(30, table.getValue("FF of mean signals SI_fat/SI_in-phase (%)", 1), 1e-5);
		for (final String header : table.getHeadings())
			assertTrue(!header.contains("FF") || header.contains("SI_fat/SI_in-phase"), header);
	}

	@Test
	void cutOffsAreForLesionsAndTellTheirSource() throws Exception {
		final ResultsTable drop = table("image", dixon(), "model", "water-fat", "preset", "ragab-2009-dropout");
		assertEquals("below cut-off", drop.getStringValue("Class", 0));
		assertEquals("not applicable", drop.getStringValue("Class", 1));
		assertEquals("ragab-2009-dropout", drop.getStringValue("Rule", 0));
		assertTrue(drop.getStringValue("Rule says", 0).matches(
			"dropout below 35.0 %: .*Eur J Radiol.*For research only, never a diagnosis\\."));
		final ResultsTable ratio = table("image", dixon(), "model", "water-fat", "preset", "in-opposed-stir-sir");
		assertEquals("below cut-off", ratio.getStringValue("Class", 0));
		final ImagePlus bare = volumes("bare", List.of("component=water", "component=fat"), all(60), all(30));
		assertRefused("has no in- and opposed-phase signals", "image", bare, "model", "water-fat", "preset",
			"ragab-2009-dropout");
		assertEquals("", table("image", bare, "model", "water-fat").getStringValue("Dropout (%)", 0));
		assertRefused("There is no reference rule 'ragab'", "image", dixon(), "model", "water-fat", "preset", "ragab");
		assertRefused("is for the mean ADC", "image", dixon(), "model", "water-fat", "preset", "kaur-2020-lesion");
	}

	@Test
	void inAndOpposedPhaseCountTheirFlags() throws Exception {
		final double[] opposed = with(30, 1, 120); // 35 %: 65 % fits as well; one voxel brighter than in phase
		opposed[2] = 80; // 10 %
		final ImagePlus image = volumes("pair", List.of("te=2.3", "te=4.6"), opposed, all(100));
		final ResultsTable table = table("image", image, "model", "in-opposed", "dominance", "water", "fieldStrength",
			"1.5");
		assertEquals(4, table.getValue("Ambiguous voxels", 0));
		assertEquals(1, table.getValue("OP > IP voxels", 0));
		assertEquals(1, table.getValue("Out-of-range voxels", 0));
		final double mean = (4 * 30 + 120 + 80) / 6.0;
		assertEquals(mean / 100, table.getValue("SIR", 0), 1e-6);
		assertEquals((100 - mean) / 2, table.getValue(OF_MEANS, 0), 1e-5);
		assertEquals("in-opposed", table.getStringValue("Model", 0));
	}

	@Test
	void aScannersMapNeedsItsUnit() throws Exception {
		final double[] share = with(0.25, 1, 1.1);
		share[2] = -0.05;
		share[3] = Double.NaN;
		final ImagePlus map = volumes("scan", List.of(""), share);
		assertRefused("give unit (%, 0-1 or 0-1000)", "image", map);
		final ResultsTable table = table("image", map, "unit", "0-1");
		assertEquals("FF of scan (as mapped)", table.getTitle());
		assertEquals((3 * 25 + 110 - 5) / 5.0, table.getValue("Mean FF as mapped (%)", 0), 1e-5);
		assertEquals(2, table.getValue("Out-of-range voxels", 0));
		assertEquals(1, table.getValue("NaN voxels", 0));
		assertEquals(2.5, table("image", volumes("scan", List.of(""), all(25)), "unit", "0-1000").getValue(
			"Mean FF as mapped (%)", 0), 1e-6);
		final ImagePlus labelled = volumes("scan", List.of("component=fat-fraction"), all(25));
		assertRefused("does not tell its unit", "image", labelled);
		labelled.getCalibration().setValueUnit("%");
		assertEquals(25, table("image", labelled).getValue("Mean FF as mapped (%)", 0), 1e-6);
		assertRefused("one frame and one channel", "image", dixon(), "unit", "%");
	}

	@Test
	void sixteenBitsAndTheirRoundingAreInRange() throws Exception {
		final ImageStack stack = new ImageStack(4, 3);
		for (int z = 0; z < 2; z++)
			stack.addSlice("", new short[] { 117, 117, 0, 118, 117, 117, 117, 117, 0, 0, 0, 0 });
		final ImagePlus map = new ImagePlus("scan", stack);
		map.getCalibration().setUnit("mm");
		map.getCalibration().pixelDepth = 4;
		map.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] { 0, 1 / 117.0 }, "");
		map.setOverlay(overlay("L3_VB", 1, 0, 3, 2));
		final ResultsTable table = table("image", map, "unit", "0-1"); // 117 · (100 / 117) is above 100 in double
		assertEquals(1, table.getValue("Out-of-range voxels", 0));
		assertEquals(100 * (4 + 118 / 117.0) / 6, table.getValue("Mean FF as mapped (%)", 0), 1e-9);
	}

	@Test
	void aMapOfR2StarMustFit() throws Exception {
		final ImagePlus decay = volumes("decay", List.of(""), all(45));
		assertRefused("must be in 1/s", "image", dixon(), "model", "water-fat", "r2Star", decay);
		decay.getCalibration().setValueUnit("1/s");
		assertEquals(45, table("image", dixon(), "model", "water-fat", "r2Star", decay).getValue("Mean R2* (1/s)", 0), 1e-6);
		final ImagePlus other = new ImagePlus("other", new FloatProcessor(4, 3));
		other.getCalibration().setValueUnit("1/s");
		assertRefused("has another size", "image", dixon(), "model", "water-fat", "r2Star", other);
	}

	@Test
	void oneVoxelAndNoneThatIsMeasurable() throws Exception {
		final ImagePlus image = dixon();
		image.setOverlay(overlay("one", 0, 0, 1, 1, "dark", 1, 0, 1, 1));
		final ResultsTable table = table("image", image, "model", "water-fat");
		assertEquals(100 / 3.0, table.getValue("Mean" + OF_SUM, 0), 1e-5);
		assertTrue(Double.isNaN(table.getValue("SD" + OF_SUM, 0)));
		assertTrue(Double.isNaN(table.getValue("Mean" + OF_SUM, 1)));
		assertEquals(1, table.getValue("NaN voxels", 1));
	}

	@Test
	void writesTableSidecarAndFigure() throws Exception {
		final Path csv = folder.resolve("fat.csv");
		final Path png = folder.resolve("fat.png");
		table("image", dixon(), "model", "water-fat", "preset", "ragab-2009-dropout", "output", csv.toFile(), "figure", png
			.toFile());
		assertEquals(3, Files.readAllLines(csv).size());
		final String sidecar = Files.readString(folder.resolve("fat.json"));
		assertTrue(sidecar.contains("\"bipolar\": false") && sidecar.contains("Rule ragab-2009-dropout: dropout below 35"),
			sidecar);
		assertTrue(ImageIO.read(png.toFile()).getWidth() >= 1000);
		assertRefused("must end in .csv", "image", dixon(), "model", "water-fat", "output", folder.resolve("fat.xls")
			.toFile());
	}

	@Test
	void refusesWhatItCannotMeasure() throws Exception {
		final ImagePlus image = dixon();
		assertRefused("is for the model multi-echo magnitude", "image", image, "model", "water-fat", "noise", "3");
		assertRefused("needs echoes of component=real and imaginary", "image", image);
		image.setOverlay(null);
		assertRefused("There is no region for 'dixon'", "image", image, "model", "water-fat");
		final ImagePlus plain = dixon();
		plain.getCalibration().setUnit("pixel");
		assertRefused("has no voxel size in mm", "image", plain, "model", "water-fat");
	}
}
