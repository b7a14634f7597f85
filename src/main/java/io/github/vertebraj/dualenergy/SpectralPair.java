package io.github.vertebraj.dualenergy;

import java.util.Optional;
import java.util.OptionalDouble;

import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.RealPlane;
import io.github.vertebraj.image.ValueScale;

import net.imglib2.type.numeric.IntegerType;

/**
 * The images of two spectra of one acquisition: voxel by voxel at the same place, both in HU.
 *
 * @param low  of the lower tube voltage or energy, in which dense material is brighter
 * @param high of the other
 */
public record SpectralPair(HounsfieldImage low, HounsfieldImage high) {

	/** Voxels between these, in HU, are bone or contrast medium, and not metal. */
	private static final double DENSE = 200;
	private static final double METAL = 2500;

	/** So many of them tell the order of the images. */
	private static final int ENOUGH = 50;

	/** Intercepts that differ by more, in HU, are not rounding. */
	private static final double ROUNDING = 1e-3;

	/**
	 * @throws IllegalArgumentException when size, geometry or scale of the two differ, naming both values, or the images
	 *           are swapped
	 */
	public SpectralPair {
		checkSize(low, high);
		checkGeometry(low, high);
		checkScale(low, high);
		checkOrder(low, high);
	}

	/** Where the voxels lie. */
	public Optional<Geometry> geometry() {
		return low.geometry().filter(g -> g.frameOfReference().isPresent()).or(high::geometry).or(low::geometry);
	}

	/** The energies that the labels of both images tell, when they are monoenergetic. */
	public Optional<EffectiveEnergies> labelledEnergies() {
		final OptionalDouble first = low.number(PlaneLabel.ENERGY);
		final OptionalDouble second = high.number(PlaneLabel.ENERGY);
		return first.isPresent() && second.isPresent() ? Optional.of(new EffectiveEnergies(first.getAsDouble(), second
			.getAsDouble())) : Optional.empty();
	}

	private static void checkSize(final HounsfieldImage low, final HounsfieldImage high) {
		for (int axis = 0; axis < 3; axis++)
			if (low.size(axis) != high.size(axis)) throw new IllegalArgumentException("The two images must have the same size," +
				" but '" + low.title() + "' has " + size(low) + " voxels and '" + high.title() + "' " + size(high));
	}

	private static String size(final HounsfieldImage image) {
		return image.size(0) + " x " + image.size(1) + " x " + image.size(2);
	}

	private static void checkGeometry(final HounsfieldImage low, final HounsfieldImage high) {
		if (low.geometry().isEmpty() || high.geometry().isEmpty()) return;
		final Geometry a = low.geometry().get();
		final Geometry b = high.geometry().get();
		final boolean places = a.frameOfReference().isPresent() && b.frameOfReference().isPresent();
		final boolean same = places ? a.sharesFrameOfReference(b) && a.agreesWith(b, low.size(0), low.size(1), low.size(2))
			: sameSpacing(a, b);
		if (!same) throw new IllegalArgumentException("The two images must lie at the same place, but '" + low.title() +
			"' has " + text(a) + " and '" + high.title() + "' " + text(b));
	}

	private static boolean sameSpacing(final Geometry a, final Geometry b) {
		for (int axis = 0; axis < 3; axis++)
			if (Math.abs(a.spacing(axis) - b.spacing(axis)) > 1e-3 * a.spacing(axis)) return false;
		return true;
	}

	private static String text(final Geometry g) {
		final String spacing = "voxels of " + (float) g.spacing(0) + " x " + (float) g.spacing(1) + " x " + (float) g.spacing(
			2) + " mm";
		return g.frameOfReference().isEmpty() ? spacing : spacing + " from (" + (float) g.origin().x() + ", " + (float) g
			.origin().y() + ", " + (float) g.origin().z() + ") mm in the frame of reference " + g.frameOfReference().get();
	}

	/** Floats have their rescale in their values; two images of whole numbers have one of their own each. */
	private static void checkScale(final HounsfieldImage low, final HounsfieldImage high) {
		final ValueScale a = low.scale();
		final ValueScale b = high.scale();
		final boolean comparable = low.volume().getType().getClass() == high.volume().getType().getClass() && low.volume()
			.getType() instanceof IntegerType;
		if (comparable && (Math.abs(a.slope() - b.slope()) > 1e-9 * Math.abs(a.slope()) || Math.abs(a.intercept() - b
			.intercept()) > ROUNDING)) throw new IllegalArgumentException("The two images must have the same HU scale, but '" +
				low.title() + "' has slope " + a.slope() + " and intercept " + a.intercept() + ", '" + high.title() + "' slope " +
				b.slope() + " and intercept " + b.intercept() + "; if both are right, Image > Type > 32-bit makes them alike");
	}

	private static void checkOrder(final HounsfieldImage low, final HounsfieldImage high) {
		for (final String key : new String[] { PlaneLabel.KV, PlaneLabel.ENERGY }) {
			final OptionalDouble a = low.number(key);
			final OptionalDouble b = high.number(key);
			if (a.isPresent() && b.isPresent() && a.getAsDouble() > b.getAsDouble()) throw new IllegalArgumentException(
				"low and high are swapped: '" + low.title() + "' has " + key + "=" + a.getAsDouble() + ", '" + high.title() +
					"' " + key + "=" + b.getAsDouble());
		}
		final RealPlane lows = new RealPlane(low.volume(), low.scale());
		final RealPlane highs = new RealPlane(high.volume(), high.scale());
		double lowSum = 0;
		double highSum = 0;
		int n = 0;
		for (final int z : ValueSample.slices((int) low.size(2))) {
			final double[] a = lows.read(z);
			final double[] b = highs.read(z);
			for (int i = 0; i < a.length; i += ValueSample.step(a.length)) {
				final double mean = (a[i] + b[i]) / 2;
				if (!(mean > DENSE && mean < METAL)) continue;
				lowSum += a[i];
				highSum += b[i];
				n++;
			}
		}
		if (n >= ENOUGH && lowSum < highSum) throw new IllegalArgumentException("low and high are swapped: dense voxels" +
			" must be brighter in the low image, but their mean is " + Math.round(lowSum / n) + " HU in '" + low.title() +
			"' and " + Math.round(highSum / n) + " HU in '" + high.title() + "'");
	}
}
