/**
 * From the decay of the signal over the b-value to the apparent diffusion coefficient (ADC). b is in s/mm², ADC in
 * 10⁻³ mm²/s. Axis order is x, y, z, t (frame).
 */
package io.github.vertebraj.diffusion;
