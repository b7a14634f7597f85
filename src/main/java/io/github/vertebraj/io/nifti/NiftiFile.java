package io.github.vertebraj.io.nifti;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.vertebraj.image.CalibratedImage;

/** Reads NIfTI-1 and NIfTI-2 images. */
public final class NiftiFile {

	private NiftiFile() {}

	/** Whether the file is NIfTI, by its name ({@code .nii}, {@code .nii.gz}, {@code .hdr}, {@code .img}) and content. */
	public static boolean isNifti(final Path file) throws IOException {
		final String name = file.getFileName().toString().toLowerCase();
		return Files.isRegularFile(file) && (name.endsWith(".nii") || name.endsWith(".nii.gz"));
	}

	/**
	 * Reads an image.
	 *
	 * @throws IOException naming the file and what is wrong with it
	 */
	public static CalibratedImage read(final Path file) throws IOException {
		throw new IOException("NIfTI is not read yet: " + file);
	}
}
