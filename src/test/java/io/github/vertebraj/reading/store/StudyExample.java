package io.github.vertebraj.reading.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.vertebraj.reading.study.Edits;
import io.github.vertebraj.reading.study.Protocol;
import io.github.vertebraj.reading.study.Rating;
import io.github.vertebraj.reading.study.Segment;
import io.github.vertebraj.reading.study.Sex;
import io.github.vertebraj.reading.study.StudyCase;
import io.github.vertebraj.reading.study.StudyReader;

/** A small study for tests, and a clock to turn. */
final class StudyExample {

	static final Segment T5 = Segment.of("T5_VB");
	static final Segment L1 = Segment.of("L1_PE");
	static final Protocol PROTOCOL = Protocol.ofDiffusion("DWI", List.of(new StudyReader("kim", "17 years"),
		new StudyReader("lee", "")), 42).withNumbers(List.of("BMI (kg/m^2)"));

	/** Noon of the first day, until it is turned. */
	static final class TestClock extends Clock {

		private Instant now = Instant.parse("2026-03-01T12:00:00.123456Z");

		void pass(final Duration duration) {
			now = now.plus(duration);
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(final ZoneId zone) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Instant instant() {
			return now;
		}
	}

	/** Does not wait for the disk, which no test can pull the plug of. */
	static class QuickFiles extends DurableFiles {

		@Override
		void sync(final FileChannel channel) {}
	}

	private StudyExample() {}

	/** A study of four cases, P1 to P4, that nobody read. */
	static StudyFolder create(final Path root, final DurableFiles files, final Clock clock) throws IOException {
		final StudyFolder study = StudyFolder.create(root, PROTOCOL, "chief", Schema.Set.CURRENT, files, clock);
		study.saveCases(IntStream.rangeClosed(1, 4).mapToObj(i -> StudyCase.of("P" + i).with(60 + i, Sex.FEMALE, "breast")
			.withNumber("BMI (kg/m^2)", i == 4 ? Double.NaN : 22.5)).toList(), "chief", "");
		return study;
	}

	static StudyFolder create(final Path root) throws IOException {
		return create(root, new QuickFiles(), new TestClock());
	}

	static StudyFolder reopen(final Path root, final Clock clock) throws IOException {
		return StudyFolder.open(root, Schema.Set.CURRENT, new QuickFiles(), clock);
	}

	/** Rates T5, calls the rest benign, and finishes. */
	static void readAll(final Desk desk, final String caseId, final Rating rating) throws IOException {
		try (OpenReading open = desk.open(caseId, OpenRequest.USUAL)) {
			open.apply(Edits.rate(open.reading(), T5, rating));
			open.apply(Edits.restBenign(open.reading()));
			open.apply(Edits.finish(open.reading()));
		}
	}

	static void copy(final Path from, final Path to) {
		try (Stream<Path> all = Files.walk(from)) {
			for (final Path path : all.toList())
				Files.copy(path, to.resolve(from.relativize(path).toString()), StandardCopyOption.REPLACE_EXISTING);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
