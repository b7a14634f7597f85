package io.github.vertebraj.io.dicom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import io.github.vertebraj.image.ValueScale;

/**
 * One plane as the scanner made it: a classic file, a frame of an enhanced one, or a slice of a mosaic.
 *
 * @param source    where its pixels are
 * @param columns   pixels in a row
 * @param rows      rows
 * @param plane     where it lies in the patient; empty when the file does not say
 * @param scale     stored to real values; empty when the file does not say it usefully
 * @param diffusion diffusion weighting
 * @param content   what the values are
 * @param echoTime  in ms
 * @param spectrum  X-rays of a CT
 * @param order     its place in the acquisition
 * @param facts     what else is known about it
 * @param problem   why it cannot be measured (belongs behind the file's name); empty when it can
 * @param remarks   what had to be assumed
 */
public record Frame(Source source, int columns, int rows, Optional<Plane> plane, Optional<ValueScale> scale,
	Diffusion diffusion, ImageContent content, OptionalDouble echoTime, Spectrum spectrum, Order order, Facts facts,
	Optional<String> problem, List<String> remarks)
{

	/**
	 * Where the pixels of a plane are.
	 *
	 * @param file     path
	 * @param instance SOP Instance UID, empty when missing
	 * @param frame    index from 0 in the file
	 * @param x        first column of the plane within the frame: above 0 in a mosaic only
	 * @param y        first row
	 */
	public record Source(Path file, String instance, int frame, int x, int y) {}

	/**
	 * When a plane was made, as far as numbers tell it.
	 *
	 * @param series      position of its series among those merged
	 * @param temporal    temporal position
	 * @param acquisition acquisition number
	 * @param instance    instance number
	 * @param frame       index in its file
	 */
	public record Order(int series, int temporal, int acquisition, int instance, int frame) implements Comparable<Order> {

		@Override
		public int compareTo(final Order other) {
			if (series != other.series) return Integer.compare(series, other.series);
			if (temporal != other.temporal) return Integer.compare(temporal, other.temporal);
			if (acquisition != other.acquisition) return Integer.compare(acquisition, other.acquisition);
			if (instance != other.instance) return Integer.compare(instance, other.instance);
			return Integer.compare(frame, other.frame);
		}
	}

	/** The name of the file, with the frame where it has several. */
	String name() {
		return source.file().getFileName() + (order.frame() == 0 ? "" : " (frame " + (order.frame() + 1) + ")");
	}

	/** Why it cannot be measured, naming the file, and the remedy for what the file lacks. */
	IOException refusal() {
		final String reason = problem.orElse("has no spacing");
		return new IOException(source.file() + ": " + reason + (reason.endsWith(" is missing")
			? "; export the original image, or open it by File > Open... and set Image > Properties..." : ""));
	}

	Frame with(final Diffusion other) {
		return new Frame(source, columns, rows, plane, scale, other, content, echoTime, spectrum, order, facts,
			problem, remarks);
	}

	Frame with(final ImageContent other) {
		return new Frame(source, columns, rows, plane, scale, diffusion, other, echoTime, spectrum, order, facts,
			problem, remarks);
	}

	/** The plane with other X-rays, and what is to be said about them in the place of a remark. */
	Frame with(final Spectrum other, final String remark, final String replaced) {
		final List<String> said = new ArrayList<>(remarks);
		said.remove(replaced);
		said.add(remark);
		return with(other, List.copyOf(said));
	}

	Frame with(final Spectrum other) {
		return with(other, remarks);
	}

	private Frame with(final Spectrum other, final List<String> said) {
		return new Frame(source, columns, rows, plane, scale, diffusion, content, echoTime, other, order, facts, problem,
			said);
	}

	Frame inSeries(final int series) {
		return new Frame(source, columns, rows, plane, scale, diffusion, content, echoTime, spectrum,
			new Order(series, order.temporal, order.acquisition, order.instance, order.frame), facts, problem, remarks);
	}
}
