package io.github.vertebraj.io.dicom;

import java.io.IOException;

/** Fetches the pixel cells of one frame; called by several threads at a time. */
interface FrameDecoder {

	/** The samples of a frame (index from 0, checked by the caller), in a new array of the format's type. */
	Object decode(int frame) throws IOException;
}
