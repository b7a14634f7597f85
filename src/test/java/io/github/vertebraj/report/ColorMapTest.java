package io.github.vertebraj.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;

import org.junit.jupiter.api.Test;

class ColorMapTest {

	private final ColorMap map = ColorMap.perceptual();

	@Test
	void lightnessRisesAllTheWay() {
		for (int i = 1; i < ColorMap.SIZE; i++)
			assertTrue(lab(map.color(i))[0] > lab(map.color(i - 1))[0], "entry " + i);
	}

	/** Over 15 entries the rounding to 8 bits hardly counts. */
	@Test
	void stepsLookEquallyLarge() {
		final double whole = distance(0, 255) > 0 ? length() / 17 : 0;
		for (int i = 0; i + 15 < ColorMap.SIZE; i++) {
			double step = 0;
			for (int k = i; k < i + 15; k += 5)
				step += distance(k, k + 5);
			assertEquals(whole, step, 0.06 * whole, "from entry " + i);
		}
	}

	private double length() {
		double length = 0;
		for (int i = 0; i < 255; i += 5)
			length += distance(i, i + 5);
		return length;
	}

	/** Two colours of a distance above 0.1 in OKLab are told apart with ease; 0.02 is just noticeable. */
	@Test
	void noEntryLooksLikeNotMeasurable() {
		for (int i = 0; i < ColorMap.SIZE; i++)
			assertTrue(distance(lab(map.color(i)), lab(SliceImage.NOT_MEASURABLE)) > 0.1, "entry " + i);
	}

	@Test
	void endsAreDarkAndLight() {
		assertTrue(lab(map.color(0))[0] < 0.25);
		assertTrue(lab(map.color(255))[0] > 0.95);
	}

	@Test
	void valuesTakeTheColourOfTheirPlace() {
		assertEquals(map.color(0), map.color(0.0, 0, 3));
		assertEquals(map.color(128), map.color(1.5, 0, 3));
		assertEquals(map.color(255), map.color(3.0, 0, 3));
		assertEquals(map.color(0), map.color(-7.0, 0, 3));
		assertEquals(map.color(255), map.color(Double.POSITIVE_INFINITY, 0, 3));
		assertThrows(IllegalArgumentException.class, () -> map.color(Double.NaN, 0, 3));
	}

	@Test
	void lutIsACopyOfTheSameColours() {
		final byte[][] lut = map.rgb();
		assertEquals(3, lut.length);
		assertEquals(map.color(77), new Color(lut[0][77] & 0xff, lut[1][77] & 0xff, lut[2][77] & 0xff));
		lut[0][77]++;
		assertTrue(lut[0][77] != map.rgb()[0][77]);
	}

	private double distance(final int one, final int other) {
		return distance(lab(map.color(one)), lab(map.color(other)));
	}

	private static double distance(final double[] p, final double[] q) {
		return Math.hypot(p[0] - q[0], Math.hypot(p[1] - q[1], p[2] - q[2]));
	}

	/** sRGB to OKLab by the matrices of the published definition (https://bottosson.github.io/posts/oklab). */
	private static double[] lab(final Color color) {
		final double r = linear(color.getRed());
		final double g = linear(color.getGreen());
		final double b = linear(color.getBlue());
		final double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
		final double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
		final double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
		return new double[] { 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s, 1.9779984951 * l - 2.4285922050 * m +
			0.4505937099 * s, 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s };
	}

	private static double linear(final int channel) {
		final double c = channel / 255.0;
		return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
	}
}
