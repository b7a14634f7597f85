package io.github.vertebraj;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;

/**
 * Real scanner files, which are not part of the project: they lie in {@code ../shared/data}, or where the environment
 * variable {@code VERTEBRAJ_SHARED_DATA} says. Tests that need them are skipped, visibly, where they are missing.
 */
public final class SharedData {

	private static final Path BESIDE = Path.of("..", "shared", "data");

	private SharedData() {}

	/** The file or folder of that name, or the end of the test as skipped. */
	public static Path path(final String name) {
		final String elsewhere = System.getenv("VERTEBRAJ_SHARED_DATA");
		final Path root = Files.isDirectory(BESIDE) || elsewhere == null ? BESIDE : Path.of(elsewhere);
		final Path path = root.resolve(name);
		if (!Files.exists(path)) Assumptions.abort("Skipped: no " + name + " in " + root);
		return path;
	}
}
