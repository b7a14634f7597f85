package io.github.vertebraj.reading.study;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which a reader reads the cases of a session: random, another one for each reader and session, and the
 * same each time. Cases are sorted by the first eight bytes (big-endian, signed) of the SHA-256 of the UTF-8 text
 * {@code seed/reader/session/case}, so a case that joins later finds its place and moves no other.
 */
public final class ReadingOrder {

	private ReadingOrder() {}

	/** The cases in their order. */
	public static List<String> of(final long seed, final String reader, final int session,
		final Collection<String> caseIds)
	{
		final MessageDigest digest = sha256();
		final Map<String, Long> keys = new HashMap<>();
		for (final String id : caseIds)
			keys.put(id, ByteBuffer.wrap(digest.digest((seed + "/" + reader + "/" + session + "/" + id).getBytes(
				StandardCharsets.UTF_8))).getLong());
		return keys.keySet().stream().sorted(Comparator.<String> comparingLong(keys::get).thenComparing(Comparator
			.naturalOrder())).toList();
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has SHA-256", e);
		}
	}
}
