package io.github.vertebraj.reading.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

import com.google.gson.JsonObject;

import io.github.vertebraj.reading.study.Finding;
import io.github.vertebraj.reading.study.Reading;
import io.github.vertebraj.reading.study.ReadingKey;
import io.github.vertebraj.reading.study.ReadingStatus;
import io.github.vertebraj.reading.study.Segment;
import io.github.vertebraj.reading.study.Spine;

/** Readings as JSON: the file of a reading, and the first line of its trail. */
final class ReadingJson {

	private ReadingJson() {}

	/**
	 * What a file says of a reading.
	 *
	 * @param entry      number of the last entry of the trail that is in it
	 * @param trailBytes length of the trail up to that entry; 0 for a reading that came without a trail
	 * @param started    when the reading began
	 * @param changed    when the last change was made
	 */
	record Stored(Reading reading, long entry, long trailBytes, Instant started, Instant changed) {}

	static JsonObject write(final Schema schema, final Stored stored) {
		final Reading reading = stored.reading();
		final JsonObject object = schema.newObject();
		object.addProperty("case", reading.key().caseId());
		object.addProperty("reader", reading.key().reader());
		object.addProperty("session", reading.key().session());
		object.addProperty("started", stored.started().toString());
		object.addProperty("changed", stored.changed().toString());
		object.addProperty("entry", stored.entry());
		object.addProperty("trailBytes", stored.trailBytes());
		object.addProperty("status", reading.status().key());
		object.add("spine", SpineJson.write(reading.spine()));
		object.add("sites", SpineJson.writeSites(reading.sites()));
		final JsonObject segments = new JsonObject();
		reading.findings().forEach((segment, finding) -> segments.add(segment.name(), FindingJson.write(finding)));
		object.add("segments", segments);
		Members.add(object, reading.other());
		return object;
	}

	/** The bytes of the file of a reading: it ends with a checksum. */
	static byte[] file(final Schema schema, final Stored stored) {
		final JsonObject object = write(schema, stored);
		object.addProperty("checksum", "");
		object.addProperty("checksum", JsonText.checksum(JsonText.file(object)));
		return JsonText.file(object);
	}

	/**
	 * @param object in the current version
	 * @param key    that its place in the folder tells
	 * @throws IllegalArgumentException naming what is wrong
	 */
	static Stored read(final JsonObject object, final ReadingKey key) {
		final Members members = new Members(object);
		members.neededText("schema");
		members.neededWhole("version");
		members.text("checksum");
		final ReadingKey said = new ReadingKey(members.neededText("case"), members.neededText("reader"), members.neededInt(
			"session"));
		if (!said.equals(key)) throw new IllegalArgumentException("it is of " + said + ", but lies where " + key +
			" belongs");
		final SortedMap<Segment, Finding> findings = new TreeMap<>();
		members.map("segments").forEach((name, element) -> {
			final Segment segment = Segment.of(name);
			try {
				findings.put(segment, FindingJson.read(Members.object(name, element)));
			}
			catch (final IllegalArgumentException e) {
				throw new IllegalArgumentException("segment " + name + ": " + e.getMessage(), e);
			}
		});
		final Instant started = time(members.neededText("started"));
		final Instant changed = time(members.neededText("changed"));
		final long entry = members.neededWhole("entry");
		final long trailBytes = members.neededWhole("trailBytes");
		final ReadingStatus status = ReadingStatus.of(members.neededText("status"));
		final Spine spine = SpineJson.read(members.neededObject("spine"));
		return new Stored(new Reading(key, spine, SpineJson.readSites(members), status, findings, members.others()), entry,
			trailBytes, started, changed);
	}

	static Instant time(final String text) {
		try {
			return Instant.parse(text);
		}
		catch (final DateTimeException e) {
			throw new IllegalArgumentException("'" + text + "' is no time; times are written like 2026-03-01T12:00:00Z", e);
		}
	}
}
