package io.github.vertebraj.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

	@TempDir
	Path folder;

	private Path file;

	@BeforeEach
	void nameAFile() {
		file = folder.resolve("result.csv");
	}

	@Test
	void writesANewFile() throws IOException {
		AtomicFile.write(file, out -> out.write(bytes("new")));
		assertOnlyFileIs("new");
	}

	@Test
	void replacesAnOldFile() throws IOException {
		Files.writeString(file, "a longer old content");
		AtomicFile.write(file, out -> out.write(bytes("new")));
		assertOnlyFileIs("new");
	}

	@Test
	void leavesTheOldFileWholeWhenWritingFails() throws IOException {
		Files.writeString(file, "old");
		final IOException e = assertThrows(IOException.class, () -> AtomicFile.write(file, out -> {
			out.write(new byte[100_000]);
			throw new IOException("the cable was pulled");
		}));
		assertEquals("Cannot write " + file + ": the cable was pulled", e.getMessage());
		assertOnlyFileIs("old");
	}

	@Test
	void leavesTheOldFileWholeWhenTheProgramFails() throws IOException {
		Files.writeString(file, "old");
		assertThrows(IllegalStateException.class, () -> AtomicFile.write(file, out -> {
			out.write(new byte[100_000]);
			throw new IllegalStateException("a bug");
		}));
		assertOnlyFileIs("old");
	}

	@Test
	void keepsTheOldFileWhileItWrites() throws IOException {
		Files.writeString(file, "old");
		AtomicFile.write(file, out -> {
			out.write(bytes("new"));
			out.flush();
			assertEquals("old", Files.readString(file));
		});
		assertOnlyFileIs("new");
	}

	@Test
	void refusesAFolder() {
		assertRefused(folder, "it is a folder");
	}

	@Test
	void refusesAMissingFolder() {
		assertRefused(folder.resolve("missing").resolve("a.csv"), "there is no folder");
	}

	@Test
	void acceptsANameWithoutAFolder() {
		final Path here = Path.of("target-of-no-one").resolve("a.csv");
		assertRefused(here, "there is no folder");
	}

	@Test
	void followsALink() throws IOException {
		final Path other = Files.createDirectory(folder.resolve("elsewhere")).resolve("real.csv");
		Files.writeString(other, "old");
		Files.createSymbolicLink(file, other);
		AtomicFile.write(file, out -> out.write(bytes("new")));
		assertTrue(Files.isSymbolicLink(file));
		assertEquals("new", Files.readString(other));
	}

	@Test
	void othersMayReadTheFileAsAnyOther() throws IOException {
		assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
		final Path ordinary = Files.writeString(folder.resolve("ordinary"), "");
		AtomicFile.write(file, out -> {});
		final List<PosixFilePermission> expected = List.copyOf(Files.getPosixFilePermissions(ordinary));
		assertEquals(expected, List.copyOf(Files.getPosixFilePermissions(file)));
	}

	private static void assertRefused(final Path file, final String reason) {
		final String message = assertThrows(IOException.class, () -> AtomicFile.write(file, out -> {})).getMessage();
		assertTrue(message.startsWith("Cannot write " + file + ": " + reason), message);
	}

	private void assertOnlyFileIs(final String content) throws IOException {
		assertEquals(content, Files.readString(file));
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(List.of(file), files.toList());
		}
	}

	private static byte[] bytes(final String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}
}
