package io.github.vertebraj.report.chart;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Fonts, and how much room a text takes. */
final class Lettering {

	/** Eight points when 1200 pixels are printed 100 mm wide. */
	static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 34);
	static final Font BOLD = TEXT.deriveFont(Font.BOLD, 36f);
	static final Font SMALL = TEXT.deriveFont(30f);

	private static final float SMALLEST = 20;
	private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
	private static final Pattern EXPONENT = Pattern.compile("\\^([-+]?[0-9]+)");
	private static final String DIGITS = "0123456789-+";
	private static final String RAISED = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207b\u207a";

	private Lettering() {}

	static double width(final String line, final Font font) {
		return font.getStringBounds(line, CONTEXT).getWidth();
	}

	static double lineHeight(final Font font) {
		return 1.2 * font.getSize2D();
	}

	/** Breaks a text at spaces and its own line ends; words that are wider than the room are cut. */
	static String wrap(final String text, final Font font, final double room) {
		final StringBuilder out = new StringBuilder();
		for (final String paragraph : text.strip().split("\n")) {
			String line = "";
			for (String word : paragraph.split(" ")) {
				final String longer = line.isEmpty() ? word : line + " " + word;
				if (width(longer, font) <= room) {
					line = longer;
					continue;
				}
				if (!line.isEmpty()) out.append(line).append('\n');
				for (int end = letters(word, font, room); end < word.length(); end = letters(word, font, room)) {
					out.append(word, 0, end).append('\n');
					word = word.substring(end);
				}
				line = word;
			}
			out.append(line).append('\n');
		}
		return out.toString().strip();
	}

	/** How many letters of a word fit; at least one. */
	private static int letters(final String word, final Font font, final double room) {
		int letters = word.length();
		while (letters > 1 && width(word.substring(0, letters), font) > room)
			letters--;
		return letters;
	}

	/** A font small enough for a line to fit, but not so small that it cannot be read. */
	static Font fitting(final String line, final Font font, final double room) {
		final double width = width(line, font);
		return width <= room ? font : font.deriveFont((float) Math.max(SMALLEST, 0.98 * font.getSize2D() * room / width));
	}

	/** A line without its end where it does not fit. */
	static String shortened(final String line, final Font font, final double room) {
		return width(line, font) <= room ? line : line.substring(0, letters(line, font, room - width("\u2026", font))) +
			"\u2026";
	}

	/** A header's ASCII as print has it: {@code 10^-3 mm^2/s} becomes 10⁻³ mm²/s. */
	static String typeset(final String text) {
		return EXPONENT.matcher(text).replaceAll(found -> found.group(1).chars().mapToObj(digit -> String.valueOf(RAISED
			.charAt(DIGITS.indexOf(digit)))).collect(Collectors.joining()));
	}
}
