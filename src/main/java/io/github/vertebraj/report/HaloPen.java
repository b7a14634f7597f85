package io.github.vertebraj.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/** Draws lines and text in white with a dark halo, which can be read on every colour of a map. */
final class HaloPen {

	private static final Color HALO = new Color(0, 0, 0, 190);

	private final Graphics2D graphics;
	private final Font font;
	private final float thickness;

	/**
	 * @param thickness of a line, in pixels; the halo is as wide on either side
	 */
	HaloPen(final Graphics2D graphics, final Font font, final float thickness) {
		this.graphics = graphics;
		this.font = font;
		this.thickness = thickness;
	}

	double width(final String text) {
		return layout(text).getAdvance();
	}

	double lineHeight() {
		return font.getSize2D() * 1.15;
	}

	/** Draws lines with square ends. */
	void lines(final Shape lines) {
		graphics.setColor(HALO);
		graphics.setStroke(new BasicStroke(2.6f * thickness, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER));
		graphics.draw(lines);
		graphics.setColor(Color.WHITE);
		graphics.setStroke(new BasicStroke(thickness, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER));
		graphics.draw(lines);
	}

	/** Writes text into a box of its {@link #width} and {@link #lineHeight}. */
	void text(final String text, final Rectangle2D box) {
		final Shape glyphs = layout(text).getOutline(AffineTransform.getTranslateInstance(box.getX(), box.getY() + 0.82 *
			box.getHeight()));
		graphics.setColor(HALO);
		graphics.setStroke(new BasicStroke(2.2f * thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
		graphics.draw(glyphs);
		graphics.setColor(Color.WHITE);
		graphics.fill(glyphs);
	}

	private TextLayout layout(final String text) {
		// a text layout refuses an empty text
		return new TextLayout(text.isEmpty() ? " " : text, font, graphics.getFontRenderContext());
	}
}
