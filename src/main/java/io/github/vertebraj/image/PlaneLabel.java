package io.github.vertebraj.image;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one plane of a hyperstack shows, in the grammar of its slice label: {@code b=500; te=62; component=magnitude}.
 * Keys are lower case, values free of {@code ;} and {@code =}. Slice labels survive Duplicate, Crop and TIFF, and are
 * what {@code auto} reads.
 */
public record PlaneLabel(Map<String, String> entries) {

	/** b-value in s/mm². */
	public static final String B = "b";
	/** Diffusion volume: {@code directions}, {@code trace}; absent for b = 0. */
	public static final String DIFFUSION = "diffusion";
	/** Echo time in ms. */
	public static final String TE = "te";
	/** Photon energy of a monoenergetic image in keV. */
	public static final String ENERGY = "energy";
	/** Tube voltage of a CT image in kV. */
	public static final String KV = "kv";
	/** Filter in the beam of a CT, where images of one voltage differ in it. */
	public static final String FILTER = "filter";
	/** Of a CT image mixed from several spectra: how. */
	public static final String BLEND = "blend";
	/** What told energy or blend, when it was no tag: {@code description}. */
	public static final String FROM = "from";
	/** Component: {@code magnitude}, {@code phase}, {@code real}, {@code imaginary}, {@code water}, {@code fat}, ... */
	public static final String COMPONENT = "component";
	/** Of a phase image: the difference of real values that is 360 degrees. */
	public static final String TURN = "turn";

	public PlaneLabel {
		entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
		entries.forEach((key, value) -> {
			if (!key.matches("[a-z][a-z0-9]*") || value.isBlank() || value.matches("(?s).*[;=\\n\\r].*"))
				throw new IllegalArgumentException("Not an entry of a plane label: '" + key + "=" + value + "'");
		});
	}

	/** A label that says nothing. */
	public static PlaneLabel empty() {
		return new PlaneLabel(Map.of());
	}

	/** This label with one entry added or replaced. */
	public PlaneLabel with(final String key, final String value) {
		final Map<String, String> more = new LinkedHashMap<>(entries);
		more.put(key, value);
		return new PlaneLabel(more);
	}

	/** This label with a number added or replaced, written without a trailing {@code .0}. */
	public PlaneLabel with(final String key, final double value) {
		return with(key, value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double
			.toString(value));
	}

	public Optional<String> get(final String key) {
		return Optional.ofNullable(entries.get(key));
	}

	/** The number of a key; empty when the key is absent or its value is not a number. */
	public OptionalDouble number(final String key) {
		try {
			return entries.containsKey(key) ? OptionalDouble.of(Double.parseDouble(entries.get(key))) : OptionalDouble
				.empty();
		}
		catch (final NumberFormatException e) {
			return OptionalDouble.empty();
		}
	}

	/**
	 * Reads a slice label. Text outside the grammar (a file name, what another program wrote) is passed over, so a
	 * foreign label gives an empty one.
	 */
	public static PlaneLabel parse(final String text) {
		final Map<String, String> entries = new LinkedHashMap<>();
		if (text != null) for (final String part : text.split("[;\\n]")) {
			final int equals = part.indexOf('=');
			if (equals < 0) continue;
			final String key = part.substring(0, equals).strip();
			final String value = part.substring(equals + 1).strip();
			if (key.matches("[a-z][a-z0-9]*") && !value.isEmpty() && value.indexOf('=') < 0) entries.put(key, value);
		}
		return new PlaneLabel(entries);
	}

	/** The label as it is written: {@code b=500; te=62}. */
	@Override
	public String toString() {
		final StringBuilder text = new StringBuilder();
		entries.forEach((key, value) -> text.append(text.isEmpty() ? "" : "; ").append(key).append('=').append(value));
		return text.toString();
	}
}
