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
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import javax.imageio.ImageIO;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.io.imagej.ImagePlusBridge;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** The signal patterns of the demo patient through SciJava's door. */
class SignalPatternTest {

	private static final String DOWN = "\u2193";
	private static final String UP = "\u2191";

	private static Context context;

	@TempDir
	static Path study;

	@TempDir
	Path folder;

	@BeforeAll
	static void open() throws Exception {
		context = new Context(CommandService.class);
		final CommandModule demo = context.service(CommandService.class).run(DemoData.class, false, "kind", "signal pattern",
			"outputFolder", study.toFile()).get();
		assertFalse(demo.isCanceled(), demo::getCancelReason);
	}

	@AfterAll
	static void close() {
		context.dispose();
	}

	private static CommandModule run(final Object... inputs) throws InterruptedException, ExecutionException {
		final List<Object> all = new ArrayList<>(Arrays.asList(inputs));
		if (!all.contains("rois")) all.addAll(List.of("rois", study.resolve("rois.zip").toFile()));
		return context.service(CommandService.class).run(SignalPattern.class, false, all.toArray()).get();
	}

	private static ResultsTable done(final Object... inputs) throws Exception {
		final CommandModule module = run(inputs);
		assertFalse(module.isCanceled(), module::getCancelReason);
		return (ResultsTable) module.getOutput("table");
	}

	private static void assertRefused(final String reason, final Object... inputs) throws Exception {
		final CommandModule module = run(inputs);
		assertTrue(module.isCanceled(), "was not refused");
		assertTrue(module.getCancelReason().contains(reason), module.getCancelReason());
	}

	private static ImagePlus image(final String name) {
		return IJ.openImage(study.resolve(name + ".tif").toString());
	}

	private static int row(final ResultsTable table, final String region) {
		for (int row = 0; row < table.size(); row++)
			if (table.getStringValue("Region", row).equals(region)) return row;
		throw new AssertionError("There is no row of " + region);
	}

	private static String cell(final ResultsTable table, final String region, final String column) {
		return table.getStringValue(column, row(table, region));
	}

	/** Signals by region and image, from the truth that the demo data come with. */
	private static double truth(final String region, final int column) throws Exception {
		return Files.readAllLines(study.resolve("truth.csv")).stream().map(line -> line.split(",")).filter(
			line -> line[0].equals(region)).mapToDouble(line -> Double.parseDouble(line[column])).findFirst().orElseThrow();
	}

	private static Object[] all(final Object... more) {
		final ImagePlus t1 = image("t1");
		final List<Object> inputs = new ArrayList<>(List.of("image", t1, "t1", t1, "t2", image("t2"), "fatSuppressed", image(
			"stir"), "dwi", image("dwi"), "adc", image("adc")));
		inputs.addAll(List.of(more));
		return inputs.toArray();
	}

	@Test
	void ratiosAreTheTruth() throws Exception {
		final ResultsTable table = done(all());
		assertEquals("Signal pattern of t1.tif", table.getTitle());
		assertEquals(3, table.size());
		final Map<String, Integer> columns = new LinkedHashMap<>(Map.of("T1", 2, "T2", 3, "FS", 4, "DWI", 5, "ADC", 6));
		for (final String lesion : List.of("L2_VB lesion", "L4_VB lesion", "L5_VB lesion"))
			for (final Map.Entry<String, Integer> column : columns.entrySet()) {
				final double ratio = truth(lesion, column.getValue()) / truth("L1_VB normal", column.getValue());
				assertEquals(1, table.getValue(column.getKey() + " ratio", row(table, lesion)) / ratio, 0.02, lesion + " " + column
					.getKey());
			}
		assertEquals("T1" + DOWN + " T2" + UP + " FS" + UP + " DWI" + UP + " ADC" + UP, cell(table, "L2_VB lesion",
			"Pattern"));
		assertEquals("T1" + UP + " T2" + UP + " FS" + UP + " DWI= ADC" + UP, cell(table, "L4_VB lesion", "Pattern"));
		assertEquals("T1" + DOWN + " T2" + DOWN + " FS" + DOWN + " DWI" + DOWN + " ADC=", cell(table, "L5_VB lesion",
			"Pattern"));
		assertEquals(0.1, table.getValue("Margin", 0));
	}

	@Test
	void compatibleEntries() throws Exception {
		final ResultsTable table = done(all());
		final String lytic = cell(table, "L2_VB lesion", "Compatible with");
		for (final String finding : List.of("metastasis (osteolytic)", "compression fracture with oedema", "spondylitis",
			"metastasis (mixed)"))
			assertTrue(lytic.contains(finding), lytic);
		assertFalse(lytic.contains("blastic") || lytic.contains("haemangioma"), lytic);
		assertTrue(cell(table, "L2_VB lesion", "Citations").contains("kaur-2020: Kaur et al., Pol J Radiol"));
		assertEquals("haemangioma (typical) [gaudino-2015, skeletal-2001, kaur-2020]", cell(table, "L4_VB lesion",
			"Compatible with"));
		assertEquals("osteoblastic metastasis (sclerosis) [case-368]", cell(table, "L5_VB lesion", "Compatible with"));
		assertEquals("", cell(table, "L5_VB lesion", "Compatible so far"));
	}

	@Test
	void whatIsMissingIsNeverEqual() throws Exception {
		final ImagePlus t1 = image("t1");
		final ResultsTable table = done("image", t1, "t1", t1, "t2", image("t2"));
		assertEquals("not assessable", cell(table, "L2_VB lesion", "FS arrow"));
		assertEquals("", cell(table, "L2_VB lesion", "FS ratio"));
		assertEquals("no entry of the atlas", cell(table, "L2_VB lesion", "Compatible with"));
		assertTrue(cell(table, "L2_VB lesion", "Compatible so far").startsWith(
			"metastasis (osteolytic) (FS not seen) [case-368, kaur-2020, herneth-2002]; "), cell(table, "L2_VB lesion",
				"Compatible so far"));
		assertTrue(cell(table, "L5_VB lesion", "Compatible so far").contains("reconversion to red marrow (FS not seen)"));
	}

	@Test
	void referencesBySequenceAndFiles() throws Exception {
		final Path csv = folder.resolve("pattern.csv");
		final Path signals = folder.resolve("signals.csv");
		final Path png = folder.resolve("pattern.png");
		final ResultsTable table = done(all("reference", "T1: ivd, default: L3_VB normal", "margin", 0.2, "output", csv
			.toFile(), "signals", signals.toFile(), "figure", png.toFile()));
		assertEquals(200.0 / 200, table.getValue("T1 ratio", row(table, "L2_VB lesion")), 0.02);
		assertEquals("=", cell(table, "L2_VB lesion", "T1 arrow"));
		assertEquals("T1: ivd, default: L3_VB normal", cell(table, "L2_VB lesion", "Reference"));
		assertEquals(4, Files.readAllLines(csv).size());
		final List<String> lines = Files.readAllLines(signals);
		assertEquals(1 + 3 * 5, lines.size());
		assertTrue(lines.get(1).contains("\"L1-2_IVD, L2-3_IVD, L3-4_IVD, L4-5_IVD, L5-S1_IVD\""), lines.get(1));
		assertTrue(lines.get(2).contains(",L3_VB normal,"), lines.get(2));
		final String sidecar = Files.readString(folder.resolve("pattern.json"));
		assertTrue(sidecar.contains("the reference of T1 is not named as normal"), sidecar);
		assertTrue(sidecar.contains("The signal of DWI is that of b=800"), sidecar);
		assertTrue(sidecar.contains("\"FS image\": \"stir.tif\""), sidecar);
		assertTrue(ImageIO.read(png.toFile()).getWidth() == 5 * 480);
	}

	/** A reference of zeros, and a lesion of which nothing is measurable, have no arrow. */
	@Test
	void whatIsNotMeasurableHasNoArrow() throws Exception {
		final ImagePlus t1 = image("t1");
		final ImagePlus zero = image("t2");
		zero.getStack().setVoxels(0, 0, 0, 96, 176, 11, new float[96 * 176 * 11]);
		final ImagePlus nothing = image("adc");
		final float[] nan = new float[96 * 176 * 11];
		Arrays.fill(nan, Float.NaN);
		nothing.getStack().setVoxels(0, 0, 0, 96, 176, 11, nan);
		final CommandModule module = run("image", t1, "t2", zero, "adc", nothing);
		assertFalse(module.isCanceled(), module::getCancelReason);
		final ResultsTable table = (ResultsTable) module.getOutput("table");
		assertEquals("not assessable", cell(table, "L2_VB lesion", "T2 arrow"));
		assertTrue(Double.isNaN(table.getValue("T2 ratio", 0)));
		assertEquals("not assessable", cell(table, "L2_VB lesion", "ADC arrow"));
		assertEquals("no entry of the atlas", cell(table, "L2_VB lesion", "Compatible with"));
		assertEquals("", cell(table, "L2_VB lesion", "Compatible so far"));
		final ResultsTable signals = (ResultsTable) module.getOutput("signalTable");
		assertEquals("the mean of the reference is not above 0", signals.getStringValue("Remark", 0));
		assertEquals("all voxels of the lesion are NaN", signals.getStringValue("Remark", 1));
		assertEquals(signals.getValue("Voxels", 1), signals.getValue("NaN voxels", 1));
	}

	@Test
	void anAtlasOfTheUsersOwn() throws Exception {
		final ImagePlus t1 = image("t1");
		final File atlas = Files.writeString(folder.resolve("mine.json"), """
			{ "sources": { "me": "Unpublished" }, "entries": [
				{ "id": "dark", "finding": "something dark", "pattern": { "t1": ["down"] }, "sources": ["me", "case-368"] },
				{ "id": "haemangioma", "finding": "my haemangioma", "pattern": { "T1": ["up"] }, "sources": ["me"] } ] }
			""").toFile();
		final ResultsTable table = done("image", t1, "t1", t1, "atlas", atlas);
		assertEquals("something dark [me, case-368]", cell(table, "L5_VB lesion", "Compatible with"));
		assertEquals("my haemangioma [me]", cell(table, "L4_VB lesion", "Compatible with"));
		assertTrue(cell(table, "L4_VB lesion", "Citations").contains("me: Unpublished"));
		Files.writeString(atlas.toPath(), """
			{ "entries": [ { "id": "dark", "finding": "x", "pattern": { "T1": ["dark"] }, "sources": ["case-368"] } ] }
			""");
		assertRefused("The atlas mine.json, entry 'dark', field pattern.T1: 'dark' is no arrow; known are down, equal, up",
			"image", t1, "t1", t1, "atlas", atlas);
	}

	@Test
	void refusesWhatItCannotCompare() throws Exception {
		final ImagePlus t1 = image("t1");
		final ImagePlus t2 = image("t2");
		assertRefused("There is nothing to compare: give at least one of t1", "image", t1);
		assertRefused("'t1.tif' is given as T1 and as T2", "image", t1, "t1", t1, "t2", t1);
		assertRefused("No region fits the reference 'muscle' of T2; besides the lesions there are [L1_VB normal,", "image", t1,
			"t2", t2, "reference", "muscle");
		assertRefused("reference names no regions for T2", "image", t1, "t2", t2, "reference", "T1: normal");
		assertRefused("There is no sequence 'T3'", "image", t1, "t2", t2, "reference", "T3: normal");
		assertRefused("reference names two patterns for default", "image", t1, "t2", t2, "reference", "normal, IVD");
		assertRefused("reference must be a pattern", "image", t1, "t2", t2, "reference", "T1: ");
		assertRefused("The margin must be", "image", t1, "t2", t2, "margin", 1.0);
		assertRefused("No region is a lesion", "image", t1, "t2", t2, "lesions", "tumour");
		assertRefused("There is no such image", "t2", t2);
		final CalibratedImage stir = ImagePlusBridge.fromImagePlus(image("stir"));
		final Geometry here = stir.geometry().orElseThrow();
		final Geometry elsewhere = new Geometry(here.xStep(), here.yStep(), here.zStep(), here.origin(), Optional.of("1.2.3"));
		assertRefused("their frames of reference differ", "image", t1, "fatSuppressed", ImagePlusBridge.toImagePlus(
			new CalibratedImage("far", stir.voxels(), ValueScale.IDENTITY, Optional.of(elsewhere), stir.labels(), stir.tags())));
		assertRefused("does not tell its place", "image", t1, "fatSuppressed", IJ.createImage("plain", 7, 5, 3, 16));
		assertRefused("must have one frame and one channel, but 'many' has 2", "image", t1, "t1", IJ.createHyperStack("many", 96,
			176, 1, 11, 2, 16));
	}
}
