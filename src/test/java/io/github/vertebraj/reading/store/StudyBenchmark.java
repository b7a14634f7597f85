package io.github.vertebraj.reading.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import io.github.vertebraj.reading.study.Edits;
import io.github.vertebraj.reading.study.Protocol;
import io.github.vertebraj.reading.study.Rating;
import io.github.vertebraj.reading.study.Reading;
import io.github.vertebraj.reading.study.ReadingKey;
import io.github.vertebraj.reading.study.ReadingStatus;
import io.github.vertebraj.reading.study.Segment;
import io.github.vertebraj.reading.study.StudyCase;
import io.github.vertebraj.reading.study.StudyReader;

/**
 * Opening a study of 500 cases × 5 readers × 2 sessions (5000 files, each segment rated); wanted: under 2 s, the first
 * time in a new process. One step is a change appended and synced: what a key press waits for. A {@code main} prints the
 * first opening, which JMH warms away.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(1)
public class StudyBenchmark {

	private Path root;
	private OpenReading open;
	private int step;

	@Setup(Level.Trial)
	public void create() throws IOException {
		root = Files.createTempDirectory("study");
		fill(root);
		open = StudyFolder.open(root).desk("r1", 1).open("new", OpenRequest.USUAL);
	}

	@TearDown(Level.Trial)
	public void delete() throws IOException {
		open.close();
		try (Stream<Path> all = Files.walk(root)) {
			for (final Path path : all.sorted(Comparator.reverseOrder()).toList())
				Files.delete(path);
		}
	}

	/** Writes the files without waiting for the disk. */
	private static void fill(final Path root) throws IOException {
		final List<StudyReader> readers = IntStream.rangeClosed(1, 5).mapToObj(i -> new StudyReader("r" + i, "")).toList();
		final DurableFiles quick = new DurableFiles() {

			@Override
			void replace(final Path file, final byte[] content) throws IOException {
				Files.createDirectories(file.getParent());
				Files.write(file, content);
			}
		};
		final StudyFolder study = StudyFolder.create(root, Protocol.ofDiffusion("large", readers, 1), "chief", Schema.Set
			.CURRENT, quick, Clock.systemUTC());
		study.saveCases(List.of(StudyCase.of("new")), "chief", "");
		study.saveCases(IntStream.range(0, 500).mapToObj(i -> StudyCase.of("P" + i)).toList(), "chief", "");
		final Random random = new Random(1);
		for (int i = 0; i < 500; i++)
			for (final StudyReader reader : readers)
				for (int session = 1; session <= 2; session++) {
					Reading reading = Reading.of(new ReadingKey("P" + i, reader.id(), session), study.protocol().spine(), study
						.protocol().sites());
					for (final Segment segment : reading.segments())
						reading = reading.with(Edits.rate(reading, segment, Rating.ofScore(Math.max(0, random.nextInt(9) - 6))));
					study.importReading(reading.withStatus(ReadingStatus.FINISHED), Instant.EPOCH);
				}
	}

	@Benchmark
	public int openStudy() throws IOException {
		return StudyReadings.load(StudyFolder.open(root)).readings().size();
	}

	@Benchmark
	public int worklist() throws IOException {
		return StudyFolder.open(root).desk("r1", 1).worklist().size();
	}

	@Benchmark
	public void keyPress() throws IOException {
		open.apply(Edits.rate(open.reading(), Segment.of("T5_VB"), Rating.ofScore(step++ % 3)));
	}

	/** With the argument {@code fill} makes the study in the folder that is named second; else opens that folder. */
	public static void main(final String[] arguments) throws IOException {
		final Path folder = Path.of(arguments[1]);
		if (arguments[0].equals("fill")) fill(folder);
		final long start = System.nanoTime();
		final Duration before = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
		final int count = StudyReadings.load(StudyFolder.open(folder)).readings().size();
		final Duration processor = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).minus(before);
		System.out.println(count + " readings in " + (System.nanoTime() - start) / 1_000_000 + " ms, of all processors " +
			processor.toMillis() + " ms");
	}
}
