package io.github.vertebraj.ij1;

import ij.IJ;

import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.app.event.StatusEvent;
import org.scijava.command.CommandService;
import org.scijava.event.EventHandler;
import org.scijava.log.LogService;
import org.scijava.service.AbstractService;
import org.scijava.service.SciJavaService;
import org.scijava.task.TaskService;
import org.scijava.task.event.TaskEvent;

/**
 * Marks the SciJava context that this package makes in plain ImageJ, which has none, and does there what Fiji does by
 * itself: shows status and progress in ImageJ's window, and stops a command at the Escape key. Not a plugin, so never
 * in Fiji's own context.
 */
public final class PlainImageJ extends AbstractService implements SciJavaService {

	/** The one context of plain ImageJ, made when the first command needs it. */
	private static final class Holder {

		private static final Context CONTEXT = new Context(LogService.class, CommandService.class, StatusService.class,
			TaskService.class, CommandOutcomes.class, PlainImageJ.class);
	}

	static Context sharedContext() {
		return Holder.CONTEXT;
	}

	@EventHandler
	void onStatus(final StatusEvent event) {
		if (event.isWarning()) return;
		final String message = event.getStatusMessage();
		if (message != null && !message.isEmpty()) IJ.showStatus(message);
		final boolean isRunning = event.getProgressMaximum() > 0;
		IJ.showProgress(isRunning ? event.getProgressValue() / (double) event.getProgressMaximum() : 1);
	}

	@EventHandler
	void onTask(final TaskEvent event) {
		if (event.getTask().isDone()) IJ.showProgress(1);
		else if (IJ.escapePressed() && !event.getTask().isCanceled()) event.getTask().cancel("Stopped by the Escape key");
	}
}
