package io.github.vertebraj.io.dicom;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.ValueScale;

/**
 * The header of one plane as another program has written it out, one text for each element, so that the rules for files
 * hold for it too. Elements within sequences are not there.
 */
public final class HeaderText {

	private final Attributes attributes;

	private HeaderText(final Attributes attributes) {
		this.attributes = attributes;
	}

	/**
	 * @param values element, as {@code 0018,9087}, to value; several values are separated by backslashes
	 */
	public static HeaderText of(final Map<String, String> values) {
		final DataSetBuilder builder = new DataSetBuilder();
		values.forEach((element, text) -> {
			final int tag = Tag.of(Integer.parseInt(element.substring(0, 4), 16), Integer.parseInt(element.substring(5), 16));
			// text of any type: the numbers in it are read as such
			if (tag != Tag.SPECIFIC_CHARACTER_SET) builder.put(tag, VR.LO, text.split("\\\\", -1));
		});
		return new HeaderText(Attributes.of(builder.build()));
	}

	/**
	 * What the planes of a stack show: b-value and kind of diffusion volume, echo time, component. A b-value of 0 counts
	 * only beside weighted planes, or where the headers tell of diffusion; some scanners write it into everything.
	 */
	public static List<PlaneLabel> labels(final List<HeaderText> planes) {
		final boolean diffusion = planes.stream().map(HeaderText::diffusion).anyMatch(d -> d.declared() || d.isWeighted());
		return planes.stream().map(plane -> plane.label(diffusion)).toList();
	}

	private PlaneLabel label(final boolean diffusion) {
		PlaneLabel label = PlaneLabel.empty();
		final OptionalDouble b = diffusion ? diffusion().b() : OptionalDouble.empty();
		if (b.isPresent()) label = label.with(PlaneLabel.B, b.getAsDouble());
		if (!diffusion().kind().key().isEmpty()) label = label.with(PlaneLabel.DIFFUSION, diffusion().kind().key());
		final OptionalDouble echo = attributes.number(Tag.ECHO_TIME);
		if (echo.orElse(0) > 0) label = label.with(PlaneLabel.TE, echo.getAsDouble());
		final String component = ImageContent.of(attributes).component();
		return component.isEmpty() ? label : label.with(PlaneLabel.COMPONENT, component);
	}

	/** A map may carry the b-value of the images that it was made from; it must not pass for one of them. */
	private Diffusion diffusion() {
		return ImageContent.of(attributes).map().isPresent() ? Diffusion.NONE : DiffusionTags.of(attributes);
	}

	/** Where the plane lies; empty when the header doesn't say, or holds a mosaic of several. */
	public Optional<Plane> plane() {
		if (ImageContent.words(attributes).contains("MOSAIC")) return Optional.empty();
		try {
			return Optional.of(Plane.of(attributes));
		}
		catch (final IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	/**
	 * What makes real values of stored ones.
	 *
	 * @throws IllegalArgumentException if the relation is not linear or its slope is 0
	 */
	public ValueScale scale() {
		return Rescale.of(attributes);
	}

	/** Number of columns of pixels; 0 when the header doesn't say. */
	public int columns() {
		return attributes.integer(Tag.COLUMNS).orElse(0);
	}

	/** Number of rows of pixels; 0 when the header doesn't say. */
	public int rows() {
		return attributes.integer(Tag.ROWS).orElse(0);
	}

	/**
	 * What is worth knowing and the same in all headers, by {@code 0008,0060 Modality}; nothing of the patient but age and
	 * sex.
	 */
	public static Map<String, String> facts(final Collection<HeaderText> headers) {
		return Facts.common(headers.stream().map(header -> Facts.of(header.attributes)).toList());
	}
}
