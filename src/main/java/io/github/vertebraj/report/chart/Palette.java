package io.github.vertebraj.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.TexturePaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * What tells groups apart: colour, shape of points and dashes of lines, so that a black-and-white copy can be read too.
 *
 * <p>
 * Colours: M. Okabe, K. Ito, Color Universal Design (CUD): how to make figures and presentations that are friendly to
 * colorblind people, 2008; without their yellow, which is lost on white.
 */
final class Palette {

	static final Color MUTED = new Color(0x70, 0x70, 0x70);
	/** Radius from which points have an edge. */
	static final double OUTLINED = 6;

	private static final List<Color> COLORS = List.of(new Color(0x00, 0x72, 0xb2), new Color(0xd5, 0x5e, 0x00), new Color(
		0x00, 0x9e, 0x73), new Color(0xcc, 0x79, 0xa7), new Color(0xe6, 0x9f, 0x00), new Color(0x56, 0xb4, 0xe9), new Color(
			0x00, 0x00, 0x00));
	private static final List<List<Integer>> DASHES = List.of(List.of(), List.of(18, 10), List.of(5, 8), List.of(24, 8, 5,
		8), List.of(10, 6), List.of(24, 8, 5, 8, 5, 8));
	private static final int SHAPES = 5;
	private static final int TILE = 18;

	private Palette() {}

	static Color color(final int index) {
		return COLORS.get(index % COLORS.size());
	}

	/** The colour mixed with white, to fill areas. */
	static Color tint(final int index, final double share) {
		final Color color = color(index);
		return new Color(mixed(color.getRed(), share), mixed(color.getGreen(), share), mixed(color.getBlue(), share));
	}

	private static int mixed(final int channel, final double share) {
		return (int) Math.round(255 + share * (channel - 255));
	}

	static Color transparent(final Color color, final double opacity) {
		return new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * opacity));
	}

	static Stroke dash(final int index, final float thickness) {
		final List<Integer> dashes = DASHES.get(index % DASHES.size());
		if (dashes.isEmpty()) return line(thickness);
		final float[] lengths = new float[dashes.size()];
		for (int i = 0; i < lengths.length; i++)
			lengths[i] = dashes.get(i);
		return new BasicStroke(thickness, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, lengths, 0);
	}

	/** How large points are drawn, in pixels: the more, the smaller. */
	static double radius(final int points) {
		return points <= 200 ? 9 : points <= 1000 ? 6 : 3.5;
	}

	static Stroke line(final float thickness) {
		return new BasicStroke(thickness, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
	}

	/** A circle, square, triangle, diamond or reversed triangle around a place. */
	static Shape shape(final int index, final double radius) {
		final double side = 0.89 * radius;
		return switch (index % SHAPES) {
			case 0 -> new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
			case 1 -> new Rectangle2D.Double(-side, -side, 2 * side, 2 * side);
			case 2 -> polygon(0, -1.2 * radius, 1.1 * radius, 0.8 * radius, -1.1 * radius, 0.8 * radius);
			case 3 -> polygon(0, -1.25 * radius, 1.25 * radius, 0, 0, 1.25 * radius, -1.25 * radius, 0);
			default -> polygon(0, 1.2 * radius, 1.1 * radius, -0.8 * radius, -1.1 * radius, -0.8 * radius);
		};
	}

	/** A triangle that points to the right from where it begins; to the left if its length is negative. */
	static Shape arrow(final double length) {
		final double half = 0.6 * Math.abs(length);
		return polygon(0, 0, -length, -half, -length, half);
	}

	/** A light colour: plain, or with rising, falling, upright or crossed lines. */
	static Paint hatching(final int index) {
		final BufferedImage tile = new BufferedImage(TILE, TILE, BufferedImage.TYPE_INT_RGB);
		final Graphics2D graphics = tile.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		graphics.setColor(tint(index, 0.3));
		graphics.fillRect(0, 0, TILE, TILE);
		graphics.setColor(tint(index, 0.55));
		graphics.setStroke(line(3));
		final int kind = index % 5;
		for (int x = -TILE; x <= TILE; x += TILE) { // lines over corners go on in the next tile
			if (kind == 1 || kind == 4) graphics.drawLine(x - TILE, 2 * TILE, x + 2 * TILE, -TILE);
			if (kind == 2 || kind == 4) graphics.drawLine(x - TILE, -TILE, x + 2 * TILE, 2 * TILE);
		}
		if (kind == 3) graphics.drawLine(TILE / 2, 0, TILE / 2, TILE);
		graphics.dispose();
		return new TexturePaint(tile, new Rectangle(TILE, TILE));
	}

	private static Shape polygon(final double... corners) {
		final Path2D path = new Path2D.Double();
		path.moveTo(corners[0], corners[1]);
		for (int i = 2; i < corners.length; i += 2)
			path.lineTo(corners[i], corners[i + 1]);
		path.closePath();
		return path;
	}
}
