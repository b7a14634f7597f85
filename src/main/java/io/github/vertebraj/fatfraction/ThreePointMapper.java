package io.github.vertebraj.fatfraction;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

import io.github.vertebraj.image.ValueScale;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * Fat fraction of three magnitudes, in, opposed and in phase: the two in-phase echoes tell R2*, and the in-phase signal
 * that there would be at the time of the opposed echo; then as {@link InOpposedMapper}, whose ambiguity it shares. The
 * spectrum of fat is ignored: its lesser peaks are never all in phase, so that a true 40 % reads some 30 %, and the R2*
 * of fat is too high. Immutable; one mapper serves any number of threads.
 */
public final class ThreePointMapper {

	static final Set<FatOutput> AVAILABLE = EnumSet.of(FatOutput.WATER, FatOutput.FAT, FatOutput.R2_STAR,
		FatOutput.FLAGS);

	/** Turns that an echo may be away from in or opposed phase. */
	private static final double TOLERANCE = 0.15;

	private final Acquisition acquisition;
	private final Dominance dominance;
	private final Set<FatOutput> maps;

	/**
	 * @param acquisition of the three echoes
	 * @param dominance   of all voxels
	 * @param maps        what is computed beside the fat fraction
	 * @throws IllegalArgumentException when there are not three echoes, in, opposed and in phase
	 */
	public ThreePointMapper(final Acquisition acquisition, final Dominance dominance, final Set<FatOutput> maps) {
		this.acquisition = Objects.requireNonNull(acquisition, "acquisition");
		this.dominance = Objects.requireNonNull(dominance, "dominance");
		this.maps = Set.copyOf(maps);
		if (acquisition.echoes() != 3) throw new IllegalArgumentException(
			"The three-point model needs three echoes, but there are " + acquisition.echoes());
		final double hertz = FatSpectrum.of(1).hertz(acquisition.fieldStrength())[0];
		for (int n = 0; n < 3; n++) {
			final double turns = hertz * acquisition.seconds()[n] - (n == 1 ? 0.5 : 0);
			if (Math.abs(turns - Math.rint(turns)) > TOLERANCE) throw new IllegalArgumentException(
				"The three-point model needs echoes in, opposed and in phase, but echo " + (n + 1) + " at " + acquisition
					.echoTimes().get(n) + " ms is not " + (n == 1 ? "opposed" : "in phase") + " at " + acquisition.fieldStrength() +
					" T, where fat turns once in " + Math.rint(1e5 / Math.abs(hertz)) / 100 + " ms");
		}
	}

	/**
	 * @param signal   magnitudes, axes x, y, z, t (in, opposed, in phase); any type, view or lazy image
	 * @param scale    of the stored values
	 * @param progress receives the share that is done, 0 to 1
	 * @throws IllegalArgumentException when the axes or the number of echoes do not fit
	 * @throws CancellationException    when the thread is interrupted
	 */
	public FatMaps compute(final RandomAccessibleInterval<? extends RealType<?>> signal, final ValueScale scale,
		final DoubleConsumer progress)
	{
		if (signal.numDimensions() != 4 || signal.dimension(3) != 3) throw new IllegalArgumentException(
			"The three-point model needs the axes x, y, z, t with three echoes, but the size is " + Arrays.toString(
				signal.dimensionsAsLongArray()));
		final List<PixelLoop.Signal> signals = IntStream.range(0, 3).mapToObj(n -> new PixelLoop.Signal(signal, scale, n,
			"echo " + (n + 1))).toList();
		return PixelLoop.run(signals, new MapPlanes(maps, AVAILABLE, PixelLoop.size(signals)), this::voxel, progress);
	}

	private void voxel(final double[] signal, final MapPlanes.Pen pen, final int at) {
		final double first = acquisition.seconds(0);
		final double decay = Math.log(signal[0] / signal[2]) / (acquisition.seconds(2) - first);
		// Both in-phase signals must be above 0: the logarithm of two negative ones would be a number.
		final double in = signal[0] > 0 && signal[2] > 0 ? signal[0] * Math.exp(-decay * (acquisition.seconds(1) - first))
			: Math.min(0, Math.min(signal[0], signal[2]));
		if (!InOpposedMapper.write(dominance, in, signal[1], pen, at)) return;
		final double sum = signal[0] * Math.exp(decay * first);
		final double fraction = pen.fraction(at);
		pen.put(FatOutput.FAT, at, fraction * sum);
		pen.put(FatOutput.WATER, at, (1 - fraction) * sum);
		pen.put(FatOutput.R2_STAR, at, decay);
	}
}
