package io.github.vertebraj.fatfraction;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;

import io.github.vertebraj.image.VoxelLoop;

/**
 * Proton density fat fraction of complex echoes: water, fat with its spectrum, one R2* and a field map. Which of the
 * fields that fit a voxel is the right one (the others exchange water and fat) is decided for small blocks by the
 * smoothness of the field, in three dimensions; then each voxel is fitted by itself, without any smoothing.
 * <p>
 * With echoes at equal intervals a field is known up to multiples of one over the interval, and smoothness goes around
 * that circle. Immutable; one mapper serves any number of threads.
 */
public final class ComplexMapper {

	static final Set<FatOutput> AVAILABLE = EnumSet.complementOf(EnumSet.of(FatOutput.FLAGS));

	/** Samples (voxels times echoes) read at once. */
	private static final int BLOCK = 1 << 16;

	private final Acquisition acquisition;
	private final ComplexSettings settings;

	/**
	 * @throws IllegalArgumentException for fewer than three echoes, or four where the read-out is bipolar
	 */
	public ComplexMapper(final Acquisition acquisition, final ComplexSettings settings) {
		this.acquisition = Objects.requireNonNull(acquisition, "acquisition");
		this.settings = Objects.requireNonNull(settings, "settings");
		if (settings.readout() == Readout.BIPOLAR) acquisition.atLeast(4,
			"The complex model with a bipolar read-out, which has seven unknowns,");
		else acquisition.atLeast(3, "The complex model, which has six unknowns,");
	}

	/**
	 * @param progress receives the share that is done, 0 to 1
	 * @throws IllegalArgumentException when the number of echoes is not that of the echo times
	 * @throws CancellationException    when the thread is interrupted
	 */
	public FatMaps compute(final ComplexEchoes echoes, final DoubleConsumer progress) {
		final long[] size = echoes.first().dimensionsAsLongArray();
		if (size[3] != acquisition.echoes()) throw new IllegalArgumentException("Each echo needs its echo time, but there " +
			"are " + size[3] + " echoes and " + acquisition.echoes() + " echo times");
		final int width = Math.toIntExact(size[0]);
		final int height = Math.toIntExact(size[1]);
		final int depth = Math.toIntExact(size[2]);
		final EchoTrain train = new EchoTrain(acquisition, settings.spectrum());
		final BlockGrid grid = new BlockGrid(width, height, depth);
		findMinima(echoes, train, grid, done -> progress.accept(0.2 * done));
		final byte[] labels = new FieldLabelling(grid, train.period(), train.isEven()).solve();
		final FieldGuess guess = new FieldGuess(grid, labels, train.period(), train.isEven());
		final int rows = Math.max(1, Math.min(height, BLOCK / acquisition.echoes() / width));
		final int perPlane = (height + rows - 1) / rows;
		final MapPlanes maps = new MapPlanes(settings.maps(), AVAILABLE, size);
		final Supplier<ComplexRows> supplier = ComplexRows.supplier(echoes, settings.sign(), rows);
		final List<ComplexTask> tasks = VoxelLoop.run("The fat fraction map", perPlane * depth, done -> progress.accept(
			0.2 + 0.8 * done), () -> new ComplexTask(supplier.get(), ComplexFit.of(train, settings.readout()),
				new ResidualCurve(train, settings.readout()), guess, maps.new Pen(), width), (task, part) -> {
					final int row = part % perPlane * rows;
					task.rows(part / perPlane, row, Math.min(rows, height - row));
				});
		return maps.finish(tasks.stream().map(ComplexTask::pen).toList());
	}

	private void findMinima(final ComplexEchoes echoes, final EchoTrain train, final BlockGrid grid,
		final DoubleConsumer progress)
	{
		final Supplier<ComplexRows> rows = ComplexRows.supplier(echoes, settings.sign(), grid.edge[1]);
		VoxelLoop.run("The field map", grid.blocks[1] * grid.blocks[2], progress, () -> new BlockTask(rows.get(),
			new ResidualCurve(train, settings.readout()), grid), (task, part) -> task.row(part % grid.blocks[1], part /
				grid.blocks[1]));
	}
}
