package io.github.vertebraj.statistics.regression;

import static io.github.vertebraj.statistics.regression.RegressionData.MANUAL;
import static io.github.vertebraj.statistics.regression.RegressionData.assertClose;
import static io.github.vertebraj.statistics.regression.RegressionData.assertEach;
import static io.github.vertebraj.statistics.regression.RegressionData.column;
import static io.github.vertebraj.statistics.regression.RegressionData.group;
import static io.github.vertebraj.statistics.regression.RegressionData.outcomeOfX1AndGroup;
import static io.github.vertebraj.statistics.regression.RegressionData.weightAndPower;
import static io.github.vertebraj.statistics.regression.RegressionData.x1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Firth's estimation against R 4.2.2: estimates by brglm2 0.9, {@code brglmFit(X, y, family = binomial(), control =
 * list(type = "AS_mean", epsilon = 1e-13, maxit = 10000))}; profile ends by {@code uniroot(tol = 1e-13)} on the penalised
 * likelihood, itself maximised by nleqslv 3.3.4 (Newton, xtol 1e-15) on the modified score and checked by optim. The
 * penalty is that of the full information, as in logistf.
 */
class FirthTest {

	private static final LogisticRegression FIRTH = LogisticRegression.withDefaults().with(Estimation.FIRTH);

	private static final double R = 1e-9;

	private static final double ROOT = 1e-8;

	@Test
	void agreesForTwoPredictors() {
		final LogisticFit fit = FIRTH.fit(weightAndPower(), MANUAL);
		assertEach(fit, Coefficient::estimate, R, 13.432822741619, -5.7041382796397, 0.024456035708706);
		assertEach(fit, Coefficient::standardError, R, 4.8097897061329, 1.9163764379125, 0.011921835192306);
		assertEach(fit, one -> one.profile().lower(), ROOT, 5.9393406057826, -11.329133277659, 0.0061119805498482);
		assertEach(fit, one -> one.profile().upper(), ROOT, 27.633670624452, -2.7060592505217, 0.059070170451664);
		assertEach(fit, Coefficient::likelihoodRatio, R, 21.890416592405, 25.842198630971, 7.2823367828074);
		assertClose(27.41598055182, fit.statistic(), R, "penalised LR of the model");
		assertClose(-5.4606586643837, fit.quality().logLikelihood(), R, "log-likelihood");
		assertClose(-0.94703336462415, fit.quality().penalisedLogLikelihood(), R, "penalised log-likelihood");
	}

	@Test
	void agreesForACategory() {
		final LogisticFit fit = FIRTH.fit(List.of(x1(), group()), outcomeOfX1AndGroup());
		assertEach(fit, Coefficient::estimate, R, -1.6663278410022, 0.26002578940227, 1.4381863813696, 0.29879667387735);
		assertEach(fit, one -> one.profile().lower(), ROOT, -2.8134605717166, 0.11105085804786, 0.39069014824188,
			-0.71574220795485);
		assertEach(fit, one -> one.profile().upper(), ROOT, -0.63340632086918, 0.42304322403106, 2.56142722875,
			1.3269464580009);
		assertClose(8.0646875200754, fit.predictorTests().get(1).statistic(), R, "penalised LR of the category");
	}

	@Test
	void isFiniteUnderCompleteSeparation() {
		final LogisticFit fit = FIRTH.fit(List.of(Predictor.numeric("x", 1, 2, 3, 4, 5, 6)), new int[] { 0, 0, 0, 1, 1, 1 });
		assertEach(fit, Coefficient::estimate, R, -3.9511937099724, 1.1289124885635);
		assertEach(fit, Coefficient::standardError, R, 3.1870252935211, 0.85490833668793);
		assertEach(fit, one -> one.profile().lower(), ROOT, -21.587959104021, 0.0017326039926831);
		assertEach(fit, one -> one.profile().upper(), ROOT, 0.30191212922497, 6.0700081684161);
		assertEach(fit, Coefficient::likelihoodRatio, R, 3.183272118125, 3.8570331444412);
	}

	@Test
	void isFiniteUnderQuasiCompleteSeparation() {
		final LogisticFit fit = FIRTH.fit(List.of(Predictor.numeric("x", 1, 2, 3, 3, 4, 5)), new int[] { 0, 0, 0, 1, 1, 1 });
		assertEach(fit, Coefficient::estimate, R, -3.4574631571577, 1.1524877190526);
		assertEach(fit, one -> one.profile().lower(), ROOT, -16.111785724125, -0.15813440562294);
		assertEach(fit, one -> one.profile().upper(), ROOT, 0.76383668504253, 5.2758856639184);
	}

	@Test
	void agreesForRareEvents() {
		final LogisticFit fit = FIRTH.fit(List.of(Predictor.numeric("x", column(2000, i -> i * 757 % 2000 / 1000.0))),
			IntStream.range(0, 2000).map(i -> i % 700 == 11 ? 1 : 0).toArray());
		assertEach(fit, Coefficient::estimate, R, -4.3739722489758, -3.1370131089828);
		assertEach(fit, one -> one.profile().lower(), ROOT, -6.1516165807932, -9.1438402587007);
		assertEach(fit, one -> one.profile().upper(), ROOT, -2.9479961707962, -0.39558594991493);
	}

	/** In a saturated model, Firth's estimates are those of the table with 1/2 added to each cell. */
	@ParameterizedTest
	@CsvSource({ "7, 3, 0, 10", "1, 0, 0, 1", "5, 5, 5, 5", "0, 40, 3, 2", "1, 100000, 0, 50000" })
	void addsHalfToEachCellOfATwoByTwoTable(final int a, final int b, final int c, final int d) {
		final int n = a + b + c + d;
		final double[] exposed = column(n, i -> i < a + b ? 1 : 0);
		final int[] outcome = IntStream.range(0, n).map(i -> i < a || i >= a + b && i < a + b + c ? 1 : 0).toArray();
		final LogisticFit fit = FIRTH.fit(List.of(Predictor.numeric("exposed", exposed)), outcome);
		assertClose(Math.log((c + 0.5) / (d + 0.5)), fit.coefficients().get(0).estimate(), R, "intercept");
		final double logOddsRatio = Math.log((a + 0.5) * (d + 0.5) / ((b + 0.5) * (c + 0.5)));
		assertEquals(logOddsRatio, fit.coefficient("exposed").estimate(), 1e-9);
	}
}
