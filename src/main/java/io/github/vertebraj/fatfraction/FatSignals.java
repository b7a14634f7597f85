package io.github.vertebraj.fatfraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.ValueScale;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Cast;

/**
 * The signals of an image whose means are told: its magnitudes (of real and imaginary parts too), in- and opposed-phase
 * volumes, by rising echo time.
 * <p>
 * In and opposed phase is what the labels call so; of several, the two nearest in time. Without such labels it is the pair
 * of echoes, less than one turn of fat (3.4 ppm) apart, whose phases are nearest to it, if both are within
 * {@link FatMapper#TOLERANCE} of a turn, as in the models that need such echoes.
 */
final class FatSignals {

	/**
	 * One signal.
	 *
	 * @param component what its label says
	 * @param echoTime  in ms, NaN when unknown
	 * @param voxels    stored values, axes x, y, z
	 */
	record Signal(String component, double echoTime, RandomAccessibleInterval<? extends RealType<?>> voxels,
		ValueScale scale)
	{

		/** What the label says, as {@code te=1.2} or {@code in-phase te=4.6}. */
		String name() {
			final String time = Double.isNaN(echoTime) ? "" : PlaneLabel.empty().with(PlaneLabel.TE, echoTime).toString();
			if (component.equals(FatVolumes.MAGNITUDE)) return time.isEmpty() ? component : time;
			return (component + " " + time).strip();
		}

		RandomAccessibleInterval<FloatType> real() {
			return scale.real(voxels);
		}
	}

	/** In and opposed phase. */
	record Pair(Signal in, Signal opposed) {

		/** How far apart in time, in ms; 0 when unknown. */
		private double gap() {
			final double gap = Math.abs(in.echoTime - opposed.echoTime);
			return Double.isNaN(gap) ? 0 : gap;
		}

		/** In minus opposed phase of each voxel. */
		RandomAccessibleInterval<FloatType> difference() {
			return Converters.convert(in.real(), opposed.real(), (a, b, out) -> out.set(a.get() - b.get()), new FloatType());
		}
	}

	private final List<Signal> signals = new ArrayList<>();
	private final Optional<Pair> pair;

	FatSignals(final CalibratedImage image, final FatOptions options) {
		final FatVolumes volumes = new FatVolumes(image);
		final List<FatVolumes.Volume> magnitudes = volumes.of(FatVolumes.MAGNITUDE, FatVolumes.IN_PHASE,
			FatVolumes.OPPOSED_PHASE);
		final List<FatVolumes.Volume> real = volumes.of(FatVolumes.REAL);
		final List<FatVolumes.Volume> imaginary = volumes.of(FatVolumes.IMAGINARY);
		for (int i = 0; i < magnitudes.size(); i++)
			signals.add(new Signal(magnitudes.get(i).component(), time(options, magnitudes, i), volumes.voxels(magnitudes.get(
				i)), image.scale()));
		if (magnitudes.isEmpty() && real.size() == imaginary.size()) for (int i = 0; i < real.size(); i++)
			signals.add(new Signal(FatVolumes.MAGNITUDE, time(options, real, i), size(image.scale(), volumes.voxels(real.get(i)),
				volumes.voxels(imaginary.get(i))), ValueScale.IDENTITY));
		signals.sort(Comparator.comparingDouble(Signal::echoTime));
		pair = labelled().or(() -> timed(fieldStrength(image, options)));
	}

	List<Signal> all() {
		return signals;
	}

	/** The names of the signals, all different: of two that say the same, the second one has its number. */
	List<String> names() {
		final List<String> names = new ArrayList<>();
		for (final Signal signal : signals) {
			final long before = signals.subList(0, names.size()).stream().filter(other -> other.name().equals(signal.name()))
				.count();
			names.add(signal.name() + (before == 0 ? "" : " (" + (before + 1) + ")"));
		}
		return names;
	}

	Optional<Pair> pair() {
		return pair;
	}

	private static double time(final FatOptions options, final List<FatVolumes.Volume> volumes, final int index) {
		return options.echoTimes().size() == volumes.size() ? options.echoTimes().get(index) : volumes.get(index).echoTime();
	}

	private static <T extends RealType<T>> RandomAccessibleInterval<FloatType> size(final ValueScale scale,
		final RandomAccessibleInterval<? extends RealType<?>> real,
		final RandomAccessibleInterval<? extends RealType<?>> imaginary)
	{
		return Converters.convert(Cast.<RandomAccessibleInterval<T>> unchecked(real), Cast
			.<RandomAccessibleInterval<T>> unchecked(imaginary), (a, b, out) -> out.setReal(Math.hypot(scale.real(a
				.getRealDouble()), scale.real(b.getRealDouble()))), new FloatType());
	}

	private static OptionalDouble fieldStrength(final CalibratedImage image, final FatOptions options) {
		if (options.fieldStrength().isPresent() || !FatMapper.tellsFieldStrength(image)) return options.fieldStrength();
		return OptionalDouble.of(FatMapper.fieldStrength(image));
	}

	private Optional<Pair> labelled() {
		return pairs(FatVolumes.IN_PHASE, FatVolumes.OPPOSED_PHASE).stream().min(Comparator.comparingDouble(Pair::gap));
	}

	private List<Pair> pairs(final String in, final String opposed) {
		final List<Pair> pairs = new ArrayList<>();
		for (final Signal second : signals)
			for (final Signal first : signals)
				if (first != second && first.component.equals(in) && second.component.equals(opposed)) pairs.add(new Pair(first,
					second));
		return pairs;
	}

	private Optional<Pair> timed(final OptionalDouble fieldStrength) {
		if (fieldStrength.isEmpty()) return Optional.empty();
		final double perMillisecond = FatSpectrum.of(1).hertz(fieldStrength.getAsDouble())[0] / 1000;
		return pairs(FatVolumes.MAGNITUDE, FatVolumes.MAGNITUDE).stream().filter(found -> away(perMillisecond, found.in,
			0) <= FatMapper.TOLERANCE && away(perMillisecond, found.opposed, 0.5) <= FatMapper.TOLERANCE && Math.abs(
				perMillisecond) * found.gap() < 1).min(Comparator.comparingDouble(found -> away(perMillisecond, found.in, 0) +
					away(perMillisecond, found.opposed, 0.5)));
	}

	/** Turns by which fat is away at an echo from a share of a turn and any number of whole ones; NaN when unknown. */
	private static double away(final double perMillisecond, final Signal echo, final double share) {
		final double turns = perMillisecond * echo.echoTime - share;
		return Math.abs(turns - Math.rint(turns));
	}
}
