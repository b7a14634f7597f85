package io.github.vertebraj.command;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.FileSystemException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;

import ij.IJ;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.app.StatusService;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Parameter;
import org.scijava.task.Task;
import org.scijava.task.TaskService;
import org.scijava.util.ClassUtils;

/**
 * What all commands have in common: expected trouble (a bad value, a bad file, the user's cancel) becomes
 * {@link #cancel} with one clear sentence, and long work reports its progress and can be stopped.
 */
public abstract class VertebraCommand extends ContextCommand {

	/** Steps in which SciJava's progress bars count. */
	private static final int STEPS = 1000;

	@Parameter(required = false)
	private TaskService tasks;

	@Parameter(required = false)
	private StatusService status;

	private Task task;

	@Override
	public final void run() {
		final String name = getClass().getSimpleName();
		task = tasks == null ? null : tasks.createTask(name);
		if (task != null) {
			final Thread worker = Thread.currentThread();
			task.setProgressMaximum(STEPS);
			task.setCancelCallBack(worker::interrupt);
			task.start();
		}
		IJ.resetEscape(); // an earlier key was not meant for this
		try {
			execute();
		}
		catch (final CancellationException e) {
			Thread.interrupted(); // heeded: the thread may be the user interface's own pool
			cancel(""); // the user knows: no message
		}
		catch (final FileSystemException e) {
			// the JDK's own messages are little more than a path
			cancel("Cannot use " + e.getFile() + ": " + Objects.requireNonNullElse(e.getReason(), e.getClass().getSimpleName()
				.replaceAll("(?<=[a-z])(?=[A-Z])", " ").replace(" Exception", "").toLowerCase(Locale.ROOT)) +
				"; choose another file or folder");
		}
		catch (final IllegalArgumentException | IOException e) {
			cancel(e.getMessage());
		}
		finally {
			if (task != null) task.finish();
		}
	}

	/**
	 * Does the work.
	 *
	 * @throws IllegalArgumentException naming a value and what was expected
	 * @throws IOException naming a file and what to do
	 * @throws CancellationException when the user stopped it
	 */
	protected abstract void execute() throws IOException;

	/**
	 * The values of the inputs by name, in the order of their declaration, for the provenance of a result: a file by its
	 * name only. Images and files to be written are left out.
	 */
	protected final Map<String, Object> parameters() {
		final Map<String, Object> parameters = new LinkedHashMap<>();
		for (final Field field : ClassUtils.getAnnotatedFields(getClass(), Parameter.class)) {
			final Parameter parameter = field.getAnnotation(Parameter.class);
			if (parameter.type() != ItemIO.INPUT || parameter.visibility() == ItemVisibility.MESSAGE || parameter.style()
				.equals("save")) continue;
			final Object value = ClassUtils.getValue(field, this);
			if (value instanceof String || value instanceof Number || value instanceof Boolean) parameters.put(field
				.getName(), value);
			else if (field.getType() == File.class) parameters.put(field.getName(), ResultFiles.given((File) value).map(
				path -> path.getFileName().toString()).orElse(""));
			else if (field.getType() == String.class) parameters.put(field.getName(), "");
		}
		return parameters;
	}

	/** A text that may be left empty. */
	protected static Optional<String> given(final String text) {
		return text == null || text.isBlank() ? Optional.empty() : Optional.of(text.strip());
	}

	/**
	 * A number that may be left out.
	 *
	 * @param name of the parameter
	 * @throws IllegalArgumentException when the text is not a finite number
	 */
	protected static OptionalDouble number(final String name, final String text) {
		if (given(text).isEmpty()) return OptionalDouble.empty();
		try {
			final double value = Double.parseDouble(text.strip());
			if (Double.isFinite(value)) return OptionalDouble.of(value);
		}
		catch (final NumberFormatException e) {
			// told below, with what is no number to us either
		}
		throw new IllegalArgumentException(name + " must be a number or empty, but is '" + text + "'");
	}

	/** Takes the part that is done, 0 to 1, of a step that the user sees by its name. */
	protected final DoubleConsumer progress(final String step) {
		return done -> {
			if (IJ.escapePressed()) throw new CancellationException(step);
			final int steps = (int) Math.round(done * STEPS);
			if (task != null) {
				if (task.isCanceled()) throw new CancellationException(step);
				task.setStatusMessage(step);
				task.setProgressValue(steps);
			}
			if (status != null) status.showStatus(steps, STEPS, step);
		};
	}
}
