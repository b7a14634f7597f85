package io.github.vertebraj.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which command, of which version, with which parameter values made a result, and from what.
 *
 * @param command    label of the command, as {@code ADC Map...}
 * @param version    version of VertebraJ
 * @param parameters each parameter by name, with a text, number or boolean
 * @param source     facts of what was measured, such as {@code series UID}; never a name, birth date or ID of a patient
 */
public record Provenance(String command, String version, Map<String, Object> parameters, Map<String, String> source) {

	public Provenance {
		parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
		source = Collections.unmodifiableMap(new LinkedHashMap<>(source));
	}

	/** The provenance of a result of the running version. */
	public static Provenance of(final String command, final Map<String, ?> parameters, final Map<String, String> source) {
		return new Provenance(command, Version.current(), new LinkedHashMap<>(parameters), source);
	}

	/** Each fact by its name, as it goes into an image's tags. */
	public Map<String, String> asMap() {
		final Map<String, String> facts = new LinkedHashMap<>();
		facts.put("VertebraJ command", command);
		facts.put("VertebraJ version", version);
		parameters.forEach((key, value) -> facts.put("VertebraJ parameter " + key, String.valueOf(value)));
		source.forEach((key, value) -> facts.put("VertebraJ source " + key, value));
		return facts;
	}
	/** One line for each fact, {@code key: value}, as it goes into an image's Info. */
	public String asText() {
		final StringBuilder text = new StringBuilder();
		asMap().forEach((key, value) -> text.append(key).append(": ").append(value).append('\n'));
		return text.toString();
	}
}
