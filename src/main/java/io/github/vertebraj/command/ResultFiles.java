package io.github.vertebraj.command;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import javax.imageio.ImageIO;

import io.github.vertebraj.report.AtomicFile;
import io.github.vertebraj.report.CsvFile;
import io.github.vertebraj.report.Provenance;
import io.github.vertebraj.report.ResultTable;
import io.github.vertebraj.report.Sidecar;

/**
 * The files that a command writes beside what it shows.
 *
 * @param provenance goes into the sidecar of a table
 * @param notes      what a reader of the table should know
 */
record ResultFiles(Provenance provenance, List<String> notes) {

	/**
	 * Refuses files that cannot be written before any work is done or anything is written.
	 *
	 * @param table  a {@code .csv}, if given
	 * @param figure a {@code .png}, if given
	 */
	static void check(final File table, final File figure) throws IOException {
		for (final Optional<Path> file : List.of(given(table, ".csv"), given(figure, ".png"))) {
			if (file.isEmpty()) continue;
			final Path folder = file.get().toAbsolutePath().getParent();
			if (!Files.isDirectory(folder)) throw new IOException("Cannot write " + file.get() + ": there is no folder " +
				folder + "; make it first");
			if (!Files.isWritable(folder)) throw new IOException("Cannot write " + file.get() + ": the folder " + folder +
				" is write-protected; choose another one");
			if (Files.isDirectory(file.get())) throw new IOException("Cannot write " + file.get() + ": it is a folder");
		}
	}

	/**
	 * Refuses files that cannot be written, or that would overwrite what is read or one another, before any work is done.
	 *
	 * @param sources what is read
	 * @param figure  a {@code .png}, if given
	 * @param tables  {@code .csv}, each if given
	 */
	static void checkApart(final List<File> sources, final File figure, final File... tables) throws IOException {
		final Set<Path> seen = new HashSet<>();
		sources.forEach(source -> given(source).ifPresent(path -> seen.add(path.toAbsolutePath().normalize())));
		for (final File output : tables) {
			check(output, figure);
			final Optional<Path> path = given(output);
			if (path.isPresent() && !seen.add(path.get().toAbsolutePath().normalize())) throw new IllegalArgumentException("'" +
				output + "' would be overwritten: give each result, and what is read, a file of its own");
		}
	}

	/** Writes a table and its sidecar, if the user gave a {@code .csv} for it. */
	void writeTable(final File output, final ResultTable table) throws IOException {
		final Optional<Path> file = given(output, ".csv");
		if (file.isEmpty()) return;
		CsvFile.write(file.get(), table);
		Sidecar.write(file.get(), provenance, table, notes);
	}

	/** Writes a figure, if the user gave a {@code .png} for it. */
	void writeFigure(final File output, final Supplier<BufferedImage> figure) throws IOException {
		final Optional<Path> file = given(output, ".png");
		if (file.isPresent()) AtomicFile.write(file.get(), out -> ImageIO.write(figure.get(), "png", out));
	}

	/** The path of an optional file parameter: a dialog's empty field is a file without a name. */
	static Optional<Path> given(final File file) {
		return file == null || file.getPath().isBlank() ? Optional.empty() : Optional.of(file.toPath());
	}

	/** The path of an optional file to be written, which must have that ending. */
	static Optional<Path> given(final File file, final String ending) {
		final Optional<Path> path = given(file);
		if (path.isPresent() && !path.get().toString().toLowerCase(Locale.ROOT).endsWith(ending))
			throw new IllegalArgumentException("The name of '" + file + "' must end in " + ending);
		return path;
	}
}
