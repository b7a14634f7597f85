package io.github.vertebraj.io.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.ValueScale;
import net.imglib2.img.array.ArrayImgs;

/** A small oblique, anisotropic image, written and read again. */
class MrSeriesWriterTest {

	private static final int[] SIZE = { 7, 5, 3, 2 };
	private static final double ANGLE = 0.3;
	private static final Vector ROW = new Vector(Math.cos(ANGLE), 0, -Math.sin(ANGLE));
	private static final Vector COLUMN = new Vector(0, 1, 0);
	private static final Vector NORMAL = ROW.cross(COLUMN);
	private static final Geometry OBLIQUE = new Geometry(ROW.times(1.25), COLUMN.times(1.5), NORMAL.times(4.4),
		new Vector(-33.125, 12, 7.5), Optional.of("2.25.99"));

	@TempDir
	private Path folder;

	private static CalibratedImage image(final double[] values, final Optional<Geometry> geometry) {
		final List<PlaneLabel> labels = new ArrayList<>();
		for (int t = 0; t < SIZE[3]; t++)
			for (int z = 0; z < SIZE[2]; z++)
				labels.add(PlaneLabel.empty().with(PlaneLabel.B, 500 * t).with(PlaneLabel.TE, 62.5));
		return new CalibratedImage("Lendenwirbelsäule", ArrayImgs.doubles(values, SIZE[0], SIZE[1], SIZE[2], SIZE[3], 1),
			new ValueScale(0.5, -3, ""), geometry, labels, Map.of());
	}

	private static double[] values(final int offset) {
		final double[] values = new double[SIZE[0] * SIZE[1] * SIZE[2] * SIZE[3]];
		for (int i = 0; i < values.length; i++)
			values[i] = 311 * i + offset;
		return values;
	}

	private static Map<String, ByteArrayOutputStream> write(final CalibratedImage image, final String seed)
		throws IOException
	{
		final Map<String, ByteArrayOutputStream> files = new LinkedHashMap<>();
		final DataSet attributes = new DataSetBuilder().put(Tag.MAGNETIC_FIELD_STRENGTH, 3).put(Tag.SERIES_NUMBER, "7")
			.build();
		new MrSeriesWriter(seed, attributes).write(image, name -> files.computeIfAbsent(name,
			key -> new ByteArrayOutputStream()));
		return files;
	}

	private List<DicomFile> read(final Map<String, ByteArrayOutputStream> files) throws IOException {
		final List<DicomFile> read = new ArrayList<>();
		for (final Map.Entry<String, ByteArrayOutputStream> file : files.entrySet())
			read.add(DicomFile.read(Files.write(folder.resolve(file.getKey()), file.getValue().toByteArray())));
		return read;
	}

	@Test
	void everyPlaneIsAFileOfItsOwn() throws IOException {
		for (final int offset : new int[] { 0, -32768 }) {
			final List<DicomFile> files = read(write(image(values(offset), Optional.of(OBLIQUE)), "seed"));
			assertEquals(6, files.size());
			for (int i = 0; i < 6; i++) {
				final PixelDecoder decoder = new PixelDecoder(files.get(i));
				assertEquals(offset < 0 ? SampleType.INT16 : SampleType.UINT16, decoder.format().type());
				final long[] pixels = SyntheticImage.numbers(decoder.decode(0), offset < 0);
				assertEquals(35, pixels.length);
				for (int k = 0; k < 35; k++)
					assertEquals(311 * (35 * i + k) + offset, pixels[k]);
			}
		}
	}

	@Test
	void headersSayWhatThePlanesAre() throws IOException {
		final List<DicomFile> files = read(write(image(values(0), Optional.of(OBLIQUE)), "seed"));
		for (int i = 0; i < 6; i++) {
			final DataSet data = files.get(i).dataSet();
			assertEquals(OptionalDouble.of(500 * (i / 3)), data.number(Tag.DIFFUSION_B_VALUE));
			assertEquals(OptionalDouble.of(62.5), data.number(Tag.ECHO_TIME));
			assertEquals(OptionalDouble.of(3), data.number(Tag.MAGNETIC_FIELD_STRENGTH));
			assertEquals(OptionalDouble.of(7), data.number(Tag.SERIES_NUMBER));
			assertEquals(OptionalDouble.of(0.5), data.number(Tag.RESCALE_SLOPE));
			assertEquals(OptionalDouble.of(-3), data.number(Tag.RESCALE_INTERCEPT));
			assertEquals(Optional.of("Lendenwirbelsäule"), data.string(Tag.SERIES_DESCRIPTION));
			assertEquals(Optional.of("2.25.99"), data.string(Tag.FRAME_OF_REFERENCE_UID));
			assertArrayEquals(new double[] { 1.5, 1.25 }, data.numbers(Tag.PIXEL_SPACING));
			assertEquals(4.4, data.number(Tag.SPACING_BETWEEN_SLICES).orElseThrow(), 1e-12);
			final Vector place = OBLIQUE.toPatient(0, 0, i % 3);
			assertArrayEquals(new double[] { place.x(), place.y(), place.z() }, data.numbers(Tag.IMAGE_POSITION), 1e-10);
			assertArrayEquals(new double[] { ROW.x(), ROW.y(), ROW.z(), 0, 1, 0 }, data.numbers(Tag.IMAGE_ORIENTATION),
				1e-13);
		}
	}

	@Test
	void identifiersDependOnTheSeedAlone() throws IOException {
		final CalibratedImage image = image(values(0), Optional.of(OBLIQUE));
		final Map<String, ByteArrayOutputStream> first = write(image, "seed");
		final Map<String, ByteArrayOutputStream> second = write(image, "seed");
		first.forEach((name, file) -> assertArrayEquals(file.toByteArray(), second.get(name).toByteArray()));
		final List<DicomFile> files = read(first);
		final Set<String> images = new HashSet<>();
		files.forEach(file -> images.add(file.dataSet().string(Tag.SOP_INSTANCE_UID).orElseThrow()));
		assertEquals(6, images.size());
		assertTrue(images.stream().allMatch(uid -> uid.matches("2\\.25\\.[1-9][0-9]{0,38}")));
		assertNotEquals(files.get(0).dataSet().string(Tag.SERIES_INSTANCE_UID), read(write(image, "other")).get(0).dataSet()
			.string(Tag.SERIES_INSTANCE_UID));
	}

	@Test
	void refusesWhatAnMrImageCannotHold() {
		final double[] fraction = values(0);
		fraction[8] = 0.25;
		final double[] nan = values(0);
		nan[8] = Double.NaN;
		final double[] large = values(0);
		large[8] = 65536;
		final double[] wide = values(0);
		wide[8] = -1;
		assertRefused(image(fraction, Optional.of(OBLIQUE)), "0.25");
		assertRefused(image(nan, Optional.of(OBLIQUE)), "NaN");
		assertRefused(image(large, Optional.of(OBLIQUE)), "65536");
		assertRefused(image(wide, Optional.of(OBLIQUE)), "-1.0 to 64999");
		assertRefused(image(values(0), Optional.empty()), "spacing");
		assertRefused(image(values(0), Optional.of(new Geometry(ROW, ROW.plus(COLUMN), NORMAL, new Vector(0, 0, 0), Optional
			.empty()))), "right angles");
	}

	private static void assertRefused(final CalibratedImage image, final String message) {
		final String actual = assertThrows(IllegalArgumentException.class, () -> write(image, "seed")).getMessage();
		assertTrue(actual.contains(message), actual);
	}
}
