package io.github.vertebraj.dualenergy;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Energies as a user writes them: {@code 40,70,100} or {@code 40-190:10}, or both. */
public final class Energies {

	private static final Pattern RANGE = Pattern.compile("([0-9.]+)\\s*-\\s*([0-9.]+)\\s*:\\s*([0-9.]+)");

	/** More frames are a slip of the pen. */
	private static final int MOST = 1000;

	private Energies() {}

	/**
	 * @return keV, rising, each once
	 * @throws IllegalArgumentException when the text is something else, or an energy lies outside of the tables
	 */
	public static List<Double> parse(final String text) {
		final TreeSet<Double> energies = new TreeSet<>();
		for (final String part : text.replaceAll("[\\[\\]]", " ").strip().split("[,;]")) {
			final Matcher range = RANGE.matcher(part.strip());
			if (!range.matches()) {
				energies.add(number(part, text));
				continue;
			}
			final double from = number(range.group(1), text);
			final double to = number(range.group(2), text);
			final double step = number(range.group(3), text);
			if (!(step > 0) || !(to >= from) || (to - from) / step > MOST) throw new IllegalArgumentException(
				"A range of energies is written from-to:step, such as 40-190:10, but '" + part.strip() + "' is not");
			for (int i = 0; from + i * step <= to + 1e-9 * step; i++)
				energies.add(Math.round((from + i * step) * 1e9) / 1e9);
		}
		energies.forEach(MassAttenuation::check);
		return List.copyOf(energies);
	}

	private static double number(final String part, final String text) {
		try {
			return Double.parseDouble(part.strip());
		}
		catch (final NumberFormatException e) {
			throw new IllegalArgumentException("energies are keV such as 40,70,100 or 40-190:10, but are '" + text + "'", e);
		}
	}
}
