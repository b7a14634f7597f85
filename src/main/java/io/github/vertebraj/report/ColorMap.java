package io.github.vertebraj.report;

import java.awt.Color;

/**
 * A colour map of 256 entries in which equal steps of a value look equally large. It is computed, not copied from a
 * table: a smooth curve through the OKLab colour space, walked in equal steps of its length, with lightness rising all
 * the way, so that the order of values survives colour blindness and a black-and-white printer.
 *
 * <p>
 * OKLab: B. Ottosson, A perceptual color space for image processing, 2020.
 */
public final class ColorMap {

	/** Number of entries. */
	public static final int SIZE = 256;

	/** Indigo, violet, rose, apricot, pale yellow: control points of a Bézier curve as lightness, chroma, hue (°). */
	private static final double[][] EMBER = { { 0.22, 0.11, 268 }, { 0.36, 0.26, 285 }, { 0.64, 0.36, 10 }, { 0.80, 0.12,
		70 }, { 0.97, 0.10, 108 } };

	private static final int FINE_STEPS = 8192;

	private final byte[][] rgb;

	private ColorMap(final byte[][] rgb) {
		this.rgb = rgb;
	}

	/** From dark indigo over rose to pale yellow; no entry is near gray, which is left for what is not measurable. */
	public static ColorMap perceptual() {
		return new ColorMap(walk(EMBER));
	}

	/** From black to white, as readers know an anatomical image. */
	public static ColorMap gray() {
		final byte[] levels = new byte[SIZE];
		for (int i = 0; i < SIZE; i++)
			levels[i] = (byte) i;
		return new ColorMap(new byte[][] { levels, levels, levels });
	}

	/** Red, green and blue of the entries, as an ImageJ LUT takes them: {@code [3][256]}, a copy. */
	public byte[][] rgb() {
		return new byte[][] { rgb[0].clone(), rgb[1].clone(), rgb[2].clone() };
	}

	/** The colour of an entry, 0 to 255. */
	public Color color(final int index) {
		return new Color(rgb[0][index] & 0xff, rgb[1][index] & 0xff, rgb[2][index] & 0xff);
	}

	/**
	 * The colour of a value on a scale; values beyond its ends have the colours of the ends.
	 *
	 * @throws IllegalArgumentException if the value is NaN, which has no colour
	 */
	public Color color(final double value, final double minimum, final double maximum) {
		if (Double.isNaN(value)) throw new IllegalArgumentException("NaN has no place on a colour scale");
		final double index = Math.floor(SIZE * (value - minimum) / (maximum - minimum));
		return color((int) Math.max(0, Math.min(SIZE - 1, index)));
	}

	private static byte[][] walk(final double[][] controls) {
		final double[][] curve = new double[FINE_STEPS + 1][];
		final double[] length = new double[FINE_STEPS + 1];
		for (int i = 0; i <= FINE_STEPS; i++) {
			curve[i] = bezier(controls, (double) i / FINE_STEPS);
			if (i > 0) length[i] = length[i - 1] + distance(curve[i - 1], curve[i]);
		}
		final byte[][] rgb = new byte[3][SIZE];
		int at = 0;
		for (int i = 0; i < SIZE; i++) {
			while (length[at] < length[FINE_STEPS] * i / (SIZE - 1))
				at++;
			final double[] linear = linearRgb(curve[at]);
			for (int channel = 0; channel < 3; channel++)
				rgb[channel][i] = (byte) Math.round(255 * gamma(linear[channel]));
		}
		return rgb;
	}

	/** The point of a Bézier curve, by de Casteljau's scheme. */
	private static double[] bezier(final double[][] controls, final double t) {
		final double[][] points = new double[controls.length][];
		for (int i = 0; i < points.length; i++)
			points[i] = lab(controls[i]);
		for (int n = points.length - 1; n > 0; n--)
			for (int i = 0; i < n; i++)
				for (int k = 0; k < 3; k++)
					points[i][k] += t * (points[i + 1][k] - points[i][k]);
		return points[0];
	}

	private static double[] lab(final double[] lightnessChromaHue) {
		final double hue = Math.toRadians(lightnessChromaHue[2]);
		return new double[] { lightnessChromaHue[0], lightnessChromaHue[1] * Math.cos(hue), lightnessChromaHue[1] * Math
			.sin(hue) };
	}

	private static double distance(final double[] p, final double[] q) {
		return Math.sqrt((p[0] - q[0]) * (p[0] - q[0]) + (p[1] - q[1]) * (p[1] - q[1]) + (p[2] - q[2]) * (p[2] - q[2]));
	}

	private static double[] linearRgb(final double[] lab) {
		final double l = cube(lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2]);
		final double m = cube(lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2]);
		final double s = cube(lab[0] - 0.0894841775 * lab[1] - 1.2914855480 * lab[2]);
		return new double[] { 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s, -1.2684380046 * l + 2.6097574011 * m -
			0.3413193965 * s, -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s };
	}

	private static double cube(final double x) {
		return x * x * x;
	}

	/** The transfer function of sRGB (IEC 61966-2-1). */
	private static double gamma(final double linear) {
		return linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
	}
}
