package io.github.vertebraj.image.denoise;

import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * An image after denoising.
 *
 * @param voxels     stored values, axes x, y, z, t, c; 8- and 16-bit integers as they were, with the scale of the source,
 *                   everything else as float of the real values
 * @param isStored   whether the voxels still need the scale of the source
 * @param reductions of each frame: t fastest, then c
 */
public record DenoisedImage(RandomAccessibleInterval<? extends RealType<?>> voxels, boolean isStored,
	List<NoiseReduction> reductions)
{

	public DenoisedImage {
		reductions = List.copyOf(reductions);
	}
}
