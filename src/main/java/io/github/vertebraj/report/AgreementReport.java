package io.github.vertebraj.report;

import java.util.List;
import java.util.Optional;

import io.github.vertebraj.report.chart.Figure;
import io.github.vertebraj.report.chart.FigureGrid;

/**
 * What analyses of agreement give.
 *
 * @param panels a plot for each analysis that has one
 */
public record AgreementReport(ResultTable table, List<Figure> panels) {

	/** So many are told apart by letters. */
	private static final int MOST_PANELS = 26;

	public AgreementReport {
		panels = List.copyOf(panels);
	}

	/** All plots in one figure; none if there is no plot, or there are too many for one figure. */
	public Optional<Figure> figure() {
		return panels.isEmpty() || panels.size() > MOST_PANELS ? Optional.empty() : Optional.of(new FigureGrid(panels));
	}
}
