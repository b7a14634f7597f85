package io.github.vertebraj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

import io.github.vertebraj.fatfraction.Acquisition;
import io.github.vertebraj.fatfraction.FatSpectrum;
import io.github.vertebraj.fatfraction.PhaseSign;
import io.github.vertebraj.image.Region.Run;
import io.github.vertebraj.io.imagej.ImagePlusBridge;
import io.github.vertebraj.phantom.FatPhantom;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** The fat fraction through SciJava's door, on echoes with known truth. */
class FatFractionMapTest {

	private static final Acquisition PHANTOM_ECHOES = new Acquisition(1.5, List.of(1.2, 3.2, 5.2, 7.2, 9.2, 11.2));
	private static final FatPhantom PHANTOM = FatPhantom.create(new FatPhantom.Settings(PHANTOM_ECHOES, FatSpectrum.of(6),
		Double.POSITIVE_INFINITY, 100, PhaseSign.POSITIVE, 0, 1));
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
		return context.service(CommandService.class).run(FatFractionMap.class, false, inputs).get();
	}

	private static ImagePlus map(final Object... inputs) throws Exception {
		final CommandModule module = run(inputs);
		assertFalse(module.isCanceled(), module::getCancelReason);
		return (ImagePlus) module.getOutput("fatFraction");
	}

	private static void assertRefused(final String reason, final Object... inputs) throws Exception {
		final CommandModule module = run(inputs);
		assertTrue(module.isCanceled(), "was not refused");
		assertTrue(module.getCancelReason().contains(reason), module.getCancelReason());
	}

	private static ImagePlus echoes() {
		final ImagePlus echoes = ImagePlusBridge.toImagePlus(PHANTOM.echoes());
		echoes.setTitle("fat.tif");
		return echoes;
	}

	/** The echoes as magnitude and phase, the phase multiplied and named as told. */
	private static ImagePlus polar(final double phaseFactor) {
		final ImagePlus polar = echoes().duplicate(); // the phantom's own voxels serve the other tests
		final ImageStack stack = polar.getStack();
		for (int i = 1; i < stack.size(); i += 2) {
			final float[] first = (float[]) stack.getPixels(i);
			final float[] second = (float[]) stack.getPixels(i + 1);
			for (int n = 0; n < first.length; n++) {
				final double size = Math.hypot(first[n], second[n]);
				second[n] = (float) (phaseFactor * Math.atan2(second[n], first[n]));
				first[n] = (float) size;
			}
			stack.setSliceLabel(stack.getSliceLabel(i).replace("component=real", "component=magnitude"), i);
			stack.setSliceLabel(stack.getSliceLabel(i + 1).replace("component=imaginary", "component=phase"), i + 1);
		}
		polar.setTitle("polar");
		return polar;
	}

	/** Volumes of 3 × 2 × 2 voxels, on the axis c or t, of a value each. */
	private static ImagePlus stack(final boolean channels, final List<String> labels, final double... values) {
		final ImageStack stack = new ImageStack(3, 2);
		final int n = labels.size();
		for (int i = 0; i < 2 * n; i++) {
			final int volume = channels ? i % n : i / 2;
			final FloatProcessor plane = new FloatProcessor(3, 2);
			plane.set(values[volume]);
			plane.setf(2, 1, 0);
			stack.addSlice(labels.get(volume), plane);
		}
		final ImagePlus image = new ImagePlus("two", stack);
		image.setDimensions(channels ? n : 1, 2, channels ? 1 : n);
		image.setOpenAsHyperStack(true);
		return image;
	}

	private static void assertTruth(final ImagePlus map, final double tolerance) {
		for (final FatPhantom.TrueRegion region : PHANTOM.regions())
			for (final Run run : region.region().runs())
				assertEquals(region.percent(), map.getStack().getVoxel((run.xFrom() + run.xTo()) / 2, run.y(), run.z()),
					tolerance, region.region().name());
	}

	@Test
	void complexEchoesGiveTheTruthAndAllTheirMaps() throws Exception {
		final CommandModule module = run("image", echoes(), "maps", "R2star, field, water,fat,residual,flags");
		assertFalse(module.isCanceled(), module::getCancelReason);
		final ImagePlus map = (ImagePlus) module.getOutput("fatFraction");
		assertTruth(map, 0.05);
		assertEquals("fat FF (F/(W+F))", map.getTitle());
		assertEquals("%", map.getCalibration().getValueUnit());
		assertEquals("component=fat-fraction", map.getStack().getSliceLabel(1).lines().findFirst().orElseThrow());
		final String info = map.getInfoProperty();
		assertTrue(info.contains("VertebraJ parameter model: multi-echo complex"), info);
		assertTrue(info.contains("field strength 1.5 T, echo times (ms) [1.2, 3.2, 5.2, 7.2, 9.2, 11.2]"), info);
		assertTrue(info.contains("voxels are not measurable (NaN)"), info);
		assertTrue(info.contains("the model multi-echo complex has no map 'flags'"), info);
		final ImagePlus r2Star = (ImagePlus) module.getOutput("r2Star");
		assertEquals("fat R2star", r2Star.getTitle());
		final Run first = PHANTOM.regions().get(0).region().runs().get(0);
		assertEquals(PHANTOM.regions().get(0).r2Star(), r2Star.getStack().getVoxel(first.xFrom() + 5, first.y() + 5, 0),
			0.5);
		assertEquals("fat field", ((ImagePlus) module.getOutput("field")).getTitle());
		assertNull(module.getOutput("flags"));
	}

	@Test
	void magnitudeAndPhaseAreTheSameInAnyUnitOfPhase() throws Exception {
		assertTruth(map("image", polar(1)), 0.05);
		final ImagePlus steps = polar(2048 / Math.PI);
		assertTruth(map("image", steps), 0.05);
		assertTruth(map("image", polar(100 / Math.PI), "phaseTurn", "200"), 0.05);
		assertRefused("give phaseTurn", "image", polar(100 / Math.PI));
	}

	@Test
	void theDemoPhantomIsMeasuredFromItsFile(@TempDir final Path folder) throws Exception {
		final CommandModule demo = context.service(CommandService.class).run(DemoData.class, false, "kind", "fat phantom",
			"outputFolder", folder.toFile()).get();
		assertFalse(demo.isCanceled(), demo::getCancelReason);
		assertEquals(PHANTOM.regions().size() + 1, Files.readAllLines(folder.resolve("truth.csv")).size());
		final ImagePlus map = map("image", IJ.openImage(folder.resolve("fat.tif").toString()));
		assertEquals("fat FF (F/(W+F))", map.getTitle());
		assertTruth(map, 20); // noise: SD up to 2.3 of a voxel
	}

	@Test
	void negativePhaseAndBipolarReadOut() throws Exception {
		final FatPhantom phantom = FatPhantom.create(new FatPhantom.Settings(PHANTOM_ECHOES, FatSpectrum.of(6),
			Double.POSITIVE_INFINITY, 100, PhaseSign.NEGATIVE, 0.7, 1));
		final ImagePlus image = ImagePlusBridge.toImagePlus(phantom.echoes());
		final ImagePlus map = map("image", image, "phaseSign", "negative", "bipolar", true);
		assertTruth(map, 0.05);
		assertTrue(map.getInfoProperty().contains("VertebraJ parameter bipolar: true"), map.getInfoProperty());
		final FatPhantom.TrueRegion half = PHANTOM.regions().get(5);
		final Run run = half.region().runs().get(10);
		assertNotEquals(half.percent(), map("image", image, "phaseSign", "negative").getStack().getVoxel(run.xFrom() + 5, run
			.y(), run.z()), 1, "the phase of the odd echoes was not heeded");
	}

	@Test
	void magnitudesGiveTheTruth() throws Exception {
		final ImagePlus map = map("image", polar(1), "model", "multi-echo magnitude", "dominance", "auto");
		for (final FatPhantom.TrueRegion region : PHANTOM.regions()) {
			final Run run = region.region().runs().get(10);
			if (region.percent() != 60) assertEquals(region.percent(), map.getStack().getVoxel(run.xFrom() + 5, run.y(), run
				.z()), 0.1, region.region().name()); // the two answers meet at 60 %
		}
	}

	@Test
	void echoTimesAndFieldMayBeGiven() throws Exception {
		final ImagePlus bare = echoes().duplicate();
		bare.setProperty("Info", null);
		final ImageStack stack = bare.getStack();
		for (int i = 1; i <= stack.size(); i++)
			stack.setSliceLabel(i % 2 == 1 ? "component=real" : "component=imaginary", i);
		assertRefused("(0018,0081)", "image", bare);
		assertRefused("(0018,0087)", "image", bare, "echoTimes", "1.2 3.2 5.2 7.2 9.2 11.2");
		assertRefused("echoTimes lists 2 echo times, but", "image", bare, "echoTimes", "1.2, 3.2");
		assertRefused("between 0.01 and 25.0 T, but is 15000", "image", bare, "echoTimes", "1.2 3.2 5.2 7.2 9.2 11.2",
			"fieldStrength", "15000");
		assertTruth(map("image", bare, "echoTimes", "1.2, 3.2, 5.2, 7.2, 9.2, 11.2", "fieldStrength", "1.5"), 0.05);
	}

	@Test
	void waterAndFatOnEitherAxis() throws Exception {
		for (final boolean channels : List.of(true, false)) {
			final ImagePlus image = stack(channels, List.of("component=water", "component=fat", "component=in-phase"), 60, 30,
				100);
			final ImagePlus sum = map("image", image, "model", "water-fat");
			assertEquals(100 * 30 / 90.0, sum.getStack().getVoxel(0, 0, 1), 1e-4);
			assertTrue(Double.isNaN(sum.getStack().getVoxel(2, 1, 0)));
			assertTrue(sum.getInfoProperty().contains("2 voxels are not measurable"), sum.getInfoProperty());
			final ImagePlus ofIn = map("image", image, "model", "water-fat", "definition", "SI_fat/SI_in-phase");
			assertEquals(30, ofIn.getStack().getVoxel(0, 0, 0), 1e-4);
			assertEquals("two FF (SI_fat/SI_in-phase)", ofIn.getTitle());
		}
	}

	@Test
	void inAndOpposedPhaseByLabelOrByEchoTime() throws Exception {
		final ImagePlus labelled = stack(true, List.of("component=opposed-phase", "component=in-phase"), 20, 100);
		final CommandModule module = run("image", labelled, "model", "in-opposed", "dominance", "water", "maps", "flags");
		assertEquals(40, ((ImagePlus) module.getOutput("fatFraction")).getStack().getVoxel(0, 0, 0), 1e-4);
		assertEquals(1, ((ImagePlus) module.getOutput("flags")).getStack().getVoxel(0, 0, 0)); // 60 % fits as well
		assertEquals(60, map("image", labelled, "model", "in-opposed", "dominance", "fat").getStack().getVoxel(0, 0, 0),
			1e-4);
		final ImagePlus timed = stack(false, List.of("te=4.6", "te=2.3"), 100, 40); // 1.5 T: once around in 4.6 ms
		assertEquals(30, map("image", timed, "model", "in-opposed", "dominance", "water", "fieldStrength", "1.5").getStack()
			.getVoxel(0, 0, 0), 1e-4);
		assertRefused("one echo in phase and one opposed", "image", timed, "model", "in-opposed", "dominance", "water",
			"fieldStrength", "3");
		assertRefused("give dominance", "image", labelled, "model", "in-opposed");
	}

	@Test
	void threePointsTellTheDecay() throws Exception {
		final DoubleUnaryOperator decay = ms -> Math.exp(-50 * ms / 1000);
		final ImagePlus image = stack(false, List.of("te=4.6", "te=6.9", "te=9.2"), 100 * decay.applyAsDouble(4.6), 60 *
			decay.applyAsDouble(6.9), 100 * decay.applyAsDouble(9.2));
		final CommandModule module = run("image", image, "model", "three-point", "dominance", "water", "fieldStrength",
			"1.5", "maps", "r2star");
		assertFalse(module.isCanceled(), module::getCancelReason);
		assertEquals(20, ((ImagePlus) module.getOutput("fatFraction")).getStack().getVoxel(0, 0, 0), 1e-3);
		assertEquals(50, ((ImagePlus) module.getOutput("r2Star")).getStack().getVoxel(0, 0, 0), 1e-2);
	}

	@Test
	void saysWhatThereIsAndWhatIsNeeded() throws Exception {
		final ImagePlus two = stack(true, List.of("component=water", "component=fat"), 60, 30);
		assertRefused("The model multi-echo complex needs echoes of component=real and imaginary, or of magnitude and" +
			" phase, but 'two' has 1 of component=water, 1 of component=fat", "image", two);
		assertRefused("needs one volume labelled component=in-phase, but 'two' has", "image", two, "model", "water-fat",
			"definition", "SI_fat/SI_in-phase");
		assertRefused("needs one volume labelled component=fat, but 'fat.tif' has 6 of component=real, 6 of", "image",
			echoes(), "model", "water-fat");
		assertRefused("needs echoes of component=magnitude", "image", echoes(), "model", "multi-echo magnitude");
		assertRefused("is for the model water-fat", "image", two, "definition", "SI_fat/SI_in-phase");
		assertRefused("is for the model multi-echo magnitude", "image", two, "model", "water-fat", "noise", "3");
		assertRefused("known are water, fat, R2star", "image", two, "model", "water-fat", "maps", "T1");
		assertRefused("No spectrum of fat has peaks = 3", "image", echoes(), "peaks", "3");
		assertRefused("one peak of fat", "image", polar(1), "model", "multi-echo magnitude", "peaks", "1");
		final ImagePlus dark = stack(true, List.of("component=water", "component=fat"), 0, 0);
		assertRefused("No voxel of 'two' has a fat fraction", "image", dark, "model", "water-fat");
	}
}
