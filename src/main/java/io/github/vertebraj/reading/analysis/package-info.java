/**
 * What two sessions of a reader study say: counts of ratings in each patient, the category of their change, its
 * usefulness, the quality of the diffusion-weighted images; and signs of fracture, vertebra by vertebra.
 */
package io.github.vertebraj.reading.analysis;
