package io.github.vertebraj.phantom;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.phantom.BodyAnatomy.Ellipsoid;
import io.github.vertebraj.phantom.BodyAnatomy.Matter;

import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;

/**
 * A whole-body diffusion study of three stations with known lesions in bone: b = 50 and 800 s/mm², axial slices that lean,
 * 76 × 48 × 36 voxels of 5.2 × 5.4 × 7.5 mm. Each station overlaps the next by some 30 mm; the slices of the third lie
 * between those of the second, and a little aside, as table and adjustments have it. Brain, spleen and kidneys are as
 * bright as lesions but no bone. The truth counts each place once: that of an earlier station first.
 *
 * @param stations from head to feet
 * @param mask     labels of the whole body on a grid of their own: 1 bone, 2 muscle beside the spine
 * @param lesions  from head to feet
 */
public record WholeBodyPhantom(List<Station> stations, CalibratedImage mask, List<Lesion> lesions) {

	/**
	 * One stack of slices.
	 *
	 * @param dwi 16-bit, labels {@code b=50}
	 * @param adc map as the scanner computes it from these, in steps of 10^-6 mm²/s; 0 where there is no signal
	 */
	public record Station(CalibratedImage dwi, CalibratedImage adc) {}

	/**
	 * A lesion and its truth.
	 *
	 * @param adc     in 10^-3 mm²/s
	 * @param volume  of the ellipsoid in ml
	 * @param voxels  whose centres lie in it, each place once
	 * @param counted volume of these in ml
	 */
	public record Lesion(String name, double adc, double volume, int voxels, double counted) {}

	/** Labels of the mask. */
	public static final int BONE = 1;
	public static final int MUSCLE = 2;

	private static final double[] B_VALUES = { 50, 800 };
	private static final int[] SIZE = { 76, 48, 36 };
	private static final double[] STEP = { 5.2, 5.4, 7.5 };
	private static final double NOISE = 9;
	/** Around the bones of the mask in mm, so that no voxel of a lesion is lost to the other grid. */
	private static final double RIM = 5;
	private static final double LEAN = Math.toRadians(3);
	private static final Vector X = new Vector(Math.cos(LEAN / 2), 0, Math.sin(LEAN / 2));
	private static final Vector Y = new Vector(0, Math.cos(LEAN), 0).plus(new Vector(-Math.sin(LEAN / 2), 0, Math.cos(LEAN /
		2)).times(Math.sin(LEAN)));
	private static final Vector Z = X.cross(Y);
	/** Along the slices' normal and aside, in mm; the first voxel of the lowest slice of each station. */
	private static final double[][] STARTS = { { 0, 0, 478.5 }, { 0, 0, 238.5 }, { 1.4, 0, 2.1 } };
	private static final Optional<String> FRAME = Optional.of("2.25.190743318426675128006551429937462185553");

	/** Makes the phantom; the same seed gives the same voxels, on every computer. */
	public static WholeBodyPhantom create(final long seed, final boolean isNoisy) {
		final List<Geometry> geometries = new ArrayList<>();
		for (final double[] start : STARTS)
			geometries.add(new Geometry(X.times(STEP[0]), Y.times(STEP[1]), Z.times(STEP[2]), middle().plus(X.times(start[0])).plus(
				Z.times(start[2])), FRAME));
		final RicianNoise noise = new RicianNoise(isNoisy ? NOISE : 0, seed);
		final int[] voxels = new int[BodyAnatomy.LESIONS.size()];
		final List<Station> stations = new ArrayList<>();
		for (int s = 0; s < geometries.size(); s++) {
			stations.add(station(geometries.get(s), s + 1, noise));
			count(geometries, s, voxels);
		}
		final List<Lesion> lesions = new ArrayList<>();
		for (int i = 0; i < voxels.length; i++) {
			final Ellipsoid lesion = BodyAnatomy.LESIONS.get(i);
			lesions.add(new Lesion(lesion.name(), lesion.matter().adc(), lesion.volume(), voxels[i], voxels[i] * geometries.get(0)
				.voxelVolume()));
		}
		return new WholeBodyPhantom(List.copyOf(stations), labels(), List.copyOf(lesions));
	}

	/** Where the corner of all stations lies in the patient; the body's own coordinates are beside those of the scanner. */
	private static Vector middle() {
		return new Vector(-208, -131, -62);
	}

	private static Matter at(final Geometry geometry, final double i, final double j, final double k) {
		final Vector place = body(geometry.toPatient(i, j, k));
		return BodyAnatomy.at(place.x(), place.y(), place.z());
	}

	private static Vector body(final Vector place) {
		return place.minus(new Vector(-11.5, 4.2, 17.3));
	}

	private static void count(final List<Geometry> geometries, final int station, final int[] voxels) {
		final Geometry geometry = geometries.get(station);
		for (int n = 0; n < SIZE[0] * SIZE[1] * SIZE[2]; n++) {
			final Vector patient = geometry.toPatient(n % SIZE[0], n / SIZE[0] % SIZE[1], n / SIZE[0] / SIZE[1]);
			final Vector place = body(patient);
			if (geometries.subList(0, station).stream().anyMatch(earlier -> isInside(earlier.toVoxel(patient)))) continue;
			for (int i = 0; i < voxels.length; i++)
				if (BodyAnatomy.LESIONS.get(i).has(place.x(), place.y(), place.z())) voxels[i]++;
		}
	}

	private static boolean isInside(final double[] voxel) {
		for (int axis = 0; axis < 3; axis++)
			if (voxel[axis] < -0.5 || voxel[axis] >= SIZE[axis] - 0.5) return false;
		return true;
	}

	private static Station station(final Geometry geometry, final int number, final RicianNoise noise) {
		final PlanarImg<UnsignedShortType, ShortArray> signal = PlanarImgs.unsignedShorts(SIZE[0], SIZE[1], SIZE[2], 2, 1);
		final PlanarImg<UnsignedShortType, ShortArray> adc = PlanarImgs.unsignedShorts(SIZE[0], SIZE[1], SIZE[2], 1, 1);
		final List<PlaneLabel> labels = new ArrayList<>();
		for (final double b : B_VALUES)
			labels.addAll(Collections.nCopies(SIZE[2], PlaneLabel.empty().with(PlaneLabel.B, b)));
		for (int z = 0; z < SIZE[2]; z++) {
			final short[] low = signal.getPlane(z).getCurrentStorageArray();
			final short[] high = signal.getPlane(SIZE[2] + z).getCurrentStorageArray();
			final short[] map = adc.getPlane(z).getCurrentStorageArray();
			for (int i = 0; i < low.length; i++) {
				final Matter matter = at(geometry, i % SIZE[0], i / SIZE[0], z);
				low[i] = (short) Math.round(noise.on(matter.signalAt(B_VALUES[0])));
				high[i] = (short) Math.round(noise.on(matter.signalAt(B_VALUES[1])));
				// scanners clip what is not positive
				final double decay = Math.log((double) low[i] / high[i]) / (B_VALUES[1] - B_VALUES[0]);
				map[i] = (short) (low[i] > 3 * NOISE && high[i] > 0 ? Math.round(Math.max(0, 1e6 * decay)) : 0);
			}
		}
		return new Station(image("WB DWI station " + number, signal, ValueScale.IDENTITY, geometry, labels), image(
			"WB ADC station " + number, adc, new ValueScale(1e-3, 0, "10^-3 mm^2/s"), geometry, Collections.nCopies(SIZE[2],
				PlaneLabel.empty())));
	}

	private static CalibratedImage image(final String title, final PlanarImg<?, ?> voxels, final ValueScale scale,
		final Geometry geometry, final List<PlaneLabel> labels)
	{
		@SuppressWarnings("unchecked")
		final PlanarImg<UnsignedShortType, ?> typed = (PlanarImg<UnsignedShortType, ?>) voxels;
		return new CalibratedImage(title, typed, scale, Optional.of(geometry), labels, Map.of("0008,0060 Modality", "MR"));
	}

	/** As a segmentation of another sequence has it: upright, finer voxels, around all stations. */
	private static CalibratedImage labels() {
		final int[] size = { 105, 66, 206 };
		final Geometry geometry = new Geometry(new Vector(3.9, 0, 0), new Vector(0, 4.1, 0), new Vector(0, 0, 4), new Vector(
			-212.5, -134.4, -71.2), FRAME);
		final PlanarImg<UnsignedByteType, ByteArray> labels = PlanarImgs.unsignedBytes(size[0], size[1], size[2], 1, 1);
		for (int z = 0; z < size[2]; z++) {
			final byte[] plane = labels.getPlane(z).getCurrentStorageArray();
			for (int i = 0; i < plane.length; i++) {
				final Vector place = body(geometry.toPatient(i % size[0], i / size[0], z));
				if (BodyAnatomy.isBone(place.x(), place.y(), place.z(), RIM)) plane[i] = BONE;
				else if (BodyAnatomy.isReference(place.x(), place.y(), place.z())) plane[i] = MUSCLE;
			}
		}
		return new CalibratedImage("Whole body mask", labels, ValueScale.IDENTITY, Optional.of(geometry), Collections.nCopies(
			size[2], PlaneLabel.empty()), Map.of());
	}
}
