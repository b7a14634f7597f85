package io.github.vertebraj.io.dicom;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;

import net.imglib2.parallel.Parallelization;

/**
 * Runs one task per file, in parallel as {@link Parallelization} allows. Results come in the order of the files, and of
 * several failures the first one counts, whatever the number of threads.
 */
final class FileTasks {

	/** Files between two looks at the interruption of the caller. */
	private static final int BATCH = 64;

	/** What is to be done with one item. */
	interface Task<A, B> {

		B run(A item) throws IOException;
	}

	private record Outcome<B>(B result, IOException failure) {}

	private FileTasks() {}

	/**
	 * @param progress hears the part that is done, 0 to 1, on the calling thread
	 * @throws CancellationException if the calling thread was interrupted; it stays so
	 */
	static <A, B> List<B> run(final List<A> items, final Task<A, B> task, final DoubleConsumer progress)
		throws IOException
	{
		final List<B> results = new ArrayList<>(items.size());
		for (int from = 0; from < items.size(); from += BATCH) {
			requireNotInterrupted();
			final int to = Math.min(items.size(), from + BATCH);
			for (final Outcome<B> outcome : Parallelization.getTaskExecutor().forEachApply(items.subList(from, to),
				item -> attempt(item, task)))
			{
				if (outcome.failure instanceof ClosedByInterruptException) requireNotInterrupted();
				if (outcome.failure != null) throw outcome.failure;
				results.add(outcome.result);
			}
			progress.accept((double) to / items.size());
		}
		return results;
	}

	private static <A, B> Outcome<B> attempt(final A item, final Task<A, B> task) {
		try {
			return new Outcome<>(task.run(item), null);
		}
		catch (final IOException e) {
			return new Outcome<>(null, e);
		}
	}

	private static void requireNotInterrupted() {
		if (Thread.currentThread().isInterrupted()) throw new CancellationException("Reading was cancelled");
	}
}
