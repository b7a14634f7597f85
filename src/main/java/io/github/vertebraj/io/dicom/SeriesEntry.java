package io.github.vertebraj.io.dicom;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.vertebraj.io.dicom.Diffusion.Kind;

/**
 * One series of a folder, or the part of it that holds a map which the scanner has computed from the rest. Only headers
 * have been read.
 *
 * @param id          how it is selected, unique in its catalogue: its number ({@code 17}), or its UID where several
 *                    series have that number; with a part where it is one of several in a series ({@code 17/adc})
 * @param uid         Series Instance UID
 * @param number      series number
 * @param modality    {@code MR}, {@code CT}, ...
 * @param description series description, empty when there is none
 * @param map         name of the computed map that this is; empty for measured signal
 * @param frames      its planes, by file and place in the file
 * @param damaged     what is wrong with DICOM files beside its own; they may belong to it, so it is not read
 */
public record SeriesEntry(String id, String uid, OptionalInt number, String modality, String description,
	Optional<String> map, List<Frame> frames, List<String> damaged)
{

	public SeriesEntry {
		frames = List.copyOf(frames);
		damaged = List.copyOf(damaged);
	}

	/** Whether only the UID tells the series from others. */
	private boolean needsUid() {
		return number.isPresent() && !uid.isEmpty() && id.startsWith(uid);
	}

	/** What people call the series: its number, with a part where it is one of several. */
	public String name() {
		return needsUid() ? number.getAsInt() + id.substring(uid.length()) : id;
	}

	/** The part of the series that holds one component, such as {@code phase}; without planes when it has none. */
	SeriesEntry component(final String component) {
		return new SeriesEntry(id + "/" + component, uid, number, modality, description, map, frames.stream().filter(
			frame -> frame.content().component().equals(component)).toList(), damaged);
	}

	/** The b-values in s/mm², rising; none when this is no diffusion imaging. */
	public List<Double> bValues() {
		final boolean diffusion = frames.stream().map(Frame::diffusion).anyMatch(d -> d.declared() || d.isWeighted());
		return diffusion ? distinct(frame -> frame.diffusion().b()) : List.of();
	}

	/** The echo times in ms, rising. */
	public List<Double> echoTimes() {
		return distinct(Frame::echoTime);
	}

	/** The components that the series holds, in the order of the files; those not named by the files left out. */
	public List<String> components() {
		return frames.stream().map(frame -> frame.content().component()).filter(text -> !text.isEmpty()).distinct().toList();
	}

	/** The different X-rays of a CT, in the order of the files; filters and times left out where they do not matter. */
	List<Spectrum> spectra() {
		final List<Spectrum> all = frames.stream().map(frame -> frame.spectrum().untimed()).distinct().toList();
		final List<Spectrum> plain = all.stream().map(Spectrum::unfiltered).distinct().toList();
		return all.size() == 1 ? all : plain;
	}

	/** The same series with what its description tells of its X-rays. */
	SeriesEntry described() {
		if (map.isPresent() || !modality.equals("CT")) return this;
		final List<Frame> told = new ArrayList<>();
		for (final Frame frame : frames) {
			final Spectrum spectrum = SpectralWords.described(frame.spectrum(), description);
			told.add(spectrum.equals(frame.spectrum()) ? frame : frame.with(spectrum, SpectralWords.remark(spectrum,
				description), SpectralWords.remark(frame.spectrum(), description)));
		}
		return new SeriesEntry(id, uid, number, modality, description, map, told, damaged);
	}

	private List<Double> distinct(final Function<Frame, OptionalDouble> value) {
		return frames.stream().map(value).filter(OptionalDouble::isPresent).map(OptionalDouble::getAsDouble).distinct()
			.sorted().toList();
	}

	/** The number of different places in the patient, or of all planes where places are not known. */
	private long slices() {
		if (frames.stream().anyMatch(frame -> frame.plane().isEmpty())) return frames.size();
		return frames.stream().map(frame -> frame.plane().get().origin()).map(v -> List.of(Math.round(v.x() * 20), Math
			.round(v.y() * 20), Math.round(v.z() * 20))).distinct().count();
	}

	/** One line: number, modality, description, size, b-values or echo times; the UID where the number is not enough. */
	public String summary() {
		final StringBuilder text = new StringBuilder(name()).append("  ").append(modality).append("  ").append(description
			.isEmpty() ? "(no description)" : description).append("  ").append(size());
		final List<Double> b = bValues();
		if (!b.isEmpty()) text.append("  b ").append(join(b)).append(" s/mm^2").append(kinds());
		else if (echoTimes().size() > 1) text.append("  TE ").append(join(echoTimes())).append(" ms");
		final String spectra = modality.equals("CT") ? spectra().stream().map(Spectrum::describe).filter(word -> !word
			.isEmpty()).collect(Collectors.joining(", ")) : "";
		if (!spectra.isEmpty()) text.append("  ").append(spectra);
		if (components().size() > 1) text.append("  ").append(String.join(", ", components()));
		map.ifPresent(name -> text.append("  (computed map: ").append(name).append(')'));
		if (needsUid()) text.append("  ").append(uid);
		return text.toString();
	}

	private String size() {
		final Map<String, Long> sizes = frames.stream().collect(Collectors.groupingBy(frame -> frame.columns() + " x " +
			frame.rows(), LinkedHashMap::new, Collectors.counting()));
		return sizes.size() > 1 ? frames.size() + " images of different size" : sizes.keySet().iterator().next() + " x " +
			slices();
	}

	private String kinds() {
		final String kinds = frames.stream().map(frame -> frame.diffusion().kind()).filter(kind -> !kind.key().isEmpty())
			.distinct().sorted(Comparator.naturalOrder()).map(Kind::key).collect(Collectors.joining(", "));
		return kinds.isEmpty() ? "" : " (" + kinds + ")";
	}

	private static String join(final List<Double> values) {
		return values.stream().map(Decimal::text).collect(Collectors.joining(", "));
	}

	@Override
	public String toString() {
		return summary();
	}
}
