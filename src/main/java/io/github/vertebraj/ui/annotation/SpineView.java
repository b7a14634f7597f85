package io.github.vertebraj.ui.annotation;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import javax.swing.JViewport;
import javax.swing.Scrollable;
import javax.swing.ToolTipManager;
import javax.swing.UIManager;

import io.github.vertebraj.reading.Site;
import io.github.vertebraj.reading.study.Finding;
import io.github.vertebraj.reading.study.Segment;
import io.github.vertebraj.ui.model.AnnotationModel;
import io.github.vertebraj.ui.model.PanelState;
import io.github.vertebraj.ui.model.ShownCase;

/**
 * The spine as a column: each vertebra a body and a posterior element, coloured by their ratings, which stand in them as
 * numbers. Hatched: hidden by an artefact. Behind them: N a note, + a placed centre, v values.
 */
final class SpineView extends JComponent implements Scrollable {

	private static final long serialVersionUID = 1L;
	private static final Color SELECTED = new Color(0x0B3D91);
	/** Behind the selected vertebra; seen on light and dark backgrounds. */
	private static final Color BAND = new Color(0x50, 0x80, 0xC0, 0x60);
	private static final int ARC = 6;

	private final transient AnnotationModel model;
	private transient Optional<ShownCase> shown = Optional.empty();
	private Segment visible;

	SpineView(final AnnotationModel model) {
		this.model = model;
		setName("spine");
		setFocusable(true);
		setOpaque(true);
		getAccessibleContext().setAccessibleName("Spine");
		ToolTipManager.sharedInstance().registerComponent(this);
		addMouseListener(new MouseAdapter() {

			@Override
			public void mousePressed(final MouseEvent event) {
				requestFocusInWindow();
				layoutOfSpine().flatMap(layout -> layout.at(event.getX(), event.getY())).ifPresent(model::select);
			}
		});
		model.listen(this::show);
	}

	@Override
	public AccessibleContext getAccessibleContext() {
		if (accessibleContext == null) accessibleContext = new AccessibleJComponent() {

			private static final long serialVersionUID = 1L;

			@Override
			public AccessibleRole getAccessibleRole() {
				return AccessibleRole.LIST;
			}
		};
		return accessibleContext;
	}

	private void show(final PanelState state) {
		final boolean isOther = state.shown().map(ShownCase::reading).map(reading -> reading.spine()).equals(shown.map(
			ShownCase::reading).map(reading -> reading.spine()));
		shown = state.shown();
		if (!isOther) revalidate();
		shown.ifPresent(now -> getAccessibleContext().setAccessibleDescription(now.selected() + ": " + now.finding().rating()
			.map(rating -> rating.key()).orElse("not rated")));
		final Segment selected = shown.map(ShownCase::selected).orElse(null);
		if (selected != null && !selected.equals(visible)) layoutOfSpine().ifPresent(layout -> scrollRectToVisible(grown(
			layout.boundsOf(selected))));
		visible = selected;
		repaint();
	}

	private static Rectangle grown(final Rectangle cell) {
		return new Rectangle(0, cell.y - 2 * cell.height, 1, 5 * cell.height);
	}

	/** Where a segment's cell is. */
	Rectangle boundsOf(final Segment segment) {
		return layoutOfSpine().map(layout -> layout.boundsOf(segment)).orElseGet(Rectangle::new);
	}

	private Optional<SpineLayout> layoutOfSpine() {
		final int room = getParent() instanceof JViewport viewport ? viewport.getHeight() : getHeight();
		return shown.map(now -> new SpineLayout(now.reading(), room));
	}

	@Override
	public String getToolTipText(final MouseEvent event) {
		return shown.flatMap(now -> layoutOfSpine().flatMap(layout -> layout.at(event.getX(), event.getY())).map(
			segment -> describe(now, segment))).orElse(null);
	}

	private String describe(final ShownCase now, final Segment segment) {
		final Finding finding = now.reading().finding(segment);
		final String rating = finding.rating().map(given -> model.desk().protocol().scale().get(given)).orElse("not rated");
		final String criteria = finding.criteria().entrySet().stream().map(entry -> entry.getKey().key() + ": " + entry
			.getValue().key()).collect(Collectors.joining(", "));
		return segment + ": " + rating + (finding.invisible() ? ", hidden by an artefact" : "") + (criteria.isEmpty() ? ""
			: ", " + criteria) + (finding.note().isEmpty() ? "" : ". " + finding.note());
	}

	@Override
	protected void paintComponent(final Graphics graphics) {
		final Graphics2D g = (Graphics2D) graphics.create();
		g.setColor(getBackground());
		g.fillRect(0, 0, getWidth(), getHeight());
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		shown.ifPresent(now -> layoutOfSpine().ifPresent(layout -> {
			layout.rows().forEach(row -> paintRow(g, now, row));
			layout.cells().forEach(cell -> paintCell(g, now, cell));
		}));
		g.dispose();
	}

	private void paintRow(final Graphics2D g, final ShownCase now, final SpineLayout.Row row) {
		final boolean isSelected = row.level() == now.selected().level();
		if (isSelected) {
			g.setColor(BAND);
			g.fill(row.bounds());
		}
		final Font font = font(row.bounds().height);
		g.setFont(isSelected ? font.deriveFont(Font.BOLD) : font);
		g.setColor(getForeground());
		final FontMetrics metrics = g.getFontMetrics();
		final int base = row.bounds().y + (row.bounds().height + metrics.getAscent() - metrics.getDescent()) / 2;
		g.drawString(row.level().name(), 30 - metrics.stringWidth(row.level().name()), base);
		final String marks = now.reading().segments().stream().filter(segment -> segment.level() == row.level()).map(now
			.reading()::finding).map(SpineView::marks).collect(Collectors.joining());
		final String once = marks.chars().distinct().mapToObj(mark -> String.valueOf((char) mark)).collect(Collectors
			.joining());
		g.setFont(font);
		g.drawString(once, row.bounds().width - 29, base);
	}

	private static String marks(final Finding finding) {
		return (finding.note().isEmpty() ? "" : "N") + (finding.position().isEmpty() ? "" : "+") + (finding.measurements()
			.isEmpty() ? "" : "v");
	}

	private static Font font(final int rowHeight) {
		final Font label = UIManager.getFont("Label.font");
		final float size = Math.max(9, Math.min(label == null ? 12 : label.getSize2D(), rowHeight - 4f));
		return (label == null ? new Font(Font.SANS_SERIF, Font.PLAIN, 12) : label).deriveFont(Font.PLAIN, size);
	}

	private void paintCell(final Graphics2D g, final ShownCase now, final SpineLayout.Cell cell) {
		final Finding finding = now.reading().finding(cell.segment());
		final Rectangle r = cell.bounds();
		final Shape shape = cell.segment().site() == Site.VB ? new RoundRectangle2D.Double(r.x, r.y, r.width, r.height - 1.0,
			ARC, ARC) : element(r);
		g.setColor(RatingColor.of(finding.rating()));
		g.fill(shape);
		if (finding.invisible()) hatch(g, shape, r);
		g.setColor(RatingColor.INK);
		g.setStroke(finding.rating().isPresent() ? new BasicStroke(1) : new BasicStroke(1, BasicStroke.CAP_BUTT,
			BasicStroke.JOIN_MITER, 1, new float[] { 2, 2 }, 0));
		g.draw(shape);
		finding.rating().ifPresent(rating -> {
			g.setFont(font(r.height + 2).deriveFont(Font.BOLD));
			g.setColor(RatingColor.ink(finding.rating()));
			final FontMetrics metrics = g.getFontMetrics();
			final String text = rating.score() + finding.type().map(type -> " " + type.key().substring(0, 1).toUpperCase(
				Locale.ROOT)).orElse("");
			g.drawString(text, r.x + (r.width - metrics.stringWidth(text)) / 2, r.y + (r.height + metrics.getAscent() - metrics
				.getDescent()) / 2);
		});
		if (!cell.segment().equals(now.selected())) return;
		g.setColor(Color.WHITE);
		g.setStroke(new BasicStroke(4f));
		g.draw(shape);
		g.setColor(SELECTED);
		g.setStroke(new BasicStroke(2.5f));
		g.draw(shape);
	}

	/** A spinous process, as seen from the side. */
	private static Shape element(final Rectangle r) {
		final Path2D path = new Path2D.Double();
		final double bottom = r.getMaxY() - 1;
		path.moveTo(r.x, r.y + 0.15 * r.height);
		path.lineTo(r.x + 0.45 * r.width, r.y);
		path.lineTo(r.getMaxX() - 3, r.y + 0.4 * r.height);
		path.quadTo(r.getMaxX(), bottom, r.getMaxX() - 6, bottom);
		path.lineTo(r.x, bottom - 0.1 * r.height);
		path.closePath();
		return path;
	}

	private static void hatch(final Graphics2D g, final Shape shape, final Rectangle r) {
		final Graphics2D inside = (Graphics2D) g.create();
		inside.clip(shape);
		inside.setColor(new Color(0x606060));
		for (int x = r.x - r.height; x < r.getMaxX(); x += 5)
			inside.drawLine(x, r.y + r.height, x + r.height, r.y);
		inside.dispose();
	}

	@Override
	public Dimension getPreferredSize() {
		return new Dimension(SpineLayout.width(), layoutOfSpine().map(SpineLayout::height).orElse(100));
	}

	@Override
	public Dimension getPreferredScrollableViewportSize() {
		return new Dimension(SpineLayout.width(), 640);
	}

	@Override
	public int getScrollableUnitIncrement(final Rectangle visibleRect, final int orientation, final int direction) {
		return SpineLayout.LEAST_ROW;
	}

	@Override
	public int getScrollableBlockIncrement(final Rectangle visibleRect, final int orientation, final int direction) {
		return visibleRect.height;
	}

	@Override
	public boolean getScrollableTracksViewportWidth() {
		return true;
	}

	@Override
	public boolean getScrollableTracksViewportHeight() {
		return getParent() instanceof JViewport viewport && viewport.getHeight() >= getPreferredSize().height;
	}
}
