package io.github.vertebraj.ij1;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;

import io.github.vertebraj.ij1.CommandParameter.Kind;

import ij.ImagePlus;

import org.scijava.module.Module;
import org.scijava.ItemVisibility;
import org.scijava.module.ModuleInfo;

/** One run of one of our commands, seen from outside: its label, and its inputs before they have their values. */
record CommandInputs(Module module, List<CommandParameter> parameters) {

	private static final String OURS = "io.github.vertebraj.";

	/** The inputs of a run; empty when the command is not ours, and so none of our business. */
	static Optional<CommandInputs> of(final Module module) {
		return isOurs(module.getInfo()) ? Optional.of(new CommandInputs(module, parametersOf(module.getInfo()))) : Optional
			.empty();
	}

	static boolean isOurs(final ModuleInfo info) {
		return info.getDelegateClassName().startsWith(OURS);
	}

	/** What a person gives the command, in the order of the dialog. */
	static List<CommandParameter> parametersOf(final ModuleInfo info) {
		return StreamSupport.stream(info.inputs().spliterator(), false).map(CommandParameter::of).flatMap(Optional::stream)
			.toList();
	}

	/** What the command tells in its dialog, of which SciJava's shows the HTML. */
	List<String> messages() {
		return StreamSupport.stream(module.getInfo().inputs().spliterator(), false).filter(item -> item
			.getVisibility() == ItemVisibility.MESSAGE).map(item -> plain(String.valueOf(item.getValue(module)))).filter(
				text -> !text.isBlank()).toList();
	}

	private static String plain(final String html) {
		return html.replaceAll("<br>|</?html>", "").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
	}

	/** The menu entry, which is the name in macros: {@code ADC Map...}. */
	static String labelOf(final ModuleInfo info) {
		return info.getMenuPath() == null || info.getMenuPath().getLeaf() == null ? info.getTitle() : info.getMenuPath()
			.getLeaf().getName();
	}

	/** The label as a title, without the dots that announce a dialog: {@code ADC Map}. */
	static String titleOf(final ModuleInfo info) {
		return labelOf(info).replaceFirst("\\.\\.\\.$", "");
	}

	String label() {
		return labelOf(module.getInfo());
	}

	String title() {
		return titleOf(module.getInfo());
	}

	/** Whether nobody has given this input yet. */
	boolean isOpen(final CommandParameter parameter) {
		return !module.isInputResolved(parameter.name());
	}

	/** The value that the input has now: given, or its default. */
	Object value(final CommandParameter parameter) {
		return module.getInput(parameter.name());
	}

	void give(final CommandParameter parameter, final Object value) {
		module.setInput(parameter.name(), value);
		module.resolveInput(parameter.name());
	}

	/**
	 * The input that takes the active image when none is named: the only image, or the only one that is required.
	 * With two required images neither is, as in ImageJ.
	 */
	Optional<CommandParameter> activeImage() {
		return onlyImage().or(() -> only(images().stream().filter(CommandParameter::isRequired).toList()));
	}

	/** The only image among the inputs, which Fiji takes to be the active one without asking. */
	Optional<CommandParameter> onlyImage() {
		return only(images());
	}

	private List<CommandParameter> images() {
		return parameters.stream().filter(parameter -> parameter.kind() == Kind.IMAGE && parameter.item().isAutoFill())
			.toList();
	}

	private static Optional<CommandParameter> only(final List<CommandParameter> candidates) {
		return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
	}

	/**
	 * Gives the inputs what a macro's options say; all that they do not say stays as it is.
	 *
	 * @throws IllegalArgumentException naming every key that is unknown, misspelt or given two values, and every value
	 *           that does not fit; then no input has changed
	 */
	void give(final MacroOptions options) {
		final List<String> problems = new ArrayList<>();
		final Map<CommandParameter, Object> values = new LinkedHashMap<>();
		for (final MacroOptions.Option option : options.options())
			try {
				final CommandParameter parameter = parameterOf(option.key());
				final Object value = valueOf(parameter, option);
				final boolean isOther = values.containsKey(parameter) && !Objects.equals(values.get(parameter), value);
				if (isOther) throw new IllegalArgumentException(parameter.name() + " is given twice");
				values.put(parameter, value);
			}
			catch (final IllegalArgumentException e) {
				problems.add(e.getMessage());
			}
		if (!problems.isEmpty()) throw new IllegalArgumentException(String.join("; ", problems));
		values.forEach(this::give);
	}

	private CommandParameter parameterOf(final String key) {
		final List<String> names = parameters.stream().map(CommandParameter::name).toList();
		return parameters.stream().filter(parameter -> parameter.name().equalsIgnoreCase(key)).findFirst().orElseThrow(
			() -> new IllegalArgumentException("'" + key + "' is not an option" + Spelling.hint(key, names) + "; " + (names
				.isEmpty() ? "there are none" : "known are " + String.join(", ", names))));
	}

	private static Object valueOf(final CommandParameter parameter, final MacroOptions.Option option) {
		if (option.value() != null) return parameter.valueOf(option.value());
		if (parameter.kind() == Kind.SWITCH) return true;
		throw new IllegalArgumentException(parameter.name() + " has no value; write " + parameter.key() + "=...");
	}

	/**
	 * Leaves no input open, so that nobody is asked: the active image, or the default.
	 *
	 * @param active the active image, if any is open
	 * @throws IllegalArgumentException naming every required input that has no default
	 */
	void giveDefaults(final Optional<ImagePlus> active) {
		activeImage().filter(this::isOpen).ifPresent(parameter -> active.ifPresent(image -> give(parameter, image)));
		final List<String> missing = new ArrayList<>();
		for (final CommandParameter parameter : parameters) {
			if (!isOpen(parameter)) continue;
			final Object value = value(parameter);
			if (parameter.isRequired() && (value == null || "".equals(value))) missing.add(missing(parameter));
			else give(parameter, value);
		}
		if (!missing.isEmpty()) throw new IllegalArgumentException(String.join("; ", missing));
	}

	/** Says what a required input is for that is not given. */
	static String missing(final CommandParameter parameter) {
		final String purpose = parameter.description().isEmpty() ? parameter.label() : parameter.description();
		return parameter.name() + " must be given (" + purpose.replaceFirst("\\.$", "") + ")";
	}

	/**
	 * Holds the inputs that were given to their choices and limits.
	 *
	 * @throws IllegalArgumentException naming the first that does not fit
	 */
	void check() {
		parameters.stream().filter(parameter -> !isOpen(parameter)).forEach(parameter -> parameter.check(value(
			parameter)));
	}
}
