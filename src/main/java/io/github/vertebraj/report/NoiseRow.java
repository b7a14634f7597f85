package io.github.vertebraj.report;

import java.util.OptionalDouble;

import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.RegionStatistics;

/**
 * Mean and SD of one region in one frame.
 *
 * @param frame  what the slice label says of the frame; empty when it is the only one
 * @param energy in keV, of a monoenergetic image
 */
public record NoiseRow(Region region, String frame, OptionalDouble energy, RegionStatistics statistics) {}
