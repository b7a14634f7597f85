/** Reads and writes NIfTI-1 and NIfTI-2 files. */
package io.github.vertebraj.io.nifti;
