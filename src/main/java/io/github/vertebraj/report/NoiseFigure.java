package io.github.vertebraj.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.vertebraj.report.chart.Figure;
import io.github.vertebraj.report.chart.ScatterFigure;

/** SD of regions against energy. */
public final class NoiseFigure {

	/** So many regions can be told apart. */
	private static final int MOST = 8;

	private NoiseFigure() {}

	/**
	 * @param title of the image
	 * @param unit  of its real values; may be empty
	 * @throws IllegalArgumentException when no frame tells its energy, no SD is measurable, or there are too many regions
	 */
	public static Figure of(final String title, final String unit, final List<NoiseRow> rows) {
		final Map<String, List<NoiseRow>> regions = new LinkedHashMap<>();
		for (final NoiseRow row : rows)
			if (row.energy().isPresent() && Double.isFinite(row.statistics().sd())) regions.computeIfAbsent(row.region().name(),
				name -> new ArrayList<>()).add(row);
		if (regions.isEmpty()) throw new IllegalArgumentException("There is nothing to draw: no frame of '" + title +
			"' says its energy (energy= in the slice labels), or no region has an SD");
		if (regions.size() > MOST) throw new IllegalArgumentException("A figure shows at most " + MOST + " regions, but there" +
			" are " + regions.size() + ": leave figure empty, or give fewer");
		final List<ScatterFigure.Group> groups = new ArrayList<>();
		regions.forEach((name, of) -> groups.add(new ScatterFigure.Group(name, of.stream().mapToDouble(row -> row.energy()
			.getAsDouble()).toArray(), of.stream().mapToDouble(row -> row.statistics().sd()).toArray())));
		return new ScatterFigure(title, "Energy (keV)", "SD" + (unit.isEmpty() ? "" : " (" + unit + ")"), groups, Optional
			.empty(), "");
	}
}
