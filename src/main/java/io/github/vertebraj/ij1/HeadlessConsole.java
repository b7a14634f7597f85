package io.github.vertebraj.ij1;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Standard output and error while a macro runs without a display. ImageJ then prints on standard output what it would
 * show in an error dialog, and tells nobody else that something failed. So each line is judged by the part of ImageJ
 * that prints it: failures go to standard error, are remembered, and stop the macro.
 */
final class HeadlessConsole implements AutoCloseable {

	/** A macro's own error, which imagej's patcher prints instead of showing it. */
	private static final String MACRO_ERROR = "ij.macro.Interpreter#showError";

	/** Its message: title, what happened, where, and the statement. */
	private static final Pattern MACRO_MESSAGE = Pattern.compile("^Macro Error: (.*) in line (\\d+)\\s+(.*)$",
		Pattern.DOTALL);

	private static final String LOG = "ij.IJ#log";

	/** What shows messages only when something failed: a command, or a macro that ends itself by {@code exit("why")}. */
	private static final Set<String> FAILING = Set.of("ij.IJ#error", "ij.macro.Functions#exit");

	/** What writes to the log only when a command threw. */
	private static final Set<String> LOGGING_EXCEPTIONS = Set.of("ij.Executer#run", "ij.IJ#handleException",
		"ij.IJ#outOfMemory");

	/** In the trace of an exception that a SciJava command threw. */
	private static final String SCIJAVA = "org.scijava.module.ModuleRunner";

	/** So many callers of ImageJ are looked at: {@code exit} calls {@code showMessage}, which calls itself once. */
	private static final int CALLERS = 4;

	private final PrintStream out = System.out;
	private final PrintStream err = System.err;
	private volatile boolean hasFailed;

	private HeadlessConsole() {}

	static HeadlessConsole open() {
		final HeadlessConsole console = new HeadlessConsole();
		System.setOut(console.new Judge(console.out));
		System.setErr(console.new Judge(console.err));
		return console;
	}

	boolean hasFailed() {
		return hasFailed;
	}

	@Override
	public void close() {
		System.setOut(out);
		System.setErr(err);
	}

	private void judge(final PrintStream stream, final String line) {
		final List<String> callers = StackWalker.getInstance().walk(frames -> frames.map(frame -> frame.getClassName() + "#" +
			frame.getMethodName()).filter(name -> name.startsWith("ij.")).limit(CALLERS).toList());
		final String first = callers.isEmpty() ? "" : callers.get(0);
		final boolean isException = first.equals(LOG) && LOGGING_EXCEPTIONS.contains(callers.get(1));
		if (first.equals(MACRO_ERROR)) fail(MACRO_MESSAGE.matcher(line).replaceFirst("$1\n  in line $2: $3").strip());
		else if (isException) {
			// SciJava's log has this already
			fail(line.contains(SCIJAVA) ? "" : "A command failed unexpectedly, which is an error of the program: " + line);
			new CallingMacro(Thread.currentThread()).stop("", null);
		}
		else if (!first.equals(LOG) && callers.stream().anyMatch(FAILING::contains)) fail(line);
		else stream.println(line);
	}

	private void fail(final String message) {
		hasFailed = true;
		if (!message.isEmpty()) err.println(message);
	}

	/** Passes everything on, but whole lines of text by way of {@link #judge}. */
	private final class Judge extends PrintStream {

		private final PrintStream stream;

		Judge(final PrintStream stream) {
			super(stream, true);
			this.stream = stream;
		}

		@Override
		public void println(final String line) {
			judge(stream, line);
		}
	}
}
