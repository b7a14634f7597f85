package io.github.vertebraj.io.dicom;

/**
 * Where the pixels of a file begin.
 *
 * @param tag    one of the three pixel data tags
 * @param vr     as the file says it
 * @param offset of the value, from the start of the file (of the inflated data set in a deflated one)
 * @param length in bytes; {@link #UNDEFINED} when the pixels lie in fragments
 */
record PixelLocation(int tag, VR vr, long offset, long length) {

	static final long UNDEFINED = 0xFFFFFFFFL;
}
