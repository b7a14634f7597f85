package io.github.vertebraj.diffusion;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;

import io.github.vertebraj.image.ValueScale;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** Computes maps of the apparent diffusion coefficient. Immutable; one mapper serves any number of threads. */
public final class AdcMapper {

	private final AdcSettings settings;

	public AdcMapper(final AdcSettings settings) {
		this.settings = Objects.requireNonNull(settings, "settings");
	}

	/**
	 * @param signal   axes x, y, z, t (frame); any type, view or lazy image
	 * @param scale    of the stored values
	 * @param bValues  the b-value of each frame, in s/mm²
	 * @param progress receives the share that is done, 0 to 1
	 * @throws IllegalArgumentException when the axes or the number of b-values do not fit, or fewer than two different
	 *                                  b-values reach the minimum
	 * @throws CancellationException    when the thread is interrupted
	 */
	public AdcMaps compute(final RandomAccessibleInterval<? extends RealType<?>> signal, final ValueScale scale,
		final double[] bValues, final DoubleConsumer progress)
	{
		if (signal.numDimensions() != 4) throw new IllegalArgumentException(
			"An ADC is computed from the axes x, y, z, t, but there are " + signal.numDimensions() + " axes");
		if (signal.dimension(3) != bValues.length) throw new IllegalArgumentException("Each frame needs its b-value, but " +
			"there are " + signal.dimension(3) + " frames and " + bValues.length + " b-values");
		BValues.of(bValues).atLeast(settings.minimumB());
		final DecayFit fit = new DecayFit(settings);
		final long[] size = { signal.dimension(0), signal.dimension(1), signal.dimension(2) };
		final RandomAccessibleInterval<FloatType> adc = PlanarImgs.floats(size);
		final RandomAccessibleInterval<FloatType> s0 = PlanarImgs.floats(size);
		final RandomAccessibleInterval<FloatType> r2 = PlanarImgs.floats(size);
		final RandomAccess<? extends RealType<?>> source = zeroMin(signal).randomAccess();
		final RandomAccess<FloatType> a = adc.randomAccess();
		final RandomAccess<FloatType> b = s0.randomAccess();
		final RandomAccess<FloatType> c = r2.randomAccess();
		final double[] samples = new double[bValues.length];
		long nan = 0;
		long negative = 0;
		long rejected = 0;
		for (long z = 0; z < size[2]; z++) {
			if (Thread.currentThread().isInterrupted()) throw new CancellationException("The ADC map was cancelled");
			for (long y = 0; y < size[1]; y++)
				for (long x = 0; x < size[0]; x++) {
					for (int t = 0; t < samples.length; t++)
						samples[t] = scale.real(source.setPositionAndGet(x, y, z, t).getRealDouble());
					final DecayFit.Result result = fit.fit(bValues, samples);
					a.setPositionAndGet(x, y, z).setReal(result.adc());
					b.setPositionAndGet(x, y, z).setReal(result.s0());
					c.setPositionAndGet(x, y, z).setReal(result.rSquared());
					if (Double.isNaN(result.adc())) nan++;
					if (result.adc() < 0) negative++;
					rejected += result.rejected();
				}
			progress.accept((z + 1.0) / size[2]);
		}
		return new AdcMaps(adc, settings.maps().contains(OptionalMap.S0) ? Optional.of(s0) : Optional.empty(), settings
			.maps().contains(OptionalMap.R_SQUARED) ? Optional.of(r2) : Optional.empty(), nan, negative, rejected);
	}

	@SuppressWarnings({ "rawtypes", "unchecked" })
	private static RandomAccessibleInterval<? extends RealType<?>> zeroMin(
		final RandomAccessibleInterval<? extends RealType<?>> source)
	{
		return Views.zeroMin((RandomAccessibleInterval) source);
	}
}
