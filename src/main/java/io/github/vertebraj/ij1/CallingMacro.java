package io.github.vertebraj.ij1;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.Optional;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.macro.Interpreter;

import org.scijava.Context;
import org.scijava.thread.ThreadService;

/**
 * The macro, or script, that runs a command with {@code run("...")}. Plain ImageJ runs the command in the macro's own
 * thread, Fiji in one of SciJava's, which knows the thread that it works for.
 */
record CallingMacro(Thread thread) {

	/** What ImageJ puts before the name of a thread that runs a command for a macro or a script. */
	private static final String RUNNING = "Run$_";

	/** The macro that the current thread works for; empty when the command was chosen from the menu. */
	static Optional<CallingMacro> of(final Context context) {
		if (!IJ.isMacro()) return Optional.empty();
		final ThreadService threads = context.getService(ThreadService.class);
		Thread thread = Thread.currentThread();
		while (thread != null && !thread.getName().startsWith(RUNNING))
			thread = threads == null ? null : threads.getParent(thread);
		return Optional.ofNullable(thread).map(CallingMacro::new);
	}

	/**
	 * Takes the options that the macro gives the command; empty when it gives none, so that the user is asked. They are
	 * gone then: what runs within the command, and imagej-legacy's reader after this one, must not find them too.
	 */
	Optional<String> takeOptions() {
		final Optional<String> options = Optional.ofNullable(Macro.getOptions());
		Macro.setOptions(thread, null);
		return options;
	}

	/**
	 * The image that the macro works on, when it is this thread's own: in batch mode, and in {@code IJ.run(image, ...)}.
	 * ImageJ tells a thread only its own image, and Fiji runs the command in another.
	 */
	Optional<ImagePlus> image() {
		try {
			final Field images = WindowManager.class.getDeclaredField("tempImageTable");
			images.setAccessible(true);
			return Optional.ofNullable((ImagePlus) ((Map<?, ?>) images.get(null)).get(thread));
		}
		catch (final ReflectiveOperationException e) {
			throw new IllegalStateException("This version of ImageJ does not tell which image a macro works on", e);
		}
	}

	/** Makes an image the one that the macro's next line works on; with a display, its window does that. */
	void select(final ImagePlus image) {
		if (Interpreter.isBatchMode()) WindowManager.setTempCurrentImage(thread, image);
	}

	/**
	 * Stops the macro: its next line does not run. A macro that called it by {@code runMacro} gets {@code [aborted]} as
	 * the result, as after any error.
	 *
	 * @param message shown by ImageJ with the line of the macro, in a dialog or on standard error; null for nothing
	 */
	void stop(final String title, final String message) {
		final Interpreter interpreter = Interpreter.getInstance();
		if (interpreter != null) {
			final String shown = message == null ? null : Messages.forImageJ(title + ": " + message);
			final boolean isShown = isCanceled(() -> interpreter.abort(shown));
			// Without an exception the macro is an eval(), which takes the message as its result and goes on.
			if (message != null && !isShown) return;
		}
		else if (message != null) Messages.show(title, message);
		// ImageJ throws in the macro's thread, too, but only once it has let go of the interpreter, which this makes it do.
		IJ.error(title, Macro.MACRO_CANCELED);
		isCanceled(Macro::abort);
	}

	/** ImageJ ends a macro by an exception that is known by its message. */
	static boolean isCanceled(final Throwable exception) {
		return Macro.MACRO_CANCELED.equals(exception.getMessage());
	}

	private static boolean isCanceled(final Runnable action) {
		try {
			action.run();
			return false;
		}
		catch (final RuntimeException e) {
			if (!isCanceled(e)) throw e;
			return true;
		}
	}
}
