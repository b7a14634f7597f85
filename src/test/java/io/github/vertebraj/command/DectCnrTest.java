package io.github.vertebraj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.io.imagej.ImagePlusBridge;
import io.github.vertebraj.io.imagej.RoiFile;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.measure.ResultsTable;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** Contrast-to-noise ratios of images whose values are known, through SciJava's door. */
class DectCnrTest {

	private static final int WIDTH = 30;
	private static final int HEIGHT = 7;
	private static final List<String> NAMES = List.of("L4-5_DC", "L4-5_LF left", "L4-5_LF right", "L4-5_IVD", "L5-S1_DC",
		"L5-S1_IVD");
	private static final double[] MEANS = { 10, 60, 60, 90, 12, 95 };

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

	private static CommandModule run(final Object... inputs) throws Exception {
		return context.service(CommandService.class).run(DectCnr.class, false, inputs).get();
	}

	private static ResultsTable table(final CommandModule module, final String name) {
		assertFalse(module.isCanceled(), module::getCancelReason);
		return (ResultsTable) module.getOutput(name);
	}

	private static void assertRefused(final String reason, final Object... inputs) throws Exception {
		final CommandModule module = run(inputs);
		assertTrue(module.isCanceled(), "was not refused");
		assertTrue(module.getCancelReason().contains(reason), module.getCancelReason());
	}

	/** Each region is a column of 5 x 7 voxels; the further frames are of other energies with other noise. */
	private static CalibratedImage image(final String title, final String unit, final long seed, final double... noise) {
		final Random random = new Random(seed);
		final double patient = random.nextGaussian();
		final float[] values = new float[WIDTH * HEIGHT * noise.length];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) (MEANS[i % WIDTH / 5] + (patient + 8) * noise[i / (WIDTH * HEIGHT)] * random.nextGaussian());
		final List<PlaneLabel> labels = IntStream.range(0, noise.length).mapToObj(t -> noise.length == 1 ? PlaneLabel.empty()
			: PlaneLabel.empty().with(PlaneLabel.ENERGY, 40 + 30.0 * t)).toList();
		return new CalibratedImage(title, ArrayImgs.floats(values, WIDTH, HEIGHT, 1, noise.length, 1), new ValueScale(1, 0,
			unit), Optional.of(Geometry.ofSpacing(0.5, 0.6, 2)), labels, Map.of());
	}

	private static List<Region> regions() {
		final List<Region> regions = new ArrayList<>();
		for (int i = 0; i < NAMES.size(); i++) {
			final int x = 5 * i;
			regions.add(new Region(NAMES.get(i), IntStream.range(0, HEIGHT).mapToObj(y -> new Region.Run(0, y, x, x + 5))
				.toList()));
		}
		return regions;
	}

	private static File rois(final Path file, final List<Region> regions) throws IOException {
		try (var out = Files.newOutputStream(file)) {
			RoiFile.write(out, regions);
		}
		return file.toFile();
	}

	private Path study(final int patients) throws IOException {
		final Path study = Files.createDirectory(folder.resolve("study"));
		for (int i = 0; i < patients; i++) {
			final Path patient = Files.createDirectory(study.resolve("patient " + (i + 1)));
			save(image("mixed", "HU", i, 0.8), patient.resolve("mixed.tif"));
			save(image("mono", "HU", i, 2, 1, 1.2), patient.resolve("mono.tif"));
			rois(patient.resolve("rois.zip"), regions());
		}
		return study;
	}

	private static void save(final CalibratedImage image, final Path file) throws IOException {
		Files.write(file, new FileSaver(ImagePlusBridge.toImagePlus(image)).serialize());
	}

	/** By hand, in this test: means and SDs of the voxels of both regions. */
	@Test
	void ratiosOfAnImageAreThoseByHand() throws Exception {
		final CalibratedImage image = image("mixed.tif", "HU", 3, 1);
		final Path csv = folder.resolve("cnr.csv");
		final ResultsTable table = table(run("image", ImagePlusBridge.toImagePlus(image), "images", "", "rois", rois(folder
			.resolve("rois.zip"), regions()), "output", csv.toFile()), "table");
		final double[] canal = column(image, 0);
		final double[] ligament = column(image, 2);
		final double difference = Math.abs(mean(canal) - mean(ligament));
		assertEquals("L4-5_LF right", table.getStringValue("Target", 1));
		assertEquals(difference / sd(ligament), table.getValue("CNR (target SD)", 1), 1e-9);
		assertEquals(difference / sd(canal), table.getValue("CNR (reference SD)", 1), 1e-9);
		assertEquals(difference / Math.hypot(sd(canal), sd(ligament)), table.getValue("CNR (root sum of variances)", 1), 1e-9);
		assertEquals("[DC-LF mixed L4-5 , DC-LF mixed L4-5 , DC-IVD mixed L4-5 , DC-IVD mixed L5-S1 , DC-LF mixed" +
			" L5-S1 missing: no region named as LF at L5-S1]", IntStream.range(0, table.size()).mapToObj(row -> String.join(" ", table
				.getStringValue("Pair", row), table.getStringValue("Image type", row), table.getStringValue("Level", row), table
					.getStringValue("Note", row))).toList().toString());
		assertEquals(6, Files.readAllLines(csv).size());
	}

	private static double[] column(final CalibratedImage image, final int region) {
		final var access = image.volume(0, 0).randomAccess();
		return IntStream.range(0, 5 * HEIGHT).mapToDouble(i -> access.setPositionAndGet(5L * region + i % 5, i / 5, 0)
			.getRealDouble()).toArray();
	}

	private static double mean(final double[] values) {
		return Arrays.stream(values).sum() / values.length;
	}

	private static double sd(final double[] values) {
		final double mean = mean(values);
		return Math.sqrt(Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum() / (values.length - 1));
	}

	@Test
	void aStudyIsComparedByPatient() throws Exception {
		final Path summary = folder.resolve("summary.csv");
		final Path tests = folder.resolve("tests.csv");
		final Path figure = folder.resolve("figure.png");
		final Path curve = folder.resolve("curve.png");
		final CommandModule module = run("study", study(8).toFile(), "summary", summary.toFile(), "tests", tests.toFile(),
			"figure", figure.toFile(), "curve", curve.toFile());
		final ResultsTable table = table(module, "table");
		assertEquals(8 * 4 * 5, table.size());
		final ResultsTable medians = table(module, "summaryTable");
		assertEquals(2 * 4, medians.size());
		assertEquals(List.of("mixed", "40 keV", "70 keV", "100 keV"), IntStream.range(0, 4).mapToObj(row -> medians
			.getStringValue("Group", row)).toList());
		assertEquals(8, medians.getValue("n", 0));
		assertTrue(medians.getValue("Median", 0) > medians.getValue("Median", 1));
		final ResultsTable wilcoxon = table(module, "testTable");
		assertEquals(2 * 6 * 2, wilcoxon.size());
		assertEquals("mixed vs 40 keV", wilcoxon.getStringValue("Groups", 0));
		assertTrue(wilcoxon.getStringValue("Variant", 0).contains("asymptotic"), wilcoxon.getStringValue("Variant", 0));
		assertTrue(wilcoxon.getStringValue("Variant", 1).contains("exact"), wilcoxon.getStringValue("Variant", 1));
		assertEquals(2 / 256.0, wilcoxon.getValue("p", 1), 1e-12, "all of eight differences have one sign");
		assertTrue(ImageIO.read(figure.toFile()).getWidth() >= 1000);
		assertTrue(ImageIO.read(curve.toFile()).getWidth() >= 1000);
		assertTrue(wilcoxon.getStringValue("Notes", 0).contains("mean over levels and sides"));
		assertTrue(Files.readString(folder.resolve("tests.json")).contains("no region named as LF at L5-S1 (8 patients)"));
	}

	@Test
	void aTableNamesTheFilesOfAStudy() throws Exception {
		final Path study = study(2);
		final Path manifest = folder.resolve("study.csv");
		Files.writeString(manifest, "patient,image,rois,type\nA,study/patient 1/mixed.tif,study/patient 1/rois.zip,blend\n" +
			"B,study/patient 2/mixed.tif,study/patient 2/rois.zip,blend\n");
		final CommandModule module = run("study", manifest.toFile());
		assertEquals("blend", table(module, "table").getStringValue("Image type", 0));
		assertEquals("B", table(module, "table").getStringValue("Patient", 9));
		assertNull(module.getOutput("testTable"), "one image type has nothing to be compared with");
		Files.writeString(manifest, "patient,image,rois\nA,study/patient 1/none.tif,study/patient 1/rois.zip\n");
		assertRefused("There is no file or folder", "study", manifest.toFile());
		Files.writeString(manifest, "patient,image,rois\nA,study/patient 1/mixed.tif,study/patient 1/rois.zip\n" +
			"A,study/patient 1/mixed.tif,study/patient 1/rois.zip\n");
		assertRefused("has two images of the type 'mixed'", "study", manifest.toFile());
	}

	@Test
	void whatCannotBeMeasuredIsRefused() throws Exception {
		final ImagePlus image = ImagePlusBridge.toImagePlus(image("mixed", "HU", 3, 1));
		final File rois = rois(folder.resolve("rois.zip"), regions());
		assertRefused("does not say that its values are HU", "image", ImagePlusBridge.toImagePlus(image("raw", "", 3, 1)),
			"images", "", "rois", rois);
		assertFalse(run("image", ImagePlusBridge.toImagePlus(image("raw", "", 3, 1)), "images", "", "rois", rois, "values",
			"HU").isCanceled());
		assertRefused("No region is named as reference (canal)", "image", image, "images", "", "rois", rois, "reference",
			"canal", "targets", "ligament");
		assertRefused("No level has both a reference (canal) and a target (IVD): missing: no region named as canal at L4-5",
			"image", image, "images", "", "rois", rois, "reference", "canal", "targets", "IVD");
		assertRefused("give study", "image", image, "images", "", "rois", rois, "tests", folder.resolve("t.csv").toFile());
		assertRefused("needs monoenergetic images of two energies or more, but of the image types [mixed] 0 tell one", "image", image, "images", "", "rois", rois, "curve",
			folder.resolve("c.png").toFile());
		assertRefused("There is no file or folder", "study", folder.resolve("nowhere").toFile());
		assertRefused("has no folders of patients", "study", Files.createDirectory(folder.resolve("empty")).toFile());
		Files.createDirectories(folder.resolve("lacking/A"));
		assertRefused("lacks regions", "study", folder.resolve("lacking").toFile());
		assertRefused("No open image is called 'other'", "image", image, "images", "other", "rois", rois);
	}

	private void assertRows(final CommandModule module, final String column, final String expected) {
		final ResultsTable table = table(module, "table");
		assertEquals(expected, IntStream.range(0, table.size()).mapToObj(row -> table.getStringValue(column, row)).distinct()
			.toList().toString());
	}

	/** Two series of the same energies are two curves and two types. */
	@Test
	void seriesOfOneEnergyAreToldApart() throws Exception {
		final Path study = study(3);
		for (int i = 1; i <= 3; i++)
			save(image("x", "HU", 10 + i, 2, 1, 1.2), study.resolve("patient " + i + "/mono split.tif"));
		final CommandModule module = run("study", study.toFile());
		assertRows(module, "Image type", "[mixed, mono 40 keV, mono 70 keV, mono 100 keV, mono split 40 keV, mono split 70" +
			" keV, mono split 100 keV]");
		assertEquals(7 * 2, table(module, "summaryTable").size());
	}

	/** A study goes on without those who lack something, and says who and what. */
	@Test
	void patientsWithoutAnImageTypeAreNamed() throws Exception {
		final Path study = study(5);
		Files.delete(study.resolve("patient 2/mixed.tif"));
		Files.writeString(study.resolve("patient 1/notes.txt"), "stray");
		Files.writeString(study.resolve("truth.csv"), "stray");
		final Path summary = folder.resolve("summary.csv");
		final CommandModule module = run("study", study.toFile(), "summary", summary.toFile());
		assertEquals(4, table(module, "summaryTable").getValue("n", 0));
		assertEquals(1, table(module, "testTable").getValue("Missing", 0));
		assertTrue(Files.readString(folder.resolve("summary.json")).contains("Summary and tests of DC-LF leave out 1 of 5" +
			" patients, who lack a CNR: mixed in patient 2"), Files.readString(folder.resolve("summary.json")));
	}

	/** The ratios of the others are there, though nobody has all image types. */
	@Test
	void aTypeThatOnePatientAloneHasLeavesNothingToCompare() throws Exception {
		final Path study = study(3);
		Files.delete(study.resolve("patient 1/mixed.tif"));
		save(image("scout", "HU", 4, 1), study.resolve("patient 1/scout.tif"));
		final Path csv = folder.resolve("cnr.csv");
		final CommandModule module = run("study", study.toFile(), "output", csv.toFile());
		assertEquals(3 * 4 * 5, table(module, "table").size());
		assertNull(module.getOutput("summaryTable"));
		assertTrue(Files.readString(folder.resolve("cnr.json")).contains(
			"No patient has a CNR under each image type, so there is no summary"));
	}

	@Test
	void whatAStudyMixesUpIsRefused() throws Exception {
		final Path study = study(2);
		final Path first = study.resolve("patient 1");
		save(new CalibratedImage("thick", ArrayImgs.floats(new float[2 * WIDTH * HEIGHT], WIDTH, HEIGHT, 2, 1, 1),
			new ValueScale(1, 0, "HU"), Optional.empty(), List.of(PlaneLabel.empty(), PlaneLabel.empty()), Map.of()), first
				.resolve("thick.tif"));
		assertRefused("'thick.tif' has 30 x 7 x 2 voxels, but 'mixed.tif' has 30 x 7 x 1", "study", study.toFile());
		Files.delete(first.resolve("thick.tif"));
		Files.copy(first.resolve("mixed.tif"), first.resolve("mixed.tiff"));
		assertRefused("two images of the type 'mixed': mixed.tif and mixed.tiff", "study", study.toFile());
		Files.delete(first.resolve("mixed.tiff"));
		Files.copy(first.resolve("rois.zip"), first.resolve("regions.zip"));
		assertRefused("two files of regions: regions.zip and rois.zip", "study", study.toFile());
		Files.delete(first.resolve("regions.zip"));
		rois(first.resolve("rois.zip"), List.of(new Region("L4-5_DC", List.of(new Region.Run(0, 9, 0, 5))), new Region(
			"L4-5_LF", List.of(new Region.Run(0, 0, 0, 5)))));
		assertRefused("patient 1/mixed.tif: The region 'L4-5_DC' lies outside", "study", study.toFile());
	}

	/** Each becomes NaN, with its reason, and nothing fails. */
	@Test
	void regionsThatCannotBeMeasuredAreNaN() throws Exception {
		final float[] values = new float[WIDTH * HEIGHT];
		Arrays.fill(values, 50);
		for (int i = 0; i < values.length; i++)
			if (i % WIDTH < 5) values[i] = i;
			else if (i % WIDTH >= 20) values[i] = Float.NaN;
		final CalibratedImage image = new CalibratedImage("flat", ArrayImgs.floats(values, WIDTH, HEIGHT, 1, 1, 1),
			new ValueScale(1, 0, "HU"), Optional.of(Geometry.ofSpacing(0.5, 0.6, 2)), List.of(PlaneLabel.empty()), Map.of());
		final Region.Run dot = new Region.Run(0, 3, 12, 13);
		final File rois = rois(folder.resolve("r\u00f6is \u00e4.zip"), List.of(regions().get(0), new Region("L4-5_LF \u00fcber all",
			regions().get(1).runs()), new Region("L4-5_LF right", List.of(dot)), new Region("L4-5_IVD", List.of(new Region.Run(0,
				2, 22, 26)))));
		final CommandModule module = run("image", ImagePlusBridge.toImagePlus(image), "images", "", "rois", rois);
		assertRows(module, "Note", "[CNR is NaN: the target SD is 0, CNR is NaN: the target SD is unknown, since one voxel has" +
			" no SD, CNR is NaN: the target has no voxel with a value]");
		assertRows(module, "CNR (target SD)", "[NaN]");
		assertRows(module, "Target", "[L4-5_LF \u00fcber all, L4-5_LF right, L4-5_IVD]");
	}

	/** A study needs no image, and takes none that is open. */
	@Test
	void aStudyDoesNotTellOfAnOpenImage() throws Exception {
		final Path csv = folder.resolve("cnr.csv");
		final CommandModule module = run("study", study(2).toFile(), "image", ImagePlusBridge.toImagePlus(image("other", "", 1,
			1)), "output", csv.toFile());
		assertFalse(module.isCanceled(), module::getCancelReason);
		assertFalse(Files.readString(folder.resolve("cnr.json")).contains("other"));
		assertRefused("There is no such image", "images", "");
	}
}
