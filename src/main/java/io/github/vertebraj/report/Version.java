package io.github.vertebraj.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of VertebraJ, as the build wrote it down. */
final class Version {

	private Version() {}

	static String current() {
		try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
			if (in == null) throw new IllegalStateException("VertebraJ lacks its file version.properties; install it again");
			final Properties properties = new Properties();
			properties.load(in);
			return properties.getProperty("version");
		}
		catch (final IOException e) {
			throw new UncheckedIOException("VertebraJ's file version.properties cannot be read; install it again", e);
		}
	}
}
