package io.github.vertebraj.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.vertebraj.interpretation.DeformityGrade;
import io.github.vertebraj.reading.morphometry.BodyMeasurement;
import io.github.vertebraj.reading.morphometry.BodyPoint;
import io.github.vertebraj.reading.morphometry.BodyShape;
import io.github.vertebraj.reading.morphometry.PlacedPoint;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/** The figure of vertebral morphometry: a slice with the points, the heights between them, and the numbers beside. */
public final class MorphometryFigure {

	private static final int WIDTH = 1200;
	/** Of the figure; the rest is for the numbers. */
	private static final double PANEL = 0.62;
	private static final double TALLEST = 1.5;
	/** A few bright voxels must not darken the rest. */
	private static final double BRIGHT = 0.995;
	private static final Color HALO = new Color(0, 0, 0, 190);
	/** Told from white by all eyes; the text says it too. */
	private static final Color DEFORMED = new Color(0xF0, 0x9A, 0x00);
	private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, WIDTH / 48);

	private final Graphics2D graphics;
	private final Rectangle panel;
	private final double xScale;
	private final double yScale;

	private MorphometryFigure(final Graphics2D graphics, final Rectangle panel, final double xScale,
		final double yScale)
	{
		this.graphics = graphics;
		this.panel = panel;
		this.xScale = xScale;
		this.yScale = yScale;
	}

	/**
	 * Draws the slice that has most bodies; those of other slices are drawn onto it, which the title says.
	 *
	 * @param title    of the figure
	 * @param volume   real values, axes x, y, z
	 * @param xSpacing of the voxels, in mm
	 * @param ySpacing in mm
	 */
	public static BufferedImage draw(final String title, final RandomAccessibleInterval<? extends RealType<?>> volume,
		final double xSpacing, final double ySpacing, final List<BodyMeasurement> bodies)
	{
		final List<BodyMeasurement> drawn = bodies.stream().filter(body -> body.outline().isMeasurable()).sorted(Comparator
			.comparingDouble(body -> centre(body).getY())).toList();
		final int z = slice(drawn);
		final RandomAccessibleInterval<? extends RealType<?>> slice = RegionFigure.slice(volume, z);
		final double scale = Math.min(PANEL * WIDTH / (slice.dimension(0) * xSpacing), TALLEST * WIDTH / (slice.dimension(1) *
			ySpacing));
		final int margin = FONT.getSize();
		final Rectangle panel = new Rectangle(margin, 3 * margin, (int) Math.round(scale * xSpacing * slice.dimension(0)),
			(int) Math.round(scale * ySpacing * slice.dimension(1)));
		final int height = Math.max(panel.y + panel.height, panel.y + drawn.size() * 3 * margin) + 3 * margin;
		final BufferedImage figure = new BufferedImage(panel.x + panel.width + (int) ((1 - PANEL) * WIDTH), height,
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D graphics = figure.createGraphics();
		try {
			graphics.setColor(Color.WHITE);
			graphics.fillRect(0, 0, figure.getWidth(), figure.getHeight());
			graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
			graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
			final double[] range = range(slice);
			graphics.drawImage(new SliceImage(slice, Optional.empty()).draw(new MapFigure.Settings(title, "Signal", range[0],
				range[1], ColorMap.gray(), WIDTH)), panel.x, panel.y, panel.width, panel.height, null);
			final MorphometryFigure pen = new MorphometryFigure(graphics, panel, scale * xSpacing, scale * ySpacing);
			pen.captions(title + title(drawn, z), drawn);
			drawn.forEach(pen::body);
		}
		finally {
			graphics.dispose();
		}
		return figure;
	}

	private static int slice(final List<BodyMeasurement> drawn) {
		return drawn.stream().collect(Collectors.groupingBy(body -> body.outline().slice(), Collectors.counting())).entrySet()
			.stream().max(Comparator.<Map.Entry<Integer, Long>> comparingLong(Map.Entry::getValue)
				.thenComparing(entry -> -entry.getKey())).map(Map.Entry::getKey).orElse(0);
	}

	private static String title(final List<BodyMeasurement> drawn, final int z) {
		final String others = drawn.stream().map(body -> body.outline().slice() + 1).filter(slice -> slice != z + 1).distinct()
			.sorted().map(Object::toString).collect(Collectors.joining(", "));
		return ", slice " + (z + 1) + (others.isEmpty() ? "" : " with bodies of slice " + others);
	}

	private static double[] range(final RandomAccessibleInterval<? extends RealType<?>> slice) {
		final var cursor = Views.flatIterable(slice).cursor();
		final double[] values = IntStream.range(0, (int) (slice.dimension(0) * slice.dimension(1))).mapToDouble(i -> cursor
			.next().getRealDouble()).filter(Double::isFinite).sorted().toArray();
		if (values.length == 0) return new double[] { 0, 1 };
		final double high = values[(int) (BRIGHT * (values.length - 1))];
		return new double[] { values[0], high > values[0] ? high : values[0] + 1 };
	}

	private static Point2D centre(final BodyMeasurement body) {
		return new Point2D.Double(body.outline().points().stream().mapToDouble(PlacedPoint::x).average().orElse(0), body
			.outline().points().stream().mapToDouble(PlacedPoint::y).average().orElse(0));
	}

	private Point2D place(final double x, final double y) {
		return new Point2D.Double(panel.x + (x + 0.5) * xScale, panel.y + (y + 0.5) * yScale);
	}

	private Point2D place(final BodyMeasurement body, final BodyPoint which) {
		final PlacedPoint point = body.outline().point(which);
		return place(point.x(), point.y());
	}

	private void body(final BodyMeasurement body) {
		final Path2D lines = new Path2D.Double();
		final List<BodyPoint> around = List.of(BodyPoint.AS, BodyPoint.MS, BodyPoint.PS, BodyPoint.PI, BodyPoint.MI,
			BodyPoint.AI);
		lines.moveTo(place(body, BodyPoint.AS).getX(), place(body, BodyPoint.AS).getY());
		around.stream().skip(1).forEach(which -> lines.lineTo(place(body, which).getX(), place(body, which).getY()));
		lines.closePath();
		lines.moveTo(place(body, BodyPoint.MS).getX(), place(body, BodyPoint.MS).getY());
		lines.lineTo(place(body, BodyPoint.MI).getX(), place(body, BodyPoint.MI).getY());
		final Color color = isDeformed(body) ? DEFORMED : Color.WHITE;
		stroke(lines, HALO, 6);
		stroke(lines, color, 2.4f);
		Arrays.stream(BodyPoint.values()).map(which -> place(body, which)).forEach(place -> {
			graphics.setColor(HALO);
			graphics.fill(disc(place, 8));
			graphics.setColor(color);
			graphics.fill(disc(place, 5.5));
		});
	}

	private static boolean isDeformed(final BodyMeasurement body) {
		return body.shape() != BodyShape.NORMAL && body.shape() != BodyShape.NOT_ASSESSABLE;
	}

	private void stroke(final Path2D lines, final Color color, final float width) {
		graphics.setColor(color);
		graphics.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
		graphics.draw(lines);
	}

	private static Ellipse2D disc(final Point2D place, final double radius) {
		return new Ellipse2D.Double(place.getX() - radius, place.getY() - radius, 2 * radius, 2 * radius);
	}

	/** Two lines for each body, beside it where there is room, else further down. */
	private void captions(final String title, final List<BodyMeasurement> bodies) {
		final int line = (int) (1.25 * FONT.getSize());
		graphics.setColor(Color.BLACK);
		graphics.setFont(FONT.deriveFont(Font.BOLD));
		graphics.drawString(title, panel.x, 2 * FONT.getSize());
		final int x = panel.x + panel.width + FONT.getSize();
		double next = panel.y;
		for (final BodyMeasurement body : bodies) {
			final double y = Math.max(next, place(0, centre(body).getY()).getY() - line);
			next = y + 2.2 * line;
			graphics.setFont(FONT.deriveFont(Font.BOLD));
			graphics.drawString(body.outline().name(), x, (float) y + line - 4);
			final int indent = graphics.getFontMetrics().stringWidth("T12 ");
			graphics.setFont(FONT);
			graphics.drawString(Numbers.decimals(body.anterior(), 1) + " / " + Numbers.decimals(body.middle(), 1) + " / " +
				Numbers.decimals(body.posterior(), 1) + " mm", x + indent, (float) y + line - 4);
			final DeformityGrade grade = MorphometryTable.gradeByHeight(body);
			graphics.drawString(body.shape() == BodyShape.NORMAL ? "not deformed" : isDeformed(body) ? body.shape().text() +
				", " + grade.text() + ", -" + Numbers.decimals(body.graded().greatest(), 0) + " %" : grade.text(), x + indent,
				(float) y + 2 * line - 4);
		}
		graphics.drawString("anterior / middle / posterior", x, panel.y + panel.height + 2 * FONT.getSize());
	}
}
