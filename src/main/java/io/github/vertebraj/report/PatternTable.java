package io.github.vertebraj.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.vertebraj.image.RegionStatistics;
import io.github.vertebraj.interpretation.AtlasEntry;
import io.github.vertebraj.interpretation.LesionPattern;
import io.github.vertebraj.interpretation.MrSequence;
import io.github.vertebraj.interpretation.PatternAtlas;
import io.github.vertebraj.interpretation.SequenceSignal;
import io.github.vertebraj.reading.RegionName;

/**
 * Signal patterns: one row per lesion with its arrows and what they are compatible with, or one row per lesion and
 * sequence. The headers are public: macros read columns by them.
 */
public final class PatternTable {

	private static final String NONE = "no entry of the atlas";
	private static final String USE = "for research only, not a diagnosis";

	private PatternTable() {}

	/**
	 * One row per lesion. A sequence without an image is not assessable, and its ratio is empty; one that could not be
	 * measured is not assessable, and its ratio is NaN.
	 *
	 * @param title     of the table
	 * @param image     on which the lesions were drawn
	 * @param reference which regions the lesions were compared with, as the user gave it
	 * @param margin    ratios within 1 ± margin count as equal
	 * @param atlas     gives the citations
	 */
	public static ResultTable of(final String title, final String image, final String reference, final double margin,
		final PatternAtlas atlas, final List<LesionPattern> lesions)
	{
		final List<String> headers = new ArrayList<>(List.of("Image", "Region", "Level"));
		for (final MrSequence sequence : MrSequence.values())
			headers.addAll(List.of(sequence + " arrow", sequence + " ratio"));
		headers.addAll(List.of("Reference", "Margin", "Pattern", "Compatible with", "Compatible so far", "Citations", "Use"));
		final ResultTable.Builder table = ResultTable.builder(title, headers.toArray(String[]::new));
		for (final LesionPattern lesion : lesions) {
			final List<Object> row = new ArrayList<>(List.of(image, lesion.lesion(), RegionName.parse(lesion.lesion()).level()));
			for (final MrSequence sequence : MrSequence.values()) {
				row.add(lesion.arrow(sequence).text());
				row.add(lesion.signal(sequence).<Object> map(SequenceSignal::ratio).orElse(""));
			}
			row.addAll(List.of(reference, margin, lesion.arrows(), entries(lesion, true), entries(lesion, false), citations(
				lesion, atlas), USE));
			table.row(row.toArray());
		}
		return table.build();
	}

	private static String entries(final LesionPattern lesion, final boolean complete) {
		final String text = lesion.matches().stream().filter(match -> match.isComplete() == complete).map(PatternTable::entry)
			.collect(Collectors.joining("; "));
		return text.isEmpty() && complete ? NONE : text;
	}

	private static String entry(final AtlasEntry.Match match) {
		final String unseen = match.isComplete() ? "" : " (" + match.unseen().stream().map(MrSequence::name).collect(Collectors
			.joining(", ")) + " not seen)";
		return match.entry().finding() + unseen + " [" + String.join(", ", match.entry().sources()) + "]";
	}

	private static String citations(final LesionPattern lesion, final PatternAtlas atlas) {
		final Set<String> keys = new LinkedHashSet<>();
		lesion.matches().forEach(match -> keys.addAll(match.entry().sources()));
		return keys.stream().map(key -> key + ": " + atlas.sources().get(key)).collect(Collectors.joining(" | "));
	}

	/** One row per lesion and sequence that there is an image of. */
	public static ResultTable ofSequences(final String title, final List<LesionPattern> lesions) {
		final ResultTable.Builder table = ResultTable.builder(title, "Region", "Level", "Sequence", "Image", "Unit", "Voxels",
			"NaN voxels", "Voxels outside", "Lesion mean", "Reference", "Reference voxels", "Reference NaN voxels",
			"Reference mean", "Ratio", "Margin", "Arrow", "Remark");
		for (final LesionPattern lesion : lesions)
			for (final SequenceSignal signal : lesion.signals())
				table.row(lesion.lesion(), RegionName.parse(lesion.lesion()).level(), signal.sequence().name(), signal.image(),
					signal.unit(), voxels(signal.lesion()), nan(signal.lesion()), signal.outside(), mean(signal.lesion()), signal
						.reference(), voxels(signal.normal()), nan(signal.normal()), mean(signal.normal()), signal.ratio(), signal
							.margin(), signal.arrow().text(), signal.remark());
		return table.build();
	}

	private static long voxels(final Optional<RegionStatistics> region) {
		return region.map(RegionStatistics::voxels).orElse(0L);
	}

	private static long nan(final Optional<RegionStatistics> region) {
		return region.map(RegionStatistics::nan).orElse(0L);
	}

	private static double mean(final Optional<RegionStatistics> region) {
		return region.map(RegionStatistics::mean).orElse(Double.NaN);
	}
}
