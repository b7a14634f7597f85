package io.github.vertebraj.reading.morphometry;

/**
 * A place on a slice.
 *
 * @param x in voxels; whole numbers are the centres of voxels
 * @param y as x
 * @param z the slice, from 0
 */
public record PlacedPoint(double x, double y, int z) {}
