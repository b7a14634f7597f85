package io.github.vertebraj.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.github.vertebraj.image.Geometry.Vector;
import io.github.vertebraj.image.Region.Run;
import io.github.vertebraj.image.RegionTransfer.Transferred;

import net.imglib2.img.array.ArrayImgs;

class RegionTransferTest {

	private static final Vector ORIGIN = new Vector(-31.5, 12.25, 87);
	private static final Geometry COARSE = geometry(2, 3, 5, ORIGIN, Optional.of("1.2.3"));

	private static Geometry geometry(final double x, final double y, final double z, final Vector origin,
		final Optional<String> frame)
	{
		return new Geometry(new Vector(0, x, 0), new Vector(0, 0, -y), new Vector(z, 0, 0), origin, frame);
	}

	private static CalibratedImage image(final String title, final int[] size, final Optional<Geometry> geometry) {
		return new CalibratedImage(title, ArrayImgs.bytes(size[0], size[1], size[2], 1, 1), ValueScale.IDENTITY, geometry,
			Collections.nCopies(size[2], PlaneLabel.empty()), Map.of());
	}

	private static CalibratedImage coarse() {
		return image("coarse", new int[] { 7, 6, 4 }, Optional.of(COARSE));
	}

	private static Region box(final int x, final int y, final int z, final int width, final int height, final int depth) {
		final List<Run> runs = new ArrayList<>();
		for (int k = z; k < z + depth; k++)
			for (int j = y; j < y + height; j++)
				runs.add(new Run(k, j, x, x + width));
		return new Region("box", runs);
	}

	/** Each voxel is divided into 2 × 3 × 5, whose centres lie evenly in it. */
	@Test
	void aFinerGridHasAllPartsOfEachVoxel() {
		final Vector first = COARSE.toPatient(-0.5 + 0.25, -0.5 + 1 / 6.0, -0.5 + 0.1);
		final CalibratedImage fine = image("fine", new int[] { 14, 18, 20 }, Optional.of(geometry(1, 1, 1, first, Optional.of(
			"1.2.3"))));
		final RegionTransfer transfer = RegionTransfer.between(coarse(), fine);
		final Transferred there = transfer.apply(box(2, 1, 1, 3, 2, 2));
		assertEquals(box(4, 3, 5, 6, 6, 10).runs(), there.region().runs());
		assertEquals(0, there.outside());
		assertTrue(transfer.note().orElseThrow().contains("nearest neighbour"));
		final Transferred back = RegionTransfer.between(fine, coarse()).apply(there.region());
		assertEquals(box(2, 1, 1, 3, 2, 2).runs(), back.region().runs());
	}

	@Test
	void aRegionMayLieOutsideOrBetween() {
		final CalibratedImage part = image("part", new int[] { 3, 6, 4 }, Optional.of(COARSE.crop(4, 0, 0)));
		final Transferred cut = RegionTransfer.between(coarse(), part).apply(box(2, 1, 1, 3, 2, 2));
		assertEquals(box(0, 1, 1, 1, 2, 2).runs(), cut.region().runs());
		assertEquals(8, cut.outside());
		final Transferred none = RegionTransfer.between(coarse(), part).apply(box(0, 1, 1, 2, 2, 2));
		assertTrue(none.region().isEmpty());
		assertEquals(8, none.outside());
		assertTrue(RegionTransfer.between(coarse(), part).apply(new Region("empty", List.of())).region().isEmpty());
	}

	@Test
	void sameVoxelsNeedNoPlace() {
		final Region region = box(2, 1, 1, 3, 2, 2);
		assertSame(region, RegionTransfer.between(coarse(), coarse()).apply(region).region());
		assertFalse(RegionTransfer.between(coarse(), coarse()).note().isPresent());
		final CalibratedImage plain = image("plain", new int[] { 7, 6, 4 }, Optional.empty());
		assertSame(region, RegionTransfer.between(coarse(), plain).apply(region).region());
		assertTrue(RegionTransfer.between(coarse(), plain).note().orElseThrow().startsWith("'plain' does not tell"));
	}

	private static void assertRefused(final String reason, final CalibratedImage other) {
		final IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> RegionTransfer.between(coarse(),
			other));
		assertTrue(e.getMessage().contains(reason), e.getMessage());
	}

	@Test
	void refusesOtherPlaces() {
		assertRefused("frames of reference differ (1.2.3 and 9)", image("far", new int[] { 7, 6, 4 }, Optional.of(geometry(2, 3,
			5, ORIGIN, Optional.of("9")))));
		assertRefused("their voxels differ", image("small", new int[] { 7, 6, 3 }, Optional.empty()));
		assertRefused("their voxels differ", image("other", new int[] { 7, 6, 4 }, Optional.of(Geometry.ofSpacing(1, 1, 1))));
	}
}
