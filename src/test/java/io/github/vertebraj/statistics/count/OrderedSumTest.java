package io.github.vertebraj.statistics.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class OrderedSumTest {

	private static double part(final int index) {
		return Math.sin(index) / (1 + index % 7) * Math.pow(10, index % 11);
	}

	private static double sum(final int parts) {
		return OrderedSum.of(parts, (i, stop) -> {
			if (i % 3 == 0) Thread.yield();
			return part(i);
		}, done -> {});
	}

	@Test
	void isTheSumInOrder() {
		for (final int parts : new int[] { 0, 1, 2, 3, 1000, 54321 })
			assertEquals(IntStream.range(0, parts).mapToDouble(OrderedSumTest::part).boxed().reduce(0.0, Double::sum), sum(
				parts), 0);
	}

	@Test
	void tellsWhatWentWrong() {
		for (int run = 0; run < 20; run++)
			assertThrows(Effort.Exceeded.class, () -> OrderedSum.of(1000, (i, stop) -> {
				if (i == 500) throw new Effort.Exceeded();
				return i;
			}, done -> {}));
	}

	@Test
	void isCancelledByInterruption() {
		Thread.currentThread().interrupt();
		try {
			assertThrows(CancellationException.class, () -> OrderedSum.of(10, (i, stop) -> {
				stop.heedInterruption();
				return i;
			}, done -> {}));
		}
		finally {
			Thread.interrupted();
		}
	}
}
