package io.github.vertebraj.image;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleConsumer;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;

import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;

/**
 * Divides work into parts and does them in as many threads as {@link Parallelization} grants: one by
 * {@code Parallelization.runSingleThreaded}, else one for each processor. Which thread does a part is chance, so a part
 * must depend on nothing but its number; then the outcome is the same for any number of threads.
 */
public final class VoxelLoop {

	private final String what;
	private final int parts;
	private final DoubleConsumer progress;
	private final Thread caller = Thread.currentThread();
	private final AtomicInteger next = new AtomicInteger();
	private final AtomicReference<Throwable> failure = new AtomicReference<>();
	private int done;

	private VoxelLoop(final String what, final int parts, final DoubleConsumer progress) {
		this.what = what;
		this.parts = parts;
		this.progress = progress;
	}

	/**
	 * @param what     what is done, as the subject of a sentence, for the message when it is cancelled
	 * @param parts    number of parts
	 * @param progress receives the share that is done, rising to 1, from one thread at a time
	 * @param task     makes what one thread needs: its reader, its scratch memory, its counts
	 * @param body     does the part of a number from 0
	 * @return the tasks, in no order, to sum up their counts
	 * @throws CancellationException when the calling thread is interrupted, which stays interrupted
	 */
	public static <C> List<C> run(final String what, final int parts, final DoubleConsumer progress,
		final Supplier<C> task, final ObjIntConsumer<C> body)
	{
		return new VoxelLoop(what, parts, progress).run(task, body);
	}

	private <C> List<C> run(final Supplier<C> supplier, final ObjIntConsumer<C> body) {
		final List<C> tasks = Collections.synchronizedList(new ArrayList<>());
		final Runnable worker = () -> {
			try {
				final C task = supplier.get();
				tasks.add(task);
				for (int part = next(); part < parts; part = next()) {
					body.accept(task, part);
					report();
				}
			}
			catch (final RuntimeException | Error e) {
				failure.compareAndSet(null, e);
			}
		};
		final TaskExecutor executor = Parallelization.getTaskExecutor();
		final int threads = Math.max(1, Math.min(parts, executor.getParallelism()));
		if (threads == 1) worker.run();
		else runAll(executor, Collections.nCopies(threads, worker));
		if (failure.get() instanceof RuntimeException e) throw e;
		if (failure.get() instanceof Error e) throw e;
		return tasks;
	}

	/**
	 * Some executors clear the interruption of the thread that waits for them, so that no worker would see it. Another
	 * thread waits for them here, and the caller for that thread, heeding interruptions.
	 */
	private void runAll(final TaskExecutor executor, final List<Runnable> workers) {
		final Thread waiting = new Thread(() -> {
			try {
				executor.runAll(workers);
			}
			catch (final RuntimeException | Error e) {
				failure.compareAndSet(null, e);
			}
		}, what);
		waiting.start();
		boolean isInterrupted = false;
		while (waiting.isAlive())
			try {
				waiting.join();
			}
			catch (final InterruptedException e) {
				isInterrupted = true;
				failure.compareAndSet(null, cancelled());
			}
		if (isInterrupted) caller.interrupt();
	}

	private CancellationException cancelled() {
		return new CancellationException(what + " was cancelled");
	}

	private int next() {
		// The workers of a pool do not see an interruption of the thread that waits for them.
		if (caller.isInterrupted() || Thread.currentThread().isInterrupted()) throw cancelled();
		return failure.get() == null ? next.getAndIncrement() : parts;
	}

	private synchronized void report() {
		progress.accept((double) ++done / parts);
	}
}
