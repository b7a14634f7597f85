package io.github.vertebraj.reading.store;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import io.github.vertebraj.reading.study.Criterion;
import io.github.vertebraj.reading.study.Protocol;
import io.github.vertebraj.reading.study.Rating;
import io.github.vertebraj.reading.study.Sex;
import io.github.vertebraj.reading.study.StudyCase;
import io.github.vertebraj.reading.study.StudyReader;
import io.github.vertebraj.reading.study.StudySession;

/** Protocols and cases as JSON; reading throws {@link IllegalArgumentException}, naming what is wrong. */
final class ProtocolJson {

	private ProtocolJson() {}

	static JsonObject write(final Schema schema, final Protocol protocol) {
		final JsonObject object = schema.newObject();
		object.addProperty("name", protocol.name());
		object.add("spine", SpineJson.write(protocol.spine()));
		object.add("sites", SpineJson.writeSites(protocol.sites()));
		final JsonObject scale = new JsonObject();
		protocol.scale().forEach((rating, name) -> scale.addProperty(Integer.toString(rating.score()), name));
		object.add("scale", scale);
		final JsonArray sessions = new JsonArray();
		protocol.sessions().forEach(session -> sessions.add(write(session)));
		object.add("sessions", sessions);
		object.addProperty("washoutDays", protocol.washoutDays());
		final JsonArray readers = new JsonArray();
		protocol.readers().forEach(reader -> readers.add(write(reader)));
		object.add("readers", readers);
		object.add("numbers", SpineJson.array(protocol.numbers()));
		object.addProperty("seed", protocol.seed());
		Members.add(object, protocol.other());
		return object;
	}

	private static JsonObject write(final StudySession session) {
		final JsonObject object = new JsonObject();
		object.addProperty("number", session.number());
		object.addProperty("name", session.name());
		object.add("criteria", SpineJson.array(session.criteria().stream().map(Criterion::key).toList()));
		return object;
	}

	private static JsonObject write(final StudyReader reader) {
		final JsonObject object = new JsonObject();
		object.addProperty("id", reader.id());
		if (!reader.name().isEmpty()) object.addProperty("name", reader.name());
		return object;
	}

	static Protocol readProtocol(final Schema schema, final JsonObject object) {
		final Members members = new Members(schema.upToDate(object));
		members.neededText("schema");
		members.neededWhole("version");
		final Map<Rating, String> scale = new EnumMap<>(Rating.class);
		members.map("scale").forEach((score, name) -> scale.put(rating(score), Members.text(score, name)));
		final List<StudySession> sessions = new ArrayList<>();
		members.list("sessions").forEach(element -> sessions.add(readSession(Members.object("sessions", element))));
		final List<StudyReader> readers = new ArrayList<>();
		members.list("readers").forEach(element -> readers.add(readReader(Members.object("readers", element))));
		return new Protocol(members.neededText("name"), SpineJson.read(members.neededObject("spine")), SpineJson.readSites(
			members), scale, sessions, members.neededInt("washoutDays"), readers, members.texts("numbers"), members
				.neededWhole("seed"), members.others());
	}

	private static Rating rating(final String score) {
		if (!score.matches("[012]")) throw new IllegalArgumentException("The scale has no rating '" + score +
			"'; it has 0, 1 and 2");
		return Rating.ofScore(Integer.parseInt(score));
	}

	private static StudySession readSession(final JsonObject object) {
		final Members members = new Members(object);
		final Set<Criterion> criteria = EnumSet.noneOf(Criterion.class);
		members.texts("criteria").forEach(key -> criteria.add(Criterion.of(key)));
		return new StudySession(members.neededInt("number"), members.neededText("name"), criteria);
	}

	private static StudyReader readReader(final JsonObject object) {
		final Members members = new Members(object);
		return new StudyReader(members.neededText("id"), members.text("name").orElse(""));
	}

	static JsonObject write(final Schema schema, final StudyCase studyCase) {
		final JsonObject object = schema.newObject();
		object.addProperty("case", studyCase.id());
		studyCase.ageYears().ifPresent(age -> object.add("ageYears", Members.json(age)));
		studyCase.sex().ifPresent(sex -> object.addProperty("sex", sex.key()));
		if (!studyCase.primary().isEmpty()) object.addProperty("primary", studyCase.primary());
		if (!studyCase.numbers().isEmpty()) {
			final JsonObject numbers = new JsonObject();
			studyCase.numbers().forEach((name, value) -> numbers.add(name, Members.json(value)));
			object.add("numbers", numbers);
		}
		studyCase.spine().ifPresent(spine -> object.add("spine", SpineJson.write(spine)));
		Members.add(object, studyCase.other());
		return object;
	}

	static StudyCase readCase(final Schema schema, final JsonObject object) {
		final Members members = new Members(schema.upToDate(object));
		members.neededText("schema");
		members.neededWhole("version");
		final Map<String, Double> numbers = new LinkedHashMap<>();
		members.map("numbers").forEach((name, element) -> numbers.put(name, Members.number(name, element)));
		return new StudyCase(members.neededText("case"), members.number("ageYears"), members.text("sex").map(Sex::of),
			members.text("primary").orElse(""), numbers, members.object("spine").map(SpineJson::read), members.others());
	}
}
