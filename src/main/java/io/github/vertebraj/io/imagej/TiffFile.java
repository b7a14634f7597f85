package io.github.vertebraj.io.imagej;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.Opener;
import ij.io.TiffDecoder;

/**
 * Opens TIFF files by ImageJ, which fills up what a truncated file lacks by zeros, and tells the user of other trouble
 * in dialogs; so the file is looked through before.
 */
final class TiffFile {

	/** No byte of compressed pixels stands for more than this many (ZIP gives 1032). */
	private static final long COMPRESSION_LIMIT = 1100;

	private TiffFile() {}

	/** Whether the file begins as TIFF does. */
	static boolean isTiff(final byte[] start) {
		if (start.length < 4) return false;
		return start[0] == 'I' && start[1] == 'I' && start[2] == 42 && start[3] == 0 || start[0] == 'M' && start[1] == 'M' &&
			start[2] == 0 && start[3] == 42;
	}

	/**
	 * @throws IOException saying why ImageJ cannot read it, without the file's name
	 */
	static ImagePlus open(final Path file) throws IOException {
		final String folder = file.toAbsolutePath().getParent() + "/";
		final String name = file.getFileName().toString();
		final ImagePlus imp;
		TiffDirectories.check(file);
		try {
			final FileInfo[] images = new TiffDecoder(folder, name).getTiffInfo();
			if (images == null || images.length == 0) throw new IOException("it holds no image");
			final long length = Files.size(file);
			for (final FileInfo image : images)
				check(image, length);
			checkOrder(images);
			imp = new Opener().openTiff(folder, name);
		}
		catch (final RuntimeException e) { // ImageJ's decoder, of a file that contradicts itself
			throw new IOException("it is damaged (" + e + ")", e);
		}
		if (imp == null || imp.getStackSize() == 0) throw new IOException("ImageJ finds no image of a kind that it can read");
		return imp;
	}

	private static void check(final FileInfo image, final long length) throws IOException {
		if (image.width < 1 || image.height < 1) throw new IOException("it claims an image of " + image.width + " x " +
			image.height + " pixels");
		final long bytes = bytes(image);
		final boolean compressed = image.compression > FileInfo.COMPRESSION_NONE;
		// ImageJ 1.54p takes the bits of some for others
		if (compressed && image.fileType == FileInfo.BITMAP) throw new IOException(
			"it has compressed pixels of 1 bit: save it with 8 bits");
		final long images = Math.max(1, image.nImages);
		final long end = image.getOffset() + images * bytes + (images - 1) * image.getGap();
		if (compressed ? bytes > length * COMPRESSION_LIMIT : end > length) throw truncated(image, length);
		for (int i = 0; images == 1 && i < strips(image); i++)
			if (Integer.toUnsignedLong(image.stripOffsets[i]) + Integer.toUnsignedLong(image.stripLengths[i]) > length)
				throw truncated(image, length);
		final List<byte[]> rois = new ArrayList<>(image.overlay == null ? List.of() : List.of(image.overlay));
		if (image.roi != null) rois.add(image.roi);
		if (!rois.stream().allMatch(RoiBytes::isPlausible)) throw new IOException("a ROI in it is damaged");
	}

	/** Bytes of the pixels of an image, uncompressed. */
	private static long bytes(final FileInfo image) {
		final long pixels = (long) image.width * image.height;
		return switch (image.fileType) {
			case FileInfo.BITMAP -> (image.width + 7L) / 8 * image.height;
			case FileInfo.GRAY10_UNSIGNED -> pixels * 5 / 4;
			case FileInfo.GRAY12_UNSIGNED -> pixels * 3 / 2;
			case FileInfo.GRAY8, FileInfo.GRAY16_SIGNED, FileInfo.GRAY16_UNSIGNED -> pixels * image.getBytesPerPixel() * Math
				.max(1, image.samplesPerPixel);
			default -> pixels * image.getBytesPerPixel();
		};
	}

	/** ImageJ reads a file from front to back, and stops with a dialog where a plane lies before the last one. */
	private static void checkOrder(final FileInfo[] images) throws IOException {
		for (int i = 1; i < images.length; i++) {
			final long end = images[i - 1].getOffset() + bytes(images[i - 1]);
			if (images[i].compression <= FileInfo.COMPRESSION_NONE && images[i].getOffset() < end) throw new IOException(
				"its planes are not in order within the file, which ImageJ needs: save it again");
		}
	}

	private static int strips(final FileInfo image) {
		return image.stripOffsets == null || image.stripLengths == null ? 0 : Math.min(image.stripOffsets.length,
			image.stripLengths.length);
	}

	private static IOException truncated(final FileInfo image, final long length) {
		return new IOException("its header promises " + image.width + " x " + image.height + " pixels" + (image.nImages > 1
			? " in " + image.nImages + " planes" : "") + ", but the file has " + length +
			" bytes: it is truncated, copy or save it again");
	}
}
