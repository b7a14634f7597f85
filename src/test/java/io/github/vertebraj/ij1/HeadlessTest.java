package io.github.vertebraj.ij1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Macros without a display: what a command makes is there for the next line, and failures end the program honestly. */
class HeadlessTest {

	@TempDir
	private Path folder;

	private static final String IMAGE = "newImage('DWI', '32-bit ramp', 8, 6, 2);\n";

	private void assertPrints(final String macro, final String... lines) throws Exception {
		final ForkedJava java = ForkedJava.headless(folder, IMAGE + macro, "the argument");
		assertEquals(List.of(lines), java.out().lines().toList(), java.err());
		assertEquals("", java.err());
		assertEquals(0, java.exitCode());
	}

	/** The macro fails in its third line, and says why on standard error alone. */
	private ForkedJava assertFails(final String line, final String... messages) throws Exception {
		final ForkedJava java = ForkedJava.headless(folder, IMAGE + "print('before');\n" + line + "\nprint('after');\n");
		assertEquals("before", java.out(), java.err());
		for (final String message : messages)
			assertTrue(java.err().contains(message), java.err());
		assertEquals(1, java.exitCode());
		return java;
	}

	@Test
	void theNextLineFindsImagesByTitle() throws Exception {
		assertPrints("""
			run('Try Out...', 'bvalues=[0, 500] METHOD=Weighted minimumB=1.5 further=true');
			print(nImages + ' ' + getTitle());
			selectImage('signal of DWI');
			print(getTitle());
			selectImage('DWI');
			run('Try Out...', 'image=[signal of DWI]');
			print(getTitle());
			selectImage('DWI');
			run('Try Out...', '');
			print(getTitle());
			""", "3 map of DWI", "signal of DWI", "map of signal of DWI", "map of DWI-1");
	}

	@Test
	void theNextLineFindsTablesByTitle() throws Exception {
		final String csv = folder.resolve("a b.csv").toString();
		assertPrints("""
			run('Try Out...', 'image=DWI minimumb=1.5');
			print(Table.title + ', ' + Table.size + ' row, ' + Table.getString('Method', 0));
			print(Table.get('Minimum b (s/mm^2)', 0) + ' ' + Table.get('Slice', 0, 'Table of DWI'));
			column = Table.getColumn('Slice', 'Table of DWI');
			print(column.length + ' ' + isOpen('Table of DWI') + ' ' + isOpen('map of DWI'));
			selectWindow('Table of DWI');
			saveAs('Results', '%s');
			run('Try Out...', 'image=DWI minimumb=2');
			print(Table.get('Minimum b (s/mm^2)', 0));
			list = getList('window.titles');
			print(list.length + ' ' + list[0]);
			Table.rename('Table of DWI', 'mine');
			print(Table.title + ' ' + Table.get('Minimum b (s/mm^2)', 0, 'mine'));
			close('mine');
			print(isOpen('mine'));
			""".formatted(csv), "Table of DWI, 1 row, log-linear", "1.5 0", "1 1 1", "2", "1 Table of DWI", "mine 2", "0");
		assertEquals("Image,ID,Regions,bValues,Method,Minimum b (s/mm^2),Slice", Files.readAllLines(Path.of(csv)).get(0));
	}

	@Test
	void endsWell() throws Exception {
		assertPrints("print(getArgument()); exit; print('after');", "the argument");
		assertPrints("print('\u00b5m'); if (true) exit();", "\u00b5m");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = { "methd=weighted | 'methd' is not an option",
		"slice=1.5 | slice must be a whole number", "end=cancel | The image 'DWI' has no b-values; give them as bValues",
		"end=interrupt | cancelled" })
	void aFailedCommandStopsTheMacro(final String options, final String message) throws Exception {
		final ForkedJava java = assertFails("run('Try Out...', '" + options + "');", "Try Out: " + message, "in line 3: run");
		assertEquals(2, java.err().lines().count(), java.err());
	}

	@Test
	void anUnexpectedExceptionStopsTheMacroWithItsTrace() throws Exception {
		assertFails("run('Try Out...', 'end=throw');", "Try Out: failed unexpectedly",
			"java.lang.IllegalStateException: an error in the program", "\tat " + TryOut.class.getName());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = { "nix(3); | Undefined identifier, in line 3",
		"exit('I give up'); | I give up", "run('Nix...'); | Unrecognized command", "open('/nix.tif'); | /nix.tif",
		"call('java.lang.Integer.parseInt', 'x'); | NumberFormatException" })
	void errorsOfImageJEndTheProgramToo(final String line, final String messages) throws Exception {
		assertFails(line, messages.split(", "));
	}

	private void assertNotStarted(final List<String> options, final String message, final String... arguments)
		throws Exception
	{
		final ForkedJava java = ForkedJava.run(folder, options, arguments);
		assertTrue(java.err().contains(message), java.err());
		assertFalse(java.err().contains("\tat "), java.err());
		assertEquals(2, java.exitCode());
	}

	@Test
	void saysWhatIsMissing() throws Exception {
		final String macro = Files.writeString(folder.resolve("a.ijm"), "print(1);").toString();
		final String script = Files.writeString(folder.resolve("a.py"), "print(1)").toString();
		final List<String> opens = List.of(ForkedJava.OPENS);
		final String main = Headless.class.getName();
		assertNotStarted(opens, "Usage: java", main);
		assertNotStarted(opens, "There is no macro file", main, folder.resolve("nix.ijm").toString());
		assertNotStarted(opens, "is not an ImageJ macro", main, script);
		assertNotStarted(List.of(), "Java must be started with --add-opens", main, macro);
		assertNotStarted(List.of("-Djava.awt.headless=true"), "needs a display", Interactive.class.getName(), macro);
		assertNotStarted(List.of(), "There is no file or folder", Interactive.class.getName(), folder.resolve("nix").toString());
	}

	@Test
	void threadsDoNotKeepItAlive() throws Exception {
		assertPrints("run('Try Out...', ''); call('" + Sleeper.class.getName() + ".start');");
	}

	/** Leaves a thread behind. */
	public static final class Sleeper {

		private Sleeper() {}

		public static String start() {
			new Thread(() -> {
				try {
					Thread.sleep(600_000);
				}
				catch (final InterruptedException e) {
					Thread.currentThread().interrupt();
				}
			}).start();
			return "";
		}
	}
}
