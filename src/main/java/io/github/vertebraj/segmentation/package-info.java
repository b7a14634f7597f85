/**
 * Regions and landmarks from voxels.
 */
package io.github.vertebraj.segmentation;
