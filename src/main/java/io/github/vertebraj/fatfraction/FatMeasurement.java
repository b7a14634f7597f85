package io.github.vertebraj.fatfraction;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.RegionStatistics;

/**
 * The fat of one region.
 *
 * @param region       what was measured
 * @param map          statistics of the voxels' fat fraction in %
 * @param aboveHundred voxels with a fat fraction above 100 %
 * @param waterFat     mean water and fat; empty for a map
 * @param r2Star       statistics of the voxels' R2* in 1/s, where it is known
 * @param signals      the mean signal of each volume
 * @param inOpposed    where there are in- and opposed-phase signals
 * @param ambiguous    voxels whose signal cannot tell whether water or fat is more; empty for a model that does not know
 */
public record FatMeasurement(Region region, RegionStatistics map, long aboveHundred, Optional<WaterFat> waterFat,
	Optional<RegionStatistics> r2Star, List<Signal> signals, Optional<InOpposed> inOpposed, OptionalLong ambiguous)
{

	/**
	 * A mean signal.
	 *
	 * @param name what its volume shows: {@code in-phase}, {@code te=1.2}
	 * @param mean real value
	 */
	public record Signal(String name, double mean) {}

	/**
	 * Mean water and fat in the unit of the signal. Of the definition by in-phase signal, the water is what is left of
	 * that.
	 */
	public record WaterFat(double water, double fat) {

		/** The fat fraction of the means in %; NaN when there is no signal. */
		public double percent() {
			return water + fat > 0 ? 100 * fat / (water + fat) : Double.NaN;
		}
	}

	/**
	 * Mean in- and opposed-phase signals.
	 *
	 * @param opposedBrighter voxels whose opposed-phase signal is the greater one, which fat never does
	 */
	public record InOpposed(double in, double opposed, long opposedBrighter) {

		/** 100 · (in − opposed) / in; NaN when the in-phase signal is not above 0. */
		public double dropout() {
			return in > 0 ? 100 * (in - opposed) / in : Double.NaN;
		}

		/** Signal intensity ratio, opposed / in; NaN when the in-phase signal is not above 0. */
		public double ratio() {
			return in > 0 ? opposed / in : Double.NaN;
		}
	}

	public FatMeasurement {
		signals = List.copyOf(signals);
	}

	/** Voxels with a fat fraction below 0 or above 100 %. */
	public long outOfRange() {
		return map.negative() + aboveHundred;
	}
}
