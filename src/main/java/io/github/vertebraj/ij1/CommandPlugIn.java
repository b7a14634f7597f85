package io.github.vertebraj.ij1;

import ij.plugin.PlugIn;

import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleRunner;
import org.scijava.module.ModuleService;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginService;

/**
 * Runs a SciJava command from plain ImageJ's menu and macros. A line of {@code plugins.config} names it with the
 * command's class:
 *
 * <pre>
 * Plugins&gt;VertebraJ, "ADC Map...", io.github.vertebraj.ij1.CommandPlugIn("io.github.vertebraj.command.AdcMap")
 * </pre>
 *
 * In Fiji, imagej-legacy overrides the entry with the command itself.
 */
public final class CommandPlugIn implements PlugIn {

	/** @param className the command's class */
	@Override
	public void run(final String className) {
		final Thread thread = Thread.currentThread();
		final ClassLoader loader = thread.getContextClassLoader();
		// SciJava finds commands through the thread's class loader, which need not know ImageJ's plugins folder.
		thread.setContextClassLoader(CommandPlugIn.class.getClassLoader());
		try {
			run(PlainImageJ.sharedContext(), className);
		}
		finally {
			thread.setContextClassLoader(loader);
		}
	}

	/** Runs the command in this thread, the macro's, so that the macro's options are found and it can be stopped. */
	private static void run(final Context context, final String className) {
		final CommandInfo command = context.service(CommandService.class).getCommand(className);
		if (command == null) {
			context.service(CommandOutcomes.class).end(className,
				"this command is in plugins.config, but not among SciJava's plugins");
			return;
		}
		final PluginService plugins = context.service(PluginService.class);
		try {
			new ModuleRunner(context, context.service(ModuleService.class).createModule(command), plugins
				.createInstancesOfType(PreprocessorPlugin.class), plugins.createInstancesOfType(PostprocessorPlugin.class)).run();
		}
		catch (final RuntimeException | Error e) {
			// CommandOutcomes has told the user and stopped the macro; ImageJ would do both again.
		}
	}
}
