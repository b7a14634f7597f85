/**
 * Measured values beside cited references. For research only: what stands here is never a diagnosis.
 */
package io.github.vertebraj.interpretation;
