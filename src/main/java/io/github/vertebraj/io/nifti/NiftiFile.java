package io.github.vertebraj.io.nifti;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.PlaneLabel;

/**
 * Reads NIfTI-1 and NIfTI-2 images (nifti.nimh.nih.gov): one file ({@code .nii}), two ({@code .hdr} and {@code .img}),
 * plain or compressed by gzip, of either byte order. The fourth axis becomes frames, the fifth components; the scale
 * ({@code scl_slope}, {@code scl_inter}) is applied, lengths are in mm, and the b-values of a {@code .bval} file beside
 * it become plane labels.
 */
public final class NiftiFile {

	/** Frame of reference of scanner coordinates (code 1), the patient coordinates of the DICOM files behind it. */
	public static final String SCANNER = "NIfTI scanner";

	/** Frame of reference of coordinates aligned to something that the file doesn't name (code 2). */
	public static final String ALIGNED = "NIfTI aligned";

	/** No byte of a gzip file stands for more than this many (RFC 1951 gives 1032). */
	private static final long DEFLATE_LIMIT = 1100;

	private NiftiFile() {}

	/** Whether the file is NIfTI, by its name ({@code .nii}, {@code .nii.gz}) or its content. */
	public static boolean isNifti(final Path file) throws IOException {
		if (!Files.isRegularFile(file)) return false;
		final String name = name(file);
		if (name.endsWith(".nii") || name.endsWith(".nii.gz")) return true;
		final Path header = header(file);
		if (!Files.isRegularFile(header)) return false;
		try (InputStream in = open(header)) {
			return NiftiHeader.isMagic(in.readNBytes(540));
		}
		catch (final EOFException | ZipException e) {
			return false; // looks like gzip, and isn't
		}
	}

	/**
	 * Reads an image.
	 *
	 * @param file {@code .nii}, {@code .hdr} or {@code .img}, possibly with {@code .gz}
	 * @return axes x, y, z, t, c in the order of the file; tags say which of NIfTI's transforms was used and whether the
	 *         unit of length had to be taken as mm
	 * @throws IOException naming the file and what is wrong with it, before memory is taken for what isn't there
	 */
	public static CalibratedImage read(final Path file) throws IOException {
		final Content content;
		try {
			content = content(file);
		}
		catch (final NoSuchFileException e) {
			throw new IOException("There is no file " + e.getFile(), e);
		}
		catch (final EOFException e) {
			throw new IOException(file + " cannot be read as NIfTI: it is truncated, copy or export it again", e);
		}
		catch (final IOException e) {
			throw new IOException(file + " cannot be read as NIfTI: " + e.getMessage(), e);
		}
		return new CalibratedImage(stem(file), content.voxels.voxels(), content.voxels.scale(), Optional.of(
			content.geometry.geometry()), labels(file, content.header), tags(content.header, content.geometry));
	}

	private record Content(NiftiHeader header, NiftiGeometry geometry, NiftiVoxels voxels) {}

	private static Content content(final Path file) throws IOException {
		final Path first = header(file);
		final NiftiHeader header;
		try (InputStream in = open(first)) {
			header = NiftiHeader.read(in);
		}
		final NiftiGeometry geometry = NiftiGeometry.of(header);
		final Path second = header.singleFile() ? first : voxels(first);
		checkSize(second, header);
		try (InputStream in = open(second)) {
			in.skipNBytes(header.offset());
			final NiftiVoxels voxels = NiftiVoxels.read(in, header);
			in.read(); // at the end, gzip checks its sum
			return new Content(header, geometry, voxels);
		}
	}

	private static void checkSize(final Path file, final NiftiHeader header) throws IOException {
		final long length = Files.size(file);
		final long needed = header.offset() + header.voxelBytes();
		final long most = isGzip(file) ? length * DEFLATE_LIMIT : length;
		if (needed > most) throw new IOException("its header promises " + needed + " bytes, but the file has " +
			length + " bytes" + (isGzip(file) ? " (compressed)" : "") + ": it is truncated, copy or export it again");
	}

	private static List<PlaneLabel> labels(final Path file, final NiftiHeader header) throws IOException {
		final int frames = Math.toIntExact(header.size()[3]);
		final int planesPerFrame = header.planes() / frames;
		final Optional<GradientTable> table = GradientTable.beside(file, stem(file), frames);
		return IntStream.range(0, frames).boxed().flatMap(t -> Stream.generate(() -> table.map(b -> b.label(t)).orElse(
			PlaneLabel.empty())).limit(planesPerFrame)).toList();
	}

	private static Map<String, String> tags(final NiftiHeader header, final NiftiGeometry geometry) {
		final Map<String, String> tags = new LinkedHashMap<>();
		if (!header.description().isEmpty()) tags.put("NIfTI description", header.description());
		tags.put("NIfTI transform", geometry.transform());
		if (header.lengthUnit() < 1 || header.lengthUnit() > 3) tags.put("NIfTI unit of length", "not given, taken as mm");
		return tags;
	}

	private static InputStream open(final Path file) throws IOException {
		final InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
		try {
			return isGzip(file) ? new GZIPInputStream(in, 1 << 16) : in;
		}
		catch (final IOException e) {
			in.close();
			throw e;
		}
	}

	private static boolean isGzip(final Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return in.read() == 0x1f && in.read() == 0x8b;
		}
	}

	/** The file that holds the header. */
	private static Path header(final Path file) {
		return sibling(file, ".img", ".hdr");
	}

	/** The file that holds the voxels of a header file. */
	private static Path voxels(final Path header) {
		return sibling(header, ".hdr", ".img");
	}

	private static Path sibling(final Path file, final String from, final String to) {
		final String name = file.getFileName().toString();
		final int dot = name(file).endsWith(".gz") ? name(file).lastIndexOf('.', name.length() - 4) : name.lastIndexOf('.');
		if (dot < 0 || !name(file).startsWith(from, dot)) return file;
		return file.resolveSibling(name.substring(0, dot) + to + name.substring(dot + from.length()));
	}

	private static String name(final Path file) {
		return file.getFileName().toString().toLowerCase(Locale.ROOT);
	}

	private static String stem(final Path file) {
		return file.getFileName().toString().replaceFirst("(?i)\\.(nii|hdr|img)?(\\.gz)?$", "");
	}
}
