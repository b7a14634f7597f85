package io.github.vertebraj.io.dicom;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import io.github.vertebraj.image.Geometry.Vector;
import io.github.vertebraj.io.dicom.Diffusion.Kind;

/**
 * Finds the diffusion weighting of a frame: by the standard's attributes (PS3.3 C.8.13.5.9), else by the manufacturer's
 * private ones, whose block is resolved by its creator. Descriptions and comments are never parsed. Canon and Toshiba have
 * no private b-value: they write (0018,9087) into weighted images only.
 *
 * @see <a href="https://www.na-mic.org/wiki/NAMIC_Wiki:DTI:DICOM_for_DWI_and_DTI">NA-MIC: DICOM for DWI and DTI</a>
 */
final class DiffusionTags {

	private static final String SIEMENS = "SIEMENS MR HEADER";
	private static final String GE_PARAMETERS = "GEMS_PARM_01";
	private static final String GE_ACQUISITION = "GEMS_ACQU_01";
	private static final String PHILIPS = "Philips Imaging DD 001";
	private static final String PHILIPS_MR = "Philips MR Imaging DD 001";
	private static final String UNITED_IMAGING = "Image Private Header";

	/** GE's kinds of diffusion image, (0043,xx30): explained by GE in dcm2niix issue 690. */
	private static final int GE_COMBINED = 15;
	private static final int GE_TENSOR = 16;
	private static final List<Integer> GE_DIRECTIONS = List.of(3, 4, 5, GE_TENSOR, 43, 44, 45, 46);

	/** Below this a volume without a direction is a reference, not a trace image: United Imaging writes 1.25 for 0. */
	private static final double WEAK_B = 5;

	/** A gradient vector shorter than this is none. */
	private static final double SHORTEST = 0.01;

	private final Attributes attributes;
	private final CsaHeader csa;

	private DiffusionTags(final Attributes attributes) {
		this.attributes = attributes;
		csa = CsaHeader.of(attributes);
	}

	static Diffusion of(final Attributes attributes) {
		return new DiffusionTags(attributes).read();
	}

	private Diffusion read() {
		final Optional<Vector> direction = direction();
		final String directionality = directionality();
		final double[] written = attributes.numbers(Tag.DIFFUSION_B_VALUE);
		final OptionalDouble standard = valid(attributes.number(Tag.DIFFUSION_B_VALUE));
		final int geType = attributes.privateNumber(GE_PARAMETERS, 0x0043, 0x30).stream().mapToInt(v -> (int) v).findFirst()
			.orElse(-1);
		OptionalDouble b = standard.isPresent() ? standard : privateB();
		Optional<String> remark = Optional.empty();
		if (geType == GE_TENSOR && b.isPresent() && direction.isPresent()) {
			final OptionalDouble scaled = geScaled(b.getAsDouble(), direction.get().length(), standard.isPresent());
			if (scaled.isPresent()) remark = Optional.of("The b-value " + Decimal.text(b.getAsDouble()) +
				" is GE's nominal one; by the length of the gradient vector it is " + Decimal.text(scaled.getAsDouble()));
			if (scaled.isPresent()) b = scaled;
		}
		// What is written but wrong is no missing value, which could mean 0.
		final boolean isWrong = written.length > 0 && !(written[0] >= 0) && b.isEmpty();
		if (isWrong) remark = Optional.of(Tag.format(Tag.DIFFUSION_B_VALUE) + " is " + written[0] +
			", but a b-value is 0 s/mm^2 or more");
		final Kind kind = isWrong ? Kind.DIRECTION : kind(b, direction, directionality, geType);
		final boolean declared = !directionality.isEmpty() || attributes.contains(Tag.MR_DIFFUSION_SEQUENCE) ||
			imageType().anyMatch("DIFFUSION"::equals) || attributes.string(Tag.ACQUISITION_CONTRAST).filter("DIFFUSION"::equals)
				.isPresent();
		return new Diffusion(b, kind, kind == Kind.DIRECTION ? direction.filter(v -> v.length() > SHORTEST).map(v -> v.times(
			1 / v.length())) : Optional.empty(), declared, remark);
	}

	private OptionalDouble privateB() {
		final double[] inCsa = csa.numbers("B_value");
		final double[] ge = attributes.privateNumbers(GE_PARAMETERS, 0x0043, 0x39);
		final List<OptionalDouble> candidates = List.of(attributes.privateNumber(SIEMENS, 0x0019, 0x0C), inCsa.length == 0
			? OptionalDouble.empty() : OptionalDouble.of(inCsa[0]), ge.length == 0 ? OptionalDouble.empty()
				// GE adds 10^9, or other large round numbers, to mark how the b-value was prescribed.
				: OptionalDouble.of(ge[0] % 100_000), attributes.privateNumber(PHILIPS, 0x2001, 0x03), attributes
					.privateNumber(UNITED_IMAGING, 0x0065, 0x09));
		return candidates.stream().map(DiffusionTags::valid).filter(OptionalDouble::isPresent).findFirst().orElse(
			OptionalDouble.empty());
	}

	/** Philips writes 10^38 where there is no b-value. */
	private static OptionalDouble valid(final OptionalDouble b) {
		if (b.isEmpty() || !(b.getAsDouble() >= 0) || b.getAsDouble() > 1e6) return OptionalDouble.empty();
		// A value that came through single precision is shown as it was meant: 0.004, not 0.004000000189989805.
		final double value = b.getAsDouble();
		final double shortest = Double.parseDouble(Float.toString((float) value));
		return OptionalDouble.of((float) value == value ? shortest : value);
	}

	/**
	 * GE's older tensor scans give one b-value for all and shorten the gradient vector instead: the real value is
	 * b·|g|², to the next 5 (dcm2niix issues 163 and 245). A vector of 0 is b = 0 in newer ones too (issue 777).
	 */
	private static OptionalDouble geScaled(final double b, final double length, final boolean standard) {
		if (b <= Diffusion.SAME_B || length > 0.97 || standard && length > SHORTEST) return OptionalDouble.empty();
		return OptionalDouble.of(Math.rint(b * length * length / 5) * 5);
	}

	private Kind kind(final OptionalDouble b, final Optional<Vector> direction, final String directionality,
		final int geType)
	{
		if (b.isPresent() && b.getAsDouble() <= Diffusion.SAME_B) return Kind.UNWEIGHTED;
		if (directionality.equals("ISOTROPIC") || geType == GE_COMBINED || imageType().anyMatch(DiffusionTags::isTrace) ||
			attributes.privateString(PHILIPS, 0x2001, 0x04).filter("I"::equals).isPresent()) return Kind.TRACE;
		if (b.isEmpty()) return directionality.equals("DIRECTIONAL") ? Kind.DIRECTION : Kind.UNWEIGHTED;
		final boolean zero = direction.isPresent() && direction.get().length() <= SHORTEST;
		if (GE_DIRECTIONS.contains(geType) || direction.isPresent() && !zero) return Kind.DIRECTION;
		if (directionality.equals("DIRECTIONAL") || directionality.equals("BMATRIX")) return Kind.DIRECTION;
		if (b.getAsDouble() < WEAK_B) return Kind.UNWEIGHTED;
		// Philips' trace images have the direction 0 in versions without a directionality; GE's vector is 0 in any scan.
		return zero && geType < 0 ? Kind.TRACE : Kind.UNKNOWN;
	}

	private Stream<String> imageType() {
		return ImageContent.words(attributes).stream();
	}

	private static boolean isTrace(final String word) {
		return List.of("TRACEW", "TRACE", "ISOTROPIC", "DIFFUSION_ISO").contains(word);
	}

	private String directionality() {
		return attributes.string(Tag.DIFFUSION_DIRECTIONALITY).or(() -> attributes.privateString(SIEMENS, 0x0019, 0x0D))
			.orElse(csa.string("DiffusionDirectionality"));
	}

	private Optional<Vector> direction() {
		final List<double[]> candidates = List.of(attributes.numbers(Tag.DIFFUSION_GRADIENT_ORIENTATION), attributes
			.privateNumbers(SIEMENS, 0x0019, 0x0E), csa.numbers("DiffusionGradientDirection"), three(PHILIPS_MR, 0x2005,
				0xB0), attributes.privateNumbers(UNITED_IMAGING, 0x0065, 0x37));
		return candidates.stream().filter(DiffusionTags::isGradient).findFirst().map(v -> new Vector(v[0], v[1], v[2])).or(
			this::geDirection);
	}

	/** Whether these are the coordinates of a vector that is about 1 long, or shorter. */
	private static boolean isGradient(final double[] v) {
		return v.length == 3 && Arrays.stream(v).allMatch(cosine -> Math.abs(cosine) < 1.5);
	}

	private double[] three(final String creator, final int group, final int element) {
		return new double[] { attributes.privateNumber(creator, group, element).orElse(Double.NaN), attributes
			.privateNumber(creator, group, element + 1).orElse(Double.NaN), attributes.privateNumber(creator, group,
				element + 2).orElse(Double.NaN) };
	}

	/** GE gives the gradient along frequency, phase and slice encoding; the sign of a direction does not matter. */
	private Optional<Vector> geDirection() {
		final double[] g = three(GE_ACQUISITION, 0x0019, 0xBB);
		final double[] c = attributes.numbers(Tag.IMAGE_ORIENTATION);
		if (!isGradient(g)) return Optional.empty();
		if (c.length != 6 || !Arrays.stream(c).allMatch(cosine -> Math.abs(cosine) < 1.5)) return Optional.of(
			new Vector(g[0], g[1], g[2]));
		final Vector row = new Vector(c[0], c[1], c[2]);
		final Vector column = new Vector(c[3], c[4], c[5]);
		final boolean phaseAlongRow = attributes.string(Tag.IN_PLANE_PHASE_ENCODING_DIRECTION).filter("ROW"::equals)
			.isPresent();
		final Vector inPlane = phaseAlongRow ? row.times(-g[1]).plus(column.times(g[0])) : row.times(-g[0]).plus(column
			.times(-g[1]));
		return Optional.of(inPlane.plus(row.cross(column).times(g[2])));
	}
}
