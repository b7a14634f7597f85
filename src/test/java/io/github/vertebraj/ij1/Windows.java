package io.github.vertebraj.ij1;

import static org.junit.jupiter.api.Assertions.fail;

import java.awt.Button;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Label;
import java.awt.TextField;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads and operates the dialogs that are open, as a user would, but by their texts instead of their places. */
final class Windows {

	private static final long PATIENCE_MS = 20_000;
	private static final long PAUSE_MS = 20;
	private static final int PAUSES = 100;
	private static final int ATTEMPTS = 3;

	private Windows() {}

	/** Runs something that opens a dialog, elsewhere, because the dialog holds it up. */
	static CompletableFuture<Void> start(final Runnable action) {
		final CompletableFuture<Void> end = new CompletableFuture<>();
		final Thread thread = new Thread(() -> {
			try {
				action.run();
				end.complete(null);
			}
			catch (final Throwable e) {
				end.completeExceptionally(e);
			}
		}, "Try Out...");
		thread.start();
		return end;
	}

	/** Waits for a dialog of that title. */
	static Dialog dialog(final String title) throws InterruptedException {
		return wait("dialog '" + title + "'", () -> Arrays.stream(Window.getWindows()).filter(Dialog.class::isInstance).map(
			Dialog.class::cast).filter(dialog -> dialog.isShowing() && title.equals(dialog.getTitle())).findFirst());
	}

	static boolean isOpen(final String title) {
		return Arrays.stream(Window.getWindows()).anyMatch(window -> window instanceof Dialog dialog && dialog.isShowing() &&
			title.equals(dialog.getTitle()));
	}

	/** Presses Cancel in all dialogs that have it. */
	static void cancelAll() {
		Arrays.stream(Window.getWindows()).filter(Dialog.class::isInstance).map(Dialog.class::cast).filter(
			Window::isShowing).filter(dialog -> components(dialog).anyMatch(part -> part instanceof Button button && button
				.getLabel().strip().equals("Cancel"))).forEach(dialog -> press(dialog, "Cancel"));
	}

	/** All that the dialog's labels say. */
	static String text(final Container dialog) {
		return components(dialog).filter(Label.class::isInstance).map(Label.class::cast).map(Label::getText).collect(
			Collectors.joining(" "));
	}

	static Button button(final Container dialog, final String label) {
		return components(dialog).filter(Button.class::isInstance).map(Button.class::cast).filter(button -> button.getLabel()
			.strip().equals(label)).findFirst().orElseGet(() -> fail("No button " + label));
	}

	/** Presses a button that closes its dialog, and again if it does not: a dialog shows a little before it listens. */
	static void press(final Container dialog, final String label) {
		final Button button = button(dialog, label);
		for (int attempt = 0; attempt < ATTEMPTS && dialog.isShowing(); attempt++) {
			EventQueue.invokeLater(() -> Arrays.stream(button.getActionListeners()).forEach(listener -> listener.actionPerformed(
				new ActionEvent(button, ActionEvent.ACTION_PERFORMED, label))));
			for (int pause = 0; pause < PAUSES && dialog.isShowing(); pause++)
				LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MS));
		}
	}

	/** The dialog's text fields, from top to bottom. */
	static List<TextField> fields(final Container dialog) {
		return inOrder(dialog, TextField.class);
	}

	static List<Choice> choices(final Container dialog) {
		return inOrder(dialog, Choice.class);
	}

	static List<Checkbox> checkboxes(final Container dialog) {
		return inOrder(dialog, Checkbox.class);
	}

	static <T> T wait(final String what, final Supplier<Optional<T>> supplier) throws InterruptedException {
		final long end = System.currentTimeMillis() + PATIENCE_MS;
		while (System.currentTimeMillis() < end) {
			final Optional<T> found = supplier.get();
			if (found.isPresent()) return found.get();
			Thread.sleep(PAUSE_MS);
		}
		return fail("Waited in vain for " + what);
	}

	private static <T extends Component> List<T> inOrder(final Container dialog, final Class<T> type) {
		return components(dialog).filter(type::isInstance).map(type::cast).toList();
	}

	private static Stream<Component> components(final Container container) {
		return Arrays.stream(container.getComponents()).flatMap(component -> component instanceof Container inner ? Stream
			.concat(Stream.of(component), components(inner)) : Stream.of(component));
	}
}
