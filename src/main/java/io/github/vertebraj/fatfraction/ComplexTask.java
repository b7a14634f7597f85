package io.github.vertebraj.fatfraction;

/** Fits the voxels of some rows, for one thread. */
final class ComplexTask {

	private static final double START = 50;
	/** A fit that goes further than this from where its neighbours are, in periods, has lost its way. */
	private static final double FAR = 0.12;
	/** What one squared period from the neighbours' field weighs against the residual as a share of the energy. */
	private static final double SMOOTHNESS = 1;

	private final ComplexRows rows;
	private final ComplexFit fit;
	private final ResidualCurve curve;
	private final FieldGuess guess;
	private final MapPlanes.Pen pen;
	private final int width;

	ComplexTask(final ComplexRows rows, final ComplexFit fit, final ResidualCurve curve, final FieldGuess guess,
		final MapPlanes.Pen pen, final int width)
	{
		this.rows = rows;
		this.fit = fit;
		this.curve = curve;
		this.guess = guess;
		this.pen = pen;
		this.width = width;
	}

	MapPlanes.Pen pen() {
		return pen;
	}

	void rows(final int z, final int fromRow, final int height) {
		rows.read(fromRow, z, height);
		pen.plane(z);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				voxel(x, fromRow + y, z, y * width + x, (fromRow + y) * width + x);
	}

	private void voxel(final int x, final int y, final int z, final int from, final int to) {
		double energy = 0;
		for (int n = 0; n < fit.real.length; n++) {
			fit.real[n] = rows.real[n][from];
			fit.imaginary[n] = rows.imaginary[n][from];
			energy += fit.real[n] * fit.real[n] + fit.imaginary[n] * fit.imaginary[n];
		}
		if (energy == 0 || !fits(x, y, z)) {
			pen.nothing(to);
			return;
		}
		final double fraction = fit.fraction();
		final double sum = fit.sum();
		pen.fraction(to, fraction);
		pen.put(FatOutput.WATER, to, sum * (1 - fraction));
		pen.put(FatOutput.FAT, to, sum * fraction);
		pen.put(FatOutput.R2_STAR, to, fit.decay());
		pen.put(FatOutput.FIELD_MAP, to, guess.wrap(field()));
		pen.put(FatOutput.RESIDUAL, to, Math.sqrt(fit.residual() / (2 * fit.real.length)));
	}

	/**
	 * Half a turn of the odd echoes is the same as a field of half a period: their phase is from -90° to 90°, as it was
	 * sought.
	 */
	private double field() {
		return fit.field() + guess.period() / 2 * Math.rint(fit.offset() / Math.PI);
	}

	private boolean fits(final int x, final int y, final int z) {
		final double near = guess.at(x, y, z);
		final double phase = guess.phase(x, y, z);
		if (fit.fit(near, START, phase) && Math.abs(guess.difference(fit.field(), near)) <= FAR * guess.period())
			return true;
		return fitsFrom(near);
	}

	/** From the best minimum of the voxel's own residual, where nearness to the neighbours' field counts too. */
	private boolean fitsFrom(final double near) {
		curve.take(fit.real, fit.imaginary);
		curve.find();
		int best = -1;
		double least = Double.POSITIVE_INFINITY;
		for (int i = 0; i < ResidualCurve.MINIMA; i++) {
			final double away = guess.difference(curve.fields[i], near) / guess.period();
			final double cost = curve.residuals[i] + SMOOTHNESS * away * away;
			if (cost < least) {
				least = cost;
				best = i;
			}
		}
		return best >= 0 && fit.fit(curve.fields[best], START, curve.phases[best]);
	}
}
