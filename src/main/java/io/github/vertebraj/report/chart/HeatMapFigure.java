package io.github.vertebraj.report.chart;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Objects;

/**
 * Panels of cells, one below another, all with the same columns: for each row and column a class, shown by its colour.
 * Runs of equal cells in a row are drawn as one.
 *
 * @param title   above
 * @param columns name of what stands across ({@code 48 cases})
 * @param classes names of the classes, for the legend
 * @param panels  from top to bottom, at least one
 */
public record HeatMapFigure(String title, String columns, List<String> classes, List<Panel> panels) implements Figure {

	/** No class: the cell stays white. */
	public static final int NONE = -1;

	/** From little to much; told apart without colour vision, and in grey. */
	private static final List<Color> COLORS = List.of(new Color(0xe6, 0xee, 0xf5), new Color(0xf0, 0xb2, 0x4a), new Color(
		0x8b, 0x1a, 0x1a), new Color(0x00, 0x72, 0xb2));
	private static final Color GRID = new Color(0xb0, 0xb0, 0xb0);
	private static final int LEFT = 110;
	private static final int ROW = 15;
	private static final int LINE = 46;
	private static final int MARGIN = 24;
	private static final int SAMPLE = 30;

	/**
	 * One panel.
	 *
	 * @param rows  names, from top to bottom
	 * @param cells indexed [row][column]: the index of a class, or {@link HeatMapFigure#NONE}
	 */
	public record Panel(String name, List<String> rows, int[][] cells) {

		/** @throws IllegalArgumentException if there are no cells, or rows are not equally long */
		public Panel {
			Objects.requireNonNull(name, "name");
			rows = List.copyOf(rows);
			if (cells.length == 0 || cells.length != rows.size() || cells[0].length == 0) throw new IllegalArgumentException(
				"A heat map needs cells for each of its " + rows.size() + " rows");
			final int[][] copy = new int[cells.length][];
			for (int i = 0; i < copy.length; i++) {
				if (cells[i].length != cells[0].length) throw new IllegalArgumentException("Row " + (i + 1) +
					" of a heat map has " + cells[i].length + " cells, but row 1 has " + cells[0].length);
				copy[i] = cells[i].clone();
			}
			cells = copy;
		}

		private int height() {
			return LINE + rows.size() * ROW + MARGIN;
		}
	}

	/** @throws IllegalArgumentException if there is no panel, or more classes than colours */
	public HeatMapFigure {
		Objects.requireNonNull(title, "title");
		Objects.requireNonNull(columns, "columns");
		classes = List.copyOf(classes);
		panels = List.copyOf(panels);
		if (panels.isEmpty()) throw new IllegalArgumentException("A heat map needs a panel");
		if (classes.size() > COLORS.size()) throw new IllegalArgumentException("A heat map shows " + COLORS.size() +
			" classes at most, not " + classes.size());
	}

	@Override
	public BufferedImage draw() {
		return drawing().image();
	}

	@Override
	public Drawing drawing() {
		final int height = 2 * MARGIN + 3 * LINE + panels.stream().mapToInt(Panel::height).sum();
		return new Drawing(WIDTH, height, this::paint);
	}

	private void paint(final Graphics2D graphics) {
		graphics.setColor(Color.BLACK);
		graphics.setFont(Lettering.BOLD);
		graphics.drawString(Lettering.shortened(title, Lettering.BOLD, WIDTH - 2.0 * MARGIN), MARGIN, MARGIN + 30);
		int top = MARGIN + LINE + MARGIN / 2;
		for (final Panel panel : panels) {
			paint(graphics, panel, top);
			top += panel.height();
		}
		graphics.setColor(Color.BLACK);
		graphics.setFont(Lettering.SMALL);
		graphics.drawString(columns, LEFT, top + SAMPLE);
		int left = LEFT;
		top += LINE;
		for (int i = 0; i < classes.size(); i++) {
			fill(graphics, COLORS.get(i), left, top, SAMPLE, SAMPLE);
			graphics.setColor(GRID);
			graphics.drawRect(left, top, SAMPLE, SAMPLE);
			graphics.setColor(Color.BLACK);
			graphics.drawString(classes.get(i), left + SAMPLE + 10, top + SAMPLE - 5);
			left += SAMPLE + 40 + (int) Lettering.width(classes.get(i), Lettering.SMALL);
		}
	}

	private void paint(final Graphics2D graphics, final Panel panel, final int top) {
		final double width = WIDTH - LEFT - MARGIN;
		final double cell = width / panel.cells()[0].length;
		graphics.setColor(Color.BLACK);
		graphics.setFont(Lettering.SMALL);
		graphics.drawString(Lettering.shortened(panel.name(), Lettering.SMALL, width), LEFT, top + 32);
		final int first = top + LINE;
		for (int row = 0; row < panel.cells().length; row++) {
			final int y = first + row * ROW;
			final int[] cells = panel.cells()[row];
			for (int from = 0, to; from < cells.length; from = to) {
				to = from + 1;
				while (to < cells.length && cells[to] == cells[from])
					to++;
				if (cells[from] != NONE) fill(graphics, COLORS.get(cells[from]), LEFT + from * cell, y, (to - from) * cell, ROW);
			}
		}
		graphics.setColor(GRID);
		graphics.draw(new Rectangle2D.Double(LEFT, first, width, panel.cells().length * (double) ROW));
		label(graphics, panel, first);
	}

	/** The first row of each part of the spine is named; there is no room for all. */
	private static void label(final Graphics2D graphics, final Panel panel, final int first) {
		graphics.setColor(Color.BLACK);
		graphics.setFont(Lettering.SMALL.deriveFont(20f));
		final FontMetrics metrics = graphics.getFontMetrics();
		String part = "";
		for (int row = 0; row < panel.rows().size(); row++) {
			final String name = panel.rows().get(row);
			final String here = name.substring(0, 1);
			if (here.equals(part)) continue;
			part = here;
			graphics.drawString(name, LEFT - 10 - metrics.stringWidth(name), first + row * ROW + ROW);
		}
	}

	private static void fill(final Graphics2D graphics, final Color color, final double x, final double y,
		final double width, final double height)
	{
		graphics.setColor(color);
		graphics.fill(new Rectangle2D.Double(x, y, width, height));
	}
}
