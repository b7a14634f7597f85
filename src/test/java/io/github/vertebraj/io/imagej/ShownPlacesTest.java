package io.github.vertebraj.io.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import ij.IJ;
import ij.ImagePlus;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.ValueScale;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;

/** A sagittal series: x to the back, y to the feet, z to the left. */
class ShownPlacesTest {

	private static final Geometry SAGITTAL = new Geometry(new Vector(0, 0.5, 0), new Vector(0, 0, -0.75), new Vector(4, 0,
		0), new Vector(-10, -40, 60), Optional.of("1.2.3"));

	private static ImagePlus series(final Optional<Geometry> geometry) {
		return ImagePlusBridge.toImagePlus(new CalibratedImage("T1", ArrayImgs.floats(40, 30, 5, 2, 1), new ValueScale(1, 0,
			""), geometry, Collections.nCopies(10, PlaneLabel.empty()), Map.of()));
	}

	@Test
	void aPixelHasAPlaceAndAPlaceAPlane() {
		final ImagePlus imp = series(Optional.of(SAGITTAL));
		imp.setPosition(1, 2, 2);
		final ShownPlaces places = ShownPlaces.of(imp).orElseThrow();
		final Vector place = places.placeOf(20, 10);
		assertEquals(new Vector(-6, -30, 52.5), place);
		assertArrayEquals(new double[] { 20, 10 }, places.pixelOf(place), 1e-9);
		assertEquals(OptionalInt.of(imp.getStackIndex(1, 2, 2)), places.planeOf(place));
		assertEquals(OptionalInt.of(imp.getStackIndex(1, 5, 2)), places.planeOf(new Vector(7.9, -30, 52.5)));
	}

	@Test
	void whatLiesOutsideIsOnNoPlane() {
		final ShownPlaces places = ShownPlaces.of(series(Optional.of(SAGITTAL))).orElseThrow();
		assertEquals(OptionalInt.empty(), places.planeOf(new Vector(8.5, -30, 52.5)));
		assertEquals(OptionalInt.empty(), places.planeOf(new Vector(-6, -41, 52.5)));
		assertEquals(OptionalInt.of(1), places.planeOf(new Vector(-11.9, -40, 60)));
	}

	@Test
	void anImageThatDoesNotKnowWhereItLiesHasNoPlaces() {
		assertTrue(ShownPlaces.of(series(Optional.of(Geometry.ofSpacing(1, 1, 4)))).isEmpty());
		assertTrue(ShownPlaces.of(IJ.createImage("plain", "16-bit", 8, 6, 3)).isEmpty());
	}
}
