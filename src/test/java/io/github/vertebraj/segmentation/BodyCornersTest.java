package io.github.vertebraj.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.vertebraj.SharedData;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;
import io.github.vertebraj.image.LabelRegions;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.io.nifti.NiftiFile;
import io.github.vertebraj.phantom.FracturePhantom;

import org.junit.jupiter.api.Test;

class BodyCornersTest {

	private static final SagittalFrame LEFT = SagittalFrame.upright(0.9, 0.7, 4, -1);

	/** A quadrilateral 30 mm deep, 20 mm high in front and 26 behind, turned about (40, 35) mm. */
	private static Region wedge(final double degrees) {
		final double turn = Math.toRadians(degrees);
		final List<Region.Run> runs = new ArrayList<>();
		for (int z = 1; z < 4; z++)
			for (int y = 0; y < 110; y++)
				for (int x = 0; x < 95; x++) {
					final double dx = x * 0.9 - 40;
					final double dy = y * 0.7 - 35;
					final double back = dx * Math.cos(turn) + dy * Math.sin(turn);
					final double down = dy * Math.cos(turn) - dx * Math.sin(turn);
					if (Math.abs(back) <= 15 && Math.abs(down) <= 11.5 + 0.1 * back) runs.add(new Region.Run(z, y, x, x + 1));
				}
		return new Region("L1", runs);
	}

	private static double height(final BodyCorners corners, final int i, final SagittalFrame frame) {
		final double[] top = corners.points().get(2 * i);
		final double[] bottom = corners.points().get(2 * i + 1);
		return Math.hypot((top[0] - bottom[0]) * frame.xSpacing(), (top[1] - bottom[1]) * frame.ySpacing());
	}

	@Test
	void heightsAreRightWithinAPixelHoweverTheBodyIsTurned() {
		for (final double degrees : new double[] { 0, 7, -20, 35 }) {
			final BodyCorners corners = BodyCorners.of(wedge(degrees), LEFT, 95, 110);
			assertEquals(2, corners.slice());
			assertFalse(corners.isCut());
			assertEquals(20, height(corners, 0, LEFT), 0.9, "anterior at " + degrees);
			assertEquals(23, height(corners, 1, LEFT), 0.9, "middle at " + degrees);
			assertEquals(26, height(corners, 2, LEFT), 0.9, "posterior at " + degrees);
			assertTrue(corners.points().get(0)[0] < corners.points().get(4)[0], "front on the left");
			assertTrue(corners.points().get(0)[1] < corners.points().get(1)[1], "head up");
		}
	}

	@Test
	void thePhantomsVertebraeHaveTheirHeights() {
		final FracturePhantom phantom = FracturePhantom.create(1);
		final SagittalFrame frame = SagittalFrame.of(phantom.labels().geometry().orElseThrow());
		final List<Region> regions = LabelRegions.of(phantom.labels().volume(0, 0), Integer::toString);
		assertEquals(phantom.vertebrae().size(), regions.size());
		for (int i = 0; i < regions.size(); i++) {
			final FracturePhantom.TrueVertebra truth = phantom.vertebrae().get(i);
			final BodyCorners corners = BodyCorners.of(regions.get(i), frame, 110, 330);
			assertEquals(6, corners.slice(), truth.name());
			final double[] heights = { truth.anterior(), truth.middle(), truth.posterior() };
			for (int k = 0; k < 3; k++)
				assertEquals(heights[k], height(corners, k, frame), 0.5, truth.name() + " height " + k);
			for (int k = 0; k < 6; k++)
				assertEquals(0, Math.hypot((corners.points().get(k)[0] - truth.points().get(k)[0]) * 0.9, (corners.points().get(
					k)[1] - truth.points().get(k)[1]) * 0.8), 1, truth.name() + " point " + k);
		}
	}

	/** Oracle: the body that the subregion mask of the same vertebra (49 and 50, corpus and its border) tells. */
	@Test
	void realVertebraeAreMeasuredAsTheirBodiesAlone() throws IOException {
		assertBodiesAgree("ct", "22");
		assertBodiesAgree("mri", "6");
	}

	private static void assertBodiesAgree(final String kind, final String label) throws IOException {
		final String name = "spine/tptbox_samples/sub-" + kind + "_seg-%s_label-" + label + "_msk.nii.gz";
		final CalibratedImage vertebrae = NiftiFile.read(SharedData.path(String.format(name, "vert")));
		final CalibratedImage parts = NiftiFile.read(SharedData.path(String.format(name, "subreg")));
		final SagittalFrame frame = SagittalFrame.of(vertebrae.geometry().orElseThrow());
		final List<Region> subregions = LabelRegions.of(parts.volume(0, 0), Integer::toString);
		final List<Region.Run> corpus = subregions.stream().filter(part -> part.name().equals("49") || part.name().equals(
			"50")).flatMap(part -> part.runs().stream()).toList();
		for (final Region vertebra : LabelRegions.of(vertebrae.volume(0, 0), Integer::toString)) {
			if (!vertebra.name().equals(label)) continue;
			final List<Region.Run> own = new ArrayList<>();
			for (final Region.Run a : vertebra.runs())
				for (final Region.Run b : corpus)
					if (a.z() == b.z() && a.y() == b.y() && Math.max(a.xFrom(), b.xFrom()) < Math.min(a.xTo(), b.xTo())) own.add(
						new Region.Run(a.z(), a.y(), Math.max(a.xFrom(), b.xFrom()), Math.min(a.xTo(), b.xTo())));
			final BodyCorners whole = BodyCorners.of(vertebra, frame, parts.size(0), parts.size(1));
			final BodyCorners body = BodyCorners.of(new Region("body", own), frame, parts.size(0), parts.size(1));
			for (int k = 0; k < 3; k++)
				assertEquals(height(body, k, frame), height(whole, k, frame), 0.1, kind + " height " + k);
			assertEquals(body.slice(), whole.slice());
			assertFalse(whole.isCut());
		}
	}

	@Test
	void whatIsTooSmallHasNoCorners() {
		assertEquals("no voxel", BodyCorners.of(new Region("L1", List.of()), LEFT, 95, 110).reason());
		assertTrue(BodyCorners.of(new Region("L1", List.of(new Region.Run(0, 3, 3, 4))), LEFT, 95, 110).reason().contains(
			"only 1 voxels on slice 1"));
		assertTrue(BodyCorners.of(new Region("L1", List.of(new Region.Run(0, 3, 3, 60))), LEFT, 95, 110).reason().contains(
			"less than 4 voxels"));
	}

	/** What the image cuts off is no fracture. */
	@Test
	void bodiesAtTheEdgeAreNotMeasured() {
		final List<Region.Run> runs = wedge(0).runs().stream().map(run -> new Region.Run(run.z(), run.y() - 40, run.xFrom(),
			run.xTo())).filter(run -> run.y() >= 0).toList();
		assertTrue(BodyCorners.of(new Region("L1", runs), LEFT, 95, 110).reason().contains("touches the edge"));
	}

	@Test
	void axialSlicesAreRefused() {
		final Geometry axial = new Geometry(new Vector(1, 0, 0), new Vector(0, 1, 0), new Vector(0, 0, 3), new Vector(0, 0,
			0), Optional.of("1.2"));
		assertTrue(assertThrows(IllegalArgumentException.class, () -> SagittalFrame.of(axial)).getMessage().contains(
			"not sagittal"));
	}
}
