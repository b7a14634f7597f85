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
		try {
			inputs.check();
			final Optional<String> options = options(inputs);
			if (options.isPresent()) inputs.give(MacroOptions.parse(options.get()));
			if (options.isPresent() || GraphicsEnvironment.isHeadless()) inputs.giveDefaults();
		}
		catch (final IllegalArgumentException e) {
			cancel(e.getMessage());
		}
	}

	/** The macro's options, unless a script has given the inputs itself: then the options were for the script. */
	private Optional<String> options(final CommandInputs inputs) {
		return isCalledFromCode(inputs) ? Optional.empty() : CallingMacro.of(context()).flatMap(CallingMacro::takeOptions);
	}

	private static boolean isCalledFromCode(final CommandInputs inputs) {
		return inputs.parameters().stream().anyMatch(parameter -> !inputs.isOpen(parameter));
	}
}
