package io.github.vertebraj.io.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import io.github.vertebraj.image.Geometry.Vector;

/**
 * A folder that fills with DICOM files for tests: oblique planes of 7 x 5 pixels of 1.5 x 2 mm, 4 mm apart. The value of
 * a pixel is {@code 100·value + x + 10·y}, so that one sees where each plane went.
 */
final class SeriesFolder {

	static final int COLUMNS = 7;
	static final int ROWS = 5;
	static final double SPACING = 4;
	static final Vector ROW = new Vector(0.8, 0.6, 0);
	static final Vector COLUMN = new Vector(-0.36, 0.48, 0.8);
	static final Vector FIRST = new Vector(-31, 17, 250);

	private final Path folder;
	private int files;

	SeriesFolder(final Path folder) {
		this.folder = folder;
	}

	Path path() {
		return folder;
	}

	/** Where a slice lies; slice 0 is nearest to the feet. */
	static Vector position(final double slice) {
		return FIRST.plus(ROW.cross(COLUMN).times(SPACING * slice));
	}

	/** A classic MR file of one slice, without anything about diffusion. */
	DataSetBuilder slice(final int slice, final int value) {
		files++;
		final Vector p = position(slice);
		return pixels(new DataSetBuilder().put(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.4") //
			.put(Tag.SOP_INSTANCE_UID, "1.2.3.9." + files).put(Tag.SERIES_INSTANCE_UID, "1.2.3.17") //
			.put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "OTHER").put(Tag.MODALITY, "MR").put(Tag.SERIES_NUMBER, 17) //
			.put(Tag.SERIES_DESCRIPTION, "Axial T2").put(Tag.INSTANCE_NUMBER, files).put(Tag.FRAME_OF_REFERENCE_UID, "1.2.3") //
			.put(Tag.SLICE_THICKNESS, 3.5).put(Tag.SPACING_BETWEEN_SLICES, SPACING).put(Tag.PIXEL_SPACING, 2, 1.5) //
			.put(Tag.IMAGE_POSITION, p.x(), p.y(), p.z()) //
			.put(Tag.IMAGE_ORIENTATION, ROW.x(), ROW.y(), ROW.z(), COLUMN.x(), COLUMN.y(), COLUMN.z()), COLUMNS, ROWS, value);
	}

	/** A diffusion slice with the standard's attributes; a trace image when there is no direction. */
	DataSetBuilder diffusion(final int slice, final int value, final double b, final double... direction) {
		return diffusion(slice(slice, value), b, direction);
	}

	private static DataSetBuilder diffusion(final DataSetBuilder file, final double b, final double... direction) {
		file.put(Tag.DIFFUSION_B_VALUE, b).put(Tag.DIFFUSION_DIRECTIONALITY, direction.length == 3 ? "DIRECTIONAL" : b == 0
			? "NONE" : "ISOTROPIC");
		return direction.length == 3 ? file.put(Tag.DIFFUSION_GRADIENT_ORIENTATION, direction) : file;
	}

	/** Gives a data set pixels of unsigned 16 bits; planes follow one another, of values one apart. */
	static DataSetBuilder pixels(final DataSetBuilder file, final int columns, final int rows, final int... values) {
		final ByteBuffer bytes = ByteBuffer.allocate(2 * columns * rows * values.length).order(ByteOrder.LITTLE_ENDIAN);
		for (final int value : values)
			for (int i = 0; i < columns * rows; i++)
				bytes.putShort((short) (100 * value + i % columns + 10 * (i / columns)));
		return file.put(Tag.SAMPLES_PER_PIXEL, 1).put(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2").put(Tag.ROWS, rows).put(
			Tag.COLUMNS, columns).put(Tag.BITS_ALLOCATED, 16).put(Tag.BITS_STORED, 16).put(Tag.HIGH_BIT, 15).put(
				Tag.PIXEL_REPRESENTATION, 0).put(Tag.PIXEL_DATA, VR.OW, bytes.array());
	}

	/** Writes a file; its name tells the order of writing. */
	Path add(final DataSetBuilder file) {
		return add(String.format("f%03d.dcm", files), file);
	}

	Path add(final String name, final DataSetBuilder file) {
		final Path path = folder.resolve(name);
		try {
			Files.createDirectories(path.getParent());
			try (OutputStream out = Files.newOutputStream(path)) {
				DicomWriter.write(out, file.build());
			}
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		return path;
	}

	/** Adds the slices 0, 1 and 2 of a volume, changed alike; values are 10·volume + slice. */
	void addVolume(final int volume, final Consumer<DataSetBuilder> change) {
		for (final int slice : new int[] { 1, 2, 0 }) {
			final DataSetBuilder file = slice(slice, 10 * volume + slice);
			change.accept(file);
			add(file);
		}
	}

	SeriesCatalogue scan() throws IOException {
		return SeriesCatalogue.scan(folder, progress -> {});
	}

	/** Reads everything in the folder as one image. */
	LoadedSeries read(final DiffusionVolumes volumes) throws IOException {
		return SeriesReader.read(scan().entries(), volumes, progress -> {});
	}

	LoadedSeries read() throws IOException {
		return read(DiffusionVolumes.ALL);
	}

	/** The labels of the frames of a component. */
	static List<String> labels(final LoadedSeries series, final int component) {
		return IntStream.range(0, series.image().size(3)).mapToObj(t -> series.image().label(0, t, component)
			.toString()).toList();
	}

	/** The real value of a voxel. */
	static double real(final LoadedSeries series, final long... position) {
		return series.image().scale().real(series.image().voxels().getAt(position).getRealDouble());
	}

	/** Gives files a b-value; a trace image when there is no direction. */
	static Consumer<DataSetBuilder> b(final double b, final double... direction) {
		return file -> diffusion(file, b, direction);
	}

	/** Moves files into another series. */
	static Consumer<DataSetBuilder> inSeries(final int number, final Consumer<DataSetBuilder> change) {
		return change.andThen(file -> file.put(Tag.SERIES_NUMBER, number).put(Tag.SERIES_INSTANCE_UID, "1.2.3." + number).put(
			Tag.SERIES_DESCRIPTION, "series " + number));
	}

	/** Reading everything in the folder as one image must fail with a message that has this part. */
	void assertRefused(final String part) {
		final String message = assertThrows(IOException.class, this::read).getMessage();
		assertTrue(message.contains(part), message);
	}

	/** The values of the first pixels, divided by 100: which file went where, frame by frame. */
	static void assertPlanes(final LoadedSeries series, final int... values) {
		final int slices = series.image().size(2);
		for (int i = 0; i < values.length; i++)
			assertEquals(100 * values[i], real(series, 0, 0, i % slices, i / slices, 0), "plane " + i);
		assertEquals(values.length, slices * series.image().size(3));
	}
}
