package io.github.vertebraj.ij1;

import java.awt.GraphicsEnvironment;
import java.util.Optional;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

/**
 * Reads the options that a macro gives one of our commands, and refuses what the command does not know, in every door.
 * Runs before imagej-legacy's own reader, which would take a default for a misspelt key, 0 for a word, and for an
 * unknown title an image that it tries to open under that name.
 * <p>
 * A macro that gives options is not asked for the others: they have their defaults. Without options, and with a
 * display, the dialog asks, as for any ImageJ command.
 */
@Plugin(type = PreprocessorPlugin.class, priority = OptionsPreprocessor.PRIORITY)
public final class OptionsPreprocessor extends AbstractPreprocessorPlugin {

	/** After SciJava's check that the command is valid at all, before imagej-legacy's MacroPreprocessor. */
	static final double PRIORITY = 2.5 * Priority.VERY_HIGH;

	@Override
	public void process(final Module module) {
		CommandInputs.of(module).ifPresent(this::read);
	}

	private void read(final CommandInputs inputs) {
		// A script that gives inputs itself may be called by a macro, whose options are then for the script.
		final boolean isCalledFromCode = inputs.parameters().stream().anyMatch(parameter -> !inputs.isOpen(parameter));
		final Optional<CallingMacro> macro = isCalledFromCode ? Optional.empty() : CallingMacro.of(context());
		try {
			inputs.check();
			final Optional<String> options = macro.flatMap(CallingMacro::takeOptions);
			if (options.isPresent()) inputs.give(MacroOptions.parse(options.get()));
			if (options.isPresent() || GraphicsEnvironment.isHeadless()) inputs.giveDefaults(macro.flatMap(
				CallingMacro::image).or(OpenImages::active));
		}
		catch (final IllegalArgumentException e) {
			cancel(e.getMessage());
		}
	}
}
