package io.github.vertebraj.reading.store;

import static io.github.vertebraj.reading.store.StudyExample.T5;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.vertebraj.reading.store.StudyExample.QuickFiles;
import io.github.vertebraj.reading.store.StudyExample.TestClock;
import io.github.vertebraj.reading.study.Edits;
import io.github.vertebraj.reading.study.RandomEdits;
import io.github.vertebraj.reading.study.Rating;
import io.github.vertebraj.reading.study.Reading;
import io.github.vertebraj.reading.study.ReadingKey;
import io.github.vertebraj.reading.study.Segment;

/** The program, the computer or the disk may fail at any moment. */
class NothingIsLostTest {

	private static final ReadingKey KEY = new ReadingKey("P1", "kim", 1);

	@TempDir
	Path temporary;

	private static OpenReading open(final Path root) throws IOException {
		return StudyExample.reopen(root, new TestClock()).desk("kim", 1).open("P1", OpenRequest.USUAL.takingOver(
			"it was killed"));
	}

	private static Reading loaded(final Path root) throws IOException {
		return StudyExample.reopen(root, new TestClock()).desk("kim", 1).view("P1");
	}

	/** Edits, undo, redo, save, close, and kill: nobody closes, and the folder is opened as it stands. */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4 })
	void anySequenceComesBack(final long seed) throws IOException {
		final Path root = temporary.resolve("study");
		StudyExample.create(root);
		final RandomEdits edits = new RandomEdits(seed);
		final Random random = new Random(seed);
		OpenReading open = open(root);
		for (int i = 0; i < 120; i++) {
			try {
				switch (random.nextInt(10)) {
					case 0, 1 -> open.undo();
					case 2 -> open.redo();
					case 3 -> open.save();
					case 4 -> {
						final Reading before = open.reading();
						final var undoable = open.undoable();
						final var redoable = open.redoable();
						if (random.nextBoolean()) open.close();
						assertEquals(before, loaded(root));
						open = open(root);
						assertEquals(before, open.reading());
						assertEquals(undoable, open.undoable());
						assertEquals(redoable, open.redoable());
					}
					default -> {
						final var edit = edits.next(open.reading());
						if (edit.isPresent()) open.apply(edit.get());
					}
				}
			}
			catch (final IllegalArgumentException e) {
				assertTrue(e.getMessage().contains("is finished"), e.getMessage());
			}
			assertEquals(List.of(), StudyReadings.load(StudyExample.reopen(root, new TestClock())).problems());
		}
	}

	/** The trail cut at each byte: what was written whole is there, and work goes on. */
	@Test
	void aTrailCutAnywhereGivesTheStepsBefore() throws IOException {
		final Path root = temporary.resolve("study");
		StudyExample.create(root);
		final List<Reading> steps = new ArrayList<>();
		final List<Long> ends = new ArrayList<>();
		final OpenReading open = open(root);
		final Path trail = root.resolve("readings/kim/session-1/P1.trail.jsonl");
		Files.delete(root.resolve("readings/kim/session-1/P1.json"));
		final RandomEdits edits = new RandomEdits(7);
		steps.add(open.reading());
		ends.add(Files.size(trail));
		while (steps.size() < 12) {
			final var edit = edits.next(open.reading());
			if (edit.isEmpty() || edit.get().isEmpty() || edit.get().changes().size() > 5) continue;
			open.apply(edit.get());
			steps.add(open.reading());
			ends.add(Files.size(trail));
		}
		final byte[] whole = Files.readAllBytes(trail);
		for (int cut = ends.get(0).intValue(); cut <= whole.length; cut++) {
			Files.write(trail, Arrays.copyOf(whole, cut));
			int step = 0;
			// a line is whole without its line break too
			while (step + 1 < steps.size() && ends.get(step + 1) - 1 <= cut)
				step++;
			assertEquals(steps.get(step), loaded(root), "cut at " + cut);
			if (cut % 11 != 0) continue;
			final boolean isTorn = cut > ends.get(step);
			try (OpenReading again = open(root)) {
				assertEquals(steps.get(step), again.reading());
				assertEquals(isTorn, again.notices().stream().anyMatch(notice -> notice.startsWith("torn line dropped")));
				final Rating other = again.reading().rating(T5).equals(Optional.of(Rating.BENIGN)) ? Rating.DOUBTFUL
					: Rating.BENIGN;
				again.apply(Edits.rate(again.reading(), T5, other));
				assertEquals(again.reading(), loaded(root));
			}
			assertEquals(List.of(), StudyReadings.load(StudyExample.reopen(root, new TestClock())).problems());
			Files.delete(root.resolve("readings/kim/session-1/P1.json"));
		}
		for (int cut = 0; cut < ends.get(0); cut++) {
			Files.write(trail, Arrays.copyOf(whole, cut));
			try (OpenReading again = open(root)) {
				assertEquals(0, again.reading().ratedCount());
			}
			Files.delete(root.resolve("readings/kim/session-1/P1.json"));
		}
	}

	/** Copies the folder around each write, as a kill would leave it. */
	private static final class Copying extends QuickFiles {

		private final Path from;
		private final Path to;
		private int count;

		Copying(final Path from, final Path to) {
			this.from = from;
			this.to = to;
		}

		private void copy() {
			if (!Files.isDirectory(from)) return;
			StudyExample.copy(from, to.resolve(Integer.toString(count++)));
		}

		@Override
		void replace(final Path file, final byte[] content) throws IOException {
			copy();
			// what a kill leaves of a temporary file
			Files.createDirectories(file.getParent());
			final Path part = file.resolveSibling("." + file.getFileName() + ".x.part");
			Files.write(part, Arrays.copyOf(content, content.length / 2));
			copy();
			Files.delete(part);
			super.replace(file, content);
			copy();
		}

		@Override
		void append(final Path file, final byte[] content) throws IOException {
			copy();
			super.append(file, content);
			copy();
		}

		@Override
		void create(final Path file, final byte[] content) throws IOException {
			copy();
			Files.createDirectories(file.getParent());
			Files.write(file, Arrays.copyOf(content, content.length / 2));
			copy();
			Files.delete(file);
			super.create(file, content);
			copy();
		}
	}

	@Test
	void aKillBetweenAnyTwoWritesLosesAtMostTheLastChange() throws IOException {
		final Path root = temporary.resolve("study");
		StudyExample.create(root);
		final Path copies = Files.createDirectory(temporary.resolve("copies"));
		final Copying files = new Copying(root, copies);
		final StudyFolder study = StudyFolder.open(root, Schema.Set.CURRENT, files, new TestClock());
		final List<Reading> made = new ArrayList<>();
		final List<Integer> acknowledged = new ArrayList<>();
		made.add(study.desk("kim", 1).view("P1"));
		for (int round = 0; round < 3; round++) {
			final OpenReading open = study.desk("kim", 1).open("P1", OpenRequest.USUAL);
			for (int i = 0; i < 4; i++) {
				acknowledge(files, acknowledged, made.size() - 1);
				made.add(open.reading().with(Edits.rate(open.reading(), Segment.of("L" + (i + 1) + "_VB"), Rating.ofScore(2 -
					round))));
				open.apply(Edits.rate(open.reading(), Segment.of("L" + (i + 1) + "_VB"), Rating.ofScore(2 - round)));
			}
			acknowledge(files, acknowledged, made.size() - 1);
			open.close();
		}
		acknowledge(files, acknowledged, made.size() - 1);
		assertTrue(files.count > 50, files.count + " copies");
		for (int i = 0; i < files.count; i++) {
			final Reading found;
			try (OpenReading open = open(copies.resolve(Integer.toString(i)))) {
				found = open.reading();
			}
			final int last = acknowledged.get(i);
			final boolean isNext = last + 1 < made.size() && found.equals(made.get(last + 1));
			assertTrue(found.equals(made.get(last)) || isNext, "copy " + i + ": " + found);
		}
	}

	/** Copies since the last call were made when so many changes had returned, or the next was under way. */
	private static void acknowledge(final Copying files, final List<Integer> acknowledged, final int changes) {
		while (acknowledged.size() < files.count)
			acknowledged.add(Math.max(0, changes - 1));
	}

	/** A disk that fills up: writes as much as it holds. */
	private static final class FullDisk extends QuickFiles {

		private int free = Integer.MAX_VALUE;

		@Override
		void append(final Path file, final byte[] content) throws IOException {
			if (content.length <= free) {
				super.append(file, content);
				return;
			}
			super.append(file, Arrays.copyOf(content, free));
			throw new IOException("Cannot write " + file + ": No space left on device");
		}

		@Override
		void replace(final Path file, final byte[] content) throws IOException {
			if (content.length > free) throw new IOException("Cannot write " + file + ": No space left on device");
			super.replace(file, content);
		}
	}

	@Test
	void whatAFullDiskRefusesIsWrittenLater() throws IOException {
		final Path root = temporary.resolve("study");
		final FullDisk disk = new FullDisk();
		final StudyFolder study = StudyExample.create(root, disk, new TestClock());
		final OpenReading open = study.desk("kim", 1).open("P1", OpenRequest.USUAL);
		disk.free = 20;
		for (int i = 1; i <= 5; i++) {
			final Segment segment = Segment.of("L" + i + "_VB");
			final String message = assertThrows(IOException.class, () -> open.apply(Edits.rate(open.reading(), segment,
				Rating.DOUBTFUL))).getMessage();
			assertTrue(message.contains("P1.trail.jsonl"), message);
		}
		assertTrue(open.hasUnsaved());
		assertEquals(5, open.reading().ratedCount());
		assertThrows(IOException.class, open::close);
		disk.free = Integer.MAX_VALUE;
		open.apply(Edits.rate(open.reading(), T5, Rating.METASTASIS));
		final Reading all = open.reading();
		assertEquals(6, all.ratedCount());
		open.close();
		assertEquals(all, loaded(root));
		assertEquals(7, AuditTrail.of(study, KEY).size());
		assertEquals(List.of(), StudyReadings.load(study).problems());
	}
}
