package io.github.vertebraj.ij1;

import static org.junit.jupiter.api.Assertions.fail;

import java.awt.GraphicsEnvironment;

import org.junit.jupiter.api.Assumptions;

/** The display for tests with windows; continuous integration has one (Xvfb), so there the lack of one is a failure. */
public final class Display {

	private Display() {}

	/** Goes on with a display, and ends the test as skipped without one. */
	public static void require() {
		if (!GraphicsEnvironment.isHeadless()) return;
		final boolean isDemanded = System.getenv("CI") != null || System.getenv("VERTEBRAJ_REQUIRE_DISPLAY") != null;
		if (isDemanded) fail("This test needs a display, and the environment (CI or VERTEBRAJ_REQUIRE_DISPLAY) demands that" +
			" it runs");
		Assumptions.abort("Skipped: no display");
	}
}
