package io.github.vertebraj.io.dicom;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.sun.management.ThreadMXBean;

/**
 * Damages valid files in many ways, always the same: whatever comes out must be read, or refused in a sentence that
 * names the file, within memory that the file's size justifies.
 */
class DicomFuzzTest {

	private static final int MUTANTS = 400;
	private static final int FRAMES = 3;
	/** Some frames, their compressed form, a header in objects: these files have a few KB. */
	private static final long MEMORY = 4 << 20;

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	@TempDir
	private Path folder;

	private record Original(String name, byte[] bytes) {

		@Override
		public String toString() {
			return name;
		}
	}

	static Stream<Original> originals() throws Exception {
		final List<Original> originals = new ArrayList<>();
		for (final TransferSyntax syntax : new TransferSyntax[] { TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
			TransferSyntax.IMPLICIT_LITTLE_ENDIAN, TransferSyntax.EXPLICIT_BIG_ENDIAN, TransferSyntax.DEFLATED })
			for (final boolean undefined : new boolean[] { false, true })
				originals.add(new Original(syntax.name() + (undefined ? ", delimited" : ""), new SyntaxWriter(syntax, undefined,
					true).file(dataSet())));
		originals.add(new Original("without preamble", new SyntaxWriter(TransferSyntax.IMPLICIT_LITTLE_ENDIAN, true, false)
			.file(dataSet())));
		for (final String name : new String[] { "u12x3-rle", "u32-rle", "u12x3-lossless", "u12-lossless7", "u12-extended",
			"u8-restarts", "u12x3-j2k", "u16-j2klossy" })
			originals.add(new Original(name, Files.readAllBytes(Path.of(DicomFuzzTest.class.getResource("/dicom/" + name +
				".dcm").toURI()))));
		return originals.stream();
	}

	/** An image of some frames, with nested and private sequences. */
	private static DataSet dataSet() {
		final DataSet inner = new DataSetBuilder().put(Tag.DIFFUSION_B_VALUE, 800).put(Tag.IMAGE_POSITION, 1, 2, 3).build();
		final DataSet frame = new DataSetBuilder().put(Tag.MR_DIFFUSION_SEQUENCE, inner, inner).put(Tag.of(0x0019, 0x0010),
			VR.LO, "SIEMENS MR HEADER").put(Tag.of(0x0019, 0x100C), VR.IS, "800").put(Tag.of(0x0019, 0x1020), inner).build();
		return new DataSetBuilder().putAll(SyntheticImage.of("s12x3").dataSet()) //
			.put(Tag.of(0x0010, 0x0010), VR.PN, "A^B").put(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 100") //
			.put(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, frame, frame, frame).build();
	}

	@ParameterizedTest
	@MethodSource("originals")
	void damagedFilesAreReadOrRefused(final Original original) throws IOException {
		final Random random = new Random(20240229);
		// What classes allocate when they are first used does not count.
		read(Files.write(folder.resolve("original"), original.bytes));
		for (int i = 0; i < MUTANTS; i++) {
			final Path path = Files.write(folder.resolve("mutant" + i), mutant(original.bytes, random));
			final long before = THREADS.getCurrentThreadAllocatedBytes();
			try {
				read(path);
			}
			catch (final IOException e) {
				assertNotNull(e.getMessage());
				assertTrue(e.getMessage().contains(path.toString()) && !e.getMessage().contains("null"), e.getMessage());
			}
			catch (final RuntimeException | Error e) {
				fail("Mutant " + i + " of " + original + " must be refused cleanly", e);
			}
			final long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
			assertTrue(allocated < MEMORY, "Mutant " + i + " of " + original + " took " + allocated + " bytes");
			Files.delete(path);
		}
	}

	private static void read(final Path path) throws IOException {
		DicomFile.isDicom(path);
		final DicomFile file = DicomFile.read(path);
		visit(file.dataSet());
		if (!file.hasPixels()) return;
		final PixelDecoder decoder = new PixelDecoder(file);
		for (int i = 0; i < Math.min(FRAMES, decoder.format().frames()); i++)
			assertNotNull(decoder.decode(i));
	}

	private static void visit(final DataSet data) {
		data.privateTag("SIEMENS MR HEADER", 0x0019, 0x0C);
		for (final int tag : data.tags()) {
			assertNotNull(data.strings(tag));
			assertNotNull(data.numbers(tag));
			assertNotNull(data.string(tag));
			assertNotNull(data.integer(tag));
			assertNotNull(data.bytes(tag));
			data.items(tag).forEach(DicomFuzzTest::visit);
		}
	}

	private static byte[] mutant(final byte[] original, final Random random) {
		byte[] bytes = original.clone();
		for (int n = 1 + random.nextInt(4); n > 0 && bytes.length > 8; n--)
			bytes = mutated(bytes, random);
		return bytes;
	}

	private static byte[] mutated(final byte[] bytes, final Random random) {
		final int at = random.nextInt(bytes.length - 7);
		final int length = 1 + random.nextInt(Math.min(64, bytes.length - at));
		return switch (random.nextInt(7)) {
			case 0 -> filled(bytes, at, 1, bytes[at] ^ 1 << random.nextInt(8));
			case 1 -> filled(bytes, at, 1, random.nextInt());
			case 2 -> filled(bytes, at, 2 + 2 * random.nextInt(2), random.nextBoolean() ? 0xFF : 0);
			case 3 -> filled(bytes, at, 4, 0x7F);
			case 4 -> Arrays.copyOf(bytes, at);
			case 5 -> joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + length, bytes.length));
			default -> joined(Arrays.copyOf(bytes, at + length), Arrays.copyOfRange(bytes, at, bytes.length));
		};
	}

	private static byte[] filled(final byte[] bytes, final int at, final int length, final int value) {
		Arrays.fill(bytes, at, at + length, (byte) value);
		return bytes;
	}

	private static byte[] joined(final byte[] first, final byte[] second) {
		final byte[] joined = Arrays.copyOf(first, first.length + second.length);
		System.arraycopy(second, 0, joined, first.length, second.length);
		return joined;
	}
}
