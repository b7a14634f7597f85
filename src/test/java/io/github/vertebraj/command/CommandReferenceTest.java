package io.github.vertebraj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;

/**
 * The command reference is written by the commands' own parameters, so that it cannot drift. After a change of a
 * parameter, {@code mvn test -Dtest=CommandReferenceTest -Dvertebraj.update=true} writes it anew.
 */
class CommandReferenceTest {

	private static final Path REFERENCE = Path.of("docs", "commands.md");

	@Test
	void referenceIsWhatTheCommandsSay() throws IOException {
		final String expected = reference();
		if (Boolean.getBoolean("vertebraj.update")) Files.writeString(REFERENCE, expected);
		assertEquals(expected, Files.readString(REFERENCE), REFERENCE +
			" has drifted: run mvn test -Dtest=CommandReferenceTest -Dvertebraj.update=true");
	}

	/** Our commands in the order of the menu. */
	static List<CommandInfo> commands(final Context context) {
		return context.service(CommandService.class).getCommands().stream().filter(info -> info.getClassName().matches(
			"io\\.github\\.vertebraj\\.(command|ui)\\..*")).sorted(Comparator.comparingDouble(info -> info.getMenuPath().getLeaf()
				.getWeight())).toList();
	}

	private static String reference() {
		try (Context context = new Context(CommandService.class)) {
			return """
				# Commands

				Written by the commands' own parameters; do not edit. In a macro a parameter is given by its name, in any case:
				`run("ADC Map...", "bvalues=[0,500,1000] method=weighted");`. A value with spaces stands in brackets. An unknown
				name, a value outside the choices and a text where a number belongs are errors. Names of regions:
				[regions.md](regions.md).

				""" + commands(context).stream().map(CommandReferenceTest::section).collect(Collectors.joining("\n"));
		}
	}

	private static String section(final CommandInfo info) {
		final StringBuilder text = new StringBuilder("## " + info.getMenuPath().getLeaf().getName() + "\n\n" + info
			.getDescription() + "\n\n| parameter | type | default | what it is |\n|---|---|---|---|\n");
		for (final ModuleItem<?> input : info.inputs())
			if (isForUsers(input)) text.append("| `" + input.getName() + "` | " + type(input) +
				" | " + defaultOf(info, input) + " | " + input.getLabel() + ". " + input.getDescription() + " |\n");
		final List<ModuleItem<?>> outputs = StreamSupport.stream(info.outputs().spliterator(), false).collect(Collectors
			.toList());
		if (!outputs.isEmpty()) text.append("\nGives: " + outputs.stream().map(output -> output.getLabel() + " (" + kind(
				output) + ")").collect(Collectors.joining(", ")) + ".\n");
		return text.toString();
	}

	private static String kind(final ModuleItem<?> output) {
		return switch (output.getType().getSimpleName()) {
			case "ImagePlus" -> "image";
			case "List" -> "images";
			default -> "table";
		};
	}

	/** SciJava's own services are inputs too. */
	private static boolean isForUsers(final ModuleItem<?> input) {
		return input.getVisibility() != ItemVisibility.MESSAGE && !Service.class.isAssignableFrom(input.getType()) && input
			.getType() != Context.class;
	}

	private static String type(final ModuleItem<?> input) {
		if (input.getChoices() != null && !input.getChoices().isEmpty()) return input.getChoices().stream().map(
			choice -> "`" + choice + "`").collect(Collectors.joining(", "));
		final String range = (input.getMinimumValue() == null ? "" : " from " + plain(input.getMinimumValue())) + (input
			.getMaximumValue() == null ? "" : " to " + plain(input.getMaximumValue()));
		return switch (input.getType().getSimpleName()) {
			case "ImagePlus" -> "image";
			case "String" -> "text";
			case "File" -> "directory".equals(input.getWidgetStyle()) ? "folder" : "both,directory".equals(input.getWidgetStyle()) ? "folder or file" : "file";
			case "boolean" -> "true, false";
			case "int", "long" -> "whole number" + range;
			case "double" -> "number" + range;
			default -> throw new AssertionError("No word for the type of " + input.getName());
		};
	}

	private static String plain(final Object number) {
		return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
	}

	private static String defaultOf(final CommandInfo info, final ModuleItem<?> input) {
		if (input.getType().getSimpleName().equals("ImagePlus")) return input.isAutoFill() ? "active image" : "none";
		try {
			final Object value = info.createModule().getInput(input.getName());
			if (value != null && !value.toString().isEmpty()) return "`" + value + "`";
			return input.isRequired() ? "required" : "none";
		}
		catch (final org.scijava.module.ModuleException e) {
			throw new AssertionError(e);
		}
	}
}
