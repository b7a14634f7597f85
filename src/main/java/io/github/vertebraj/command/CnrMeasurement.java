package io.github.vertebraj.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;

import io.github.vertebraj.dualenergy.HounsfieldImage;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.RegionStatistics;
import io.github.vertebraj.reading.NamePattern;
import io.github.vertebraj.reading.RegionPairs;
import io.github.vertebraj.report.CnrRow;
import io.github.vertebraj.report.CnrRow.Side;
import io.github.vertebraj.report.CnrRow.Source;
import io.github.vertebraj.report.Numbers;

/** Measures one set of regions on every frame of several images, and collects the rows of the table. */
final class CnrMeasurement {

	/** What a filter of ours leaves in the image's tags. */
	static final String FILTER = "denoised";

	private final NamePattern reference;
	private final List<NamePattern> targets;
	private final List<CnrRow> rows = new ArrayList<>();

	CnrMeasurement(final NamePattern reference, final List<NamePattern> targets) {
		this.reference = reference;
		this.targets = targets;
	}

	/**
	 * Measures an image.
	 *
	 * @param patient  empty when there is one only
	 * @param type     of its frames; those of an energy are called by that
	 * @param declared whether the user says that its values are HU
	 */
	void add(final String patient, final String type, final CalibratedImage image, final boolean declared,
		final List<Region> regions, final DoubleConsumer progress)
	{
		final RegionPairs pairs = RegionPairs.of(regions.stream().map(Region::name).toList(), reference, targets);
		for (int t = 0; t < image.size(3); t++) {
			final HounsfieldImage frame = HounsfieldImage.of(image, t, declared);
			final OptionalDouble keV = frame.number(PlaneLabel.ENERGY);
			final String name = keV.isPresent() ? Numbers.digits(keV.getAsDouble(), 5) + " keV" : image.size(3) == 1 ? type : type +
				" frame " + (t + 1);
			final Source source = new Source(patient, image.title(), name, keV, image.tags().getOrDefault(FILTER, ""));
			final List<RegionStatistics> measured = RegionStatistics.of(frame.volume(), frame.scale(), regions, progress);
			for (final RegionPairs.Pair pair : pairs.pairs())
				rows.add(CnrRow.of(source, pair.level(), name(pair.pattern()), side(regions, measured, pair.reference()), side(
					regions, measured, pair.target())));
			for (final RegionPairs.Missing missing : pairs.missing())
				rows.add(CnrRow.missing(source, missing.level(), name(missing.target()), "missing: no region named as " + missing
					.absent().text() + (missing.level().isEmpty() ? "" : " at " + missing.level())));
		}
	}

	private String name(final NamePattern target) {
		return reference.text() + "-" + target.text();
	}

	private static Side side(final List<Region> regions, final List<RegionStatistics> measured, final int index) {
		return new Side(regions.get(index).name(), measured.get(index));
	}

	/** All rows; frames of one energy that stand in several images of a patient are told apart by the images' titles. */
	List<CnrRow> rows() {
		final Map<List<String>, Long> images = rows.stream().map(CnrRow::source).distinct().collect(Collectors.groupingBy(
			source -> List.of(source.patient(), source.type()), Collectors.counting()));
		final List<String> ambiguous = images.entrySet().stream().filter(entry -> entry.getValue() > 1).map(entry -> entry
			.getKey().get(1)).toList();
		return rows.stream().map(row -> ambiguous.contains(row.source().type()) ? called(row, row.source().image() + " " + row
			.source().type()) : row).toList();
	}

	private static CnrRow called(final CnrRow row, final String type) {
		final Source source = row.source();
		return new CnrRow(new Source(source.patient(), source.image(), type, source.keV(), source.filter()), row.level(), row
			.pair(), row.reference(), row.target(), row.note());
	}
}
