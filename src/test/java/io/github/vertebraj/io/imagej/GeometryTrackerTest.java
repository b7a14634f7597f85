package io.github.vertebraj.io.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;

/**
 * What ImageJ's own commands do to an image, and whether its geometry, b-values and tags are still right, in memory and
 * after TIFF. The image is {@link TestImages#dwi()}: 31 x 23 pixels, 7 slices, 3 frames, 2 channels.
 */
class GeometryTrackerTest {

	private static final String TO_STACK = "run('Make Substack...', 'channels=1 slices=1-7 frames=2');";
	private static final String CROP = "makeRectangle(4, 3, 20, 15); run('Crop');";

	@TempDir
	static Path folder;

	/** What is left of the image: from pixel (x, y) on, first slice (from 0), step from slice to slice. */
	private record Part(int x, int y, int slice, int step) {

		private static final Part WHOLE = new Part(0, 0, 0, 1);
	}

	/** Name, macro, size, b of the last plane, part. */
	static Stream<Arguments> followed() {
		final List<Arguments> cases = new ArrayList<>();
		cases.add(Arguments.of("nothing", "", "31 23 7 3 2", 1000, Part.WHOLE));
		cases.add(Arguments.of("duplicate", "run('Duplicate...', 'duplicate');", "31 23 7 3 2", 1000, Part.WHOLE));
		cases.add(Arguments.of("duplicate of a selection", "makeRectangle(4, 3, 10, 8); run('Duplicate...', 'duplicate');",
			"10 8 7 3 2", 1000, new Part(4, 3, 0, 1)));
		cases.add(Arguments.of("duplicate of a range", "run('Duplicate...', 'duplicate channels=1 slices=2-5 frames=1-2');",
			"31 23 4 2 1", 500, new Part(0, 0, 1, 1)));
		cases.add(Arguments.of("duplicate of a plane", "Stack.setPosition(1, 3, 3); makeOval(4, 3, 10, 8);" +
			"run('Duplicate...', 'title=a'); run('Duplicate...', 'title=b');", "10 8 1 1 1", 1000, new Part(4, 3, 2, 1)));
		cases.add(Arguments.of("crop", CROP, "20 15 7 3 2", 1000, new Part(4, 3, 0, 1)));
		cases.add(Arguments.of("crop twice", CROP + "makeRectangle(5, 0, 12, 9); run('Crop');", "12 9 7 3 2", 1000, new Part(
			9, 3, 0, 1)));
		cases.add(Arguments.of("crop in the corner", "makeRectangle(0, 0, 10, 8); run('Crop');", "10 8 7 3 2", 1000,
			Part.WHOLE));
		cases.add(Arguments.of("substack of a hyperstack",
			"run('Make Substack...', 'channels=1-2 slices=2-6-2 frames=1-3');", "31 23 3 3 2", 1000, new Part(0, 0, 1, 2)));
		cases.add(Arguments.of("substack", TO_STACK + "run('Make Substack...', 'slices=3-7-2');", "31 23 3 1 1", 500,
			new Part(0, 0, 2, 2)));
		cases.add(Arguments.of("substack of a selection", TO_STACK +
			"makeRectangle(4, 3, 10, 8); run('Duplicate...', 'duplicate range=3-5');", "10 8 3 1 1", 500, new Part(4, 3, 2,
				1)));
		cases.add(Arguments.of("reverse", TO_STACK + "run('Reverse');", "31 23 7 1 1", 500, new Part(0, 0, 6, -1)));
		cases.add(Arguments.of("first slice deleted", TO_STACK + "setSlice(1); run('Delete Slice');", "31 23 6 1 1", 500,
			new Part(0, 0, 1, 1)));
		cases.add(Arguments.of("32-bit", "run('32-bit');", "31 23 7 3 2", 1000, Part.WHOLE));
		cases.add(Arguments.of("hyperstack to stack",
			"run('Duplicate...', 'duplicate channels=1'); run('Hyperstack to Stack');", "31 23 7 3 1", 1000, Part.WHOLE));
		cases.add(Arguments.of("frames concatenated", TO_STACK + "rename('a'); selectImage('dwi');" +
			"run('Make Substack...', 'channels=1 slices=1-7 frames=3'); rename('b');" +
			"run('Concatenate...', 'title=c image1=b image2=a');", "31 23 7 2 1", 1000, Part.WHOLE));
		cases.add(Arguments.of("a little painted", "makeRectangle(4, 3, 3, 3); setColor(65535); run('Fill', 'stack');",
			"31 23 7 3 2", 1000, Part.WHOLE));
		return cases.stream();
	}

	/** Name, macro. */
	static Stream<Arguments> lost() {
		final Map<String, String> macros = new LinkedHashMap<>();
		macros.put("flipped left to right", "run('Flip Horizontally', 'stack');");
		macros.put("flipped upside down", "run('Flip Vertically', 'stack');");
		macros.put("one slice flipped", "Stack.setPosition(1, 3, 2); run('Flip Horizontally', 'slice');");
		macros.put("turned", "run('Rotate 90 Degrees Right');");
		macros.put("turned by half", "run('Rotate 90 Degrees Right'); run('Rotate 90 Degrees Right');");
		macros.put("shifted", "run('Translate...', 'x=2 y=0 interpolation=None stack');");
		macros.put("canvas cut", "run('Canvas Size...', 'width=21 height=15 position=Center');");
		macros.put("canvas added", "run('Canvas Size...', 'width=41 height=25 position=Center zero');");
		macros.put("cropped, then canvas cut", CROP +
			"run('Select None'); run('Canvas Size...', 'width=16 height=11 position=Center');");
		macros.put("resized", "run('Size...', 'width=62 height=46 depth=7 time=3 average interpolation=Bilinear');");
		macros.put("scaled", "run('Scale...', 'x=0.5 y=0.5 z=1.0 width=15 height=11 depth=7 interpolation=Bilinear average " +
			"create');");
		macros.put("filtered", "run('Gaussian Blur...', 'sigma=2 stack');");
		macros.put("projected", "run('Z Project...', 'projection=[Max Intensity] all');");
		macros.put("cut across", "run('Reslice [/]...', 'output=4.5 start=Top');");
		macros.put("slices left out", TO_STACK + "run('Make Substack...', 'slices=1,2,5');");
		macros.put("slice repeated", TO_STACK + "run('Make Substack...', 'slices=1,1,2');");
		macros.put("pixel size set", "run('Properties...', 'pixel_width=2 pixel_height=2 voxel_depth=5');");
		return macros.entrySet().stream().map(macro -> Arguments.of(macro.getKey(), macro.getValue()));
	}

	@BeforeAll
	static void runMacros() throws IOException, InterruptedException {
		final Map<String, String> macros = new LinkedHashMap<>();
		Stream.concat(followed(), lost()).map(Arguments::get).forEach(a -> macros.put((String) a[0], (String) a[1]));
		HeadlessMacros.run(macros, folder);
	}

	/** As ImageJ had it, and as it was saved. */
	private static List<Optional<Geometry>> geometries(final String name) throws IOException {
		final List<Optional<Geometry>> geometries = new ArrayList<>();
		final Path inMemory = folder.resolve(name + ".txt");
		assertTrue(Files.exists(inMemory), () -> "the macro failed, see the log: " + log());
		geometries.add(PlaneTrace.parse(Files.readString(inMemory)).map(PlaneTrace::geometry));
		geometries.add(ImageFiles.open(folder.resolve(name + ".tif")).geometry());
		return geometries;
	}

	private static String log() {
		try {
			return Files.readString(folder.resolve("log"));
		}
		catch (final IOException e) {
			return e.toString();
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("followed")
	void isFollowed(final String name, final String macro, final String size, final double b,
		final Part part) throws IOException
	{
		final Geometry g = TestImages.OBLIQUE.crop(part.x, part.y, part.slice);
		final Geometry expected = new Geometry(g.xStep(), g.yStep(), g.zStep().times(part.step), g.origin(), g
			.frameOfReference());
		for (final Optional<Geometry> geometry : geometries(name)) {
			assertTrue(geometry.orElseThrow().agreesWith(expected, 31, 23, 7), () -> geometry.toString());
			assertTrue(geometry.orElseThrow().sharesFrameOfReference(expected));
		}
		final CalibratedImage image = ImageFiles.open(folder.resolve(name + ".tif"));
		assertEquals(size, image.size(0) + " " + image.size(1) + " " + image.size(2) + " " + image.size(3) + " " + image.size(
			4));
		assertSameVoxels(image, part);
		assertEquals(b, image.labels().get(image.labels().size() - 1).number("b").orElse(-1));
		assertEquals(TestImages.dwi().tags(), image.tags());
	}

	/** The truth of the expectation itself: the pixels of frame and channel are those of the part. */
	private static void assertSameVoxels(final CalibratedImage image, final Part part) {
		final CalibratedImage whole = TestImages.dwi();
		final int t = image.labels().get(0).number("b").orElse(0) == 0 ? 0 : (int) (image.labels().get(0).number("b")
			.orElse(0) / 500);
		for (int z = 0; z < image.size(2); z++)
			assertEquals(whole.scale().real(whole.voxels().getAt(part.x + 1, part.y + 2, part.slice + z * part.step, t, 0)
				.getRealDouble()), image.scale().real(image.voxels().getAt(1, 2, z, 0, 0).getRealDouble()), 1e-2);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("lost")
	void fallsBackToSpacing(final String name, final String macro) throws IOException {
		for (final Optional<Geometry> geometry : geometries(name)) {
			final Geometry g = geometry.orElseThrow();
			assertEquals(Optional.empty(), g.frameOfReference());
			assertEquals(new Vector(0, 0, 0), g.origin());
			assertEquals(name.equals("pixel size set") ? 2 : name.equals("resized") ? 0.65 : name.equals("scaled") ? 2.6 : 1.3,
				g.spacing(0), 1e-5);
		}
	}
}
