package io.github.vertebraj.command;

import java.awt.GraphicsEnvironment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;

import io.github.vertebraj.io.dicom.SeriesCatalogue;

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
		final boolean isAnswered = series != null && !series.isBlank() || catalogue.isSingle();
		if (isAnswered || GraphicsEnvironment.isHeadless() || IJ.isMacro()) return series;
		final Map<String, String> terms = new LinkedHashMap<>();
		catalogue.entries().forEach(entry -> terms.put(entry.summary(), entry.id()));
		catalogue.related().forEach(related -> terms.put(related.summary(), related.term()));
		final String[] lines = terms.keySet().toArray(String[]::new);
		final GenericDialog dialog = new GenericDialog("Open Series");
		dialog.addMessage("There are " + catalogue.entries().size() + " series:");
		dialog.addRadioButtonGroup("", lines, lines.length, 1, lines[0]);
		dialog.showDialog();
		if (dialog.wasCanceled()) throw new CancellationException();
		return terms.get(dialog.getNextRadioButton());
	}
}
