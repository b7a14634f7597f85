package io.github.vertebraj.io.nifti;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thousands of damaged files: each is read, or refused by an IOException that names it. */
class NiftiFuzzTest {

	private static final int ROUNDS = 1500;

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(longs = { 1, 2 })
	void damagedFilesAreReadOrRefused(final long seed) throws IOException {
		final Random random = new Random(seed);
		final List<byte[]> seeds = List.of(file(1, ByteOrder.LITTLE_ENDIAN), file(2, ByteOrder.BIG_ENDIAN), NiftiBytes.gzip(
			file(1, ByteOrder.BIG_ENDIAN)));
		final Path file = folder.resolve("damaged.nii");
		int refused = 0;
		for (int round = 0; round < ROUNDS; round++) {
			final byte[] bytes = damage(seeds.get(round % seeds.size()), random);
			Files.write(file, bytes);
			try {
				NiftiFile.read(file);
			}
			catch (final IOException e) {
				refused++;
				assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
			}
			catch (final RuntimeException | OutOfMemoryError e) {
				fail("round " + round + " of seed " + seed, e);
			}
		}
		assertTrue(refused > ROUNDS / 10 && refused < ROUNDS, refused + " of " + ROUNDS + " refused");
	}

	private static byte[] file(final int version, final ByteOrder order) {
		return new NiftiBytes(version, order).qform(1, 0.1, 0.2, 0.3, 1, 2, 3).file(NiftiType.INT16, 0, 1, -2, 3, 4, 5, 6, 7,
			8, 9, 10, 11);
	}

	private static byte[] damage(final byte[] source, final Random random) {
		final byte[] bytes = random.nextInt(8) == 0 ? Arrays.copyOf(source, random.nextInt(source.length)) : source.clone();
		for (int i = random.nextInt(6); i >= 0 && bytes.length > 0; i--) {
			// mostly in the fields of size, type and scale
			final int at = random.nextInt(random.nextBoolean() ? bytes.length : Math.min(bytes.length, 180));
			bytes[at] = random.nextBoolean() ? (byte) random.nextInt() : (byte) (bytes[at] ^ 1 << random.nextInt(8));
		}
		return bytes;
	}
}
