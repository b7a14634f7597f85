package io.github.vertebraj.report;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

import io.github.vertebraj.dualenergy.CnrDefinition;
import io.github.vertebraj.image.RegionStatistics;

/**
 * A target against its reference in one frame of an image, or what hinders that.
 *
 * @param level     {@code L4-5}; may be empty
 * @param pair      what is compared: {@code DC-LF}
 * @param reference what the contrast is measured from, in HU; empty where the level lacks one
 * @param target    likewise; both or neither are there
 * @param note      why something is missing or NaN; may be empty
 */
public record CnrRow(Source source, String level, String pair, Optional<Side> reference, Optional<Side> target,
	String note)
{

	/**
	 * A frame of an image.
	 *
	 * @param patient empty when there is one only
	 * @param image   its title
	 * @param type    what is compared between patients: {@code mixed}, {@code 70 keV}
	 * @param series  of monoenergetic images, whose frames make one curve; empty where there is one series only
	 * @param keV     energy of a monoenergetic image
	 * @param filter  that changed its noise; empty for none
	 */
	public record Source(String patient, String image, String type, String series, OptionalDouble keV,
		String filter) {}

	/** A region and its CT numbers in HU. */
	public record Side(String region, RegionStatistics statistics) {}

	public CnrRow {
		Objects.requireNonNull(note, "note");
		if (reference.isPresent() != target.isPresent()) throw new IllegalArgumentException(
			"A row has both a reference and a target, or neither");
	}

	/** Two regions that were measured. */
	public static CnrRow of(final Source source, final String level, final String pair, final Side reference,
		final Side target)
	{
		return new CnrRow(source, level, pair, Optional.of(reference), Optional.of(target), CnrDefinition.TARGET.reason(
			reference.statistics, target.statistics).map(reason -> "CNR is NaN: " + reason).orElse(""));
	}

	/** A pair that a level does not have. */
	public static CnrRow missing(final Source source, final String level, final String pair, final String note) {
		return new CnrRow(source, level, pair, Optional.empty(), Optional.empty(), note);
	}

	/** Mean of the reference − mean of the target, in HU; NaN when missing. */
	public double contrast() {
		return reference.isEmpty() ? Double.NaN : reference.get().statistics.mean() - target.get().statistics.mean();
	}

	/** NaN when missing, or as {@link CnrDefinition} says. */
	public double cnr(final CnrDefinition definition) {
		return reference.isEmpty() ? Double.NaN : definition.of(reference.get().statistics, target.get().statistics);
	}
}
