package io.github.vertebraj.io.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The attributes of one frame, wherever its file keeps them: in an enhanced file in the functional groups of the frame,
 * else in those that all frames share, else beside them (PS3.3 C.7.6.16); in a classic file in the file itself.
 */
final class Attributes {

	private final List<DataSet> layers;

	private Attributes(final List<DataSet> layers) {
		this.layers = layers;
	}

	static Attributes of(final DataSet classic) {
		return new Attributes(List.of(classic));
	}

	/** The same attributes where the item has none of its own. */
	Attributes under(final DataSet item) {
		final List<DataSet> more = new ArrayList<>(layers);
		more.add(0, item);
		return new Attributes(List.copyOf(more));
	}

	/** The attributes of every frame of a file with functional groups; empty for a classic file. */
	static List<Attributes> ofFrames(final DataSet root) {
		final List<DataSet> perFrame = root.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
		final List<DataSet> shared = new ArrayList<>();
		root.item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE).ifPresent(item -> addGroups(item, shared));
		final List<Attributes> frames = new ArrayList<>(perFrame.size());
		for (final DataSet item : perFrame) {
			final List<DataSet> layers = new ArrayList<>();
			addGroups(item, layers);
			layers.addAll(shared);
			layers.add(root);
			frames.add(new Attributes(List.copyOf(layers)));
		}
		return frames;
	}

	/**
	 * The item itself and its groups. Private groups are left out, because Philips repeats standard attributes there with
	 * other values; the one exception is Siemens' own image type.
	 */
	private static void addGroups(final DataSet item, final List<DataSet> layers) {
		layers.add(item);
		for (final int tag : item.tags()) {
			if (Tag.isPrivate(tag)) continue;
			item.item(tag).ifPresent(group -> {
				layers.add(group);
				group.item(Tag.DIFFUSION_GRADIENT_DIRECTION_SEQUENCE).ifPresent(layers::add);
			});
		}
		final OptionalInt siemens = item.privateTag("SIEMENS MR SDI 02", 0x0021, 0xFE);
		if (siemens.isPresent()) item.item(siemens.getAsInt()).ifPresent(layers::add);
	}

	Optional<String> string(final int tag) {
		return strings(tag).stream().findFirst().filter(text -> !text.isEmpty());
	}

	List<String> strings(final int tag) {
		for (final DataSet layer : layers) {
			final List<String> values = layer.strings(tag);
			if (!values.isEmpty() && !values.get(0).isEmpty()) return values;
		}
		return List.of();
	}

	OptionalDouble number(final int tag) {
		final double[] numbers = numbers(tag);
		return numbers.length == 0 || !Double.isFinite(numbers[0]) ? OptionalDouble.empty() : OptionalDouble.of(
			numbers[0]);
	}

	OptionalInt integer(final int tag) {
		final double value = number(tag).orElse(Double.NaN);
		return value == (int) value ? OptionalInt.of((int) value) : OptionalInt.empty();
	}

	/** All values as numbers, NaN where one is not; no elements when absent or empty. */
	double[] numbers(final int tag) {
		for (final DataSet layer : layers) {
			final double[] values = layer.numbers(tag);
			if (values.length > 0) return values;
		}
		return new double[0];
	}

	List<DataSet> items(final int tag) {
		return layers.stream().map(layer -> layer.items(tag)).filter(items -> !items.isEmpty()).findFirst().orElse(List
			.of());
	}

	boolean contains(final int tag) {
		return layers.stream().anyMatch(layer -> layer.contains(tag));
	}

	Optional<String> privateString(final String creator, final int group, final int element) {
		return privateStrings(creator, group, element).stream().findFirst().filter(text -> !text.isEmpty());
	}

	List<String> privateStrings(final String creator, final int group, final int element) {
		for (final DataSet layer : layers) {
			final OptionalInt tag = layer.privateTag(creator, group, element);
			if (tag.isPresent()) return layer.strings(tag.getAsInt());
		}
		return List.of();
	}

	OptionalDouble privateNumber(final String creator, final int group, final int element) {
		final double[] numbers = privateNumbers(creator, group, element);
		return numbers.length == 0 || !Double.isFinite(numbers[0]) ? OptionalDouble.empty() : OptionalDouble.of(
			numbers[0]);
	}

	double[] privateNumbers(final String creator, final int group, final int element) {
		for (final DataSet layer : layers) {
			final OptionalInt tag = layer.privateTag(creator, group, element);
			if (tag.isPresent()) return layer.numbers(tag.getAsInt());
		}
		return new double[0];
	}

	List<DataSet> privateItems(final String creator, final int group, final int element) {
		for (final DataSet layer : layers) {
			final OptionalInt tag = layer.privateTag(creator, group, element);
			if (tag.isPresent()) return layer.items(tag.getAsInt());
		}
		return List.of();
	}

	Optional<byte[]> privateBytes(final String creator, final int group, final int element) {
		for (final DataSet layer : layers) {
			final OptionalInt tag = layer.privateTag(creator, group, element);
			if (tag.isPresent()) return layer.bytes(tag.getAsInt());
		}
		return Optional.empty();
	}
}
