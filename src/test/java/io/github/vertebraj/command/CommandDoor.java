package io.github.vertebraj.command;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.measure.ResultsTable;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** Tests that run a command through SciJava's door. */
abstract class CommandDoor {

	private static Context context;

	private final Class<? extends Command> command;

	CommandDoor(final Class<? extends Command> command) {
		this.command = command;
	}

	@BeforeAll
	static void open() {
		context = new Context(CommandService.class);
	}

	@AfterAll
	static void close() {
		context.dispose();
	}

	static CommandModule run(final Class<? extends Command> other, final Object... inputs) throws Exception {
		return context.service(CommandService.class).run(other, false, inputs).get();
	}

	/** The output {@code table} of the command. */
	ResultsTable table(final Object... inputs) throws Exception {
		final CommandModule module = run(command, inputs);
		assertFalse(module.isCanceled(), module::getCancelReason);
		return (ResultsTable) module.getOutput("table");
	}

	void assertRefused(final String reason, final Object... inputs) throws Exception {
		final CommandModule module = run(command, inputs);
		assertTrue(module.isCanceled(), "was not refused");
		assertTrue(module.getCancelReason().contains(reason), module.getCancelReason());
	}
}
