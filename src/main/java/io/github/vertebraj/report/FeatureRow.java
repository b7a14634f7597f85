package io.github.vertebraj.report;

import io.github.vertebraj.image.IntensityFeatures;
import io.github.vertebraj.image.Region;

/**
 * The features of one region in one frame.
 *
 * @param frame what the frame shows; empty when the image has only one
 */
public record FeatureRow(Region region, String frame, IntensityFeatures features) {}
