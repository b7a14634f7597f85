package io.github.vertebraj.io.imagej;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import ij.ImagePlus;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.io.nifti.NiftiFile;

/**
 * Opens image files of any format but DICOM series: NIfTI by {@link NiftiFile}, TIFF by ImageJ, PNG, JPEG, GIF and BMP
 * by Java, anything else by Bio-Formats where it is installed, as it is in Fiji. No dialog is shown, and whatever
 * cannot be read is an error.
 */
public final class ImageFiles {

	private ImageFiles() {}

	/**
	 * Opens a file.
	 *
	 * @throws IOException naming the file and the reason, when nothing can read it
	 * @throws IllegalArgumentException when it is a colour image, or calibrated by a curve
	 */
	public static CalibratedImage open(final Path file) throws IOException {
		if (NiftiFile.isNifti(file)) return NiftiFile.read(file);
		final Optional<ImagePlus> known = byImageJ(file);
		return known.isPresent() ? ImagePlusBridge.fromImagePlus(known.get()) : byBioFormats(file);
	}

	/** As {@link #open}, but with what ImageJ keeps beside the voxels: overlay, selection, colours. */
	public static ImagePlus openImagePlus(final Path file) throws IOException {
		if (NiftiFile.isNifti(file)) return ImagePlusBridge.toImagePlus(NiftiFile.read(file));
		final Optional<ImagePlus> known = byImageJ(file);
		return known.isPresent() ? known.get() : ImagePlusBridge.toImagePlus(byBioFormats(file));
	}

	/** Empty when the format is left to Bio-Formats. */
	private static Optional<ImagePlus> byImageJ(final Path file) throws IOException {
		if (Files.isDirectory(file)) throw new IOException(file + " is a folder, but an image file is needed");
		if (!Files.isRegularFile(file)) throw new IOException("There is no file " + file);
		final byte[] start;
		try (InputStream in = Files.newInputStream(file)) {
			start = in.readNBytes(4);
		}
		// ImageJ doesn't know what the planes of an OME-TIFF are
		final boolean isOme = file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.ome\\.tiff?");
		if (isOme && BioFormatsGateway.find().isPresent()) return Optional.empty();
		try {
			if (TiffFile.isTiff(start)) return Optional.of(TiffFile.open(file));
			return PictureFile.isPicture(start) ? Optional.of(PictureFile.open(file)) : Optional.empty();
		}
		catch (final IOException e) {
			// what is not to ImageJ's taste may be to Bio-Formats'
			if (BioFormatsGateway.find().isPresent()) return Optional.empty();
			throw new IOException(file + " cannot be read: " + e.getMessage(), e);
		}
	}

	private static CalibratedImage byBioFormats(final Path file) throws IOException {
		final BioFormatsGateway gateway = BioFormatsGateway.find().orElseThrow(() -> new IOException(file +
			" is in no format that can be read without Bio-Formats: DICOM is opened by Plugins > VertebraJ > Open" +
			" Series...; convert others to NIfTI or TIFF, or use Fiji, which has Bio-Formats"));
		return gateway.open(file);
	}
}
