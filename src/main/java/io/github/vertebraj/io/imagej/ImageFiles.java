package io.github.vertebraj.io.imagej;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import ij.ImagePlus;
import ij.io.Opener;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.io.nifti.NiftiFile;

/** Opens image files of any format but DICOM series. */
public final class ImageFiles {

	private ImageFiles() {}

	/**
	 * Opens a file: NIfTI by ourselves, other formats through ImageJ, else through Bio-Formats where it is installed.
	 *
	 * @throws IOException naming the file, when nothing can read it
	 */
	public static CalibratedImage open(final Path file) throws IOException {
		return NiftiFile.isNifti(file) ? NiftiFile.read(file) : ImagePlusBridge.fromImagePlus(openImagePlus(file));
	}

	/** As {@link #open}, but with what ImageJ keeps beside the voxels: overlay, selection, colours. */
	public static ImagePlus openImagePlus(final Path file) throws IOException {
		if (!Files.isRegularFile(file)) throw new IOException("There is no file " + file);
		if (NiftiFile.isNifti(file)) return ImagePlusBridge.toImagePlus(NiftiFile.read(file));
		final ImagePlus imp = new Opener().openImage(file.toString());
		if (imp == null) throw new IOException("ImageJ cannot read " + file);
		return imp;
	}
}
