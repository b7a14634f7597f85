package io.github.vertebraj.ij1;

import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Plugin;

/**
 * Hands what one of our commands made to ImageJ, so that the user sees it and the macro's next line finds it by its
 * title, with a display or without. The first image ends in front, and the first table is the active one. Fiji's own
 * display of outputs finds them done.
 */
@Plugin(type = PostprocessorPlugin.class, priority = Priority.HIGH)
public final class OutputPostprocessor extends AbstractPostprocessorPlugin {

	@Override
	public void process(final Module module) {
		if (!CommandInputs.isOurs(module.getInfo())) return;
		final List<ImagePlus> images = new ArrayList<>();
		final List<ResultsTable> tables = new ArrayList<>();
		for (final ModuleItem<?> output : module.getInfo().outputs()) {
			if (module.isOutputResolved(output.getName())) continue;
			sort(output.getValue(module), images, tables);
			module.resolveOutput(output.getName());
		}
		Collections.reverse(images);
		Collections.reverse(tables);
		images.forEach(OutputPostprocessor::show);
		if (!images.isEmpty()) CallingMacro.of(context()).ifPresent(macro -> macro.select(images.get(images.size() - 1)));
		tables.forEach(table -> show(table, CommandInputs.titleOf(module.getInfo())));
	}

	private static void sort(final Object value, final List<ImagePlus> images, final List<ResultsTable> tables) {
		if (value instanceof ImagePlus image) images.add(image);
		else if (value instanceof ResultsTable table) tables.add(table);
		else if (value instanceof Iterable<?> several) several.forEach(one -> sort(one, images, tables));
		else if (value instanceof String message && !message.isBlank()) IJ.log(message);
	}

	/** Shows an image under a title of its own: a second {@code ADC} becomes {@code ADC-1}. */
	private static void show(final ImagePlus image) {
		final boolean isTaken = OpenImages.all().stream().anyMatch(other -> other != image && other.getTitle().equals(image
			.getTitle()));
		if (isTaken) image.setTitle(WindowManager.getUniqueName(image, image.getTitle()));
		final ImagePlus current = WindowManager.getTempCurrentImage();
		try {
			image.show();
		}
		catch (final HeadlessException e) {
			// ImageJ runs unpatched and without a display, so it can hold no image: whoever ran the command has it as output
		}
		// In batch mode ImageJ now takes it for this thread's image, but the thread may be one that others use after us.
		WindowManager.setTempCurrentImage(current);
	}

	/** Shows a table under its title; one of the same title is replaced, so that a macro never reads an old one. */
	private static void show(final ResultsTable table, final String command) {
		final String title = table.getTitle() == null ? command : table.getTitle();
		if (GraphicsEnvironment.isHeadless()) HeadlessTable.show(table, title);
		else table.show(title);
	}
}
