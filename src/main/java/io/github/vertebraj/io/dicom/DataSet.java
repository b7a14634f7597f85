package io.github.vertebraj.io.dicom;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The elements of a DICOM data set or of one item of a sequence, by tag. Immutable. Values are read from the bytes when
 * they are asked for; one that is absent, empty or not of the kind asked for (a number that cannot be parsed) comes
 * back empty, so that the caller can name what it misses.
 * <p>
 * Group 0010 holds nothing but the patient's sex and age.
 * </p>
 */
public final class DataSet {

	/** A data set without elements. */
	public static final DataSet EMPTY = new DataSet(new Element[0], null, false);

	private static final Comparator<Element> BY_TAG = (a, b) -> Integer.compareUnsigned(a.tag(), b.tag());

	private final Element[] elements;
	private final boolean bigEndian;
	private final TextEncoding encoding;

	DataSet(final Element[] elements, final TextEncoding inherited, final boolean bigEndian) {
		this.elements = elements;
		this.bigEndian = bigEndian;
		// In files that are not in order, the stable sort keeps the first of equal tags in front.
		if (!isSorted(elements)) Arrays.sort(elements, BY_TAG);
		final Element charset = find(Tag.SPECIFIC_CHARACTER_SET);
		if (charset != null) encoding = TextEncoding.of(charset);
		else encoding = inherited == null ? TextEncoding.DEFAULT : inherited;
	}

	private static boolean isSorted(final Element[] elements) {
		for (int i = 1; i < elements.length; i++)
			if (BY_TAG.compare(elements[i - 1], elements[i]) > 0) return false;
		return true;
	}

	private Element find(final int tag) {
		int low = 0;
		int high = elements.length;
		while (low < high) {
			final int middle = (low + high) >>> 1;
			if (Integer.compareUnsigned(elements[middle].tag(), tag) < 0) low = middle + 1;
			else high = middle;
		}
		return low < elements.length && elements[low].tag() == tag ? elements[low] : null;
	}

	/** The tags of all elements, rising (unsigned). */
	public int[] tags() {
		return Arrays.stream(elements).mapToInt(Element::tag).distinct().toArray();
	}

	/** Whether there is such an element, be it empty. */
	public boolean contains(final int tag) {
		return find(tag) != null;
	}

	/** The first value as text, without padding; empty when absent, empty or not text. */
	public Optional<String> string(final int tag) {
		return strings(tag).stream().findFirst().filter(text -> !text.isEmpty());
	}

	/**
	 * All values as text, without padding, empty ones kept as empty strings. Numbers in binary come back as decimal text.
	 */
	public List<String> strings(final int tag) {
		final Element element = find(tag);
		return element == null ? List.of() : Values.strings(element, vr(element), encoding, bigEndian);
	}

	/** The first value as an integer; empty when absent, not a number, not whole or beyond an int. */
	public OptionalInt integer(final int tag) {
		final OptionalDouble number = number(tag);
		final double value = number.orElse(Double.NaN);
		return value == (int) value ? OptionalInt.of((int) value) : OptionalInt.empty();
	}

	/** The first value as a finite number; empty when absent or not one. */
	public OptionalDouble number(final int tag) {
		final double[] numbers = numbers(tag);
		return numbers.length == 0 || !Double.isFinite(numbers[0]) ? OptionalDouble.empty() : OptionalDouble.of(
			numbers[0]);
	}

	/** All values as numbers, NaN where one is empty or not a number; no elements when absent. */
	public double[] numbers(final int tag) {
		final Element element = find(tag);
		return element == null ? new double[0] : Values.numbers(element, vr(element), bigEndian);
	}

	/** The items of a sequence; none when absent or not a sequence. */
	public List<DataSet> items(final int tag) {
		final Element element = find(tag);
		return element == null || !element.isSequence() ? List.of() : element.items();
	}

	/** The first item of a sequence. */
	public Optional<DataSet> item(final int tag) {
		return items(tag).stream().findFirst();
	}

	/** The value as it stands in the file (a copy, in the file's byte order); empty when absent or a sequence. */
	public Optional<byte[]> bytes(final int tag) {
		return Optional.ofNullable(find(tag)).filter(element -> !element.isSequence()).map(Element::value);
	}

	/** The type of the value: what the file says, else what the dictionary knows, else UN. */
	public Optional<VR> vr(final int tag) {
		return Optional.ofNullable(find(tag)).map(this::vr);
	}

	private VR vr(final Element element) {
		if (element.vr() != VR.UN) return element.vr();
		final int tag = element.tag();
		if (!Tag.isPrivate(tag) || Tag.element(tag) < 0x1000) return Dictionary.vr(tag);
		final Element creator = find(Tag.of(Tag.group(tag), Tag.element(tag) >>> 8));
		if (creator == null) return VR.UN;
		final List<String> name = Values.strings(creator, VR.LO, encoding);
		return name.isEmpty() ? VR.UN : Dictionary.vr(name.get(0), Tag.group(tag), Tag.element(tag));
	}

	/**
	 * The tag of a private element in this data set (PS3.5 section 7.8.1): the block is the one that its creator has
	 * reserved here, wherever an archive may have moved it.
	 *
	 * @param creator the private creator, such as {@code SIEMENS MR HEADER}
	 * @param group   an odd group
	 * @param element the lower 8 bits of the element
	 * @return empty when the creator has no block, or its block no such element
	 */
	public OptionalInt privateTag(final String creator, final int group, final int element) {
		for (final Element candidate : elements) {
			final int tag = candidate.tag();
			if (Tag.group(tag) > group || Tag.group(tag) == group && Tag.element(tag) > 0xFF) break;
			if (Tag.group(tag) != group || Tag.element(tag) < 0x10) continue;
			final List<String> name = Values.strings(candidate, VR.LO, encoding);
			final int resolved = Tag.of(group, Tag.element(tag) << 8 | element & 0xFF);
			if (!name.isEmpty() && name.get(0).equals(creator) && contains(resolved)) return OptionalInt.of(resolved);
		}
		return OptionalInt.empty();
	}

	List<Element> elements() {
		return List.of(elements);
	}

	boolean bigEndian() {
		return bigEndian;
	}

	@Override
	public String toString() {
		return elements.length + " elements";
	}
}
