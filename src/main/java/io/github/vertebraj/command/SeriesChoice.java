package io.github.vertebraj.command;

import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.concurrent.CancellationException;

import io.github.vertebraj.io.dicom.SeriesCatalogue;
import io.github.vertebraj.io.dicom.SeriesEntry;

import ij.IJ;
import ij.gui.GenericDialog;

/** Asks which series of a folder to open, where somebody is there to answer. */
final class SeriesChoice {

	private SeriesChoice() {}

	/**
	 * The value of the parameter {@code series} that selects what the user wants: as given, or chosen from a list when
	 * nothing was given and there are several.
	 *
	 * @throws CancellationException if the user closes the list
	 */
	static String of(final SeriesCatalogue catalogue, final String series) {
		final List<SeriesEntry> entries = catalogue.entries();
		final boolean isAnswered = series != null && !series.isBlank() || catalogue.isSingle();
		if (isAnswered || GraphicsEnvironment.isHeadless() || IJ.isMacro()) return series;
		final String[] lines = entries.stream().map(SeriesEntry::summary).toArray(String[]::new);
		final GenericDialog dialog = new GenericDialog("Open Series");
		dialog.addMessage("There are " + lines.length + " series:");
		dialog.addRadioButtonGroup("", lines, lines.length, 1, lines[0]);
		dialog.showDialog();
		if (dialog.wasCanceled()) throw new CancellationException();
		return entries.get(List.of(lines).indexOf(dialog.getNextRadioButton())).id();
	}
}
