package io.github.vertebraj.io.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import ij.IJ;
import ij.ImagePlus;
import ij.VirtualStack;
import ij.measure.Calibration;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.ValueScale;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Cast;
import net.imglib2.view.Views;

class ImagePlusBridgeTest {

	static double[] real(final CalibratedImage image) {
		final RandomAccessibleInterval<? extends RealType<?>> voxels = Cast.unchecked(image.voxels());
		return Views.flatIterable(voxels).stream().mapToDouble(v -> image.scale().real(v.getRealDouble())).toArray();
	}

	private static void assertSameImage(final CalibratedImage expected, final CalibratedImage actual) {
		assertEquals(expected.title(), actual.title());
		assertArrayEquals(expected.voxels().dimensionsAsLongArray(), actual.voxels().dimensionsAsLongArray());
		assertArrayEquals(real(expected), real(actual), 1e-3);
		assertEquals(expected.geometry(), actual.geometry());
		assertEquals(expected.labels(), actual.labels());
		assertEquals(expected.tags(), actual.tags());
		assertEquals(expected.scale().unit(), actual.scale().unit());
	}

	static Stream<CalibratedImage> images() {
		return Stream.of(TestImages.dwi(), TestImages.image(Optional.of(TestImages.OBLIQUE), ValueScale.IDENTITY, 5, 4, 1, 1,
			1), TestImages.image(Optional.empty(), TestImages.SCALE, 5, 4, 1, 3, 1), TestImages.image(Optional.of(Geometry
				.ofSpacing(0.5, 0.7, 3)), new ValueScale(1, -33792, "HU"), 5, 4, 3, 1, 1), TestImages.image(Optional.empty(),
					new ValueScale(1, -32768, "HU"), 5, 4, 3, 1, 1), TestImages.bytes(6, 5, 3, 1, 2),
			TestImages.floats(new ValueScale(1, 0, "10^-3 mm^2/s"), 8, 5, 3, 1, 1), TestImages.floats(new ValueScale(2, -1, ""),
				8, 5, 1, 2, 1));
	}

	@ParameterizedTest
	@MethodSource("images")
	void comesBackAsItWent(final CalibratedImage image) {
		assertSameImage(image, ImagePlusBridge.fromImagePlus(ImagePlusBridge.toImagePlus(image)));
	}

	@Test
	void sharesPixelsBothWays() {
		final CalibratedImage image = TestImages.dwi();
		final ImagePlus imp = ImagePlusBridge.toImagePlus(image);
		final CalibratedImage back = ImagePlusBridge.fromImagePlus(imp);
		final PlanarImg<?, ?> before = assertInstanceOf(PlanarImg.class, image.voxels());
		final PlanarImg<?, ?> after = assertInstanceOf(PlanarImg.class, back.voxels());
		for (int i = 0; i < before.numSlices(); i++)
			assertSame(((ShortArray) before.getPlane(i)).getCurrentStorageArray(), ((ShortArray) after.getPlane(i))
				.getCurrentStorageArray());
	}

	@Test
	void looksRightInImageJ() {
		final ImagePlus imp = ImagePlusBridge.toImagePlus(TestImages.dwi());
		assertEquals("2 7 3 16", imp.getNChannels() + " " + imp.getNSlices() + " " + imp.getNFrames() + " " + imp
			.getBitDepth());
		assertTrue(imp.getOpenAsHyperStack());
		assertEquals(4, imp.getSlice());
		final String label = imp.getStack().getSliceLabel(imp.getStackIndex(2, 3, 2));
		assertTrue(label.startsWith("b=500; component=phase\n0008,0060 Modality: MR\n"), label);
		assertTrue(label.contains("\nVertebraJ plane: 31 23; -100.25 38 820.125; 1.2 0.5 0; -0.5 1.2 0; 0 0.25 4.5; " +
			"1.2.826.0.1.3680043.8.498.7\nVertebraJ marks: "), label);
		final Calibration calibration = imp.getCalibration();
		assertEquals("mm", calibration.getUnit());
		assertEquals("HU", calibration.getValueUnit());
		assertEquals(1.3, calibration.pixelWidth, 1e-12);
		assertEquals(Math.hypot(0.25, 4.5), calibration.pixelDepth, 1e-12);
		assertEquals(0.5 * 100 - 16, calibration.getCValue(100), 1e-9);
		assertTrue(imp.getInfoProperty().startsWith("0008,0060 Modality: MR\n"), imp.getInfoProperty());
		assertFalse(imp.getWindow() != null);
	}

	@Test
	void viewsAndOtherTypesAreConverted() {
		final List<PlaneLabel> one = List.of(PlaneLabel.empty());
		final CalibratedImage shorts = new CalibratedImage("s", Views.translate(ArrayImgs.shorts(new short[] { -32768, -1, 0,
			1, 2, 32767 }, 3, 2, 1, 1, 1), 5, 6, 7, 8, 9), new ValueScale(2, 1, "HU"), Optional.empty(), one, Map.of());
		final ImagePlus imp = ImagePlusBridge.toImagePlus(shorts);
		assertEquals(16, imp.getBitDepth());
		assertArrayEquals(new double[] { -65535, -1, 1, 3, 5, 65535 }, real(ImagePlusBridge.fromImagePlus(imp)));
		final CalibratedImage signedBytes = new CalibratedImage("b", ArrayImgs.bytes(new byte[] { -128, 0, 127 }, 3, 1, 1, 1,
			1), ValueScale.IDENTITY, Optional.empty(), one, Map.of());
		assertArrayEquals(new double[] { -128, 0, 127 }, real(ImagePlusBridge.fromImagePlus(ImagePlusBridge.toImagePlus(
			signedBytes))));
		final CalibratedImage doubles = new CalibratedImage("d", ArrayImgs.doubles(new double[] { -1.5, 1e6, Double.NaN }, 3,
			1, 1, 1, 1), new ValueScale(2, 0, ""), Optional.empty(), one, Map.of());
		assertEquals(32, ImagePlusBridge.toImagePlus(doubles).getBitDepth());
		assertArrayEquals(new double[] { -3, 2e6, Double.NaN }, real(ImagePlusBridge.fromImagePlus(ImagePlusBridge
			.toImagePlus(doubles))));
		final CalibratedImage arrayed = new CalibratedImage("a", ArrayImgs.unsignedShorts(new short[] { 1, -1, 3, 4 }, 2, 1,
			2, 1, 1), TestImages.SCALE, Optional.empty(), Collections.nCopies(2, PlaneLabel.empty()), Map.of());
		assertArrayEquals(new double[] { -15.5, 32751.5, -14.5, -14 }, real(ImagePlusBridge.fromImagePlus(ImagePlusBridge
			.toImagePlus(arrayed))));
	}

	@Test
	void windowOfTheTagsIsShown() {
		final CalibratedImage dwi = TestImages.dwi();
		final CalibratedImage windowed = new CalibratedImage("w", dwi.voxels(), dwi.scale(), dwi.geometry(), dwi.labels(), Map
			.of("0028,1050 Window Center", "40\\300", "0028,1051 Window Width", "400\\1500"));
		final ImagePlus imp = ImagePlusBridge.toImagePlus(windowed);
		// stored = (real + 16) / 0.5
		assertEquals((-160 + 16) / 0.5, imp.getDisplayRangeMin());
		assertEquals((240 + 16) / 0.5, imp.getDisplayRangeMax());
	}

	@Test
	void percentilesAreShownWithoutAWindow() {
		final float[] pixels = new float[10_000];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = i;
		pixels[17] = Float.NaN;
		pixels[18] = Float.POSITIVE_INFINITY;
		pixels[19] = 1e30f;
		final ImagePlus imp = ImagePlusBridge.toImagePlus(new CalibratedImage("p", ArrayImgs.floats(pixels, 100, 100, 1, 1,
			1), ValueScale.IDENTITY, Optional.empty(), List.of(PlaneLabel.empty()), Map.of()));
		assertEquals(50, imp.getDisplayRangeMin(), 5);
		assertEquals(9950, imp.getDisplayRangeMax(), 5);
		final ImagePlus constant = ImagePlusBridge.toImagePlus(new CalibratedImage("c", ArrayImgs.floats(4, 4, 1, 1, 1),
			ValueScale.IDENTITY, Optional.empty(), List.of(PlaneLabel.empty()), Map.of()));
		assertTrue(constant.getDisplayRangeMax() >= constant.getDisplayRangeMin());
	}

	@Test
	void virtualStacksAreReadPlaneByPlane() {
		final int[] reads = new int[3];
		final VirtualStack stack = new VirtualStack(4, 3, null, "") {

			@Override
			public ImageProcessor getProcessor(final int n) {
				reads[n - 1]++;
				final ShortProcessor plane = new ShortProcessor(4, 3);
				plane.add(100 * n);
				plane.set(1, 2, n);
				return plane;
			}

			@Override
			public int getBitDepth() {
				return 16;
			}
		};
		for (int i = 0; i < 3; i++)
			stack.addSlice("b=" + i);
		final ImagePlus imp = new ImagePlus("virtual", stack);
		imp.getStack().setBitDepth(16);
		final CalibratedImage image = ImagePlusBridge.fromImagePlus(imp);
		final int before = reads[1];
		assertEquals("b=2", image.label(2, 0, 0).toString());
		assertEquals(200, image.voxels().getAt(0, 0, 1, 0, 0).getRealDouble());
		assertEquals(2, image.voxels().getAt(1, 2, 1, 0, 0).getRealDouble());
		assertEquals(before + 1, reads[1]);
		assertEquals(0, reads[2]);
	}

	@ParameterizedTest
	@CsvSource({ "mm, 0.5, 0.5", "cm, 0.05, 0.5", "µm, 500, 0.5", "um, 500, 0.5", "micron, 500, 0.5", "inch, 0.1, 2.54",
		"m, 0.001, 1", "nm, 500000, 0.5" })
	void lengthsOfAnyUnitBecomeMillimetres(final String unit, final double size, final double mm) {
		final ImagePlus imp = IJ.createImage("i", "16-bit ramp", 5, 4, 3);
		imp.getCalibration().setUnit(unit);
		imp.getCalibration().pixelWidth = size;
		imp.getCalibration().pixelHeight = 2 * size;
		imp.getCalibration().pixelDepth = 3 * size;
		final Geometry geometry = ImagePlusBridge.fromImagePlus(imp).geometry().orElseThrow();
		assertEquals(Optional.empty(), geometry.frameOfReference());
		assertEquals(mm, geometry.spacing(0), 1e-9);
		assertEquals(2 * mm, geometry.spacing(1), 1e-9);
		assertEquals(3 * mm, geometry.spacing(2), 1e-9);
	}

	@Test
	void withoutAUnitOfLengthThereIsNoGeometry() {
		final ImagePlus imp = IJ.createImage("i", "16-bit ramp", 5, 4, 3);
		assertEquals(Optional.empty(), ImagePlusBridge.fromImagePlus(imp).geometry());
		imp.getCalibration().pixelWidth = 0.5;
		imp.getCalibration().setUnit("furlong");
		assertEquals(Optional.empty(), ImagePlusBridge.fromImagePlus(imp).geometry());
		imp.getCalibration().setUnit("mm");
		imp.getCalibration().pixelHeight = 0;
		assertEquals(Optional.empty(), ImagePlusBridge.fromImagePlus(imp).geometry());
		// one plane, and the depth is what ImageJ puts there when nobody says
		final ImagePlus plane = IJ.createImage("i", "16-bit ramp", 5, 4, 1);
		plane.getCalibration().setUnit("mm");
		plane.getCalibration().pixelWidth = 0.5;
		assertEquals(Optional.empty(), ImagePlusBridge.fromImagePlus(plane).geometry());
	}

	private static void assertRefused(final String reason, final ImagePlus imp) {
		final String message = assertThrows(IllegalArgumentException.class, () -> ImagePlusBridge.fromImagePlus(imp))
			.getMessage();
		assertTrue(message.contains(reason) && message.contains("'" + imp.getTitle() + "'"), message);
	}

	@Test
	void refusesColoursAndCurves() {
		assertRefused("RGB", IJ.createImage("rgb", "RGB", 5, 4, 1));
		assertRefused("no pixels", new ImagePlus());
		final ImagePlus curved = IJ.createImage("curved", "8-bit ramp", 5, 4, 1);
		curved.getCalibration().setFunction(Calibration.RODBARD, new double[] { 1, 2, 3, 4 }, "OD");
		assertRefused("Rodbard", curved);
		curved.getCalibration().setFunction(Calibration.UNCALIBRATED_OD, null, "OD");
		assertRefused("uncalibrated OD", curved);
		curved.getCalibration().setCTable(new float[256], "HU");
		assertRefused("custom table", curved);
		curved.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] { -5, 1 }, "HU", true);
		assertRefused("clipped", curved);
	}

	@Test
	void foreignImagesGiveWhatTheyHave() {
		final ImagePlus imp = IJ.createHyperStack("foreign", 6, 5, 2, 3, 4, 32);
		imp.getStack().setSliceLabel("holiday.jpg", 1);
		imp.setProperty("Info", "Camera: Leica\n0010,0010  Patient's Name: Doe^Jane\n0010,1010  Patient's Age: 061Y\n" +
			"no tag\n");
		final CalibratedImage image = ImagePlusBridge.fromImagePlus(imp);
		assertArrayEquals(new long[] { imp.getWidth(), imp.getHeight(), 3, 4, 2 }, image.voxels().dimensionsAsLongArray());
		assertTrue(image.labels().stream().allMatch(label -> label.equals(PlaneLabel.empty())));
		assertEquals(Map.of("Camera", "Leica", "0010,1010 Patient's Age", "061Y"), image.tags());
	}

	@Test
	void valueUnitOfFloatsIsKept() {
		final ImagePlus imp = new ImagePlus("f", new FloatProcessor(2, 1, new float[] { 1, 2 }));
		imp.getCalibration().setValueUnit("10^-3 mm^2/s");
		final CalibratedImage image = ImagePlusBridge.fromImagePlus(imp);
		assertEquals(new ValueScale(1, 0, "10^-3 mm^2/s"), image.scale());
		assertInstanceOf(FloatType.class, image.voxels().getType());
	}
}
