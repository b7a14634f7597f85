package io.github.vertebraj.reading.store;

import java.util.List;
import java.util.function.UnaryOperator;

import com.google.gson.JsonObject;

/**
 * A kind of file and its versions. Each file says {@code schema} (the kind) and {@code version}. Older versions are
 * brought forward step by step when they are read; their files stay as they are until something is changed.
 *
 * @param name  the kind
 * @param steps step i makes version i + 2 of version i + 1
 */
record Schema(String name, List<UnaryOperator<JsonObject>> steps) {

	/** The kinds of files in a study folder. */
	record Set(Schema protocol, Schema studyCase, Schema reading) {

		/** What this version of the program writes. */
		static final Set CURRENT = new Set(new Schema("vertebraj-protocol", List.of()), new Schema("vertebraj-case", List
			.of()), new Schema("vertebraj-reading", List.of()));
	}

	Schema {
		steps = List.copyOf(steps);
	}

	int currentVersion() {
		return steps.size() + 1;
	}

	/** An object that begins with kind and version. */
	JsonObject newObject() {
		final JsonObject object = new JsonObject();
		object.addProperty("schema", name);
		object.addProperty("version", currentVersion());
		return object;
	}

	/** @throws IllegalArgumentException if the object is of another kind, or newer than this program */
	int versionOf(final JsonObject object) {
		final Members members = new Members(object);
		final String kind = members.text("schema").orElseThrow(() -> new IllegalArgumentException(
			"it is no file of this study: it does not say \"schema\": \"" + name + "\""));
		if (!kind.equals(name)) throw new IllegalArgumentException("it is of the kind '" + kind + "'; here belongs '" +
			name + "'");
		final int version = members.neededInt("version");
		if (version < 1) throw new IllegalArgumentException("its version is " + version + "; versions are counted from 1");
		if (version > currentVersion()) throw new IllegalArgumentException("it was written by a newer VertebraJ (format " +
			version + "; this one reads up to " + currentVersion() + "): please update VertebraJ to open it");
		return version;
	}

	/** The object in the current version. */
	JsonObject upToDate(final JsonObject object) {
		JsonObject current = object;
		for (int version = versionOf(object); version < currentVersion(); version++) {
			current = steps.get(version - 1).apply(current);
			current.addProperty("version", version + 1);
		}
		return current;
	}
}
