package io.github.vertebraj.interpretation;

import java.util.Optional;

import io.github.vertebraj.image.RegionStatistics;

/**
 * The signal of one lesion on one sequence beside that of a reference.
 *
 * @param sequence  what was looked at
 * @param image     title of the image
 * @param unit      of its values; empty when arbitrary
 * @param lesion    its signal; empty when the lesion has no voxel in the image
 * @param outside   voxels of the lesion, as drawn, whose centres lie outside of the image
 * @param reference names of the reference regions, joined
 * @param normal    the signal of the reference; empty when it has no voxel in the image
 * @param margin    ratios within 1 ± margin count as equal
 */
public record SequenceSignal(MrSequence sequence, String image, String unit, Optional<RegionStatistics> lesion,
	long outside, String reference, Optional<RegionStatistics> normal, double margin)
{

	/** @throws IllegalArgumentException if the margin is not a number from 0 to under 1 */
	public SequenceSignal {
		SignalArrow.checkMargin(margin);
	}

	/** Mean of the lesion over mean of the reference; NaN where one is not measurable, or the reference is not above 0. */
	public double ratio() {
		final double below = normal.map(RegionStatistics::mean).orElse(Double.NaN);
		final double above = lesion.map(RegionStatistics::mean).orElse(Double.NaN);
		return below > 0 && above >= 0 ? above / below : Double.NaN;
	}

	public SignalArrow arrow() {
		return SignalArrow.of(ratio(), margin);
	}

	/** Why there is no ratio, or what should be known of it; else empty text. */
	public String remark() {
		if (lesion.isEmpty()) return "the lesion has no voxel in this image";
		if (normal.isEmpty()) return "the reference has no voxel in this image";
		if (Double.isNaN(lesion.get().mean())) return "all voxels of the lesion are NaN";
		if (Double.isNaN(normal.get().mean())) return "all voxels of the reference are NaN";
		if (!(normal.get().mean() > 0)) return "the mean of the reference is not above 0";
		if (lesion.get().mean() < 0) return "the mean of the lesion is below 0";
		return outside > 0 ? outside + " voxels of the lesion as drawn have their centres outside of this image" : "";
	}
}
