package io.github.vertebraj.report;

import java.util.List;
import java.util.Optional;

import io.github.vertebraj.report.chart.Figure;
import io.github.vertebraj.statistics.TestSummary;
import io.github.vertebraj.statistics.agreement.Analysis;

/**
 * One analysis of how far readings agree, done.
 *
 * @param names      of the readings
 * @param analysis   never {@code AUTO}
 * @param reason     why this analysis, where {@code AUTO} chose it; else empty
 * @param missing    subjects that were left out because a reading is missing
 * @param quantities what it gives, the main one first
 * @param notes      what a reader should know, a sentence each
 * @param panel      its plot, where there is one
 */
record AgreementRun(List<String> names, Analysis analysis, TestSummary summary, String reason, int missing,
	List<Quantity> quantities, List<String> notes, Optional<Figure> panel)
{

	AgreementRun {
		names = List.copyOf(names);
		quantities = List.copyOf(quantities);
		notes = List.copyOf(notes);
	}
}
