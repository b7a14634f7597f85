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

import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.util.Cast;

/**
 * A sagittal image of T11 to L5 of known heights: T12 is a wedge, L2 biconcave, L4 crushed, the others normal. Seven
 * vertebrae with pedicles, laminae and spinous processes stand on a curved spine, each turned; endplates are parabolas
 * through the three ends of the heights, walls are straight. Rows run backwards, columns to the feet, slices from left to
 * right, all turned by 6°; 110 × 330 × 13 voxels of 0.9 × 0.8 × 3.3 mm.
 *
 * @param image     16-bit magnitude with noise
 * @param labels    whole vertebrae in VerSe numbers, 8-bit, of the same voxels
 * @param vertebrae from head to feet
 */
public record FracturePhantom(CalibratedImage image, CalibratedImage labels, List<TrueVertebra> vertebrae) {

	/**
	 * A vertebra. Heights are in mm.
	 *
	 * @param name   the level
	 * @param label  its number
	 * @param shape  {@code none}, {@code wedge}, {@code biconcave} or {@code crush}
	 * @param points x, y, z in voxels on the middle slice: anterior superior, anterior inferior, middle superior, middle
	 *               inferior, posterior superior, posterior inferior
	 */
	public record TrueVertebra(String name, int label, String shape, double anterior, double middle, double posterior,
		List<double[]> points)
	{}

	private static final int[] SIZE = { 110, 330, 13 };
	private static final double[] SPACING = { 0.9, 0.8, 3.3 };
	private static final double NOISE = 15;
	private static final double HALF_WIDTH = 20;
	private static final double DISC = 8;

	/** A vertebra where it stands: the middle of its body in mm on the slice, its turn, its depth. */
	private record Standing(String name, int label, String shape, double[] heights, double depth, double x, double y,
		double turn)
	{

		/** To the back and to the feet from the middle of the body, of a place in mm on the slice. */
		double[] own(final double px, final double py) {
			final double cos = Math.cos(turn);
			final double sin = Math.sin(turn);
			return new double[] { (px - x) * cos + (py - y) * sin, (py - y) * cos - (px - x) * sin };
		}

		double[] voxel(final double back, final double down) {
			final double cos = Math.cos(turn);
			final double sin = Math.sin(turn);
			return new double[] { (x + back * cos - down * sin) / SPACING[0], (y + back * sin + down * cos) / SPACING[1],
				SIZE[2] / 2 };
		}

		/** The height at a place from the front (0) to the back (1): a parabola. */
		double height(final double at) {
			return heights[0] * (1 - at) * (1 - 2 * at) + heights[1] * 4 * at * (1 - at) + heights[2] * at * (2 * at - 1);
		}

		boolean hasInBody(final double[] own, final double beside) {
			final double at = own[0] / depth + 0.5;
			return at >= 0 && at <= 1 && Math.abs(beside) <= HALF_WIDTH && Math.abs(own[1]) <= height(at) / 2;
		}

		/** Pedicles at the sides, laminae behind the canal, a spinous process in the middle that hangs down. */
		boolean hasBehind(final double[] own, final double beside) {
			final double behind = own[0] - depth / 2;
			final double side = Math.abs(beside);
			final boolean pedicle = behind > -1 && behind < 18 && side > 8 && side < 16 && Math.abs(own[1] + 3) < 5;
			final boolean lamina = behind > 16 && behind < 21 && side < 14 && Math.abs(own[1]) < 8;
			final boolean process = behind > 18 && behind < 40 && side < 4 && Math.abs(own[1] - 0.3 * (behind - 18)) < 6;
			return pedicle || lamina || process;
		}
	}

	/**
	 * Makes the phantom; the same seed gives the same voxels, on every computer.
	 *
	 * @param seed of the noise
	 */
	public static FracturePhantom create(final long seed) {
		final List<Standing> spine = spine();
		final PlanarImg<UnsignedShortType, ShortArray> image = PlanarImgs.unsignedShorts(SIZE[0], SIZE[1], SIZE[2], 1, 1);
		final PlanarImg<UnsignedByteType, ByteArray> labels = PlanarImgs.unsignedBytes(SIZE[0], SIZE[1], SIZE[2], 1, 1);
		final RicianNoise noise = new RicianNoise(NOISE, seed);
		for (int z = 0; z < SIZE[2]; z++) {
			final short[] signals = image.getPlane(z).getCurrentStorageArray();
			final byte[] numbers = labels.getPlane(z).getCurrentStorageArray();
			final double beside = (z - SIZE[2] / 2) * SPACING[2];
			for (int i = 0; i < signals.length; i++) {
				final double x = i % SIZE[0] * SPACING[0];
				final double y = i / SIZE[0] * SPACING[1];
				numbers[i] = (byte) label(spine, x, y, beside);
				signals[i] = (short) Math.round(noise.on(numbers[i] > 0 ? 420 : soft(spine, x, y)));
			}
		}
		return new FracturePhantom(calibrated("Fractures", image), calibrated("Labels", labels), spine.stream().map(
			FracturePhantom::truth).toList());
	}

	private static int label(final List<Standing> spine, final double x, final double y, final double beside) {
		for (final Standing vertebra : spine) {
			final double[] own = vertebra.own(x, y);
			if (vertebra.hasInBody(own, beside) || vertebra.hasBehind(own, beside)) return vertebra.label;
		}
		return 0;
	}

	/** Discs, and what lies around the spine. */
	private static double soft(final List<Standing> spine, final double x, final double y) {
		for (final Standing vertebra : spine) {
			final double[] own = vertebra.own(x, y);
			final double reach = Math.max(vertebra.heights[0], vertebra.heights[2]) / 2 + DISC;
			if (Math.abs(own[0]) <= vertebra.depth / 2 && Math.abs(own[1]) <= reach) return 230;
		}
		return 120;
	}

	private static List<Standing> spine() {
		final String[] names = { "T11", "T12", "L1", "L2", "L3", "L4", "L5" };
		final int[] labels = { 18, 19, 20, 21, 22, 23, 24 };
		final double[] normal = { 23, 24, 25, 26, 27, 27.5, 28 };
		final List<Standing> spine = new ArrayList<>();
		double x = 36;
		double y = 8;
		for (int i = 0; i < names.length; i++) {
			final double turn = Math.toRadians(12 - 5 * i);
			final double h = normal[i];
			final double[] heights;
			final String shape;
			switch (names[i]) {
				case "T12" -> {
					heights = new double[] { 0.65 * h, 0.83 * h, h };
					shape = "wedge";
				}
				case "L2" -> {
					heights = new double[] { 0.95 * h, 0.77 * h, h };
					shape = "biconcave";
				}
				case "L4" -> {
					heights = new double[] { 0.55 * h, 0.57 * h, 0.6 * h };
					shape = "crush";
				}
				default -> {
					heights = new double[] { h, 0.97 * h, h };
					shape = "none";
				}
			}
			final double half = Math.max(heights[0], heights[2]) / 2;
			y += half * Math.cos(turn);
			x -= half * Math.sin(turn);
			spine.add(new Standing(names[i], labels[i], shape, heights, 30 + i * 0.8, x, y, turn));
			y += (half + DISC) * Math.cos(turn);
			x -= (half + DISC) * Math.sin(turn);
		}
		return spine;
	}

	private static TrueVertebra truth(final Standing v) {
		final List<double[]> points = new ArrayList<>();
		for (int i = 0; i < 3; i++)
			for (final int up : new int[] { -1, 1 })
				points.add(v.voxel((i - 1) * v.depth / 2, up * v.heights[i] / 2));
		return new TrueVertebra(v.name, v.label, v.shape, v.heights[0], v.heights[1], v.heights[2], List.copyOf(points));
	}

	private static CalibratedImage calibrated(final String title, final PlanarImg<?, ?> voxels) {
		final double turn = Math.toRadians(6);
		final Vector x = new Vector(Math.sin(turn), Math.cos(turn), 0);
		final Vector y = new Vector(0, 0, -1);
		final Geometry geometry = new Geometry(x.times(SPACING[0]), y.times(SPACING[1]), x.cross(y).times(SPACING[2]),
			new Vector(17.5, -63.2, 121.4), Optional.of("2.25.101998317420563392101337706651424190999"));
		return new CalibratedImage(title, Cast.unchecked(voxels), ValueScale.IDENTITY, Optional.of(
			geometry), Collections.nCopies(SIZE[2], PlaneLabel.empty()), Map.of("0008,0060 Modality", "MR"));
	}
}
