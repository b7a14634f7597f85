package io.github.vertebraj.phantom;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.ValueScale;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.DoubleArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A diffusion-weighted study of a lumbar spine with known truth: L1-L5 with discs, normal marrow, a lesion in L2 whose
 * ADC is under and one in L4 whose ADC is over the usual cut-off, cerebrospinal fluid, muscle, fat and air. Sagittal
 * slices, tilted in the patient, of 96 × 176 × 11 voxels of 1.5 × 1.2 × 4 mm. Each voxel is of one tissue that decays
 * with one exponential, so that the truth is exact everywhere.
 *
 * @param dwi     16-bit magnitude with noise; t rises with b, one component, labels {@code b=500}
 * @param signal  the same without noise and rounding
 * @param adc     true ADC in 10^-3 mm²/s, one frame; NaN in air
 * @param regions well inside their tissue, from head to feet
 */
public record LumbarPhantom(CalibratedImage dwi, CalibratedImage signal, CalibratedImage adc,
	List<TrueRegion> regions)
{

	/**
	 * A region and its truth.
	 *
	 * @param region named in the grammar of region names
	 * @param adc    in 10^-3 mm²/s, the same in all of its voxels
	 */
	public record TrueRegion(Region region, double adc) {}

	/**
	 * How the phantom is made.
	 *
	 * @param bValues in s/mm², rising
	 * @param snr     signal of normal marrow at b = 0, about L3, over the SD of the noise in each channel; infinite for
	 *                no noise
	 * @param seed    of the noise
	 */
	public record Settings(List<Double> bValues, double snr, long seed) {

		/**
		 * @throws IllegalArgumentException if the b-values do not rise from 0 or more, or the SNR is not above 0
		 */
		public Settings {
			bValues = List.copyOf(bValues);
			if (bValues.isEmpty()) throw new IllegalArgumentException("A phantom needs at least one b-value");
			for (int i = 0; i < bValues.size(); i++)
				if (!(bValues.get(i) >= (i == 0 ? 0 : Math.nextUp(bValues.get(i - 1))))) throw new IllegalArgumentException(
					"b-values must rise from 0 or more, but are " + bValues);
			if (!(snr > 0)) throw new IllegalArgumentException("The SNR must be above 0, but is " + snr);
		}

		/** b = 0, 500, 1000 s/mm², SNR 40. */
		public static Settings demo() {
			return new Settings(List.of(0.0, 500.0, 1000.0), 40, 1);
		}
	}

	private static final ValueScale ADC_SCALE = new ValueScale(1, 0, "10^-3 mm^2/s");

	/** Makes the phantom; the same settings give the same voxels, on every computer. */
	public static LumbarPhantom create(final Settings settings) {
		final PhantomGrid grid = new PhantomGrid();
		final Tissue[][] planes = grid.tissues();
		final List<Double> bValues = settings.bValues;
		final long[] size = grid.size(bValues.size());
		final PlanarImg<UnsignedShortType, ShortArray> dwi = PlanarImgs.unsignedShorts(size);
		final PlanarImg<DoubleType, DoubleArray> signal = PlanarImgs.doubles(size);
		final PlanarImg<FloatType, FloatArray> adc = PlanarImgs.floats(grid.size(1));
		final RicianNoise noise = new RicianNoise(Tissue.MARROW.signal() / settings.snr, settings.seed);
		final List<PlaneLabel> labels = new ArrayList<>();
		for (int t = 0; t < bValues.size(); t++)
			for (int z = 0; z < planes.length; z++) {
				labels.add(PlaneLabel.empty().with(PlaneLabel.B, bValues.get(t)));
				final short[] noisy = dwi.getPlane(labels.size() - 1).getCurrentStorageArray();
				final double[] clean = signal.getPlane(labels.size() - 1).getCurrentStorageArray();
				for (int i = 0; i < noisy.length; i++) {
					clean[i] = planes[z][i].signalAt(bValues.get(t));
					noisy[i] = (short) Math.min(0xffff, Math.round(noise.on(clean[i])));
				}
			}
		for (int z = 0; z < planes.length; z++) {
			final float[] truth = adc.getPlane(z).getCurrentStorageArray();
			for (int i = 0; i < truth.length; i++)
				truth[i] = (float) planes[z][i].adc();
		}
		final List<PlaneLabel> unlabelled = Collections.nCopies(planes.length, PlaneLabel.empty());
		return new LumbarPhantom( //
			image("Lumbar phantom", dwi, ValueScale.IDENTITY, labels), //
			image("Lumbar phantom without noise", signal, ValueScale.IDENTITY, labels), //
			image("True ADC", adc, ADC_SCALE, unlabelled), grid.regions().stream().map(target -> new TrueRegion(target.region(),
				target.adc())).toList());
	}

	private static CalibratedImage image(final String title, final RandomAccessibleInterval<? extends RealType<?>> voxels,
		final ValueScale scale, final List<PlaneLabel> labels)
	{
		return new CalibratedImage(title, voxels, scale, Optional.of(PhantomGrid.GEOMETRY), labels, Map.of(
			"0008,0060 Modality", "MR"));
	}
}
