package io.github.vertebraj.io.imagej;

import java.awt.Rectangle;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import ij.gui.Roi;
import ij.io.RoiEncoder;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import io.github.vertebraj.image.Region;

/** ImageJ's files of regions of interest: {@code .roi} (one) and {@code .zip} (a set, as the ROI Manager saves it). */
public final class RoiFile {

	private RoiFile() {}

	/**
	 * Reads the ROIs of a file, in its order.
	 *
	 * @throws IOException when it cannot be read, is no ROI file, or holds no ROI
	 */
	public static List<Roi> read(final Path file) throws IOException {
		if (!Files.isRegularFile(file)) throw new IOException("There is no file " + file);
		final String name = file.getFileName().toString();
		final List<Roi> rois = new ArrayList<>();
		try (InputStream in = Files.newInputStream(file)) {
			if (name.toLowerCase(Locale.ROOT).endsWith(".roi")) RoiBytes.decode(in, name, file).ifPresent(rois::add);
			else readZip(new ZipInputStream(in), file, rois);
		}
		catch (final ZipException | EOFException | IllegalArgumentException e) { // the last: names that are not UTF-8
			throw new IOException(file + " is damaged: " + e.getMessage(), e);
		}
		if (rois.isEmpty()) throw new IOException(file +
			" holds no ROI: save the ROI set by the ROI Manager's More > Save...");
		return rois;
	}

	private static void readZip(final ZipInputStream zip, final Path file, final List<Roi> rois) throws IOException {
		for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
			final String name = entry.getName();
			if (name.endsWith(".roi") && !name.startsWith("__MACOSX")) RoiBytes.decode(zip, name, file).ifPresent(
				rois::add);
		}
	}

	/**
	 * Writes regions as a ROI set: one ROI for each slice of a region, of the region's name, bound to its slice in every
	 * frame. Its pixels are the region's.
	 */
	public static void write(final OutputStream out, final List<Region> regions) throws IOException {
		final ZipOutputStream zip = new ZipOutputStream(out);
		final Set<String> entries = new HashSet<>();
		for (final Roi roi : rois(regions)) {
			final String name = roi.getName().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_") + "-" + roi.getZPosition();
			String unique = name;
			for (int i = 2; !entries.add(unique.toLowerCase(Locale.ROOT)); i++)
				unique = name + "-" + i;
			zip.putNextEntry(new ZipEntry(unique + ".roi"));
			zip.write(RoiEncoder.saveAsByteArray(roi));
			zip.closeEntry();
		}
		zip.finish();
	}

	/** Regions as ROIs for an overlay: one for each slice, bound to it in every frame and channel. */
	public static List<Roi> rois(final List<Region> regions) {
		final List<Roi> rois = new ArrayList<>();
		for (final Region region : regions)
			for (final int z : region.slices()) {
				final Roi roi = outline(region.onSlice(z).runs());
				roi.setName(region.name());
				roi.setPosition(0, z + 1, 0);
				rois.add(roi);
			}
		return rois;
	}

	private static Roi outline(final List<Region.Run> runs) {
		final Rectangle bounds = new Rectangle(runs.get(0).xFrom(), runs.get(0).y(), 0, 0);
		for (final Region.Run run : runs)
			bounds.add(new Rectangle(run.xFrom(), run.y(), run.length(), 1));
		final ByteProcessor mask = new ByteProcessor(bounds.width, bounds.height);
		for (final Region.Run run : runs)
			for (int x = run.xFrom(); x < run.xTo(); x++)
				mask.set(x - bounds.x, run.y() - bounds.y, 255);
		mask.setThreshold(255, 255, ImageProcessor.NO_LUT_UPDATE);
		final Roi roi = new ThresholdToSelection().convert(mask);
		final Rectangle inside = roi.getBounds();
		roi.setLocation(bounds.x + inside.x, bounds.y + inside.y);
		return roi;
	}
}
