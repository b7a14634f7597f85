package io.github.vertebraj.statistics.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.vertebraj.statistics.Golden;

class IntraclassCorrelationTest {

	private static final double[][] FIVE = { { 1.1, 1.3, 0.9 }, { 2.0, 2.4, 1.9 }, { 3.2, 3.1, 2.8 }, { 2.6, 2.9, 2.3 }, {
		1.7, 1.6, 1.5 } };

	private static IntraclassCorrelation.Result icc(final IccForm form, final double[]... ratings) {
		return IntraclassCorrelation.withDefaults().with(form).test(ratings);
	}

	@TestFactory
	Stream<DynamicTest> golden() {
		return Golden.tests("icc", one -> {
			for (final IccForm form : IccForm.values()) {
				final var result = icc(form, one.matrix("x"));
				final String name = form.name().replace("_", "").toLowerCase() + "_";
				one.check(name + "icc", result.coefficient());
				one.check(name + "F", result.f());
				one.check(name + "df1", result.df1());
				one.check(name + "df2", result.df2());
				one.check(name + "p", result.pValue());
				one.check(name + "lo", result.interval().lower());
				one.check(name + "hi", result.interval().upper());
				one.check("MSR", result.meanSquares().between());
				one.check("MSC", result.meanSquares().ofRaters());
				one.check("MSE", result.meanSquares().residual());
				one.check("MSW", result.meanSquares().within());
			}
		});
	}

	/** Coefficient, lower and upper end, p. */
	private static void assertIcc(final IntraclassCorrelation.Result result, final double... expected) {
		final double[] actual = { result.coefficient(), result.interval().lower(), result.interval().upper(), result
			.pValue() };
		for (int i = 0; i < expected.length; i++)
			assertEquals(expected[i], actual[i], 1e-10 * Math.abs(expected[i]), result.form() + " value " + i);
	}

	/** psych 2.2.9: ICC(x, lmer=FALSE)$results. */
	@Test
	void agreesWithPsych() {
		assertIcc(icc(IccForm.ICC_1_1, FIVE), 0.919105907397552, 0.695494049585837, 0.990393612709408,
			7.37874764210860e-06);
		assertIcc(icc(IccForm.ICC_2_1, FIVE), 0.920522875816993, 0.494908187076272, 0.991251913456295,
			6.34698661053501e-07);
		assertIcc(icc(IccForm.ICC_3_1, FIVE), 0.971578366445916, 0.866636679337778, 0.996780653237286);
		assertIcc(icc(IccForm.ICC_1_K, FIVE), 0.971498218638665, 0.872644305289660, 0.996777231461315);
		assertIcc(icc(IccForm.ICC_2_K, FIVE), 0.972025397993927, 0.746161595871456, 0.997066864939194);
		assertIcc(icc(IccForm.ICC_3_K, FIVE), 0.990343146446653, 0.951207470617997, 0.998924576304567);
	}

	/** psych 2.2.9, as above; R: i <- 0:1999; sapply(0:2, function(j) (i*37)%%101 + ((i*17+j*29)%%13) + j). */
	@Test
	void manySubjects() {
		final double[][] many = IntStream.range(0, 2000).mapToObj(i -> IntStream.range(0, 3).mapToDouble(j -> i * 37 % 101 +
			(i * 17 + j * 29) % 13 + j).toArray()).toArray(double[][]::new);
		assertIcc(icc(IccForm.ICC_2_1, many), 0.979225454996969, 0.976296060190018, 0.981709794419087, 0);
		assertIcc(icc(IccForm.ICC_1_K, many), 0.992975179077646, 0.992424634876169, 0.993492059885326, 0);
	}

	private static double[][] map(final double[][] ratings, final DoubleUnaryOperator change) {
		return Arrays.stream(ratings).map(row -> Arrays.stream(row).map(change).toArray()).toArray(double[][]::new);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 1e150, 1e-150, -1 })
	void noScaleChangesIt(final double scale) {
		for (final IccForm form : IccForm.values())
			assertIcc(icc(form, map(FIVE, x -> scale * x)), icc(form, FIVE).coefficient(), icc(form, FIVE).interval().lower());
	}

	@Test
	void anOffsetCostsNoMoreThanItsOwnDigits() {
		assertEquals(icc(IccForm.ICC_2_1, FIVE).coefficient(), icc(IccForm.ICC_2_1, map(FIVE, x -> x + 1e9)).coefficient(),
			1e-6);
	}

	/** psych 2.2.9, as above; subjects differ less than ratings of one subject. */
	@Test
	void negativeStaysAsItIs() {
		final double[][] ratings = { { 1, 5 }, { 5, 1 }, { 2, 4.5 }, { 4, 2 }, { 3, 3.5 } };
		final var one = icc(IccForm.ICC_1_1, ratings);
		assertIcc(one, -0.982507288629738, -0.997614201376060, -0.847357157192062, 0.999786556849542);
		assertTrue(one.summary().notes().get(0).contains("negative"));
		assertIcc(icc(IccForm.ICC_3_K, ratings), -139.999999999999943, -1353.238713745922041, -13.680572781003796);
		// psych prints 5.25 here: the estimated variances add up to less than nothing.
		final var mean = icc(IccForm.ICC_2_K, ratings);
		assertTrue(Double.isNaN(mean.coefficient()));
		assertTrue(mean.summary().notes().get(0).contains("nothing or less"));
	}

	/** psych 2.2.9, as above; it prints 2.01 for the lower end of ICC(2,k), above the upper one. */
	@Test
	void twoByTwo() {
		final double[][] ratings = { { 1, 2 }, { 4, 3 } };
		assertIcc(icc(IccForm.ICC_2_1, ratings), 0.75, -160.947252869461011, 0.999614071872831, 0.295167235300867);
		final var mean = icc(IccForm.ICC_2_K, ratings);
		assertIcc(mean, 0.857142857142857);
		assertEquals(Double.NEGATIVE_INFINITY, mean.interval().lower(), 0);
		assertTrue(mean.summary().notes().get(0).contains("no lower end"));
	}

	/** psych 2.2.9 where residuals are rounding only: F of 4.5e31 there, infinite here. */
	@Test
	void ratersWhoDifferByAConstant() {
		final double[][] ratings = { { 1, 2 }, { 3, 4 }, { 6, 7 }, { 2, 3 } };
		assertIcc(icc(IccForm.ICC_2_1, ratings), 0.903225806451613, 0.0106850289744779, 0.993895197798124, 0);
		assertIcc(icc(IccForm.ICC_2_K, ratings), 0.949152542372881, 0.0211441322828730, 0.996938253219820, 0);
		assertIcc(icc(IccForm.ICC_3_1, map(ratings, x -> x / 10)), 1, 1, 1, 0);
		assertTrue(icc(IccForm.ICC_3_1, ratings).summary().notes().get(0).contains("F is infinite"));
	}

	@ParameterizedTest
	@EnumSource
	void completeAgreement(final IccForm form) {
		assertIcc(icc(form, new double[][] { { 0.1, 0.1 }, { 0.7, 0.7 }, { 0.3, 0.3 } }), 1, 1, 1, 0);
	}

	@ParameterizedTest
	@EnumSource
	void subjectsWithEqualMeans(final IccForm form) {
		final var result = icc(form, new double[][] { { 1, 3 }, { 3, 1 }, { 2, 2 } });
		assertEquals(1, result.pValue(), 0);
		assertEquals(1, result.summary().notes().size(), result.summary().notes()::toString);
	}

	private static void assertRefused(final String part, final double[]... ratings) {
		final var error = assertThrows(IllegalArgumentException.class, () -> icc(IccForm.ICC_2_1, ratings));
		assertTrue(error.getMessage().contains(part), error::getMessage);
	}

	@Test
	void badInputIsRefused() {
		assertRefused("Subject 2 has NaN from rater 1", new double[][] { { 1, 2 }, { Double.NaN, 1 } });
		assertRefused("Subject 1 has Infinity from rater 2", new double[][] { { 1, Double.POSITIVE_INFINITY }, { 2, 1 } });
		assertRefused("Subject 2 has 1 ratings, but subject 1 has 2", new double[][] { { 1, 2 }, { 1 } });
		assertRefused("at least two subjects, but has 1", new double[][] { { 1, 2 } });
		assertRefused("at least two subjects, but has 0");
		assertRefused("at least two raters, but has 1", new double[][] { { 1 }, { 2 } });
		assertRefused("Every subject has the same ratings", new double[][] { { 7, 7 }, { 7, 7 } });
		assertRefused("Every subject has the same ratings", new double[][] { { 0.1, 0.2 }, { 0.1, 0.2 } });
	}

	@Test
	void formsHaveTheirWords() {
		assertEquals(IccForm.ICC_2_K, IccForm.of("icc(2,K)"));
		assertEquals("ICC(A,k)", IccForm.ICC_2_K.mcGrawWong());
	}
}
