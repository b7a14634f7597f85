package io.github.vertebraj.io.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.vertebraj.image.Geometry.Vector;

/**
 * A volume whose slices lie side by side in one picture: Siemens' mosaic and United Imaging's grid.
 *
 * @param columns size of a slice
 * @param rows    size of a slice
 * @param planes  where each slice lies, in the order of the tiles, row by row
 * @param across  tiles in a row
 * @param remark  what had to be assumed; empty when nothing
 */
record Mosaic(int columns, int rows, List<Plane> planes, int across, Optional<String> remark) {

	/** Place of a slice's first pixel in the picture. */
	record Tile(int x, int y) {}

	private static final String UNITED_IMAGING = "Image Private Header";

	Tile tile(final int slice) {
		return new Tile(slice % across * columns, slice / across * rows);
	}

	/**
	 * @return empty when the picture is no mosaic
	 * @throws IllegalArgumentException if it is one, but does not say how to take it apart; the message belongs behind a
	 *                                  file's name
	 */
	static Optional<Mosaic> of(final Attributes attributes, final int columns, final int rows) {
		final List<String> imageType = attributes.strings(Tag.IMAGE_TYPE);
		if (imageType.contains("MOSAIC")) return Optional.of(siemens(attributes, columns, rows));
		if (imageType.contains("VFRAME")) return Optional.of(unitedImaging(attributes, columns, rows));
		return Optional.empty();
	}

	private static Mosaic siemens(final Attributes attributes, final int columns, final int rows) {
		final CsaHeader csa = CsaHeader.of(attributes);
		final double[] named = csa.numbers("NumberOfImagesInMosaic");
		final int slices = count(attributes.privateNumber("SIEMENS MR HEADER", 0x0019, 0x0A).orElse(named.length == 0 ? 0
			: named[0]), "(0019,xx0a) and its CSA header");
		final int across = (int) Math.ceil(Math.sqrt(slices));
		requireWhole(columns, rows, across, across);
		final Plane picture = Plane.of(attributes);
		final double spacing = picture.sliceSpacing().orElseThrow(() -> new IllegalArgumentException(Tag.format(
			Tag.SPACING_BETWEEN_SLICES) + " SpacingBetweenSlices is missing"));
		if (!(spacing > 0)) throw new IllegalArgumentException(Tag.format(Tag.SPACING_BETWEEN_SLICES) +
			" SpacingBetweenSlices is " + spacing + ", but must be above 0 mm");
		final double[] recorded = csa.numbers("SliceNormalVector");
		Vector normal = picture.normal();
		if (recorded.length == 3) {
			final double cosine = normal.dot(new Vector(recorded[0], recorded[1], recorded[2]));
			if (Math.abs(Math.abs(cosine) - 1) > 0.01) throw new IllegalArgumentException(
				"has a SliceNormalVector that is not across its slices");
			normal = normal.times(Math.signum(cosine));
		}
		// The position is that of a picture of this size whose centre is the slice's.
		final Vector first = picture.origin().plus(picture.xStep().times((columns - columns / across) / 2.0)).plus(picture
			.yStep().times((rows - rows / across) / 2.0));
		final List<Plane> planes = new ArrayList<>(slices);
		for (int k = 0; k < slices; k++)
			planes.add(picture.at(first.plus(normal.times(k * spacing))));
		return new Mosaic(columns / across, rows / across, planes, across, recorded.length == 3 ? Optional.empty()
			: Optional.of("The order of the slices in the mosaic is not recorded (CSA header, SliceNormalVector); they " +
				"are taken to rise along row × column"));
	}

	private static Mosaic unitedImaging(final Attributes attributes, final int columns, final int rows) {
		final int slices = count(attributes.privateNumber(UNITED_IMAGING, 0x0065, 0x50).orElse(0), "(0065,xx50)");
		final int across = (int) Math.ceil(Math.sqrt(slices));
		final int down = (slices + across - 1) / across;
		requireWhole(columns, rows, across, down);
		final List<DataSet> items = attributes.privateItems(UNITED_IMAGING, 0x0065, 0x51);
		if (items.size() != slices) throw new IllegalArgumentException("is a grid of " + slices +
			" slices, but (0065,xx51) has the positions of " + items.size());
		final List<Plane> planes = items.stream().map(item -> Plane.of(attributes.under(item))).toList();
		return new Mosaic(columns / across, rows / down, planes, across, Optional.empty());
	}

	private static int count(final double slices, final String where) {
		if (!(slices >= 1) || slices > 4096 || slices != Math.rint(slices)) throw new IllegalArgumentException(
			"is a mosaic, but does not say of how many slices in " + where);
		return (int) slices;
	}

	private static void requireWhole(final int columns, final int rows, final int across, final int down) {
		if (columns % across != 0 || rows % down != 0) throw new IllegalArgumentException("is a mosaic of " + columns +
			" x " + rows + " pixels, which cannot be cut into " + across + " x " + down + " slices");
	}
}
