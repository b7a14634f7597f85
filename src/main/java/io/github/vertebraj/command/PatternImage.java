package io.github.vertebraj.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.RegionStatistics;
import io.github.vertebraj.image.RegionTransfer;
import io.github.vertebraj.image.RegionTransfer.Transferred;
import io.github.vertebraj.interpretation.MrSequence;
import io.github.vertebraj.interpretation.SequenceSignal;
import io.github.vertebraj.report.PatternFigure;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/** The image of one sequence, with the lesions and the reference where they lie on it. */
final class PatternImage {

	private final MrSequence sequence;
	private final CalibratedImage image;
	private final RandomAccessibleInterval<? extends RealType<?>> volume;
	private final String bValue;
	private final RegionTransfer transfer;
	private final List<Transferred> lesions;
	private final String referenceName;
	private final Region reference;

	/**
	 * @param drawn      the image that the regions were drawn on
	 * @param references at least one
	 * @throws IllegalArgumentException when the image has several frames or channels (a diffusion series apart, of which
	 *           the highest b-value is taken), or the regions cannot be put onto it
	 */
	PatternImage(final MrSequence sequence, final CalibratedImage image, final CalibratedImage drawn,
		final List<Region> lesions, final List<Region> references)
	{
		this.sequence = sequence;
		this.image = image;
		if (sequence != MrSequence.DWI && (image.size(3) != 1 || image.size(4) != 1)) throw new IllegalArgumentException(
			"The image of " + sequence + " must have one frame and one channel, but '" + image.title() + "' has " + image.size(
				3) + " and " + image.size(4) + ": duplicate the one that is meant");
		final StationImages frames = new StationImages(StationImages.HIGHEST, StationImages.AUTO);
		volume = frames.signalOf(image);
		bValue = frames.signal();
		transfer = RegionTransfer.between(drawn, image);
		this.lesions = lesions.stream().map(transfer::apply).toList();
		referenceName = references.stream().map(Region::name).collect(Collectors.joining(", "));
		reference = transfer.apply(new Region(referenceName, references.stream().flatMap(region -> region.runs().stream())
			.toList())).region();
	}

	MrSequence sequence() {
		return sequence;
	}

	CalibratedImage image() {
		return image;
	}

	/** What the user should know. */
	List<String> notes() {
		final List<String> notes = new ArrayList<>();
		transfer.note().ifPresent(notes::add);
		if (!bValue.isEmpty()) notes.add("The signal of " + sequence + " is that of " + bValue);
		return notes;
	}

	/** The signals of the lesions, in their order. */
	List<SequenceSignal> signals(final double margin, final DoubleConsumer progress) {
		final List<Region> measurable = Stream.concat(Stream.of(reference), lesions.stream().map(Transferred::region)).filter(
			region -> !region.isEmpty()).toList();
		final List<RegionStatistics> statistics = measurable.isEmpty() ? List.of() : RegionStatistics.of(volume, image.scale(),
			measurable, progress);
		final List<SequenceSignal> signals = new ArrayList<>();
		int next = reference.isEmpty() ? 0 : 1;
		final Optional<RegionStatistics> normal = reference.isEmpty() ? Optional.empty() : Optional.of(statistics.get(0));
		for (final Transferred lesion : lesions)
			signals.add(new SequenceSignal(sequence, image.title(), image.scale().unit(), lesion.region().isEmpty() ? Optional
				.empty() : Optional.of(statistics.get(next++)), lesion.outside(), referenceName, normal, margin));
		return signals;
	}

	/** What a figure shows of a lesion. */
	PatternFigure.Panel panel(final int lesion, final SequenceSignal signal) {
		return new PatternFigure.Panel(signal, image.scale().real(volume), image.geometry().orElseThrow(
			() -> new IllegalArgumentException("'" + image.title() + "' has no voxel size in mm, so its shape in the figure is" +
				" unknown: leave figure empty, or set unit, pixel width, height and depth in Image > Properties...")), lesions.get(
					lesion).region());
	}
}
