package io.github.vertebraj.ij1;

import java.awt.Button;
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

/** The buttons beside a file's text field that look for it: a file, a folder, either, or a file to be written. */
final class BrowseButtons {

	private BrowseButtons() {}

	/** Puts the buttons for a file parameter beside its text field, which must be the last row of the dialog. */
	static void addTo(final GenericDialog dialog, final TextField field, final CommandParameter parameter) {
		final GridBagLayout layout = (GridBagLayout) dialog.getLayout();
		final GridBagConstraints place = layout.getConstraints(field);
		final Panel row = new Panel(new FlowLayout(FlowLayout.LEFT, 0, 0));
		row.add(field);
		final List<String> styles = stylesOf(parameter);
		final boolean isEither = styles.contains(FileWidget.FILE_AND_DIRECTORY_STYLE);
		if (isEither) row.add(button("File...", field, parameter, BrowseButtons::file));
		if (isEither) row.add(button("Folder...", field, parameter, BrowseButtons::folder));
		else if (styles.contains(FileWidget.DIRECTORY_STYLE)) row.add(button("Browse...", field, parameter,
			BrowseButtons::folder));
		else if (styles.contains(FileWidget.SAVE_STYLE)) row.add(button("Browse...", field, parameter,
			BrowseButtons::newFile));
		else row.add(button("Browse...", field, parameter, BrowseButtons::file));
		layout.setConstraints(row, place);
		dialog.add(row);
	}

	private static List<String> stylesOf(final CommandParameter parameter) {
		final String style = parameter.item().getWidgetStyle();
		return style == null ? List.of() : List.of(style.split("\\s*,\\s*"));
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
		final OpenDialog chooser = new OpenDialog(title, null);
		return chooser.getPath();
	}

	private static String folder(final String title) {
		return new DirectoryChooser(title).getDirectory();
	}

	private static String newFile(final String title) {
		final SaveDialog chooser = new SaveDialog(title, "", "");
		return chooser.getFileName() == null ? null : chooser.getDirectory() + chooser.getFileName();
	}
}
