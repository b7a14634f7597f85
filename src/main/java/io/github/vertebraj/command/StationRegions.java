package io.github.vertebraj.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.vertebraj.image.Region;
import io.github.vertebraj.io.imagej.RegionSource;

import ij.IJ;
import ij.ImagePlus;

/** The mask and the reference region of diffusion stations, by their names. */
final class StationRegions {

	private final RegionSource source;
	private final Optional<String> names;
	private final Optional<String> referenceName;
	private final boolean isSeveral;
	private final Set<String> notes = new LinkedHashSet<>();

	/**
	 * @param names     of the mask; empty for none
	 * @param reference name of the reference region, which {@code all} leaves out
	 * @param isSeveral whether there are several stations
	 */
	StationRegions(final RegionSource source, final Optional<String> names, final Optional<String> reference,
		final boolean isSeveral)
	{
		this.source = source;
		this.names = names;
		referenceName = reference;
		this.isSeveral = isSeveral;
	}

	/** What the user should know of the choices made. */
	List<String> notes() {
		return new ArrayList<>(notes);
	}

	private List<Region> regions(final ImagePlus window) throws IOException {
		final RegionSource.Found found = source.collect(window, SourceImage.read(window));
		found.notes().stream().filter(notes::add).forEach(IJ::log);
		notes.add("Regions of '" + window.getTitle() + "' are from: " + found.origin());
		return found.regions();
	}

	/** The reference region of an image. */
	Region reference(final ImagePlus window) throws IOException {
		return NamedRegions.find(regions(window), referenceName.orElseThrow());
	}

	/**
	 * The mask of an image, if there is one.
	 *
	 * @throws IllegalArgumentException for ROIs that cannot be on the slices of several stations
	 */
	Optional<Region> mask(final ImagePlus window) throws IOException {
		if (names.isEmpty()) return Optional.empty();
		final boolean isLabelImage = source.file().filter(file -> !file.toString().matches("(?i).*\\.(zip|roi)")).isPresent();
		if (isSeveral && !isLabelImage) throw new IllegalArgumentException("The mask of several stations must be a label" +
			" image (NIfTI, TIFF) as rois, since ROIs belong to the slices of one");
		return Optional.of(NamedRegions.join(regions(window), names.get(), referenceName));
	}
}
