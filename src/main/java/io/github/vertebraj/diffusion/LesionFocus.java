package io.github.vertebraj.diffusion;

/**
 * A connected lesion.
 *
 * @param label   its value in the label masks, from 1
 * @param station the title of the station in which it begins
 * @param voxels  how many it has
 * @param nan     those of them without an ADC
 * @param volume  in ml
 * @param adc     mean in 10⁻³ mm²/s; NaN when no voxel has one
 */
public record LesionFocus(int label, String station, long voxels, long nan, double volume, double adc) {}
