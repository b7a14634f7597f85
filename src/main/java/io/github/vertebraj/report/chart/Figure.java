package io.github.vertebraj.report.chart;

import java.awt.image.BufferedImage;

/** Data that can be drawn. */
public interface Figure {

	/** Width in pixels. */
	int WIDTH = 1200;

	/** Draws a new image, {@link #WIDTH} pixels wide unless it has columns, and as high as it needs. */
	BufferedImage draw();

	/** The same to be drawn at any size; a figure that knows no lines gives its pixels. */
	default Drawing drawing() {
		final BufferedImage image = draw();
		return new Drawing(image.getWidth(), image.getHeight(), graphics -> graphics.drawImage(image, 0, 0, null));
	}
}
