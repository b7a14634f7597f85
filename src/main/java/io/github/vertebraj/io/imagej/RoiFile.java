package io.github.vertebraj.io.imagej;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.io.RoiDecoder;
import ij.io.RoiEncoder;
import io.github.vertebraj.image.Region;

/** ImageJ's files of regions of interest: {@code .roi} (one) and {@code .zip} (a set). */
public final class RoiFile {

	private RoiFile() {}

	/** Reads the ROIs of a file, in its order. */
	public static List<Roi> read(final Path file) throws IOException {
		final List<Roi> rois = new ArrayList<>();
		if (file.getFileName().toString().toLowerCase().endsWith(".roi")) {
			rois.add(decode(Files.readAllBytes(file), file.getFileName().toString(), file));
			return rois;
		}
		try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
				if (entry.getName().endsWith(".roi")) rois.add(decode(zip.readAllBytes(), entry.getName(), file));
		}
		return rois;
	}

	private static Roi decode(final byte[] bytes, final String name, final Path file) throws IOException {
		final Roi roi = RoiDecoder.openFromByteArray(bytes);
		if (roi == null) throw new IOException("'" + name + "' in " + file + " is not an ImageJ ROI");
		return roi;
	}

	/** Writes regions as a ROI zip: one ROI for each slice of a region, of the region's name, at its slice. */
	public static void write(final OutputStream out, final List<Region> regions) throws IOException {
		final ZipOutputStream zip = new ZipOutputStream(out);
		for (final Region region : regions)
			for (final int z : region.slices()) {
				ShapeRoi shape = null;
				for (final Region.Run run : region.onSlice(z).runs()) {
					final ShapeRoi row = new ShapeRoi(new Roi(run.xFrom(), run.y(), run.length(), 1));
					shape = shape == null ? row : shape.or(row);
				}
				final Roi roi = shape.trySimplify();
				roi.setName(region.name());
				roi.setPosition(0, z + 1, 0);
				zip.putNextEntry(new ZipEntry(region.name() + "-" + (z + 1) + ".roi"));
				zip.write(RoiEncoder.saveAsByteArray(roi));
				zip.closeEntry();
			}
		zip.finish();
	}
}
