package io.github.vertebraj.ui.annotation;

import java.awt.Component;
import java.awt.GraphicsEnvironment;
import java.awt.KeyboardFocusManager;
import java.awt.Toolkit;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.swing.AbstractAction;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.KeyStroke;
import javax.swing.text.JTextComponent;

/** Gives commands their keys and menus. While a text is typed, or a list is open, its keys are its own. */
final class PanelKeys {

	/** Of the menus in the list of keys: what is used most stands first. */
	private static final List<String> ORDER = List.of("", "Segment", "Image", "Case", "Help");

	private PanelKeys() {}

	/**
	 * @param condition one of {@link JComponent}'s: the column of segments needs keys of its own, since the scroll pane
	 *                  around it would take the arrows before the window gets them
	 */
	static void install(final JComponent component, final int condition, final List<PanelCommand> commands) {
		for (final PanelCommand command : commands)
			for (final String key : command.keys()) {
				component.getInputMap(condition).put(stroke(key), command.text());
				component.getActionMap().put(command.text(), action(command));
			}
	}

	private static AbstractAction action(final PanelCommand command) {
		return new AbstractAction() {

			private static final long serialVersionUID = 1L;

			@Override
			public boolean isEnabled() {
				final Component focused = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
				return !(focused instanceof JTextComponent) && !(focused instanceof JComboBox);
			}

			@Override
			public void actionPerformed(final ActionEvent event) {
				command.action().run();
			}
		};
	}

	/** {@code menu} is Ctrl, or Command on a Mac. */
	static KeyStroke stroke(final String key) {
		final boolean isMac = !GraphicsEnvironment.isHeadless() && Toolkit.getDefaultToolkit()
			.getMenuShortcutKeyMaskEx() == InputEvent.META_DOWN_MASK;
		return KeyStroke.getKeyStroke(key.replace("menu", isMac ? "meta" : "ctrl"));
	}

	/** Keys stand as text: as accelerators they would act while a note is typed. */
	static JMenuBar menuBar(final List<PanelCommand> commands) {
		final Map<String, JMenu> menus = new LinkedHashMap<>();
		for (final PanelCommand command : commands) {
			if (command.menu().isEmpty()) continue;
			final String keys = command.keyText();
			final JMenuItem item = new JMenuItem(command.text() + (keys.isEmpty() ? "" : "   [" + keys + "]"));
			item.setName(command.text());
			item.addActionListener(event -> command.action().run());
			menus.computeIfAbsent(command.menu(), JMenu::new).add(item);
		}
		final JMenuBar bar = new JMenuBar();
		menus.values().forEach(bar::add);
		return bar;
	}

	/** What has keys, in the order of the list; the criteria once. */
	static List<PanelCommand> sorted(final List<PanelCommand> commands) {
		return commands.stream().filter(command -> !command.keys().isEmpty()).filter(command -> !command.text().startsWith(
			PanelCommands.BACKWARDS)).sorted(Comparator.comparingInt(command -> ORDER.indexOf(command.menu()))).toList();
	}

	/** The list of keys, one in a line, as a table. */
	static String html(final List<PanelCommand> commands) {
		final StringBuilder text = new StringBuilder("<html><table>");
		sorted(commands).forEach(command -> text.append("<tr><td><b>").append(command.keyText()).append("</b></td><td>")
				.append(command.text()).append("</td></tr>"));
		return text.append("<tr><td><b>Shift+letter</b></td><td>Criterion backwards</td></tr></table></html>").toString();
	}
}
