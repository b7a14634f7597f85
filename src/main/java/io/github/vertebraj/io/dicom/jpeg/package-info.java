/**
 * Grey-scale JPEG as DICOM uses it (ITU-T T.81): baseline and extended sequential with 8 or 12 bits, and lossless with
 * 2 to 16 bits. It is ours because neither the JDK nor ome-codecs 1.1.2 decode 12 bits, and the latter's lossless
 * decoder computes predictor 4 as A + B + C instead of A + B - C, knows no restart intervals, and allocates whatever
 * size a damaged header claims.
 */
package io.github.vertebraj.io.dicom.jpeg;
