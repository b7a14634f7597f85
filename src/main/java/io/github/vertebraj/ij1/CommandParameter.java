package io.github.vertebraj.ij1;

import java.io.File;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.ImagePlus;

import org.scijava.ItemVisibility;
import org.scijava.module.ModuleItem;
import org.scijava.util.Types;

/**
 * An input of a command that a person gives: named in a macro's options, shown in the dialog, written by the recorder.
 * Turns text into the input's value and back, and says clearly what is wrong with it.
 */
record CommandParameter(ModuleItem<?> item, Kind kind) {

	/** What is given: by its Java type, or {@code CHOICE} when the parameter lists its choices. */
	enum Kind {
			IMAGE, FILE, CHOICE, SWITCH, WHOLE, NUMBER, TEXT
	}

	/** A label's unit: the last words in parentheses. */
	private static final Pattern UNIT = Pattern.compile("(.*\\S)\\s*\\(([^()]*)\\)\\s*");

	/** The input as a parameter; empty for services, messages, and types that no macro can give. */
	static Optional<CommandParameter> of(final ModuleItem<?> item) {
		if (item.getVisibility() == ItemVisibility.MESSAGE) return Optional.empty();
		return kindOf(item).map(kind -> new CommandParameter(item, kind));
	}

	private static Optional<Kind> kindOf(final ModuleItem<?> item) {
		final Class<?> type = Types.box(item.getType());
		if (item.getChoices() != null && !item.getChoices().isEmpty()) return Optional.of(Kind.CHOICE);
		if (type == ImagePlus.class) return Optional.of(Kind.IMAGE);
		if (type == File.class) return Optional.of(Kind.FILE);
		if (type == Boolean.class) return Optional.of(Kind.SWITCH);
		if (type == Integer.class || type == Long.class) return Optional.of(Kind.WHOLE);
		if (type == Double.class || type == Float.class) return Optional.of(Kind.NUMBER);
		if (type == String.class) return Optional.of(Kind.TEXT);
		return Optional.empty();
	}

	String name() {
		return item.getName();
	}

	/** The name as ImageJ's recorder writes it. */
	String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** What the dialog calls it, without the unit. */
	String label() {
		final String label = item.getLabel() == null || item.getLabel().isBlank() ? name() : item.getLabel();
		final Matcher unit = UNIT.matcher(label);
		return unit.matches() ? unit.group(1) : label;
	}

	/** The unit that the label ends with in parentheses, or nothing. */
	String unit() {
		final Matcher unit = UNIT.matcher(item.getLabel() == null ? "" : item.getLabel());
		return unit.matches() ? unit.group(2) : "";
	}

	String description() {
		return item.getDescription() == null ? "" : item.getDescription();
	}

	List<String> choices() {
		return item.getChoices() == null ? List.of() : item.getChoices().stream().map(String::valueOf).toList();
	}

	/** How a file is meant: SciJava's styles {@code open}, {@code save}, {@code directory}, {@code both}. */
	List<String> styles() {
		return item.getWidgetStyle() == null ? List.of() : List.of(item.getWidgetStyle().split("\\s*,\\s*"));
	}

	boolean isRequired() {
		return item.isRequired();
	}

	/**
	 * The value that a text means, within what the parameter allows; null for an empty one where nothing is required.
	 *
	 * @throws IllegalArgumentException naming the parameter, the text and what was expected
	 */
	Object valueOf(final String text) {
		if (text.isBlank() && kind != Kind.TEXT || text.isBlank() && isRequired()) {
			if (isRequired()) throw new IllegalArgumentException(name() + " must be given");
			return null;
		}
		final Object value = switch (kind) {
			case IMAGE -> image(text);
			case FILE -> new File(text);
			case CHOICE -> choice(text);
			case SWITCH -> truth(text);
			case WHOLE, NUMBER -> number(text.strip());
			case TEXT -> text;
		};
		check(value);
		return value;
	}

	/**
	 * Holds a value to the parameter's choices and limits.
	 *
	 * @throws IllegalArgumentException naming the parameter, the value and what was expected
	 */
	void check(final Object value) {
		if (value instanceof String && kind == Kind.CHOICE) choice((String) value);
		if (!(value instanceof Number number)) return;
		if (!Double.isFinite(number.doubleValue())) throw unexpected("a number", text(value));
		final boolean isTooLow = item.getMinimumValue() instanceof Number minimum && number.doubleValue() < minimum
			.doubleValue();
		final boolean isTooHigh = item.getMaximumValue() instanceof Number maximum && number.doubleValue() > maximum
			.doubleValue();
		if (isTooLow) throw unexpected(("at least " + text(item.getMinimumValue()) + " " + unit()).strip(), text(value));
		if (isTooHigh) throw unexpected(("at most " + text(item.getMaximumValue()) + " " + unit()).strip(), text(value));
	}

	/** The text that {@link #valueOf} turns into that value; empty for null. */
	String text(final Object value) {
		if (value == null) return "";
		if (value instanceof ImagePlus image) return OpenImages.nameOf(image);
		if (value instanceof File file) return file.getPath();
		if (value instanceof Double || value instanceof Float) {
			final double number = ((Number) value).doubleValue();
			final String shortest = value.toString();
			if (!Double.isFinite(number) || shortest.contains("E")) return shortest;
			final BigDecimal exact = new BigDecimal(shortest).stripTrailingZeros();
			return exact.toPlainString();
		}
		return value.toString();
	}

	private ImagePlus image(final String text) {
		try {
			return OpenImages.find(text);
		}
		catch (final IllegalArgumentException e) {
			throw new IllegalArgumentException(name() + ": " + e.getMessage(), e);
		}
	}

	private Object choice(final String text) {
		for (final Object choice : item.getChoices())
			if (choice.toString().equalsIgnoreCase(text)) return choice;
		throw new IllegalArgumentException(name() + " must be one of " + String.join(", ", choices()) + ", but is '" + text +
			"'" + Spelling.hint(text, choices()));
	}

	private Boolean truth(final String text) {
		if (text.equalsIgnoreCase("true")) return true;
		if (text.equalsIgnoreCase("false")) return false;
		throw unexpected("true or false", "'" + text + "'");
	}

	private Number number(final String text) {
		final Class<?> type = Types.box(item.getType());
		try {
			if (type == Integer.class) return Integer.valueOf(text);
			if (type == Long.class) return Long.valueOf(text);
			// Java also reads 1d, 1f and hexadecimal numbers.
			if (!text.matches("[-+.0-9eE]+")) throw new NumberFormatException(text);
			return type == Float.class ? Float.valueOf(text) : Double.valueOf(text);
		}
		catch (final NumberFormatException e) {
			throw unexpected(kind == Kind.WHOLE ? "a whole number" : "a number such as 1.5", "'" + text + "'");
		}
	}

	private IllegalArgumentException unexpected(final String expected, final String found) {
		return new IllegalArgumentException(name() + " must be " + expected + ", but is " + found);
	}
}
