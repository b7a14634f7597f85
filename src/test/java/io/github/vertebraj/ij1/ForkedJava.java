package io.github.vertebraj.ij1;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java of its own with the tests' class path: ImageJ's classes can be prepared only before they are loaded. */
record ForkedJava(int exitCode, String out, String err) {

	static final String OPENS = "--add-opens=java.base/java.lang=ALL-UNNAMED";

	private static final long MINUTES = 3;

	/** Runs a macro by {@link Headless} in an empty folder of ImageJ's own. */
	static ForkedJava headless(final Path folder, final String macro, final String... argument) throws Exception {
		final Path file = Files.writeString(folder.resolve("test.ijm"), macro);
		final List<String> arguments = new ArrayList<>(List.of(Headless.class.getName(), file.toString()));
		arguments.addAll(List.of(argument));
		return run(folder, List.of(OPENS), arguments.toArray(String[]::new));
	}

	/** @param arguments the main class and its arguments */
	static ForkedJava run(final Path folder, final List<String> options, final String... arguments) throws IOException,
		InterruptedException
	{
		final List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
			.toString(), "-Xmx1g", "-Duser.home=" + folder, "-cp", System.getProperty("java.class.path")));
		command.addAll(options);
		command.addAll(List.of(arguments));
		final Path out = folder.resolve("out.txt");
		final Path err = folder.resolve("err.txt");
		final Process process = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
		if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
			process.destroyForcibly();
			throw new IOException("Still running after " + MINUTES + " min: " + command);
		}
		return new ForkedJava(process.exitValue(), read(out), read(err));
	}

	private static String read(final Path file) throws IOException {
		return Files.readString(file, StandardCharsets.UTF_8).replace("\r\n", "\n").strip();
	}
}
