package io.github.vertebraj.fatfraction;

import java.util.Arrays;
import java.util.Optional;

/** Fits the voxels of some rows, for one thread: first both answers of each, then the one chosen. */
final class MagnitudeTask {

	private final MagnitudeRows rows;
	private final MagnitudeFit fit;
	private final Optional<Branches> branches;
	private final Dominance given;
	private final MapPlanes.Pen pen;
	private final int width;
	private final double[] fractions = new double[2];
	private final double[] costs = new double[2];

	/**
	 * @param branches to keep both answers in and to ask; empty when the dominance is given
	 */
	MagnitudeTask(final MagnitudeRows rows, final MagnitudeFit fit, final Optional<Branches> branches,
		final Dominance given, final MapPlanes.Pen pen, final int width)
	{
		this.rows = rows;
		this.fit = fit;
		this.branches = branches;
		this.given = given;
		this.pen = pen;
		this.width = width;
	}

	MapPlanes.Pen pen() {
		return pen;
	}

	/** Keeps both answers of each voxel. */
	void explore(final int z, final int fromRow, final int height) {
		rows.read(fromRow, z, height);
		for (int i = 0; i < width * height; i++) {
			load(i);
			answers(rows.isMeasurable(i));
			branches.get().put(z, fromRow * width + i, fractions, costs);
		}
	}

	private void answers(final boolean isMeasurable) {
		if (isMeasurable) fit.both(fractions, costs);
		else Arrays.fill(fractions, Double.NaN);
	}

	/** Writes the maps. */
	void write(final int z, final int fromRow, final int height) {
		rows.read(fromRow, z, height);
		pen.plane(z);
		for (int i = 0; i < width * height; i++)
			voxel(i, i % width, fromRow + i / width, z);
	}

	private void voxel(final int from, final int x, final int y, final int z) {
		final int to = y * width + x;
		load(from);
		final Branches.Decision decision = branches.isPresent() ? branches.get().decide(x, y, z) : given(from);
		if (!fit.again(decision.fraction())) {
			pen.nothing(to);
			pen.flags(to, rows.isNegative(from) ? FatFlag.NEGATIVE_SIGNAL.code() : 0);
			return;
		}
		pen.fraction(to, fit.fraction());
		pen.put(FatOutput.WATER, to, fit.water());
		pen.put(FatOutput.FAT, to, fit.fat());
		pen.put(FatOutput.R2_STAR, to, fit.decay());
		pen.put(FatOutput.RESIDUAL, to, Math.sqrt(fit.residual() / fit.magnitude.length));
		pen.flags(to, decision.isCertain() ? 0 : FatFlag.AMBIGUOUS.code());
	}

	private Branches.Decision given(final int from) {
		answers(rows.isMeasurable(from));
		return new Branches.Decision((float) fractions[given == Dominance.WATER ? 0 : 1], true);
	}

	private void load(final int voxel) {
		for (int n = 0; n < fit.magnitude.length; n++)
			fit.magnitude[n] = rows.samples[n][voxel];
	}
}
