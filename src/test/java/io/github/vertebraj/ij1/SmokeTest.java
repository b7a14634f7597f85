package io.github.vertebraj.ij1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.vertebraj.ij1.CommandParameter.Kind;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleService;

/** Every command refuses a wrong key, a wrong choice and a word for a number, in macros and when SciJava runs it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmokeTest {

	/** What is wrong, and what the user reads. */
	private record Mistake(CommandInfo command, String what, String key, String value, String message) {

		String macroLine() {
			return "print(eval(\"run('" + CommandInputs.labelOf(command) + "', '" + key + "=[" + value + "]');\"));\n";
		}
	}

	private Context context;

	@BeforeAll
	void open() {
		context = new Context(CommandService.class, ModuleService.class);
	}

	@AfterAll
	void close() {
		context.dispose();
	}

	private static List<Mistake> mistakes(final CommandInfo command) {
		final List<CommandParameter> parameters = CommandInputs.parametersOf(command);
		final List<Mistake> mistakes = new ArrayList<>();
		mistakes.add(new Mistake(command, "wrong key", "nosuchkey", "1", "'nosuchkey' is not an option"));
		first(parameters, Kind.CHOICE).ifPresent(choice -> mistakes.add(new Mistake(command, "wrong choice", choice.name(),
			"no such choice", choice.name() + " must be one of")));
		first(parameters, Kind.NUMBER).or(() -> first(parameters, Kind.WHOLE)).ifPresent(number -> mistakes.add(new Mistake(
			command, "word for a number", number.name(), "many", number.name() + " must be a")));
		first(parameters, Kind.IMAGE).ifPresent(image -> mistakes.add(new Mistake(command, "unknown image", image.name(),
			"nix", "no open image is called 'nix'")));
		return mistakes;
	}

	private static Optional<CommandParameter> first(final List<CommandParameter> parameters, final Kind kind) {
		return parameters.stream().filter(parameter -> parameter.kind() == kind).findFirst();
	}

	/** One macro for all: {@code eval} returns {@code [aborted]} for each, and the next is tried. */
	@TestFactory
	Stream<DynamicTest> macrosAreRefused(@TempDir final Path folder) throws Exception {
		final List<Mistake> mistakes = AllCommands.in(context).stream().flatMap(command -> mistakes(command).stream())
			.toList();
		final ForkedJava java = ForkedJava.headless(folder, String.join("", mistakes.stream().map(Mistake::macroLine)
			.toList()));
		final List<String> results = java.out().lines().toList();
		final List<String> messages = java.err().lines().filter(line -> !line.startsWith("  in line")).toList();
		assertEquals(mistakes.size(), results.size(), java.err());
		assertEquals(mistakes.size(), messages.size(), java.err());
		return IntStream.range(0, mistakes.size()).mapToObj(i -> DynamicTest.dynamicTest(CommandInputs.labelOf(
			mistakes.get(i).command()) + " " + mistakes.get(i).what(), () -> {
				assertEquals("[aborted]", results.get(i));
				assertTrue(messages.get(i).startsWith(CommandInputs.titleOf(mistakes.get(i).command()) + ": "), messages.get(i));
				assertTrue(messages.get(i).contains(mistakes.get(i).message()), messages.get(i));
			}));
	}

	@TestFactory
	Stream<DynamicNode> sciJavaIsRefused() {
		return AllCommands.in(context).stream().map(command -> DynamicContainer.dynamicContainer(CommandInputs.labelOf(
			command), mistakes(command).stream().filter(mistake -> mistake.what().startsWith("wrong")).map(
				mistake -> DynamicTest.dynamicTest(mistake.what(), () -> assertRefused(mistake)))));
	}

	private void assertRefused(final Mistake mistake) throws Exception {
		final CommandService commands = context.service(CommandService.class);
		final Map<String, Object> inputs = Map.of(mistake.key(), mistake.value());
		if (mistake.what().equals("wrong key")) {
			assertThrows(IllegalArgumentException.class, () -> commands.run(mistake.command(), true, inputs));
			return;
		}
		final CommandModule run = commands.run(mistake.command(), true, inputs).get();
		assertTrue(run.isCanceled());
		assertTrue(run.getCancelReason().contains(mistake.message()), run.getCancelReason());
	}
}
