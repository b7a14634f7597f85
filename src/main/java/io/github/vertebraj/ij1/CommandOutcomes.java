package io.github.vertebraj.ij1;

import java.awt.GraphicsEnvironment;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import ij.IJ;
import ij.plugin.frame.Recorder;

import org.scijava.event.EventHandler;
import org.scijava.module.event.ModuleCanceledEvent;
import org.scijava.module.event.ModuleErroredEvent;
import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.SciJavaService;
import org.scijava.service.Service;
import org.scijava.ui.UIService;

/**
 * What happens when one of our commands fails, the same in every door: the user reads why, once; the macro that ran
 * the command stops there; and the recorder forgets it. SciJava alone lets the macro go on.
 */
@Plugin(type = Service.class)
public final class CommandOutcomes extends AbstractService implements SciJavaService {

	/** The command was refused, gave up with a message, or was cancelled by the user (an empty message). */
	@EventHandler
	void onCanceled(final ModuleCanceledEvent event) {
		if (!CommandInputs.isOurs(event.getModule().getInfo())) return;
		final String label = CommandInputs.labelOf(event.getModule().getInfo());
		end(label, isShownBySciJava() ? null : event.getReason());
	}

	/** The command threw what it should not have thrown: SciJava's log has the trace. */
	@EventHandler
	void onErrored(final ModuleErroredEvent event) {
		if (!CommandInputs.isOurs(event.getModule().getInfo())) return;
		final String label = CommandInputs.labelOf(event.getModule().getInfo());
		final Throwable exception = event.getException();
		if (exception instanceof CancellationException || CallingMacro.isCanceled(exception)) {
			event.consume();
			end(label, "");
		}
		else {
			end(label, "failed unexpectedly, which is an error of the program: " + exception);
			if (!GraphicsEnvironment.isHeadless() && isPlain()) IJ.handleException(exception);
		}
	}

	/** @param reason shown to the user; who has a display knows of an empty one, having cancelled */
	private void end(final String label, final String reason) {
		Recorder.disableCommandRecording();
		final boolean isSilent = reason == null || reason.isBlank() && !GraphicsEnvironment.isHeadless();
		final String message = isSilent ? null : reason.isBlank() ? "cancelled" : reason;
		final Optional<CallingMacro> macro = CallingMacro.of(context());
		if (macro.isPresent()) macro.get().stop(label, isSilent ? null : label + ": " + message);
		else if (!isSilent) Messages.show(label, message);
	}

	/** Fiji shows the reason of a cancelled command by itself, after this, when it has a display. */
	private boolean isShownBySciJava() {
		return !isPlain() && !GraphicsEnvironment.isHeadless() && context().getService(UIService.class) != null;
	}

	private boolean isPlain() {
		return context().getService(PlainImageJ.class) != null;
	}
}
