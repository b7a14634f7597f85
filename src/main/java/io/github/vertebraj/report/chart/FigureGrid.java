package io.github.vertebraj.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Figures as panels (a), (b), ... in two columns, row after row; twice {@link Figure#WIDTH} wide. One alone is drawn as
 * it is, without a letter.
 *
 * @param figures at least one, at most 26
 */
public record FigureGrid(List<Figure> figures) implements Figure {

	private static final int COLUMNS = 2;
	private static final int MOST = 26;
	private static final int LETTER_HEIGHT = 64;

	/** @throws IllegalArgumentException if there is no figure, or more than there are letters */
	public FigureGrid {
		figures = List.copyOf(figures);
		if (figures.isEmpty() || figures.size() > MOST) throw new IllegalArgumentException("A grid holds 1 to " + MOST +
			" figures, but there are " + figures.size());
	}

	@Override
	public BufferedImage draw() {
		final List<BufferedImage> panels = figures.stream().map(Figure::draw).toList();
		if (panels.size() == 1) return panels.get(0);
		final int rows = (panels.size() + COLUMNS - 1) / COLUMNS;
		int height = 0;
		for (int row = 0; row < rows; row++)
			height += rowHeight(panels, row);
		final BufferedImage image = new BufferedImage(COLUMNS * WIDTH, height, BufferedImage.TYPE_INT_RGB);
		final Graphics2D graphics = image.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		graphics.setColor(Color.WHITE);
		graphics.fillRect(0, 0, image.getWidth(), height);
		graphics.setColor(Color.BLACK);
		graphics.setFont(Lettering.BOLD);
		int top = 0;
		for (int i = 0; i < panels.size(); i++) {
			if (i > 0 && i % COLUMNS == 0) top += rowHeight(panels, i / COLUMNS - 1);
			final int left = i % COLUMNS * WIDTH;
			graphics.drawString("(" + (char) ('a' + i) + ")", left + (int) ChartStyle.MARGIN, top + LETTER_HEIGHT - 16);
			graphics.drawImage(panels.get(i), left, top + LETTER_HEIGHT, null);
		}
		graphics.dispose();
		return image;
	}

	private static int rowHeight(final List<BufferedImage> panels, final int row) {
		final int end = Math.min(panels.size(), (row + 1) * COLUMNS);
		return LETTER_HEIGHT + panels.subList(row * COLUMNS, end).stream().mapToInt(BufferedImage::getHeight).max().orElse(
			0);
	}
}
