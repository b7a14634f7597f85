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

/**
 * What happens when one of our commands fails, the same in every door: the user reads why, once; the macro that ran
 * the command stops there; and the recorder forgets it. SciJava alone lets the macro go on, and tells the reason only
 * where it has a display.
 */
@Plugin(type = Service.class)
public final class CommandOutcomes extends AbstractService implements SciJavaService {

	/** The command was refused, gave up with a reason, or was cancelled by the user (an empty reason). */
	@EventHandler
	void onCanceled(final ModuleCanceledEvent event) {
		if (CommandInputs.isOurs(event.getModule().getInfo())) end(CommandInputs.titleOf(event.getModule().getInfo()),
			messageOf(event.getReason()));
	}

	/** The command threw what it should not have thrown: SciJava's log has the trace. */
	@EventHandler
	void onErrored(final ModuleErroredEvent event) {
		if (!CommandInputs.isOurs(event.getModule().getInfo())) return;
		final String title = CommandInputs.titleOf(event.getModule().getInfo());
		final Throwable exception = event.getException();
		final boolean isUsersWish = exception instanceof CancellationException || CallingMacro.isCanceled(exception);
		if (isUsersWish) event.consume();
		end(title, isUsersWish ? messageOf("") : "failed unexpectedly, which is an error of the program: " + exception);
		if (!isUsersWish && isPlain() && !GraphicsEnvironment.isHeadless()) IJ.handleException(exception);
	}

	/** What the user still has to be told; null for nothing: SciJava says it, or the user has cancelled and knows. */
	private String messageOf(final String reason) {
		final boolean isHeadless = GraphicsEnvironment.isHeadless();
		if (reason == null || reason.isBlank()) return isHeadless ? "cancelled" : null;
		return isHeadless || isPlain() ? reason : null;
	}

	/**
	 * Ends a command that failed.
	 *
	 * @param message shown to the user; null for nothing
	 */
	void end(final String title, final String message) {
		Recorder.disableCommandRecording();
		final Optional<CallingMacro> macro = CallingMacro.of(context());
		if (macro.isPresent()) macro.get().stop(title, message);
		else if (message != null) Messages.show(title, message);
	}

	private boolean isPlain() {
		return context().getService(PlainImageJ.class) != null;
	}
}
