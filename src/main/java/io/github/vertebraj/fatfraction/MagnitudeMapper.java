package io.github.vertebraj.fatfraction;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;

import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.image.VoxelLoop;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * Proton density fat fraction of the magnitudes of echoes: water, fat with its spectrum, and one R2*. Magnitudes have
 * two answers, one with more water and one with more fat; only the spectrum of fat tells them apart, and hardly near
 * 50 %. Unless the dominance is given, the mean magnitudes of a voxel and its like neighbours decide, and voxels for
 * which they do not are flagged {@link FatFlag#AMBIGUOUS}; the values are those of the voxel itself. Where noise leaves
 * a voxel no answer on the side decided for, it has the fat fraction at which the two answers meet. Immutable; one
 * mapper serves any number of threads.
 */
public final class MagnitudeMapper {

	static final Set<FatOutput> AVAILABLE = EnumSet.complementOf(EnumSet.of(FatOutput.FIELD_MAP));

	/** Water, fat and R2*. */
	private static final int UNKNOWNS = 3;

	/** Samples (voxels times echoes) read at once. */
	private static final int BLOCK = 1 << 15;

	private final Acquisition acquisition;
	private final MagnitudeSettings settings;

	/**
	 * @throws IllegalArgumentException for fewer than three echoes, or four without a given dominance
	 */
	public MagnitudeMapper(final Acquisition acquisition, final MagnitudeSettings settings) {
		this.acquisition = Objects.requireNonNull(acquisition, "acquisition");
		this.settings = Objects.requireNonNull(settings, "settings");
		if (settings.dominance().isPresent()) acquisition.atLeast(UNKNOWNS, "The magnitude model");
		else acquisition.atLeast(UNKNOWNS + 1, "The magnitude model without a given dominance (water or fat)");
	}

	/**
	 * @param signal   magnitudes, axes x, y, z, t (echo, in the order of the echo times); any type, view or lazy image
	 * @param scale    of the stored values
	 * @param progress receives the share that is done, 0 to 1
	 * @throws IllegalArgumentException when the axes or the number of echoes do not fit
	 * @throws CancellationException    when the thread is interrupted
	 */
	public FatMaps compute(final RandomAccessibleInterval<? extends RealType<?>> signal, final ValueScale scale,
		final DoubleConsumer progress)
	{
		if (signal.numDimensions() != 4) throw new IllegalArgumentException(
			"Echoes have the axes x, y, z, t, but there are " + signal.numDimensions() + " axes");
		if (signal.dimension(3) != acquisition.echoes()) throw new IllegalArgumentException("Each echo needs its echo time," +
			" but there are " + signal.dimension(3) + " echoes and " + acquisition.echoes() + " echo times");
		final int width = Math.toIntExact(signal.dimension(0));
		final int height = Math.toIntExact(signal.dimension(1));
		final int depth = Math.toIntExact(signal.dimension(2));
		final int rows = Math.max(1, Math.min(height, BLOCK / acquisition.echoes() / width));
		final int perPlane = (height + rows - 1) / rows;
		final EchoTrain train = new EchoTrain(acquisition, settings.spectrum());
		final MapPlanes maps = new MapPlanes(settings.maps(), AVAILABLE, width, height, depth);
		final Supplier<BranchChoice> choices = choices(signal, scale, rows, train);
		final List<MagnitudeTask> done = VoxelLoop.run("The fat fraction map", perPlane * depth, progress,
			() -> new MagnitudeTask(choices.get(), new MagnitudeFit(train, settings.noise()), maps.new Pen()), (task,
				part) -> task.write(part / perPlane, part % perPlane * rows, Math.min(rows, height - part % perPlane * rows)));
		return maps.finish(done.stream().map(MagnitudeTask::pen).toList());
	}

	private Supplier<BranchChoice> choices(final RandomAccessibleInterval<? extends RealType<?>> signal,
		final ValueScale scale, final int rows, final EchoTrain train)
	{
		if (settings.dominance().isPresent()) {
			final Supplier<MagnitudeRows> reader = MagnitudeRows.supplier(signal, scale, rows);
			return () -> new GivenBranch(reader.get(), settings.dominance().get());
		}
		final int height = (int) signal.dimension(1);
		final int depth = (int) signal.dimension(2);
		final Supplier<MagnitudeRows> reader = MagnitudeRows.supplier(signal, scale, rows + 2 *
			Neighbourhood.REACH);
		final double variance = settings.noise().isPresent() ? settings.noise().getAsDouble() * settings.noise()
			.getAsDouble() : NoiseEstimate.variance(reader.get(), height, depth, acquisition.echoes() - UNKNOWNS,
				new MagnitudeFit(train, OptionalDouble.empty()));
		final double meeting = new CramerRao(acquisition, settings.spectrum()).meeting() / 100;
		return () -> new PooledBranch(new Neighbourhood(reader, height, depth, variance), new MagnitudeFit(train,
			OptionalDouble.empty()), meeting, variance);
	}
}
