/**
 * DICOM files: the header as data sets of tags, pixels frame by frame, and what is measured from them. Nothing of the
 * patient's group 0010 is kept on reading but sex and age.
 */
package io.github.vertebraj.io.dicom;
