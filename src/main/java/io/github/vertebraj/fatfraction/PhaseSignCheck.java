package io.github.vertebraj.fatfraction;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Cast;
import net.imglib2.view.Views;

/**
 * Whether the other sign of the phase fits complex echoes better. A wrong sign gives fat fractions that look like any
 * others, nearly all fat where there is nearly all water, and only the residual tells. A part of the middle plane is enough
 * for that, and costs little beside the map.
 */
final class PhaseSignCheck {

	/** Greatest width and height of the part. */
	private static final int EDGE = 96;
	/** How much greater the squared residuals must be; where there is little fat, or only noise, both fit alike. */
	private static final double CLEARLY = 1.2;

	private PhaseSignCheck() {}

	/** What a user should know, if the other sign fits clearly better. */
	static Optional<String> note(final Acquisition acquisition, final ComplexSettings settings,
		final ComplexEchoes echoes)
	{
		final ComplexEchoes part = new ComplexEchoes(echoes.form(), middle(echoes.first()), echoes.firstScale(), middle(
			echoes.second()), echoes.secondScale());
		final PhaseSign other = settings.sign() == PhaseSign.POSITIVE ? PhaseSign.NEGATIVE : PhaseSign.POSITIVE;
		final RandomAccessibleInterval<FloatType> mine = residual(acquisition, settings, settings.sign(), part);
		final Cursor<FloatType> others = Views.flatIterable(residual(acquisition, settings, other, part)).cursor();
		double sum = 0;
		double otherSum = 0;
		for (final FloatType value : Views.flatIterable(mine)) {
			final double square = (double) value.get() * value.get();
			final double residual = others.next().get();
			if (Double.isNaN(square + residual)) continue;
			sum += square;
			otherSum += residual * residual;
		}
		if (sum <= CLEARLY * otherSum) return Optional.empty();
		return Optional.of("WARNING: phaseSign=" + other.key() + " fits the middle of the image better than " + settings
			.sign().key() + ": the squared residuals of the latter are " + (float) (sum / otherSum) + " times as great, and" +
			" the fat fractions probably wrong");
	}

	private static RandomAccessibleInterval<FloatType> residual(final Acquisition acquisition,
		final ComplexSettings settings, final PhaseSign sign, final ComplexEchoes part)
	{
		return new ComplexMapper(acquisition, new ComplexSettings(settings.spectrum(), sign, settings.readout(), Set.of(
			FatOutput.RESIDUAL))).compute(part, done -> {}).map(FatOutput.RESIDUAL);
	}

	private static <T extends RealType<T>> RandomAccessibleInterval<T> middle(
		final RandomAccessibleInterval<? extends RealType<?>> echoes)
	{
		final RandomAccessibleInterval<T> typed = Cast.unchecked(echoes);
		final long[] size = typed.dimensionsAsLongArray();
		final long[] edges = { Math.min(EDGE, size[0]), Math.min(EDGE, size[1]), 1, size[3] };
		final long[] start = new long[4];
		Arrays.setAll(start, axis -> typed.min(axis) + (size[axis] - edges[axis]) / 2);
		return Views.offsetInterval(typed, start, edges);
	}
}
