package io.github.vertebraj.statistics.count;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleConsumer;

/**
 * A sum of many parts that do not depend on each other, found by the calling thread and by those of the common pool.
 * The parts are added in their order, so that the sum is the same for any number of threads.
 */
final class OrderedSum {

	/** One part of the sum. */
	interface Part {

		/** @param stop asks now and then whether to go on, by {@link OrderedSum#heedInterruption} */
		double value(int index, OrderedSum stop);
	}

	/** Between two looks whether the others are done, in ns. */
	private static final long PAUSE = 100_000;

	private final Part part;
	private final double[] values;
	private final AtomicInteger next = new AtomicInteger();
	private final AtomicInteger done = new AtomicInteger();
	private volatile Throwable failure;
	private volatile boolean isStopped;

	private OrderedSum(final int parts, final Part part) {
		values = new double[parts];
		this.part = part;
	}

	/**
	 * Adds up.
	 *
	 * @param progress is told by the calling thread how much is done, 0 to 1
	 * @throws CancellationException if the calling thread was interrupted
	 */
	static double of(final int parts, final Part part, final DoubleConsumer progress) {
		return new OrderedSum(parts, part).find(progress);
	}

	/** Helpers that have not begun when all is done, in a busy pool, are not waited for. */
	private double find(final DoubleConsumer progress) {
		final int helpers = Math.min(values.length, Runtime.getRuntime().availableProcessors()) - 1;
		for (int i = 0; i < helpers; i++)
			ForkJoinPool.commonPool().execute(this::help);
		try {
			work(progress);
			heedInterruption();
			while (done.get() < values.length) {
				heedInterruption();
				LockSupport.parkNanos(PAUSE);
			}
		}
		finally {
			isStopped = true;
		}
		return Arrays.stream(values).reduce(0, Double::sum);
	}

	private void help() {
		try {
			work(ignored -> {});
		}
		catch (final CancellationException e) {
			isStopped = true; // the calling thread has given up and says so itself
		}
		catch (final RuntimeException | Error e) {
			failure = e;
			isStopped = true;
		}
	}

	private void work(final DoubleConsumer progress) {
		for (int i = next.getAndIncrement(); i < values.length && !isStopped; i = next.getAndIncrement()) {
			values[i] = part.value(i, this);
			progress.accept((double) done.incrementAndGet() / values.length);
		}
	}

	/** @throws CancellationException if the thread was interrupted, or another one has given up */
	void heedInterruption() {
		if (failure instanceof RuntimeException cause) throw cause;
		if (failure != null) throw new IllegalStateException(failure);
		if (isStopped) throw new CancellationException("Fisher's exact test was cancelled");
		Effort.heedInterruption();
	}
}
