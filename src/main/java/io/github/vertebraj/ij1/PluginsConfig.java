package io.github.vertebraj.ij1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands that {@code plugins.config} lists for plain ImageJ. */
record PluginsConfig(List<Entry> entries) {

	/** {@code Plugins>VertebraJ, "ADC Map...", io.github.vertebraj.ij1.CommandPlugIn("...")} */
	private static final Pattern LINE = Pattern.compile("\\s*([^,#]+?)\\s*,\\s*\"([^\"]+)\"\\s*,\\s*(" + Pattern.quote(
		CommandPlugIn.class.getName()) + "\\(\"([^\"]+)\"\\))\\s*");

	/**
	 * One menu item.
	 *
	 * @param menu   the path of its menu, {@code Plugins>VertebraJ}
	 * @param plugin what ImageJ's table of commands holds: class and argument
	 * @param command the class of the SciJava command
	 */
	record Entry(String menu, String label, String plugin, String command) {}

	PluginsConfig {
		entries = List.copyOf(entries);
	}

	/** Our entries in all {@code plugins.config} files of the class path, also where no plugin jar has been made. */
	static PluginsConfig ofClassPath() {
		final List<Entry> entries = new ArrayList<>();
		try {
			for (final URL file : Collections.list(PluginsConfig.class.getClassLoader().getResources("plugins.config")))
				entries.addAll(read(file).entries());
		}
		catch (final IOException e) {
			throw new UncheckedIOException("plugins.config could not be read: " + e.getMessage(), e);
		}
		return new PluginsConfig(entries);
	}

	static PluginsConfig read(final URL file) throws IOException {
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(file.openStream(), StandardCharsets.UTF_8))) {
			return new PluginsConfig(reader.lines().map(LINE::matcher).filter(Matcher::matches).map(line -> new Entry(line.group(
				1), line.group(2), line.group(3), line.group(4))).toList());
		}
	}
}
