package io.github.vertebraj.ui.annotation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import javax.swing.KeyStroke;

/**
 * Something that can be done in the panel, by menu or key.
 *
 * @param menu where it stands; empty text for keys alone
 * @param keys as {@link KeyStroke#getKeyStroke(String)} takes them; {@code menu} stands for Ctrl, or Command on a Mac
 */
record PanelCommand(String menu, String text, List<String> keys, Runnable action) {

	private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("menu", "Ctrl"), Map.entry("shift", "Shift"),
		Map.entry("BACK_SPACE", "Backspace"), Map.entry("DELETE", "Delete"), Map.entry("ENTER", "Enter"), Map.entry(
			"PAGE_DOWN", "Page Down"), Map.entry("SPACE", "Space"), Map.entry("UP", "Up"), Map.entry("DOWN", "Down"), Map.entry(
				"LEFT", "Left"), Map.entry("RIGHT", "Right"), Map.entry("HOME", "Home"), Map.entry("END", "End"));

	/** The keys as a reader reads them: {@code Ctrl+Z}. */
	String keyText() {
		return keys.stream().filter(key -> !key.contains("NUMPAD") && !key.equals("typed N")).map(key -> Arrays.stream(key
			.split(" ")).filter(word -> !word.equals("typed")).map(word -> NAMES.getOrDefault(word, word.toUpperCase(
				Locale.ROOT))).collect(Collectors.joining("+"))).collect(Collectors.joining(", "));
	}
}
