package io.github.vertebraj.dualenergy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.ValueScale;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * One frame of a CT image whose values are HU for sure.
 *
 * @param title    of the image
 * @param volume   stored values, axes x, y, z
 * @param scale    stored values to HU
 * @param geometry where the voxels lie
 * @param labels   of the slices
 */
public record HounsfieldImage(String title, RandomAccessibleInterval<? extends RealType<?>> volume, ValueScale scale,
	Optional<Geometry> geometry, List<PlaneLabel> labels)
{

	public static final String HU = "HU";

	/** DICOM's tags of modality and rescale. */
	private static final String MODALITY = "0008,0060";

	/** Values above, in HU, are not those of a scanner: signed numbers were read as unsigned. */
	private static final double TOO_HIGH = 32_000;

	/** Where more than this share of the voxels is denser, and none is below 0, the offset of 1000 or 1024 is left. */
	private static final double DENSE = 700;
	private static final double SHARE = 0.1;

	public HounsfieldImage {
		labels = List.copyOf(labels);
	}

	/**
	 * @param image    of one channel
	 * @param frame    from 0
	 * @param declared whether the user says that the values are HU, where the image does not
	 * @throws IllegalArgumentException when the image does not say that its values are HU, or they cannot be
	 */
	public static HounsfieldImage of(final CalibratedImage image, final int frame, final boolean declared) {
		if (image.size(4) != 1) throw new IllegalArgumentException("A CT image has one channel, but '" + image.title() +
			"' has " + image.size(4) + ": duplicate the one that is meant");
		final ValueScale scale = image.scale();
		if (!declared && !saysHounsfield(image)) throw new IllegalArgumentException("'" + image.title() +
			"' does not say that its values are HU (unit '" + scale.unit() + "', slope " + scale.slope() + ", intercept " +
			scale.intercept() + "; rescale slope (0028,1053) and intercept (0028,1052) are unknown): open the DICOM folder" +
			" by Open Series..., or give values=HU when they are HU");
		final HounsfieldImage hounsfield = new HounsfieldImage(image.title(), image.volume(frame, 0), new ValueScale(scale
			.slope(), scale.intercept(), HU), image.geometry(), image.labels().subList(frame * image.size(2), (frame + 1) *
				image.size(2)));
		final ValueSample sample = ValueSample.of(hounsfield);
		// water at 0 beside much bone looks alike, but then a rescale was applied, or there are fractions
		final boolean isRaw = scale.slope() == 1 && scale.intercept() == 0 && sample.isWhole() && sample.minimum() >= 0 && sample
			.shareAbove(DENSE) > SHARE;
		if (sample.maximum() > TOO_HIGH || isRaw)
			throw new IllegalArgumentException("The values of '" + image.title() + "' are not HU: they go from " + (float) sample
				.minimum() + " to " + (float) sample.maximum() + " (slope " + scale.slope() + ", intercept " + scale.intercept() +
				"), as unsigned numbers do whose rescale intercept (0028,1052) was not applied; open the DICOM folder by Open" +
				" Series...");
		return hounsfield;
	}

	private static boolean saysHounsfield(final CalibratedImage image) {
		final String unit = image.scale().unit().strip().toLowerCase(Locale.ROOT);
		if (unit.equals("hu") || unit.startsWith("hounsfield")) return true;
		// ImageJ's own DICOM reader applies the rescale, but does not name the unit
		final boolean isCt = image.tags().entrySet().stream().anyMatch(tag -> tag.getKey().startsWith(MODALITY) && tag
			.getValue().strip().equals("CT"));
		return isCt && (unit.isEmpty() || unit.startsWith("gray")) && image.scale().intercept() != 0;
	}

	/** A number that the labels of all slices tell, {@code energy} or {@code kv}; empty when they don't, or differ. */
	public OptionalDouble number(final String key) {
		final OptionalDouble first = labels.get(0).number(key);
		return labels.stream().allMatch(label -> label.number(key).equals(first)) ? first : OptionalDouble.empty();
	}

	long size(final int axis) {
		return volume.dimension(axis);
	}
}
