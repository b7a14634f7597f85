package io.github.vertebraj.command;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.io.imagej.ImagePlusBridge;
import io.github.vertebraj.report.ColorMap;
import io.github.vertebraj.report.Provenance;
import io.github.vertebraj.report.ResultTable;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.process.LUT;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** Results as ImageJ shows them: a map as an image in colour, a table as a results table. */
final class ImageWindows {

	private ImageWindows() {}

	/** The image that the user gave, or an error if there is none. */
	static CalibratedImage read(final ImagePlus image) {
		if (image == null || image.getProcessor() == null) throw new IllegalArgumentException(
			"There is no such image: open one, or give the title of an open one as image=[title]");
		return ImagePlusBridge.fromImagePlus(image);
	}

	/** Titles of what is made from an image are the image's, less the ending of a file name. */
	static String derivedTitle(final CalibratedImage source, final String what) {
		return source.title().replaceFirst("(?i)\\.(tiff?|nii|gz|dcm|zip)$", "").replaceFirst("(?i)\\.nii$", "") + " " + what;
	}

	/** What the source says of itself, as a result's provenance repeats it. */
	static Map<String, String> sourceFacts(final CalibratedImage source) {
		final Map<String, String> facts = new LinkedHashMap<>();
		facts.put("image", source.title());
		source.tags().forEach((key, value) -> {
			if (key.startsWith("0020,000")) facts.put(key, value);
		});
		return facts;
	}

	/**
	 * A map (axes x, y, z, real values) as an image in the place of its source, in perceptual colours.
	 *
	 * @param what   name of the map, appended to the source's title
	 * @param maximum the end of the display range, which begins at 0
	 */
	static ImagePlus mapOf(final CalibratedImage source, final String what, final String unit,
		final RandomAccessibleInterval<FloatType> map, final double maximum, final Provenance provenance)
	{
		final Map<String, String> tags = new LinkedHashMap<>(source.tags());
		tags.putAll(provenance.asTags());
		final RandomAccessibleInterval<FloatType> voxels = Views.addDimension(Views.addDimension(map, 0, 0), 0, 0);
		final PlaneLabel label = PlaneLabel.empty().with(PlaneLabel.COMPONENT, what.toLowerCase(Locale.ROOT));
		final CalibratedImage calibrated = new CalibratedImage(derivedTitle(source, what), voxels, new ValueScale(1, 0,
			unit), source.geometry(), Collections.nCopies((int) map.dimension(2), label), tags);
		final ImagePlus image = ImagePlusBridge.toImagePlus(calibrated);
		final byte[][] rgb = ColorMap.perceptual().rgb();
		image.setLut(new LUT(rgb[0], rgb[1], rgb[2]));
		image.setDisplayRange(0, maximum);
		return image;
	}

	/** A table as ImageJ's macros and windows know it. */
	static ResultsTable tableOf(final ResultTable table) {
		final ResultsTable results = new TitledTable(table.title());
		results.setNaNEmptyCells(true);
		results.showRowNumbers(false);
		for (final List<Object> row : table.rows()) {
			results.incrementCounter();
			for (int column = 0; column < row.size(); column++)
				if (row.get(column) instanceof Number number) results.addValue(table.headers().get(column), number.doubleValue());
				else results.addValue(table.headers().get(column), row.get(column).toString());
		}
		for (int column = 0; column < table.headers().size(); column++)
			results.setDecimalPlaces(column, table.rows().stream().allMatch(isWhole(column)) ? 0 : 4);
		return results;
	}

	/** ImageJ names a table when it shows it; ours knows its name before. */
	private static final class TitledTable extends ResultsTable {

		private final String title;

		private TitledTable(final String title) {
			this.title = title;
		}

		@Override
		public String getTitle() {
			return title;
		}
	}

	private static Predicate<List<Object>> isWhole(final int column) {
		return row -> row.get(column) instanceof Long || row.get(column) instanceof Integer;
	}
}
