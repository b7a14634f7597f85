package io.github.vertebraj.phantom;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A reader study of invented patients whose counts are those of a published one: 48 patients, three readers, two sessions,
 * vertebral bodies and posterior elements. Y. J. Kim et al. print how many patients of each reader and site are in each of
 * 14 categories, and of these groups how many are men, have lung cancer, and so on; {@code reader-study.csv} holds one
 * solution (found by integer programming) of all those of their tables that can hold together, with the number of
 * probably metastatic segments of the first session drawn so that its printed means and SDs hold too. Which segment has
 * which rating is invented: readers find metastases at the same places of a patient, more or fewer of them.
 */
public final class ReaderStudyPhantom {

	private static final int READERS = 3;
	/** Whose session tells the quality of the images, as in the source. */
	private static final int QUALITY_READER = 3;
	private static final int HIDDEN_SWAP_EVERY = 3;

	/** What each category changes, by number: probable, doubtful and benign segments, and doubtful ones it needs before. */
	private static final int[][] CHANGES = { {}, { -1, 0, 1, 0 }, { -1, -1, 2, 1 }, { 0, -1, 1, 1 }, { 1, -1, 0, 1 }, { 1, 0,
		-1, 0 }, { 2, -1, -1, 1 }, { 1, -2, 1, 2 }, { -1, 1, 0, 0 }, { -2, 1, 1, 0 }, { -1, 2, -1, 0 }, { 0, 1, -1, 0 }, { 1, 1,
			-2, 0 }, { 0, 0, 0, 0 }, { 0, 0, 0, 0 } };
	private static final int NOT_USEFUL = 13;

	/** A patient. */
	public record Patient(String id, int ageYears, String sex, String primary) {}

	/**
	 * A row of the long table.
	 *
	 * @param site   VB or PE
	 * @param rating 0, 1 or 2
	 * @param type   empty text where nothing is metastatic
	 */
	public record Row(String caseId, String reader, int session, String level, String site, int rating, boolean invisible,
		String type)
	{}

	private final List<Patient> patients = new ArrayList<>();
	private final List<Row> rows = new ArrayList<>();

	public ReaderStudyPhantom() {
		int number = 0;
		for (final Map<String, String> line : ResourceTable.read("reader-study.csv")) {
			patients.add(new Patient(line.get("case"), Integer.parseInt(line.get("age")), line.get("sex"), line.get("primary")));
			for (int reader = 1; reader <= READERS; reader++)
				for (final String site : List.of("VB", "PE"))
					addReading(line, number, reader, site);
			number++;
		}
	}

	public List<Patient> patients() {
		return List.copyOf(patients);
	}

	/** By patient, reader, site, session, and from head to tail. */
	public List<Row> rows() {
		return List.copyOf(rows);
	}

	private static List<String> levels(final String site) {
		final List<String> levels = new ArrayList<>();
		IntStream.rangeClosed(1, 7).forEach(i -> levels.add("C" + i));
		IntStream.rangeClosed(1, 12).forEach(i -> levels.add("T" + i));
		IntStream.rangeClosed(1, 5).forEach(i -> levels.add("L" + i));
		if (site.equals("VB")) IntStream.rangeClosed(1, 5).forEach(i -> levels.add("S" + i));
		return levels;
	}

	private void addReading(final Map<String, String> line, final int number, final int reader, final String site) {
		final List<String> levels = levels(site);
		final int category = Integer.parseInt(line.get("R" + reader + site + "Category"));
		final int probable = Integer.parseInt(line.get("R" + reader + site + "Probable"));
		final int[] change = CHANGES[category];
		// somebody in whom nothing changed has something that could have
		final int doubtful = category == NOT_USEFUL && probable == 0 ? 1 : change[3];
		final List<String> order = new ArrayList<>(levels);
		Collections.shuffle(order, new Random(number));
		final int[] first = ratings(levels.size(), probable, doubtful);
		final int[] second = ratings(levels.size(), probable + change[0], doubtful + change[1]);
		if (category == NOT_USEFUL && number % HIDDEN_SWAP_EVERY == 0) swap(second);
		for (final int session : new int[] { 1, 2 })
			for (final String level : levels) {
				final int place = order.indexOf(level);
				final int rating = (session == 1 ? first : second)[place];
				final boolean isHidden = session == 2 && reader == QUALITY_READER && isHidden(level, line);
				rows.add(new Row(line.get("case"), "R" + reader, session, level, site, rating, isHidden, rating == 0 ? "" : line
					.get("type")));
			}
	}

	/** The first places are metastatic, the next doubtful, the others benign. */
	private static int[] ratings(final int segments, final int probable, final int doubtful) {
		return IntStream.range(0, segments).map(place -> place < probable ? 2 : place < probable + doubtful ? 1 : 0).toArray();
	}

	/** One segment becomes benign and another one what it was: counting does not see it. */
	private static void swap(final int[] ratings) {
		final int last = ratings[ratings.length - 1];
		ratings[ratings.length - 1] = ratings[0];
		ratings[0] = last;
	}

	/** Artefacts lie where neck and chest meet. */
	private static boolean isHidden(final String level, final Map<String, String> line) {
		final int number = Integer.parseInt(level.substring(1));
		return switch (level.charAt(0)) {
			case 'C' -> number > 7 - Integer.parseInt(line.get("hiddenC"));
			case 'T' -> number <= Integer.parseInt(line.get("hiddenT"));
			default -> false;
		};
	}
}
