package io.github.vertebraj.phantom;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

import io.github.vertebraj.fatfraction.Acquisition;
import io.github.vertebraj.fatfraction.FatSpectrum;
import io.github.vertebraj.fatfraction.PhaseSign;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.Region.Run;
import io.github.vertebraj.image.ValueScale;

import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Complex echoes of water and fat with known truth: fat fractions of 0 to 100 % in steps of 10 along x, R2* of 20, 50,
 * 100 and 150 1/s along y, a field that runs evenly from minus to plus its limit along y and bends along x and z, a
 * smooth phase of the coil, and air with noise around. 114 × 86 × 12 voxels of 1.9 × 2.1 × 5 mm, signal 1000 at the time
 * 0.
 *
 * @param echoes      float, t echoes, c real and imaginary, labels {@code te=1.2; component=real}
 * @param fatFraction truth in %, one frame; NaN in air
 * @param r2Star      truth in 1/s, NaN in air
 * @param field       truth in Hz, NaN in air
 * @param regions     one for each fat fraction and R2*
 */
public record FatPhantom(CalibratedImage echoes, CalibratedImage fatFraction, CalibratedImage r2Star,
	CalibratedImage field, List<TrueRegion> regions)
{

	/**
	 * A region and its truth, which is the same in all of its voxels.
	 *
	 * @param percent fat fraction
	 * @param r2Star  in 1/s
	 */
	public record TrueRegion(Region region, double percent, double r2Star) {}

	/**
	 * How the phantom is made.
	 *
	 * @param acquisition field strength and echo times
	 * @param spectrum    of fat
	 * @param snr         signal at the time 0 over the SD of the noise in each channel; infinite for no noise
	 * @param fieldLimit  the field runs from minus to plus this, in Hz
	 * @param sign        of the phase
	 * @param oddPhase    phase that odd echoes have more, in radians, as a bipolar read-out makes it
	 * @param seed        of the noise
	 */
	public record Settings(Acquisition acquisition, FatSpectrum spectrum, double snr, double fieldLimit, PhaseSign sign,
		double oddPhase, long seed)
	{

		/**
		 * @throws IllegalArgumentException if the SNR is not above 0, or a number is not finite
		 */
		public Settings {
			if (!(snr > 0)) throw new IllegalArgumentException("The SNR must be above 0, but is " + snr);
			if (!Double.isFinite(fieldLimit) || !Double.isFinite(oddPhase)) throw new IllegalArgumentException(
				"The field limit and the phase of odd echoes must be finite, but are " + fieldLimit + " and " + oddPhase);
		}

		/** Six echoes at 1.5 T (1.2, 3.2, ... ms), six peaks, SNR 50, a field of ±300 Hz. */
		public static Settings demo() {
			return new Settings(new Acquisition(1.5, List.of(1.2, 3.2, 5.2, 7.2, 9.2, 11.2)), FatSpectrum.of(6), 50, 300,
				PhaseSign.POSITIVE, 0, 1);
		}
	}

	private static final String MODALITY = "0008,0060 Modality";
	private static final String FIELD_STRENGTH = "0018,0087 MagneticFieldStrength";
	private static final int AIR = 2;
	private static final int STEP_X = 10;
	private static final int STEP_Y = 20;
	private static final int FRACTIONS = 11;
	private static final double[] R2_STARS = { 20, 50, 100, 150 };
	private static final int NX = FRACTIONS * STEP_X + 2 * AIR;
	private static final int NY = R2_STARS.length * STEP_Y + 3 * AIR;
	private static final int NZ = 12;
	private static final double SIGNAL = 1000;
	private static final double BEND = 25;
	private static final Geometry GEOMETRY = new Geometry(new Vector(1.9, 0, 0), new Vector(0, 2.1, 0), new Vector(0, 0,
		5), new Vector(-107.3, -88.1, 41.7), Optional.of("2.25.113895067221649713340257725208114127717"));

	/** Makes the phantom; the same settings give the same voxels, on every computer. */
	public static FatPhantom create(final Settings settings) {
		final PlanarImg<FloatType, FloatArray> echoes = planes(settings.acquisition.echoTimes().size(), 2);
		final PlanarImg<FloatType, FloatArray> fraction = planes(1, 1);
		final PlanarImg<FloatType, FloatArray> r2Star = planes(1, 1);
		final PlanarImg<FloatType, FloatArray> field = planes(1, 1);
		for (int z = 0; z < NZ; z++)
			for (int i = 0; i < NX * NY; i++) {
				final int x = i % NX;
				final int y = i / NX;
				final boolean isAir = isAir(x, y);
				plane(fraction, z)[i] = isAir ? Float.NaN : 10 * ((x - AIR) / STEP_X);
				plane(r2Star, z)[i] = isAir ? Float.NaN : (float) R2_STARS[(y - AIR) / STEP_Y];
				plane(field, z)[i] = isAir ? Float.NaN : (float) fieldAt(settings.fieldLimit, x, y, z);
			}
		final Random random = new Random(settings.seed);
		final List<PlaneLabel> labels = new ArrayList<>();
		final int n = settings.acquisition.echoTimes().size();
		for (int t = 0; t < n; t++)
			for (int z = 0; z < NZ; z++) {
				final PlaneLabel label = PlaneLabel.empty().with(PlaneLabel.TE, settings.acquisition.echoTimes().get(t));
				labels.add(label.with(PlaneLabel.COMPONENT, "real"));
				labels.add(label.with(PlaneLabel.COMPONENT, "imaginary"));
				fill(settings, t, random, plane(fraction, z), plane(r2Star, z), plane(field, z), plane(echoes, t * NZ + z),
					plane(echoes, (n + t) * NZ + z));
			}
		final CalibratedImage signal = image("Fat phantom", echoes, "", labels, new TreeMap<>(Map.of(MODALITY, "MR",
			FIELD_STRENGTH, Double.toString(settings.acquisition.fieldStrength()))));
		return new FatPhantom(signal, truth("True fat fraction", fraction, "%"), truth(
			"True R2*", r2Star, "1/s"), truth("True field", field, "Hz"), cells());
	}

	private static boolean isAir(final int x, final int y) {
		return x < AIR || x >= NX - AIR || y < AIR || y >= AIR + R2_STARS.length * STEP_Y;
	}

	private static double fieldAt(final double limit, final int x, final int y, final int z) {
		final double along = (y - AIR) / (R2_STARS.length * STEP_Y - 1.0);
		final double aside = 2.0 * x / NX - 1;
		final double up = 2.0 * z / NZ - 1;
		final double bend = Math.min(BEND, Math.abs(limit)) * (1 - aside * aside * up);
		return limit * (2 * along - 1) + 4 * bend * along * (1 - along);
	}

	private static void fill(final Settings settings, final int echo, final Random random, final float[] fraction,
		final float[] r2Star, final float[] field, final float[] real, final float[] imaginary)
	{
		final double t = settings.acquisition.echoTimes().get(echo) / 1000;
		final double[] hertz = settings.spectrum.hertz(settings.acquisition.fieldStrength());
		double cr = 0;
		double ci = 0;
		for (int p = 0; p < hertz.length; p++) {
			cr += settings.spectrum.amplitudes().get(p) * Math.cos(2 * Math.PI * hertz[p] * t);
			ci += settings.spectrum.amplitudes().get(p) * Math.sin(2 * Math.PI * hertz[p] * t);
		}
		final double sd = SIGNAL / settings.snr;
		for (int i = 0; i < real.length; i++) {
			if (!Float.isNaN(fraction[i])) {
				final double fat = fraction[i] / 100;
				final double coil = 0.7 + 0.02 * (i % NX) - 0.03 * (i / NX);
				final double turn = 2 * Math.PI * field[i] * t + coil + (echo % 2 == 1 ? settings.oddPhase : 0);
				final double size = SIGNAL * Math.exp(-r2Star[i] * t);
				final double mr = size * (1 - fat + fat * cr);
				final double mi = size * fat * ci;
				real[i] = (float) (mr * Math.cos(turn) - mi * Math.sin(turn));
				imaginary[i] = (float) (settings.sign.factor() * (mr * Math.sin(turn) + mi * Math.cos(turn)));
			}
			real[i] += (float) (sd * random.nextGaussian());
			imaginary[i] += (float) (sd * random.nextGaussian());
		}
	}

	private static List<TrueRegion> cells() {
		final List<TrueRegion> regions = new ArrayList<>();
		for (int j = 0; j < R2_STARS.length; j++)
			for (int i = 0; i < FRACTIONS; i++) {
				final List<Run> runs = new ArrayList<>();
				for (int z = 0; z < NZ; z++)
					for (int y = 0; y < STEP_Y; y++)
						runs.add(new Run(z, AIR + j * STEP_Y + y, AIR + i * STEP_X, AIR + (i + 1) * STEP_X));
				regions.add(new TrueRegion(new Region("FF " + 10 * i + " R2star " + (int) R2_STARS[j], runs), 10 * i,
					R2_STARS[j]));
			}
		return List.copyOf(regions);
	}

	@SuppressWarnings("unchecked")
	private static PlanarImg<FloatType, FloatArray> planes(final int frames, final int components) {
		return (PlanarImg<FloatType, FloatArray>) PlanarImgs.floats(NX, NY, NZ, frames, components);
	}

	private static float[] plane(final PlanarImg<FloatType, FloatArray> image, final int plane) {
		return image.getPlane(plane).getCurrentStorageArray();
	}

	private static CalibratedImage truth(final String title, final PlanarImg<FloatType, FloatArray> voxels,
		final String unit)
	{
		return image(title, voxels, unit, Collections.nCopies(NZ, PlaneLabel.empty()), Map.of(MODALITY, "MR"));
	}

	private static CalibratedImage image(final String title, final PlanarImg<FloatType, FloatArray> voxels,
		final String unit, final List<PlaneLabel> labels, final Map<String, String> tags)
	{
		return new CalibratedImage(title, voxels, new ValueScale(1, 0, unit), Optional.of(GEOMETRY), labels, tags);
	}
}
