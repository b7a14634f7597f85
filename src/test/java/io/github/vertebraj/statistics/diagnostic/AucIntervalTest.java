package io.github.vertebraj.statistics.diagnostic;

import static io.github.vertebraj.statistics.diagnostic.Curves.apart;
import static io.github.vertebraj.statistics.diagnostic.Curves.assertNear;
import static io.github.vertebraj.statistics.diagnostic.Curves.higher;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.github.vertebraj.statistics.Golden;
import io.github.vertebraj.statistics.Interval;

class AucIntervalTest {

	private static final AucInterval BOOTSTRAP = AucInterval.withDefaults().with(AucMethod.BOOTSTRAP);

	@TestFactory
	Stream<DynamicTest> golden() {
		return Golden.tests("roc", c -> {
			final Interval interval = AucInterval.withDefaults().of(higher(c.numbers("positives"), c.numbers("negatives")))
				.interval();
			c.check("delong_lo", interval.lower());
			c.check("delong_hi", interval.upper());
			assertEquals("DeLong", interval.method());
		});
	}

	private static void assertInterval(final double lower, final double upper, final AucMethod method,
		final double level, final RocCurve curve)
	{
		final Interval interval = AucInterval.withDefaults().with(method).withLevel(level).of(curve).interval();
		assertNear(lower, interval.lower());
		assertNear(upper, interval.upper());
		assertEquals(method.key(), interval.method());
		assertEquals(level, interval.level());
	}

	/** pROC 1.18.0: {@code ci.auc(r, conf.level = 0.9)}. */
	@Test
	void deLongIsClipped() {
		assertInterval(0.6946068272658436, 1, AucMethod.DELONG, 0.9, Curves.rated());
	}

	/** R 4.2.2: {@code plogis(qlogis(a) + c(-1, 1) * qnorm(.975) * sqrt(var(r)) / (a * (1 - a)))}. */
	@Test
	void logitIsNot() {
		assertInterval(0.5719506568347064, 0.9595720281800422, AucMethod.DELONG_LOGIT, 0.95, Curves.rated());
	}

	/** R 4.2.2: uniroot of |auc − q| = z · sqrt(V(q)), V with m* = n* = (m + n) / 2 − 1, tolerance 1e-15. */
	@Test
	void newcombeIsTheRootOfItsEquation() {
		assertInterval(0.5576110909814016, 0.9574143746927295, AucMethod.NEWCOMBE, 0.95, Curves.rated());
		assertInterval(0.7524829007475401, 1, AucMethod.NEWCOMBE, 0.95, apart(7, 9));
		assertInterval(0.9041049305217848, 1, AucMethod.NEWCOMBE, 0.95, apart(15, 35));
		assertInterval(0.6291490281107861, 1, AucMethod.NEWCOMBE, 0.99, apart(7, 9));
		assertInterval(0, 0.4603083328032725, AucMethod.NEWCOMBE, 0.95, higher(new double[] { 1, 1, 2 }, new double[] { 3, 3,
			4, 4 }));
		assertInterval(0.1668643268241947, 0.8331356731758053, AucMethod.NEWCOMBE, 0.95, higher(new double[3],
			new double[4]));
		// With one of each it is Wilson's interval of 1/1: 1 / (1 + z²).
		assertInterval(0.2065493143772373, 1, AucMethod.NEWCOMBE, 0.95, apart(1, 1));
	}

	@Test
	void whereDeLongHasNoWidthTheIntervalIsNewcombes() {
		for (final AucMethod method : AucMethod.values()) {
			final AucEstimate estimate = AucInterval.withDefaults().with(method).of(apart(7, 9));
			assertNear(0.7524829007475401, estimate.interval().lower());
			assertEquals("Newcombe score", estimate.interval().method());
			assertEquals(List.of("The scores of positives and negatives do not overlap: DeLong's standard error is 0, which " +
				"does not mean certainty, so the interval is Newcombe's score interval."), estimate.notes());
		}
		assertTrue(AucInterval.withDefaults().of(higher(new double[3], new double[4])).notes().get(1).startsWith(
			"All scores are equal: DeLong's standard error is 0"));
		final AucEstimate single = AucInterval.withDefaults().of(higher(new double[] { 2 }, new double[] { 1, 3 }));
		assertTrue(Double.isNaN(single.standardError()));
		assertTrue(single.notes().get(0).startsWith("With one positive or one negative only"));
		assertEquals("Newcombe score", single.interval().method());
	}

	/** pROC 1.18.0: {@code ci.auc(r, method = "bootstrap", boot.n = 20000)} and 50000; both are random. */
	@Test
	void bootstrapIsNearPRocs() {
		final Interval rated = BOOTSTRAP.withReplicates(20000).of(Curves.rated()).interval();
		assertEquals(0.6349, rated.lower(), 0.01);
		assertEquals(0.9841, rated.upper(), 0.005);
		final Interval middling = BOOTSTRAP.withReplicates(50000).of(Curves.middling()).interval();
		assertEquals(0.62708, middling.lower(), 0.002);
		assertEquals(0.85625, middling.upper(), 0.002);
	}

	@Test
	void theSeedAloneDecidesTheBootstrap() throws Exception {
		final Interval here = BOOTSTRAP.of(Curves.middling()).interval();
		assertEquals("bootstrap percentile, stratified, 2000 replicates, seed 1", here.method());
		for (final int threads : new int[] { 1, 3 }) {
			final ForkJoinPool pool = new ForkJoinPool(threads);
			try {
				assertEquals(here, pool.submit(() -> BOOTSTRAP.of(Curves.middling()).interval()).get());
			}
			finally {
				pool.shutdown();
			}
		}
		assertNotEquals(here.lower(), BOOTSTRAP.withSeed(2).withReplicates(999).of(Curves.middling()).interval().lower());
	}

	/** So that a seed means the same in every version: what it gave when it was first written. */
	@Test
	void seedsKeepTheirMeaning() {
		final RandomRows random = new RandomRows(1, 0);
		final List<Integer> drawn = new ArrayList<>();
		for (int i = 0; i < 8; i++)
			drawn.add(random.next(100));
		assertEquals(List.of(25, 8, 29, 56, 69, 54, 21, 40), drawn);
	}

	@Test
	void rowsAreDrawnEvenly() {
		final int[] seen = new int[7];
		for (int replicate = 0; replicate < 1000; replicate++)
			for (final int row : new RandomRows(5, replicate).sample(7))
				seen[row]++;
		// 7000 draws: a standard deviation is 29.3.
		for (final int count : seen)
			assertEquals(1000, count, 4 * 29.3);
	}

	@Test
	void bootstrapReportsAndStops() {
		final List<Double> seen = new ArrayList<>();
		BOOTSTRAP.withReplicates(100).of(Curves.middling(), seen::add);
		assertEquals(List.of(0.32, 0.64, 0.96, 1.0), seen);
		assertThrows(CancellationException.class, () -> BOOTSTRAP.of(Curves.large(), done -> Thread.currentThread()
			.interrupt()));
		assertTrue(Thread.interrupted());
	}

	/** An AUC at the mirrored direction has the mirrored interval. */
	@Test
	void intervalsAreSymmetric() {
		final double[] p = Curves.MEASURED_POSITIVE;
		final double[] n = Curves.MEASURED_NEGATIVE;
		for (final AucMethod method : AucMethod.values()) {
			final AucInterval one = AucInterval.withDefaults().with(method);
			final Interval up = one.of(Curves.measured()).interval();
			final Interval down = one.of(RocCurve.of(p, n, Direction.LOWER_IS_POSITIVE)).interval();
			final double tolerance = method == AucMethod.BOOTSTRAP ? 0.03 : 1e-12;
			assertEquals(1 - up.upper(), down.lower(), tolerance);
			assertEquals(1 - up.lower(), down.upper(), tolerance);
		}
	}

	@Test
	void badSettingsAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> AucInterval.withDefaults().withLevel(1));
		assertThrows(IllegalArgumentException.class, () -> AucInterval.withDefaults().withReplicates(0));
		assertEquals(AucMethod.DELONG_LOGIT, AucMethod.of("delong, logit"));
	}
}
