package io.github.vertebraj.diffusion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import io.github.vertebraj.SharedData;

/**
 * The diffusion coefficient D of 14 tissues with perfusion, S(b) = (1 − f) exp(−bD) + f exp(−bD*), as the IVIM task force
 * of OSIPI lists them (code collection TF2.4, file generic.json): what the ADC fit from b = 200 makes of it without noise.
 */
class IvimTissueTest {

	/** A tissue with what the fit finds, in 10⁻³ mm²/s, and the perfused share of the signal at b = 250, in %. */
	private record Tissue(String name, double d, double f, double dStar, double adc) {

		double bias() {
			return 100 * (adc / d - 1);
		}

		/** f · exp(−bD*) as a share of the signal. */
		double perfused(final double b) {
			final double blood = f * Math.exp(-b * dStar / 1000);
			return 100 * blood / (blood + (1 - f) * Math.exp(-b * d / 1000));
		}
	}

	/** The same signals made here, so that what is asserted below holds where the file is missing. */
	@ParameterizedTest
	@CsvSource({ "0.43, 0.145, 50", "1.5, 0.11, 100", "2.4, 0.15, 80" })
	void withoutPerfusionAtHighB(final double d, final double f, final double dStar) {
		final double[] b = { 0, 50, 250, 400, 550, 700, 850, 1000 };
		for (final FitMethod method : FitMethod.values())
			assertEquals(d, adc(method, b, d, f, dStar), 0.01 * d, method.toString());
	}

	private static double adc(final FitMethod method, final double[] b, final double d, final double f,
		final double dStar)
	{
		return new DecayFit(new AdcSettings(method, 200)).fit(b, Arrays.stream(b).map(x -> (1 - f) * Math.exp(-x * d / 1000) +
			f * Math.exp(-x * dStar / 1000)).toArray()).adc();
	}

	private static List<Tissue> tissues() throws IOException {
		final Path file = SharedData.path("osipi/osipi_ivim/tests/IVIMmodels/unit_tests/generic.json");
		final JsonObject root = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
		final double[] b = root.getAsJsonObject("config").getAsJsonArray("bvalues").asList().stream().mapToDouble(
			JsonElement::getAsDouble).toArray();
		final List<Tissue> tissues = new ArrayList<>();
		for (final Map.Entry<String, JsonElement> entry : root.entrySet()) {
			if (entry.getKey().equals("config")) continue;
			final JsonObject tissue = entry.getValue().getAsJsonObject();
			final double d = 1000 * tissue.get("D").getAsDouble();
			final double f = tissue.get("f").getAsDouble();
			final double dStar = 1000 * tissue.get("Dp").getAsDouble();
			tissues.add(new Tissue(entry.getKey(), d, f, dStar, adc(FitMethod.LOG_LINEAR, b, d, f, dStar)));
		}
		return tissues;
	}

	/** Within 1 % where blood gives less than 0.3 % of the signal at b = 250; elsewhere blood can only raise the ADC. */
	@Test
	void tissuesOfOsipi() throws IOException {
		final List<Tissue> tissues = tissues();
		assertEquals(14, tissues.size());
		for (final Tissue tissue : tissues)
			if (tissue.perfused(250) < 0.3) assertEquals(0, tissue.bias(), 1, tissue.toString());
			else assertTrue(tissue.bias() > 0, tissue.toString());
		assertTrue(tissues.stream().filter(tissue -> tissue.perfused(250) < 0.3).count() >= 8);
	}

	/** Prints the table of the documentation. */
	public static void main(final String[] arguments) throws IOException {
		for (final Tissue tissue : tissues())
			System.out.printf("| %s | %.2f | %.3f | %.1f | %.2f | %.3f | %+.1f |%n", tissue.name, tissue.d, tissue.f,
				tissue.dStar, tissue.perfused(250), tissue.adc, tissue.bias());
	}
}
