package io.github.vertebraj.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.io.dicom.DicomFile;
import io.github.vertebraj.io.dicom.DiffusionVolumes;
import io.github.vertebraj.io.dicom.EnergySource;
import io.github.vertebraj.io.dicom.LoadedSeries;
import io.github.vertebraj.io.dicom.SeriesCatalogue;
import io.github.vertebraj.io.dicom.SeriesReader;
import io.github.vertebraj.io.imagej.ImageFiles;
import io.github.vertebraj.io.imagej.ImagePlusBridge;

import ij.IJ;
import ij.ImagePlus;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Opens one series of a DICOM folder, or an image file, as a calibrated hyperstack. */
@Plugin(type = Command.class, description = OpenSeries.DESCRIPTION, menu = { @Menu(label = "Plugins"), @Menu(
	label = "VertebraJ"), @Menu(label = "Open Series...", weight = 1) })
public class OpenSeries extends VertebraCommand {

	static final String DESCRIPTION = "Opens a series of a DICOM folder, a NIfTI or another image file as a hyperstack:" +
		" slices, and one frame for each b-value, echo or energy.";

	// Fiji's dialog knows no "both": there its button looks for a folder, and the path of a file is typed.
	@Parameter(label = "Folder or file", description = "DICOM folder or file, NIfTI (.nii, .nii.gz), or any image that ImageJ" +
		" or Bio-Formats reads.", style = "both,directory", persist = false)
	private File source;

	@Parameter(label = "Series", description = "Which series of the folder: its number, UID or a part of its description;" +
		" several, separated by commas, are merged when their geometry agrees; 17/water is a part of series 17. Empty takes" +
		" the only one.", required = false, persist = false)
	private String series = "";

	@Parameter(label = "Diffusion volumes", description = "Of a diffusion series: everything, the single directions, or the" +
		" scanner's trace images; b = 0 always belongs.", choices = { "all", "directions", "trace" }, persist = false)
	private String volumes = DiffusionVolumes.ALL.key();

	@Parameter(label = "Energies", description = "What tells the energy of a monoenergetic CT image, and that one is mixed from" +
		" two spectra: DICOM's own tags, or, where these say nothing, also the words of the series description.", choices = {
			"tags", "descriptions" }, persist = false)
	private String energies = EnergySource.TAGS.key();

	@Parameter(label = "Series", type = ItemIO.OUTPUT)
	private ImagePlus image;

	@Override
	protected void execute() throws IOException {
		final Path path = source.toPath();
		if (!Files.exists(path)) throw new IOException("There is no file or folder '" + path + "'");
		image = Files.isDirectory(path) || DicomFile.isDicom(path) ? ImagePlusBridge.toImagePlus(openDicom(path)) : ImageFiles
			.openImagePlus(path);
	}

	private CalibratedImage openDicom(final Path path) throws IOException {
		final SeriesCatalogue catalogue = SeriesCatalogue.scan(path, progress("Reading headers")).with(EnergySource.of(
			energies));
		catalogue.notes().forEach(IJ::log);
		series = SeriesChoice.of(catalogue, series);
		final LoadedSeries loaded = SeriesReader.read(catalogue.select(series), DiffusionVolumes.of(volumes), progress(
			"Reading slices"));
		loaded.notes().forEach(IJ::log);
		return loaded.image();
	}
}
