package io.github.vertebraj.io.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Polygon;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.ImagePlus;
import ij.gui.EllipseRoi;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.RotatedRectRoi;
import ij.gui.ShapeRoi;
import ij.io.RoiEncoder;
import ij.process.FloatPolygon;
import ij.process.ImageStatistics;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.RegionStatistics;
import io.github.vertebraj.image.ValueScale;

/** ROIs become the pixels that ImageJ counts, on the slice that they are bound to, and go back to ROIs. */
class RoiRegionsTest {

	@TempDir
	Path folder;

	private static ImagePlus image(final int slices, final int frames) {
		return ImagePlusBridge.toImagePlus(TestImages.image(Optional.of(TestImages.OBLIQUE), ValueScale.IDENTITY, 41, 37,
			slices, frames, 1));
	}

	private static RoiRegions reader(final ImagePlus imp, final int slice) {
		return new RoiRegions(imp, slice > 0 ? OptionalInt.of(slice) : OptionalInt.empty(), false);
	}

	private static Roi named(final Roi roi, final String name) {
		roi.setName(name);
		return roi;
	}

	static Stream<Roi> shapes() {
		final Roi rounded = new Roi(3, 4, 17, 11);
		rounded.setCornerDiameter(8);
		final ShapeRoi ring = new ShapeRoi(new OvalRoi(5, 5, 25, 21)).not(new ShapeRoi(new OvalRoi(11, 9, 9, 12)));
		final ShapeRoi parts = new ShapeRoi(new Roi(1, 2, 5, 6)).or(new ShapeRoi(new OvalRoi(20, 22, 9, 7)));
		final PolygonRoi spline = new PolygonRoi(new FloatPolygon(new float[] { 4.5f, 30.2f, 25.7f, 9.1f }, new float[] {
			5.5f, 3.3f, 30.9f, 22.2f }), Roi.POLYGON);
		spline.fitSpline();
		return Stream.of(new Roi(5, 6, 1, 1), new Roi(5, 6, 20, 7), new Roi(5.5, 6.5, 20.2, 7.7), rounded, new OvalRoi(3, 4,
			20, 9), new OvalRoi(3.3, 4.4, 7.7, 9.9), new EllipseRoi(5, 5, 30, 25, 0.4), new PolygonRoi(new Polygon(new int[] {
				4, 30, 22, 9 }, new int[] { 5, 3, 30, 18 }, 4), Roi.POLYGON), new PolygonRoi(new int[] { 4, 30, 22, 9, 3 },
					new int[] { 5, 3, 30, 18, 12 }, 5, Roi.FREEROI), new PolygonRoi(new int[] { 4, 9, 9, 7, 7, 4 }, new int[] { 5,
						5, 12, 12, 9, 9 }, 6, Roi.TRACED_ROI), new RotatedRectRoi(5, 8, 30, 22, 9), ring, parts, spline, new OvalRoi(
							-4, -3, 20, 15), new PolygonRoi(new int[] { 30, 60, 45 }, new int[] { 20, 25, 60 }, 3, Roi.POLYGON),
			new Roi(35, 30, 100, 100));
	}

	/** ImageJ 1.54p: {@code imp.setRoi(roi); imp.getStatistics()}. */
	@ParameterizedTest
	@MethodSource("shapes")
	void countsThePixelsThatImageJCounts(final Roi roi) {
		final ImagePlus imp = image(1, 1);
		final Region region = reader(imp, 0).of(List.of(roi)).get(0);
		imp.setRoi(roi);
		final ImageStatistics expected = imp.getStatistics();
		final RegionStatistics actual = RegionStatistics.of(ImagePlusBridge.fromImagePlus(imp).volume(0, 0),
			ValueScale.IDENTITY, region);
		assertEquals(expected.pixelCount, actual.voxels());
		assertEquals(expected.mean, actual.mean(), 1e-6 * expected.mean);
		assertEquals(expected.min, actual.min());
		assertEquals(expected.max, actual.max());
	}

	private static void assertSlices(final ImagePlus imp, final Roi roi, final int slice, final int... expected) {
		roi.setName("L3");
		final Region region = reader(imp, slice).of(List.of(roi)).get(0);
		assertEquals(IntStream.of(expected).boxed().toList(), IntStream.of(region.slices()).boxed().toList());
	}

	@Test
	void isMeasuredOnItsSlice() {
		final ImagePlus hyperstack = image(5, 3);
		final Roi roi = new Roi(1, 2, 3, 4);
		roi.setPosition(1, 4, 2);
		assertSlices(hyperstack, roi, 0, 3);
		roi.setPosition(0, 4, 0);
		assertSlices(hyperstack, roi, 2, 3); // the ROI's own slice goes before the option
		roi.setPosition(3);
		assertSlices(hyperstack, roi, 0, 2);
		roi.setPosition(12); // second slice of the third frame
		assertSlices(hyperstack, roi, 0, 1);
		roi.setPosition(0, 0, 2);
		assertSlices(hyperstack, roi, 5, 4);
		roi.setPosition(0);
		assertSlices(hyperstack, roi, 1, 0);
		assertSlices(image(1, 3), roi, 0, 0);
		assertSlices(image(4, 1), roi, 3, 2);
		roi.setPosition(2);
		assertSlices(image(1, 3), roi, 0, 0);
	}

	@Test
	void namesOfTheRoiManagerTellTheSlice() {
		final Region region = reader(image(5, 1), 0).of(List.of(named(new Roi(1, 2, 3, 4), "0004-0034-0056"))).get(0);
		assertEquals(3, region.slices()[0]);
	}

	@Test
	void sameNameIsOneRegionAndNamelessOnesAreNumbered() {
		final List<Roi> rois = new ArrayList<>();
		for (int z = 1; z <= 3; z++) {
			final Roi roi = named(new Roi(z, 2, 3, 4), z == 2 ? "L4_VB" : "L3_VB");
			roi.setPosition(0, z, 0);
			rois.add(roi);
		}
		rois.add(named(new Roi(0, 0, 2, 2), null));
		rois.add(named(new Roi(0, 0, 2, 2), "  "));
		assertEquals("[L3_VB (24 voxels), L4_VB (12 voxels), ROI 4 (4 voxels), ROI 5 (4 voxels)]", reader(image(5, 1), 5).of(
			rois).toString());
	}

	private static void assertRefused(final String reason, final Roi roi, final int slice) {
		roi.setName("L3");
		final ImagePlus imp = image(5, 3);
		final String message = assertThrows(IllegalArgumentException.class, () -> reader(imp, slice).of(List.of(roi)))
			.getMessage();
		assertTrue(message.contains(reason), message);
	}

	@Test
	void refusesWhatCannotBeMeasured() {
		assertRefused("'L3' lies outside of 'dwi'", new Roi(100, 2, 3, 4), 1);
		assertRefused("'L3' lies outside of 'dwi'", new OvalRoi(-10, -10, 5, 5), 1);
		assertRefused("'L3' is empty", new PolygonRoi(new int[] { 1, 5, 9 }, new int[] { 2, 2, 2 }, 3, Roi.POLYGON), 1);
		assertRefused("'L3' is empty", new PolygonRoi(new int[] { 1, 2, 5 }, new int[] { 1, 2, 5 }, 3, Roi.POLYGON), 1);
		assertRefused("'L3' is empty", new ShapeRoi(new Roi(1, 1, 3, 3)).not(new ShapeRoi(new Roi(0, 0, 9, 9))), 1);
		assertRefused("'L3' is a straight line", new Line(1, 2, 10, 20), 1);
		assertRefused("'L3' is a point", new PointRoi(3, 4), 1);
		assertRefused("'L3' is a polyline", new PolygonRoi(new int[] { 1, 5, 9 }, new int[] { 1, 9, 1 }, 3, Roi.POLYLINE),
			1);
		assertRefused("slice must be from 1 to 5, but is 6", new Roi(1, 2, 3, 4), 6);
		assertRefused("bound to no slice, and 'dwi' has 5: say which by slice=", new Roi(1, 2, 3, 4), 0);
		final Roi far = new Roi(1, 2, 3, 4);
		far.setPosition(16);
		assertRefused("bound to plane 16, but 'dwi' has 15", far, 0);
	}

	@Test
	void plainPositionsAreAllSlicesOrAllPlanes() {
		final Roi third = new Roi(1, 2, 3, 4);
		third.setName("third");
		third.setPosition(3);
		final Roi twelfth = new Roi(1, 2, 3, 4);
		twelfth.setName("twelfth");
		twelfth.setPosition(12);
		final ImagePlus imp = image(5, 3);
		final RoiRegions alone = new RoiRegions(imp, OptionalInt.empty(), false);
		assertEquals(2, alone.of(List.of(third)).get(0).slices()[0]);
		assertEquals(List.of("1 ROI(s) have a plain position, which is taken as their slice, since none is beyond the 5 slices"),
			alone.notes());
		final RoiRegions both = new RoiRegions(imp, OptionalInt.empty(), false);
		final List<Region> regions = both.of(List.of(third, twelfth));
		assertEquals(PlaneOrder.of(imp).sliceOf(3), regions.get(0).slices()[0]);
		assertEquals(PlaneOrder.of(imp).sliceOf(12), regions.get(1).slices()[0]);
		assertTrue(both.notes().get(0).contains("taken as their plane"), both.notes()::toString);
	}

	@Test
	void tellsOfWhatWasChosen() {
		final ImagePlus imp = image(5, 3);
		imp.setPosition(1, 4, 2);
		final RoiRegions shown = new RoiRegions(imp, OptionalInt.empty(), true);
		assertEquals(3, shown.of(List.of(named(new Roi(-1, 2, 3, 4), "L3"))).get(0).slices()[0]);
		assertEquals(List.of("region 'L3' lies partly outside of the image: only the pixels inside are measured",
			"region 'L3' is bound to no slice: measured on slice 4, the one shown"), shown.notes());
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4 })
	void writesRegionsThatAreReadBackPixelByPixel(final long seed) throws IOException {
		final Random random = new Random(seed);
		final List<Region> regions = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			final List<Region.Run> runs = new ArrayList<>();
			for (int n = 0; n < 60; n++) {
				final int x = random.nextInt(35);
				runs.add(new Region.Run(random.nextInt(4), random.nextInt(37), x, x + 1 + random.nextInt(6)));
			}
			regions.add(new Region("L" + (i + 1) + "_VB left/right: " + i, runs));
		}
		final Path file = folder.resolve("rois.zip");
		write(file, regions);
		final List<Region> back = reader(image(4, 2), 0).of(RoiFile.read(file));
		assertEquals(regions.size(), back.size());
		for (int i = 0; i < regions.size(); i++) {
			assertEquals(regions.get(i).name(), back.get(i).name());
			assertEquals(regions.get(i).runs(), back.get(i).runs());
		}
	}

	private static void write(final Path file, final List<Region> regions) throws IOException {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		RoiFile.write(out, regions);
		Files.write(file, out.toByteArray());
	}

	@Test
	void writesRegionsOfEqualNames() throws IOException {
		final Path file = folder.resolve("rois.zip");
		write(file, List.of(new Region("a", List.of(new Region.Run(0, 1, 2, 3))), new Region("A", List.of(new Region.Run(0, 4,
			5, 6))), new Region("a", List.of(new Region.Run(0, 7, 8, 9)))));
		assertEquals(List.of("a", "A", "a"), RoiFile.read(file).stream().map(Roi::getName).toList());
	}

	@Test
	void filesThatAreNoneAreRefused() throws IOException {
		assertUnreadable("There is no file", folder.resolve("missing.zip"));
		assertUnreadable("holds no ROI", Files.writeString(folder.resolve("text.zip"), "hello"));
		assertUnreadable("not an ImageJ ROI", Files.writeString(folder.resolve("text.roi"), "hello, this is no ROI at all"));
		assertUnreadable("not an ImageJ ROI", Files.write(folder.resolve("empty.roi"), new byte[0]));
		final Path zip = folder.resolve("cut.zip");
		write(zip, List.of(new Region("a", List.of(new Region.Run(0, 1, 2, 30)))));
		final byte[] whole = Files.readAllBytes(zip);
		Files.write(zip, Arrays.copyOf(whole, 60));
		assertUnreadable("cut.zip", zip);
	}

	private static void assertUnreadable(final String reason, final Path file) {
		final String message = assertThrows(IOException.class, () -> RoiFile.read(file)).getMessage();
		assertTrue(message.contains(reason) && message.contains(file.toString()), message);
	}

	/** Each damaged ROI set is read, or refused by an IOException that names it. */
	@Test
	void damagedFilesAreReadOrRefused() throws IOException {
		final Random random = new Random(7);
		final Path file = folder.resolve("fuzz.zip");
		write(file, List.of(new Region("a", List.of(new Region.Run(0, 1, 2, 30), new Region.Run(0, 2, 8, 12)))));
		final byte[] whole = Files.readAllBytes(file);
		final byte[] roi = RoiEncoder.saveAsByteArray(new OvalRoi(1, 2, 30, 40));
		final Path single = folder.resolve("fuzz.roi");
		final ImagePlus image = image(5, 1);
		for (int round = 0; round < 1000; round++) {
			Files.write(file, damage(whole, random));
			Files.write(single, damage(roi, random));
			for (final Path path : List.of(file, single))
				try {
					for (final Roi read : RoiFile.read(path))
						reader(image, 1).of(List.of(read));
				}
				catch (final IOException e) {
					assertTrue(e.getMessage().contains(path.toString()), e.toString());
				}
				catch (final IllegalArgumentException e) {
					assertTrue(e.getMessage().contains("'"), e.toString()); // names the region
				}
		}
	}

	private static byte[] damage(final byte[] source, final Random random) {
		final byte[] bytes = source.clone();
		for (int i = 0; i <= random.nextInt(4); i++)
			bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
		return bytes;
	}
}
