package io.github.vertebraj.dualenergy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.RegionStatistics;
import io.github.vertebraj.image.ValueScale;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;

/** By hand: canal 3, 5, 7 (mean 5, SD 2); ligament 20, 24, 28, 32 (mean 26, SD √(80/3)); one voxel 40; constant 9. */
class CnrDefinitionTest {

	private static final float[] VALUES = { 3, 5, 7, 20, 24, 28, 32, 40, 9, 9, Float.NaN };
	private static final RegionStatistics CANAL = statistics(0, 3);
	private static final RegionStatistics LIGAMENT = statistics(3, 7);
	private static final RegionStatistics ONE = statistics(7, 8);
	private static final RegionStatistics CONSTANT = statistics(8, 10);
	private static final RegionStatistics NOTHING = statistics(10, 11);

	@Test
	void ratiosAreThoseByHand() {
		final double variance = 80 / 3.0;
		assertRatio(21 / Math.sqrt(variance), CnrDefinition.TARGET, CANAL, LIGAMENT);
		assertRatio(21 / 2.0, CnrDefinition.REFERENCE, CANAL, LIGAMENT);
		assertRatio(21 / Math.sqrt((4 + variance) / 2), CnrDefinition.MEAN_VARIANCE, CANAL, LIGAMENT);
		assertRatio(21 / Math.sqrt(4 + variance), CnrDefinition.SUM_OF_VARIANCES, CANAL, LIGAMENT);
		assertRatio(0, CnrDefinition.TARGET, CANAL, CANAL);
	}

	@Test
	void noiseThatIsZeroOrUnknownGivesNoRatioButAReason() {
		assertReason("the target SD is 0", CnrDefinition.TARGET, CANAL, CONSTANT);
		assertReason("the target SD is unknown, since one voxel has no SD", CnrDefinition.TARGET, CANAL, ONE);
		assertReason("the reference SD is unknown, since one voxel has no SD", CnrDefinition.REFERENCE, ONE, CANAL);
		assertReason("the root sum of variances is unknown, since one voxel has no SD", CnrDefinition.SUM_OF_VARIANCES, ONE,
			CANAL);
		assertReason("the target has no voxel with a value", CnrDefinition.TARGET, CANAL, NOTHING);
		assertReason("the reference has no voxel with a value", CnrDefinition.TARGET, NOTHING, CANAL);
	}

	private static void assertRatio(final double expected, final CnrDefinition definition,
		final RegionStatistics reference, final RegionStatistics target)
	{
		assertEquals(expected, definition.of(reference, target), 1e-9);
		assertEquals(Optional.empty(), definition.reason(reference, target));
	}

	private static void assertReason(final String reason, final CnrDefinition definition,
		final RegionStatistics reference, final RegionStatistics target)
	{
		assertEquals(Double.NaN, definition.of(reference, target));
		assertEquals(reason, definition.reason(reference, target).orElseThrow());
	}

	private static RegionStatistics statistics(final int from, final int to) {
		return RegionStatistics.of(ArrayImgs.floats(VALUES, VALUES.length, 1, 1), ValueScale.IDENTITY, new Region("region",
			List.of(new Region.Run(0, 0, from, to))));
	}
}
