package io.github.vertebraj.reading.study;

import java.util.regex.Pattern;

/** What cases and readers may be called: names that every file system takes. */
final class StudyId {

	private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]([A-Za-z0-9_.-]{0,62}[A-Za-z0-9_-])?");
	private static final Pattern RESERVED = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

	private StudyId() {}

	static String check(final String what, final String id) {
		if (!FORM.matcher(id).matches() || RESERVED.matcher(id).matches()) throw new IllegalArgumentException("The " +
			what + " '" + id + "' cannot name a file: use 1 to 64 of the letters A-Z and a-z, digits, '_', '-' and '.'" +
			" (no '.' at either end, and no device such as CON)");
		return id;
	}
}
