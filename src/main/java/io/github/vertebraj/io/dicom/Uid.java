package io.github.vertebraj.io.dicom;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Unique identifiers that need no registered root (PS3.5 annex B.2). */
final class Uid {

	private Uid() {}

	/** The UID that belongs to a seed: always the same for the same text. */
	static String of(final String seed) {
		final String hex = UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString().replace("-", "");
		return "2.25." + new BigInteger(hex, 16);
	}
}
