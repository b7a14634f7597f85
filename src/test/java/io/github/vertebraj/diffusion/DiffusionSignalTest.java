package io.github.vertebraj.diffusion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.ValueScale;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;

/** Which frames of an image are fitted, and at which b. Frame t of the test images holds the value t + 1 everywhere. */
class DiffusionSignalTest {

	private static final int SLICES = 3;

	/** An image with one frame for each label, the same on all of its slices. */
	private static CalibratedImage image(final String... labels) {
		final List<PlaneLabel> planes = new ArrayList<>();
		final float[] voxels = new float[2 * 4 * SLICES * labels.length];
		for (int t = 0; t < labels.length; t++) {
			Arrays.fill(voxels, 2 * 4 * SLICES * t, 2 * 4 * SLICES * (t + 1), t + 1);
			for (int z = 0; z < SLICES; z++)
				planes.add(PlaneLabel.parse(labels[t]));
		}
		return new CalibratedImage("DWI", ArrayImgs.floats(voxels, 2, 4, SLICES, labels.length, 1), ValueScale.IDENTITY,
			Optional.empty(), planes, Map.of());
	}

	/** The frames that are used (by their value) and their b-values. */
	private static void assertUsed(final CalibratedImage image, final String bValues, final double[] frames,
		final double... b)
	{
		final DiffusionSignal signal = DiffusionSignal.of(image, bValues);
		assertArrayEquals(b, signal.bValues());
		final double[] values = new double[(int) signal.voxels().dimension(3)];
		for (int t = 0; t < values.length; t++)
			values[t] = signal.voxels().getAt(signal.voxels().min(0), signal.voxels().min(1), signal.voxels().min(2), signal
				.voxels().min(3) + t).getRealDouble();
		assertArrayEquals(frames, values);
	}

	private static void assertRefused(final String reason, final CalibratedImage image, final String bValues) {
		final String message = assertThrows(IllegalArgumentException.class, () -> DiffusionSignal.of(image, bValues))
			.getMessage();
		assertTrue(message.contains(reason), message);
	}

	@Test
	void labelsTellTheBValues() {
		assertUsed(image("b=0", "b=500.5"), "auto", new double[] { 1, 2 }, 0, 500.5);
		assertUsed(image("b=0", "b=500"), "  AUTO", new double[] { 1, 2 }, 0, 500);
		assertUsed(image("b=0", "b=500"), "", new double[] { 1, 2 }, 0, 500);
	}

	@Test
	void aListOverrulesTheLabels() {
		assertUsed(image("b=0", "b=500"), "50, 800", new double[] { 1, 2 }, 50, 800);
		assertRefused("lists 3 b-values, but 'DWI' has 2 frames", image("b=0", "b=500"), "0,500,1000");
	}

	@Test
	void slicesOfOneFrameMayBeBValues() {
		final DiffusionSignal signal = DiffusionSignal.of(image("te=60"), "0,500,1000");
		assertEquals(1, signal.voxels().dimension(2));
		assertEquals(3, signal.voxels().dimension(3));
		assertTrue(signal.notes().get(0).contains("3 slices are taken as 3 b-values"));
	}

	@Test
	void theTraceImageIsNoDirection() {
		assertUsed(image("b=0", "b=500; diffusion=directions", "b=500; diffusion=directions",
			"b=500; diffusion=directions", "b=500; diffusion=trace"), "auto", new double[] { 1, 2, 3, 4 }, 0, 500, 500, 500);
	}

	@Test
	void theTraceImageIsNoDirectionInAListEither() {
		assertUsed(image("b=0", "diffusion=directions", "diffusion=directions", "diffusion=directions", "diffusion=trace"),
			"0,500,500,500,500", new double[] { 1, 2, 3, 4 }, 0, 500, 500, 500);
	}

	@Test
	void theTraceImageReplacesDirectionsThatSpanNoTensor() {
		assertUsed(image("b=0", "b=2500; diffusion=directions", "b=2500; diffusion=directions", "b=2500; diffusion=trace"),
			"auto", new double[] { 1, 4 }, 0, 2500);
	}

	@Test
	void eachBValueChoosesForItself() {
		assertUsed(image("b=0", "b=50; diffusion=trace", "b=800; diffusion=directions", "b=800.5; diffusion=trace"), "auto",
			new double[] { 1, 2, 4 }, 0, 50, 800.5);
	}

	@Test
	void whatIsNoDiffusionSeriesIsRefused() {
		assertRefused("component=adc", image("component=adc"), "auto");
		assertRefused("No b-value in the slice labels of 'DWI', frame 2", image("b=0", "te=60"), "auto");
	}
}
