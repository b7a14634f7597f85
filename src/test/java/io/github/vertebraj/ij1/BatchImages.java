package io.github.vertebraj.ij1;

import java.util.ArrayList;
import java.util.List;

import ij.ImagePlus;
import ij.macro.Interpreter;
import ij.process.ByteProcessor;

/** Images that are open as in ImageJ's batch mode: without windows, so without a display. */
final class BatchImages {

	private final boolean wasBatchMode = Interpreter.batchMode;
	private final List<ImagePlus> images = new ArrayList<>();

	/** Opens an image, which becomes the active one. */
	ImagePlus open(final String title) {
		Interpreter.batchMode = true;
		final ImagePlus image = new ImagePlus(title, new ByteProcessor(5, 4));
		images.add(image);
		Interpreter.addBatchModeImage(image);
		return image;
	}

	void close() {
		images.forEach(Interpreter::removeBatchModeImage);
		images.clear();
		Interpreter.batchMode = wasBatchMode;
	}
}
