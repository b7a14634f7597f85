package io.github.vertebraj.reading.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import io.github.vertebraj.reading.study.ReadingKey;

/** Who changed what when, to read and to print, whatever version of the program wrote it. */
public final class AuditTrail {

	/**
	 * One change.
	 *
	 * @param entry  its number in the trail of its reading; several changes of one entry share it; 0 in the trail of the
	 *               study
	 * @param action {@code do}, {@code undo}, {@code redo}; empty text in the trail of the study
	 * @param kind   what it is about, as {@code rate}
	 * @param what   the segment, {@code spine}, {@code status} or the file; empty text when nothing was changed
	 * @param from   what was, as JSON
	 * @param to     what is, as JSON
	 * @param reason given for it
	 */
	public record Line(Instant time, String who, long entry, String action, String kind, String what, String from,
		String to, String reason)
	{}

	private AuditTrail() {}

	/**
	 * The trail of a reading. It shows ratings: not for readers of another session.
	 *
	 * @return empty when there is none
	 * @throws StudyFileException if it is damaged
	 */
	public static List<Line> of(final StudyFolder study, final ReadingKey key) throws IOException {
		return read(study.layout().trail(key));
	}

	/** The trail of protocol and cases. */
	public static List<Line> of(final StudyFolder study) throws IOException {
		return read(study.layout().studyTrail());
	}

	private static List<Line> read(final Path file) throws IOException {
		if (!Files.exists(file)) return List.of();
		final List<Line> trail = new ArrayList<>();
		try {
			for (final JsonObject line : Trail.parse(file, DurableFiles.read(file), 0).lines())
				add(line, trail);
		}
		catch (final IllegalArgumentException e) {
			throw new StudyFileException(file, e.getMessage(), e);
		}
		return trail;
	}

	private static void add(final JsonObject line, final List<Line> trail) {
		final Members members = new Members(line);
		if (Trail.isHeader(line)) {
			final boolean isFirst = trail.isEmpty();
			trail.add(new Line(ReadingJson.time(members.neededText(isFirst ? "started" : "changed")), members.neededText(
				"reader"), members.neededWhole("entry"), "", isFirst ? "begin" : "go on in another version", "", "", "", ""));
			return;
		}
		final Instant time = ReadingJson.time(members.neededText("time"));
		final String who = members.neededText("who");
		final long entry = members.whole("entry").orElse(0L);
		final String action = members.text("action").orElse("");
		final String kind = members.text("kind").orElse("study");
		final String reason = members.text("reason").orElse("");
		final List<JsonElement> changes = line.has("file") ? List.of(line) : members.list("changes");
		for (final JsonElement element : changes) {
			final JsonObject change = Members.object("changes", element);
			final String name = List.of("segment", "spine", "status", "file").stream().filter(change::has).findFirst()
				.orElseThrow(() -> new IllegalArgumentException("entry " + entry + " changes nothing that is known"));
			final boolean isValue = name.equals("spine") || name.equals("status");
			trail.add(new Line(time, who, entry, action, kind, isValue ? name : Members.text(name, change.get(name)), json(
				change, "from"), json(change, isValue ? name : "to"), reason));
		}
		if (changes.isEmpty()) trail.add(new Line(time, who, entry, action, kind, "", "", "", reason));
	}

	private static String json(final JsonObject object, final String name) {
		return object.has(name) ? JsonText.line(object.get(name)) : "";
	}
}
