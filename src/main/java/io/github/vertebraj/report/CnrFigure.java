package io.github.vertebraj.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import io.github.vertebraj.report.CnrStudy.Cases;
import io.github.vertebraj.report.CnrStudy.Type;
import io.github.vertebraj.report.chart.BoxPlotFigure;
import io.github.vertebraj.report.chart.BoxPlotFigure.Points;
import io.github.vertebraj.report.chart.CurveFigure;
import io.github.vertebraj.report.chart.Figure;
import io.github.vertebraj.report.chart.FigureGrid;
import io.github.vertebraj.statistics.descriptive.QuantileType;

/** The figures of a study of contrast-to-noise ratios. */
public final class CnrFigure {

	private static final double[] QUARTILES = { 0.25, 0.5, 0.75 };

	private CnrFigure() {}

	/** A panel for each pair of tissues: a box plot for each image type, the values of a case joined. */
	public static Figure boxes(final CnrStudy study, final QuantileType quartiles) {
		return new FigureGrid(study.pairs().stream().map(cases -> boxes(cases, quartiles)).toList());
	}

	private static Figure boxes(final Cases cases, final QuantileType quartiles) {
		final List<BoxPlotFigure.Group> groups = new ArrayList<>();
		for (int i = 0; i < cases.types().size(); i++) {
			final double[] values = column(cases, i);
			final double[] q = quartiles(values, quartiles);
			groups.add(new BoxPlotFigure.Group(cases.types().get(i).name(), values, q[0], q[1], q[2]));
		}
		return new BoxPlotFigure(cases.pair(), "CNR (target SD)", groups, Points.JOINED, List.of(), Optional.empty());
	}

	/**
	 * The ratio against the energy, a panel for each pair of tissues: medians with the range between the quartiles for each
	 * series, and the medians of images without an energy, such as the mixed image, as lines.
	 *
	 * @throws IllegalArgumentException if fewer than two images tell an energy
	 */
	public static Figure curves(final CnrStudy study, final QuantileType quartiles) {
		return new FigureGrid(study.pairs().stream().map(cases -> curves(cases, quartiles)).toList());
	}

	private static Figure curves(final Cases cases, final QuantileType quartiles) {
		final List<Type> types = cases.types();
		final List<String> series = types.stream().filter(type -> type.keV().isPresent()).map(Type::series).distinct()
			.toList();
		if (types.stream().flatMapToDouble(type -> type.keV().stream()).distinct().count() < 2)
			throw new IllegalArgumentException("A curve of CNR against energy needs monoenergetic images of two energies or" +
				" more, but of the image types " + types.stream().map(Type::name).toList() + " " + types.stream().filter(
					type -> type.keV().isPresent()).count() + " tell one (slice label energy=)");
		final List<CurveFigure.Curve> curves = series.stream().map(name -> curve(cases, name, quartiles)).toList();
		final List<CurveFigure.Level> levels = new ArrayList<>();
		for (int i = 0; i < types.size(); i++) {
			final double median = quartiles(column(cases, i), quartiles)[1];
			if (types.get(i).keV().isEmpty() && !Double.isNaN(median)) levels.add(new CurveFigure.Level(types.get(i).name(),
				median, curves.size() + levels.size()));
		}
		return new CurveFigure(cases.pair(), "Energy (keV)", "CNR (target SD), median and quartiles", curves, levels);
	}

	private static CurveFigure.Curve curve(final Cases cases, final String series, final QuantileType quartiles) {
		final List<Type> types = cases.types();
		final int[] energies = IntStream.range(0, types.size()).filter(i -> types.get(i).keV().isPresent() && types.get(i)
			.series().equals(series)).boxed().sorted(Comparator.comparingDouble(i -> keV(types.get(i)))).mapToInt(i -> i)
			.toArray();
		final double[][] q = Arrays.stream(energies).mapToObj(i -> quartiles(column(cases, i), quartiles)).toArray(
			double[][]::new);
		final int[] present = IntStream.range(0, q.length).filter(i -> !Double.isNaN(q[i][1])).toArray();
		return new CurveFigure.Curve(series.isEmpty() ? "monoenergetic" : series, pick(present, i -> keV(types.get(
			energies[i]))), pick(present, i -> q[i][1]), pick(present, i -> q[i][0]), pick(present, i -> q[i][2]));
	}

	private static double keV(final Type type) {
		return type.keV().orElseThrow();
	}

	private static double[] pick(final int[] indexes, final IntToDoubleFunction value) {
		return Arrays.stream(indexes).mapToDouble(value).toArray();
	}

	private static double[] column(final Cases cases, final int type) {
		return cases.rows().stream().mapToDouble(row -> row[type]).toArray();
	}

	/** NaN where no value is there. */
	private static double[] quartiles(final double[] values, final QuantileType type) {
		final double[] present = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
		return present.length == 0 ? new double[] { Double.NaN, Double.NaN, Double.NaN } : type.quantiles(present,
			QUARTILES);
	}
}
