package io.github.vertebraj.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.RegionStatistics;
import io.github.vertebraj.image.RegionTransfer;

class SignalPhantomTest {

	private static final SignalPhantom PHANTOM = SignalPhantom.create(7);

	private static void assertSignal(final double truth, final CalibratedImage image, final Region region) {
		final RegionStatistics found = RegionStatistics.of(image.volume(0, 0), image.scale(), region);
		assertEquals(truth, found.mean(), 6 * 6 / Math.sqrt(found.voxels()) + 18 / truth, image.title() + " " + region);
		assertTrue(found.sd() < 8, image.title() + " " + region + " is of several tissues: SD " + found.sd());
	}

	/** Rician noise of SD 6 in each channel lifts a signal S by about 18 / S. */
	@Test
	void regionsHaveTheirSignals() {
		final RegionTransfer turned = RegionTransfer.between(PHANTOM.t1(), PHANTOM.stir());
		for (final SignalPhantom.TrueRegion truth : PHANTOM.regions()) {
			assertSignal(truth.t1(), PHANTOM.t1(), truth.region());
			assertSignal(truth.t2(), PHANTOM.t2(), truth.region());
			assertSignal(truth.dwi(), PHANTOM.dwi(), truth.region());
			assertSignal(truth.stir(), PHANTOM.stir(), turned.apply(truth.region()).region());
			final RegionStatistics adc = RegionStatistics.of(PHANTOM.adc().volume(0, 0), PHANTOM.adc().scale(), truth.region());
			assertEquals(truth.adc(), adc.min(), 1e-6);
			assertEquals(truth.adc(), adc.max(), 1e-6);
		}
		assertEquals(List.of("L2_VB lesion lytic", "L4_VB lesion haemangioma", "L5_VB lesion blastic"), PHANTOM.regions()
			.stream().filter(truth -> truth.region().name().endsWith("lesion")).map(truth -> truth.region().name() + " " + truth
				.finding()).toList());
	}

	@Test
	void stirHasVoxelsOfItsOwn() {
		final Geometry stir = PHANTOM.stir().geometry().orElseThrow();
		final Geometry others = PHANTOM.t1().geometry().orElseThrow();
		assertTrue(stir.sharesFrameOfReference(others));
		assertFalse(stir.agreesWith(others, 72, 132, 9));
		assertEquals(0, stir.toPatient(35.5, 65.5, 4).minus(others.toPatient(47.5, 87.5, 5)).length(), 1e-9);
		assertEquals(4.7, stir.spacing(2), 1e-12);
	}
}
