package io.github.vertebraj.reading.store;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import com.google.gson.JsonObject;

/**
 * Who has a case open.
 *
 * @param who     the reader
 * @param host    name of the computer
 * @param pid     number of the process there
 * @param started when that process started, since numbers are used again; empty text when not known
 * @param since   when the case was opened
 * @param token   of this opening alone
 */
public record LockHolder(String who, String host, long pid, String started, Instant since, String token) {

	private static final String HOST = localHost();

	static LockHolder here(final String who, final Instant now) {
		final ProcessHandle process = ProcessHandle.current();
		return new LockHolder(who, HOST, process.pid(), startOf(process), now, UUID.randomUUID().toString());
	}

	private static String localHost() {
		try {
			return InetAddress.getLocalHost().getHostName();
		}
		catch (final UnknownHostException e) {
			// a computer whose own name is not known to it; Windows and Linux tell it otherwise
			return Optional.ofNullable(System.getenv("COMPUTERNAME")).or(() -> Optional.ofNullable(System.getenv("HOSTNAME")))
				.orElse("unknown");
		}
	}

	private static String startOf(final ProcessHandle process) {
		return process.info().startInstant().map(Instant::toString).orElse("");
	}

	/** Whether the program that opened it surely runs no more; false when that cannot be told from here. */
	public boolean isGone() {
		// names that several computers have tell nothing
		if (host.equals("unknown") || host.startsWith("localhost") || !host.equals(HOST)) return false;
		final Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
		return process.isEmpty() || !started.isEmpty() && !startOf(process.get()).isEmpty() && !startOf(process.get())
			.equals(started);
	}

	JsonObject toJson() {
		final JsonObject object = new JsonObject();
		object.addProperty("who", who);
		object.addProperty("host", host);
		object.addProperty("pid", pid);
		object.addProperty("started", started);
		object.addProperty("since", since.toString());
		object.addProperty("token", token);
		return object;
	}

	static LockHolder read(final JsonObject object) {
		final Members members = new Members(object);
		return new LockHolder(members.neededText("who"), members.neededText("host"), members.neededWhole("pid"), members
			.text("started").orElse(""), ReadingJson.time(members.neededText("since")), members.neededText("token"));
	}

	/** {@code kim on ward7 since 2026-03-01T12:00:00Z (process 4711)}. */
	@Override
	public String toString() {
		return who + " on " + host + " since " + since + " (process " + pid + ")";
	}
}
