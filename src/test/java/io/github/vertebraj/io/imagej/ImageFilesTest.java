package io.github.vertebraj.io.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.io.nifti.NiftiWriter;

class ImageFilesTest {

	@TempDir
	Path folder;

	private Path tiff(final CalibratedImage image) {
		final Path file = folder.resolve("image.tif");
		IJ.saveAsTiff(ImagePlusBridge.toImagePlus(image), file.toString());
		return file;
	}

	@Test
	void opensNiftiByContent() throws IOException {
		final CalibratedImage image = TestImages.dwi();
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		NiftiWriter.write(out, image);
		final Path file = Files.write(folder.resolve("scan"), out.toByteArray());
		assertArrayEquals(ImagePlusBridgeTest.real(image), ImagePlusBridgeTest.real(ImageFiles.open(file)));
		assertEquals(42, ImageFiles.openImagePlus(file).getStackSize());
	}

	@Test
	void opensTiffWithAllThatItHolds() throws IOException {
		final CalibratedImage image = TestImages.dwi();
		final ImagePlus imp = ImagePlusBridge.toImagePlus(image);
		imp.setOverlay(new Overlay(new Roi(1, 2, 3, 4)));
		final Path file = folder.resolve("image.tif");
		IJ.saveAsTiff(imp, file.toString());
		final CalibratedImage back = ImageFiles.open(file);
		assertArrayEquals(ImagePlusBridgeTest.real(image), ImagePlusBridgeTest.real(back));
		assertEquals(image.labels(), back.labels());
		assertEquals(image.geometry(), back.geometry());
		assertEquals(image.tags(), back.tags());
		assertEquals("HU", back.scale().unit());
		assertEquals(1, ImageFiles.openImagePlus(file).getOverlay().size());
	}

	private Path tiffOfJava(final int type, final int value, final String compression) throws IOException {
		final BufferedImage picture = new BufferedImage(40, 30, type);
		picture.getRaster().setSample(31, 20, 0, value);
		final Path file = folder.resolve("java.tif");
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
		final ImageWriteParam param = writer.getDefaultWriteParam();
		if (!compression.equals("none")) {
			param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			param.setCompressionType(compression);
		}
		try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
			writer.setOutput(out);
			writer.write(null, new IIOImage(picture, null, null), param);
		}
		return file;
	}

	@ParameterizedTest
	@CsvSource({ "10, 77, LZW", "11, 7700, ZLib", "10, 77, PackBits", "12, 1, none", "11, 7700, none" })
	void opensTiffOfOthers(final int type, final int value, final String compression) throws IOException {
		final double[] real = ImagePlusBridgeTest.real(ImageFiles.open(tiffOfJava(type, value, compression)));
		assertEquals(1200, real.length);
		for (int i = 0; i < real.length; i++)
			assertEquals(i == 20 * 40 + 31 ? type == BufferedImage.TYPE_BYTE_BINARY ? 255 : value : 0, real[i]);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Deflate", "LZW", "CCITT T.6" })
	void refusesWhatImageJMisreads(final String compression) throws IOException {
		assertRefused("cannot be read", tiffOfJava(BufferedImage.TYPE_BYTE_BINARY, 1, compression));
	}

	@ParameterizedTest
	@CsvSource({ "png, 10, 1", "png, 11, 257", "bmp, 10, 1" })
	void opensGreyPictures(final String format, final int type, final int factor) throws IOException {
		final BufferedImage picture = new BufferedImage(5, 3, type);
		picture.getRaster().setSample(2, 1, 0, 77 * factor);
		final Path file = folder.resolve("picture." + format);
		ImageIO.write(picture, format, file.toFile());
		assertEquals(77 * factor, ImageFiles.open(file).voxels().getAt(2, 1, 0, 0, 0).getRealDouble());
	}

	@Test
	void refusesColours() throws IOException {
		final Path file = folder.resolve("picture.png");
		ImageIO.write(new BufferedImage(5, 3, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
		final String message = assertThrows(IllegalArgumentException.class, () -> ImageFiles.open(file)).getMessage();
		assertTrue(message.contains("'picture.png' is a colour"), message);
	}

	private static void assertRefused(final String reason, final Path file) {
		final ByteArrayOutputStream printed = new ByteArrayOutputStream();
		final PrintStream out = System.out;
		System.setOut(new PrintStream(printed));
		try {
			final String message = assertThrows(IOException.class, () -> ImageFiles.open(file)).getMessage();
			assertTrue(message.contains(reason) && message.contains(file.toString()), message);
			assertEquals("", printed.toString()); // where ImageJ would show a dialog
		}
		finally {
			System.setOut(out);
		}
	}

	@Test
	void saysWhyItCannot() throws IOException {
		assertRefused("There is no file", folder.resolve("missing.tif"));
		assertRefused("is a folder", folder);
		assertRefused("without Bio-Formats", Files.writeString(folder.resolve("text.txt"), "hello"));
		assertRefused("without Bio-Formats", Files.write(folder.resolve("empty.tif"), new byte[0]));
		assertRefused("cut.png cannot be read", Files.write(folder.resolve("cut.png"), new byte[] { (byte) 0x89, 'P', 'N',
			'G', 13, 10, 26, 10 }));
	}

	@ParameterizedTest
	@ValueSource(ints = { 3000, 400, 40, 5 })
	void refusesTruncatedTiff(final int length) throws IOException {
		final Path file = tiff(TestImages.dwi());
		Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
		assertRefused("cannot be read: ", file);
		final Path single = tiff(TestImages.image(Optional.empty(), ValueScale.IDENTITY, 60, 50, 1, 1, 1));
		Files.write(single, Arrays.copyOf(Files.readAllBytes(single), length));
		assertRefused("cannot be read: ", single);
	}

	/** Each damaged TIFF file is read, or refused by an exception that names it, and nothing is printed. */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2 })
	void damagedTiffIsReadOrRefused(final long seed) throws IOException {
		final Random random = new Random(seed);
		final byte[] stack = Files.readAllBytes(tiff(TestImages.image(Optional.of(TestImages.OBLIQUE), TestImages.SCALE, 9,
			8, 3, 2, 1)));
		final byte[] single = Files.readAllBytes(tiff(TestImages.bytes(9, 8, 1, 1, 1)));
		final Path file = folder.resolve("damaged.tif");
		int refused = 0;
		final PrintStream out = System.out;
		final ByteArrayOutputStream printed = new ByteArrayOutputStream();
		System.setOut(new PrintStream(printed));
		for (int round = 0; round < 1000; round++) {
			final byte[] bytes = (round % 2 == 0 ? stack : single).clone();
			for (int i = 0; i <= random.nextInt(4); i++) {
				final int at = 4 + random.nextInt(random.nextBoolean() ? bytes.length - 4 : 250);
				bytes[at] = random.nextBoolean() ? (byte) random.nextInt() : (byte) (bytes[at] ^ 1 << random.nextInt(8));
			}
			Files.write(file, bytes);
			try {
				ImageFiles.open(file);
			}
			catch (final IOException e) {
				refused++;
				assertTrue(e.getMessage().contains(file.toString()), e.toString());
			}
			catch (final IllegalArgumentException e) { // it has become a colour image
				assertTrue(e.getMessage().contains("damaged.tif"), e.toString());
			}
			catch (final RuntimeException | OutOfMemoryError e) {
				fail("round " + round + " of seed " + seed, e);
			}
		}
		System.setOut(out);
		assertEquals("", printed.toString());
		assertTrue(refused > 50, refused + " refused");
	}
}
