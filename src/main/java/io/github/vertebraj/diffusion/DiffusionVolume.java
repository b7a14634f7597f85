package io.github.vertebraj.diffusion;

import java.util.List;

import io.github.vertebraj.image.RegionStatistics;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * A total diffusion volume.
 *
 * @param voxels      that count
 * @param volume      of these, in ml
 * @param adc         over the same voxels, in 10⁻³ mm²/s; those without an ADC are counted as NaN
 * @param foci        connected components, by their first voxel
 * @param droppedFoci components below the least volume
 * @param dropped     their volume, in ml
 * @param bright      the volume of all voxels that reach the threshold of the signal, whatever their ADC and the size of
 *                    their component, in ml; NaN without a threshold
 * @param looked      voxels of the mask that were looked at
 * @param covered     voxels of the mask that were not, since an earlier station covers them
 * @param labels      for each station the number of the focus of each voxel, 0 for none; axes x, y, z
 * @param projections one for each stack of stations that adjoin one another
 * @param notes       what a reader should know, each a sentence without a full stop
 */
public record DiffusionVolume(long voxels, double volume, RegionStatistics adc, List<LesionFocus> foci, int droppedFoci,
	double dropped, double bright, long looked, long covered, List<RandomAccessibleInterval<? extends RealType<?>>> labels,
	List<LesionProjection> projections, List<String> notes)
{

	public DiffusionVolume {
		foci = List.copyOf(foci);
		labels = List.copyOf(labels);
		projections = List.copyOf(projections);
		notes = List.copyOf(notes);
	}
}
