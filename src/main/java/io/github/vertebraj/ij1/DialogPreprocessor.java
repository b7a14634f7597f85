package io.github.vertebraj.ij1;

import java.util.List;

import io.github.vertebraj.ij1.CommandParameter.Kind;

import org.scijava.module.Module;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.InputHarvester;

/** Asks in a dialog for the inputs that are still open, in plain ImageJ; Fiji has its own. */
@Plugin(type = PreprocessorPlugin.class, priority = InputHarvester.PRIORITY)
public final class DialogPreprocessor extends AbstractPreprocessorPlugin {

	@Parameter(required = false)
	private PlainImageJ plain;

	@Override
	public void process(final Module module) {
		if (plain == null) return;
		try {
			CommandInputs.of(module).ifPresent(this::ask);
		}
		catch (final IllegalArgumentException e) {
			cancel(e.getMessage());
		}
	}

	private void ask(final CommandInputs inputs) {
		final boolean isImageClear = OpenImages.all().size() <= 1;
		if (isImageClear) inputs.activeImage().filter(inputs::isOpen).ifPresent(image -> OpenImages.active().ifPresent(
			active -> inputs.give(image, active)));
		final List<CommandParameter> open = inputs.parameters().stream().filter(inputs::isOpen).toList();
		final List<CommandParameter> missing = open.stream().filter(parameter -> parameter.kind() == Kind.IMAGE && parameter
			.isRequired() && OpenImages.all().isEmpty()).toList();
		if (!missing.isEmpty()) cancel("There are no images open, but " + CommandInputs.missing(missing.get(
			0)));
		else if (!open.isEmpty() && !new CommandDialog(inputs, open).ask()) cancel("");
	}
}
