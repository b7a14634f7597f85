package io.github.vertebraj.interpretation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;

import io.github.vertebraj.interpretation.ReferenceRule.Direction;
import io.github.vertebraj.interpretation.ReferenceRule.Statistic;

class ReferenceRuleTest {

	@Test
	void everyRuleSaysWhereItComesFromAndForWhom() {
		for (final ReferenceRule rule : ReferenceRule.all()) {
			assertTrue(rule.id().matches("[a-z0-9-]+"), rule.id());
			assertFalse(rule.quantity().isBlank() || rule.unit().isBlank(), rule.id());
			assertFalse(rule.population().isBlank() || rule.citation().isBlank(), rule.id());
			assertEquals(rule.direction() == Direction.NONE, rule.finding().isEmpty(), rule.id());
			final boolean sided = List.of(Direction.BELOW, Direction.AT_OR_BELOW, Direction.ABOVE).contains(rule.direction());
			assertEquals(sided, rule.threshold().isPresent(), rule.id());
		}
	}

	@Test
	void idsAreUnique() {
		assertEquals(ReferenceRule.all().size(), new HashSet<>(ReferenceRule.all().stream().map(ReferenceRule::id).toList())
			.size());
	}

	@Test
	void contestedRulesNameEachOther() {
		for (final ReferenceRule rule : ReferenceRule.all())
			for (final String other : rule.contestedBy()) {
				assertTrue(ReferenceRule.of(other).contestedBy().contains(rule.id()), rule.id());
				assertFalse(ReferenceRule.of(other).direction() == rule.direction(), rule.id());
			}
	}

	@Test
	void lesionRuleIsAsPublished() {
		final ReferenceRule rule = ReferenceRule.of("kaur-2020-lesion");
		assertEquals(OptionalDouble.of(1.21), rule.threshold());
		assertEquals(Direction.AT_OR_BELOW, rule.direction());
		assertEquals("malignant lesion", rule.finding());
		assertEquals("benign lesion", rule.otherwise());
	}

	@Test
	void diffuseRulePointsTheOtherWay() {
		final ReferenceRule rule = ReferenceRule.of("pmid-27610934-infiltration");
		assertEquals(OptionalDouble.of(0.548), rule.threshold());
		assertEquals(Direction.ABOVE, rule.direction());
	}

	@Test
	void statisticsKeepTheirSpread() {
		assertTrue(ReferenceRule.of("kaur-2020-means").statistics().contains(new Statistic("haemangioma", "mean", 1.82,
			OptionalDouble.of(0.17), OptionalInt.of(16))));
		assertTrue(ReferenceRule.of("herneth-2002-means").statistics().contains(new Statistic("metastasis", "mean", 0.69,
			OptionalDouble.empty(), OptionalInt.empty())));
	}

	@Test
	void refusesAnUnknownId() {
		final String message = assertThrows(IllegalArgumentException.class, () -> ReferenceRule.of("nobody-1999"))
			.getMessage();
		assertTrue(message.startsWith("There is no reference rule 'nobody-1999'; known are kaur-2020-lesion, "), message);
	}
}
