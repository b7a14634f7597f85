package io.github.vertebraj.phantom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.vertebraj.fatfraction.FatSpectrum;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry.Vector;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.ValueScale;

import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.integer.UnsignedShortType;

/**
 * Water-fat images of a lumbar spine with known truth, as a scanner at 1.5 T would give them: water and fat; in and
 * opposed phase at 4.6 and 2.3 ms; three magnitudes in, opposed and in phase at 4.6, 6.9 and 9.2 ms. Magnitudes with
 * Rician noise, 16-bit. Fat has six peaks, so that models without a spectrum read less than the truth: what they read
 * without noise stands beside it. Each voxel has the fat fraction and R2* of its tissue, marrow that of its vertebra.
 *
 * @param water        axes x, y, z, one frame and component; label {@code component=water}
 * @param fat          likewise
 * @param inPhase      likewise, {@code te=4.6; component=in-phase}
 * @param opposedPhase likewise, {@code te=2.3; component=opposed-phase}
 * @param echoes       t three echoes, labels {@code te=4.6; component=magnitude}
 * @param regions      bodies and discs from head to feet, and muscle and fat if all voxels are large enough for them
 */
public record DixonPhantom(CalibratedImage water, CalibratedImage fat, CalibratedImage inPhase,
	CalibratedImage opposedPhase, CalibratedImage echoes, List<TrueRegion> regions)
{

	/** In T. */
	public static final double FIELD_STRENGTH = 1.5;

	/**
	 * A region and its truth, the same in all of its voxels. Models without a spectrum are told what dominates.
	 *
	 * @param percent    fat fraction
	 * @param r2Star     in 1/s
	 * @param inOpposed  fat fraction in % that in and opposed phase give without noise
	 * @param threePoint fat fraction in % that the three echoes give without noise
	 */
	public record TrueRegion(Region region, double percent, double r2Star, double inOpposed, double threePoint) {

		/** Whether most of it is fat. */
		public boolean isFat() {
			return percent > HALF;
		}
	}

	/**
	 * How the phantom is made.
	 *
	 * @param layout     of the voxels
	 * @param marrow     fat fraction in % of the bodies from L1 to L5
	 * @param hasLesions whether there is a plasma-cell lesion in L2 (7 %) and a haemangioma in L4 (64 %)
	 * @param snr        signal of marrow over the SD of the noise in each channel; infinite for no noise
	 * @param seed       of the noise
	 */
	record Settings(PhantomGrid.Layout layout, List<Double> marrow, boolean hasLesions, double snr, long seed) {}

	private static final double HALF = 50;
	private static final double IN = 4.6;
	private static final double OPPOSED = 2.3;
	private static final double[] ECHOES = { IN, 6.9, 9.2 };

	/** The patient of the demo: normal marrow, more fat from level to level, and two lesions. */
	public static DixonPhantom demo(final double snr) {
		return create(new Settings(new PhantomGrid.Layout(List.of(112, 152, 9), new Vector(1.3, 1.4, 5), 5, new Vector(14.2,
			-78.9, 55.3), Optional.empty(), 1), List.of(36.0, 38.5, 41.0, 43.5, 46.0), true, snr, 4));
	}

	/** Makes the phantom; the same settings give the same voxels, on every computer. */
	static DixonPhantom create(final Settings settings) {
		return new Maker(settings).make();
	}

	/** Makes one phantom. */
	private static final class Maker {

		private final Settings settings;
		private final PhantomGrid grid;
		private final Tissue[][] planes;
		private final RicianNoise noise;
		private final double[] hertz = FatSpectrum.of(6).hertz(FIELD_STRENGTH);
		private final double[] amplitudes = FatSpectrum.of(6).amplitudes().stream().mapToDouble(a -> a).toArray();

		private Maker(final Settings settings) {
			this.settings = settings;
			grid = new PhantomGrid(settings.layout, new LumbarAnatomy(settings.hasLesions));
			planes = grid.tissues();
			noise = new RicianNoise(TissueKind.MARROW.density() / settings.snr, settings.seed);
		}

		private DixonPhantom make() {
			final double[][] fraction = new double[planes.length][];
			for (int z = 0; z < planes.length; z++) {
				fraction[z] = new double[planes[z].length];
				for (int i = 0; i < fraction[z].length; i++)
					fraction[z][i] = percent(planes[z][i].kind(), planes[z][i].kind() == TissueKind.MARROW ? grid.bodyAt(i,
						z) : -1) / 100;
			}
			final List<PhantomGrid.Target> targets = new ArrayList<>(grid.regions());
			if (settings.hasLesions) {
				targets.add(grid.inside("muscle", TissueKind.MUSCLE, planes));
				targets.add(grid.inside("fat", TissueKind.FAT, planes));
			}
			final PlaneLabel label = PlaneLabel.empty();
			return new DixonPhantom(image("water", List.of(label.with(PlaneLabel.COMPONENT, "water")), (tissue, f,
				t) -> 1 - f, fraction), image("fat", List.of(label.with(PlaneLabel.COMPONENT, "fat")), (tissue, f, t) -> f,
					fraction), image("in phase", List.of(label.with(PlaneLabel.TE, IN).with(PlaneLabel.COMPONENT, "in-phase")),
						(tissue, f, t) -> echo(f, tissue.r2Star(), IN), fraction), image("opposed phase", List.of(label.with(
							PlaneLabel.TE, OPPOSED).with(PlaneLabel.COMPONENT, "opposed-phase")), (tissue, f, t) -> echo(f, tissue
								.r2Star(), OPPOSED), fraction), image("three echoes", Arrays.stream(ECHOES).mapToObj(te -> label.with(
									PlaneLabel.TE, te).with(PlaneLabel.COMPONENT, "magnitude")).toList(), (tissue, f, t) -> echo(f, tissue
										.r2Star(), ECHOES[t]), fraction), targets.stream().map(this::truth).toList());
		}

		private double percent(final TissueKind kind, final int vertebra) {
			if (kind == TissueKind.AIR) return 0;
			if (kind != TissueKind.MARROW) return kind.percent();
			final List<Double> marrow = settings.marrow;
			// T12, the sacrum and the arches are like their neighbours
			return marrow.get(Math.max(0, Math.min(marrow.size() - 1, vertebra < 0 ? marrow.size() / 2 : vertebra - 1)));
		}

		private TrueRegion truth(final PhantomGrid.Target target) {
			final TissueKind kind = target.kind();
			final double percent = percent(kind, target.above());
			final double f = percent / 100;
			final double r2Star = kind.r2Star();
			final double sign = percent > HALF ? -1 : 1;
			final double in = echo(f, r2Star, IN);
			final double middle = in * Math.pow(echo(f, r2Star, ECHOES[2]) / in, (ECHOES[1] - IN) / (ECHOES[2] - IN));
			return new TrueRegion(target.region(), percent, r2Star, 50 * (in - sign * echo(f, r2Star, OPPOSED)) / in, 50 *
				(middle - sign * echo(f, r2Star, ECHOES[1])) / middle);
		}

		/** The magnitude at an echo time in ms, of water and fat that are one together at the time 0. */
		private double echo(final double f, final double r2Star, final double te) {
			double real = 1 - f;
			double imaginary = 0;
			for (int p = 0; p < hertz.length; p++) {
				real += f * amplitudes[p] * Math.cos(2 * Math.PI * hertz[p] * te / 1000);
				imaginary += f * amplitudes[p] * Math.sin(2 * Math.PI * hertz[p] * te / 1000);
			}
			return Math.hypot(real, imaginary) * Math.exp(-r2Star * te / 1000);
		}

		private CalibratedImage image(final String title, final List<PlaneLabel> frames, final Signal signal,
			final double[][] fraction)
		{
			final PlanarImg<UnsignedShortType, ShortArray> voxels = PlanarImgs.unsignedShorts(grid.size(frames.size()));
			final List<PlaneLabel> labels = new ArrayList<>();
			for (int t = 0; t < frames.size(); t++) {
				for (int z = 0; z < planes.length; z++) {
					final short[] plane = voxels.getPlane(t * planes.length + z).getCurrentStorageArray();
					for (int i = 0; i < plane.length; i++) {
						final Tissue tissue = planes[z][i];
						plane[i] = (short) Math.round(noise.on(tissue.kind().density() * tissue.gain() * signal.of(tissue
							.kind(), fraction[z][i], t)));
					}
				}
				labels.addAll(Collections.nCopies(planes.length, frames.get(t)));
			}
			return new CalibratedImage(title, voxels, ValueScale.IDENTITY, Optional.of(settings.layout.geometry()), labels, Map
				.of("0008,0060 Modality", "MR", "0018,0087 MagneticFieldStrength", Double.toString(FIELD_STRENGTH)));
		}
	}

	/** The signal of water and fat, one together at the time 0. */
	private interface Signal {

		double of(TissueKind tissue, double fraction, int frame);
	}
}
