package io.github.vertebraj.dualenergy;

import static io.github.vertebraj.dualenergy.MaterialTest.assertThrowsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.Sources;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.Test;

class NoiseTest {

	private static final int[] A = { 12, 47, 31, 5, 60, 22, 39, 18 };
	private static final int[] B = { 9, 30, 28, 11, 33, 25, 26, 8 };

	private static Region row(final String name, final int from, final int to) {
		return new Region(name, List.of(new Region.Run(0, 0, from, to)));
	}

	private static SpectralPair pair() {
		return Pairs.of(Pairs.signed("low", 8, 2, 1, (x, y, z) -> y == 0 ? A[x] : -A[x]), Pairs.signed("high", 8, 2, 1, (x, y,
			z) -> y == 0 ? B[x] : -B[x]));
	}

	/** numpy 1.24: np.cov(A, B), means; w = inv(S) @ [30, 18], normalised. */
	@Test
	void covarianceAndWeightsAreThoseOfNumpy() {
		final SpectrumNoise noise = SpectrumNoise.of(pair(), row("r", 0, 8));
		assertEquals(29.25, noise.low(), 1e-12);
		assertEquals(21.25, noise.high(), 1e-12);
		assertEquals(346.214285714, noise.varianceLow(), 1e-9);
		assertEquals(103.928571429, noise.varianceHigh(), 1e-9);
		assertEquals(165.214285714, noise.covariance(), 1e-9);
		assertEquals(-0.511933174224, OptimalWeight.ofNoise(noise, true).value(), 1e-9);
		final OptimalWeight best = OptimalWeight.ofContrast(30, 18, noise, true);
		assertEquals(0.101449275362, best.value(), 1e-9);
		assertEquals(best.value(), best.overall());
		for (double w = -20; w <= 20; w += 0.01)
			assertTrue(OptimalWeight.cnr(30, 18, noise, w) <= best.quantity() + 1e-12, "w = " + w);
		// within 0 to 1 the end nearer to the best
		final OptimalWeight inside = OptimalWeight.ofContrast(30, 18, noise, false);
		for (double w = 0; w <= 1; w += 0.01)
			assertTrue(OptimalWeight.cnr(30, 18, noise, w) <= inside.quantity() + 1e-12, "w = " + w);
		assertEquals(best.overall(), inside.overall());
	}

	/** The weights of noise that is known: σ 14 and 9 HU, correlation 0.3; (w, 1−w) ∝ Σ⁻¹Δ. */
	@Test
	void correlatedNoiseGivesTheWeightOfItsCovariance() {
		final Random random = new Random(11);
		final int n = 400;
		final double[][] e = new double[2][n * n];
		for (int i = 0; i < n * n; i++) {
			e[0][i] = random.nextGaussian();
			e[1][i] = 0.3 * e[0][i] + Math.sqrt(1 - 0.09) * random.nextGaussian();
		}
		final SpectralPair pair = Pairs.of(Pairs.floats("low", n, n, 1, (x, y, z) -> (y < 200 ? 12 : 70) + 14 * e[0][y * n +
			x]), Pairs.floats("high", n, n, 1, (x, y, z) -> (y < 200 ? 10 : 45) + 9 * e[1][y * n + x]));
		final List<SpectrumNoise> regions = List.of(SpectrumNoise.of(pair, rows("DC", 0, 200)), SpectrumNoise.of(pair, rows(
			"LF", 200, 400)));
		final SpectrumNoise pooled = SpectrumNoise.pooled(regions);
		assertEquals(0.3, pooled.correlation(), 0.01);
		final double c = 0.3 * 14 * 9;
		assertEquals((81 - c) / (196 + 81 - 2 * c), OptimalWeight.ofNoise(pooled, false).value(), 0.01);
		final double a = 81 * 58 - c * 35;
		final double b = 196 * 35 - c * 58;
		final double found = OptimalWeight.ofContrast(regions.get(1).low() - regions.get(0).low(), regions.get(1).high() -
			regions.get(0).high(), pooled, false).value();
		System.out.printf("weight of best CNR %.4f, truth %.4f%n", found, a / (a + b));
		assertEquals(a / (a + b), found, 0.01);
		final VirtualMonoenergetic vmi = VirtualMonoenergetic.of(Material.of("bone"), new EffectiveEnergies(60, 90));
		final double quiet = vmi.quietestEnergy(pooled);
		assertEquals(OptimalWeight.ofNoise(pooled, true).value(), vmi.weight(quiet), 0.02);
		// a monoenergetic image is a blend, and none is better than the best
		final double low = regions.get(1).low() - regions.get(0).low();
		final double high = regions.get(1).high() - regions.get(0).high();
		final double best = OptimalWeight.ofContrast(low, high, pooled, true).quantity();
		double bestOfEnergies = 0;
		for (double keV = 40; keV <= 190; keV += 0.5) {
			assertTrue(pooled.sd(vmi.weight(keV)) >= pooled.sd(vmi.weight(quiet)));
			bestOfEnergies = Math.max(bestOfEnergies, OptimalWeight.cnr(low, high, pooled, vmi.weight(keV)));
		}
		System.out.printf("CNR: best blend %.4f, best of 40 to 190 keV %.4f%n", best, bestOfEnergies);
		assertTrue(bestOfEnergies <= best);
	}

	private static Region rows(final String name, final int from, final int to) {
		return new Region(name, java.util.stream.IntStream.range(from, to).mapToObj(y -> new Region.Run(0, y, 0, 400))
			.toList());
	}

	@Test
	void whatHasNoNoiseHasNoBestWeight() {
		final SpectralPair pair = pair();
		final SpectrumNoise one = SpectrumNoise.of(pair, row("one", 3, 4));
		assertEquals(5, one.low());
		assertTrue(Double.isNaN(one.varianceLow()));
		assertThrowsWith("two finite voxels or more", () -> SpectrumNoise.pooled(List.of(one)));
		assertThrowsWith("one region or more", () -> SpectrumNoise.pooled(List.of()));
		assertThrowsWith("lies outside", () -> SpectrumNoise.of(pair, row("far", 5, 9)));
		final SpectrumNoise still = new SpectrumNoise(9, 0, 1, 2, 0, 0, 0);
		assertThrowsWith("no weight is best", () -> OptimalWeight.ofNoise(still, false));
		assertThrowsWith("no weight is best", () -> OptimalWeight.ofContrast(1, 2, still, false));
		final SpectrumNoise noise = new SpectrumNoise(9, 0, 1, 2, 4, 4, 1);
		assertThrowsWith("no contrast in either", () -> OptimalWeight.ofContrast(0, 0, noise, false));
		assertThrowsWith("difference of the two images", () -> OptimalWeight.ofContrast(5, -5, noise, true));
		assertTrue(Double.isNaN(OptimalWeight.ofContrast(5, -5, noise, false).overall()));
	}

	/** Against a plain loop, which numpy's std(ddof=1) of the same box confirms at one voxel. */
	@Test
	void theNoiseMapIsTheStandardDeviationOfABox() {
		final CalibratedImage image = Pairs.floats("image", 11, 9, 4, (x, y, z) -> (x * 7 + y * 13 + z * 29) % 23 - 11 + (x ==
			5 && y == 4 && z == 1 ? Double.NaN : 0));
		final LocalNoise noise = LocalNoise.of(2.4, true, Geometry.ofSpacing(0.8, 0.5, 1));
		assertEquals(new LocalNoise(1, 2, 1), noise);
		final RandomAccessibleInterval<FloatType> map = noise.map(image.volume(0, 0), image.scale(), done -> {});
		for (int z = 0; z < 4; z++)
			for (int y = 0; y < 9; y++)
				for (int x = 0; x < 11; x++)
					assertEquals(x == 5 && y == 4 && z == 1 ? Double.NaN : sd(image, x, y, z, noise), Sources.get(map, x, y, z),
						1e-4);
		assertEquals(6.78902858227, Sources.get(map, 2, 3, 2), 1e-4);
		assertEquals(new LocalNoise(2, 3, 0), LocalNoise.of(3.6, false, Geometry.ofSpacing(0.8, 0.5, 1)));
		assertThrowsWith("three voxels are least", () -> LocalNoise.of(1, true, Geometry.ofSpacing(0.8, 0.8, 3)));
		assertThrowsWith("above 0 mm", () -> LocalNoise.of(Double.NaN, true, Geometry.ofSpacing(0.8, 0.8, 3)));
	}

	private static double sd(final CalibratedImage image, final int x, final int y, final int z, final LocalNoise noise) {
		double sum = 0;
		double squares = 0;
		int n = 0;
		for (int k = Math.max(0, z - noise.reachZ()); k <= Math.min(3, z + noise.reachZ()); k++)
			for (int j = Math.max(0, y - noise.reachY()); j <= Math.min(8, y + noise.reachY()); j++)
				for (int i = Math.max(0, x - noise.reachX()); i <= Math.min(10, x + noise.reachX()); i++) {
					final double value = Sources.get(image.voxels(), i, j, k, 0, 0);
					if (Double.isNaN(value)) continue;
					sum += value;
					squares += value * value;
					n++;
				}
		return Math.sqrt((squares - sum * sum / n) / (n - 1));
	}
}
