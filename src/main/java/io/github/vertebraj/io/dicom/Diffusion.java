package io.github.vertebraj.io.dicom;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

import io.github.vertebraj.image.Geometry.Vector;

/**
 * How a plane is diffusion weighted.
 *
 * @param b         b-value in s/mm²; empty when the file says none
 * @param kind      what kind of volume the plane belongs to
 * @param direction of the gradient, in patient coordinates; empty unless the kind is {@link Kind#DIRECTION}, and where
 *                  the file says none
 * @param declared  whether the file says that this is diffusion imaging at all; some scanners write b = 0 into everything
 * @param remark    how the b-value was found, where that needs saying
 */
public record Diffusion(OptionalDouble b, Kind kind, Optional<Vector> direction, boolean declared,
	Optional<String> remark)
{

	/** What a diffusion volume is. */
	public enum Kind {
		/** Not diffusion weighted: b = 0, or no diffusion imaging at all. */
		UNWEIGHTED(""),
		/** Weighted, but the file says neither direction nor trace. */
		UNKNOWN(""),
		/** One gradient direction. */
		DIRECTION("directions"),
		/** The scanner's combination of several directions. */
		TRACE("trace");

		private final String key;

		Kind(final String key) {
			this.key = key;
		}

		/** The word for it in plane labels; empty when there is none. */
		public String key() {
			return key;
		}
	}

	/** No diffusion imaging. */
	static final Diffusion NONE = new Diffusion(OptionalDouble.empty(), Kind.UNWEIGHTED, Optional.empty(), false,
		Optional.empty());

	/** Volumes whose b-values differ by no more than this, in s/mm², have one b-value. */
	static final double SAME_B = 1;

	/** Whether the plane is weighted enough to count as such. */
	boolean isWeighted() {
		return b.isPresent() && b.getAsDouble() > SAME_B;
	}

	/** The same with b = 0, for planes that a scanner leaves without a b-value because there is no weighting. */
	Diffusion asUnweighted() {
		return new Diffusion(OptionalDouble.of(0), Kind.UNWEIGHTED, Optional.empty(), true, remark);
	}

	/** The direction as it stands in labels, {@code x,y,z}. */
	Optional<String> directionText() {
		return direction.map(v -> text(v.x()) + ',' + text(v.y()) + ',' + text(v.z()));
	}

	private static String text(final double cosine) {
		final String text = String.format(Locale.ROOT, "%.4f", cosine);
		return text.equals("-0.0000") ? "0.0000" : text;
	}
}
