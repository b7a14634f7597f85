package io.github.vertebraj.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.imglib2.parallel.Parallelization;

class VoxelLoopTest {

	private static final DoubleConsumer SILENT = done -> {};

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 5 })
	void doesEachPartOnceAndReportsIt(final int threads) {
		final AtomicInteger[] times = new AtomicInteger[17];
		for (int i = 0; i < times.length; i++)
			times[i] = new AtomicInteger();
		final List<Double> progress = new ArrayList<>();
		Parallelization.runWithNumThreads(threads, () -> VoxelLoop.run("It", times.length, progress::add, () -> times, (
			task, part) -> task[part].incrementAndGet()));
		for (final AtomicInteger n : times)
			assertEquals(1, n.get());
		assertEquals(times.length, progress.size());
		for (int i = 0; i < times.length; i++)
			assertEquals((i + 1.0) / times.length, progress.get(i));
	}

	@Test
	void doesNothingForNoParts() {
		VoxelLoop.run("It", 0, SILENT, () -> 0, (task, part) -> assertEquals(-1, part));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2 })
	void stopsAtTheFirstFailure(final int threads) {
		final AtomicInteger parts = new AtomicInteger();
		final Exception e = Parallelization.runWithNumThreads(threads, () -> assertThrows(IllegalStateException.class,
			() -> VoxelLoop.run("It", 1000, SILENT, () -> 0, (task, part) -> {
				if (parts.incrementAndGet() == 3) throw new IllegalStateException("third");
			})));
		assertEquals("third", e.getMessage());
		assertTrue(parts.get() < 1000, "gave up early");
	}

	@RepeatedTest(20) // threads meet in another order each time
	void isCancelledByAnInterruption() throws Exception {
		assertCancelled(Parallelization::runSingleThreaded);
		assertCancelled(Parallelization::runMultiThreaded);
		assertCancelled(task -> Parallelization.runWithNumThreads(2, task));
	}

	private static void assertCancelled(final Consumer<Runnable> executor) throws InterruptedException {
		final AtomicInteger parts = new AtomicInteger();
		final List<String> seen = new ArrayList<>();
		final Thread thread = new Thread(() -> executor.accept(() -> {
			final Thread caller = Thread.currentThread();
			final Exception e = assertThrows(CancellationException.class, () -> VoxelLoop.run("The map", 1000000000, SILENT,
				() -> 0, (task, part) -> {
					if (parts.incrementAndGet() == 5) caller.interrupt();
				}));
			seen.add(e.getMessage());
			seen.add("interrupted: " + caller.isInterrupted());
		}));
		thread.start();
		thread.join();
		assertEquals(List.of("The map was cancelled", "interrupted: true"), seen);
		assertTrue(parts.get() < 1000000000, "gave up early");
	}
}
