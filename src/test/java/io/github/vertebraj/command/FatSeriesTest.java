package io.github.vertebraj.command;

import static io.github.vertebraj.command.FatSeriesFolder.percent;
import static io.github.vertebraj.command.FatSeriesFolder.series;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.vertebraj.command.FatSeriesFolder.Signal;
import io.github.vertebraj.fatfraction.FatSpectrum;
import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.io.dicom.DataSetBuilder;
import io.github.vertebraj.io.dicom.Tag;
import io.github.vertebraj.io.dicom.VR;

import ij.ImagePlus;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** From DICOM files, as each manufacturer writes them, to the fat fraction, through the commands. */
class FatSeriesTest {

	private static final double[] TIMES = { 1.2, 3.2, 5.2, 7.2, 9.2, 11.2 };
	private static final double[] SHUFFLED = { 7.2, 1.2, 11.2, 3.2, 9.2, 5.2 };
	private static final double SIGNAL = 2000;
	private static final ValueScale PLAIN = ValueScale.IDENTITY;
	private static final FatSpectrum SPECTRUM = FatSpectrum.of(6);

	private static Context context;

	@TempDir
	Path temp;

	private FatSeriesFolder folder;

	@BeforeAll
	static void open() {
		context = new Context(CommandService.class);
	}

	@AfterAll
	static void close() {
		context.dispose();
	}

	@BeforeEach
	void makeFolder() {
		folder = new FatSeriesFolder(temp);
	}

	/** Real and imaginary part of the signal: R2* 40 1/s, field 30 Hz, at the time 0 one turn of phase from left to right. */
	private static double[] complex(final int x, final double echoTime) {
		final double seconds = echoTime / 1000;
		final double fat = percent(x) / 100;
		double real = 1 - fat;
		double imaginary = 0;
		final double[] hertz = SPECTRUM.hertz(1.5);
		for (int p = 0; p < hertz.length; p++) {
			real += fat * SPECTRUM.amplitudes().get(p) * Math.cos(2 * Math.PI * hertz[p] * seconds);
			imaginary += fat * SPECTRUM.amplitudes().get(p) * Math.sin(2 * Math.PI * hertz[p] * seconds);
		}
		final double size = SIGNAL * Math.exp(-40 * seconds) * Math.hypot(real, imaginary);
		final double phase = Math.atan2(imaginary, real) + 2 * Math.PI * 30 * seconds + 0.27 * x;
		return new double[] { size * Math.cos(phase), size * Math.sin(phase) };
	}

	private static double magnitude(final int x, final int z, final double te) {
		return Math.hypot(complex(x, te)[0], complex(x, te)[1]);
	}

	/** The phase, -1 to 1 for a turn. */
	private static double phase(final int x, final double te) {
		return Math.atan2(complex(x, te)[1], complex(x, te)[0]) / Math.PI;
	}

	private static CommandModule run(final Class<? extends Command> command, final Object... inputs) throws Exception {
		return context.service(CommandService.class).run(command, false, inputs).get();
	}

	private ImagePlus openSeries(final String series) throws Exception {
		final CommandModule module = run(OpenSeries.class, "source", temp.toFile(), "series", series);
		assertFalse(module.isCanceled(), module::getCancelReason);
		return (ImagePlus) module.getOutput("image");
	}

	private void assertNotOpened(final String series, final String part) throws Exception {
		final CommandModule module = run(OpenSeries.class, "source", temp.toFile(), "series", series);
		assertTrue(module.isCanceled(), "was opened");
		assertTrue(module.getCancelReason().contains(part), module.getCancelReason());
	}

	private static CommandModule map(final ImagePlus image, final String model, final Object... more) throws Exception {
		final List<Object> inputs = new ArrayList<>(List.of("image", image, "model", model));
		inputs.addAll(List.of(more));
		return run(FatFractionMap.class, inputs.toArray());
	}

	private static void assertTruth(final double tolerance, final ImagePlus image, final String model,
		final Object... more) throws Exception
	{
		final CommandModule module = map(image, model, more);
		assertFalse(module.isCanceled(), module::getCancelReason);
		final ImagePlus fraction = (ImagePlus) module.getOutput("fatFraction");
		for (int z = 0; z < FatSeriesFolder.SIZE[2]; z++)
			for (int x = 0; x < FatSeriesFolder.SIZE[0]; x++)
				assertEquals(percent(x), fraction.getStack().getVoxel(x, 7, z), tolerance, "x = " + x + ", z = " + z);
	}

	private static void assertRefused(final String part, final ImagePlus image, final String model, final Object... more)
		throws Exception
	{
		final CommandModule module = map(image, model, more);
		assertTrue(module.isCanceled(), "was not refused");
		assertTrue(module.getCancelReason().contains(part), module.getCancelReason());
	}

	@Test
	void siemensMagnitudeAndPhaseAreTwoSeries() throws Exception {
		folder.add(series(1, "SIEMENS", "ORIGINAL", "PRIMARY", "M", "ND"), PLAIN, FatSeriesTest::magnitude, SHUFFLED);
		folder.add(series(2, "SIEMENS", "ORIGINAL", "PRIMARY", "P", "ND"), new ValueScale(2, -4096, ""), (x, z,
			te) -> Math.min(4094, 4096 * phase(x, te)), SHUFFLED);
		final ImagePlus echoes = openSeries("1,2");
		assertTruth(0.3, echoes, "multi-echo complex");
		assertTruth(0.3, echoes, "multi-echo complex", "phaseTurn", "8192");
		assertTruth(1, openSeries("1"), "multi-echo magnitude");
		assertNotOpened("", "These look like parts of one acquisition: series=1,2  merged: magnitude, phase");
	}

	@Test
	void philipsMagnitudeAndPhaseAreOneSeries() throws Exception {
		folder.add(series(1, "Philips", "ORIGINAL", "PRIMARY", "M_FFE", "M", "FFE").put(Tag.RESCALE_TYPE, "normalized"),
			new ValueScale(1.25, 0, ""), FatSeriesTest::magnitude, SHUFFLED);
		folder.add(series(1, "Philips", "ORIGINAL", "PRIMARY", "PHASE MAP", "P", "FFE").put(Tag.RESCALE_TYPE, "mrad"),
			new ValueScale(1.5345, -3142, ""), (x, z, te) -> 1000 * Math.PI * phase(x, te), SHUFFLED);
		assertTruth(0.3, openSeries(""), "multi-echo complex");
	}

	private static DataSetBuilder ge(final int number, final int rawDataType) {
		return series(number, "GE MEDICAL SYSTEMS", "ORIGINAL", "PRIMARY", "OTHER").put(0x00430010, VR.LO, "GEMS_PARM_01").put(
			0x0043102F, VR.SS, rawDataType);
	}

	/** 3D sequences turn the sign of every other slice: the same for all echoes, and so without effect. */
	@Test
	void geRealAndImaginaryChangeTheirSignFromSliceToSlice() throws Exception {
		for (int part = 0; part < 2; part++) {
			final int which = part;
			folder.add(ge(4, 2 + part), PLAIN, (x, z, te) -> (z % 2 == 0 ? 1 : -1) * complex(x, te)[which], TIMES);
		}
		assertTruth(0.3, openSeries("4"), "multi-echo complex");
	}

	@Test
	void gePhaseIsInThousandths() throws Exception {
		folder.add(ge(4, 0), PLAIN, FatSeriesTest::magnitude, TIMES);
		folder.add(ge(4, 1), PLAIN, (x, z, te) -> 1000 * Math.PI * phase(x, te), TIMES);
		assertTruth(0.3, openSeries(""), "multi-echo complex");
	}

	/** Some software writes the first echo time into all files. */
	@Test
	void echoTimesThatAreAllTheSameCanBeGiven() throws Exception {
		for (int n = 0; n < TIMES.length; n++) {
			final double te = TIMES[n];
			folder.add(series(1, "GE MEDICAL SYSTEMS", "ORIGINAL", "PRIMARY", "OTHER").put(Tag.ACQUISITION_NUMBER, n), PLAIN, (x,
				z, same) -> magnitude(x, z, te), 1.2);
		}
		final ImagePlus echoes = openSeries("");
		assertRefused("none may come twice, but are [1.2, 1.2, 1.2, 1.2, 1.2, 1.2]: DICOM tag (0018,0081) Echo Time", echoes,
			"multi-echo magnitude");
		assertTruth(1, echoes, "multi-echo magnitude", "echoTimes", "1.2 3.2 5.2 7.2 9.2 11.2");
	}

	private static final Signal WATER = (x, z, te) -> SIGNAL * (1 - percent(x) / 100);
	private static final Signal FAT = (x, z, te) -> SIGNAL * percent(x) / 100;

	@Test
	void dixonImagesOfFourSeriesAndTheScannersOwnFraction() throws Exception {
		folder.add(series(5, "SIEMENS", "ORIGINAL", "PRIMARY", "M", "DIXON", "IN_PHASE"), PLAIN, (x, z, te) -> SIGNAL, 4.77);
		folder.add(series(6, "SIEMENS", "ORIGINAL", "PRIMARY", "M", "DIXON", "OPP_PHASE"), PLAIN, (x, z, te) -> Math.abs(
			WATER.at(x, z, te) - FAT.at(x, z, te)), 2.39);
		folder.add(series(7, "SIEMENS", "DERIVED", "PRIMARY", "M", "DIXON", "FAT"), PLAIN, FAT, 2.39);
		folder.add(series(8, "SIEMENS", "DERIVED", "PRIMARY", "M", "DIXON", "WATER"), PLAIN, WATER, 2.39);
		folder.add(series(9, "SIEMENS", "DERIVED", "PRIMARY", "M", "DIXON", "FAT_FRACTION"), PLAIN, (x, z, te) -> 10 * percent(
			x), 2.39);
		folder.add(series(10, "SIEMENS", "DERIVED", "PRIMARY", "M", "R2_STAR"), PLAIN, (x, z, te) -> 40, 2.39);
		final ImagePlus dixon = openSeries("5,6,7,8");
		assertTruth(1e-4, dixon, "water-fat");
		assertTruth(1e-4, dixon, "water-fat", "definition", "SI_fat/SI_in-phase");
		final ImagePlus inOpposed = (ImagePlus) map(dixon, "in-opposed", "dominance", "water").getOutput("fatFraction");
		assertEquals(40, inOpposed.getStack().getVoxel(9, 5, 1), 1e-4);
		assertNotOpened("7,8,9", "A computed map cannot be merged with measured signal");
		assertNotOpened("8,10", "A computed map cannot be merged with measured signal");
		for (final String model : List.of("water-fat", "multi-echo magnitude", "multi-echo complex"))
			assertRefused("has 1 of component=fat-fraction", openSeries("9"), model, "dominance", "water");
		assertRefused("has 1 of component=r2-star", openSeries("10"), "water-fat");
	}

	@Test
	void dixonImagesOfOneSeriesHaveTheirOwnScale() throws Exception {
		folder.add(series(3, "Philips", "DERIVED", "PRIMARY", "F", "F", "DERIVED"), new ValueScale(0.5, 0, ""), FAT, 1.2);
		folder.add(series(3, "Philips", "DERIVED", "PRIMARY", "W", "W", "DERIVED"), new ValueScale(2, 0, ""), WATER, 1.2);
		folder.add(series(3, "Philips", "DERIVED", "PRIMARY", "FF", "FF", "DERIVED"), PLAIN, (x, z, te) -> percent(x), 1.2);
		assertTruth(1e-4, openSeries(""), "water-fat");
		assertEquals("component=fat-fraction", openSeries("3/fat-fraction").getStack().getSliceLabel(1).lines().findFirst()
			.orElseThrow().replaceFirst("te=.*?; ", ""));
	}

	@Test
	void missingTagsAreNamed() throws Exception {
		folder.add(series(1, "SIEMENS", "ORIGINAL", "PRIMARY", "M").put(Tag.MAGNETIC_FIELD_STRENGTH, ""), PLAIN,
			FatSeriesTest::magnitude, TIMES);
		assertRefused("DICOM tag (0018,0087) Magnetic Field Strength is absent, give parameter fieldStrength", openSeries("1"),
			"multi-echo magnitude");
		assertTruth(1, openSeries("1"), "multi-echo magnitude", "fieldStrength", "1.5");
		folder.add(series(2, "SIEMENS", "ORIGINAL", "PRIMARY", "M").put(Tag.MAGNETIC_FIELD_STRENGTH, 15000), PLAIN,
			FatSeriesTest::magnitude, TIMES);
		assertRefused("15000", openSeries("2"), "multi-echo magnitude");
		for (int n = 0; n < 6; n++)
			folder.add(series(3, "SIEMENS", "ORIGINAL", "PRIMARY", "M"), PLAIN, FatSeriesTest::magnitude, -1 - n);
		assertRefused("DICOM tag (0018,0081) Echo Time, or give parameter echoTimes", openSeries("3"),
			"multi-echo magnitude");
	}

	@Test
	void whatDoesNotFitIsRefused() throws Exception {
		folder.add(series(1, "SIEMENS", "ORIGINAL", "PRIMARY", "M"), PLAIN, FatSeriesTest::magnitude, 1.2, 3.2, 5.2);
		assertRefused("needs at least 4 echoes, but there are 3", openSeries("1"), "multi-echo magnitude");
		assertRefused("needs echoes of component=real and imaginary, or of magnitude and phase, but", openSeries("1"),
			"multi-echo complex");
		folder.add(series(2, "SIEMENS", "ORIGINAL", "PRIMARY", "P"), new ValueScale(2, -4096, ""), (x, z,
			te) -> 4000 * phase(x, te), 1.2, 3.2);
		assertNotOpened("1,2", "read together what belongs together: series=1/magnitude or series=2/phase");
		folder.add(series(3, "SIEMENS", "ORIGINAL", "PRIMARY", "M").put(Tag.PIXEL_SPACING, 1.4, 1.4), PLAIN,
			FatSeriesTest::magnitude, 7.2);
		assertNotOpened("1,3", "The images differ in pixel spacing");
		folder.add(series(4, "SIEMENS", "ORIGINAL", "PRIMARY", "M"), PLAIN, FatSeriesTest::magnitude, 3.2, 7.2);
		assertRefused("none may come twice", openSeries("1,4"), "multi-echo magnitude");
		folder.add(series(5, "SIEMENS", "ORIGINAL", "PRIMARY", "P"), PLAIN, (x, z, te) -> 9000 * (phase(x, te) + 1), 1.2, 3.2,
			5.2);
		assertRefused("which is more than the full turn that their labels tell, 4096", openSeries("1,5"),
			"multi-echo complex");
	}

	@Test
	void implausibleSignalsAreFlagged() throws Exception {
		folder.add(series(1, "Philips", "DERIVED", "PRIMARY", "IP", "IP"), PLAIN, (x, z, te) -> x < 4 ? -50 : 100, 4.6);
		folder.add(series(1, "Philips", "DERIVED", "PRIMARY", "OP", "OP"), PLAIN, (x, z, te) -> x < 8 ? 40 : 120, 2.3);
		final CommandModule module = map(openSeries(""), "in-opposed", "dominance", "water", "maps", "flags");
		assertFalse(module.isCanceled(), module::getCancelReason);
		final ImagePlus flags = (ImagePlus) module.getOutput("flags");
		assertEquals(List.of(4, 0, 2), List.of(2, 6, 10).stream().map(x -> (int) flags.getStack().getVoxel(x, 3, 1) & 6)
			.toList());
	}

	@Test
	void whatSaysNothingIsAMagnitude() throws Exception {
		folder.add(series(1, "", "ORIGINAL", "PRIMARY", "OTHER"), PLAIN, FatSeriesTest::magnitude, TIMES);
		assertTruth(1, openSeries(""), "multi-echo magnitude");
	}
}
