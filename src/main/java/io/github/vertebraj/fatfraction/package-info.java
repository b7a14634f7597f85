/**
 * From water and fat images, or from echoes, to the fat fraction in %. Echo times are in ms, field strength in T, field
 * maps in Hz, R2* in 1/s. Axis order is x, y, z, t (echo).
 */
package io.github.vertebraj.fatfraction;
