package io.github.vertebraj.fatfraction;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The variance of the noise of magnitudes, from what the model leaves of some thousand voxels of much signal, evenly
 * spread over the image: the median, which borders and moving tissue hardly touch.
 */
final class NoiseEstimate {

	/** Rows, and voxels of a row. */
	private static final int ALONG = 64;
	/** Voxels with less than this share of the mean square of the signal are air. */
	private static final double SIGNAL = 0.5;

	private NoiseEstimate() {}

	/**
	 * @param rows    that read at least one row
	 * @param height  of the image
	 * @param depth   of the image
	 * @param freedom samples less unknowns of a voxel, at least 1
	 * @return 0 when no voxel can be fitted
	 */
	static double variance(final MagnitudeRows rows, final int height, final int depth, final int freedom,
		final MagnitudeFit fit)
	{
		final int rowStep = Math.max(1, height * depth / ALONG);
		final int step = Math.max(1, rows.width / ALONG);
		final int perRow = (rows.width + step - 1) / step;
		final int most = (height * depth + rowStep - 1) / rowStep * perRow;
		final double[] squares = new double[most];
		final double[] costs = new double[most];
		int n = 0;
		for (int row = rowStep / 2; row < height * depth; row += rowStep) {
			rows.read(row % height, row / height, 1);
			for (int x = step / 2; x < rows.width; x += step) {
				if (!rows.isMeasurable(x)) continue;
				rows.load(x, fit.magnitude);
				final MagnitudeAnswer answer = fit.both().better();
				if (answer == null) continue;
				squares[n] = Arrays.stream(fit.magnitude).map(m -> m * m).sum();
				costs[n++] = answer.cost();
			}
		}
		final int found = n;
		final double least = SIGNAL * Arrays.stream(squares, 0, found).average().orElse(0);
		final double[] kept = IntStream.range(0, found).filter(i -> squares[i] >= least).mapToDouble(i -> costs[i]).sorted()
			.toArray();
		return found == 0 ? 0 : kept[kept.length / 2] / Neighbourhood.quantile(freedom, 0);
	}
}
