package io.github.vertebraj.ij1;

import java.awt.AWTEvent;
import java.awt.Choice;
import java.awt.Color;
import java.awt.Checkbox;
import java.awt.Label;
import java.awt.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Vector;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.ImagePlus;
import ij.gui.DialogListener;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;

/**
 * ImageJ's dialog for the parameters of a command: one row each, with its unit; a line that says what is still wrong,
 * while OK is off; the parameters' descriptions behind Help.
 */
final class CommandDialog implements DialogListener {

	/** Stands for no image in the choice of one that is not required. */
	private static final String NONE = "none";

	private static final int ROW_GAP = 4;
	private static final int TEXT_COLUMNS = 24;
	private static final int NUMBER_COLUMNS = 8;
	private static final int DESCRIPTION_COLUMNS = 64;
	private static final Color WRONG = new Color(0xb00020);

	private final CommandInputs inputs;
	private final List<CommandParameter> parameters;
	private final GenericDialog dialog;
	private final Map<CommandParameter, Supplier<String>> texts = new LinkedHashMap<>();
	private Label complaint;

	CommandDialog(final CommandInputs inputs, final List<CommandParameter> parameters) {
		this.inputs = inputs;
		this.parameters = List.copyOf(parameters);
		dialog = new GenericDialog(inputs.title());
	}

	/**
	 * Shows the dialog and gives the inputs what it says; false when the user cancelled.
	 *
	 * @throws IllegalArgumentException when the image that was chosen has been closed meanwhile
	 */
	boolean ask() {
		final String description = inputs.module().getInfo().getDescription();
		if (description != null) {
			dialog.setInsets(0, 0, 8);
			dialog.addMessage(Messages.wrapped(description, DESCRIPTION_COLUMNS));
		}
		inputs.messages().forEach(message -> {
			dialog.setInsets(0, 0, 8);
			dialog.addMessage(Messages.wrapped(message, DESCRIPTION_COLUMNS));
		});
		parameters.forEach(this::addRow);
		dialog.setInsets(6, 0, 0);
		dialog.addMessage(" ".repeat(DESCRIPTION_COLUMNS), null, WRONG);
		complaint = (Label) dialog.getMessage();
		dialog.addDialogListener(this);
		dialog.addHelp(CommandHelp.html(inputs));
		dialog.getButtons()[0].setEnabled(dialogItemChanged(dialog, null));
		dialog.showDialog();
		// What ImageJ's dialog records goes by its labels; the recorder gets the parameters' names instead.
		Recorder.resetCommandOptions();
		if (!dialog.wasOKed()) return false;
		parameters.forEach(parameter -> inputs.give(parameter, parameter.valueOf(texts.get(parameter).get())));
		return true;
	}

	@Override
	public boolean dialogItemChanged(final GenericDialog source, final AWTEvent event) {
		final List<String> problems = new ArrayList<>();
		for (final CommandParameter parameter : parameters)
			try {
				parameter.valueOf(texts.get(parameter).get());
			}
			catch (final IllegalArgumentException e) {
				problems.add(e.getMessage().replaceFirst("^" + Pattern.quote(parameter.name()), Matcher.quoteReplacement(parameter
					.label())));
			}
		complaint.setText(problems.isEmpty() ? "" : problems.get(0));
		return problems.isEmpty();
	}

	private void addRow(final CommandParameter parameter) {
		final String text = parameter.text(inputs.value(parameter));
		dialog.setInsets(0, 0, ROW_GAP);
		texts.put(parameter, switch (parameter.kind()) {
			case IMAGE -> imageRow(parameter);
			case CHOICE -> choiceRow(parameter, parameter.choices(), text);
			case SWITCH -> switchRow(parameter, Boolean.parseBoolean(text));
			case WHOLE, NUMBER -> numberRow(parameter, text);
			case FILE -> fileRow(parameter, text);
			case TEXT -> textRow(parameter, text);
		});
	}

	private Supplier<String> imageRow(final CommandParameter parameter) {
		final List<ImagePlus> open = OpenImages.all();
		final List<String> names = new ArrayList<>(open.stream().map(OpenImages::nameOf).toList());
		final List<String> shown = new ArrayList<>(open.stream().map(image -> image.getTitle().equals(OpenImages.nameOf(
			image)) ? image.getTitle() : image.getTitle() + " (ID " + image.getID() + ")").toList());
		if (!parameter.isRequired()) {
			names.add(0, "");
			shown.add(0, NONE);
		}
		final boolean isActive = inputs.activeImage().filter(parameter::equals).isPresent();
		final int active = isActive ? OpenImages.active().map(OpenImages::nameOf).map(names::indexOf).orElse(0) : 0;
		dialog.addChoice(parameter.label() + ":", shown.toArray(String[]::new), shown.get(Math.max(0, active)));
		final Choice choice = last(dialog.getChoices(), Choice.class);
		return () -> names.get(choice.getSelectedIndex());
	}

	private Supplier<String> choiceRow(final CommandParameter parameter, final List<String> choices, final String text) {
		dialog.addChoice(parameter.label() + ":", choices.toArray(String[]::new), text);
		return last(dialog.getChoices(), Choice.class)::getSelectedItem;
	}

	private Supplier<String> switchRow(final CommandParameter parameter, final boolean state) {
		dialog.addCheckbox(parameter.label(), state);
		final Checkbox checkbox = last(dialog.getCheckboxes(), Checkbox.class);
		FieldRows.align(dialog, checkbox);
		return () -> Boolean.toString(checkbox.getState());
	}

	private Supplier<String> numberRow(final CommandParameter parameter, final String text) {
		dialog.addNumericField(parameter.label() + ":", Double.NaN, 0, NUMBER_COLUMNS, unitOf(
			parameter));
		final TextField field = last(dialog.getNumericFields(), TextField.class);
		field.setText(text);
		return field::getText;
	}

	private Supplier<String> textRow(final CommandParameter parameter, final String text) {
		dialog.addStringField(parameter.label() + ":", text, TEXT_COLUMNS);
		final TextField field = last(dialog.getStringFields(), TextField.class);
		if (!parameter.unit().isEmpty()) FieldRows.append(dialog, field, new Label(" " + unitOf(parameter)));
		return field::getText;
	}

	private Supplier<String> fileRow(final CommandParameter parameter, final String text) {
		dialog.addStringField(parameter.label() + ":", text, TEXT_COLUMNS);
		final TextField field = last(dialog.getStringFields(), TextField.class);
		FieldRows.append(dialog, field, FieldRows.browseButtons(field, parameter));
		return field::getText;
	}

	private static String unitOf(final CommandParameter parameter) {
		return parameter.unit().replace("^2", "\u00b2").replace("^3", "\u00b3");
	}

	private static <T> T last(final Vector<?> components, final Class<T> type) {
		return type.cast(components.lastElement());
	}
}
