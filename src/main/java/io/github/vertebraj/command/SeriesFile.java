package io.github.vertebraj.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

import io.github.vertebraj.io.dicom.DicomFile;
import io.github.vertebraj.io.dicom.DiffusionVolumes;
import io.github.vertebraj.io.dicom.LoadedSeries;
import io.github.vertebraj.io.dicom.SeriesCatalogue;
import io.github.vertebraj.io.dicom.SeriesReader;
import io.github.vertebraj.io.imagej.ImageFiles;
import io.github.vertebraj.io.imagej.ImagePlusBridge;

import ij.IJ;
import ij.ImagePlus;

/** Image files that a command opens by itself, as {@code Open Series...} would. */
final class SeriesFile {

	private SeriesFile() {}

	/**
	 * @param path image file, or folder of one DICOM series
	 * @throws IOException naming the file or folder that cannot be read
	 */
	static ImagePlus open(final Path path, final DoubleConsumer progress) throws IOException {
		if (!Files.exists(path)) throw new IOException("There is no file or folder '" + path + "'");
		if (!Files.isDirectory(path) && !DicomFile.isDicom(path)) return ImageFiles.openImagePlus(path);
		final SeriesCatalogue catalogue = SeriesCatalogue.scan(path, progress);
		final LoadedSeries loaded = SeriesReader.read(catalogue.select(""), DiffusionVolumes.ALL, progress);
		loaded.notes().forEach(IJ::log);
		return ImagePlusBridge.toImagePlus(loaded.image());
	}
}
