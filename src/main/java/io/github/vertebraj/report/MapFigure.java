package io.github.vertebraj.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.Region.Run;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * The figure of a paper: one slice of a map in colour, true to its proportions, with the exact outlines and the names
 * of regions, a scale in mm and a calibrated colour bar. Voxels are shown as measured, without interpolation; NaN is
 * neutral gray. Needs no display.
 */
public final class MapFigure {

	/**
	 * How a figure looks.
	 *
	 * @param title    stands above the map; may be empty
	 * @param quantity what the colours show, with its unit as in a table's header: {@code ADC (10^-3 mm^2/s)}
	 * @param minimum  value of the first colour
	 * @param maximum  value of the last colour
	 * @param colors   the colour map
	 * @param width    of the figure in pixels; 1200 fill a journal's column of 10 cm at 300 dpi
	 */
	public record Settings(String title, String quantity, double minimum, double maximum, ColorMap colors, int width) {

		private static final int NARROWEST = 300;

		/**
		 * @throws IllegalArgumentException if the range of values is empty or not finite, or the width under 300 pixels
		 */
		public Settings {
			Objects.requireNonNull(title, "title");
			Objects.requireNonNull(quantity, "quantity");
			Objects.requireNonNull(colors, "colors");
			if (!(minimum < maximum) || !Double.isFinite(maximum - minimum)) throw new IllegalArgumentException(
				"A figure needs a range of values from a lower to a higher one, but it is " + minimum + " to " + maximum);
			if (width < NARROWEST) throw new IllegalArgumentException("A figure must be at least " + NARROWEST +
				" pixels wide to be read, but is " + width);
		}

		/** A figure 1200 pixels wide in our perceptual colours. */
		public static Settings of(final String title, final String quantity, final double minimum, final double maximum) {
			return new Settings(title, quantity, minimum, maximum, ColorMap.perceptual(), 1200);
		}
	}

	/** A panel may be so much taller than the figure is wide. */
	private static final double TALLEST = 1.5;
	private static final double[] SCALE_LENGTHS = { 100, 50, 20, 10, 5, 2, 1 };

	private final Settings settings;
	private final Font font;
	private final int margin;
	private final int barColumn;

	public MapFigure(final Settings settings) {
		this.settings = settings;
		font = new Font(Font.SANS_SERIF, Font.PLAIN, Math.round(settings.width / 40f));
		margin = font.getSize();
		barColumn = 6 * font.getSize();
	}

	/**
	 * Draws the figure.
	 *
	 * @param map        real values, axes x, y
	 * @param background shown in gray where the map is NaN; axes x, y, of the same size as the map
	 * @param xSpacing   from voxel to voxel, in mm
	 * @param ySpacing   from voxel to voxel, in mm
	 * @param regions    those of their voxels that lie on slice z are outlined
	 * @param z          the slice of the regions (from 0)
	 * @throws IllegalArgumentException if the map is not a slice, the background is of another size, or a spacing is not
	 *                                  above 0
	 */
	public BufferedImage draw(final RandomAccessibleInterval<? extends RealType<?>> map,
		final Optional<RandomAccessibleInterval<? extends RealType<?>>> background, final double xSpacing,
		final double ySpacing, final List<Region> regions, final int z)
	{
		if (!(xSpacing > 0 && ySpacing > 0)) throw new IllegalArgumentException(
			"The spacing of the voxels must be above 0 mm, but is " + xSpacing + " x " + ySpacing);
		final SliceImage slice = new SliceImage(map, background);
		final double scale = Math.min((settings.width - 3.0 * margin - barColumn) / (map.dimension(0) * xSpacing), TALLEST *
			settings.width / (map.dimension(1) * ySpacing));
		final Rectangle panel = new Rectangle();
		panel.width = (int) Math.round(scale * map.dimension(0) * xSpacing);
		panel.height = (int) Math.round(scale * map.dimension(1) * ySpacing);
		panel.x = (settings.width - panel.width - margin - barColumn) / 2;
		panel.y = settings.title.isEmpty() ? margin : 3 * margin;

		final BufferedImage figure = new BufferedImage(settings.width, panel.y + panel.height + margin,
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D graphics = figure.createGraphics();
		try {
			prepare(graphics, figure);
			title(graphics, panel);
			graphics.drawImage(slice.draw(settings), panel.x, panel.y, panel.width, panel.height, null);
			colorBar(graphics, panel, slice.showsNotMeasurable());
			graphics.clip(panel);
			final AffineTransform toPixels = AffineTransform.getTranslateInstance(panel.x, panel.y);
			toPixels.scale((double) panel.width / map.dimension(0), (double) panel.height / map.dimension(1));
			final HaloPen pen = new HaloPen(graphics, font, settings.width / 500f);
			final Rectangle2D scaleBar = scaleBar(pen, panel, scale);
			regions(pen, panel, toPixels, regions.stream().map(region -> RegionOutline.of(region, z, map
				.dimension(0), map.dimension(1))).filter(outline -> !outline.isEmpty()).toList(), scaleBar);
		}
		finally {
			graphics.dispose();
		}
		return figure;
	}

	private static void prepare(final Graphics2D graphics, final BufferedImage figure) {
		graphics.setColor(Color.WHITE);
		graphics.fillRect(0, 0, figure.getWidth(), figure.getHeight());
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
		graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
	}

	private void title(final Graphics2D graphics, final Rectangle panel) {
		final double room = settings.width - panel.x - margin;
		Font fitting = font.deriveFont(Font.BOLD, font.getSize2D() * 1.1f);
		final double needed = graphics.getFontMetrics(fitting).stringWidth(settings.title);
		// a little less than just fits, since letters do not shrink evenly
		if (needed > room) fitting = fitting.deriveFont((float) (0.97 * fitting.getSize2D() * room / needed));
		graphics.setFont(fitting);
		graphics.setColor(Color.BLACK);
		graphics.drawString(settings.title, panel.x, panel.y - margin);
	}

	private void colorBar(final Graphics2D graphics, final Rectangle panel, final boolean showsNotMeasurable) {
		final int x = panel.x + panel.width + margin;
		final int width = font.getSize();
		final int below = showsNotMeasurable ? 2 * width : 0;
		ColorBar.draw(graphics, new Rectangle(x, panel.y, barColumn, panel.height - below), settings, font, width);
		if (!showsNotMeasurable) return;
		graphics.setColor(SliceImage.NOT_MEASURABLE);
		graphics.fillRect(x, panel.y + panel.height - width, width, width);
		graphics.setColor(Color.BLACK);
		graphics.setFont(font);
		graphics.drawString("NaN", x + 1.4f * width, panel.y + panel.height - 0.12f * width);
	}

	/** Draws the scale in mm and returns the place that it takes. */
	private Rectangle2D scaleBar(final HaloPen pen, final Rectangle panel, final double scale) {
		double length = SCALE_LENGTHS[0];
		for (int i = 1; length * scale > panel.width / 4.0 && i < SCALE_LENGTHS.length; i++)
			length = SCALE_LENGTHS[i];
		final String text = (int) length + " mm";
		final double y = panel.getMaxY() - margin;
		final double x = panel.x + margin;
		final Rectangle2D box = new Rectangle2D.Double(x + (length * scale - pen.width(text)) / 2, y - 1.3 * pen
			.lineHeight(), pen.width(text), pen.lineHeight());
		if (box.getX() < x) box.setRect(x, box.getY(), box.getWidth(), box.getHeight());
		pen.lines(new Line2D.Double(x, y, x + length * scale, y));
		pen.text(text, box);
		box.add(new Rectangle2D.Double(x, y - margin, length * scale, 2.0 * margin));
		return box;
	}

	private void regions(final HaloPen pen, final Rectangle panel, final AffineTransform toPixels,
		final List<RegionOutline> outlines, final Rectangle2D scaleBar)
	{
		final List<LabelLayout.Item> items = new ArrayList<>();
		for (final RegionOutline outline : outlines) {
			pen.lines(toPixels.createTransformedShape(outline.edges()));
			final List<Rectangle2D> pieces = outline.runs().stream().map(run -> pixels(run, toPixels)).toList();
			items.add(LabelLayout.Item.of(pieces, pen.width(outline.name()), pen.lineHeight()));
		}
		final Rectangle room = new Rectangle(panel);
		room.grow(-margin / 2, -margin / 2);
		final List<Rectangle2D> boxes = LabelLayout.place(room, items, List.of(scaleBar));
		for (int i = 0; i < boxes.size(); i++) {
			final Line2D leader = LabelLayout.leader(boxes.get(i), items.get(i));
			if (leader.getP1().distance(leader.getP2()) > margin) pen.lines(leader);
		}
		for (int i = 0; i < boxes.size(); i++)
			pen.text(outlines.get(i).name(), boxes.get(i));
	}

	private static Rectangle2D pixels(final Run run, final AffineTransform toPixels) {
		final Shape box = toPixels.createTransformedShape(new Rectangle(run.xFrom(), run.y(), run.length(), 1));
		return box.getBounds2D();
	}
}
