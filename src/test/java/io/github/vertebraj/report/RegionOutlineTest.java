package io.github.vertebraj.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.Region.Run;

class RegionOutlineTest {

	@Test
	void oneVoxelHasFourSides() {
		assertEdges("[4,7-4,8, 4,7-5,7, 4,8-5,8, 5,7-5,8]", new Run(2, 7, 4, 5));
	}

	@Test
	void anLHasNoEdgeInside() {
		assertEdges("[0,0-0,1, 0,0-1,0, 0,1-0,2, 0,2-2,2, 1,0-1,1, 1,1-2,1, 2,1-2,2]", new Run(2, 0, 0, 1), new Run(2, 1, 0,
			2));
	}

	@Test
	void aHoleHasEdges() {
		assertEdges("[0,0-0,1, 0,0-3,0, 0,1-0,2, 0,2-0,3, 0,3-3,3, 1,1-1,2, 1,1-2,1, 1,2-2,2, 2,1-2,2, 3,0-3,1, 3,1-3,2, " +
			"3,2-3,3]", new Run(2, 0, 0, 3), new Run(2, 1, 0, 1), new Run(2, 1, 2, 3), new Run(2, 2, 0, 3));
	}

	@Test
	void otherSlicesDoNotCount() {
		assertEdges("[]", new Run(1, 0, 0, 3));
		assertTrue(RegionOutline.of(new Region("L3", List.of(new Run(1, 0, 0, 3))), 2, 9, 9).isEmpty());
	}

	@Test
	void whatLiesOutsideIsCutOff() {
		assertEdges("[0,0-0,1, 0,0-1,0, 0,1-1,1, 1,0-1,1]", new Run(2, 0, -3, 1), new Run(2, -1, 0, 5), new Run(2, 9, 0, 5),
			new Run(2, 3, 9, 12));
	}

	/** Edges of slice 2 as x1,y1-x2,y2 in order. */
	private static void assertEdges(final String expected, final Run... runs) {
		final List<String> edges = new ArrayList<>();
		final double[] at = new double[6];
		String from = "";
		for (final PathIterator path = RegionOutline.of(new Region("L3", List.of(runs)), 2, 9, 9).edges()
			.getPathIterator(null); !path.isDone(); path.next())
		{
			final boolean starts = path.currentSegment(at) == PathIterator.SEG_MOVETO;
			final String point = (int) at[0] + "," + (int) at[1];
			if (starts) from = point;
			else edges.add(from + "-" + point);
		}
		assertEquals(expected, new TreeSet<>(edges).toString());
		assertEquals(new TreeSet<>(edges).size(), edges.size(), "no edge is drawn twice");
	}
}
