package io.github.vertebraj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import ij.measure.ResultsTable;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** What the tests of the commands on tables share: they run one on the invented study, or on a few lines of text. */
abstract class TableCommandTest {

	private static Context context;

	@TempDir
	static Path studyFolder;

	@TempDir
	Path folder;

	private final Class<? extends Command> command;

	TableCommandTest(final Class<? extends Command> command) {
		this.command = command;
	}

	@BeforeAll
	static void open() throws Exception {
		context = new Context(CommandService.class);
		context.service(CommandService.class).run(DemoData.class, false, "kind", "patient table", "outputFolder", studyFolder
			.toFile()).get();
	}

	@AfterAll
	static void close() {
		context.dispose();
	}

	/** Runs the command on the invented study. */
	CommandModule study(final Object... inputs) throws Exception {
		return run(studyFolder.resolve("patients.csv"), inputs);
	}

	/** Runs the command on a table of those lines. */
	CommandModule lines(final List<String> lines, final Object... inputs) throws Exception {
		return run(file(lines), inputs);
	}

	Path file(final List<String> lines) throws IOException {
		return Files.write(folder.resolve("study.csv"), lines);
	}

	private CommandModule run(final Path table, final Object... inputs) throws Exception {
		final List<Object> all = new ArrayList<>(List.of("table", table.toFile()));
		all.addAll(Arrays.asList(inputs));
		return context.service(CommandService.class).run(command, false, all.toArray()).get();
	}

	/** Holds the command to a refusal with that in its message. */
	void assertRefused(final String reason, final CommandModule module) {
		assertTrue(module.isCanceled(), "was not refused");
		assertTrue(module.getCancelReason().contains(reason), module.getCancelReason());
	}

	static ResultsTable table(final CommandModule module, final String output) {
		assertFalse(module.isCanceled(), module::getCancelReason);
		return (ResultsTable) module.getOutput(output);
	}

	/** Holds a cell to an oracle's number. */
	static void assertCell(final double truth, final ResultsTable table, final String header, final int row) {
		assertEquals(truth, table.getValue(header, row), 1e-10 * Math.abs(truth), header);
	}

	static void assertText(final String text, final ResultsTable table, final String header, final int row) {
		assertEquals(text, table.getStringValue(header, row));
	}
}
