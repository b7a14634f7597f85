/**
 * Two CT images of one patient at two spectra: attenuation of known materials, blends, virtual monoenergetic images and
 * their noise.
 */
package io.github.vertebraj.dualenergy;
