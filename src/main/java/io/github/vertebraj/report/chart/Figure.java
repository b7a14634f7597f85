package io.github.vertebraj.report.chart;

import java.awt.image.BufferedImage;

/** Data that can be drawn. */
public interface Figure {

	/** Width in pixels. */
	int WIDTH = 1200;

	/** Draws a new image, {@link #WIDTH} pixels wide unless it has columns, and as high as it needs. */
	BufferedImage draw();
}
