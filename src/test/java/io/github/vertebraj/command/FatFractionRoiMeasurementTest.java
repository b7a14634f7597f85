package io.github.vertebraj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import javax.imageio.ImageIO;

import io.github.vertebraj.fatfraction.Acquisition;
import io.github.vertebraj.fatfraction.CramerRao;
import io.github.vertebraj.fatfraction.FatSpectrum;
import io.github.vertebraj.fatfraction.PhaseSign;
import io.github.vertebraj.fatfraction.Readout;
import io.github.vertebraj.io.imagej.ImagePlusBridge;
import io.github.vertebraj.io.imagej.RoiFile;
import io.github.vertebraj.phantom.FatPhantom;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.measure.ResultsTable;
import ij.process.FloatProcessor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** The fat of regions through SciJava's door, on signals with known truth. */
class FatFractionRoiMeasurementTest {

	private static final String OF_SUM = " FF F/(W+F) (%)";
	private static final String OF_MEANS = "FF of mean signals F/(W+F) (%)";
	private static final Acquisition ECHOES = new Acquisition(1.5, List.of(1.2, 3.2, 5.2, 7.2, 9.2, 11.2));
	private static Context context;

	@TempDir
	private Path folder;

	@BeforeAll
	static void open() {
		context = new Context(CommandService.class);
	}

	@AfterAll
	static void close() {
		context.dispose();
	}

	private static CommandModule run(final Object... inputs) throws Exception {
		return context.service(CommandService.class).run(FatFractionRoiMeasurement.class, false, inputs).get();
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

	private static FatPhantom phantom(final double snr, final PhaseSign sign, final double oddPhase) {
		return FatPhantom.create(new FatPhantom.Settings(ECHOES, FatSpectrum.of(6), snr, 100, sign, oddPhase, 1));
	}

	private File rois(final FatPhantom phantom) throws IOException {
		final Path file = folder.resolve("rois.zip");
		try (var out = Files.newOutputStream(file)) {
			RoiFile.write(out, phantom.regions().stream().map(FatPhantom.TrueRegion::region).toList());
		}
		return file.toFile();
	}

	/** The size of the signal at an echo time, by the model of the phantom. */
	private static double signal(final FatPhantom.TrueRegion truth, final double te) {
		final double[] hertz = FatSpectrum.of(6).hertz(1.5);
		final double fat = truth.percent() / 100;
		double real = 1 - fat;
		double imaginary = 0;
		for (int p = 0; p < hertz.length; p++) {
			real += fat * FatSpectrum.of(6).amplitudes().get(p) * Math.cos(2 * Math.PI * hertz[p] * te / 1000);
			imaginary += fat * FatSpectrum.of(6).amplitudes().get(p) * Math.sin(2 * Math.PI * hertz[p] * te / 1000);
		}
		return 1000 * Math.hypot(real, imaginary) * Math.exp(-truth.r2Star() * te / 1000);
	}

	@Test
	void complexEchoesGiveTheTruthOfEveryRegion() throws Exception {
		final FatPhantom phantom = phantom(Double.POSITIVE_INFINITY, PhaseSign.POSITIVE, 0);
		final ResultsTable table = table("image", ImagePlusBridge.toImagePlus(phantom.echoes()), "rois", rois(phantom));
		assertEquals("FF of Fat phantom (F/(W+F))", table.getTitle());
		assertEquals(phantom.regions().size(), table.size());
		for (int row = 0; row < table.size(); row++) {
			final FatPhantom.TrueRegion truth = phantom.regions().get(row);
			final String name = truth.region().name();
			assertEquals(name, table.getStringValue("Region", row));
			assertEquals(2400, table.getValue("Voxels", row));
			assertEquals(2400 * 1.9 * 2.1 * 5 / 1000, table.getValue("Volume (ml)", row), 1e-9);
			for (final String column : List.of("Mean", "Median", "P10", "P25", "P75", "P90"))
				assertEquals(truth.percent(), table.getValue(column + OF_SUM, row), 0.05, name + " " + column);
			assertEquals(truth.percent(), table.getValue(OF_MEANS, row), 0.05, name);
			assertEquals(10 * truth.percent(), table.getValue("Mean fat", row), 0.5, name);
			assertEquals(truth.r2Star(), table.getValue("Mean R2* (1/s)", row), 0.5, name);
			assertEquals(signal(truth, 3.2), table.getValue("Signal te=3.2", row), 0.05, name);
			// Fat turns once in 4.605 ms: 9.2 ms is in phase, 7.2 ms 23° from opposed.
			final double ratio = signal(truth, 7.2) / signal(truth, 9.2);
			assertEquals(ratio, table.getValue("SIR", row), 1e-4, name);
			assertEquals(100 * (1 - ratio), table.getValue("Dropout (%)", row), 1e-2, name);
			assertEquals(ratio > 1 ? 2400 : 0, table.getValue("OP > IP voxels", row), name);
			assertEquals("", table.getStringValue("Class", row));
		}
	}

	@Test
	void negativePhaseBipolarReadOutAndNoise() throws Exception {
		final FatPhantom phantom = phantom(50, PhaseSign.NEGATIVE, 0.7);
		final ImagePlus image = ImagePlusBridge.toImagePlus(phantom.echoes());
		final ResultsTable right = table("image", image, "rois", rois(phantom), "phaseSign", "negative", "bipolar", true);
		final ResultsTable wrong = table("image", image, "rois", rois(phantom), "phaseSign", "positive", "bipolar", true);
		final ResultsTable monopolar = table("image", image, "rois", rois(phantom), "phaseSign", "negative");
		for (int row = 0; row < right.size(); row++) {
			final FatPhantom.TrueRegion truth = phantom.regions().get(row);
			assertEquals(truth.percent(), right.getValue("Mean" + OF_SUM, row), 0.3, truth.region().name());
			final double bound = new CramerRao(ECHOES, FatSpectrum.of(6)).complex(truth.percent(), truth.r2Star(), 50,
				Readout.BIPOLAR);
			assertTrue(right.getValue("SD" + OF_SUM, row) < 1.15 * bound, truth.region().name());
		}
		final int water = 0; // 0 % at 20 1/s: with noise about half of the voxels are below 0
		assertTrue(Math.abs(right.getValue("Out-of-range voxels", water) - 1200) < 200, "clamped?");
		assertTrue(error(wrong, phantom) > 5 && error(monopolar, phantom) > 1, error(wrong, phantom) + " " + error(monopolar,
			phantom));
	}

	/** Mean size of the error over all regions, in points. */
	private static double error(final ResultsTable table, final FatPhantom phantom) {
		double sum = 0;
		for (int row = 0; row < table.size(); row++)
			sum += Math.abs(table.getValue("Mean" + OF_SUM, row) - phantom.regions().get(row).percent());
		return sum / table.size();
	}

	@Test
	void theLikelihoodOfRicianNoiseIsNearerToTheTruth() throws Exception {
		final FatPhantom phantom = phantom(20, PhaseSign.POSITIVE, 0);
		final ImagePlus image = magnitudes(phantom);
		final ResultsTable squares = table("image", image, "rois", rois(phantom), "model", "multi-echo magnitude",
			"dominance", "water");
		final ResultsTable rician = table("image", image, "rois", rois(phantom), "model", "multi-echo magnitude", "dominance",
			"water", "noise", "50");
		final int row = 3 * 11 + 2; // 20 % at 150 1/s: the last echoes are at 3 SD of the noise
		assertEquals("FF 20 R2star 150", rician.getStringValue("Region", row));
		final double biased = squares.getValue("Mean R2* (1/s)", row) - 150;
		final double better = rician.getValue("Mean R2* (1/s)", row) - 150;
		assertTrue(Math.abs(better) < Math.abs(biased) / 2, better + " is not better than " + biased);
		assertEquals(20, rician.getValue("Mean" + OF_SUM, 2), 0.5);
	}

	private static ImagePlus magnitudes(final FatPhantom phantom) {
		final ImageStack parts = ImagePlusBridge.toImagePlus(phantom.echoes()).getStack();
		final ImageStack stack = new ImageStack(parts.getWidth(), parts.getHeight());
		for (int i = 1; i < parts.size(); i += 2) {
			final float[] real = (float[]) parts.getPixels(i);
			final float[] imaginary = (float[]) parts.getPixels(i + 1);
			final float[] size = new float[real.length];
			for (int n = 0; n < size.length; n++)
				size[n] = (float) Math.hypot(real[n], imaginary[n]);
			stack.addSlice(parts.getSliceLabel(i).replace("component=real", "component=magnitude"), size);
		}
		final ImagePlus image = new ImagePlus("magnitudes", stack);
		image.setDimensions(1, stack.size() / 6, 6);
		image.setOpenAsHyperStack(true);
		image.setCalibration(ImagePlusBridge.toImagePlus(phantom.echoes()).getCalibration());
		image.setProperty("Info", "0018,0087 MagneticFieldStrength: 1.5");
		return image;
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
	void aMapMeasuresAsItsImageDoes() throws Exception {
		final FatPhantom phantom = phantom(50, PhaseSign.POSITIVE, 0);
		final ImagePlus image = ImagePlusBridge.toImagePlus(phantom.echoes());
		final CommandModule made = context.service(CommandService.class).run(FatFractionMap.class, false, "image", image,
			"maps", "R2star").get();
		final ResultsTable ofMap = table("image", made.getOutput("fatFraction"), "r2Star", made.getOutput("r2Star"), "rois",
			rois(phantom));
		final ResultsTable ofImage = table("image", image, "rois", rois(phantom));
		assertEquals("FF of Fat phantom FF (F/(W+F)) (F/(W+F))", ofMap.getTitle());
		assertEquals("map", ofMap.getStringValue("Model", 0));
		for (int row = 0; row < ofImage.size(); row++)
			for (final String column : List.of("Mean" + OF_SUM, "SD" + OF_SUM, "P90" + OF_SUM, "Out-of-range voxels",
				"Mean R2* (1/s)", "Voxels"))
				assertEquals(ofImage.getValue(column, row), ofMap.getValue(column, row), 1e-9, column);
		assertEquals("", ofMap.getStringValue(OF_MEANS, 0));
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
