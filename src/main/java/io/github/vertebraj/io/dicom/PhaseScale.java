package io.github.vertebraj.io.dicom;

import java.util.Locale;
import java.util.OptionalDouble;

import io.github.vertebraj.image.ValueScale;

/**
 * Which difference of the real values of a phase image is a full turn, as far as its header says it: by the unit of its
 * values (Philips: {@code mrad}), or by what a manufacturer always writes: Siemens stores 4096 steps a turn, and doubles
 * them by the rescale slope in later software.
 */
final class PhaseScale {

	private static final double RADIANS = 2 * Math.PI;
	private static final double STEPS = 4096;

	private PhaseScale() {}

	/** In real values; empty for what is no phase, and where the header leaves it open. */
	static OptionalDouble turn(final Frame frame) {
		if (!frame.content().component().equals("phase") || frame.scale().isEmpty()) return OptionalDouble.empty();
		final ValueScale scale = frame.scale().get();
		switch (scale.unit().toLowerCase(Locale.ROOT)) {
			case "rad", "radian", "radians":
				return OptionalDouble.of(RADIANS);
			case "mrad":
				return OptionalDouble.of(1000 * RADIANS);
			case "deg", "degree", "degrees":
				return OptionalDouble.of(360);
			default:
		}
		final String manufacturer = frame.facts().get(Tag.MANUFACTURER).orElse("").toUpperCase(Locale.ROOT);
		final boolean plain = scale.slope() == 1 && scale.intercept() == 0;
		final boolean doubled = scale.slope() == 2 && scale.intercept() == -STEPS;
		if (manufacturer.startsWith("SIEMENS") && (plain || doubled)) return OptionalDouble.of(STEPS * scale.slope());
		return OptionalDouble.empty();
	}
}
