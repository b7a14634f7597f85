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
 * Fat fraction of images that a scanner made of water and fat (Dixon): fat over the sum of both, or over the in-phase
 * image. Where the denominator is 0 or less there is none; a negative signal, which a magnitude cannot have, is flagged.
 * Immutable; one mapper serves any number of threads.
 */
public final class WaterFatMapper {

	static final Set<FatOutput> AVAILABLE = EnumSet.of(FatOutput.WATER, FatOutput.FAT, FatOutput.FLAGS);

	private final FatDefinition definition;
	private final Set<FatOutput> maps;

	/**
	 * @param definition what the other image is: water for {@link FatDefinition#FAT_OF_SUM}, else in phase
	 * @param maps       what is computed beside the fat fraction
	 */
	public WaterFatMapper(final FatDefinition definition, final Set<FatOutput> maps) {
		this.definition = Objects.requireNonNull(definition, "definition");
		this.maps = Set.copyOf(maps);
	}

	/**
	 * @param fat        axes x, y, z; any type, view or lazy image
	 * @param fatScale   of its stored values
	 * @param other      water, or in phase; of the same size
	 * @param otherScale of its stored values; the two need one unit
	 * @param progress   receives the share that is done, 0 to 1
	 * @throws IllegalArgumentException when the axes or sizes do not fit
	 * @throws CancellationException    when the thread is interrupted
	 */
	public FatMaps compute(final RandomAccessibleInterval<? extends RealType<?>> fat, final ValueScale fatScale,
		final RandomAccessibleInterval<? extends RealType<?>> other, final ValueScale otherScale,
		final DoubleConsumer progress)
	{
		final boolean ofSum = definition == FatDefinition.FAT_OF_SUM;
		final List<PixelLoop.Signal> signals = List.of(new PixelLoop.Signal(fat, fatScale, 0, "fat"), new PixelLoop.Signal(
			other, otherScale, 0, ofSum ? "water" : "in-phase"));
		return PixelLoop.run(signals, new MapPlanes(maps, AVAILABLE, PixelLoop.size(signals)), (signal, pen, at) -> {
			final double whole = ofSum ? signal[0] + signal[1] : signal[1];
			final int flags = signal[0] < 0 || signal[1] < 0 ? FatFlag.NEGATIVE_SIGNAL.code() : 0;
			if (whole > 0 && whole < Double.POSITIVE_INFINITY) {
				pen.fraction(at, signal[0] / whole);
				pen.put(FatOutput.FAT, at, signal[0]);
				pen.put(FatOutput.WATER, at, whole - signal[0]);
			}
			else pen.nothing(at);
			pen.flags(at, flags);
		}, progress);
	}
}
