/**
 * Voxels with known truth, for demos and tests.
 */
package io.github.vertebraj.phantom;
