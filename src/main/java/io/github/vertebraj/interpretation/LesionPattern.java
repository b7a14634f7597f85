package io.github.vertebraj.interpretation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The signals of one lesion on the sequences of one patient, and what in the atlas they are compatible with. For research
 * only, never a diagnosis.
 *
 * @param lesion  name of its region
 * @param signals one for each sequence that there is an image of
 * @param matches entries that nothing seen contradicts, complete or not
 */
public record LesionPattern(String lesion, List<SequenceSignal> signals, List<AtlasEntry.Match> matches) {

	public LesionPattern {
		signals = List.copyOf(signals);
		matches = List.copyOf(matches);
	}

	/** Compares the signals of a lesion with an atlas. */
	public static LesionPattern of(final String lesion, final List<SequenceSignal> signals, final PatternAtlas atlas) {
		final Map<MrSequence, SignalArrow> seen = new EnumMap<>(MrSequence.class);
		signals.forEach(signal -> seen.put(signal.sequence(), signal.arrow()));
		return new LesionPattern(lesion, signals, atlas.matches(seen));
	}

	/** The signal on a sequence; empty when there is no image of it. */
	public Optional<SequenceSignal> signal(final MrSequence sequence) {
		return signals.stream().filter(signal -> signal.sequence() == sequence).findFirst();
	}

	/** The arrow of a sequence, which is not assessable when there is no image of it. */
	public SignalArrow arrow(final MrSequence sequence) {
		return signal(sequence).map(SequenceSignal::arrow).orElse(SignalArrow.NOT_ASSESSABLE);
	}

	/** The arrows that could be drawn, as {@code T1↓ T2=}; empty when there are none. */
	public String arrows() {
		return signals.stream().filter(signal -> signal.arrow() != SignalArrow.NOT_ASSESSABLE).map(signal -> signal.sequence()
			.name() + signal.arrow().text()).collect(Collectors.joining(" "));
	}
}
