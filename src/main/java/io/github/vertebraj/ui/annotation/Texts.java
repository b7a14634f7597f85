package io.github.vertebraj.ui.annotation;

/** Texts for dialogs. */
final class Texts {

	private static final int COLUMNS = 70;

	private Texts() {}

	/** Broken into lines, so that a long path does not make a dialog wider than the screen. */
	static String wrapped(final String text) {
		final StringBuilder wrapped = new StringBuilder();
		int column = 0;
		for (final String word : text.split("(?<=[ /\\\\\\n])")) {
			if (column + word.length() > COLUMNS && column > 0) {
				wrapped.append('\n');
				column = 0;
			}
			wrapped.append(word);
			column = word.endsWith("\n") ? 0 : column + word.length();
		}
		return wrapped.toString();
	}
}
