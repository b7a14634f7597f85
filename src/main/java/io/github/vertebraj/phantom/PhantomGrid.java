package io.github.vertebraj.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.Region.Run;
import io.github.vertebraj.phantom.LumbarAnatomy.Point;

/** The voxels in which the anatomy is seen: no two sizes or spacings are equal, so that mixed-up axes are noticed. */
final class PhantomGrid {

	/** Whether a place is inside a region. */
	private interface Shape {

		boolean has(SpineCurve.Place place, double beside);
	}

	/**
	 * What a region is of.
	 *
	 * @param above index of the vertebra whose body or disc it is
	 */
	record Target(Region region, TissueKind kind, int above, double adc) {}

	/**
	 * Where the voxels lie: sagittal, tilted; rows run backwards, columns to the feet, slices from the patient's left to
	 * the right.
	 *
	 * @param size    number of voxels along x, y, z
	 * @param spacing in mm
	 * @param turn    tilt of the slices about the long axis of the body, in degrees
	 * @param origin  centre of the first voxel
	 * @param frame   of reference
	 * @param scale   size of the patient; 1 is usual
	 */
	record Layout(List<Integer> size, Vector spacing, double turn, Vector origin, Optional<String> frame, double scale) {

		static final Layout USUAL = new Layout(List.of(96, 176, 11), new Vector(1.5, 1.2, 4), 7, new Vector(12.5, -83.7,
			61.9), Optional.of("2.25.270189464117894208340132271651424190061"), 1);

		private static final double LEAN = Math.toRadians(4);

		Geometry geometry() {
			final double angle = Math.toRadians(turn);
			final Vector x = new Vector(Math.sin(angle), Math.cos(angle), 0);
			final Vector down = new Vector(0, 0, -1);
			final Vector y = down.times(Math.cos(LEAN)).plus(x.cross(down).times(Math.sin(LEAN)));
			return new Geometry(x.times(spacing.x()), y.times(spacing.y()), x.cross(y).times(spacing.z()), origin, frame);
		}
	}

	/** Of the usual layout. */
	static final Geometry GEOMETRY = Layout.USUAL.geometry();

	/** How far regions stay from the edges of their tissue, in mm. */
	private static final double MARGIN = 3.6;
	private static final double DISC_MARGIN = 2;
	/** Regions keep to the middle of the bodies, in mm from the midline. */
	private static final double MIDDLE = 13;

	private final LumbarAnatomy anatomy;
	private final Layout layout;
	private final int nx;
	private final int ny;
	private final int nz;
	private final Point[] points;

	/** A patient of usual size with two lesions. */
	PhantomGrid() {
		this(Layout.USUAL, new LumbarAnatomy());
	}

	PhantomGrid(final Layout layout, final LumbarAnatomy anatomy) {
		this.anatomy = anatomy;
		this.layout = layout;
		nx = layout.size.get(0);
		ny = layout.size.get(1);
		nz = layout.size.get(2);
		points = new Point[nx * ny];
		for (int i = 0; i < points.length; i++)
			points[i] = anatomy.point((i % nx - (nx - 1) / 2.0) * layout.spacing.x() / layout.scale, (i / nx - (ny - 1) / 2.0) *
				layout.spacing.y() / layout.scale);
	}

	/** The size of an image of so many frames. */
	long[] size(final int frames) {
		return new long[] { nx, ny, nz, frames, 1 };
	}

	/** What each voxel is made of, by slice; x runs fastest. */
	Tissue[][] tissues() {
		final Tissue[][] tissues = new Tissue[nz][points.length];
		for (int z = 0; z < nz; z++)
			for (int i = 0; i < points.length; i++)
				tissues[z][i] = anatomy.at(points[i], beside(z));
		return tissues;
	}

	private double beside(final int z) {
		return (z - (nz - 1) / 2) * layout.spacing.z() / layout.scale;
	}

	/** The index of the vertebra in whose body a voxel lies; -1 if in none. */
	int bodyAt(final int i, final int z) {
		return LumbarAnatomy.bodyAt(points[i], beside(z)).map(LumbarAnatomy.VERTEBRAE::indexOf).orElse(-1);
	}

	/** Bodies without a lesion, the lesions, and the discs from L1-2 to L5-S1, from head to feet. */
	List<Target> regions() {
		final List<Target> regions = new ArrayList<>();
		for (int i = 1; i <= 5; i++) {
			regions.add(body(i));
			regions.add(disc(i));
		}
		return List.copyOf(regions);
	}

	/** A lesion in L5 that the diffusion study does not have. */
	Region thirdLesion() {
		return region("L5_VB lesion", (place, beside) -> LumbarAnatomy.inThirdLesion(place.along(), place.behind(), beside,
			MARGIN));
	}

	/** The place in the anatomy (mm) of a place in the patient, without the dust of the way there and back. */
	static Vector inAnatomy(final Vector patient) {
		final double[] voxel = GEOMETRY.toVoxel(patient);
		final List<Integer> size = Layout.USUAL.size;
		final Vector spacing = Layout.USUAL.spacing;
		return new Vector(clean((voxel[0] - (size.get(0) - 1) / 2.0) * spacing.x()), clean((voxel[1] - (size.get(1) - 1) / 2.0) *
			spacing.y()), clean((voxel[2] - (size.get(2) - 1) / 2.0) * spacing.z()));
	}

	private static double clean(final double place) {
		return Math.rint(place * 1e6) / 1e6;
	}

	private Target body(final int i) {
		final Vertebra vertebra = LumbarAnatomy.VERTEBRAE.get(i);
		final String name = vertebra.name() + "_VB ";
		if (anatomy.hasLesions() && vertebra.name().equals("L2")) return new Target(region(name + "lesion", (place,
			beside) -> LumbarAnatomy.inLowLesion(place.along(), place.behind(), beside, MARGIN)), TissueKind.LYTIC, i,
			LumbarAnatomy.LOW_LESION_ADC);
		if (anatomy.hasLesions() && vertebra.name().equals("L4")) return new Target(region(name + "lesion", (place,
			beside) -> LumbarAnatomy.inHighLesion(place.along(), place.behind(), beside, MARGIN)), TissueKind.HAEMANGIOMA, i,
			LumbarAnatomy.HIGH_LESION_ADC);
		return new Target(region(anatomy.hasLesions() ? name + "normal" : name.strip(), (place, beside) -> vertebra.hasInBody(
			place.along(), place.behind(), beside, MARGIN)), TissueKind.MARROW, i, Tissue.MARROW.adc());
	}

	private Target disc(final int i) {
		final Vertebra above = LumbarAnatomy.VERTEBRAE.get(i);
		final Vertebra below = LumbarAnatomy.VERTEBRAE.get(i + 1);
		final String lower = below.name().startsWith("L") ? below.name().substring(1) : below.name();
		return new Target(region(above.name() + "-" + lower + "_IVD", (place, beside) -> {
			final double along = place.along();
			final double behind = place.behind();
			final boolean nearBone = above.hasInBody(along, behind, beside, -1) || below.hasInBody(along, behind, beside, -1);
			return !nearBone && above.hasInDisc(along, behind, beside, DISC_MARGIN);
		}), TissueKind.DISC, i, LumbarAnatomy.discAdc(i));
	}

	private Region region(final String name, final Shape shape) {
		final List<Run> runs = new ArrayList<>();
		for (int z = 0; z < nz; z++) {
			final double beside = beside(z);
			if (Math.abs(beside) > MIDDLE) continue;
			for (int i = 0; i < points.length; i++)
				if (shape.has(points[i].place(), beside)) runs.add(new Run(z, i / nx, i % nx, i % nx + 1));
		}
		return new Region(name, runs);
	}

	/** Voxels of a tissue of which all eight neighbours in the slice are too. */
	Target inside(final String name, final TissueKind kind, final Tissue[][] planes) {
		final List<Run> runs = new ArrayList<>();
		for (int z = 0; z < nz; z++)
			for (int y = 1; y < ny - 1; y++)
				for (int x = 1; x < nx - 1; x++) {
					boolean isInside = true;
					for (int k = 0; k < 9; k++)
						isInside &= planes[z][(y + k / 3 - 1) * nx + x + k % 3 - 1].kind() == kind;
					if (isInside) runs.add(new Run(z, y, x, x + 1));
				}
		return new Target(new Region(name, runs), kind, -1, Double.NaN);
	}
}
