package io.github.vertebraj.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.Region.Run;
import io.github.vertebraj.phantom.LumbarAnatomy.Point;
import io.github.vertebraj.phantom.LumbarPhantom.TrueRegion;

/** The voxels in which the anatomy is seen: no two sizes or spacings are equal, so that mixed-up axes are noticed. */
final class PhantomGrid {

	/** Whether a place is inside a region. */
	private interface Shape {

		boolean has(SpineCurve.Place place, double beside);
	}

	private static final int NX = 96;
	private static final int NY = 176;
	private static final int NZ = 11;
	private static final double DX = 1.5;
	private static final double DY = 1.2;
	private static final double DZ = 4;

	/** Sagittal, tilted: rows run backwards, columns to the feet, slices from the patient's left to the right. */
	static final Geometry GEOMETRY = geometry();

	/** How far regions stay from the edges of their tissue, in mm. */
	private static final double MARGIN = 3.6;
	private static final double DISC_MARGIN = 2;
	/** Regions keep to the middle of the bodies, in mm from the midline. */
	private static final double MIDDLE = 13;

	private final LumbarAnatomy anatomy = new LumbarAnatomy();
	private final Point[] points = new Point[NX * NY];

	PhantomGrid() {
		for (int i = 0; i < points.length; i++)
			points[i] = anatomy.point((i % NX - (NX - 1) / 2.0) * DX, (i / NX - (NY - 1) / 2.0) * DY);
	}

	private static Geometry geometry() {
		final double turn = Math.toRadians(7);
		final double lean = Math.toRadians(4);
		final Vector x = new Vector(Math.sin(turn), Math.cos(turn), 0);
		final Vector down = new Vector(0, 0, -1);
		final Vector y = down.times(Math.cos(lean)).plus(x.cross(down).times(Math.sin(lean)));
		return new Geometry(x.times(DX), y.times(DY), x.cross(y).times(DZ), new Vector(12.5, -83.7, 61.9), Optional.of(
			"2.25.270189464117894208340132271651424190061"));
	}

	/** The size of an image of so many frames. */
	long[] size(final int frames) {
		return new long[] { NX, NY, NZ, frames, 1 };
	}

	/** What each voxel is made of, by slice; x runs fastest. */
	Tissue[][] tissues() {
		final Tissue[][] tissues = new Tissue[NZ][points.length];
		for (int z = 0; z < NZ; z++)
			for (int i = 0; i < points.length; i++)
				tissues[z][i] = anatomy.at(points[i], beside(z));
		return tissues;
	}

	private static double beside(final int z) {
		return (z - (NZ - 1) / 2) * DZ;
	}

	/** Bodies without a lesion, the lesions, and the discs from L1-2 to L5-S1, from head to feet. */
	List<TrueRegion> regions() {
		final List<TrueRegion> regions = new ArrayList<>();
		for (int i = 1; i <= 5; i++) {
			final Vertebra vertebra = LumbarAnatomy.VERTEBRAE.get(i);
			regions.add(body(vertebra));
			regions.add(disc(vertebra, LumbarAnatomy.VERTEBRAE.get(i + 1), LumbarAnatomy.discAdc(i)));
		}
		return List.copyOf(regions);
	}

	/** A lesion in L5 that the diffusion study does not have. */
	Region thirdLesion() {
		return region("L5_VB lesion", 0, (place, beside) -> LumbarAnatomy.inThirdLesion(place.along(), place.behind(), beside,
			MARGIN)).region();
	}

	/** The place in the anatomy (mm) of a place in the patient, without the dust of the way there and back. */
	static Vector inAnatomy(final Vector patient) {
		final double[] voxel = GEOMETRY.toVoxel(patient);
		return new Vector(clean((voxel[0] - (NX - 1) / 2.0) * DX), clean((voxel[1] - (NY - 1) / 2.0) * DY), clean((voxel[2] -
			(NZ - 1) / 2.0) * DZ));
	}

	private static double clean(final double place) {
		return Math.rint(place * 1e6) / 1e6;
	}

	private TrueRegion body(final Vertebra vertebra) {
		final String name = vertebra.name() + "_VB ";
		return switch (vertebra.name()) {
			case "L2" -> region(name + "lesion", LumbarAnatomy.LOW_LESION_ADC, (place, beside) -> LumbarAnatomy.inLowLesion(
				place.along(), place.behind(), beside, MARGIN));
			case "L4" -> region(name + "lesion", LumbarAnatomy.HIGH_LESION_ADC, (place, beside) -> LumbarAnatomy.inHighLesion(
				place.along(), place.behind(), beside, MARGIN));
			default -> region(name + "normal", Tissue.MARROW.adc(), (place, beside) -> vertebra.hasInBody(place.along(), place
				.behind(), beside, MARGIN));
		};
	}

	private TrueRegion disc(final Vertebra above, final Vertebra below, final double adc) {
		final String lower = below.name().startsWith("L") ? below.name().substring(1) : below.name();
		return region(above.name() + "-" + lower + "_IVD", adc, (place, beside) -> {
			final double along = place.along();
			final double behind = place.behind();
			final boolean nearBone = above.hasInBody(along, behind, beside, -1) || below.hasInBody(along, behind, beside, -1);
			return !nearBone && above.hasInDisc(along, behind, beside, DISC_MARGIN);
		});
	}

	private TrueRegion region(final String name, final double adc, final Shape shape) {
		final List<Run> runs = new ArrayList<>();
		for (int z = 0; z < NZ; z++) {
			final double beside = beside(z);
			if (Math.abs(beside) > MIDDLE) continue;
			for (int i = 0; i < points.length; i++)
				if (shape.has(points[i].place(), beside)) runs.add(new Run(z, i / NX, i % NX, i % NX + 1));
		}
		return new TrueRegion(new Region(name, runs), adc);
	}
}
