package io.github.vertebraj.io.dicom;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * A DICOM file whose header has been read. Pixels stay in the file; {@link PixelDecoder} fetches them frame by frame.
 * Elements behind the pixel data are not read. Immutable.
 */
public final class DicomFile {

	private final Path path;
	private final TransferSyntax syntax;
	private final DataSet dataSet;
	private final PixelLocation pixels;
	private final long dataSetOffset;

	private DicomFile(final Path path, final TransferSyntax syntax, final DicomParser parser, final long dataSetOffset)
		throws IOException
	{
		this.path = path;
		this.syntax = syntax;
		this.dataSet = parser.dataSet();
		this.pixels = parser.pixels();
		parser.release();
		this.dataSetOffset = dataSetOffset;
	}

	/**
	 * Reads the header and checks that the pixel data, if there are any, can be decoded and are as long as the header
	 * says.
	 *
	 * @throws IOException           if the file cannot be read, is not DICOM or is damaged; the message names it
	 * @throws CancellationException if the thread is interrupted
	 */
	public static DicomFile read(final Path path) throws IOException {
		final DicomFile file = readHeader(path);
		if (file.pixels != null) new PixelDecoder(file);
		return file;
	}

	/**
	 * Reads the header, 4 KB and then more as needed, and stops before the pixel data.
	 *
	 * @throws IOException           if the file cannot be read, is not DICOM or is damaged; the message names it
	 * @throws CancellationException if the thread is interrupted
	 */
	public static DicomFile readHeader(final Path path) throws IOException {
		try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
			return readHeader(path, channel);
		}
		catch (final NoSuchFileException e) {
			throw new IOException(path + " does not exist", e);
		}
		catch (final AccessDeniedException e) {
			throw new IOException(path + " may not be read; check its permissions", e);
		}
		catch (final IOException e) {
			throw Files.isDirectory(path) ? new IOException(path + " is a folder, but a DICOM file is expected", e) : e;
		}
	}

	private static DicomFile readHeader(final Path path, final FileChannel channel) throws IOException {
		final ByteSource source = ByteSource.of(channel);
		final Preamble preamble = Preamble.of(source);
		if (preamble == null) throw new IOException(path + " is not a DICOM file");
		try {
			final DicomParser meta = new DicomParser(source, preamble.metaOffset(), preamble.explicitMeta(source), false);
			final Optional<String> uid = meta.fileMeta().string(Tag.TRANSFER_SYNTAX_UID);
			final long start = meta.position();
			if (uid.isPresent() && TransferSyntax.of(uid.get()).deflated()) {
				channel.position(start);
				final DicomParser parser = new DicomParser(ByteSource.inflating(channel), 0, true, false);
				return new DicomFile(path, TransferSyntax.of(uid.get()), parser, start);
			}
			final TransferSyntax syntax = preamble.syntaxAt(source, start, uid.map(TransferSyntax::of));
			final DicomParser parser = new DicomParser(source, start, syntax.explicit(), syntax.bigEndian());
			return new DicomFile(path, syntax, parser, start);
		}
		catch (final ClosedByInterruptException e) {
			throw new CancellationException("Cancelled while reading " + path);
		}
		catch (final IOException e) {
			throw new IOException(path + " " + e.getMessage() + "; copy it again from the scanner or the archive", e);
		}
	}

	/**
	 * Whether the file begins as a DICOM file does: with {@code DICM} behind a preamble of 128 bytes, or without it with
	 * elements that follow one another sensibly.
	 */
	public static boolean isDicom(final Path path) throws IOException {
		if (!Files.isRegularFile(path)) return false;
		try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
			return Preamble.of(ByteSource.of(channel)) != null;
		}
	}

	public Path path() {
		return path;
	}

	public TransferSyntax syntax() {
		return syntax;
	}

	public DataSet dataSet() {
		return dataSet;
	}

	/** Whether the file has pixel data of any kind. */
	public boolean hasPixels() {
		return pixels != null;
	}

	Optional<PixelLocation> pixels() {
		return Optional.ofNullable(pixels);
	}

	/** Where the data set begins, behind the file meta information. */
	long dataSetOffset() {
		return dataSetOffset;
	}

	@Override
	public String toString() {
		return path + ", " + syntax.name();
	}
}
