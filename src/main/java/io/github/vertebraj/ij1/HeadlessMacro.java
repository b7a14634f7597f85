package io.github.vertebraj.ij1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import ij.IJ;
import ij.Menus;
import ij.io.OpenDialog;
import ij.macro.Interpreter;
import ij.plugin.Macro_Runner;
import ij.plugin.frame.Editor;

import org.scijava.Context;

/** A macro run in an ImageJ without a display; {@link Headless} has prepared ImageJ's classes before. */
final class HeadlessMacro {

	/** Fiji's bridge between SciJava and ImageJ, which starts ImageJ itself and overrides our menu entries. */
	private static final String FIJI = "net/imagej/legacy/LegacyService.class";

	private HeadlessMacro() {}

	/** Whether the macro, and every command in it, ended well; the reason why not is on standard error. */
	static boolean run(final Path macro, final String argument) {
		start();
		try (HeadlessConsole console = HeadlessConsole.open()) {
			final String text = Editor.doInclude(read(macro));
			Macro_Runner.setFilePath(macro.toAbsolutePath().toString());
			OpenDialog.setLastDirectory(macro.toAbsolutePath().getParent() + "/");
			interpret(text, argument);
			return !console.hasFailed();
		}
		catch (final IOException e) {
			System.err.println("'" + macro + "' could not be read: " + e.getMessage());
			return false;
		}
	}

	private static void interpret(final String text, final String argument) {
		// ImageJ stops a macro at an error of its own only in a thread of this name.
		Thread.currentThread().setName("Headless_Macro$");
		try {
			new Interpreter().run(text, argument);
		}
		catch (final RuntimeException e) {
			// So ends every macro that does not reach its last line, also by exit(); the console knows what was an error.
			if (!CallingMacro.isCanceled(e)) throw e;
		}
	}

	/** Starts ImageJ, and with it Fiji's commands where they are on the class path. */
	private static void start() {
		if (HeadlessMacro.class.getClassLoader().getResource(FIJI) != null) new Context();
		if (Menus.getCommands() == null) IJ.runPlugIn("ij.IJ.init", "");
		MenuCommands.install(PluginsConfig.ofClassPath());
	}

	/** Macros are UTF-8, or what ImageJ's own editor writes in older versions. */
	private static String read(final Path macro) throws IOException {
		final byte[] bytes = Files.readAllBytes(macro);
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (final CharacterCodingException e) {
			return new String(bytes, StandardCharsets.ISO_8859_1);
		}
	}
}
