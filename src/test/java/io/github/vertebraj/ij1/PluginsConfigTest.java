package io.github.vertebraj.ij1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.MenuEntry;
import org.scijava.MenuPath;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;

/**
 * plugins.config and the commands' annotations say the same: otherwise Fiji shows a command twice. And the names of
 * parameters are such that ImageJ can record them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PluginsConfigTest {

	private Context context;

	@BeforeAll
	void open() {
		context = new Context(CommandService.class);
	}

	@AfterAll
	void close() {
		context.dispose();
	}

	@Test
	void listsTheCommandsAsTheyAnnotateThemselves() throws Exception {
		final List<String> annotated = AllCommands.released(context).stream().map(command -> menuOf(command) + ", " +
			CommandInputs.labelOf(command) + ", " + command.getDelegateClassName()).toList();
		final List<String> listed = PluginsConfig.read(Path.of("plugins.config").toUri().toURL()).entries().stream().map(
			entry -> entry.menu() + ", " + entry.label() + ", " + entry.command()).toList();
		assertEquals(annotated, listed);
	}

	private static String menuOf(final CommandInfo command) {
		final MenuPath path = command.getMenuPath();
		return path.subList(0, path.size() - 1).stream().map(MenuEntry::getName).collect(Collectors.joining(">"));
	}

	@Test
	void everyLineIsUnderstood() throws Exception {
		final long lines = Files.readAllLines(Path.of("plugins.config")).stream().filter(line -> !line.isBlank() &&
			!line.startsWith("#")).count();
		assertEquals(lines, PluginsConfig.read(Path.of("plugins.config").toUri().toURL()).entries().size());
	}

	@TestFactory
	Stream<DynamicTest> parametersCanBeRecorded() {
		return AllCommands.in(context).stream().map(command -> DynamicTest.dynamicTest(CommandInputs.labelOf(command),
			() -> assertRecordable(command)));
	}

	private static void assertRecordable(final CommandInfo command) {
		final List<CommandParameter> parameters = CommandInputs.parametersOf(command);
		for (final CommandParameter one : parameters) {
			assertTrue(one.key().matches("[a-z][a-z0-9]+"), one.name());
			assertFalse(one.item().isPersisted(), one.name() + " must be persist = false: a macro would get the last value");
			assertFalse(one.description().isBlank(), one.name() + " needs a description");
			assertFalse(one.item().getLabel().isBlank(), one.name() + " needs a label");
			// ImageJ's recorder and imagej-legacy look for "key=" anywhere in the options.
			for (final CommandParameter other : parameters)
				assertFalse(one != other && other.key().endsWith(one.key()), one.name() + " is the end of " + other.name());
		}
		assertNotNull(command.getDescription(), "the dialog begins with it");
	}

	@TestFactory
	Stream<DynamicTest> everyInputHasAKindThatMacrosCanGive() {
		return AllCommands.in(context).stream().map(command -> DynamicTest.dynamicTest(CommandInputs.labelOf(command), () -> {
			for (final ModuleItem<?> input : command.inputs())
				assertTrue(isGivenBySciJava(input) || CommandParameter.of(input).isPresent(), input.getName() + " is a " + input
					.getType());
		}));
	}

	private static boolean isGivenBySciJava(final ModuleItem<?> input) {
		return input.getVisibility() == ItemVisibility.MESSAGE || Service.class.isAssignableFrom(input.getType()) || input
			.getType() == Context.class;
	}
}
