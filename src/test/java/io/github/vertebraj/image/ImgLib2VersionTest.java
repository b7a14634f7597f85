package io.github.vertebraj.image;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import net.imglib2.Interval;

import org.junit.jupiter.api.Test;

/** The build runs the tests of the core twice; this one tells that the second run really has the older ImgLib2. */
class ImgLib2VersionTest {

	@Test
	void theRunHasTheVersionThatItClaims() throws Exception {
		final String jar = Path.of(Interval.class.getProtectionDomain().getCodeSource().getLocation().toURI()).getFileName()
			.toString();
		final String claimed = System.getProperty("vertebraj.imglib2", "8");
		assertTrue(jar.startsWith("imglib2-" + claimed + "."), jar + " instead of version " + claimed);
	}
}
