package io.github.vertebraj.ui.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.github.vertebraj.reading.Site;
import io.github.vertebraj.reading.store.StudyFolder;
import io.github.vertebraj.reading.study.Spine;

/** A small study to read: four cases, readers kim and lee, two sessions. */
public final class ExampleStudy {

	private ExampleStudy() {}

	public static NewStudy of(final Path folder) {
		return new NewStudy(folder, "DWI", List.of("kim", "lee"), Spine.USUAL, sites(), true, 14, 42, CaseTable.ofNames(
			"P1, P2, P3, P4"));
	}

	public static StudyFolder create(final Path folder) {
		try {
			return of(folder).create();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static Set<Site> sites() {
		return EnumSet.of(Site.VB, Site.PE);
	}

	/** A model that writes and shows in the thread that calls it. */
	public static AnnotationModel model(final StudyFolder study, final String reader, final int session) {
		return new AnnotationModel(study, study.desk(reader, session), Runnable::run, Runnable::run);
	}
}
