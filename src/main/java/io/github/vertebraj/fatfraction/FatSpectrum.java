package io.github.vertebraj.fatfraction;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import com.google.gson.Gson;

/**
 * The resonances of fat. The known spectra stand in {@code spectra.json} with their sources.
 *
 * @param ppm        chemical shift of each peak from water; fat lies mostly below 0
 * @param amplitudes of the peaks, normalised: they sum to 1
 * @param citation   where the numbers were read, and in whom they were measured
 */
public record FatSpectrum(List<Double> ppm, List<Double> amplitudes, String citation) {

	/** Gyromagnetic ratio of the proton over 2π, in MHz/T (CODATA 2018: 42.577478518). */
	private static final double MEGAHERTZ_PER_TESLA = 42.577478518;

	/** An entry of the data file. */
	private record Entry(String id, double[] ppm, double[] amplitude, String population, String citation) {}

	/**
	 * @throws IllegalArgumentException when there is no peak, the lists differ in length, a number is not finite, or the
	 *           amplitudes are negative or all 0
	 */
	public FatSpectrum {
		ppm = List.copyOf(ppm);
		if (ppm.isEmpty() || ppm.size() != amplitudes.size()) throw new IllegalArgumentException(
			"A spectrum of fat needs an amplitude for each of its peaks, but has " + ppm.size() + " shifts and " + amplitudes
				.size() + " amplitudes");
		final double sum = amplitudes.stream().mapToDouble(Double::doubleValue).sum();
		if (ppm.stream().anyMatch(shift -> !Double.isFinite(shift)) || amplitudes.stream().anyMatch(a -> !(a >= 0)) ||
			!(sum > 0) || Double.isInfinite(sum)) throw new IllegalArgumentException(
				"A spectrum of fat needs finite shifts and amplitudes of 0 and more, but has " + ppm + " and " + amplitudes);
		amplitudes = amplitudes.stream().map(amplitude -> amplitude / sum).toList();
	}

	/**
	 * A known spectrum.
	 *
	 * @param peaks how many peaks it has: 6 or 1
	 * @throws IllegalArgumentException when there is none of so many
	 */
	public static FatSpectrum of(final int peaks) {
		final Entry[] entries = read();
		return Arrays.stream(entries).filter(entry -> entry.id.equals(Integer.toString(peaks))).findFirst().map(
			entry -> new FatSpectrum(list(entry.ppm), list(entry.amplitude), entry.citation + " (" + entry.population + ")"))
			.orElseThrow(() -> new IllegalArgumentException("No spectrum of fat has peaks = " + peaks + "; known are " + Arrays
				.stream(entries).map(Entry::id).collect(Collectors.joining(", "))));
	}

	private static Entry[] read() {
		try (Reader reader = new InputStreamReader(FatSpectrum.class.getResourceAsStream("spectra.json"),
			StandardCharsets.UTF_8))
		{
			return new Gson().fromJson(reader, Entry[].class);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static List<Double> list(final double[] values) {
		return Arrays.stream(values).boxed().toList();
	}

	/** The frequencies of the peaks in Hz against water, at a field strength in T. */
	public double[] hertz(final double fieldStrength) {
		return ppm.stream().mapToDouble(shift -> shift * MEGAHERTZ_PER_TESLA * fieldStrength).toArray();
	}
}
