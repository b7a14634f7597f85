package io.github.vertebraj.diffusion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdcSettingsTest {

	@ParameterizedTest
	@EnumSource(FitMethod.class)
	void methodsAreKnownByTheirKeys(final FitMethod method) {
		assertEquals(method, FitMethod.of(method.key()));
		assertEquals(method, FitMethod.of(" " + method.key().toUpperCase() + " "));
	}

	@ParameterizedTest
	@EnumSource(OptionalMap.class)
	void mapsAreKnownByTheirKeys(final OptionalMap map) {
		assertEquals(map, OptionalMap.of(map.key()));
	}

	@Test
	void listsWhatIsKnown() {
		assertEquals("No fit method 'loglinear'; known are log-linear, weighted, nonlinear", assertThrows(
			IllegalArgumentException.class, () -> FitMethod.of("loglinear")).getMessage());
		assertEquals("No map beside the ADC 'T2'; known are S0, rSquared", assertThrows(IllegalArgumentException.class,
			() -> OptionalMap.of("T2")).getMessage());
	}

	@ParameterizedTest
	@ValueSource(doubles = { -1, Double.NaN, Double.POSITIVE_INFINITY })
	void theMinimumIsANumberFromZeroUp(final double minimum) {
		assertThrows(IllegalArgumentException.class, () -> new AdcSettings(FitMethod.WEIGHTED, minimum));
	}
}
