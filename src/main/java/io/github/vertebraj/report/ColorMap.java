package io.github.vertebraj.report;

import java.awt.Color;

/** A colour map of 256 entries. */
public final class ColorMap {

	private final byte[][] rgb;

	private ColorMap(final byte[][] rgb) {
		this.rgb = rgb;
	}

	/** Dark to light, in equal perceived steps. */
	public static ColorMap perceptual() {
		final byte[][] rgb = new byte[3][256];
		for (int i = 0; i < 256; i++)
			rgb[0][i] = rgb[1][i] = rgb[2][i] = (byte) i;
		return new ColorMap(rgb);
	}

	/** Red, green and blue of the 256 entries, as ImageJ's LUT takes them: {@code [3][256]}, a copy. */
	public byte[][] rgb() {
		return new byte[][] { rgb[0].clone(), rgb[1].clone(), rgb[2].clone() };
	}

	/** The colour of an entry, 0 to 255. */
	public Color color(final int index) {
		return new Color(rgb[0][index] & 0xff, rgb[1][index] & 0xff, rgb[2][index] & 0xff);
	}
}
