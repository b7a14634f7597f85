package io.github.vertebraj.dualenergy;

import java.util.Optional;

import io.github.vertebraj.image.RegionStatistics;
import io.github.vertebraj.statistics.Keyed;

/**
 * What the difference of two mean CT numbers is divided by to give a contrast-to-noise ratio. Means and SDs are in HU, the
 * ratio has no unit; NaN where the divisor is 0 or unknown (a region of one voxel has no SD).
 */
public enum CnrDefinition implements Keyed {

	/** The SD of the target, as studies of the dural canal divide by that of ligament or disc. */
	TARGET("target SD") {
		@Override
		double noise(final double reference, final double target) {
			return target;
		}
	},
	/** The SD of the reference. */
	REFERENCE("reference SD") {
		@Override
		double noise(final double reference, final double target) {
			return reference;
		}
	},
	/** The root of the mean of both variances. */
	MEAN_VARIANCE("root mean variance") {
		@Override
		double noise(final double reference, final double target) {
			return Math.sqrt((reference * reference + target * target) / 2);
		}
	},
	/** The root of the sum of both variances: the SD of the difference of two voxels. */
	SUM_OF_VARIANCES("root sum of variances") {
		@Override
		double noise(final double reference, final double target) {
			return Math.hypot(reference, target);
		}
	};

	private final String key;

	CnrDefinition(final String key) {
		this.key = key;
	}

	@Override
	public String key() {
		return key;
	}

	abstract double noise(double reference, double target);

	/** |mean of the reference − mean of the target| over the noise. */
	public double of(final RegionStatistics reference, final RegionStatistics target) {
		final double noise = noise(reference.sd(), target.sd());
		return noise > 0 ? Math.abs(reference.mean() - target.mean()) / noise : Double.NaN;
	}

	/** Why the ratio is NaN; empty where it is not. */
	public Optional<String> reason(final RegionStatistics reference, final RegionStatistics target) {
		if (!Double.isNaN(of(reference, target))) return Optional.empty();
		if (reference.voxels() == reference.nan()) return Optional.of("the reference has no voxel with a value");
		if (target.voxels() == target.nan()) return Optional.of("the target has no voxel with a value");
		final double noise = noise(reference.sd(), target.sd());
		return Optional.of("the " + key + " is " + (noise == 0 ? "0" : "unknown, since one voxel has no SD"));
	}
}
