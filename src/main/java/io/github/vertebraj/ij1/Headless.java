package io.github.vertebraj.ij1;

import java.nio.file.Files;
import java.nio.file.Path;

import net.imagej.patcher.LegacyInjector;

/**
 * Runs an ImageJ macro without a display: {@code Headless MACRO [ARGUMENT]}. All commands of the menu are known, as
 * they are in ImageJ itself. Ends with exit code 0; or with 1 when the macro or a command in it failed, and 2 when it
 * could not be started, with the reason on standard error.
 * <p>
 * ImageJ needs a display unless its classes are changed as they are loaded, which Java allows only with
 * {@code --add-opens java.base/java.lang=ALL-UNNAMED}. So no class of ImageJ may be named here.
 */
public final class Headless {

	private static final int FAILED = 1;
	private static final int NOT_STARTED = 2;

	private static final String OPENS = "--add-opens java.base/java.lang=ALL-UNNAMED";

	private Headless() {}

	/** @param arguments the macro file, and what its {@code getArgument()} returns */
	public static void main(final String... arguments) {
		System.setProperty("java.awt.headless", "true");
		final String trouble = trouble(arguments);
		if (trouble == null) {
			LegacyInjector.preinit();
			final boolean succeeded = HeadlessMacro.run(Path.of(arguments[0]), arguments.length > 1 ? arguments[1] : "");
			// Threads that a macro's commands have left must not keep the program alive.
			System.exit(succeeded ? 0 : FAILED);
		}
		System.err.println(trouble);
		System.exit(NOT_STARTED);
	}

	/** Why nothing can be started, or null. */
	private static String trouble(final String... arguments) {
		if (arguments.length < 1 || arguments.length > 2) return "Usage: java " + OPENS + " -cp ... " + Headless.class
			.getName() + " MACRO [ARGUMENT]\nRuns an ImageJ macro (.ijm, .txt) without a display.";
		final Path macro = Path.of(arguments[0]);
		if (!Files.isRegularFile(macro)) return "There is no macro file '" + macro + "'";
		if (!macro.toString().matches("(?i).*\\.(ijm|txt)")) return "'" + macro +
			"' is not an ImageJ macro (.ijm or .txt); scripts in other languages run in Fiji";
		final boolean isOpen = ClassLoader.class.getModule().isOpen("java.lang", Headless.class.getModule());
		return isOpen ? null : "Java must be started with " + OPENS + ", or ImageJ cannot run without a display";
	}
}
