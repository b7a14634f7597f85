package io.github.vertebraj.ij1;

import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.io.File;

import ij.IJ;
import ij.ImageJ;

/**
 * Opens ImageJ with {@code Plugins > VertebraJ} in its menu, for people without Fiji:
 * {@code Interactive [MACRO [ARGUMENT] | FOLDER | FILE]} then runs the macro (.ijm, .txt), or opens the series.
 */
public final class Interactive {

	private static final int NOT_STARTED = 2;

	private static final String OPEN = "Open Series...";

	private Interactive() {}

	/** @param arguments a macro file and what its {@code getArgument()} returns, or a folder or file to open */
	public static void main(final String... arguments) {
		final String trouble = start(arguments);
		if (trouble == null) return;
		System.err.println(trouble);
		System.exit(NOT_STARTED);
	}

	/** Why ImageJ could not be opened, or null. */
	private static String start(final String... arguments) {
		final String noDisplay = "ImageJ's window needs a display; without one, run a macro by " + Headless.class.getName();
		final File file = arguments.length == 0 ? null : new File(arguments[0]).getAbsoluteFile();
		if (file != null && !file.exists()) return "There is no file or folder '" + file + "'";
		if (GraphicsEnvironment.isHeadless()) return noDisplay;
		try {
			new ImageJ(ImageJ.STANDALONE).exitWhenQuitting(true);
		}
		catch (final AWTError e) {
			return noDisplay + " (" + e.getMessage() + ")";
		}
		MenuCommands.install(PluginsConfig.ofClassPath());
		if (file == null) return null;
		if (file.getName().matches("(?i).*\\.(ijm|txt)")) IJ.runMacroFile(file.getPath(), arguments.length > 1 ? arguments[1]
			: "");
		else IJ.run(OPEN, "source=[" + file + "]");
		return null;
	}
}
