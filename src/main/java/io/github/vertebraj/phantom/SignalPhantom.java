package io.github.vertebraj.phantom;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.ValueScale;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Images of several contrasts of one invented patient, the lumbar spine of {@link LumbarPhantom} with a lytic lesion in
 * L2, a haemangioma in L4 and a blastic lesion in L5. Each tissue has one signal, without the shading of a coil, so that
 * ratios are known. All images are of 96 × 176 × 11 voxels of 1.5 × 1.2 × 4 mm but STIR, whose 72 × 132 × 9 voxels of
 * 2 × 1.6 × 4.7 mm are turned by 3° in the same frame of reference.
 *
 * @param t1      16-bit magnitude with noise, as are the next three
 * @param t2      without fat suppression
 * @param stir    T2 with suppressed fat, on a grid of its own
 * @param dwi     b = 800 s/mm², label {@code b=800}
 * @param adc     float, in 10^-3 mm²/s, without noise; NaN in air
 * @param regions well inside their tissue on the grid of T1, from head to feet
 */
public record SignalPhantom(CalibratedImage t1, CalibratedImage t2, CalibratedImage stir, CalibratedImage dwi,
	CalibratedImage adc, List<TrueRegion> regions)
{

	/**
	 * A region and the true signals in all of its voxels.
	 *
	 * @param finding what was put there
	 * @param adc     in 10^-3 mm²/s
	 */
	public record TrueRegion(Region region, String finding, double t1, double t2, double stir, double dwi, double adc) {

		private static TrueRegion of(final Region region, final String finding, final Tissue tissue) {
			return new TrueRegion(region, finding, tissue.kind().t1(), tissue.kind().t2(), tissue.kind().fatSuppressed(),
				diffusionWeighted(tissue), tissue.adc());
		}
	}

	private static final double B = 800;
	private static final double NOISE = 6;
	private static final Tissue BLASTIC = new Tissue(TissueKind.BLASTIC, 0, Tissue.MARROW.adc());
	private static final int[] SIZE = { 96, 176, 11 };
	private static final int[] STIR_SIZE = { 72, 132, 9 };
	private static final double[] STIR_SPACING = { 2, 1.6, 4.7 };

	/**
	 * Makes the phantom; the same seed gives the same voxels, on every computer.
	 *
	 * @param seed of the noise
	 */
	public static SignalPhantom create(final long seed) {
		final Tissue[][] tissues = tissues(PhantomGrid.GEOMETRY, SIZE);
		final Tissue[][] turned = tissues(stirGeometry(), STIR_SIZE);
		final PlaneLabel none = PlaneLabel.empty();
		final PlanarImg<FloatType, FloatArray> adc = PlanarImgs.floats(SIZE[0], SIZE[1], SIZE[2], 1, 1);
		for (int z = 0; z < SIZE[2]; z++) {
			final float[] plane = adc.getPlane(z).getCurrentStorageArray();
			for (int i = 0; i < plane.length; i++)
				plane[i] = (float) tissues[z][i].adc();
		}
		return new SignalPhantom( //
			magnitude("T1", tissues, PhantomGrid.GEOMETRY, SIZE, none, tissue -> tissue.kind().t1(), seed), //
			magnitude("T2", tissues, PhantomGrid.GEOMETRY, SIZE, none, tissue -> tissue.kind().t2(), seed + 1), //
			magnitude("STIR", turned, stirGeometry(), STIR_SIZE, none, tissue -> tissue.kind().fatSuppressed(), seed + 2), //
			magnitude("DWI", tissues, PhantomGrid.GEOMETRY, SIZE, none.with(PlaneLabel.B, B), SignalPhantom::diffusionWeighted,
				seed + 3), //
			image("ADC", adc, new ValueScale(1, 0, "10^-3 mm^2/s"), PhantomGrid.GEOMETRY, none), trueRegions());
	}

	private static double diffusionWeighted(final Tissue tissue) {
		return tissue.kind() == TissueKind.AIR ? 0 : tissue.kind().fatSuppressed() * Math.exp(-B * tissue.adc() / 1000);
	}

	/** The middle of the volume is that of the others. */
	private static Geometry stirGeometry() {
		final Geometry main = PhantomGrid.GEOMETRY;
		final double turn = Math.toRadians(3);
		final Vector x = main.xStep().times(1 / main.spacing(0));
		final Vector y = main.yStep().times(1 / main.spacing(1));
		final Vector z = main.zStep().times(1 / main.spacing(2));
		final Vector xStep = x.times(Math.cos(turn)).plus(z.times(Math.sin(turn))).times(STIR_SPACING[0]);
		final Vector yStep = y.times(STIR_SPACING[1]);
		final Vector zStep = z.times(Math.cos(turn)).minus(x.times(Math.sin(turn))).times(STIR_SPACING[2]);
		final Vector middle = main.toPatient((SIZE[0] - 1) / 2.0, (SIZE[1] - 1) / 2.0, (SIZE[2] - 1) / 2.0);
		return new Geometry(xStep, yStep, zStep, middle.minus(xStep.times((STIR_SIZE[0] - 1) / 2.0)).minus(yStep.times(
			(STIR_SIZE[1] - 1) / 2.0)).minus(zStep.times((STIR_SIZE[2] - 1) / 2.0)), main.frameOfReference());
	}

	private static Tissue[][] tissues(final Geometry geometry, final int[] size) {
		final LumbarAnatomy anatomy = new LumbarAnatomy();
		final Tissue[][] tissues = new Tissue[size[2]][size[0] * size[1]];
		for (int k = 0; k < size[2]; k++)
			for (int i = 0; i < size[0] * size[1]; i++) {
				final Vector at = PhantomGrid.inAnatomy(geometry.toPatient(i % size[0], i / size[0], k));
				final LumbarAnatomy.Point point = anatomy.point(at.x(), at.y());
				final Tissue tissue = anatomy.isOutside(point) ? Tissue.AIR : anatomy.tissue(point, at.z());
				final boolean isThird = tissue.kind() == TissueKind.MARROW && LumbarAnatomy.inThirdLesion(point.place().along(),
					point.place().behind(), at.z(), 0);
				tissues[k][i] = isThird ? BLASTIC : tissue;
			}
		return tissues;
	}

	private static CalibratedImage magnitude(final String title, final Tissue[][] tissues, final Geometry geometry,
		final int[] size, final PlaneLabel label, final ToDoubleFunction<Tissue> signal, final long seed)
	{
		final PlanarImg<UnsignedShortType, ShortArray> voxels = PlanarImgs.unsignedShorts(size[0], size[1], size[2], 1, 1);
		final RicianNoise noise = new RicianNoise(NOISE, seed);
		for (int z = 0; z < size[2]; z++) {
			final short[] plane = voxels.getPlane(z).getCurrentStorageArray();
			for (int i = 0; i < plane.length; i++)
				plane[i] = (short) Math.round(noise.on(signal.applyAsDouble(tissues[z][i])));
		}
		return image(title, voxels, ValueScale.IDENTITY, geometry, label);
	}

	private static CalibratedImage image(final String title, final RandomAccessibleInterval<? extends RealType<?>> voxels,
		final ValueScale scale, final Geometry geometry, final PlaneLabel label)
	{
		return new CalibratedImage(title, voxels, scale, Optional.of(geometry), Collections.nCopies((int) voxels.dimension(2),
			label), Map.of("0008,0060 Modality", "MR"));
	}

	private static List<TrueRegion> trueRegions() {
		final PhantomGrid grid = new PhantomGrid();
		final List<TrueRegion> regions = new ArrayList<>();
		for (final PhantomGrid.Target region : grid.regions())
			regions.add(switch (region.region().name()) {
				case "L2_VB lesion" -> TrueRegion.of(region.region(), "lytic", new Tissue(TissueKind.LYTIC, 0, region.adc()));
				case "L4_VB lesion" -> TrueRegion.of(region.region(), "haemangioma", new Tissue(TissueKind.HAEMANGIOMA, 0, region
					.adc()));
				case "L5_VB normal" -> TrueRegion.of(grid.thirdLesion(), "blastic", BLASTIC);
				default -> region.region().name().endsWith("normal") ? TrueRegion.of(region.region(), "marrow", Tissue.MARROW)
					: TrueRegion.of(region.region(), "disc", new Tissue(TissueKind.DISC, 0, region.adc()));
			});
		return List.copyOf(regions);
	}
}
