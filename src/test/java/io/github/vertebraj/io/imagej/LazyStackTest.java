package io.github.vertebraj.io.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.LazyPlanes;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.ValueScale;

import ij.ImagePlus;
import ij.plugin.Duplicator;

import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.Test;

class LazyStackTest {

	private static final int W = 9;
	private static final int H = 7;
	private static final int Z = 3;
	private static final int T = 4;

	private final AtomicInteger computed = new AtomicInteger();

	private CalibratedImage image() {
		final List<PlaneLabel> labels = new ArrayList<>();
		for (int t = 0; t < T; t++)
			for (int z = 0; z < Z; z++)
				labels.add(PlaneLabel.empty().with(PlaneLabel.ENERGY, 40 + 10 * t));
		return new CalibratedImage("lazy", LazyPlanes.of(new UnsignedShortType(), this::plane, W, H, Z, T, 1), new ValueScale(1,
			-32767, "HU"), Optional.of(TestImages.OBLIQUE), labels, Map.of("0008,0060 Modality", "CT"));
	}

	private short[] plane(final int index) {
		computed.incrementAndGet();
		final short[] plane = new short[W * H];
		for (int i = 0; i < plane.length; i++)
			plane[i] = (short) (32767 + 100 * index + i);
		return plane;
	}

	@Test
	void planesAreComputedWhenLookedAt() {
		final ImagePlus imp = ImagePlusBridge.toLazyImagePlus(image());
		final int before = computed.get();
		assertTrue(before < Z * T, before + " planes were computed for the window");
		assertEquals(100 * (2 * Z + 1) + 5, imp.getCalibration().getCValue(imp.getStack().getProcessor(imp.getStackIndex(1, 2,
			3)).get(5)));
		assertTrue(computed.get() <= before + 1);
		assertTrue(imp.getStack().isVirtual());
		assertEquals("1 3 4 16 HU", imp.getNChannels() + " " + imp.getNSlices() + " " + imp.getNFrames() + " " + imp
			.getBitDepth() + " " + imp.getCalibration().getValueUnit());
		assertNull(imp.getStack().getImageArray());
	}

	/** The image itself is read, not a copy; copies and crops know where they lie and what they show. */
	@Test
	void comesBackAsItWent() {
		final CalibratedImage image = image();
		final ImagePlus imp = ImagePlusBridge.toLazyImagePlus(image);
		final CalibratedImage back = ImagePlusBridge.fromImagePlus(imp);
		assertSame(image.voxels(), back.voxels());
		assertEquals(image.labels(), back.labels());
		assertEquals(image.geometry(), back.geometry());
		assertEquals("HU", back.scale().unit());
		imp.setRoi(2, 1, 5, 4);
		final CalibratedImage crop = ImagePlusBridge.fromImagePlus(new Duplicator().run(imp, 1, 1, 2, 3, 2, 4));
		assertEquals(60, crop.label(0, 1, 0).number(PlaneLabel.ENERGY).getAsDouble());
		assertTrue(TestImages.OBLIQUE.crop(2, 1, 1).agreesWith(crop.geometry().get(), 5, 4, 2));
		final ImagePlus flipped = new Duplicator().run(imp, 1, 1, 1, Z, 1, T);
		for (int n = 1; n <= flipped.getStackSize(); n++)
			flipped.getStack().getProcessor(n).flipHorizontal();
		assertTrue(ImagePlusBridge.fromImagePlus(flipped).geometry().get().frameOfReference().isEmpty());
	}

	@Test
	void deletedPlanesAreGone() {
		final ImagePlus imp = ImagePlusBridge.toLazyImagePlus(image());
		imp.getStack().deleteSlice(1);
		imp.getStack().deleteLastSlice();
		assertEquals(Z * T - 2, imp.getStack().size());
		assertEquals(32767 + 100, imp.getStack().getProcessor(1).get(0));
		assertThrows(IllegalArgumentException.class, () -> imp.getStack().getProcessor(Z * T));
	}

	@Test
	void floatsAndOthers() {
		final CalibratedImage floats = new CalibratedImage("f", LazyPlanes.of(new FloatType(), z -> new float[] { z, Float.NaN,
			-1.5f, 4 }, 2, 2, 2, 1, 1), new ValueScale(1, 0, "HU"), Optional.empty(), List.of(PlaneLabel.empty(), PlaneLabel
				.empty()), Map.of());
		final ImagePlus imp = ImagePlusBridge.toLazyImagePlus(floats);
		assertEquals(-1.5f, imp.getStack().getProcessor(2).getf(2));
		assertTrue(Float.isNaN(imp.getStack().getProcessor(2).getf(1)));
		final CalibratedImage bytes = new CalibratedImage("b", LazyPlanes.of(new UnsignedByteType(), z -> new byte[4], 2, 2, 1,
			1, 1), ValueScale.IDENTITY, Optional.empty(), List.of(PlaneLabel.empty()), Map.of());
		assertThrows(IllegalArgumentException.class, () -> ImagePlusBridge.toLazyImagePlus(bytes));
	}
}
