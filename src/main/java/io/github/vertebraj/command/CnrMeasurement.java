package io.github.vertebraj.command;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
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
	 * @param type     of the image: its name without patient and energy; a second one of a patient is numbered
	 * @param declared whether the user says that its values are HU
	 */
	void add(final String patient, final String type, final CalibratedImage image, final boolean declared,
		final List<Region> regions, final DoubleConsumer progress)
	{
		final RegionPairs pairs = RegionPairs.of(regions.stream().map(Region::name).toList(), reference, targets);
		final String series = own(patient, type);
		for (int t = 0; t < image.size(3); t++) {
			final HounsfieldImage frame = HounsfieldImage.of(image, t, declared);
			final OptionalDouble keV = frame.number(PlaneLabel.ENERGY);
			final String name = keV.isPresent() ? text(keV.getAsDouble()) : image.size(3) == 1 ? series : series + " frame " + (t +
				1);
			final Source source = new Source(patient, image.title(), name, series, keV, image.tags().getOrDefault(FILTER, ""));
			final List<RegionStatistics> measured = RegionStatistics.of(frame.volume(), frame.scale(), regions, progress);
			for (final RegionPairs.Pair pair : pairs.pairs())
				rows.add(CnrRow.of(source, pair.level(), name(pair.pattern()), side(regions, measured, pair.reference()), side(
					regions, measured, pair.target())));
			for (final RegionPairs.Missing missing : pairs.missing())
				rows.add(CnrRow.missing(source, missing.level(), name(missing.target()), "missing: no region named as " + missing
					.absent().text() + (missing.level().isEmpty() ? "" : " at " + missing.level())));
		}
	}

	private static String text(final double keV) {
		return Numbers.digits(keV, 5) + " keV";
	}

	/** Open images may have one title; they must not be taken for one. */
	private String own(final String patient, final String type) {
		final Set<String> known = rows.stream().map(CnrRow::source).filter(source -> source.patient().equals(patient)).map(
			Source::series).collect(Collectors.toSet());
		String own = type;
		for (int n = 2; known.contains(own); n++)
			own = type + " (" + n + ")";
		return own;
	}

	private String name(final NamePattern target) {
		return reference.text() + "-" + target.text();
	}

	private static Side side(final List<Region> regions, final List<RegionStatistics> measured, final int index) {
		return new Side(regions.get(index).name(), measured.get(index));
	}

	/**
	 * All rows. Where a patient has one energy in several images, these are series of their own, and their frames are called
	 * by both; else the energy tells enough, whichever image it is in.
	 */
	List<CnrRow> rows() {
		final List<Source> sources = rows.stream().map(CnrRow::source).filter(source -> source.keV().isPresent()).distinct()
			.toList();
		final boolean several = sources.stream().map(source -> List.of(source.patient(), source.type())).distinct()
			.count() < sources.size();
		return rows.stream().map(row -> row.source().keV().isEmpty() ? row : called(row, several)).toList();
	}

	private static CnrRow called(final CnrRow row, final boolean bySeries) {
		final Source source = row.source();
		final String series = bySeries ? source.series() : "";
		return new CnrRow(new Source(source.patient(), source.image(), (series + " " + source.type()).strip(), series, source
			.keV(), source.filter()), row.level(), row.pair(), row.reference(), row.target(), row.note());
	}
}
