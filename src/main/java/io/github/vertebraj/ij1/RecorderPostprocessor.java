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
 * Records a finished command in plain ImageJ, as imagej-legacy does in Fiji: every input by its name, with the value
 * that it had at the end. Defaults are recorded too, so that a recorded macro outlives a change of one.
 */
@Plugin(type = PostprocessorPlugin.class, priority = Priority.VERY_LOW)
public final class RecorderPostprocessor extends AbstractPostprocessorPlugin {

	@Parameter(required = false)
	private PlainImageJ plain;

	@Override
	public void process(final Module module) {
		if (plain != null && IJ.recording()) CommandInputs.of(module).ifPresent(RecorderPostprocessor::record);
	}

	private static void record(final CommandInputs inputs) {
		Recorder.resetCommandOptions();
		for (final CommandParameter parameter : inputs.parameters()) {
			final Object value = inputs.value(parameter);
			final String text = parameter.text(value);
			if (text.isEmpty() && parameter.text(parameter.item().getDefaultValue()).isEmpty()) continue;
			Recorder.recordOption(parameter.key(), Recorder.fixString(value instanceof File ? Recorder.fixPath(text)
				: text));
		}
	}
}
