package io.github.vertebraj.reading.store;

import static io.github.vertebraj.reading.store.StudyExample.T5;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.vertebraj.reading.study.Edits;
import io.github.vertebraj.reading.study.Rating;
import io.github.vertebraj.reading.study.Reading;
import io.github.vertebraj.reading.study.Segment;

/** Real kills, disks and rivals, where this computer lets us. */
class RealFailuresTest {

	@TempDir
	Path temporary;

	/** Rates one segment after the other, round and round; says each that is saved. */
	static final class Victim {

		private Victim() {}

		public static void main(final String[] arguments) throws IOException {
			final OpenReading open = StudyFolder.open(Path.of(arguments[0])).desk("kim", 1).open("P1", OpenRequest.USUAL);
			for (int i = 0;; i++) {
				final Reading reading = open.reading();
				open.apply(Edits.rate(reading, reading.segments().get(i % 53), Rating.ofScore(i / 53 % 3)));
				if (i % 7 == 6) open.save();
				System.out.println(i);
			}
		}
	}

	@Test
	void aKilledProgramHasLostNothingThatItSaved() throws IOException, InterruptedException {
		StudyExample.create(temporary);
		int done = -1;
		for (int round = 0; round < 3; round++) {
			final Path out = temporary.resolve("out" + round);
			final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-cp", System.getProperty("java.class.path"), Victim.class.getName(), temporary.toString()).redirectErrorStream(
					true).redirectOutput(out.toFile()).start();
			while (lastLine(out) < 60 + 30 * round && process.isAlive())
				Thread.sleep(5);
			assertTrue(process.isAlive(), () -> "it ended by itself: " + out);
			process.destroyForcibly().waitFor();
			final int last = lastLine(out);
			// needed where the computer is called localhost, as many are
			final OpenRequest request = OpenRequest.USUAL.takingOver("it was killed");
			try (OpenReading open = StudyFolder.open(temporary).desk("kim", 1).open("P1", request)) {
				assertTrue(open.notices().get(open.notices().size() - 1).contains("lock taken over") || open.notices().get(0)
					.contains("lock taken over"), open.notices().toString());
				final Reading reading = open.reading();
				for (int i = 0; i < 53; i++) {
					final int turn = (last - i) / 53 * 53 + i;
					final int expected = turn / 53 % 3;
					final int found = reading.rating(reading.segments().get(i)).get().score();
					final boolean isNext = (last + 1) % 53 == i;
					assertTrue(found == expected || isNext && found == (last + 1) / 53 % 3, "segment " + i + " after " + last);
				}
				open.apply(Edits.note(reading, T5, "round " + round));
			}
			done = round;
		}
		assertEquals(2, done);
		assertEquals(List.of(), StudyReadings.load(StudyFolder.open(temporary)).problems());
	}

	/** The number on the last whole line; -1 when there is none. */
	private static int lastLine(final Path file) throws IOException {
		final String text = Files.readString(file);
		final String[] lines = text.substring(0, text.lastIndexOf('\n') + 1).split("\n");
		return lines[lines.length - 1].matches("\\d+") ? Integer.parseInt(lines[lines.length - 1]) : -1;
	}

	/** A disk of its own, unmounted at the end. */
	private final class Disk implements AutoCloseable {

		private final Path mount = temporary.resolve("disk");

		Disk(final String size) throws IOException, InterruptedException {
			Files.createDirectories(mount);
			assumeTrue(Files.isExecutable(Path.of("/bin/mount")) && run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs",
				mount.toString()) == 0, "only root can mount a small disk");
		}

		void makeReadOnly() throws IOException, InterruptedException {
			assertEquals(0, run("mount", "-o", "remount,ro", mount.toString()));
		}

		private int run(final String... command) throws IOException, InterruptedException {
			return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start().waitFor();
		}

		@Override
		public void close() throws IOException, InterruptedException {
			assertEquals(0, run("umount", mount.toString()));
		}
	}

	@Test
	void aSmallDiskFillsUp() throws IOException, InterruptedException {
		try (Disk disk = new Disk("128k")) {
			final Path root = disk.mount.resolve("study");
			StudyExample.create(root);
			final OpenReading open = StudyFolder.open(root).desk("kim", 1).open("P1", OpenRequest.USUAL);
			open.apply(Edits.rate(open.reading(), T5, Rating.METASTASIS));
			final Path filler = disk.mount.resolve("filler");
			assertThrows(IOException.class, () -> Files.write(filler, new byte[1 << 20]));
			final List<String> messages = new ArrayList<>();
			for (final Segment segment : open.reading().segments()) {
				try {
					open.apply(Edits.note(open.reading(), segment, "x".repeat(200)));
				}
				catch (final IOException e) {
					messages.add(e.getMessage());
				}
			}
			assertTrue(messages.get(0).contains("P1.trail.jsonl") && messages.get(0).contains("space"), messages.get(0));
			assertThrows(IOException.class, open::close);
			assertTrue(open.hasUnsaved());
			// what was saved before is still whole
			assertEquals(Rating.METASTASIS, StudyFolder.open(root).desk("kim", 1).view("P1").rating(T5).get());
			open.saveCopy(temporary.resolve("copy.json"));
			Files.delete(filler);
			final Reading all = open.reading();
			assertEquals(53, all.findings().size());
			open.close();
			assertFalse(open.hasUnsaved());
			assertEquals(all, StudyFolder.open(root).desk("kim", 1).view("P1"));
			assertEquals(List.of(), StudyReadings.load(StudyFolder.open(root)).problems());
		}
	}

	@Test
	void aReadOnlyFolderCanBeReadAndNothingIsLost() throws IOException, InterruptedException {
		try (Disk disk = new Disk("1m")) {
			final Path root = disk.mount.resolve("study");
			StudyExample.create(root);
			final OpenReading open = StudyFolder.open(root).desk("kim", 1).open("P1", OpenRequest.USUAL);
			open.apply(Edits.rate(open.reading(), T5, Rating.METASTASIS));
			open.save();
			disk.makeReadOnly();
			final IOException refused = assertThrows(IOException.class, () -> open.apply(Edits.rate(open.reading(), T5,
				Rating.DOUBTFUL)));
			assertTrue(refused.getMessage().contains("P1.trail.jsonl"), refused.getMessage());
			assertEquals(Rating.DOUBTFUL, open.reading().rating(T5).get());
			final Desk desk = StudyFolder.open(root).desk("kim", 1);
			assertEquals(4, desk.worklist().size());
			assertEquals(Rating.METASTASIS, desk.view("P1").rating(T5).get());
			assertEquals(1, StudyReadings.load(StudyFolder.open(root)).readings().size());
			final String message = assertThrows(IOException.class, () -> desk.open("P2", OpenRequest.USUAL)).getMessage();
			assertTrue(message.contains("P2") && message.contains("ead-only"), message);
		}
	}

	/** Of many who open a case at once one gets it; readers of different cases do not meet. */
	@Test
	void readersAtOnce() throws Exception {
		final StudyFolder study = StudyExample.create(temporary);
		final ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			final List<Callable<Boolean>> rivals = new ArrayList<>();
			for (int i = 0; i < 16; i++)
				rivals.add(() -> {
					try {
						study.desk("kim", 1).open("P1", OpenRequest.USUAL);
						return true;
					}
					catch (final LockedException e) {
						return false;
					}
				});
			int winners = 0;
			for (final Future<Boolean> rival : threads.invokeAll(rivals))
				if (rival.get()) winners++;
			assertEquals(1, winners);
			final List<Callable<Void>> readers = new ArrayList<>();
			for (final String reader : List.of("kim", "lee"))
				for (int i = 2; i <= 4; i++) {
					final String id = "P" + i;
					readers.add(() -> {
						StudyExample.readAll(study.desk(reader, 1), id, Rating.DOUBTFUL);
						return null;
					});
				}
			for (int i = 0; i < 10; i++)
				readers.add(() -> {
					StudyReadings.load(study).readings().forEach(reading -> assertTrue(reading.ratedCount() <= 53));
					return null;
				});
			for (final Future<Void> reader : threads.invokeAll(readers))
				reader.get();
			final StudyReadings all = StudyReadings.load(study);
			assertEquals(List.of(), all.problems());
			assertEquals(6, all.readings().stream().filter(reading -> reading.ratedCount() == 53).count());
		}
		finally {
			threads.shutdown();
		}
	}
}
