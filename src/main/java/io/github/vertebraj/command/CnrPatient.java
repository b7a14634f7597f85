package io.github.vertebraj.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.github.vertebraj.report.DataColumn;
import io.github.vertebraj.report.DataTable;
import io.github.vertebraj.report.DelimitedFile;

/**
 * The files of a patient of a study.
 *
 * @param images by image type: a word that is the same for all patients
 */
record CnrPatient(String name, Map<String, Path> images, Path rois) {

	private static final String IMAGE = ".*\\.(tiff?|nii|nii\\.gz|dcm)";
	private static final String ROIS = "(rois|regions|labels)\\.(zip|roi|nii|nii\\.gz|tiff?)";

	/**
	 * The patients of a study.
	 *
	 * @param study folder with a folder for each patient, which holds images, whose names are the image types, and
	 *              {@code rois.zip} or a label image {@code labels.nii}; or a table (CSV) with the columns patient, image,
	 *              rois and, if wanted, type, whose paths start from its own folder
	 * @throws IOException naming the file or folder that lacks something
	 */
	static List<CnrPatient> of(final Path study) throws IOException {
		if (!Files.exists(study)) throw new IOException("There is no file or folder '" + study + "'");
		return Files.isDirectory(study) ? ofFolder(study) : ofTable(study);
	}

	private static List<CnrPatient> ofFolder(final Path study) throws IOException {
		final List<CnrPatient> patients = new ArrayList<>();
		for (final Path folder : list(study)) {
			if (!Files.isDirectory(folder)) continue;
			final Map<String, Path> images = new TreeMap<>();
			Path rois = null;
			for (final Path file : list(folder)) {
				final String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
				if (name.matches(ROIS)) {
					if (rois != null) throw new IOException("The folder '" + folder + "' has two files of regions: " + rois
						.getFileName() + " and " + file.getFileName() + "; one set is measured on all images");
					rois = file;
				}
				else if (name.matches(IMAGE) || Files.isDirectory(file)) {
					final Path other = images.put(type(file), file);
					if (other != null) throw new IOException("The folder '" + folder + "' has two images of the type '" + type(
						file) + "': " + other.getFileName() + " and " + file.getFileName());
				}
			}
			if (rois == null || images.isEmpty()) throw new IOException("The folder '" + folder + "' of a patient lacks " +
				(rois == null ? "regions: a file rois.zip, or a label image labels.nii or labels.tif"
					: "images: .tif, .nii, .dcm, or a folder of a DICOM series"));
			patients.add(new CnrPatient(folder.getFileName().toString(), images, rois));
		}
		if (patients.isEmpty()) throw new IOException("The folder '" + study + "' has no folders of patients");
		return patients;
	}

	private static List<Path> list(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(file -> !file.getFileName().toString().startsWith(".")).sorted().toList();
		}
	}

	/** The name without its ending. */
	private static String type(final Path file) {
		final String name = file.getFileName().toString();
		return Files.isDirectory(file) ? name : name.replaceFirst("(?i)" + IMAGE.replace(".*", ""), "");
	}

	private static List<CnrPatient> ofTable(final Path study) throws IOException {
		final DataTable table = DelimitedFile.read(study);
		final DataColumn names = table.column("patient");
		final DataColumn images = table.column("image");
		final DataColumn rois = table.column("rois");
		final boolean hasTypes = table.headers().stream().anyMatch("type"::equalsIgnoreCase);
		final Map<String, CnrPatient> patients = new LinkedHashMap<>();
		for (int row = 0; row < table.rowCount(); row++) {
			for (final DataColumn column : List.of(names, images, rois))
				if (column.isMissing(row)) throw new IOException(study + ", " + column.place(row) + ": '" + column.name() +
					"' is missing");
			final Path image = study.resolveSibling(images.texts().get(row));
			final Path regions = study.resolveSibling(rois.texts().get(row));
			final CnrPatient patient = patients.computeIfAbsent(names.texts().get(row), name -> new CnrPatient(name,
				new LinkedHashMap<>(), regions));
			if (!patient.rois.equals(regions)) throw new IOException(study + ", " + rois.place(row) + ": the patient '" +
				patient.name + "' has other regions above, but one set is measured on all images");
			final String type = hasTypes ? table.column("type").texts().get(row) : type(image);
			if (patient.images.put(type, image) != null) throw new IOException(study + ", " + images.place(row) +
				": the patient '" + patient.name + "' has two images of the type '" + type + "'");
		}
		if (patients.isEmpty()) throw new IOException(study + " has no rows");
		return List.copyOf(patients.values());
	}
}
