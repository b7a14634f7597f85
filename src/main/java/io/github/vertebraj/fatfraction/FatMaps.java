package io.github.vertebraj.fatfraction;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;

/**
 * Maps of the axes x, y, z, which begin at 0 wherever the signal began.
 *
 * @param fatFraction      in %; NaN where it is not measurable; below 0 and above 100 where noise takes it there
 * @param maps             those that were asked for and that the model has
 * @param nanVoxels        voxels without a fat fraction
 * @param outOfRangeVoxels voxels with a fat fraction below 0 or above 100 %
 * @param flagged          voxels with each flag
 */
public record FatMaps(RandomAccessibleInterval<FloatType> fatFraction,
	Map<FatOutput, RandomAccessibleInterval<FloatType>> maps, long nanVoxels, long outOfRangeVoxels,
	Map<FatFlag, Long> flagged)
{

	public FatMaps {
		final Map<FatOutput, RandomAccessibleInterval<FloatType>> sorted = new EnumMap<>(FatOutput.class);
		sorted.putAll(maps);
		maps = Collections.unmodifiableMap(sorted);
		flagged = Collections.unmodifiableMap(new EnumMap<>(flagged));
	}

	/**
	 * A map that was asked for.
	 *
	 * @throws IllegalArgumentException when there is none
	 */
	public RandomAccessibleInterval<FloatType> map(final FatOutput output) {
		if (!maps.containsKey(output)) throw new IllegalArgumentException("There is no map '" + output.key() +
			"'; there are " + maps.keySet().stream().map(FatOutput::key).toList());
		return maps.get(output);
	}

	/**
	 * These maps, if there is anything to see in them.
	 *
	 * @param image how the error calls what was fitted
	 * @throws IllegalArgumentException when no voxel has a fat fraction
	 */
	public FatMaps measurable(final String image) {
		final long voxels = Intervals.numElements(fatFraction);
		if (nanVoxels == voxels) throw new IllegalArgumentException("No voxel of '" + image +
			"' has a fat fraction: each of the " + voxels + " has no signal, or none that fits");
		return this;
	}
}
