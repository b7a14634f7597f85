package io.github.vertebraj.io.imagej;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import ij.ImagePlus;

/** Opens PNG, JPEG, GIF and BMP files by Java's own readers, which show no dialogs. */
final class PictureFile {

	private static final List<String> MAGIC = List.of("\u0089PNG", "\u00ff\u00d8\u00ff", "GIF8", "BM");

	/** No byte of a PNG file stands for more pixels: 1032 of one bit each. */
	private static final long MOST_PIXELS_PER_BYTE = 8 * 1032;

	private PictureFile() {}

	/** Whether the file begins as one of these do. */
	static boolean isPicture(final byte[] start) {
		final String text = new String(start, StandardCharsets.ISO_8859_1);
		return MAGIC.stream().anyMatch(text::startsWith);
	}

	/**
	 * @throws IOException saying what is wrong, without the file's name
	 */
	static ImagePlus open(final Path file) throws IOException {
		try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
			final ImageReader reader = ImageIO.getImageReaders(in).next();
			try {
				reader.setInput(in);
				final long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
				if (pixels > Files.size(file) * MOST_PIXELS_PER_BYTE) throw new IOException("its header promises " + reader
					.getWidth(0) + " x " + reader.getHeight(0) + " pixels, which its " + Files.size(file) + " bytes cannot hold");
				return new ImagePlus(file.getFileName().toString(), reader.read(0));
			}
			finally {
				reader.dispose();
			}
		}
		catch (final RuntimeException e) { // Java's readers throw any, of damaged files
			throw new IOException("it is damaged (" + e + ")", e);
		}
	}
}
