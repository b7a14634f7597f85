package io.github.vertebraj.report;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.IntensityFeature;
import io.github.vertebraj.image.IntensityHistogram;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.report.chart.Figure;
import io.github.vertebraj.report.chart.FigureGrid;
import io.github.vertebraj.report.chart.HistogramFigure;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/** The map with its regions, and beside it their histograms, some over one another in each panel. */
public final class FeatureFigure {

	/** So many outlines can be told apart. */
	private static final int CURVES = 6;
	private static final int PANELS = 25;

	private FeatureFigure() {}

	/**
	 * @param title    of the map
	 * @param quantity what it shows, with unit
	 * @param map      real values of the first frame, axes x, y, z
	 * @param geometry gives the shape of the pixels
	 * @param rows     of one frame
	 * @throws IllegalArgumentException for more than 150 regions, or if no voxel of any is measurable
	 */
	public static BufferedImage draw(final String title, final String quantity,
		final RandomAccessibleInterval<? extends RealType<?>> map, final Geometry geometry, final List<FeatureRow> rows)
	{
		if (rows.size() > CURVES * PANELS) throw new IllegalArgumentException("A figure shows at most " + CURVES * PANELS +
			" regions, but there are " + rows.size() + ": leave figure empty, or give fewer");
		final List<FeatureRow> filled = rows.stream().filter(row -> row.features().voxels() > row.features().nan()).toList();
		if (filled.isEmpty()) throw new IllegalArgumentException(
			"There is nothing to draw: all voxels of the regions are NaN");
		final double least = filled.stream().mapToDouble(row -> IntensityFeature.MINIMUM.of(row.features())).min()
			.getAsDouble();
		final double most = filled.stream().mapToDouble(row -> IntensityFeature.MAXIMUM.of(row.features())).max()
			.getAsDouble();
		final double end = most > least ? most : least + 1;
		final List<Region> regions = rows.stream().map(FeatureRow::region).toList();
		final List<HistogramFigure.Curve> curves = filled.stream().map(FeatureFigure::curve).toList();
		final double from = curves.stream().mapToDouble(curve -> curve.edges()[0]).min().getAsDouble();
		final double to = curves.stream().flatMapToDouble(curve -> Arrays.stream(curve.edges())).max().getAsDouble();
		final List<Figure> panels = new ArrayList<>();
		panels.add(() -> RegionFigure.draw(title, quantity, least, end, map, geometry, regions));
		for (int i = 0; i < curves.size(); i += CURVES)
			panels.add(new HistogramFigure("", quantity, curves.subList(i, Math.min(curves.size(), i + CURVES)), from, to > from
				? to : from + 1));
		return new FigureGrid(panels).draw();
	}

	private static HistogramFigure.Curve curve(final FeatureRow row) {
		final IntensityHistogram histogram = row.features().histogram();
		final int[] counts = histogram.counts();
		final long n = row.features().voxels() - row.features().nan();
		final double[] edges = new double[counts.length + 1];
		for (int i = 0; i < edges.length; i++)
			edges[i] = histogram.edge(histogram.lowest() + i);
		return new HistogramFigure.Curve(row.region().name() + ", n = " + n, edges, Arrays.stream(counts).mapToDouble(
			count -> 100.0 * count / n).toArray());
	}
}
