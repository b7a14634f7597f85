package io.github.vertebraj.reading.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import io.github.vertebraj.reading.study.AuditEntry;
import io.github.vertebraj.reading.study.Edit;
import io.github.vertebraj.reading.study.Edit.Change;
import io.github.vertebraj.reading.study.Edit.FindingChange;
import io.github.vertebraj.reading.study.Edit.SpineChange;
import io.github.vertebraj.reading.study.Edit.StatusChange;
import io.github.vertebraj.reading.study.EditKind;
import io.github.vertebraj.reading.study.Finding;
import io.github.vertebraj.reading.study.Reading;
import io.github.vertebraj.reading.study.ReadingStatus;
import io.github.vertebraj.reading.study.Segment;

/**
 * Entries of a trail, a line each. A change has what was ({@code from}) and what is ({@code to}); of a finding only the
 * members that differ, so that a line reads as what the reader did.
 */
final class EntryJson {

	private EntryJson() {}

	static JsonObject write(final AuditEntry entry) {
		final JsonObject object = new JsonObject();
		object.addProperty("entry", entry.number());
		object.addProperty("time", entry.time().toString());
		object.addProperty("who", entry.who());
		object.addProperty("action", entry.action().key());
		if (entry.of() > 0) object.addProperty("of", entry.of());
		object.addProperty("kind", entry.edit().kind().key());
		if (!entry.edit().reason().isEmpty()) object.addProperty("reason", entry.edit().reason());
		final JsonArray changes = new JsonArray();
		entry.edit().changes().forEach(change -> changes.add(write(change)));
		if (!changes.isEmpty()) object.add("changes", changes);
		return object;
	}

	private static JsonObject write(final Change change) {
		final JsonObject object = new JsonObject();
		if (change instanceof FindingChange finding) {
			object.addProperty("segment", finding.segment().name());
			final JsonObject before = FindingJson.write(finding.before());
			final JsonObject after = FindingJson.write(finding.after());
			object.add("from", without(before, after));
			object.add("to", without(after, before));
		}
		else if (change instanceof SpineChange spine) {
			object.add("spine", SpineJson.write(spine.after()));
			object.add("from", SpineJson.write(spine.before()));
		}
		else if (change instanceof StatusChange status) {
			object.addProperty("status", status.after().key());
			object.addProperty("from", status.before().key());
		}
		return object;
	}

	/** The members of one object that the other has not, or otherwise. */
	static JsonObject without(final JsonObject one, final JsonObject other) {
		final JsonObject rest = new JsonObject();
		Members.map(one).forEach((name, element) -> {
			if (!element.equals(other.get(name))) rest.add(name, element);
		});
		return rest;
	}

	/**
	 * Takes members away and puts others in.
	 *
	 * @throws IllegalArgumentException if the object does not have what is taken away, or has what is put in
	 */
	static JsonObject patch(final JsonObject object, final JsonObject from, final JsonObject to) {
		final JsonObject patched = object.deepCopy();
		Members.map(from).forEach((name, element) -> {
			if (!element.equals(patched.remove(name))) throw new IllegalArgumentException("'" + name +
				"' is not what it should have been before: " + element);
		});
		Members.map(to).forEach((name, element) -> {
			if (patched.has(name)) throw new IllegalArgumentException("'" + name + "' is there already: " + patched.get(
				name));
			patched.add(name, element);
		});
		return patched;
	}

	/**
	 * @param reading as it was before the entry
	 * @throws IllegalArgumentException if the line is no entry, or does not fit the reading
	 */
	static AuditEntry read(final JsonObject line, final Reading reading) {
		final Members members = new Members(line);
		final long number = members.neededWhole("entry");
		final List<Change> changes = new ArrayList<>();
		for (final JsonElement element : members.list("changes"))
			changes.add(readChange(Members.object("changes", element), reading));
		final Edit edit = new Edit(EditKind.of(members.neededText("kind")), changes, members.text("reason").orElse(""));
		return new AuditEntry(number, ReadingJson.time(members.neededText("time")), members.neededText("who"),
			AuditEntry.Action.of(members.neededText("action")), members.whole("of").orElse(0L), edit);
	}

	private static Change readChange(final JsonObject object, final Reading reading) {
		final Members members = new Members(object);
		if (object.has("segment")) {
			final Segment segment = Segment.of(members.neededText("segment"));
			final Finding before = reading.finding(segment);
			final JsonObject after = patch(FindingJson.write(before), members.neededObject("from"), members.neededObject(
				"to"));
			return new FindingChange(segment, before, FindingJson.read(after));
		}
		if (object.has("spine")) return new SpineChange(SpineJson.read(members.neededObject("from")), SpineJson.read(members
			.neededObject("spine")));
		return new StatusChange(ReadingStatus.of(members.neededText("from")), ReadingStatus.of(members.neededText(
			"status")));
	}

	/**
	 * Makes an entry on the file of a reading as it is written, in whatever version that is.
	 *
	 * @throws IllegalArgumentException if the line is no entry, or does not fit
	 */
	static void apply(final JsonObject line, final JsonObject file) {
		final Members members = new Members(line);
		final long number = members.neededWhole("entry");
		final long last = new Members(file).neededWhole("entry");
		if (number != last + 1) throw new IllegalArgumentException("entry " + number + " follows entry " + last);
		final Map<String, JsonElement> segments = Members.map(file.getAsJsonObject("segments"));
		for (final JsonElement element : members.list("changes")) {
			final JsonObject change = Members.object("changes", element);
			for (final String name : new String[] { "spine", "status" })
				if (change.has(name)) file.add(name, change.get(name));
			if (!change.has("segment")) continue;
			final Members parts = new Members(change);
			final String segment = parts.neededText("segment");
			final JsonElement before = segments.getOrDefault(segment, new JsonObject());
			segments.put(segment, patch(before.getAsJsonObject(), parts.neededObject("from"), parts.neededObject("to")));
		}
		final JsonObject changed = new JsonObject();
		segments.forEach(changed::add);
		file.add("segments", changed);
		file.addProperty("entry", number);
		if (line.has("changes")) file.addProperty("changed", members.neededText("time"));
	}
}
