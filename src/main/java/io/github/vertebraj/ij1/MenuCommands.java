package io.github.vertebraj.ij1;

import java.awt.Menu;
import java.awt.MenuItem;
import java.util.Hashtable;

import ij.IJ;
import ij.Menus;

/** Makes our commands known to an ImageJ that has not found them in its plugins folder. */
final class MenuCommands {

	private MenuCommands() {}

	/** Adds what is missing to the table in which ImageJ looks up {@code run("label")}, and to the menu, if any. */
	static void install(final PluginsConfig config) {
		@SuppressWarnings("unchecked") // ImageJ is older than generics
		final Hashtable<String, String> commands = Menus.getCommands();
		for (final PluginsConfig.Entry entry : config.entries()) {
			if (commands.putIfAbsent(entry.label(), entry.plugin()) != null) continue;
			if (IJ.getInstance() != null) addItem(entry);
		}
	}

	private static void addItem(final PluginsConfig.Entry entry) {
		final MenuItem item = new MenuItem(entry.label());
		item.addActionListener(IJ.getInstance());
		menu(entry.menu()).add(item);
	}

	/** The menu of that path, {@code Plugins>VertebraJ}, made as far as it is missing. */
	private static Menu menu(final String path) {
		final Menu known = Menus.getImageJMenu(path);
		if (known != null) return known;
		final int last = path.lastIndexOf('>');
		final Menu parent = menu(path.substring(0, last));
		final String label = path.substring(last + 1);
		for (int i = 0; i < parent.getItemCount(); i++)
			if (parent.getItem(i) instanceof Menu menu && menu.getLabel().equals(label)) return menu;
		final Menu menu = new Menu(label);
		parent.addSeparator();
		parent.add(menu);
		return menu;
	}
}
