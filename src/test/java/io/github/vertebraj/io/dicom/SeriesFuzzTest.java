package io.github.vertebraj.io.dicom;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with a few wrong bytes are read, or refused with a sentence that names something; nothing else happens. */
class SeriesFuzzTest {

	@TempDir
	Path temp;

	private void assertWithstands(final Path file, final int header, final long seed) throws IOException {
		final byte[] whole = Files.readAllBytes(file);
		final Random random = new Random(seed);
		int read = 0;
		for (int run = 0; run < 700; run++) {
			final byte[] broken = whole.clone();
			for (int i = 0; i <= random.nextInt(3); i++)
				broken[132 + random.nextInt(header - 132)] = (byte) (random.nextBoolean() ? random.nextInt() : '0' + random.nextInt(
					10));
			Files.write(file, broken);
			try {
				final List<SeriesEntry> entries = SeriesCatalogue.scan(temp, progress -> {}).entries();
				entries.forEach(SeriesEntry::summary);
				SeriesReader.read(entries, DiffusionVolumes.ALL, progress -> {});
				read++;
			}
			catch (final IOException e) {
				assertTrue(e.getMessage().length() > 20, e.getMessage());
			}
		}
		assertTrue(read > 50, "read " + read);
	}

	@Test
	void classic() throws IOException {
		final SeriesFolder folder = new SeriesFolder(temp);
		folder.add(folder.diffusion(0, 0, 0));
		folder.add(folder.diffusion(1, 0, 0));
		final Path file = folder.add(folder.diffusion(2, 0, 0, 1, 0, 0).put(Tag.RESCALE_SLOPE, 2).put(Tag.RESCALE_INTERCEPT,
			0));
		assertWithstands(file, (int) Files.size(file) - 2 * 7 * 5, 1);
	}

	@Test
	void enhanced() throws IOException {
		final SeriesFolder folder = new SeriesFolder(temp);
		final Path file = folder.add("enhanced.dcm", EnhancedSeriesTest.file(EnhancedSeriesTest.shared(), EnhancedSeriesTest
			.frame(0, 0, 1), EnhancedSeriesTest.frame(1, 0, 1), EnhancedSeriesTest.frame(0, 500, 1), EnhancedSeriesTest.frame(1,
				500, 1)));
		assertWithstands(file, (int) Files.size(file) - 4 * 2 * 7 * 5, 2);
	}

	@Test
	void mosaic() throws IOException {
		final SeriesFolder folder = new SeriesFolder(temp);
		final Path file = folder.add("mosaic.dcm", MosaicTest.siemens(folder, 1, 1));
		assertWithstands(file, (int) Files.size(file) - 9 * 2 * 7 * 5, 3);
	}
}
