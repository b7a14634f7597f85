package io.github.vertebraj.report.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

import io.github.vertebraj.reading.Site;
import io.github.vertebraj.reading.analysis.PatientReading;
import io.github.vertebraj.reading.analysis.QualityGrade;
import io.github.vertebraj.reading.analysis.ReaderStudy;
import io.github.vertebraj.reading.analysis.SegmentFinding;
import io.github.vertebraj.reading.analysis.UsefulnessGroup;
import io.github.vertebraj.reading.study.Rating;
import io.github.vertebraj.reading.study.Segment;
import io.github.vertebraj.report.chart.Figure;
import io.github.vertebraj.report.chart.HeatMapFigure;
import io.github.vertebraj.report.chart.PieFigure;
import io.github.vertebraj.report.chart.StackedBarFigure;

/** The figures of a reader study: those of the paper, and a map of all ratings. */
final class StudyFigures {

	private StudyFigures() {}

	/** Shares of the groups of usefulness, a bar for each site and reader. */
	static Figure usefulness(final UsefulnessTables tables) {
		final List<String> names = new ArrayList<>();
		final List<long[]> counts = new ArrayList<>();
		for (final Site site : tables.study().sites())
			for (final String reader : tables.study().readers())
				if (!tables.changes(reader, site).isEmpty()) {
					names.add(site + ", reader " + reader);
					counts.add(Arrays.stream(UsefulnessGroup.values()).mapToLong(group -> tables.count(reader, site, group))
						.toArray());
				}
		return new StackedBarFigure("Usefulness by reader and site", names, Arrays.stream(UsefulnessGroup.values()).map(
			UsefulnessGroup::key).toList(), counts.toArray(long[][]::new));
	}

	static Figure quality(final QualityTables quality) {
		return new PieFigure("Quality of the diffusion-weighted images", Arrays.stream(QualityGrade.values()).map(
			QualityGrade::key).toList(), Arrays.stream(QualityGrade.values()).map(quality::patients).toList());
	}

	/** Segments from head to tail over cases: each reader's first session above the second. */
	static Map<String, Figure> heatMaps(final ReaderStudy study) {
		final SortedSet<Segment> segments = new TreeSet<>();
		final TreeSet<String> cases = new TreeSet<>();
		study.readings().forEach(reading -> {
			segments.addAll(reading.first().keySet());
			cases.add(reading.caseId());
		});
		// body and element of a level apart: the first half of the rows are bodies
		final List<Segment> rows = new ArrayList<>();
		for (final Site site : study.sites())
			segments.stream().filter(segment -> segment.site() == site).forEach(rows::add);
		final List<String> columns = List.copyOf(cases);
		final Map<String, Figure> figures = new LinkedHashMap<>();
		for (int i = 0; i < study.readers().size(); i++) {
			final String reader = study.readers().get(i);
			figures.put("heatmap-reader" + (i + 1), new HeatMapFigure("Ratings of reader " + reader, columns.size() +
				" cases, from left to right in the order of their ids", Arrays.stream(Rating.values()).map(Rating::key).toList(),
				List.of(panel(study, reader, 1, rows, columns), panel(study, reader, 2, rows, columns))));
		}
		return figures;
	}

	private static HeatMapFigure.Panel panel(final ReaderStudy study, final String reader, final int session,
		final List<Segment> rows, final List<String> columns)
	{
		final int[][] cells = new int[rows.size()][columns.size()];
		for (final int[] row : cells)
			Arrays.fill(row, HeatMapFigure.NONE);
		for (final PatientReading reading : study.readingsOf(reader)) {
			final Map<Segment, SegmentFinding> findings = reading.session(session);
			final int column = columns.indexOf(reading.caseId());
			for (int row = 0; row < cells.length; row++) {
				final SegmentFinding finding = findings.get(rows.get(row));
				if (finding != null) cells[row][column] = finding.rating().score();
			}
		}
		return new HeatMapFigure.Panel("Session " + session + ": vertebral bodies above, posterior elements below", rows
			.stream().map(Segment::name).toList(), cells);
	}
}
