package io.github.vertebraj.ui.annotation;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.vertebraj.reading.Site;
import io.github.vertebraj.reading.VertebralLevel;
import io.github.vertebraj.reading.study.Reading;
import io.github.vertebraj.reading.study.Segment;

/**
 * Where the cells of a spine lie: one row for each vertebra, a gap between neck, chest, loin and sacrum; the name, the
 * body, the posterior element behind it, as on a sagittal image that looks to the left.
 */
final class SpineLayout {

	static final int LEAST_ROW = 15;
	private static final int MOST_ROW = 26;
	private static final int MARGIN = 4;
	private static final int GAP = 5;
	private static final int NAME_WIDTH = 34;
	private static final int BODY_WIDTH = 62;
	private static final int ELEMENT_WIDTH = 50;
	private static final int MARKS_WIDTH = 34;

	/** A cell. */
	record Cell(Segment segment, Rectangle bounds) {}

	/** A vertebra: where its name and its marks stand. */
	record Row(VertebralLevel level, Rectangle bounds) {}

	private final List<Cell> cells = new ArrayList<>();
	private final List<Row> rows = new ArrayList<>();
	private final int bottom;

	/** @param height of the room there is; rows are as high as it allows, within limits */
	SpineLayout(final Reading reading, final int height) {
		final List<VertebralLevel> levels = reading.segments().stream().map(Segment::level).distinct().toList();
		final long gaps = levels.stream().map(VertebralLevel::part).distinct().count() - 1;
		final int room = (int) (height - 2 * MARGIN - gaps * GAP);
		final int row = Math.max(LEAST_ROW, Math.min(MOST_ROW, room / levels.size()));
		int y = MARGIN;
		for (int i = 0; i < levels.size(); i++) {
			final VertebralLevel level = levels.get(i);
			if (i > 0 && level.part() != levels.get(i - 1).part()) y += GAP;
			rows.add(new Row(level, new Rectangle(0, y, width(), row)));
			for (final Segment segment : reading.segments())
				if (segment.level() == level) cells.add(new Cell(segment, segment.site() == Site.VB ? new Rectangle(NAME_WIDTH,
					y + 1, BODY_WIDTH, row - 2) : new Rectangle(NAME_WIDTH + BODY_WIDTH + 2, y + 1, ELEMENT_WIDTH, row - 2)));
			y += row;
		}
		bottom = y + MARGIN;
	}

	static int width() {
		return NAME_WIDTH + BODY_WIDTH + ELEMENT_WIDTH + MARKS_WIDTH;
	}

	int height() {
		return bottom;
	}

	List<Cell> cells() {
		return cells;
	}

	List<Row> rows() {
		return rows;
	}

	/** The segment at a point: its cell, or the vertebra's body where the name is. */
	Optional<Segment> at(final int x, final int y) {
		final Optional<Segment> cell = cells.stream().filter(one -> one.bounds().contains(x, y)).map(Cell::segment)
			.findFirst();
		return cell.or(() -> rows.stream().filter(row -> row.bounds().contains(x, y)).findFirst().flatMap(row -> cells
			.stream().map(Cell::segment).filter(segment -> segment.level() == row.level()).findFirst()));
	}

	Rectangle boundsOf(final Segment segment) {
		return cells.stream().filter(cell -> cell.segment().equals(segment)).findFirst().map(Cell::bounds).orElseGet(
			Rectangle::new);
	}
}
