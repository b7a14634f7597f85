package io.github.vertebraj.image.denoise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.image.VoxelBlock;
import io.github.vertebraj.image.VoxelReader;

/** What denoising does to noise, a uniform mean, an edge and a slab; prints the table of docs/denoising.md. */
class DenoiserFiguresTest {

	private static final double[] GREATEST_RATIO = { 0.85, 0.72, 0.6, 0.5, 0.4 };
	private static final int MARGIN = 8;

	/** Several slices with and without correlation between them, one slice, cubes, and white noise. */
	@ParameterizedTest
	@CsvSource({ "8,2.1,2,0,10", "8,2.1,2.5,0,20", "8,2.1,3,0,20", "8,2.1,2.5,0,40", "8,2.1,3,1.5,10", "8,2.1,3,1.5,20",
		"8,0.7,3.5,2.5,20", "1,2.1,2,0,20", "1,2.1,2.5,0,10", "1,2.1,3,0,20", "8,2.1,0,0,20", "8,0.7,2.35,2.35,30" })
	void figures(final int slices, final double zStep, final double fwhm, final double fwhmZ, final double sd) {
		final NoisePhantom phantom = new NoisePhantom(slices, zStep, fwhm, fwhmZ, sd);
		final CalibratedImage uniform = phantom.image(NoisePhantom.UNIFORM, 1);
		final CalibratedImage edge = phantom.image(NoisePhantom.EDGE, 2);
		final CalibratedImage slab = phantom.image(NoisePhantom.SLAB, 3);
		double last = 1;
		final List<Runnable> checks = new ArrayList<>();
		for (final DenoiseStrength strength : DenoiseStrength.values()) {
			final Denoiser denoiser = new Denoiser(strength, phantom.geometry());
			final DenoisedImage outcome = denoiser.denoise(uniform, List.of(), done -> {});
			final double[][] flat = planes(outcome);
			final double ratio = sd(flat) / sd(planes(uniform));
			final double mean = mean(flat) - mean(planes(uniform));
			final double[] kept = NoisePhantom.profile(planes(denoiser.denoise(edge, List.of(), done -> {})));
			final double wider = 100 * (width(kept) / width(NoisePhantom.profile(new NoisePhantom(slices, zStep, fwhm, fwhmZ,
				0.001).voxels(NoisePhantom.EDGE, 2))) - 1);
			final double[] before = NoisePhantom.profile(planes(slab));
			final double[] after = NoisePhantom.profile(planes(denoiser.denoise(slab, List.of(), done -> {})));
			final double lost = contrast(before, 44, 52) - contrast(after, 44, 52);
			final double lostInside = contrast(before, 46, 50) - contrast(after, 46, 50);
			final NoiseReduction told = outcome.reductions().get(0);
			System.out.printf(Locale.ROOT,
				"| %d | %.1f | %.1f | %.1f | %.0f | %d | %.3f | %.3f | %.1f | %.2f | %.2f | %+.1f | %+.1f | %+.1f |%n", slices,
				zStep, fwhm, fwhmZ, sd, strength.number(), ratio, told.ratio(), told.before(), told.share(), mean, wider, lost,
				lostInside);
			final double limit = last;
			checks.add(() -> {
				assertTrue(ratio <= GREATEST_RATIO[strength.number() - 1], "ratio " + ratio + " at " + strength);
				assertTrue(ratio < limit, "not below the strength before: " + ratio);
				assertEquals(ratio, told.ratio(), slices == 1 ? 0.08 : 0.03); // 30 squares are few
				assertEquals(sd, told.before(), 0.1 * sd);
				assertEquals(0, mean, 0.2);
				if (strength.number() > 3) return;
				assertTrue(wider < 20, "edge wider by " + wider + " %");
				assertTrue(lost <= 3, "slab lost " + lost + " HU");
				assertTrue(lostInside <= 3, "inside, the slab lost " + lostInside + " HU");
			});
			last = ratio;
		}
		checks.forEach(Runnable::run);
	}

	/** The stored values, [z][y · width + x]. */
	static double[][] planes(final CalibratedImage image) {
		final VoxelReader reader = VoxelReader.of(image.volume(0, 0));
		final double[][] planes = new double[image.size(2)][image.size(0) * image.size(1)];
		for (int z = 0; z < planes.length; z++) {
			final VoxelBlock block = new VoxelBlock();
			reader.read(new long[] { 0, 0, z }, image.size(0), image.size(1), block);
			Arrays.setAll(planes[z], i -> reader.stored(block, i));
		}
		return planes;
	}

	private static double[][] planes(final DenoisedImage image) {
		return planes(new CalibratedImage("denoised", image.voxels(), ValueScale.IDENTITY,
			Optional.empty(), Collections.nCopies((int) image.voxels().dimension(2),
				PlaneLabel.empty()), Map.of()));
	}

	private static double[] inside(final double[][] planes) {
		return Arrays.stream(planes).flatMapToDouble(plane -> IntStream.range(0, plane.length).filter(
			i -> i % NoisePhantom.WIDTH >= MARGIN && i % NoisePhantom.WIDTH < NoisePhantom.WIDTH - MARGIN && i /
				NoisePhantom.WIDTH >= MARGIN && i / NoisePhantom.WIDTH < NoisePhantom.HEIGHT - MARGIN).mapToDouble(
					i -> plane[i])).toArray();
	}

	private static double mean(final double[][] planes) {
		return Arrays.stream(inside(planes)).average().orElseThrow();
	}

	private static double sd(final double[][] planes) {
		final double[] values = inside(planes);
		final double mean = Arrays.stream(values).average().orElseThrow();
		return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1));
	}

	/** From 10 to 90 % of an edge, in pixels. */
	private static double width(final double[] profile) {
		final double low = Arrays.stream(profile, 20, 36).average().orElseThrow();
		final double high = Arrays.stream(profile, 60, 76).average().orElseThrow();
		return crossing(profile, low + 0.9 * (high - low)) - crossing(profile, low + 0.1 * (high - low));
	}

	private static double crossing(final double[] profile, final double level) {
		int i = 36;
		while (profile[i] < level)
			i++;
		return i - (profile[i] - level) / (profile[i] - profile[i - 1]);
	}

	/** The mean of those pixels less that of the background. */
	private static double contrast(final double[] profile, final int from, final int to) {
		return Arrays.stream(profile, from, to).average().orElseThrow() - (Arrays.stream(profile, 16, 40).average()
			.orElseThrow() + Arrays.stream(profile, 56, 80).average().orElseThrow()) / 2;
	}
}
