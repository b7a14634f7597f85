package io.github.vertebraj.io.dicom;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.io.dicom.Frame.Order;

/**
 * One frame of a hyperstack: a plane at every slice.
 *
 * @param kind   what its planes have in common
 * @param repeat counted from 1 among volumes of the same kind, in the order of acquisition
 * @param planes by slice
 */
record Volume(Kind kind, int repeat, List<Frame> planes) {

	/** Rising b, then directions before trace, echo time, energy and voltage, then the order of acquisition. */
	static final Comparator<Volume> RISING = Comparator.comparingDouble((Volume volume) -> volume.kind.b).thenComparing(
		volume -> volume.kind.diffusion).thenComparingDouble(volume -> volume.kind.echoTime).thenComparingDouble(
			volume -> volume.kind.spectrum.energy().orElse(-1)).thenComparingDouble(volume -> volume.kind.spectrum.kilovolts()
				.orElse(-1)).thenComparing(Volume::order);

	/**
	 * What tells volumes apart; -1 where a number does not apply.
	 *
	 * @param direction as in labels, empty where it does not apply
	 */
	record Kind(String component, double b, Diffusion.Kind diffusion, List<Double> direction, double echoTime,
		Spectrum spectrum)
	{

		private static final List<String> DIXON = List.of("water", "fat", "in-phase", "opposed-phase");

		/** Gradient directions nearer than this are one; scanners round them for every slice. */
		private static final double SAME_DIRECTION = 1e-3;

		static Kind of(final Frame frame) {
			final Diffusion diffusion = frame.diffusion();
			return new Kind(frame.content().component(), diffusion.b().orElse(-1), diffusion.kind(), diffusion.direction().map(
				v -> List.of(v.x(), v.y(), v.z())).orElse(List.of()), frame.echoTime().orElse(-1), frame.spectrum()
					.untimed());
		}

		boolean isLike(final Kind other) {
			return component.equals(other.component) && echoTime == other.echoTime && isSameButForEcho(other);
		}

		/**
		 * Whether both belong to the same frame of a hyperstack, in different components. Water, fat and the phases that they
		 * are made of come from different echoes.
		 */
		boolean isSameFrame(final Kind other) {
			final boolean dixon = DIXON.contains(component) && DIXON.contains(other.component);
			return (dixon || echoTime == other.echoTime) && isSameButForEcho(other);
		}

		private boolean isSameButForEcho(final Kind other) {
			if (b != other.b || diffusion != other.diffusion || !spectrum.equals(other.spectrum) || direction
				.size() != other.direction.size()) return false;
			for (int i = 0; i < direction.size(); i++)
				if (Math.abs(direction.get(i) - other.direction.get(i)) > SAME_DIRECTION) return false;
			return true;
		}

		/** What a person calls it: {@code b = 1000, TE = 62 ms}. */
		String describe() {
			final StringBuilder text = new StringBuilder();
			if (b >= 0) text.append("b = ").append(Decimal.text(b)).append(", ");
			if (!diffusion.key().isEmpty()) text.append(diffusion.key()).append(", ");
			if (echoTime >= 0) text.append("TE = ").append(Decimal.text(echoTime)).append(" ms, ");
			if (!spectrum.describe().isEmpty()) text.append(spectrum.describe()).append(", ");
			if (!spectrum.filter().isEmpty()) text.append(spectrum.filter()).append(", ");
			if (!component.isEmpty()) text.append(component).append(", ");
			return text.isEmpty() ? "the image" : text.substring(0, text.length() - 2);
		}
	}

	/** When the first of its planes was made. */
	Order order() {
		return planes.stream().map(Frame::order).min(Comparator.naturalOrder()).orElseThrow();
	}

	/** What is written on its planes. */
	PlaneLabel label(final boolean repeated) {
		final Frame first = planes.get(0);
		PlaneLabel label = PlaneLabel.empty();
		if (kind.b >= 0) label = label.with(PlaneLabel.B, kind.b);
		if (!kind.diffusion.key().isEmpty()) label = label.with(PlaneLabel.DIFFUSION, kind.diffusion.key());
		final String direction = first.diffusion().directionText().orElse("");
		if (!direction.isEmpty()) label = label.with("direction", direction);
		if (kind.echoTime >= 0) label = label.with(PlaneLabel.TE, kind.echoTime);
		label = withSpectrum(label);
		if (!kind.component.isEmpty()) label = label.with(PlaneLabel.COMPONENT, kind.component);
		final OptionalDouble turn = PhaseScale.turn(first);
		if (turn.isPresent()) label = label.with(PlaneLabel.TURN, Math.rint(1e4 * turn.getAsDouble()) / 1e4);
		return repeated ? label.with("repeat", repeat) : label;
	}

	private PlaneLabel withSpectrum(final PlaneLabel plane) {
		final Spectrum spectrum = kind.spectrum;
		PlaneLabel label = plane;
		if (spectrum.energy().isPresent()) label = label.with(PlaneLabel.ENERGY, spectrum.energy().getAsDouble());
		if (spectrum.kilovolts().isPresent()) label = label.with(PlaneLabel.KV, spectrum.kilovolts().getAsDouble());
		if (!spectrum.filter().isEmpty()) label = label.with(PlaneLabel.FILTER, spectrum.filter());
		if (!spectrum.blend().isEmpty()) label = label.with(PlaneLabel.BLEND, spectrum.blend());
		return spectrum.described() ? label.with(PlaneLabel.FROM, "description") : label;
	}
}
