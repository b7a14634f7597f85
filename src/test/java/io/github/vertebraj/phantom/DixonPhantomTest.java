package io.github.vertebraj.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;

import io.github.vertebraj.fatfraction.Acquisition;
import io.github.vertebraj.fatfraction.Dominance;
import io.github.vertebraj.fatfraction.FatMaps;
import io.github.vertebraj.fatfraction.FatOutput;
import io.github.vertebraj.fatfraction.ThreePointMapper;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.RegionStatistics;
import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.phantom.DixonPhantom.TrueRegion;

import org.junit.jupiter.api.Test;

class DixonPhantomTest {

	private static final DixonPhantom PHANTOM = DixonPhantom.demo(Double.POSITIVE_INFINITY);

	private static double mean(final CalibratedImage image, final int frame, final TrueRegion truth) {
		return RegionStatistics.of(image.volume(frame, 0), image.scale(), truth.region()).mean();
	}

	/** Whole numbers leave 0.5 of some 400: 0.2 points. */
	@Test
	void waterAndFatHaveTheFractionOfTheTruth() {
		for (final TrueRegion truth : PHANTOM.regions()) {
			final double water = mean(PHANTOM.water(), 0, truth);
			final double fat = mean(PHANTOM.fat(), 0, truth);
			assertEquals(truth.percent(), 100 * fat / (water + fat), 0.2, truth.region().name());
			assertTrue(truth.region().voxelCount() > 150, truth.region().toString());
		}
	}

	@Test
	void phasesGiveWhatTheTruthSaysTheyRead() {
		for (final TrueRegion truth : PHANTOM.regions()) {
			final double in = mean(PHANTOM.inPhase(), 0, truth);
			final double opposed = mean(PHANTOM.opposedPhase(), 0, truth);
			assertEquals(truth.inOpposed(), 50 * (in + (truth.isFat() ? opposed : -opposed)) / in, 0.2, truth.region().name());
		}
	}

	@Test
	void threeEchoesGiveWhatTheTruthSaysTheyRead() {
		for (final Dominance dominance : Dominance.values()) {
			final FatMaps maps = new ThreePointMapper(new Acquisition(DixonPhantom.FIELD_STRENGTH, List.of(4.6, 6.9, 9.2)),
				dominance, EnumSet.noneOf(FatOutput.class)).compute(PHANTOM.echoes().component(0), ValueScale.IDENTITY, done -> {});
			for (final TrueRegion truth : PHANTOM.regions())
				if (truth.isFat() == (dominance == Dominance.FAT)) assertEquals(truth.threePoint(), RegionStatistics.of(maps
					.fatFraction(), ValueScale.IDENTITY, truth.region()).mean(), 0.2, truth.region().name());
		}
	}

	@Test
	void isNeverCubicNorAtTheOrigin() {
		final CalibratedImage water = PHANTOM.water();
		final var geometry = water.geometry().orElseThrow();
		assertEquals(3, new HashSet<>(List.of(water.size(0), water.size(1), water.size(2))).size());
		assertEquals(3, new HashSet<>(List.of(geometry.spacing(0), geometry.spacing(1), geometry.spacing(2))).size());
		assertTrue(geometry.origin().length() > 50);
		assertEquals("te=2.3; component=opposed-phase", PHANTOM.opposedPhase().label(3, 0, 0).toString());
		assertEquals("te=9.2; component=magnitude", PHANTOM.echoes().label(3, 2, 0).toString());
	}

	/** In two patients of another size each region keeps enough voxels, of marrow alone. */
	@Test
	void patientsBeforeAndAfterTherapyHaveTheirTruth() {
		final List<TherapyStudy.Patient> patients = new TherapyStudy(2026).patients();
		assertEquals(24, patients.size());
		assertEquals(10, patients.stream().filter(TherapyStudy.Patient::isResponder).count());
		for (final TherapyStudy.Patient patient : List.of(patients.get(0), patients.get(17))) {
			final DixonPhantom before = patient.imagesBefore();
			final DixonPhantom after = patient.imagesAfter();
			assertNotEquals(before.water().geometry(), after.water().geometry());
			assertEquals(before.regions().stream().map(truth -> truth.region().runs()).toList(), after.regions().stream().map(
				truth -> truth.region().runs()).toList(), "the same anatomy is planned again");
			final List<TrueRegion> bodies = after.regions().stream().filter(truth -> truth.region().name().endsWith("_VB"))
				.toList();
			assertEquals(List.of("L1_VB", "L2_VB", "L3_VB", "L4_VB", "L5_VB"), bodies.stream().map(truth -> truth.region().name())
				.toList());
			assertEquals(patient.after(), bodies.stream().map(TrueRegion::percent).toList());
			for (final TrueRegion truth : bodies) {
				final double water = mean(after.water(), 0, truth);
				final double fat = mean(after.fat(), 0, truth);
				assertTrue(truth.region().voxelCount() > 60, truth.region().toString());
				assertEquals(truth.percent(), 100 * fat / (water + fat), 0.7, patient.name() + " " + truth.region().name());
			}
		}
	}

	@Test
	void responseGoesWithTheChangeOfFat() {
		final double[] change = new double[2];
		for (final TherapyStudy.Patient patient : new TherapyStudy(2026).patients()) {
			final double mean = mean(patient.after()) - mean(patient.before());
			change[patient.isResponder() ? 1 : 0] += mean / (patient.isResponder() ? 10 : 14);
		}
		assertEquals(9, change[1], 3);
		assertEquals(1, change[0], 3);
	}

	private static double mean(final List<Double> values) {
		return values.stream().mapToDouble(value -> value).average().orElseThrow();
	}

	/** The ellipsoids are seen by voxels of 0.2 ml; one of them goes from the first station into the second. */
	@Test
	void wholeBodyLesionsHaveTheirVolumes() {
		final WholeBodyPhantom body = WholeBodyPhantom.create(1, false);
		assertEquals(3, body.stations().size());
		for (final WholeBodyPhantom.Lesion lesion : body.lesions())
			assertEquals(1, lesion.counted() / lesion.volume(), 0.08, lesion.name());
		assertEquals(3, new HashSet<>(Arrays.asList(body.stations().get(0).dwi().size(0), body.stations().get(0).dwi().size(1),
			body.stations().get(0).dwi().size(2))).size());
		assertEquals(Collections.nCopies(36, "b=800"), body.stations().get(2).dwi().labels().subList(36, 72).stream().map(
			Object::toString).toList());
	}
}
