package io.github.vertebraj.reading.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Members of a file that this version does not know. They are carried along and written again as they were.
 *
 * @param json the JSON text of each, by name, in the order of the file
 */
public record OtherFields(Map<String, String> json) {

	/** No such members. */
	public static final OtherFields NONE = new OtherFields(Map.of());

	public OtherFields {
		json = Collections.unmodifiableMap(new LinkedHashMap<>(json));
	}
}
