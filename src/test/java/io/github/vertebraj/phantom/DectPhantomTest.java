package io.github.vertebraj.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.github.vertebraj.dualenergy.Blend;
import io.github.vertebraj.dualenergy.BlendedFrames;
import io.github.vertebraj.dualenergy.EffectiveEnergies;
import io.github.vertebraj.dualenergy.FrequencySplit;
import io.github.vertebraj.dualenergy.HounsfieldImage;
import io.github.vertebraj.dualenergy.Material;
import io.github.vertebraj.dualenergy.OptimalWeight;
import io.github.vertebraj.dualenergy.SpectralPair;
import io.github.vertebraj.dualenergy.SpectrumNoise;
import io.github.vertebraj.dualenergy.VirtualMonoenergetic;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.RegionStatistics;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;

/** The phantom against its own truth, and what must hold for dual-energy images on it; prints the figures. */
class DectPhantomTest {

	private static final DectPhantom.Settings DEMO = DectPhantom.Settings.demo(2026);
	private static final DectPhantom.Settings SILENT = new DectPhantom.Settings(DEMO.energies(), 0, 0, 0, 2026);
	private static final VirtualMonoenergetic VMI = VirtualMonoenergetic.of(Material.of("bone"), DEMO.energies());

	private static SpectralPair pair(final DectPhantom phantom) {
		return new SpectralPair(HounsfieldImage.of(phantom.low(), 0, false), HounsfieldImage.of(phantom.high(), 0, false));
	}

	private static Region region(final DectPhantom phantom, final String name) {
		return phantom.regions().stream().map(DectPhantom.TrueRegion::region).filter(region -> region.name().equals(name))
			.findFirst().orElseThrow();
	}

	private static List<Region> regions(final DectPhantom phantom, final String site) {
		return phantom.regions().stream().map(DectPhantom.TrueRegion::region).filter(region -> region.name().contains(site))
			.toList();
	}

	private static void print(final String format, final Object... values) {
		System.out.printf(Locale.ROOT, "DECT phantom: " + format + "%n", values);
	}

	@Test
	void meansWithoutNoiseAreTheTruth() {
		final DectPhantom phantom = DectPhantom.create(SILENT, 1, false);
		for (final DectPhantom.TrueRegion region : phantom.regions()) {
			final SpectrumNoise measured = SpectrumNoise.of(pair(phantom), region.region());
			assertEquals(region.low(), measured.low(), 0.5, region.region().name());
			assertEquals(region.high(), measured.high(), 0.5, region.region().name());
			assertTrue(measured.voxels() >= 100, region.region().name() + " " + measured.voxels());
		}
	}

	/** As readers know them: canal 10 to 20 HU, ligament 60 to 70, disc 75 to 100, cancellous bone above. */
	@Test
	void tissuesHaveTheUsualNumbers() {
		for (int number = 1; number <= 6; number++) {
			final DectPhantom phantom = DectPhantom.create(SILENT, number, false);
			for (final DectPhantom.TrueRegion region : phantom.regions()) {
				final double mixed = (region.low() + region.high()) / 2;
				final double[] range = region.region().name().contains("DC") ? new double[] { 8, 20 } : region.region().name()
					.contains("LF") ? new double[] { 56, 76 } : region.region().name().contains("IVD") ? new double[] { 72, 98 }
						: region.region().name().contains("VB") ? new double[] { 90, 260 } : new double[] { 35, 60 };
				assertTrue(mixed > range[0] && mixed < range[1], phantom.name() + " " + region.region().name() + " " + mixed);
			}
		}
	}

	@Test
	void noiseHasItsCovarianceAndIsCorrelatedInThePlaneOnly() {
		for (final double correlation : new double[] { 0, 0.6 }) {
			final DectPhantom.Settings settings = new DectPhantom.Settings(DEMO.energies(), 11, 10, correlation, 5);
			final DectPhantom phantom = DectPhantom.create(settings, 3, false);
			final SpectrumNoise noise = SpectrumNoise.pooled(List.of(SpectrumNoise.of(pair(phantom), region(phantom,
				"muscle")), SpectrumNoise.of(pair(phantom), region(phantom, "L4-5_IVD"))));
			print("SD low %.2f (true %.2f), high %.2f (%.2f), correlation %.3f (%.1f)", noise.sd(1), phantom.sdLow(), noise.sd(
				0), phantom.sdHigh(), noise.correlation(), correlation);
			assertEquals(phantom.sdLow(), noise.sd(1), 0.05 * phantom.sdLow());
			assertEquals(phantom.sdHigh(), noise.sd(0), 0.05 * phantom.sdHigh());
			assertEquals(correlation, noise.correlation(), 0.06);
		}
		final CtNoise noise = new CtNoise(120, 100, new double[] { 0.9, 0.8 }, 1);
		final double[] first = noise.plane();
		final double[] second = noise.plane();
		double next = 0;
		double other = 0;
		double square = 0;
		for (int i = 0; i < first.length - 1; i++) {
			next += first[i] * first[i + 1] / first.length;
			other += first[i] * second[i] / first.length;
			square += first[i] * first[i] / first.length;
		}
		assertEquals(1, square, 0.05);
		assertTrue(next > 0.4, "neighbours " + next);
		assertEquals(0, other, 0.05);
	}

	@Test
	void metalIsCutOffAsOnAScanner() {
		final DectPhantom phantom = DectPhantom.create(DEMO, 14, true);
		double greatest = 0;
		for (final var voxel : Views.flatIterable(phantom.low().volume(0, 0)))
			greatest = Math.max(greatest, phantom.low().scale().real(voxel.getRealDouble()));
		assertEquals(3071, greatest);
		final double sd = SpectrumNoise.of(pair(phantom), region(phantom, "L4-5_LF left")).sd(1);
		assertTrue(sd > 40, "streaks in the ligament: SD " + sd);
		assertEquals(phantom.sdLow(), SpectrumNoise.of(pair(phantom), region(phantom, "L3-4_IVD")).sd(1), 1, "far from metal");
	}

	@Test
	void theSameSettingsGiveTheSamePatient() {
		final DectPhantom.TrueTissue one = DectPhantom.create(DEMO, 2, false).tissues().get(2);
		assertEquals(one, DectPhantom.create(DEMO, 2, false).tissues().get(2));
		assertNotEquals(one, DectPhantom.create(DEMO, 3, false).tissues().get(2));
		assertThrows(IllegalArgumentException.class, () -> new DectPhantom.Settings(DEMO.energies(), 1, 1, 1.1, 1));
		assertThrows(IllegalArgumentException.class, () -> new DectPhantom.Settings(DEMO.energies(), -1, 1, 0, 1));
	}

	@Test
	void waterAndVacuumAreTheSameAtEachEnergy() {
		double worst = 0;
		for (double keV = 40; keV <= 200; keV++) {
			worst = Math.max(worst, Math.abs(VMI.hounsfield(0, 0, keV)));
			worst = Math.max(worst, Math.abs(VMI.hounsfield(-1000, -1000, keV) + 1000));
		}
		print("water and vacuum at 40 to 200 keV are off by %.2g HU", worst);
		assertEquals(0, worst, 1e-9);
	}

	@Test
	void theImageAtAnEffectiveEnergyIsThatOfTheSpectrum() {
		final DectPhantom phantom = DectPhantom.create(DEMO, 1, false);
		final List<Blend.Linear> blends = List.of(new Blend.Linear(VMI.weight(64)), new Blend.Linear(VMI.weight(90)));
		final BlendedFrames frames = new BlendedFrames(pair(phantom), blends, Optional.empty(), false);
		final var voxels = frames.materialise(done -> {});
		final double worst = Math.max(distance(voxels, 0, phantom.low()), distance(voxels, 1, phantom.high()));
		print("VMI at 64 and 90 keV differ from the images by %.2g HU", worst);
		assertEquals(0, worst, 1e-3);
	}

	/** Frames that are not 16-bit are HU. */
	private static double distance(final RandomAccessibleInterval<? extends RealType<?>> frames, final int frame,
		final CalibratedImage image)
	{
		final var blended = Views.flatIterable(Views.hyperSlice(Views.hyperSlice(frames, 4, 0), 3, frame)).cursor();
		double worst = 0;
		for (final var stored : Views.flatIterable(image.volume(0, 0)))
			worst = Math.max(worst, Math.abs(blended.next().getRealDouble() - image.scale().real(stored.getRealDouble())));
		return worst;
	}

	/** The tissues are not mixtures of water and bone, so that this is what the model is off by. */
	@Test
	void imagesPredictTissuesAtOtherEnergies() {
		for (final String tissue : List.of("connective tissue", "cartilage", "muscle")) {
			final Material material = Material.of(tissue);
			final StringBuilder text = new StringBuilder(tissue + ": off by");
			for (final double keV : new double[] { 40, 70, 100, 190 }) {
				final double off = VMI.hounsfield(material.hounsfield(64), material.hounsfield(90), keV) - material.hounsfield(keV);
				text.append(String.format(Locale.ROOT, " %.2f", off));
				assertEquals(0, off, keV == 40 ? 6 : 2, tissue + " at " + keV);
			}
			print("%s HU at 40, 70, 100, 190 keV", text);
		}
	}

	/**
	 * With the SD of the target, the CNR of a blend is |w ΔL + (1 − w) ΔH| over the root of a quadratic form in w, which has
	 * one maximum: that of Σ⁻¹Δ. A monoenergetic image without a filter is a blend.
	 */
	@Test
	void noMonoenergeticImageBeatsTheBestBlend() {
		double closest = 0;
		double weightError = 0;
		for (int number = 1; number <= 20; number++) {
			final DectPhantom phantom = DectPhantom.create(DEMO, number, number == 14);
			final SpectralPair pair = pair(phantom);
			for (final String level : List.of("L3-4", "L4-5"))
				for (final String target : List.of("LF left", "LF right", "IVD")) {
					final SpectrumNoise canal = SpectrumNoise.of(pair, region(phantom, level + "_DC"));
					final SpectrumNoise noise = SpectrumNoise.of(pair, region(phantom, level + "_" + target));
					final double low = canal.low() - noise.low();
					final double high = canal.high() - noise.high();
					final OptimalWeight best = OptimalWeight.ofContrast(low, high, noise, true);
					final RealVector solved = new LUDecomposition(new Array2DRowRealMatrix(new double[][] { { noise.varianceLow(),
						noise.covariance() }, { noise.covariance(), noise.varianceHigh() } })).getSolver().solve(new ArrayRealVector(
							new double[] { low, high }));
					weightError = Math.max(weightError, Math.abs(best.value() - solved.getEntry(0) / (solved.getEntry(0) + solved
						.getEntry(1))));
					for (double keV = 40; keV <= 200; keV++)
						closest = Math.max(closest, OptimalWeight.cnr(low, high, noise, VMI.weight(keV)) / best.quantity());
				}
		}
		print("best weights differ from the solution of Σ w = Δ by %.2g; best VMI of 120 pairs: %.6f of the best blend's CNR",
			weightError, closest);
		assertTrue(weightError < 0.01);
		assertTrue(closest <= 1 + 1e-9, "a VMI has " + closest + " of the best blend's CNR");
		assertTrue(closest > 0.99, "where the best weight is that of an energy, both are the same");
	}

	/** From the images of all patients, pooled: what is left is chance. */
	@Test
	void weightsFoundInImagesAreThoseOfTheTruth() {
		for (final double correlation : new double[] { 0, 0.5 }) {
			final DectPhantom.Settings settings = new DectPhantom.Settings(DEMO.energies(), 11, 9, correlation, 7);
			double found = 0;
			double truth = 0;
			for (int number = 1; number <= 20; number++) {
				final DectPhantom phantom = DectPhantom.create(settings, number, false);
				final SpectrumNoise noise = pooled(phantom, "IVD");
				final SpectrumNoise canal = pooled(phantom, "DC");
				found += OptimalWeight.ofContrast(noise.low() - canal.low(), noise.high() - canal.high(), noise, true).value() / 20;
				truth += truth(phantom, correlation) / 20;
			}
			print("mean best weight of 20 patients at correlation %.1f: %.4f, by the true Σ⁻¹Δ %.4f", correlation, found, truth);
			assertEquals(truth, found, 0.01);
		}
	}

	private static SpectrumNoise pooled(final DectPhantom phantom, final String site) {
		final SpectralPair pair = pair(phantom);
		return SpectrumNoise.pooled(regions(phantom, site).stream().map(region -> SpectrumNoise.of(pair, region)).toList());
	}

	private static double truth(final DectPhantom phantom, final double correlation) {
		final List<DectPhantom.TrueRegion> discs = phantom.regions().stream().filter(r -> r.region().name().contains("IVD"))
			.toList();
		final List<DectPhantom.TrueRegion> canals = phantom.regions().stream().filter(r -> r.region().name().contains("DC"))
			.toList();
		final double low = mean(discs, true) - mean(canals, true);
		final double high = mean(discs, false) - mean(canals, false);
		final double a = phantom.sdHigh() * phantom.sdHigh() * low - correlation * phantom.sdLow() * phantom.sdHigh() * high;
		final double b = phantom.sdLow() * phantom.sdLow() * high - correlation * phantom.sdLow() * phantom.sdHigh() * low;
		return a / (a + b);
	}

	private static double mean(final List<DectPhantom.TrueRegion> regions, final boolean low) {
		return regions.stream().mapToDouble(region -> low ? region.low() : region.high()).average().orElseThrow();
	}

	@Test
	void theFrequencySplitKeepsMeans() {
		final DectPhantom phantom = DectPhantom.create(SILENT, 1, false);
		final List<Blend.Linear> blends = List.of(new Blend.Linear(VMI.weight(40)), new Blend.Linear(VMI.weight(190)));
		final FrequencySplit split = new FrequencySplit(0.7, VMI.weight(74));
		final BlendedFrames plain = new BlendedFrames(pair(phantom), blends, Optional.empty(), false);
		final BlendedFrames filtered = new BlendedFrames(pair(phantom), blends, Optional.of(split), false);
		double worst = 0;
		for (final String name : List.of("muscle", "L4_VB"))
			for (int t = 0; t < 2; t++)
				worst = Math.max(worst, Math.abs(mean(plain, t, region(phantom, name)) - mean(filtered, t, region(phantom, name))));
		final double ligament = mean(filtered, 0, region(phantom, "L4-5_LF left")) - mean(plain, 0, region(phantom,
			"L4-5_LF left"));
		print("frequency split of 0.7 mm changes means of uniform regions by %.3f HU, that of a ligament of 3 mm by %.2f HU",
			worst, ligament);
		assertEquals(0, worst, 0.1);
		assertTrue(FrequencySplit.thickness(region(phantom, "L4-5_LF left"), phantom.low().geometry().orElseThrow()) < split
			.leastThickness());
	}

	private static double mean(final BlendedFrames frames, final int t, final Region region) {
		return RegionStatistics.of(Views.hyperSlice(Views.hyperSlice(frames.materialise(done -> {}), 4, 0), 3, t), frames
			.scale(), region).mean();
	}

	@Test
	void energiesAreThoseOfTheSettings() {
		assertEquals(new EffectiveEnergies(64, 90), DEMO.energies());
		assertEquals("kv=100", DectPhantom.create(SILENT, 1, false).low().label(3, 0, 0).toString());
	}
}
