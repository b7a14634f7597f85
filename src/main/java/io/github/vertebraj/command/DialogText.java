package io.github.vertebraj.command;

/** Text for SciJava's dialogs, whose lines break only where HTML tells them to. */
final class DialogText {

	private static final int LINE = 90;

	private DialogText() {}

	/** The text as HTML, in lines of about ninety letters that break at blanks. */
	static String html(final String text) {
		final StringBuilder html = new StringBuilder("<html>");
		int column = 0;
		for (final String word : text.split("(?<= )")) {
			if (column > 0 && column + word.length() > LINE) {
				html.append("<br>");
				column = 0;
			}
			html.append(word.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
			column += word.length();
		}
		return html + "</html>";
	}
}
