package io.github.vertebraj.io.nifti;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.github.vertebraj.image.PlaneLabel;

/**
 * The b-values of a diffusion series in NIfTI, from the {@code .bval} file beside it (FSL's format: one number for each
 * frame), and from the {@code .bvec} file, if there is one, whether a frame is a direction or a trace image (which has
 * a vector of zeros).
 */
final class GradientTable {

	private final double[] b;
	private final Optional<double[][]> vectors;

	private GradientTable(final double[] b, final Optional<double[][]> vectors) {
		this.b = b;
		this.vectors = vectors;
	}

	/**
	 * @param image  the NIfTI file
	 * @param stem   its path without endings
	 * @param frames how many b-values there have to be
	 * @return empty when there is no {@code .bval} file
	 */
	static Optional<GradientTable> beside(final Path image, final String stem, final int frames) throws IOException {
		final Path bval = image.resolveSibling(stem + ".bval");
		if (!Files.isRegularFile(bval)) return Optional.empty();
		final double[] b = rows(bval).stream().flatMapToDouble(Arrays::stream).toArray();
		if (b.length != frames) throw new IOException(bval + " lists " + b.length + " b-values, but " + image.getFileName() +
			" has " + frames + " frames: put the .bval file beside it that was made with it");
		for (final double value : b)
			if (!(value >= 0 && value < 1e6)) throw new IOException(bval + " holds the b-value " + value +
				", but b-values are 0 or more (s/mm²)");
		final Path bvec = image.resolveSibling(stem + ".bvec");
		return Optional.of(new GradientTable(b, Files.isRegularFile(bvec) ? Optional.of(vectors(bvec, frames)) : Optional
			.empty()));
	}

	private static double[][] vectors(final Path bvec, final int frames) throws IOException {
		final double[][] rows = rows(bvec).toArray(double[][]::new);
		if (rows.length != 3 || Arrays.stream(rows).anyMatch(row -> row.length != frames)) throw new IOException(bvec +
			" must hold three rows of " + frames + " numbers, one column for each frame");
		return rows;
	}

	private static List<double[]> rows(final Path file) throws IOException {
		final List<double[]> rows = new ArrayList<>();
		final String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
		for (final String line : text.split("\\R")) {
			if (line.isBlank()) continue;
			try {
				rows.add(Arrays.stream(line.strip().split("[\\s,]+")).mapToDouble(Double::parseDouble).toArray());
			}
			catch (final NumberFormatException e) {
				throw new IOException(file + " must hold numbers alone, but has a line '" + line.strip() + "'", e);
			}
		}
		return rows;
	}

	/** What the planes of a frame show. */
	PlaneLabel label(final int frame) {
		final PlaneLabel label = PlaneLabel.empty().with(PlaneLabel.B, b[frame]);
		if (vectors.isEmpty() || b[frame] == 0) return label;
		final boolean direction = Arrays.stream(vectors.get()).anyMatch(row -> row[frame] != 0);
		return label.with(PlaneLabel.DIFFUSION, direction ? "directions" : "trace");
	}
}
