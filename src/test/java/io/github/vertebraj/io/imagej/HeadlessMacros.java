package io.github.vertebraj.io.imagej;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import net.imagej.patcher.LegacyInjector;

/**
 * Runs ImageJ macros as a user does, but without a display, in a Java machine of its own: ImageJ's menu works headless
 * only when its classes are patched before the first one loads.
 */
final class HeadlessMacros {

	private HeadlessMacros() {}

	/**
	 * Runs each macro on a fresh image, and saves the image that it leaves active as {@code name.tif}; the
	 * geometry that {@link ImagePlusBridge} finds before that goes to {@code name.txt}.
	 *
	 * @param macros name to text
	 */
	static void run(final Map<String, String> macros, final Path folder) throws IOException, InterruptedException {
		for (final Map.Entry<String, String> macro : macros.entrySet())
			Files.writeString(folder.resolve(macro.getKey() + ".ijm"), macro.getValue());
		final Path log = folder.resolve("log");
		final Process process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
			.toString(), "-Djava.awt.headless=true", "--add-opens", "java.base/java.lang=ALL-UNNAMED", "-cp", System
				.getProperty("java.class.path"), HeadlessMacros.class.getName(), folder.toString())).redirectErrorStream(true)
					.redirectOutput(log.toFile()).start();
		if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
			process.destroyForcibly();
			throw new IOException(Files.readString(log));
		}
	}

	public static void main(final String[] arguments) throws IOException {
		LegacyInjector.preinit();
		Inside.run(Path.of(arguments[0]));
		System.exit(0);
	}

	/** Apart, so that ImageJ is patched before this class loads it. */
	private static final class Inside {

		static void run(final Path folder) throws IOException {
			ij.IJ.runPlugIn("ij.IJ.init", "");
			final List<Path> macros;
			try (Stream<Path> files = Files.list(folder)) {
				macros = files.filter(file -> file.toString().endsWith(".ijm")).toList();
			}
			for (final Path macro : macros) {
				final String name = macro.getFileName().toString().replace(".ijm", "");
				ij.IJ.runMacro("while (nImages > 0) close();");
				ImagePlusBridge.toImagePlus(TestImages.dwi()).show();
				ij.IJ.runMacro("setBatchMode(false);" + Files.readString(macro));
				final ij.ImagePlus imp = ij.WindowManager.getCurrentImage();
				Files.writeString(folder.resolve(name + ".txt"), ImagePlusBridge.fromImagePlus(imp).geometry().map(
					geometry -> new PlaneTrace(0, 0, geometry, List.of()).toString()).orElse(""));
				ij.IJ.saveAsTiff(imp, folder + File.separator + name + ".tif");
			}
		}
	}
}
