package io.github.vertebraj.ui.annotation;

import static org.junit.jupiter.api.Assertions.fail;

import java.awt.AWTException;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javax.swing.AbstractButton;
import javax.swing.JDialog;
import javax.swing.text.JTextComponent;

/** Types and clicks as a user does, and reads what the windows show. */
final class Screen {

	private static final long PATIENCE_MS = 15_000;

	private final Robot robot;

	Screen() throws AWTException {
		robot = new Robot();
		robot.setAutoDelay(5);
	}

	static <T> T inDisplay(final Callable<T> task) throws Exception {
		final FutureTask<T> future = new FutureTask<>(task);
		EventQueue.invokeAndWait(future);
		return future.get();
	}

	static void waitFor(final String what, final Supplier<Boolean> condition) throws Exception {
		final long end = System.currentTimeMillis() + PATIENCE_MS;
		while (System.currentTimeMillis() < end) {
			if (inDisplay(condition::get)) return;
			Thread.sleep(10);
		}
		fail("Waited in vain for " + what);
	}

	/** Presses keys, one after the other, with modifiers before them. */
	void press(final int... codes) throws InterruptedException, InvocationTargetException {
		for (final int code : codes)
			robot.keyPress(code);
		for (int i = codes.length - 1; i >= 0; i--)
			robot.keyRelease(codes[i]);
		settle();
	}

	void type(final String letters) throws InterruptedException, InvocationTargetException {
		for (final char letter : letters.toCharArray())
			press(KeyEvent.getExtendedKeyCodeForChar(letter));
	}

	/** Two passes: events that an event causes are done too. */
	private void settle() throws InterruptedException, InvocationTargetException {
		robot.waitForIdle();
		EventQueue.invokeAndWait(() -> {});
	}

	void click(final Component component, final Rectangle part) throws Exception {
		final Point corner = inDisplay(component::getLocationOnScreen);
		robot.mouseMove(corner.x + part.x + part.width / 2, corner.y + part.y + part.height / 2);
		robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
		robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
		settle();
	}

	void click(final Component component) throws Exception {
		click(component, new Rectangle(component.getSize()));
	}

	BufferedImage shot(final Window window) throws Exception {
		settle();
		return robot.createScreenCapture(inDisplay(window::getBounds));
	}

	static JDialog dialog(final String title) throws Exception {
		final JDialog[] found = new JDialog[1];
		waitFor("dialog '" + title + "'", () -> {
			found[0] = Arrays.stream(Window.getWindows()).filter(JDialog.class::isInstance).map(JDialog.class::cast).filter(
				one -> one.isShowing() && one.getTitle().equals(title)).findFirst().orElse(null);
			return found[0] != null;
		});
		return found[0];
	}

	/** Presses a button of a dialog, and waits for the dialog's end. */
	void answer(final JDialog dialog, final String button) throws Exception {
		final AbstractButton found = button(dialog, button);
		EventQueue.invokeLater(found::doClick);
		waitFor("the end of " + dialog.getTitle(), () -> !dialog.isShowing());
	}

	static AbstractButton button(final JDialog dialog, final String text) {
		return (AbstractButton) find(dialog, one -> one instanceof AbstractButton known && text.equals(known.getText()))
			.orElseGet(() -> fail("No button " + text));
	}

	static void write(final Container in, final String name, final String text) throws Exception {
		EventQueue.invokeAndWait(() -> ((JTextComponent) find(in, one -> name.equals(one.getName())).orElseGet(() -> fail(
			"No field " + name))).setText(text));
	}

	/** The first text field of a dialog. */
	static void write(final JDialog dialog, final String text) throws Exception {
		EventQueue.invokeAndWait(() -> ((JTextComponent) find(dialog, JTextComponent.class::isInstance).orElseThrow())
			.setText(text));
	}

	static Component named(final Container in, final String name) {
		return find(in, one -> name.equals(one.getName())).orElseGet(() -> fail("No component " + name));
	}

	private static Optional<Component> find(final Container in, final Predicate<Component> wanted) {
		return all(in).filter(wanted).findFirst();
	}

	private static Stream<Component> all(final Container container) {
		return Arrays.stream(container.getComponents()).flatMap(part -> part instanceof Container inner ? Stream.concat(Stream
			.of(part), all(inner)) : Stream.of(part));
	}
}
