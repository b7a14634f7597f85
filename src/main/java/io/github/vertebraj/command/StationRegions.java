package io.github.vertebraj.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.io.imagej.RegionSource;

import ij.IJ;
import ij.ImagePlus;

/** The mask and the reference region of diffusion stations, by their names. */
final class StationRegions {

	/**
	 * The reference region.
	 *
	 * @param station index of the first station in which it lies
	 */
	record Reference(Region region, int station) {}

	private final RegionSource source;
	private final Set<String> notes = new LinkedHashSet<>();
	private final List<String> titles = new ArrayList<>();
	private final List<List<Region>> regions = new ArrayList<>();

	StationRegions(final RegionSource source) {
		this.source = source;
	}

	/** What the user should know of the choices made. */
	List<String> notes() {
		return new ArrayList<>(notes);
	}

	/**
	 * Reads the regions of the stations, if a mask or a reference is wanted.
	 *
	 * @throws IllegalArgumentException for a mask of ROIs, which cannot be on the slices of several stations
	 */
	void read(final List<ImagePlus> windows, final List<CalibratedImage> images, final boolean isMasked,
		final boolean hasReference) throws IOException
	{
		final boolean isSeveral = windows.size() > 1;
		if (isMasked && isSeveral && !source.isLabelImage()) throw new IllegalArgumentException("The mask of several stations" +
			" must be a label image (NIfTI, TIFF) as rois, since ROIs belong to the slices of one");
		if (!isMasked && !hasReference) return;
		for (int i = 0; i < windows.size(); i++) {
			titles.add(windows.get(i).getTitle());
			if (i > 0 && !source.isLabelImage()) continue;
			final RegionSource.Found found = isSeveral ? source.collectInside(windows.get(i), images.get(i)) : source.collect(
				windows.get(i), images.get(i));
			regions.add(found.regions());
			found.notes().stream().filter(notes::add).forEach(IJ::log);
			notes.add("Regions of '" + titles.get(i) + "' are from: " + found.origin());
		}
	}

	/**
	 * The mask of each station. Where none of its regions lies in a station, nothing is looked at there, which is noted.
	 *
	 * @param names     separated by commas; {@code all} for all but the reference
	 * @param reference name of the reference region, if there is one
	 * @throws IllegalArgumentException if a name is that of no region in any station; lists those there are
	 */
	List<Optional<Region>> masks(final Optional<String> names, final Optional<String> reference) {
		if (names.isEmpty()) return Collections.nCopies(Math.max(1, titles.size()), Optional.empty());
		final List<Region> all = regions.stream().flatMap(List::stream).toList();
		final Set<String> wanted = NamedRegions.wanted(all, names.get(), reference);
		final List<Optional<Region>> masks = new ArrayList<>();
		for (int i = 0; i < regions.size(); i++) {
			final Region mask = NamedRegions.join(regions.get(i), wanted);
			if (mask.runs().isEmpty()) notes.add("no region of the mask lies in '" + titles.get(i) +
				"', where nothing is looked at");
			masks.add(Optional.of(mask));
		}
		return masks;
	}

	/**
	 * The reference region, in the first station in which it lies.
	 *
	 * @throws IllegalArgumentException if it lies in none; lists the regions there are
	 */
	Reference reference(final String name) {
		final Region first = NamedRegions.find(regions.stream().flatMap(List::stream).toList(), name);
		int station = 0;
		while (!regions.get(station).contains(first))
			station++;
		if (titles.size() > 1) notes.add("the reference region '" + first.name() + "' is that of '" + titles.get(station) +
			"'; the threshold is for all stations");
		return new Reference(first, station);
	}
}
