package io.github.vertebraj.io.imagej;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.ImageStack;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.io.dicom.HeaderText;

/**
 * What the slice label of a plane says.
 *
 * @param label its first line, in our grammar, or made of the header
 * @param below the lines below, where we keep the tags; empty for a header
 * @param trace where the plane lies, as we or the header wrote it
 * @param dicom the DICOM header that ImageJ's own reader puts there
 */
record PlaneText(PlaneLabel label, String below, Optional<PlaneTrace> trace, Optional<DicomText> dicom) {

	/** Planes of one slice: rising b, directions before trace, echo time, energy, tube voltage, component. */
	static final Comparator<PlaneText> RISING = Comparator.comparingDouble((PlaneText text) -> text.number(PlaneLabel.B))
		.thenComparing(text -> text.label.get(PlaneLabel.DIFFUSION).orElse("")).thenComparingDouble(text -> text.number(
			PlaneLabel.TE)).thenComparingDouble(text -> text.number(PlaneLabel.ENERGY)).thenComparingDouble(text -> text.number(
				PlaneLabel.KV)).thenComparing(PlaneText::component);

	/** The property that holds the label of a single plane. */
	static final String SINGLE_LABEL = "Slice_Label";

	static List<PlaneText> of(final ImagePlus imp) {
		final List<PlaneText> texts = imp.getStackSize() == 1 ? List.of(single(imp)) : ofStack(imp.getStack());
		final List<HeaderText> headers = texts.stream().flatMap(text -> text.dicom.stream()).map(DicomText::header).toList();
		if (headers.size() < texts.size()) return texts;
		final List<PlaneLabel> labels = HeaderText.labels(headers);
		return IntStream.range(0, texts.size()).mapToObj(i -> new PlaneText(labels.get(i), "", texts.get(i).trace, texts.get(
			i).dicom)).toList();
	}

	private static List<PlaneText> ofStack(final ImageStack stack) {
		final boolean late = stack.isVirtual() && isLateHeader(stack);
		return IntStream.rangeClosed(1, stack.size()).mapToObj(n -> {
			if (late && of(stack.getSliceLabel(n)).dicom.isEmpty()) stack.getProcessor(n);
			return of(stack.getSliceLabel(n));
		}).toList();
	}

	/** Whether the label of a plane tells its DICOM header not before the plane is read, as in ImageJ's virtual stacks. */
	private static boolean isLateHeader(final ImageStack stack) {
		if (of(stack.getSliceLabel(1)).dicom.isEmpty()) stack.getProcessor(1);
		return of(stack.getSliceLabel(1)).dicom.isPresent();
	}

	/** For a single plane without a label, ImageJ makes one up from title and {@code Info}. */
	private static PlaneText single(final ImagePlus imp) {
		final String property = imp.getProp(SINGLE_LABEL);
		if (property != null) return of(property);
		final String info = imp.getInfoProperty();
		final String label = imp.getStack().getSliceLabel(1);
		if (label != null && !label.equals(imp.getTitle() + "\n" + info)) return of(label);
		return DicomText.parse(info).map(PlaneText::of).orElseGet(() -> of(""));
	}

	private static PlaneText of(final String text) {
		if (text == null) return of("");
		final int end = text.indexOf('\n');
		final String first = end < 0 ? text : text.substring(0, end);
		return DicomText.parse(text).map(PlaneText::of).orElseGet(() -> new PlaneText(PlaneLabel.parse(first), text.substring(
			first.length()), PlaneTrace.parse(text), Optional.empty()));
	}

	private static PlaneText of(final DicomText dicom) {
		return new PlaneText(PlaneLabel.empty(), "", dicom.trace(), Optional.of(dicom));
	}

	/** Magnitude, phase and so on; empty when the label doesn't say. */
	String component() {
		return label.get(PlaneLabel.COMPONENT).orElse("");
	}

	/** Whether both show the same but for the component. */
	boolean isSameFrame(final PlaneText other) {
		return label.with(PlaneLabel.COMPONENT, "any").equals(other.label.with(PlaneLabel.COMPONENT, "any"));
	}

	/** A number to sort by; planes without it come first, as b = 0 images may lack a b-value. */
	private double number(final String key) {
		return label.number(key).orElse(Double.NEGATIVE_INFINITY);
	}
}
