package io.github.vertebraj.io.imagej;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import ij.ImagePlus;
import io.github.vertebraj.image.PlaneLabel;

/**
 * What the slice label of a plane says.
 *
 * @param label in our grammar, or made of the header
 * @param dicom the DICOM header that ImageJ's own reader puts there
 */
record PlaneText(PlaneLabel label, Optional<DicomText> dicom) {

	static List<PlaneText> of(final ImagePlus imp) {
		if (imp.getStackSize() == 1) return List.of(single(imp));
		return IntStream.rangeClosed(1, imp.getStackSize()).mapToObj(n -> of(imp.getStack().getSliceLabel(n))).toList();
	}

	/** A single plane has no label but what a property holds; ImageJ makes one up from title and {@code Info}. */
	private static PlaneText single(final ImagePlus imp) {
		final PlaneText label = of(imp.getProp("Slice_Label"));
		return label.label.entries().isEmpty() && label.dicom.isEmpty() ? DicomText.parse(imp.getInfoProperty()).map(
			dicom -> new PlaneText(dicom.label(), Optional.of(dicom))).orElse(label) : label;
	}

	private static PlaneText of(final String text) {
		final Optional<DicomText> dicom = DicomText.parse(text);
		return new PlaneText(dicom.map(DicomText::label).orElseGet(() -> PlaneLabel.parse(text)), dicom);
	}

	/** The label without the place of the plane. */
	PlaneLabel shown() {
		final Map<String, String> entries = new LinkedHashMap<>(label.entries());
		entries.keySet().removeAll(List.of(PlaneOrder.SLICE, PlaneOrder.FRAME, PlaneOrder.CHANNEL));
		return new PlaneLabel(entries);
	}

	/** A whole number of the label, from 1. */
	OptionalInt number(final String key) {
		final double value = label.number(key).orElse(0);
		return value >= 1 && value == (int) value ? OptionalInt.of((int) value) : OptionalInt.empty();
	}

	/** Where the plane lies along the slice axis, in any measure. */
	OptionalDouble place() {
		return dicom.isPresent() ? dicom.get().height() : label.number(PlaneOrder.SLICE);
	}

	/** A number to sort by; planes without it come first, as b = 0 images may lack a b-value. */
	double sortBy(final String key) {
		return label.number(key).orElse(Double.NEGATIVE_INFINITY);
	}
}
