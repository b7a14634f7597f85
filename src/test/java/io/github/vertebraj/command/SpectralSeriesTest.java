package io.github.vertebraj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.vertebraj.command.FatSeriesFolder.Signal;
import io.github.vertebraj.dualenergy.Material;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** From CT files of two spectra, as manufacturers write them, to mixed and monoenergetic images, through the commands. */
class SpectralSeriesTest {

	private static final double LOW = 60;
	private static final double HIGH = 95;
	private static final String[] SLABS = { "water", "muscle", "adipose", "bone 1.2 g/ml" };
	private static final ValueScale CT = new ValueScale(1, -1024, "HU");

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

	private static double hounsfield(final int x, final double keV) {
		return Material.of(SLABS[x / 6]).hounsfield(keV);
	}

	private static Signal at(final double keV) {
		return (x, z, te) -> hounsfield(x, keV);
	}

	/** A CT series of the 14th hour; no kilovolts when 0. */
	private static DataSetBuilder series(final int number, final String manufacturer, final String description,
		final double kilovolts)
	{
		final DataSetBuilder series = FatSeriesFolder.series(number, manufacturer, "ORIGINAL", "PRIMARY", "AXIAL").put(
			Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.2").put(Tag.MODALITY, "CT").put(Tag.SERIES_DESCRIPTION, description).put(
				Tag.CONVOLUTION_KERNEL, "D30f").put(Tag.ACQUISITION_TIME, "140000.5").put(Tag.RESCALE_TYPE, "HU").put(
					Tag.MAGNETIC_FIELD_STRENGTH, "");
		return kilovolts > 0 ? series.put(Tag.KVP, kilovolts) : series;
	}

	private void add(final DataSetBuilder series, final double keV) throws IOException {
		folder.add(series, CT, at(keV), -1);
	}

	private static CommandModule run(final Class<? extends Command> command, final Object... inputs) throws Exception {
		return context.service(CommandService.class).run(command, false, inputs).get();
	}

	private static ImagePlus made(final String output, final CommandModule module) {
		assertFalse(module.isCanceled(), module::getCancelReason);
		return (ImagePlus) module.getOutput(output);
	}

	private CommandModule openSeries(final String series, final String energies) throws Exception {
		return run(OpenSeries.class, "source", temp.toFile(), "series", series, "energies", energies);
	}

	private ImagePlus opened(final String series, final String energies) throws Exception {
		return made("image", openSeries(series, energies));
	}

	private static void assertRefused(final CommandModule module, final String... parts) {
		assertTrue(module.isCanceled(), "was not refused");
		for (final String part : parts)
			assertTrue(module.getCancelReason().contains(part), module.getCancelReason());
	}

	private static List<String> labels(final ImagePlus image) {
		final List<String> labels = new ArrayList<>();
		for (int t = 1; t <= image.getNFrames(); t++)
			labels.add(image.getStack().getSliceLabel(image.getStackIndex(1, 1, t)).lines().findFirst().orElse(""));
		return labels;
	}

	private static double value(final ImagePlus image, final int x, final int frame) {
		return image.getCalibration().getCValue(image.getStack().getProcessor(image.getStackIndex(1, 2, frame)).getf(x, 5));
	}

	/** The tube voltages of each manufacturer; the series of the higher one is written first. */
	@ParameterizedTest
	@CsvSource({ "SIEMENS, DE_Abdomen 5.0 D30f A_80kV, 80, DE_Abdomen 5.0 D30f B_Sn140kV, 140, 140000.52",
		"GE MEDICAL SYSTEMS, GSI 80 kVp, 80, GSI 140 kVp, 140, 140000.5",
		"CANON_MEC, Body DE 80kV, 80, Body DE 135kV, 135, 140006.1", "Philips, low, 100, high, 140, ''" })
	void spectraOfOneAcquisitionAreProposed(final String manufacturer, final String low, final double lowKv,
		final String high, final double highKv, final String time) throws Exception
	{
		add(series(4, manufacturer, high, highKv).put(Tag.ACQUISITION_TIME, time), HIGH);
		add(series(5, manufacturer, low, lowKv), LOW);
		final String apart = time.startsWith("140006") ? ", 6 s apart" : "";
		assertRefused(openSeries("", "tags"), "There are 2 series; choose one with series=", "These look like parts of one" +
			" acquisition: series=5,4  merged: " + (int) lowKv + " kV, " + (int) highKv + " kV" + apart);
		final ImagePlus pair = opened("4,5", "tags");
		assertEquals(List.of("kv=" + (int) lowKv, "kv=" + (int) highKv), labels(pair));
		assertEquals("HU", pair.getCalibration().getValueUnit());
		assertEquals(16, pair.getBitDepth());
		for (int x = 3; x < 24; x += 6) {
			assertEquals(hounsfield(x, LOW), value(pair, x, 1), 0.5);
			assertEquals(hounsfield(x, HIGH), value(pair, x, 2), 0.5);
		}
		final ImagePlus series = made("series", run(DectMonoenergeticSeries.class, "low", pair, "high", pair, "lowEnergy",
			"60", "highEnergy", "95", "energies", "60,70,95"));
		assertEquals(List.of("energy=60", "energy=70", "energy=95"), labels(series));
		for (int x = 3; x < 24; x += 6)
			assertEquals(hounsfield(x, 70), value(series, x, 2), 2);
		final ImagePlus mixed = made("mixed", run(DectMixedImage.class, "low", opened("5", "tags"), "high", opened("4",
			"tags")));
		assertEquals((hounsfield(21, LOW) + hounsfield(21, HIGH)) / 2, value(mixed, 21, 1), 1);
	}

	@Test
	void filtersTellSpectraOfOneVoltageApart() throws Exception {
		add(series(4, "SIEMENS", "AuSn120 low", 120).put(Tag.FILTER_MATERIAL, "GOLD"), LOW);
		add(series(5, "SIEMENS", "AuSn120 high", 120).put(Tag.FILTER_MATERIAL, "TIN"), HIGH);
		assertRefused(openSeries("", "tags"), "series=4,5  merged: 120 kV GOLD, 120 kV TIN");
		final ImagePlus pair = opened("4,5", "tags");
		assertEquals(List.of("kv=120; filter=GOLD", "kv=120; filter=TIN"), labels(pair));
		assertRefused(run(DectMixedImage.class, "low", pair, "high", pair), "All 2 frames of ",
			"say the same energy or voltage, 120.0");
		assertEquals(List.of("kv=120"), labels(opened("5", "tags")));
	}

	/** What belongs to another acquisition, another reconstruction or a mixed image is no pair. */
	@Test
	void otherSeriesAreNotProposed() throws Exception {
		add(series(4, "SIEMENS", "A_80kV", 80), LOW);
		add(series(5, "SIEMENS", "later", 140).put(Tag.ACQUISITION_TIME, "140045"), HIGH);
		add(series(6, "SIEMENS", "sharp", 140).put(Tag.CONVOLUTION_KERNEL, "B70f"), HIGH);
		add(series(7, "SIEMENS", "elsewhere", 140).put(Tag.FRAME_OF_REFERENCE_UID, "1.9"), HIGH);
		add(series(8, "SIEMENS", "DE_Abdomen F_0.5", 140), 75);
		add(series(9, "SIEMENS", "coarse", 140).put(Tag.PIXEL_SPACING, 1.4, 1.4), HIGH);
		final CommandModule module = openSeries("", "tags");
		assertRefused(module, "There are 6 series", "4  CT  A_80kV  24 x 16 x 3  80 kV");
		assertFalse(module.getCancelReason().contains("parts of one acquisition"), module.getCancelReason());
		add(series(10, "SIEMENS", "B_Sn140kV", 140), HIGH);
		add(series(11, "SIEMENS", "B_Sn140kV again", 140), HIGH);
		assertRefused(openSeries("", "tags"), "series=4,10  merged: 80 kV, 140 kV; series=4,11  merged: 80 kV, 140 kV");
	}

	/** The words of each manufacturer; without being asked nothing believes them. */
	@ParameterizedTest
	@CsvSource({ "SIEMENS, DE Caput 2.0 Q30s Monoenergetic Plus 60 keV, Mono+ 100 keV, 60, 100",
		"SIEMENS, Mono 70 keV, Abdomen 190keV Mono+, 70, 190", "GE MEDICAL SYSTEMS, GSI MONO 70 keV, GSI MONO 140 keV, 70, 140",
		"Philips, MonoE 40keV[HU], MonoE 200keV[HU], 40, 200", "CANON_MEC, VMI 70, VMI 135, 70, 135" })
	void energiesOfDescriptions(final String manufacturer, final String low, final String high, final String lowKev,
		final String highKev) throws Exception
	{
		add(series(4, manufacturer, high, 140), Double.parseDouble(highKev));
		add(series(5, manufacturer, low, 140), Double.parseDouble(lowKev));
		final CommandModule plain = openSeries("", "tags");
		assertRefused(plain, "There are 2 series");
		assertFalse(plain.getCancelReason().contains("parts of one acquisition"), plain.getCancelReason());
		assertEquals(List.of("kv=140"), labels(opened("5", "tags")));
		assertRefused(openSeries("", "descriptions"), "series=5,4  merged: " + lowKev + " keV (description), " + highKev +
			" keV (description)");
		final ImagePlus pair = opened("4,5", "descriptions");
		assertEquals(List.of("energy=" + lowKev + "; kv=140; from=description", "energy=" + highKev +
			"; kv=140; from=description"), labels(pair));
		assertTrue(pair.getInfoProperty().contains(lowKev + " keV from '" + low + "'"), pair.getInfoProperty());
		final ImagePlus between = made("series", run(DectMonoenergeticSeries.class, "low", pair, "high", pair, "energies",
			"100", "pixels", "float"));
		assertTrue(between.getInfoProperty().contains("known from series descriptions alone"), between.getInfoProperty());
		assertEquals(List.of("energy=100"), labels(between));
		for (int x = 3; x < 24; x += 6)
			assertEquals(hounsfield(x, 100), value(between, x, 1), 3);
	}

	@Test
	void energiesOfTagsNeedNoAsking() throws Exception {
		for (int i = 0; i < 3; i++)
			add(series(4 + i, "CANON_MEC", "result " + i, 0).put(Tag.IMAGE_TYPE, "DERIVED", "PRIMARY", "AXIAL", "VMI").put(
				Tag.MULTI_ENERGY_CT_CHARACTERISTICS_SEQUENCE, new DataSetBuilder().put(Tag.MONOENERGETIC_ENERGY_EQUIVALENT, 190 -
					60 * i).build()), 190 - 60 * i);
		add(series(7, "CANON_MEC", "Z", 0).put(Tag.IMAGE_TYPE, "DERIVED", "PRIMARY", "AXIAL", "EFF_ATOMIC_NUM").put(
			Tag.RESCALE_TYPE, "Z_EFF"), 70);
		assertRefused(openSeries("", "tags"), "series=6,5,4  merged: 70 keV, 130 keV, 190 keV");
		assertEquals(List.of("energy=70", "energy=130", "energy=190"), labels(opened("4,5,6", "tags")));
		assertRefused(openSeries("4,7", "tags"), "A computed map cannot be merged with measured signal");
	}

	@Test
	void mixedImages() throws Exception {
		add(series(4, "SIEMENS", "DE_Abdomen 5.0 D30f F_0.5", 80), 75);
		add(series(5, "SIEMENS", "composed", 80).put(Tag.of(0x0018, 0x9353), 0.4), 75);
		add(series(6, "SIEMENS", "composed", 80).put(Tag.of(0x0008, 0x9215), new DataSetBuilder().put(Tag.of(0x0008, 0x0100),
			"113097").put(Tag.of(0x0008, 0x0102), "DCM").build()), 75);
		add(series(7, "SIEMENS", "B_Sn140kV", 140), HIGH);
		assertEquals(List.of("kv=80"), labels(opened("4", "tags")));
		assertEquals(List.of("blend=F_0.5; from=description"), labels(opened("4", "descriptions")));
		assertEquals(List.of("blend=factor 0.4"), labels(opened("5", "tags")));
		assertEquals(List.of("blend=mixed"), labels(opened("6", "tags")));
		final ImagePlus both = opened("5,7", "tags");
		assertRefused(run(DectMixedImage.class, "low", both, "high", both), "Which of the 2 frames of");
	}

	@Test
	void imagesThatAreNoHounsfieldUnitsAreRefused() throws Exception {
		final ValueScale raw = ValueScale.IDENTITY;
		folder.add(series(4, "SIEMENS", "low", 80).putEmpty(Tag.RESCALE_TYPE, VR.LO), raw, (x, z, te) -> 1024 + hounsfield(x,
			LOW), -1);
		folder.add(series(5, "SIEMENS", "high", 140).put(Tag.RESCALE_TYPE, "HU"), raw, (x, z, te) -> 1024 + hounsfield(x,
			HIGH), -1);
		assertRefused(run(DectMixedImage.class, "low", opened("4", "tags"), "high", opened("5", "tags")),
			"does not say that its values are HU (unit '', slope 1.0, intercept 0.0; rescale slope (0028,1053) and intercept" +
				" (0028,1052) are unknown)");
		assertRefused(run(DectMixedImage.class, "low", opened("5", "tags"), "high", opened("5", "tags")), "are not HU");
		folder.add(series(6, "SIEMENS", "half", 140), new ValueScale(0.5, -1024, "HU"), at(HIGH), -1);
		add(series(7, "SIEMENS", "whole", 80), LOW);
		assertRefused(run(DectMixedImage.class, "low", opened("7", "tags"), "high", opened("6", "tags")),
			"slope 1.0 and intercept", "slope 0.5 and intercept");
		final ImagePlus pair = opened("6,7", "tags");
		assertEquals(List.of(32, "HU"), List.of(pair.getBitDepth(), pair.getCalibration().getValueUnit()));
		assertEquals(hounsfield(21, LOW), value(pair, 21, 1), 0.5);
		assertEquals(hounsfield(21, HIGH), value(pair, 21, 2), 0.25);
	}

	@Test
	void otherPlacesAndPatientsAreNotMerged() throws Exception {
		add(series(4, "SIEMENS", "A_80kV", 80).put(Tag.PATIENT_SEX, "F"), LOW);
		add(series(5, "SIEMENS", "coarse", 140).put(Tag.PIXEL_SPACING, 1.4, 1.4), HIGH);
		add(series(6, "SIEMENS", "moved", 140).put(Tag.FRAME_OF_REFERENCE_UID, "1.9"), HIGH);
		add(series(7, "SIEMENS", "tilted", 140).put(Tag.IMAGE_ORIENTATION, 0.8, 0.6, 0, -0.6, 0.8, 0), HIGH);
		add(series(8, "SIEMENS", "he", 140).put(Tag.PATIENT_SEX, "M"), HIGH);
		assertRefused(openSeries("4,5", "tags"), "The images differ in pixel spacing (1.4 x 1.4 mm against 1.5 x 1.5 mm)");
		assertRefused(openSeries("4,6", "tags"), "The images differ in frame of reference (1.9 against 1.2.3.4)");
		assertRefused(openSeries("4,7", "tags"),
			"The images differ in orientation ((0.8, 0.6, 0)(-0.6, 0.8, 0) against (1, 0, 0)(0, 1, 0))");
		assertRefused(openSeries("4,8", "tags"), "The series differ in (0010,0040) PatientSex (F against M)");
		assertRefused(run(DectMixedImage.class, "low", opened("4", "tags"), "high", opened("5", "tags")),
			"voxels of 1.5 x 1.5 x 4.0 mm", "voxels of 1.4 x 1.4 x 4.0 mm");
		assertRefused(openSeries("4", "guess"), "Energies are from tags, descriptions, not 'guess'");
	}
}
