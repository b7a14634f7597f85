package io.github.vertebraj.ij1;

import java.awt.GraphicsEnvironment;

import ij.IJ;

/** Says something to the user: in a dialog, or on standard error where there is no display. */
final class Messages {

	/** Where a dialog's lines break, in characters. */
	private static final int WIDTH = 80;

	private Messages() {}

	static void show(final String title, final String message) {
		if (IJ.getInstance() == null) System.err.println(title + ": " + message);
		else IJ.showMessage(title, forImageJ(message));
	}

	/** The message as ImageJ shows it itself: its dialogs do not break long lines. */
	static String forImageJ(final String message) {
		return GraphicsEnvironment.isHeadless() ? message : wrapped(message, WIDTH);
	}

	/** The text with line breaks at blanks, as ImageJ's dialogs need them. */
	static String wrapped(final String text, final int width) {
		final StringBuilder lines = new StringBuilder();
		int column = 0;
		for (final String word : text.split("(?<=\\s)")) {
			if (column > 0 && column + word.stripTrailing().length() > width) {
				lines.setLength(lines.toString().stripTrailing().length());
				lines.append('\n');
				column = 0;
			}
			lines.append(word);
			column = word.endsWith("\n") ? 0 : column + word.length();
		}
		return lines.toString();
	}
}
