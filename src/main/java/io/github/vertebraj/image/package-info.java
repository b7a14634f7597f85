/**
 * Calibrated voxels over ImgLib2: geometry in patient coordinates, regions, voxel loops by block, statistics of
 * regions. Axis order is x, y, z, t (frame), c (component) everywhere; length is mm. Knows nothing else of VertebraJ.
 */
package io.github.vertebraj.image;
