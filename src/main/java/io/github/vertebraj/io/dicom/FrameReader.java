package io.github.vertebraj.io.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.io.dicom.Frame.Order;
import io.github.vertebraj.io.dicom.Frame.Source;

/** Takes the header of a DICOM file apart into its planes. */
final class FrameReader {

	/** No header can make more planes than this of a file. */
	private static final int MAXIMUM_FRAMES = 1000;

	private final DicomFile file;
	private final DataSet root;
	private final String instance;

	private FrameReader(final DicomFile file) {
		this.file = file;
		root = file.dataSet();
		instance = root.string(Tag.SOP_INSTANCE_UID).orElse("");
	}

	/** The planes of a file, in its order; none when it holds no image. */
	static List<Frame> read(final DicomFile file) {
		return new FrameReader(file).frames();
	}

	private List<Frame> frames() {
		final int columns = root.integer(Tag.COLUMNS).orElse(0);
		final int rows = root.integer(Tag.ROWS).orElse(0);
		if (columns <= 0 || rows <= 0 || !file.hasPixels()) return List.of();
		final Attributes classic = Attributes.of(root);
		final int count = root.integer(Tag.NUMBER_OF_FRAMES).orElse(1);
		if (root.contains(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE)) return enhanced(columns, rows, count);
		if (count > 1) return multiFrame(classic, columns, rows, count);
		try {
			final Optional<Mosaic> mosaic = Mosaic.of(classic, columns, rows);
			return mosaic.isPresent() ? tiles(classic, mosaic.get()) : List.of(new Draft(classic, 0).frame(columns, rows));
		}
		catch (final IllegalArgumentException e) {
			return List.of(new Draft(classic, 0).refused(columns, rows, e.getMessage()));
		}
	}

	private List<Frame> enhanced(final int columns, final int rows, final int count) {
		final List<Attributes> groups = Attributes.ofFrames(root);
		final List<Frame> frames = new ArrayList<>(groups.size());
		for (int i = 0; i < groups.size(); i++) {
			final Draft draft = new Draft(groups.get(i), i);
			frames.add(groups.size() == count ? draft.frame(columns, rows) : draft.refused(columns, rows, "has " + count +
				" frames, but describes " + groups.size() + " of them"));
		}
		return frames;
	}

	/** Several frames without functional groups have no positions; their planes can be listed, but not measured. */
	private List<Frame> multiFrame(final Attributes attributes, final int columns, final int rows, final int count) {
		final List<Frame> frames = new ArrayList<>();
		final Frame first = new Draft(attributes, 0).refused(columns, rows, "has " + count +
			" frames without functional groups " + Tag.format(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE) +
			", so their positions are not known; export the series again, one file per image or as enhanced DICOM");
		for (int i = 0; i < Math.min(count, MAXIMUM_FRAMES); i++)
			frames.add(first);
		return frames;
	}

	private List<Frame> tiles(final Attributes attributes, final Mosaic mosaic) {
		final Draft draft = new Draft(attributes, 0);
		final List<Frame> frames = new ArrayList<>(mosaic.planes().size());
		mosaic.remark().ifPresent(draft.remarks::add);
		for (int k = 0; k < mosaic.planes().size(); k++)
			frames.add(draft.tile(mosaic, k));
		return frames;
	}

	/** What is read once for all planes that share their attributes. */
	private final class Draft {

		private final int index;
		private final Diffusion diffusion;
		private final ImageContent content;
		private final OptionalDouble echoTime;
		private final Spectrum spectrum;
		private final Order order;
		private final Facts facts;
		private final List<String> remarks = new ArrayList<>();
		private final Attributes attributes;

		Draft(final Attributes attributes, final int index) {
			this.attributes = attributes;
			this.index = index;
			final Diffusion tagged = DiffusionTags.of(attributes);
			tagged.remark().ifPresent(remarks::add);
			content = ImageContent.of(attributes);
			remarks.addAll(DescriptionWords.remarks(attributes, content));
			// A map may carry the b-value of the images that it was made from; it must not pass for one of them.
			diffusion = content.map().isPresent() ? Diffusion.NONE : tagged;
			final OptionalDouble effective = positive(attributes, Tag.EFFECTIVE_ECHO_TIME);
			echoTime = effective.isPresent() ? effective : positive(attributes, Tag.ECHO_TIME);
			spectrum = Spectrum.of(attributes);
			final String description = attributes.string(Tag.SERIES_DESCRIPTION).orElse("");
			if (content.map().isEmpty() && isCt(attributes) && SpectralWords.isHint(spectrum, description)) remarks.add(
				SpectralWords.remark(spectrum, description));
			order = new Order(0, attributes.integer(Tag.TEMPORAL_POSITION_INDEX).orElse(attributes.integer(
				Tag.TEMPORAL_POSITION_IDENTIFIER).orElse(0)), attributes.integer(Tag.ACQUISITION_NUMBER).orElse(0), attributes
					.integer(Tag.INSTANCE_NUMBER).orElse(0), index);
			facts = Facts.of(attributes);
		}

		private static boolean isCt(final Attributes attributes) {
			return attributes.string(Tag.MODALITY).filter("CT"::equals).isPresent();
		}

		private static OptionalDouble positive(final Attributes attributes, final int tag) {
			final OptionalDouble value = attributes.number(tag);
			return value.isPresent() && value.getAsDouble() > 0 ? value : OptionalDouble.empty();
		}

		Frame frame(final int columns, final int rows) {
			Optional<Plane> plane = Optional.empty();
			Optional<ValueScale> scale = Optional.empty();
			Optional<String> problem = Optional.empty();
			try {
				scale = Optional.of(Rescale.of(attributes));
				plane = Optional.of(Plane.of(attributes));
			}
			catch (final IllegalArgumentException e) {
				problem = Optional.of(e.getMessage());
			}
			return build(columns, rows, plane, scale, problem, 0, 0);
		}

		Frame tile(final Mosaic mosaic, final int slice) {
			final Mosaic.Tile tile = mosaic.tile(slice);
			return build(mosaic.columns(), mosaic.rows(), Optional.of(mosaic.planes().get(slice)), Optional.of(Rescale.of(
				attributes)), Optional.empty(), tile.x(), tile.y());
		}

		Frame refused(final int columns, final int rows, final String problem) {
			return build(columns, rows, Optional.empty(), Optional.empty(), Optional.of(problem), 0, 0);
		}

		private Frame build(final int columns, final int rows, final Optional<Plane> plane,
			final Optional<ValueScale> scale, final Optional<String> problem, final int x, final int y)
		{
			return new Frame(new Source(file.path(), instance, index, x, y), columns, rows, plane, scale, diffusion, content,
				echoTime, spectrum, order, facts, problem, List.copyOf(remarks));
		}
	}
}
