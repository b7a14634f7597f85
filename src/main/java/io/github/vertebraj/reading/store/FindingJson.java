package io.github.vertebraj.reading.store;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import io.github.vertebraj.reading.FractureGrade;
import io.github.vertebraj.reading.FractureShape;
import io.github.vertebraj.reading.study.Criterion;
import io.github.vertebraj.reading.study.Finding;
import io.github.vertebraj.reading.study.FractureSign;
import io.github.vertebraj.reading.study.LesionType;
import io.github.vertebraj.reading.study.Measurement;
import io.github.vertebraj.reading.study.Modality;
import io.github.vertebraj.reading.study.Position;
import io.github.vertebraj.reading.study.Presence;
import io.github.vertebraj.reading.study.Rating;
import io.github.vertebraj.reading.study.SignAt;

/** A finding as JSON: what nothing was said about is left out. */
final class FindingJson {

	private static final Map<Rating, Finding> ONLY_RATED = Stream.of(Rating.values()).collect(Collectors
		.toUnmodifiableMap(Function.identity(), rating -> Finding.EMPTY.withRating(Optional.of(rating))));

	private FindingJson() {}

	static JsonObject write(final Finding finding) {
		final JsonObject object = new JsonObject();
		finding.rating().ifPresent(rating -> object.addProperty("rating", rating.score()));
		if (finding.invisible()) object.addProperty("invisible", true);
		finding.type().ifPresent(type -> object.addProperty("type", type.key()));
		if (!finding.criteria().isEmpty()) {
			final JsonObject criteria = new JsonObject();
			finding.criteria().forEach((criterion, presence) -> criteria.addProperty(criterion.key(), presence.key()));
			object.add("criteria", criteria);
		}
		finding.shape().ifPresent(shape -> object.addProperty("shape", shape.key()));
		finding.grade().ifPresent(grade -> object.addProperty("grade", grade.key()));
		if (!finding.signs().isEmpty()) object.add("signs", signs(finding.signs()));
		if (!finding.note().isEmpty()) object.addProperty("note", finding.note());
		finding.position().ifPresent(position -> object.add("position", position(position)));
		if (!finding.measurements().isEmpty()) object.add("measurements", measurements(finding.measurements()));
		Members.add(object, finding.other());
		return object;
	}

	private static JsonObject signs(final Map<SignAt, Presence> signs) {
		final JsonObject byModality = new JsonObject();
		signs.forEach((sign, presence) -> {
			final String modality = sign.modality().key();
			if (!byModality.has(modality)) byModality.add(modality, new JsonObject());
			byModality.getAsJsonObject(modality).addProperty(sign.sign().key(), presence.key());
		});
		return byModality;
	}

	private static JsonObject position(final Position position) {
		final JsonObject object = new JsonObject();
		object.add("xMm", Members.json(position.xMm()));
		object.add("yMm", Members.json(position.yMm()));
		object.add("zMm", Members.json(position.zMm()));
		position.frameOfReference().ifPresent(uid -> object.addProperty("frameOfReference", uid));
		return object;
	}

	private static JsonArray measurements(final List<Measurement> measurements) {
		final JsonArray array = new JsonArray();
		for (final Measurement measurement : measurements) {
			final JsonObject object = new JsonObject();
			object.addProperty("region", measurement.region());
			object.addProperty("quantity", measurement.quantity());
			object.add("value", Members.json(measurement.value()));
			array.add(object);
		}
		return array;
	}

	/** @throws IllegalArgumentException naming the member that is wrong */
	static Finding read(final JsonObject object) {
		final Members members = new Members(object);
		final var rating = members.integer("rating").map(Rating::ofScore);
		// most segments of most cases
		if (rating.isPresent() && object.size() == 1) return ONLY_RATED.get(rating.get());
		final boolean invisible = members.flag("invisible");
		final var type = members.text("type").map(LesionType::of);
		final Map<Criterion, Presence> criteria = new EnumMap<>(Criterion.class);
		members.map("criteria").forEach((key, element) -> criteria.put(Criterion.of(key), presence(key, element)));
		final var shape = members.text("shape").map(FractureShape::of);
		final var grade = members.text("grade").map(FractureGrade::of);
		final Map<SignAt, Presence> signs = new TreeMap<>();
		members.map("signs").forEach((modality, element) -> Members.map(Members.object(modality, element)).forEach((sign,
			presence) -> signs.put(new SignAt(FractureSign.of(sign), Modality.of(modality)), presence(sign, presence))));
		final String note = members.text("note").orElse("");
		final var position = members.object("position").map(FindingJson::readPosition);
		final List<Measurement> measurements = new ArrayList<>();
		members.list("measurements").forEach(element -> measurements.add(readMeasurement(Members.object("measurements",
			element))));
		return new Finding(rating, invisible, type, criteria, shape, grade, signs, note, position, measurements, members
			.others());
	}

	private static Presence presence(final String name, final JsonElement element) {
		return Presence.of(Members.text(name, element));
	}

	private static Position readPosition(final JsonObject object) {
		final Members members = new Members(object);
		return new Position(members.neededNumber("xMm"), members.neededNumber("yMm"), members.neededNumber("zMm"), members
			.text("frameOfReference"));
	}

	private static Measurement readMeasurement(final JsonObject object) {
		final Members members = new Members(object);
		return new Measurement(members.neededText("region"), members.neededText("quantity"), members.neededNumber("value"));
	}
}
