package io.github.vertebraj.ui.annotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.vertebraj.reading.study.Criterion;
import io.github.vertebraj.ui.annotation.PanelCommands.Surroundings;
import io.github.vertebraj.ui.model.ExampleStudy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every key means one thing, and the documentation lists them: {@code mvn test -Dtest=KeyListTest
 * -Dvertebraj.update=true} writes the list anew.
 */
class KeyListTest {

	private static final Path PAGE = Path.of("docs", "annotation.md");
	private static final String BEGIN = "<!-- keys -->\n";
	private static final String END = "<!-- /keys -->";

	@TempDir
	private Path folder;
	private List<PanelCommand> commands;

	@BeforeEach
	void make() {
		final Surroundings none = (Surroundings) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {
			Surroundings.class }, (proxy, method, arguments) -> null);
		commands = PanelCommands.of(ExampleStudy.model(ExampleStudy.create(folder), "kim", 2), none);
	}

	@Test
	void aKeyMeansOneThing() {
		final Set<String> seen = new HashSet<>();
		for (final PanelCommand command : commands)
			for (final String key : command.keys()) {
				assertNotNull(PanelKeys.stroke(key), key);
				assertTrue(seen.add(PanelKeys.stroke(key).toString()), key + " of " + command.text());
			}
		assertEquals(Criterion.values().length, PanelCommands.LETTERS.size());
	}

	@Test
	void thePageListsThem() throws IOException {
		final String page = Files.readString(PAGE);
		final int begin = page.indexOf(BEGIN) + BEGIN.length();
		final String expected = page.substring(0, begin) + table() + page.substring(page.indexOf(END));
		if (Boolean.getBoolean("vertebraj.update")) Files.writeString(PAGE, expected);
		assertEquals(expected, Files.readString(PAGE));
	}

	private String table() {
		return "| key | what it does |\n|---|---|\n" + PanelKeys.sorted(commands).stream().map(command -> "| " + command
			.keyText() + " | " + command.text() + " |\n").collect(Collectors.joining());
	}
}
