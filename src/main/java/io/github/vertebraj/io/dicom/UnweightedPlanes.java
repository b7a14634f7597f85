package io.github.vertebraj.io.dicom;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.vertebraj.io.dicom.Diffusion.Kind;

/**
 * Planes without a b-value in a series in which others have one. Some scanners (Canon, GE) leave the tag out where there
 * is no weighting, so a whole volume without it is b = 0; anything less is an error, never a guess.
 */
final class UnweightedPlanes {

	private UnweightedPlanes() {}

	/**
	 * @param frames the planes of one series
	 * @param notes  gets a sentence when b = 0 had to be concluded
	 * @throws IOException if planes without a b-value are not a whole volume, or the series has b = 0 already
	 */
	static List<Frame> resolve(final List<Frame> frames, final List<String> notes) throws IOException {
		final List<Frame> lacking = frames.stream().filter(frame -> frame.diffusion().b().isEmpty()).toList();
		if (lacking.isEmpty() || frames.stream().noneMatch(frame -> frame.diffusion().isWeighted())) return frames;
		final boolean unweighted = lacking.stream().allMatch(frame -> frame.diffusion().kind() == Kind.UNWEIGHTED &&
			!isSecondary(frame));
		final boolean alreadyThere = frames.stream().anyMatch(frame -> frame.diffusion().b().isPresent() && !frame.diffusion()
			.isWeighted());
		if (!unweighted || alreadyThere || !isWhole(lacking, frames)) throw new IOException(lacking.size() + " of " + frames
			.size() + " images have no valid b-value, " + Tag.format(Tag.DIFFUSION_B_VALUE) +
			" or the manufacturer's private tag, and are not one whole b = 0 volume: " + FileNames.of(lacking));
		notes.add("Taken as b = 0, having no b-value and being a whole volume beside weighted ones: " + FileNames.count(lacking
			.size(), "image") + " (" + FileNames.of(lacking) + ")");
		return frames.stream().map(frame -> frame.diffusion().b().isEmpty() ? frame.with(frame.diffusion().asUnweighted())
			: frame).toList();
	}

	/** Whether the image was computed from others after the examination (PS3.3 C.7.6.1.1.2). */
	private static boolean isSecondary(final Frame frame) {
		return frame.facts().get(Tag.IMAGE_TYPE).orElse("").startsWith("DERIVED\\SECONDARY");
	}

	/** Whether there are equally many at every place of the series. */
	private static boolean isWhole(final List<Frame> lacking, final List<Frame> all) {
		final Function<Frame, Object> place = frame -> frame.plane().map(plane -> (Object) Math.round(plane.depth() * 20))
			.orElse("");
		final Map<Object, Long> counts = lacking.stream().collect(Collectors.groupingBy(place, Collectors.counting()));
		return counts.keySet().equals(all.stream().map(place).collect(Collectors.toSet())) && counts.values().stream()
			.distinct().count() == 1;
	}
}
