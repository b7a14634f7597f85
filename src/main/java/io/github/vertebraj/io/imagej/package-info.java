/**
 * Between ImageJ's images and regions of interest and ours: {@code ImagePlus}, overlays, ROI files. Also opens files of
 * any format but DICOM.
 */
package io.github.vertebraj.io.imagej;
