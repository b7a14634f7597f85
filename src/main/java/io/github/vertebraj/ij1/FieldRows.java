package io.github.vertebraj.ij1;

import java.awt.Button;
import java.awt.Checkbox;
import java.awt.Component;
import java.awt.FlowLayout;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Panel;
import java.awt.TextField;
import java.util.List;
import java.util.function.Function;

import ij.gui.GenericDialog;
import ij.io.DirectoryChooser;
import ij.io.OpenDialog;
import ij.io.SaveDialog;

import org.scijava.widget.FileWidget;

/** What ImageJ's dialog does not have: something after a text field, and a checkbox in the column of the fields. */
final class FieldRows {

	private FieldRows() {}

	/** Puts components to the right of a text field of the dialog. */
	static void append(final GenericDialog dialog, final TextField field, final Component... components) {
		final GridBagLayout layout = (GridBagLayout) dialog.getLayout();
		final GridBagConstraints place = layout.getConstraints(field);
		final Panel row = new Panel(new FlowLayout(FlowLayout.LEFT, 0, 0));
		row.add(field);
		for (final Component component : components)
			row.add(component);
		layout.setConstraints(row, place);
		dialog.add(row);
	}

	/** Moves a checkbox from the column of the labels to that of the fields. */
	static void align(final GenericDialog dialog, final Checkbox checkbox) {
		final GridBagLayout layout = (GridBagLayout) dialog.getLayout();
		final GridBagConstraints place = layout.getConstraints(checkbox);
		place.gridx = 1;
		place.gridwidth = GridBagConstraints.REMAINDER;
		layout.setConstraints(checkbox, place);
	}

	/** The buttons that look for a file, a folder, either, or a file to be written, and put its path into the field. */
	static Button[] browseButtons(final TextField field, final CommandParameter parameter) {
		final List<String> styles = parameter.styles();
		if (styles.contains(FileWidget.FILE_AND_DIRECTORY_STYLE)) return new Button[] { button("File...", field, parameter,
			FieldRows::file), button("Folder...", field, parameter, FieldRows::folder) };
		if (styles.contains(FileWidget.DIRECTORY_STYLE)) return new Button[] { button("Browse...", field, parameter,
			FieldRows::folder) };
		if (styles.contains(FileWidget.SAVE_STYLE)) return new Button[] { button("Browse...", field, parameter,
			FieldRows::newFile) };
		return new Button[] { button("Browse...", field, parameter, FieldRows::file) };
	}

	private static Button button(final String label, final TextField field, final CommandParameter parameter,
		final Function<String, String> chooser)
	{
		final Button button = new Button(label);
		button.addActionListener(event -> {
			final String path = chooser.apply(parameter.label());
			if (path != null) field.setText(path);
		});
		return button;
	}

	private static String file(final String title) {
		return new OpenDialog(title, null).getPath();
	}

	private static String folder(final String title) {
		return new DirectoryChooser(title).getDirectory();
	}

	private static String newFile(final String title) {
		final SaveDialog chooser = new SaveDialog(title, "", "");
		return chooser.getFileName() == null ? null : chooser.getDirectory() + chooser.getFileName();
	}
}
