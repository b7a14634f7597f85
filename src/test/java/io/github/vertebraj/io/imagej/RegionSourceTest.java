package io.github.vertebraj.io.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.GraphicsEnvironment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.TextRoi;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.ValueScale;

class RegionSourceTest {

	private static final int[] SIZE = { 12, 10, 5 };

	@TempDir
	Path folder;

	private static CalibratedImage image(final Optional<Geometry> geometry) {
		return TestImages.image(geometry, ValueScale.IDENTITY, SIZE[0], SIZE[1], SIZE[2], 2, 1);
	}

	private static CalibratedImage image() {
		return image(Optional.of(TestImages.OBLIQUE));
	}

	private static RegionSource source(final Path file) {
		return new RegionSource(Optional.ofNullable(file), OptionalInt.empty(), label -> "label " + label);
	}

	private static Roi roi(final int x, final String name) {
		final Roi roi = new Roi(x, 2, 3, 4);
		roi.setName(name);
		roi.setPosition(0, 2, 0);
		return roi;
	}

	@Test
	void sourcesAreAskedInOrder() throws IOException {
		final ImagePlus imp = ImagePlusBridge.toImagePlus(image());
		final CalibratedImage image = ImagePlusBridge.fromImagePlus(imp);
		final String nothing = assertThrows(IllegalArgumentException.class, () -> source(null).collect(imp, image))
			.getMessage();
		assertTrue(nothing.contains("'dwi'") && nothing.contains(".zip, .roi") && nothing.contains("NIfTI, TIFF") && nothing
			.contains("overlay") && nothing.contains("selection"), nothing);
		imp.setRoi(roi(1, "selected"));
		assertFound("selection", "selected", source(null).collect(imp, image));
		final Overlay overlay = new Overlay(new TextRoi(1, 1, "L3"));
		imp.setOverlay(overlay);
		assertFound("selection", "selected", source(null).collect(imp, image));
		overlay.add(roi(2, "overlaid"));
		assertFound("overlay", "overlaid", source(null).collect(imp, image));
		assertEquals(List.of("1 texts or pictures are no regions"), source(null).collect(imp, image).notes());
		final Path file = folder.resolve("RoiSet.zip");
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		RoiFile.write(out, List.of(new Region("filed", List.of(new Region.Run(1, 2, 3, 4)))));
		Files.write(file, out.toByteArray());
		assertFound("RoiSet.zip", "filed", source(file).collect(imp, image));
	}

	private static void assertFound(final String origin, final String name, final RegionSource.Found found) {
		assertEquals(origin, found.origin());
		assertEquals(name, found.regions().get(0).name());
		assertEquals(1, found.regions().size());
		assertEquals(1, found.regions().get(0).slices()[0]);
	}

	@Test
	void sliceIsForUnboundRegions() throws IOException {
		final ImagePlus imp = ImagePlusBridge.toImagePlus(image());
		final CalibratedImage image = ImagePlusBridge.fromImagePlus(imp);
		imp.setRoi(new Roi(1, 2, 3, 4));
		final RegionSource third = new RegionSource(Optional.empty(), OptionalInt.of(3), Integer::toString);
		assertEquals(2, third.collect(imp, image).regions().get(0).slices()[0]);
		imp.setPosition(1, 4, 1);
		if (GraphicsEnvironment.isHeadless()) assertTrue(refusal(null, imp, image).contains("say which by slice="));
		else assertEquals(3, source(null).collect(imp, image).regions().get(0).slices()[0]);
	}

	private static String refusal(final Path file, final ImagePlus imp, final CalibratedImage image) {
		return assertThrows(IllegalArgumentException.class, () -> source(file).collect(imp, image)).getMessage();
	}
}
