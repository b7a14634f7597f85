package io.github.vertebraj.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.ValueScale;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.type.numeric.integer.UnsignedShortType;

/**
 * A diffusion-weighted study of a lumbar spine with known truth.
 *
 * @param dwi     16-bit, x, y, z, t (b rising), one component
 * @param regions with the ADC that they were made with
 */
public record LumbarPhantom(CalibratedImage dwi, List<TrueRegion> regions) {

	/**
	 * A region and its truth.
	 *
	 * @param adc in 10^-3 mm²/s
	 */
	public record TrueRegion(Region region, double adc) {}

	/**
	 * How the phantom is made.
	 *
	 * @param bValues in s/mm², rising
	 * @param snr     signal of normal marrow at b = 0 over the SD of the noise in each channel; infinite for no noise
	 * @param seed    of the noise
	 */
	public record Settings(List<Double> bValues, double snr, long seed) {

		/** b = 0, 500, 1000; SNR 40. */
		public static Settings demo() {
			return new Settings(List.of(0d, 500d, 1000d), 40, 1);
		}
	}

	/** Makes the phantom. */
	public static LumbarPhantom create(final Settings settings) {
		final int t = settings.bValues.size();
		final ArrayImg<UnsignedShortType, ShortArray> img = ArrayImgs.unsignedShorts(96, 176, 11, t, 1);
		final short[] data = img.update(null).getCurrentStorageArray();
		final Random random = new Random(settings.seed);
		final List<Region> r = new ArrayList<>();
		final List<TrueRegion> regions = new ArrayList<>();
		for (int l = 0; l < 5; l++) {
			final double adc = l == 1 ? 0.7 : l == 3 ? 1.7 : 0.45;
			final List<Region.Run> runs = new ArrayList<>();
			for (int z = 2; z < 9; z++)
				for (int y = 10 + l * 32; y < 32 + l * 32; y++) {
					runs.add(new Region.Run(z, y, 40, 60));
					for (int b = 0; b < t; b++)
						for (int x = 38; x < 62; x++)
							data[((b * 11 + z) * 176 + y) * 96 + x] = (short) Math.max(0, 600 * Math.exp(-settings.bValues.get(b) *
								adc / 1000) + 600 / settings.snr * random.nextGaussian());
				}
			regions.add(new TrueRegion(new Region("L" + (l + 1) + "_VB " + (l % 2 == 0 ? "normal" : "lesion"), runs), adc));
		}
		final List<PlaneLabel> labels = new ArrayList<>();
		for (final double b : settings.bValues)
			for (int z = 0; z < 11; z++)
				labels.add(PlaneLabel.empty().with(PlaneLabel.B, b));
		final Geometry geometry = new Geometry(new Vector(0, 1.5, 0), new Vector(0, 0, -1.2), new Vector(-4, 0, 0),
			new Vector(20, -60, 90), Optional.of("2.25.1"));
		return new LumbarPhantom(new CalibratedImage("Lumbar phantom", img, ValueScale.IDENTITY, Optional.of(geometry), labels,
			Map.of("0008,0060 Modality", "MR")), regions);
	}
}
