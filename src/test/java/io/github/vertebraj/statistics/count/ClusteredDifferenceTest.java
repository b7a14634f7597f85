package io.github.vertebraj.statistics.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.github.vertebraj.statistics.count.ClusteredDifference.Cluster;
import io.github.vertebraj.statistics.count.ClusteredDifference.Result;

import org.junit.jupiter.api.Test;

class ClusteredDifferenceTest {

	private static List<Cluster> clusters(final int count, final int positive, final int size) {
		final List<Cluster> clusters = new ArrayList<>();
		for (int i = 0; i < count; i++)
			clusters.add(new Cluster(i < positive ? size : 0, size));
		return clusters;
	}

	/** Clusters of one subject: the SD of a difference of proportions is known. */
	@Test
	void singleSubjectsGiveTheBinomialInterval() {
		final Result result = ClusteredDifference.withDefaults().withReplicates(20000).of(clusters(200, 120, 1), clusters(100,
			30, 1));
		assertEquals(0.3, result.difference(), 1e-12);
		final double sd = Math.sqrt(0.6 * 0.4 / 200 + 0.3 * 0.7 / 100);
		assertEquals(0.3 - 1.96 * sd, result.interval().lower(), 0.01);
		assertEquals(0.3 + 1.96 * sd, result.interval().upper(), 0.01);
	}

	/** Subjects of a cluster that are all the same tell no more than one: the interval does not become narrower. */
	@Test
	void equalSubjectsOfAClusterCountAsOne() {
		final Result single = ClusteredDifference.withDefaults().of(clusters(50, 20, 1), clusters(40, 10, 1));
		final Result fourfold = ClusteredDifference.withDefaults().of(clusters(50, 20, 4), clusters(40, 10, 4));
		assertEquals(single.interval().lower(), fourfold.interval().lower(), 1e-12);
		assertEquals(single.interval().upper(), fourfold.interval().upper(), 1e-12);
	}

	@Test
	void equalClustersLeaveNoDoubt() {
		final Result result = ClusteredDifference.withDefaults().of(Collections.nCopies(7, new Cluster(1, 2)), Collections
			.nCopies(3, new Cluster(1, 4)));
		assertEquals(0.25, result.interval().lower(), 1e-12);
		assertEquals(0.25, result.interval().upper(), 1e-12);
	}

	@Test
	void theSameSeedGivesTheSame() {
		final ClusteredDifference test = ClusteredDifference.withDefaults().withSeed(7);
		assertEquals(test.of(clusters(9, 4, 2), clusters(8, 1, 3)), test.of(clusters(9, 4, 2), clusters(8, 1, 3)));
	}

	@Test
	void impossibleClustersAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> new Cluster(0, 0));
		assertThrows(IllegalArgumentException.class, () -> new Cluster(3, 2));
		final var e = assertThrows(IllegalArgumentException.class, () -> ClusteredDifference.withDefaults().of(List.of(),
			clusters(1, 1, 1)));
		assertTrue(e.getMessage().contains("0 and 1"), e.getMessage());
	}
}
