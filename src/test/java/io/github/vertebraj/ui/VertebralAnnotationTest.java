package io.github.vertebraj.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

class VertebralAnnotationTest {

	@Test
	void withoutADisplayItRefuses(@TempDir final Path folder) throws Exception {
		Assumptions.assumeTrue(GraphicsEnvironment.isHeadless(), "Skipped: there is a display");
		try (Context context = new Context(CommandService.class)) {
			final CommandModule run = context.service(CommandService.class).run(VertebralAnnotation.class, true, Map.of("study",
				folder.toFile())).get();
			assertTrue(run.isCanceled());
			assertTrue(run.getCancelReason().contains("needs a display"), run.getCancelReason());
		}
	}
}
