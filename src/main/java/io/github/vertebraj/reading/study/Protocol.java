package io.github.vertebraj.reading.study;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.vertebraj.reading.Site;

/**
 * How a study is read: the same for all cases and readers.
 *
 * @param name        of the study
 * @param spine       the vertebrae that are rated, where a case has no others
 * @param sites       {@link Site#VB}, {@link Site#PE} or both
 * @param scale       what each rating is called on screen
 * @param sessions    in their order, numbered from 1
 * @param washoutDays days of the calendar that must lie between two sessions of a case
 * @param readers     ids differ by more than case
 * @param numbers     names of the numbers that cases carry: {@code BMI (kg/m^2)}, {@code T-score}
 * @param seed        of the order in which cases are read
 * @param other       members of the file that this version does not know
 */
public record Protocol(String name, Spine spine, Set<Site> sites, Map<Rating, String> scale,
	List<StudySession> sessions, int washoutDays, List<StudyReader> readers, List<String> numbers, long seed,
	OtherFields other)
{

	private static final int TWO_WEEKS = 14;

	/** @throws IllegalArgumentException if these do not make a study; says why */
	public Protocol {
		Objects.requireNonNull(name, "name");
		Objects.requireNonNull(spine, "spine");
		Objects.requireNonNull(other, "other");
		if (sites.isEmpty() || !EnumSet.of(Site.VB, Site.PE).containsAll(sites)) throw new IllegalArgumentException(
			"The sites of a study are VB, PE or both, not " + sites);
		sites = Collections.unmodifiableSet(EnumSet.copyOf(sites));
		final Map<Rating, String> names = new EnumMap<>(Rating.class);
		for (final Rating rating : Rating.values())
			names.put(rating, scale.getOrDefault(rating, rating.key()));
		scale = Collections.unmodifiableMap(names);
		sessions = List.copyOf(sessions);
		for (int i = 0; i < sessions.size(); i++)
			if (sessions.get(i).number() != i + 1) throw new IllegalArgumentException(
				"Sessions must be numbered 1, 2, ... in their order; number " + sessions.get(i).number() + " stands at " + (i +
					1));
		if (sessions.isEmpty()) throw new IllegalArgumentException("A study needs a session");
		if (washoutDays < 0) throw new IllegalArgumentException("The washout lasts " + washoutDays +
			" days; it must be 0 or more");
		readers = List.copyOf(readers);
		final Set<String> ids = new HashSet<>();
		for (final StudyReader reader : readers)
			if (!ids.add(reader.id().toLowerCase(Locale.ROOT))) throw new IllegalArgumentException(
				"Two readers have the id '" + reader.id() + "'; upper and lower case are the same");
		numbers = List.copyOf(numbers);
		if (new HashSet<>(numbers).size() < numbers.size()) throw new IllegalArgumentException(
			"A number is declared twice: " + numbers);
	}

	/**
	 * The study that asks what diffusion-weighted images add: bodies and posterior elements of the usual spine, first
	 * without, then with DWI, two weeks apart.
	 */
	public static Protocol ofDiffusion(final String name, final List<StudyReader> readers, final long seed) {
		return new Protocol(name, Spine.USUAL, EnumSet.of(Site.VB, Site.PE), Map.of(), List.of(StudySession.CONVENTIONAL,
			StudySession.WITH_DWI), TWO_WEEKS, readers, List.of(), seed, OtherFields.NONE);
	}

	public Protocol withSpine(final Spine newSpine) {
		return new Protocol(name, newSpine, sites, scale, sessions, washoutDays, readers, numbers, seed, other);
	}

	public Protocol withSites(final Set<Site> newSites) {
		return new Protocol(name, spine, newSites, scale, sessions, washoutDays, readers, numbers, seed, other);
	}

	public Protocol withSessions(final List<StudySession> newSessions, final int newWashoutDays) {
		return new Protocol(name, spine, sites, scale, newSessions, newWashoutDays, readers, numbers, seed, other);
	}

	public Protocol withReaders(final List<StudyReader> newReaders) {
		return new Protocol(name, spine, sites, scale, sessions, washoutDays, newReaders, numbers, seed, other);
	}

	public Protocol withNumbers(final List<String> newNumbers) {
		return new Protocol(name, spine, sites, scale, sessions, washoutDays, readers, newNumbers, seed, other);
	}

	/** @throws IllegalArgumentException if there is none; lists those there are */
	public StudyReader reader(final String id) {
		return readers.stream().filter(reader -> reader.id().equals(id)).findFirst().orElseThrow(
			() -> new IllegalArgumentException("The study '" + name + "' has no reader '" + id + "'; it has " + readers
				.stream().map(StudyReader::id).toList()));
	}

	/** @throws IllegalArgumentException if there is none */
	public StudySession session(final int number) {
		if (number < 1 || number > sessions.size()) throw new IllegalArgumentException("The study '" + name +
			"' has no session " + number + "; it has " + sessions.size());
		return sessions.get(number - 1);
	}

	/** @throws IllegalArgumentException if the case carries a number that is not declared */
	public void check(final StudyCase studyCase) {
		for (final String number : studyCase.numbers().keySet())
			if (!numbers.contains(number)) throw new IllegalArgumentException("Case " + studyCase.id() + " has the number '" +
				number + "', which the protocol does not declare; it declares " + numbers);
	}

	/** The vertebrae of a case. */
	public Spine spineOf(final StudyCase studyCase) {
		return studyCase.spine().orElse(spine);
	}
}
