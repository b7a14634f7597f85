package io.github.vertebraj.phantom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import io.github.vertebraj.dualenergy.EffectiveEnergies;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.Region.Run;
import io.github.vertebraj.image.ValueScale;

import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.integer.UnsignedShortType;

/**
 * Dual-energy CT of a lumbar spine from L3 to L5 with known truth: 120 × 100 × 14 voxels of 0.9 × 0.8 × 4 mm, axial
 * slices from the feet to the head. Each voxel is of one tissue, so that its truth is exact.
 *
 * @param name    of the patient
 * @param low     image of the lower tube voltage, 16-bit, HU
 * @param high    image of the other
 * @param tissues what the patient is made of
 * @param regions canal, ligaments and disc of L3-4 and L4-5, the body of L4, and muscle
 * @param sdLow   true SD of the noise in the low image, in HU
 * @param sdHigh  the same of the high image
 */
public record DectPhantom(String name, CalibratedImage low, CalibratedImage high, List<TrueTissue> tissues,
	List<TrueRegion> regions, double sdLow, double sdHigh)
{

	/**
	 * A tissue and its CT numbers.
	 *
	 * @param low  in HU, at the effective energy of the low image
	 * @param high at that of the high image
	 */
	public record TrueTissue(String name, double low, double high) {}

	/**
	 * A region and the means of its tissues: the canal is of fluid and roots.
	 *
	 * @param low  in HU, without noise and streaks
	 * @param high the same of the high image
	 */
	public record TrueRegion(Region region, double low, double high) {}

	/**
	 * How patients are imaged.
	 *
	 * @param energies    at which single photons are attenuated as the spectra are
	 * @param sdLow       usual SD of the noise in the low image, in HU; it differs between patients
	 * @param sdHigh      the same of the high image
	 * @param correlation of the noise of both images, −1 to 1
	 * @param seed        of patients and noise
	 */
	public record Settings(EffectiveEnergies energies, double sdLow, double sdHigh, double correlation, long seed) {

		/**
		 * @throws IllegalArgumentException if an SD is negative or not finite, or the correlation is not from −1 to 1
		 */
		public Settings {
			if (!(sdLow >= 0 && sdHigh >= 0) || Double.isInfinite(sdLow + sdHigh)) throw new IllegalArgumentException(
				"The SDs of the noise must be 0 HU or more, but are " + sdLow + " and " + sdHigh);
			if (!(Math.abs(correlation) <= 1)) throw new IllegalArgumentException(
				"The correlation must be from -1 to 1, but is " + correlation);
		}

		/**
		 * 100 kV and 140 kV with 0.4 mm of tin, as dual-source scanners have: 64 and 90 keV. At these energies cortical bone
		 * attenuates relative to water as in spectra by Kramers' law (filters of 2.7 mm aluminium and 0.9 mm titanium, and the
		 * tin), behind 25 cm of water, on a detector that weights photons by their energy: 63.8 and 90.2 keV. Two tubes have
		 * independent noise.
		 */
		public static Settings demo(final long seed) {
			return new Settings(new EffectiveEnergies(64, 90), 11, 10, 0, seed);
		}
	}

	private static final int NX = 120;
	private static final int NY = 100;
	private static final int NZ = 14;
	private static final double[] SPACING = { 0.9, 0.8, 4 };

	/** Places of the first voxel in the anatomy. */
	private static final double BESIDE = -(NX - 1) * SPACING[0] / 2;
	private static final double BEHIND = -26;
	private static final double ALONG = 67;

	private static final Geometry GEOMETRY = new Geometry(new Vector(SPACING[0], 0, 0), new Vector(0, SPACING[1], 0),
		new Vector(0, 0, SPACING[2]), new Vector(-48.7, -131.2, 902.5), Optional.of(
			"2.25.171803398874989484820458683436563811772"));

	/** What scanners cut off. */
	private static final int LEAST = -1024;
	private static final int GREATEST = 3071;

	/** How far regions stay from the edges of their tissue, in mm. */
	private static final double CANAL_MARGIN = 1.5;
	private static final double LIGAMENT_MARGIN = 0.8;
	private static final double DISC_MARGIN = 2;
	private static final double BODY_MARGIN = 4;

	/** Streaks of metal in HU beside it, in both images: tin hardens the beam, which weakens them. */
	private static final double[] STREAK = { 160, 75 };
	private static final double STREAK_LENGTH = 28;
	private static final int STREAK_ARMS = 7;

	/** Whether a place is inside a region. */
	private interface Shape {

		boolean has(double beside, double behind, double along);
	}

	/**
	 * Makes a patient; the same settings and number give the same voxels, on every computer.
	 *
	 * @param number of the patient, from 1
	 * @param metal  whether there are screws and rods
	 */
	public static DectPhantom create(final Settings settings, final int number, final boolean metal) {
		final Random random = new Random(settings.seed * 1_000_003L + number);
		final CanalAnatomy anatomy = new CanalAnatomy(0.95 + 0.08 * limited(random), 4.3 + 0.45 * limited(random), metal);
		final double louder = Math.exp(0.15 * limited(random));
		final Map<CtTissue, TrueTissue> truth = new EnumMap<>(CtTissue.class);
		for (final CtTissue tissue : CtTissue.values()) {
			final var material = tissue.material(limited(random));
			truth.put(tissue, new TrueTissue(tissue.tissue(), material.hounsfield(settings.energies.low()), material.hounsfield(
				settings.energies.high())));
		}
		if (!metal) truth.remove(CtTissue.METAL);
		final CtTissue[][] tissues = tissues(anatomy);
		final double sdLow = settings.sdLow * louder;
		final double sdHigh = settings.sdHigh * louder;
		final CtNoise noise = new CtNoise(NX, NY, SPACING, random.nextLong());
		final PlanarImg<UnsignedShortType, ShortArray> low = PlanarImgs.unsignedShorts(NX, NY, NZ, 1, 1);
		final PlanarImg<UnsignedShortType, ShortArray> high = PlanarImgs.unsignedShorts(NX, NY, NZ, 1, 1);
		for (int z = 0; z < NZ; z++) {
			final double[] a = noise.plane();
			final double[] b = noise.plane();
			final short[] lows = low.getPlane(z).getCurrentStorageArray();
			final short[] highs = high.getPlane(z).getCurrentStorageArray();
			for (int i = 0; i < lows.length; i++) {
				final TrueTissue tissue = truth.get(tissues[z][i]);
				final double streak = streak(anatomy.streakSources(along(z)), beside(i), behind(i));
				final double own = settings.correlation * a[i] + Math.sqrt(1 - settings.correlation * settings.correlation) *
					b[i];
				lows[i] = code(tissue.low + STREAK[0] * streak + sdLow * a[i]);
				highs[i] = code(tissue.high + STREAK[1] * streak + sdHigh * own);
			}
		}
		return new DectPhantom(String.format("P%02d", number), image("low", low, 100), image("high", high, 140), List.copyOf(
			truth.values()), regions(anatomy, tissues, truth), sdLow, sdHigh);
	}

	/** Normal within two SDs. */
	private static double limited(final Random random) {
		return Math.max(-2, Math.min(2, random.nextGaussian()));
	}

	private static double beside(final int pixel) {
		return BESIDE + pixel % NX * SPACING[0];
	}

	private static double behind(final int pixel) {
		return BEHIND + pixel / NX * SPACING[1];
	}

	private static double along(final int z) {
		return ALONG - z * SPACING[2];
	}

	private static CtTissue[][] tissues(final CanalAnatomy anatomy) {
		final CtTissue[][] tissues = new CtTissue[NZ][NX * NY];
		for (int z = 0; z < NZ; z++) {
			final double along = along(z);
			Arrays.setAll(tissues[z], i -> anatomy.at(beside(i), behind(i), along));
		}
		return tissues;
	}

	/** Bright and dark rays from each piece of metal, and a dark band between two. */
	private static double streak(final List<double[]> sources, final double beside, final double behind) {
		double sum = 0;
		for (final double[] source : sources) {
			final double r = Math.hypot(beside - source[0], behind - source[1]);
			sum += Math.cos(STREAK_ARMS * Math.atan2(behind - source[1], beside - source[0])) * Math.exp(-r / STREAK_LENGTH);
			if (Math.abs(beside) < Math.abs(source[0])) sum -= 0.5 * Math.exp(-Math.pow((behind - source[1]) / 3, 2));
		}
		return sum;
	}

	private static short code(final double hounsfield) {
		return (short) (Math.round(Math.max(LEAST, Math.min(GREATEST, hounsfield))) - LEAST);
	}

	private static CalibratedImage image(final String title, final PlanarImg<UnsignedShortType, ShortArray> voxels,
		final double kvp)
	{
		return new CalibratedImage(title, voxels, new ValueScale(1, LEAST, "HU"), Optional.of(GEOMETRY), Collections.nCopies(NZ,
			PlaneLabel.empty().with(PlaneLabel.KV, kvp)), Map.of("0008,0060 Modality", "CT"));
	}

	private static List<TrueRegion> regions(final CanalAnatomy anatomy, final CtTissue[][] tissues,
		final Map<CtTissue, TrueTissue> truth)
	{
		final List<TrueRegion> regions = new ArrayList<>();
		for (int i = 0; i < 2; i++) {
			final Vertebra above = CanalAnatomy.VERTEBRAE.get(i);
			final String level = above.name() + "-" + CanalAnatomy.VERTEBRAE.get(i + 1).name().substring(1);
			regions.add(region(level + "_DC", tissues, truth, (beside, behind, along) -> anatomy.inCanal(above, beside, behind,
				along, CANAL_MARGIN)));
			regions.add(region(level + "_LF left", tissues, truth, (beside, behind, along) -> anatomy.inLigament(above, 1,
				beside, behind, along, LIGAMENT_MARGIN)));
			regions.add(region(level + "_LF right", tissues, truth, (beside, behind, along) -> anatomy.inLigament(above, -1,
				beside, behind, along, LIGAMENT_MARGIN)));
			regions.add(region(level + "_IVD", tissues, truth, (beside, behind, along) -> CanalAnatomy.inDisc(above, beside,
				behind, along, DISC_MARGIN)));
		}
		final Vertebra middle = CanalAnatomy.VERTEBRAE.get(1);
		regions.add(region("L4_VB", tissues, truth, (beside, behind, along) -> middle.hasInBody(along, behind, beside,
			BODY_MARGIN) && Math.abs(beside) < 9));
		regions.add(region("muscle", tissues, truth, (beside, behind, along) -> Math.hypot(beside - 41, behind + 2) < 9));
		return List.copyOf(regions);
	}

	private static TrueRegion region(final String name, final CtTissue[][] tissues,
		final Map<CtTissue, TrueTissue> truth, final Shape shape)
	{
		final List<Run> runs = new ArrayList<>();
		double low = 0;
		double high = 0;
		for (int z = 0; z < NZ; z++)
			for (int i = 0; i < NX * NY; i++)
				if (shape.has(beside(i), behind(i), along(z))) {
					runs.add(new Run(z, i / NX, i % NX, i % NX + 1));
					low += truth.get(tissues[z][i]).low;
					high += truth.get(tissues[z][i]).high;
				}
		return new TrueRegion(new Region(name, runs), low / runs.size(), high / runs.size());
	}
}
