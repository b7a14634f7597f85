package io.github.vertebraj.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which command, of which version, with which parameter values made a result, and from what.
 *
 * @param command    label of the command, as {@code ADC Map...}
 * @param version    version of VertebraJ
 * @param parameters each parameter by name, with a text, number or boolean, in the order in which they are to be read
 * @param source     facts of what was measured, such as {@code series UID}; never a name, birth date or ID of a patient
 */
public record Provenance(String command, String version, Map<String, Object> parameters, Map<String, String> source) {

	/**
	 * @throws IllegalArgumentException if a parameter's value is no text, number or boolean
	 */
	public Provenance {
		parameters.forEach((name, value) -> {
			if (!(value instanceof String || value instanceof Number || value instanceof Boolean))
				throw new IllegalArgumentException("The parameter '" + name +
					"' must be a text, number or boolean to be written down, but is " + value);
		});
		parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
		source = Collections.unmodifiableMap(new LinkedHashMap<>(source));
	}

	/** The provenance of a result of the running version. */
	public static Provenance of(final String command, final Map<String, ?> parameters, final Map<String, String> source) {
		return new Provenance(command, Version.current(), new LinkedHashMap<>(parameters), source);
	}

	/** The facts by their names, as they go into an image's tags; each value on one line. */
	public Map<String, String> asTags() {
		final Map<String, String> tags = new LinkedHashMap<>();
		tags.put("VertebraJ command", line(command));
		tags.put("VertebraJ version", line(version));
		parameters.forEach((name, value) -> tags.put("VertebraJ parameter " + name, line(value)));
		source.forEach((name, value) -> tags.put("VertebraJ source " + name, line(value)));
		return tags;
	}

	/** A value that stays on its line. */
	private static String line(final Object value) {
		return value.toString().replaceAll("\\R", " ");
	}

	/** The members command, parameters, source and software of a sidecar. */
	Map<String, Object> asMap() {
		final Map<String, Object> software = new LinkedHashMap<>();
		software.put("VertebraJ", version);
		software.put("Java", System.getProperty("java.version"));
		final Map<String, Object> map = new LinkedHashMap<>();
		map.put("command", command);
		map.put("parameters", parameters);
		map.put("source", source);
		map.put("software", software);
		return map;
	}
}
