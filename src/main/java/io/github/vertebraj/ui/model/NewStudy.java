package io.github.vertebraj.ui.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.vertebraj.reading.Site;
import io.github.vertebraj.reading.store.StudyFolder;
import io.github.vertebraj.reading.study.OtherFields;
import io.github.vertebraj.reading.study.Protocol;
import io.github.vertebraj.reading.study.Spine;
import io.github.vertebraj.reading.study.StudyReader;
import io.github.vertebraj.reading.study.StudySession;

/**
 * What a user fills in to begin a study.
 *
 * @param folder      made if missing
 * @param readers     short names
 * @param isTwice     whether a second session with diffusion-weighted images follows
 * @param washoutDays between the sessions
 * @param seed        of the order of the cases
 */
public record NewStudy(Path folder, String name, List<String> readers, Spine spine, Set<Site> sites, boolean isTwice,
	int washoutDays, long seed, CaseTable cases)
{

	/** @throws IllegalArgumentException if that makes no study; says what is missing */
	public NewStudy {
		readers = List.copyOf(readers);
		if (name.isBlank()) throw new IllegalArgumentException("Give the study a name");
		if (readers.isEmpty()) throw new IllegalArgumentException("Name at least one reader");
		if (cases.cases().isEmpty()) throw new IllegalArgumentException("Name at least one case, or choose a table of cases");
	}

	/** The words of a text, which are separated by commas, semicolons or white space. */
	public static List<String> words(final String text) {
		return Arrays.stream(text.split("[\\s,;]+")).filter(word -> !word.isBlank()).toList();
	}

	/** @throws IllegalArgumentException if a name cannot name a file, or the like */
	public Protocol protocol() {
		final List<StudySession> sessions = isTwice ? List.of(StudySession.CONVENTIONAL, StudySession.WITH_DWI) : List.of(
			new StudySession(1, "reading", StudySession.WITH_DWI.criteria()));
		return new Protocol(name.strip(), spine, sites, Map.of(), sessions, isTwice ? washoutDays : 0, readers.stream().map(
			id -> new StudyReader(id, "")).toList(), cases.numbers(), seed, OtherFields.NONE);
	}

	/**
	 * Writes the study.
	 *
	 * @throws IllegalArgumentException if it cannot be one; nothing is written then
	 * @throws IOException              if there is a study already, or the folder cannot be written
	 */
	public StudyFolder create() throws IOException {
		final Protocol protocol = protocol();
		cases.cases().forEach(protocol::check);
		final StudyFolder study = StudyFolder.create(folder, protocol, "study dialog");
		study.saveCases(cases.cases(), "study dialog", "");
		return study;
	}
}
