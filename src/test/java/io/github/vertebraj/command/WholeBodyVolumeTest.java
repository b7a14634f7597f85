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
import java.util.Collections;
import java.util.List;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.io.imagej.ImagePlusBridge;
import io.github.vertebraj.io.nifti.NiftiWriter;
import io.github.vertebraj.phantom.WholeBodyPhantom;
import io.github.vertebraj.phantom.WholeBodyPhantom.Lesion;
import io.github.vertebraj.phantom.WholeBodyPhantom.Station;

import ij.ImagePlus;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;

/** The total diffusion volume of three stations through SciJava's door. */
class WholeBodyVolumeTest {

	private static final WholeBodyPhantom EXACT = WholeBodyPhantom.create(7, false);
	private static final WholeBodyPhantom NOISY = WholeBodyPhantom.create(7, true);
	private static Context context;

	private final boolean wasBatchMode = Interpreter.batchMode;
	private final List<ImagePlus> open = new ArrayList<>();

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

	@AfterEach
	void closeImages() {
		open.forEach(Interpreter::removeBatchModeImage);
		Interpreter.batchMode = wasBatchMode;
	}

	private ImagePlus show(final CalibratedImage image) {
		Interpreter.batchMode = true;
		final ImagePlus shown = ImagePlusBridge.toImagePlus(image);
		Interpreter.addBatchModeImage(shown);
		open.add(shown);
		return shown;
	}

	private static List<Object> stations(final String kind, final int... numbers) {
		final String titles = String.join(", ", Arrays.stream(numbers).mapToObj(n -> "WB " + kind + " station " + n).toList());
		return List.of(kind.equals("DWI") ? "stations" : "stationMaps", titles);
	}

	private CommandModule run(final WholeBodyPhantom body, final boolean hasMaps, final Object... more) throws Exception {
		final List<Object> inputs = new ArrayList<>();
		for (final Station station : body.stations()) {
			final ImagePlus dwi = show(station.dwi());
			final ImagePlus adc = show(station.adc());
			if (!inputs.isEmpty()) continue;
			inputs.addAll(List.of("image", dwi));
			if (hasMaps) inputs.addAll(List.of("adc", adc));
		}
		inputs.addAll(stations("DWI", 2, 3));
		if (hasMaps) inputs.addAll(stations("ADC", 2, 3));
		inputs.addAll(Arrays.asList(more));
		final CommandModule module = context.service(CommandService.class).run(TotalDiffusionVolumeCommand.class, false, inputs
			.toArray()).get();
		closeImages();
		return module;
	}

	private static ResultsTable table(final CommandModule module, final String name) {
		assertFalse(module.isCanceled(), module::getCancelReason);
		return (ResultsTable) module.getOutput(name);
	}

	private static double value(final CommandModule module, final String column) {
		return table(module, "table").getValue(column, 0);
	}

	private File mask(final String name, final CalibratedImage labels) throws IOException {
		final Path file = folder.resolve(name);
		try (var out = Files.newOutputStream(file)) {
			NiftiWriter.write(out, labels);
		}
		return file.toFile();
	}

	private static double truth(final double adcMaximum) {
		return EXACT.lesions().stream().filter(lesion -> lesion.adc() <= adcMaximum).mapToDouble(Lesion::counted).sum();
	}

	/** Each lesion is found with its voxels, once, by the scanner's maps as by a fit of the same two b-values. */
	@Test
	void everyPlaceCountsOnce() throws Exception {
		final File mask = mask("mask.nii", EXACT.mask());
		for (final boolean hasMaps : new boolean[] { true, false }) {
			final CommandModule module = run(EXACT, hasMaps, "rois", mask, "mask", "1", "signalThreshold", "200");
			assertEquals(truth(3), value(module, "tDV (ml)"), 1e-9);
			assertEquals(EXACT.lesions().size(), value(module, "Foci"));
			assertEquals(3, value(module, "Stations"));
			final double[] volumes = table(module, "fociTable").getColumnAsDoubles(table(module, "fociTable").getColumnIndex(
				"Volume (ml)"));
			Arrays.sort(volumes);
			assertEquals(EXACT.lesions().stream().map(lesion -> Math.round(1e6 * lesion.counted())).sorted().toList(), Arrays
				.stream(volumes).mapToObj(volume -> Math.round(1e6 * volume)).toList());
			assertTrue(value(module, "Voxels in an earlier station") > 0);
			final CommandModule window = run(EXACT, hasMaps, "rois", mask, "mask", "1", "signalThreshold", "200", "adcMaximum",
				"1.2");
			assertEquals(truth(1.2), value(window, "tDV (ml)"), 1e-9, "without the treated one");
			assertEquals(truth(3), value(window, "Volume above signal threshold (ml)"), 1e-9);
		}
	}

	@Test
	void brainSpleenAndKidneysCountWithoutAMask() throws Exception {
		final CommandModule module = run(EXACT, true, "signalThreshold", "200", "adcMaximum", "1.2");
		assertTrue(value(module, "tDV (ml)") > truth(1.2) + 1000, () -> "tDV " + value(module, "tDV (ml)"));
	}

	/** The muscle of the first station tells the threshold; some 350 voxels tell an SD of 9 within 0.35. */
	@Test
	void aReferenceRegionOfTheMaskFileGivesTheThreshold() throws Exception {
		final CommandModule module = run(NOISY, true, "rois", mask("mask.nii", NOISY.mask()), "mask", "1", "reference", "2",
			"standardDeviations", "6", "minimumVolume", 0.5);
		final double muscle = 350 * Math.exp(-1.45 * 0.8);
		assertEquals(Math.hypot(muscle, 9) + 6 * 9, value(module, "Signal threshold"), 6);
		assertEquals("mean + 6.0 SD of 2", table(module, "table").getStringValue("Threshold from", 0));
		assertEquals(1, value(module, "tDV (ml)") / truth(3), 0.02);
		assertEquals(EXACT.lesions().size(), value(module, "Foci"));
	}

	private static CalibratedImage only(final CalibratedImage mask, final int fromSlice, final int toSlice, final int label) {
		final PlanarImg<UnsignedByteType, ByteArray> copy = PlanarImgs.unsignedBytes(mask.voxels().dimensionsAsLongArray());
		int i = 0;
		final int plane = mask.size(0) * mask.size(1);
		for (final RealType<?> voxel : Views.flatIterable(mask.voxels())) {
			final int z = i / plane;
			if (z >= fromSlice && z < toSlice && voxel.getRealDouble() == label) copy.getPlane(z).getCurrentStorageArray()[i %
				plane] = (byte) label;
			i++;
		}
		return new CalibratedImage("part", copy, ValueScale.IDENTITY, mask.geometry(), Collections.nCopies(mask.size(2),
			PlaneLabel.empty()), mask.tags());
	}

	/** A mask of the pelvis alone: the other stations have nothing to look at, which is told and no error. */
	@Test
	void aMaskMayMissStations() throws Exception {
		final CommandModule module = run(EXACT, true, "rois", mask("pelvis.nii", only(EXACT.mask(), 0, 50,
			WholeBodyPhantom.BONE)), "mask", "1", "signalThreshold", "200", "output", folder.resolve("pelvis.csv").toFile());
		assertEquals(EXACT.lesions().subList(4, 6).stream().mapToDouble(Lesion::counted).sum(), value(module, "tDV (ml)"), 1e-9);
		final String notes = Files.readString(folder.resolve("pelvis.json"));
		assertTrue(notes.contains("no region of the mask lies in 'WB DWI station 1'"), notes);
	}

	@Test
	void aMaskThatMissesAllIsRefused() throws Exception {
		final CommandModule module = run(EXACT, true, "rois", mask("mask.nii", EXACT.mask()), "mask", "9", "signalThreshold",
			"200");
		assertTrue(module.isCanceled());
		assertTrue(module.getCancelReason().contains("no region called '9'; known are"), module.getCancelReason());
	}

	@Test
	void mapsMustBeOfTheirStations() throws Exception {
		final List<ImagePlus> shown = new ArrayList<>();
		for (final Station station : EXACT.stations())
			shown.addAll(List.of(show(station.dwi()), show(station.adc())));
		final CommandModule module = context.service(CommandService.class).run(TotalDiffusionVolumeCommand.class, false, "image",
			shown.get(0), "adc", shown.get(1), "stations", "WB DWI station 2, WB DWI station 3", "stationMaps",
			"WB ADC station 3, WB ADC station 2", "signalThreshold", "200").get();
		assertTrue(module.isCanceled());
		assertTrue(module.getCancelReason().contains("lies elsewhere than"), module.getCancelReason());
	}
}
