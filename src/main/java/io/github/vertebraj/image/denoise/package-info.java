/**
 * Noise reduction that keeps edges: total variation, a regression on its outcome, and the measure of what was taken
 * away.
 */
package io.github.vertebraj.image.denoise;
