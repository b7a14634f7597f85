package io.github.vertebraj.ij1;

import java.io.File;

import ij.IJ;
import ij.plugin.frame.Recorder;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Records a finished command: every input by its name, with the value that it had at the end. Defaults are recorded
 * too, so that a recorded macro outlives a change of one.
 * <p>
 * In Fiji, imagej-legacy does so after this, but leaves out an image that was taken because it was the active one.
 */
@Plugin(type = PostprocessorPlugin.class, priority = Priority.VERY_LOW + 1)
public final class RecorderPostprocessor extends AbstractPostprocessorPlugin {

	@Parameter(required = false)
	private PlainImageJ plain;

	@Override
	public void process(final Module module) {
		if (IJ.recording() && CallingMacro.of(context()).isEmpty()) CommandInputs.of(module).ifPresent(this::record);
	}

	private void record(final CommandInputs inputs) {
		if (plain == null) inputs.onlyImage().ifPresent(image -> record(inputs, image));
		else {
			Recorder.resetCommandOptions();
			inputs.parameters().forEach(parameter -> record(inputs, parameter));
		}
	}

	private static void record(final CommandInputs inputs, final CommandParameter parameter) {
		final Object value = inputs.value(parameter);
		final String text = parameter.text(value);
		if (text.isEmpty() && parameter.text(parameter.item().getDefaultValue()).isEmpty()) return;
		Recorder.recordOption(parameter.key(), Recorder.fixString(value instanceof File ? Recorder.fixPath(text) : text));
	}
}
