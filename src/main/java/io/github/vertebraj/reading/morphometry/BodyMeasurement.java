package io.github.vertebraj.reading.morphometry;

import java.util.List;

/**
 * What is measured of a vertebral body. Heights are in mm, the area in mm², all NaN when not measurable.
 *
 * @param outline         the points
 * @param againstOwn      loss against the posterior height
 * @param againstOthers   loss against the mean of the neighbours
 * @param neighbours      names of the vertebrae whose mean that is; empty when there is none
 * @param graded          the one of both losses by which the body is graded
 * @param shape           by the same
 * @param problem         why something is not measurable; empty text when all is
 */
public record BodyMeasurement(BodyOutline outline, double anterior, double middle, double posterior, double area,
	HeightLoss againstOwn, HeightLoss againstOthers, List<String> neighbours, HeightLoss graded, BodyShape shape,
	String problem)
{

	public BodyMeasurement {
		neighbours = List.copyOf(neighbours);
	}
}
