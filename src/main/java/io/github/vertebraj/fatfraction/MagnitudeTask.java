package io.github.vertebraj.fatfraction;

/** Fits the voxels of some rows, for one thread. */
final class MagnitudeTask {

	private final BranchChoice choice;
	private final MagnitudeFit fit;
	private final MapPlanes.Pen pen;

	MagnitudeTask(final BranchChoice choice, final MagnitudeFit fit, final MapPlanes.Pen pen) {
		this.choice = choice;
		this.fit = fit;
		this.pen = pen;
	}

	MapPlanes.Pen pen() {
		return pen;
	}

	/** Writes the maps. */
	void write(final int z, final int fromRow, final int rows) {
		choice.read(z, fromRow, rows);
		pen.plane(z);
		for (int y = fromRow; y < fromRow + rows; y++)
			for (int x = 0; x < choice.plane().width; x++)
				voxel(x, y, y * choice.plane().width + x);
	}

	private void voxel(final int x, final int y, final int to) {
		final int from = choice.at(x, y);
		if (!choice.plane().isMeasurable(from)) {
			pen.nothing(to);
			pen.flags(to, choice.plane().isNegative(from) ? FatFlag.NEGATIVE_SIGNAL.code() : 0);
			return;
		}
		choice.plane().load(from, fit.magnitude);
		final BranchChoice.Choice chosen = choice.choose(x, y, fit);
		final MagnitudeAnswer answer = chosen.answer();
		if (answer == null) {
			pen.nothing(to);
			return;
		}
		pen.fraction(to, answer.fraction());
		pen.put(FatOutput.WATER, to, answer.water());
		pen.put(FatOutput.FAT, to, answer.fat());
		pen.put(FatOutput.R2_STAR, to, answer.decay());
		pen.put(FatOutput.RESIDUAL, to, Math.sqrt(fit.residual(answer) / fit.magnitude.length));
		pen.flags(to, chosen.isCertain() ? 0 : FatFlag.AMBIGUOUS.code());
	}
}
