package io.github.vertebraj.statistics.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.github.vertebraj.statistics.CountTable;

/** Tables that are too large for a full enumeration: enclosed between certain bounds, or refused. */
class FisherEnclosureTest {

	private static final FisherExactTest TEST = FisherExactTest.withDefaults();

	private static final double[] WIDTHS = { 1e3, 5, 1, 0.3, 0.05, 1e-3 };

	/** A table with these margins; rows and columns go together the more, the stronger. */
	private static int[][] table(final int[] rows, final int[] columns, final long seed, final double strength) {
		final Random random = new Random(seed);
		final List<double[]> items = new ArrayList<>();
		for (int j = 0; j < columns.length; j++)
			for (int k = 0; k < columns[j]; k++)
				items.add(new double[] { j, strength * j / columns.length + (1 - strength) * random.nextDouble() });
		items.sort((a, b) -> Double.compare(a[1], b[1]));
		final int[][] counts = new int[rows.length][columns.length];
		int item = 0;
		for (int i = 0; i < rows.length; i++)
			for (int k = 0; k < rows[i]; k++)
				counts[i][(int) items.get(item++)[0]]++;
		return counts;
	}

	private static int[] equal(final int parts, final int each) {
		final int[] sums = new int[parts];
		Arrays.fill(sums, each);
		return sums;
	}

	private static Enclosure enclosed(final int[][] counts, final double width) {
		return new TableProbability(CountTable.of(counts)).classes(width, new Effort(Long.MAX_VALUE, Long.MAX_VALUE)).enclose(
			done -> {});
	}

	private static void assertEncloses(final double p, final int[][] counts, final double width) {
		final Enclosure found = enclosed(counts, width);
		final String what = Arrays.deepToString(counts) + " in classes of " + width + ": " + found + ", but " + p;
		assertTrue(found.lowest() <= p && p <= found.highest(), what);
		assertTrue(found.lowest() <= found.value() && found.value() <= found.highest(), what);
	}

	private static void assertRefused(final String part, final int[][] counts) {
		final String message = assertThrows(IllegalArgumentException.class, () -> TEST.test(CountTable.of(counts)))
			.getMessage();
		assertTrue(message.contains(part), message);
		assertTrue(message.contains("chi-square test"), message);
	}

	@Test
	void containsWhatEnumerationFinds() {
		final Random random = new Random(7);
		for (int i = 0; i < 400; i++) {
			final int[][] counts = new int[3 + random.nextInt(4)][2 + random.nextInt(3)];
			for (int k = 6 + random.nextInt(10); k > 0; k--)
				counts[random.nextInt(counts.length)][Math.min(random.nextInt(counts[0].length), random.nextInt(
					counts[0].length))]++;
			for (int k = 0; k < counts.length; k++)
				counts[k][k % counts[0].length]++;
			final double p = TableEnumeration.pValue(counts);
			for (final double width : WIDTHS)
				assertEncloses(p, counts, width);
		}
	}

	@Test
	void containsTheExactValueOfMediumTables() {
		final int[][][] tables = { table(new int[] { 30, 25, 25, 20 }, new int[] { 40, 30, 20, 10 }, 1, 0), table(equal(8, 8), new int[] {
			30, 20, 14 }, 2, 0.2), table(new int[] { 40, 20, 15, 5 }, equal(4, 20), 3, 0.6), table(equal(20, 5), equal(2, 50), 4,
				0.1), table(equal(5, 8), equal(5, 8), 5, 0.3), table(new int[] { 400, 300, 200 }, new int[] { 500, 300, 100 }, 6,
					0.05) };
		for (final int[][] counts : tables) {
			final FisherExactTest.Result exact = TEST.test(CountTable.of(counts));
			assertTrue(exact.isExact());
			assertEquals(exact.pValue(), exact.lowest());
			for (final double width : WIDTHS)
				assertEncloses(exact.pValue(), counts, width);
		}
	}

	@Test
	void narrowClassesEncloseNarrowly() {
		final int[][] counts = table(new int[] { 30, 25, 25, 20 }, new int[] { 40, 30, 20, 10 }, 1, 0);
		final double[] widths = Arrays.stream(new double[] { 1, 0.1, 0.01, 0.001 }).map(width -> enclosed(counts, width)
			.relativeWidth()).toArray();
		assertTrue(widths[1] < widths[0] && widths[2] < 0.03 && widths[3] < 0.003, Arrays.toString(widths));
		final Enclosure narrowed = new TableProbability(CountTable.of(counts)).narrowed(done -> {});
		final double p = TEST.test(CountTable.of(counts)).pValue();
		assertTrue(narrowed.lowest() <= p && p <= narrowed.highest() && narrowed.relativeWidth() <= 0.02, narrowed.toString());
	}

	@Test
	void tinyProbabilitiesAreEnclosedToo() {
		final int[][] counts = table(new int[] { 30, 25, 25, 20 }, new int[] { 40, 30, 20, 10 }, 1, 0.8);
		final double p = TEST.test(CountTable.of(counts)).pValue();
		assertTrue(p > 0 && p < 1e-20, "p = " + p);
		for (final double width : WIDTHS)
			assertEncloses(p, counts, width);
	}

	@Test
	void whatIsNotExactSaysSo() {
		final List<Double> progress = Collections.synchronizedList(new ArrayList<>());
		final CountTable table = CountTable.of(table(IntStream.rangeClosed(1, 20).map(i -> 5 * i).toArray(), new int[] { 700,
			350 }, 10, 0.01));
		final FisherExactTest.Result result = TEST.test(table, progress::add);
		assertFalse(result.isExact());
		assertTrue(result.lowest() < result.pValue() && result.pValue() < result.highest());
		assertTrue(result.highest() - result.lowest() <= 0.02 * result.pValue());
		assertTrue(result.summary().variant().startsWith("r x c (Freeman-Halton), not exact: p certainly between "), result
			.summary().variant());
		assertTrue(result.summary().notes().get(0).contains("20 x 2 with n = 1050"), result.summary().notes().toString());
		assertEquals(progress.stream().sorted().toList(), progress);
		assertEquals(1, progress.get(progress.size() - 1));
		assertEquals(result, TEST.test(table));
	}

	@Test
	void boundsAreRoundedOutwards() {
		assertEquals("between 0.1821 and 0.1836", new Enclosure(0.182199, 0.183, 0.183501).toString());
		assertEquals("between 1.234E-9 and 1.236E-9", new Enclosure(1.23456e-9, 1.235e-9, 1.23511e-9).toString());
	}

	@Test
	void refusesWhatItCannotEnclose() {
		assertRefused("5 x 5 with n = 500", table(equal(5, 100), equal(5, 100), 1, 0));
		assertRefused("10 x 10 with n = 1000", table(equal(10, 100), equal(10, 100), 1, 0));
		assertRefused("83 x 125 with n = 10375", table(equal(83, 125), equal(125, 83), 1, 0));
		assertRefused("301 x 2 with n = 602", table(equal(301, 2), equal(2, 301), 1, 0));
		assertRefused("3 x 2 with n = 4294967296", new int[][] { { 1 << 30, 1 << 30 }, { 1 << 30, 0 }, { 1 << 30, 0 } });
		assertRefused("2 x 2 with n = 4294967296", new int[][] { { 1 << 30, 1 << 30 }, { 1 << 30, 1 << 30 } });
	}

	@Test
	void isCancelledWhileItEncloses() throws InterruptedException {
		final CountTable table = CountTable.of(table(new int[] { 150, 110, 90, 70, 50, 30 }, new int[] { 200, 150, 100, 50 }, 5,
			0.05));
		final AtomicReference<Throwable> thrown = new AtomicReference<>();
		final Thread thread = new Thread(() -> new TableProbability(table).narrowed(done -> {}));
		thread.setUncaughtExceptionHandler((who, what) -> thrown.set(what));
		thread.start();
		Thread.sleep(300);
		thread.interrupt();
		thread.join(2000);
		assertInstanceOf(CancellationException.class, thrown.get());
	}
}
