package io.github.vertebraj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import javax.imageio.ImageIO;

import io.github.vertebraj.io.imagej.ImagePlusBridge;
import io.github.vertebraj.io.imagej.RoiFile;
import io.github.vertebraj.phantom.LumbarPhantom;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** The ADC commands through SciJava's door, on a study with known truth. */
class AdcCommandsTest {

	private static final String ADC = "ADC (10^-3 mm^2/s)";
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

	private static CommandModule run(final Class<? extends Command> command, final Object... inputs)
		throws InterruptedException, ExecutionException
	{
		return context.service(CommandService.class).run(command, false, inputs).get();
	}

	private static void assertRefused(final String reason, final Class<? extends Command> command,
		final Object... inputs) throws Exception
	{
		final CommandModule module = run(command, inputs);
		assertTrue(module.isCanceled(), "was not refused");
		assertTrue(module.getCancelReason().contains(reason), module.getCancelReason());
	}

	private static ImagePlus dwi() {
		return ImagePlusBridge.toImagePlus(PHANTOM.dwi());
	}

	private File rois() throws IOException {
		final Path file = folder.resolve("rois.zip");
		try (var out = Files.newOutputStream(file)) {
			RoiFile.write(out, PHANTOM.regions().stream().map(LumbarPhantom.TrueRegion::region).toList());
		}
		return file.toFile();
	}

	@Test
	void measuresTheTruthInEveryRegion() throws Exception {
		final CommandModule module = run(AdcRoiMeasurement.class, "image", dwi(), "rois", rois(), "estimate",
			"fit of mean signal");
		assertFalse(module.isCanceled(), module::getCancelReason);
		final ResultsTable table = (ResultsTable) module.getOutput("table");
		assertEquals(PHANTOM.regions().size(), table.size());
		for (int row = 0; row < table.size(); row++) {
			final LumbarPhantom.TrueRegion truth = PHANTOM.regions().get(row);
			assertEquals(truth.region().name(), table.getStringValue("Region", row));
			assertEquals(truth.adc(), table.getValue(ADC, row), 0.02 * truth.adc(), truth.region().name());
		}
	}

	@Test
	void onlyLesionsAreClassed() throws Exception {
		final ResultsTable table = (ResultsTable) run(AdcRoiMeasurement.class, "image", dwi(), "rois", rois()).getOutput(
			"table");
		final Map<String, String> classes = new HashMap<>();
		for (int row = 0; row < table.size(); row++)
			classes.put(table.getStringValue("Region", row), table.getStringValue("Class", row));
		assertEquals("at or below cut-off", classes.get("L2_VB lesion"));
		assertEquals("above cut-off", classes.get("L4_VB lesion"));
		assertEquals("not applicable", classes.get("L3_VB normal"));
		assertEquals("not applicable", classes.get("L3-4_IVD"));
	}

	@Test
	void theMapMeasuresAsTheSeriesDoes() throws Exception {
		final ImagePlus map = (ImagePlus) run(AdcMap.class, "image", dwi()).getOutput("adc");
		final ResultsTable ofMap = (ResultsTable) run(AdcRoiMeasurement.class, "image", map, "rois", rois()).getOutput(
			"table");
		final ResultsTable ofSeries = (ResultsTable) run(AdcRoiMeasurement.class, "image", dwi(), "rois", rois()).getOutput(
			"table");
		for (int row = 0; row < ofSeries.size(); row++)
			for (final String column : List.of(ADC, "SD (10^-3 mm^2/s)", "P95 (10^-3 mm^2/s)", "Volume (ml)", "Voxels"))
				assertEquals(ofSeries.getValue(column, row), ofMap.getValue(column, row), 1e-6, column);
		assertEquals("Lumbar phantom ADC", map.getTitle());
		assertEquals("10^-3 mm^2/s", map.getCalibration().getValueUnit());
	}

	@Test
	void furtherMapsComeWhenAskedFor() throws Exception {
		final CommandModule module = run(AdcMap.class, "image", dwi(), "maps", "S0, rsquared", "method", "nonlinear");
		assertEquals("Lumbar phantom S0", ((ImagePlus) module.getOutput("s0")).getTitle());
		assertEquals("Lumbar phantom R2", ((ImagePlus) module.getOutput("rSquared")).getTitle());
	}

	@Test
	void writesTableSidecarAndFigure() throws Exception {
		final Path csv = folder.resolve("adc.csv");
		final Path png = folder.resolve("adc.png");
		final CommandModule module = run(AdcRoiMeasurement.class, "image", dwi(), "rois", rois(), "output", csv.toFile(),
			"figure", png.toFile());
		assertFalse(module.isCanceled(), module::getCancelReason);
		assertEquals(PHANTOM.regions().size() + 1, Files.readAllLines(csv).size());
		assertTrue(Files.readString(folder.resolve("adc.json")).contains("\"method\": \"log-linear\""));
		assertTrue(ImageIO.read(png.toFile()).getWidth() >= 1000);
	}

	@Test
	void refusesWhatItCannotMeasure() throws Exception {
		final ImagePlus dwi = dwi();
		assertRefused("weighted", AdcMap.class, "image", dwi, "method", "linear");
		assertRefused("one b-value for each frame", AdcMap.class, "image", dwi, "bValues", "0,1000");
		assertRefused("two different b-values", AdcMap.class, "image", dwi, "bValues", "500,500,500");
		assertRefused("known are S0, rSquared", AdcMap.class, "image", dwi, "maps", "R1");
		assertRefused("0 s/mm² or more", AdcMap.class, "image", dwi, "minimumB", -1.0);
		assertRefused("must end in .csv", AdcRoiMeasurement.class, "image", dwi, "rois", rois(), "output", folder.resolve(
			"adc.xls").toFile());
		assertRefused("nowhere", AdcRoiMeasurement.class, "image", dwi, "rois", rois(), "output", folder.resolve("nowhere")
			.resolve("adc.csv").toFile());
	}

	@Test
	void aRegionBeyondTheSlicesIsRefused() throws Exception {
		final ImagePlus part = new ij.plugin.Duplicator().run(dwi(), 1, 1, 4, 8, 1, 3);
		assertRefused("is bound to slice 6, but", AdcRoiMeasurement.class, "image", part, "rois", rois());
	}

	@Test
	void withoutSignalThereIsNoAdc() throws Exception {
		final ImagePlus dark = dwi().duplicate(); // the phantom's own voxels serve the other tests
		dark.setTitle("Lumbar phantom");
		for (int i = 1; i <= dark.getStackSize(); i++)
			dark.getStack().getProcessor(i).set(0);
		assertRefused("No voxel of 'Lumbar phantom' has an ADC", AdcMap.class, "image", dark);
		assertRefused("No voxel of 'Lumbar phantom' has an ADC", AdcRoiMeasurement.class, "image", dark, "rois", rois());
	}

	@Test
	void anUnlabelledImageIsNeitherSeriesNorMap() throws Exception {
		final ImagePlus plain = new ImagePlus("plain", new ij.process.FloatProcessor(7, 5));
		plain.setRoi(new Roi(1, 1, 3, 2));
		assertRefused("Image > Properties", AdcRoiMeasurement.class, "image", plain);
		plain.getCalibration().setUnit("mm");
		plain.getCalibration().pixelDepth = 4;
		assertRefused("neither b-values nor a unit", AdcRoiMeasurement.class, "image", plain);
		final CommandModule measured = run(AdcRoiMeasurement.class, "image", plain, "unit", "10^-6 mm^2/s");
		assertEquals(6, ((ResultsTable) measured.getOutput("table")).getValue("Voxels", 0));
		assertEquals(6 * 4 / 1000.0, ((ResultsTable) measured.getOutput("table")).getValue("Volume (ml)", 0), 1e-12);
	}
}
