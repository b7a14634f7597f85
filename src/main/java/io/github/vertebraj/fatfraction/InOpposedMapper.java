package io.github.vertebraj.fatfraction;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;

import io.github.vertebraj.image.ValueScale;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * Fat fraction of one in-phase (IP) and one opposed-phase (OP) magnitude: (IP − OP) / (2 IP) where water dominates,
 * (IP + OP) / (2 IP) where fat does. The two magnitudes do not tell which: a fat fraction and 100 % less it look the
 * same, and the dominance is taken to be one everywhere. Voxels where both answers could be marrow are flagged
 * {@link FatFlag#AMBIGUOUS}: the true value may be on the other side of 50 %.
 * <p>
 * Neither the spectrum of fat nor the decay between the echoes is known: with the opposed echo first, at 1.5 T and an R2*
 * of 100 1/s, a true 10 % reads -2.6 %. An opposed-phase signal above the in-phase one gives a fraction below 0 (or above
 * 100 %) and is flagged. Immutable; one mapper serves any number of threads.
 */
public final class InOpposedMapper {

	static final Set<FatOutput> AVAILABLE = EnumSet.of(FatOutput.WATER, FatOutput.FAT, FatOutput.FLAGS);

	/** Answers between 30 and 70 %: normal lumbar marrow has 30 to 60 % fat. */
	private static final double NEAR_HALF = 0.2;

	private final Dominance dominance;
	private final Set<FatOutput> maps;

	/**
	 * @param dominance of all voxels
	 * @param maps      what is computed beside the fat fraction
	 */
	public InOpposedMapper(final Dominance dominance, final Set<FatOutput> maps) {
		this.dominance = Objects.requireNonNull(dominance, "dominance");
		this.maps = Set.copyOf(maps);
	}

	/**
	 * @param inPhase      axes x, y, z; any type, view or lazy image
	 * @param inScale      of its stored values
	 * @param opposedPhase of the same size
	 * @param opposedScale of its stored values; the two need one unit
	 * @param progress     receives the share that is done, 0 to 1
	 * @throws IllegalArgumentException when the axes or sizes do not fit
	 * @throws CancellationException    when the thread is interrupted
	 */
	public FatMaps compute(final RandomAccessibleInterval<? extends RealType<?>> inPhase, final ValueScale inScale,
		final RandomAccessibleInterval<? extends RealType<?>> opposedPhase, final ValueScale opposedScale,
		final DoubleConsumer progress)
	{
		final List<PixelLoop.Signal> signals = List.of(new PixelLoop.Signal(inPhase, inScale, 0, "in-phase"),
			new PixelLoop.Signal(opposedPhase, opposedScale, 0, "opposed-phase"));
		return PixelLoop.run(signals, new MapPlanes(maps, AVAILABLE, PixelLoop.size(signals)), (signal, pen,
			at) -> write(dominance, signal[0], signal[1], pen, at), progress);
	}

	/**
	 * Writes the fraction of a voxel, and water and fat of the in-phase signal.
	 *
	 * @return whether it can be measured
	 */
	static boolean write(final Dominance dominance, final double in, final double opposed, final MapPlanes.Pen pen,
		final int at)
	{
		if (!(in > 0 && in < Double.POSITIVE_INFINITY && opposed >= 0 && opposed < Double.POSITIVE_INFINITY)) {
			pen.nothing(at);
			pen.flags(at, in < 0 || opposed < 0 ? FatFlag.NEGATIVE_SIGNAL.code() : 0);
			return false;
		}
		final double half = opposed / (2 * in);
		final double fraction = dominance == Dominance.WATER ? 0.5 - half : 0.5 + half;
		pen.fraction(at, fraction);
		pen.put(FatOutput.FAT, at, fraction * in);
		pen.put(FatOutput.WATER, at, (1 - fraction) * in);
		pen.flags(at, (half < NEAR_HALF ? FatFlag.AMBIGUOUS.code() : 0) | (opposed > in ? FatFlag.OPPOSED_BRIGHTER.code()
			: 0));
		return true;
	}
}
