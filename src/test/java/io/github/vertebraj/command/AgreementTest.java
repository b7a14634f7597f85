package io.github.vertebraj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import ij.ImagePlus;
import ij.measure.ResultsTable;

import org.junit.jupiter.api.Test;
import org.scijava.command.CommandModule;

/**
 * What the analyses of agreement give. Oracle of the numbers: R 4.2.2 with psych 2.2.9 on the same columns, the call
 * beside each.
 */
class AgreementTest extends AgreementCase {

	@Test
	void comparesTwoReadersOfNumbers() throws Exception {
		final ResultsTable table = run(NUMBERS, "readings", "a,b");
		assertEquals("Agreement of study.csv", table.getTitle());
		// d <- a-b; t.test(a, b, paired=TRUE)
		final int bias = row(table, "a vs b", "Bias");
		assertCells(table, bias, 0.00375000000000003, -0.0487336824293908, 0.0562336824293908);
		assertEquals(0.1689542450723182, table.getValue("Statistic value", bias), 1e-9);
		assertEquals(0.8706111599001988, table.getValue("p", bias), 1e-9);
		assertEquals(7, table.getValue("df", bias));
		// mean(d) - 1.96*sd(d), +- qt(.975, 7)*sd(d)*sqrt(1/8 + 1.96^2/14)
		assertCells(table, row(table, "a vs b", "Lower limit"), -0.119294788593422, -0.213110013216587, -0.025479563970258);
		assertEquals(0.126794788593422, table.getValue("Value", row(table, "a vs b", "Upper limit")), 1e-12);
		assertEquals(0.062777953363991, table.getValue("Value", row(table, "a vs b", "SD of differences")), 1e-12);
		// lm(d ~ I((a+b)/2))
		final int slope = row(table, "a vs b", "Proportional bias slope");
		assertEquals(0.0203659369907919, table.getValue("Value", slope), 1e-12);
		assertEquals(0.0834363674220995, table.getValue("SE", slope), 1e-12);
		assertEquals(0.815293845437402, table.getValue("p", slope), 1e-9);
		// psych::ICC(cbind(a,b), lmer=FALSE)
		final int icc = row(table, "a vs b", "ICC(2,1)");
		assertCells(table, icc, 0.981615799603683, 0.911519525705696, 0.996291517688217);
		assertEquals(2.11907354783710e-06, table.getValue("p", icc), 1e-15);
		assertEquals("2 readings of each subject, numbers of 16 different values, not all of them whole", table
			.getStringValue("Why", icc));
		assertEquals("", table.getStringValue("Statistic", slope - 1));
	}

	@Test
	void givesEveryFormOfTheIntraclassCorrelation() throws Exception {
		final ResultsTable table = run(NUMBERS, "readings", "a,b", "analysis", "ICC", "form", "all");
		assertEquals(6, table.size());
		// psych::ICC(cbind(a,b), lmer=FALSE)
		assertCells(table, row(table, "a vs b", "ICC(1,1)"), 0.981639126935278, 0.919460617142594, 0.996224794749678);
		assertCells(table, row(table, "a vs b", "ICC(3,1)"), 0.979127852542581, 0.899918051487393, 0.995786144030272);
		assertCells(table, row(table, "a vs b", "ICC(1,k)"), 0.990734502152711, 0.958040617172286, 0.998108827592839);
		assertCells(table, row(table, "a vs b", "ICC(2,k)"), 0.990722621206394, 0.953711969402123, 0.998142314246730);
		assertCells(table, row(table, "a vs b", "ICC(3,k)"), 0.989453866039728, 0.947323018256363, 0.997888623496895);
	}

	@Test
	void takesNumbersOfThreeReadersTwoByTwoAndTogether() throws Exception {
		final ResultsTable table = run(NUMBERS, "readings", "a,b,c");
		for (final String pair : List.of("a vs b", "a vs c", "b vs c"))
			assertEquals("Bland-Altman", table.getStringValue("Analysis", row(table, pair, "Upper limit")));
		// psych::ICC(cbind(a,b,c), lmer=FALSE)
		assertCells(table, row(table, "a vs b vs c", "ICC(2,1)"), 0.980654247827589, 0.937873135653161, 0.995726505829385);
	}

	@Test
	void comparesOnOtherScales() throws Exception {
		// 100*d/((a+b)/2); exp(mean(log(a/b))), exp(mean(log(a/b)) - 1.96*sd(log(a/b)))
		final ResultsTable percent = run(NUMBERS, "readings", "a,b", "analysis", "Bland-Altman", "difference",
			"percent of mean");
		assertEquals(0.327695785438467, percent.getValue("Value", row(percent, "a vs b", "Bias (%)")), 1e-12);
		final ResultsTable ratio = run(NUMBERS, "readings", "a,b", "analysis", "Bland-Altman", "difference", "log ratio",
			"limits", "exact, noncentral t");
		assertEquals(1.0032851784078, ratio.getValue("Value", row(ratio, "a vs b", "Bias as ratio")), 1e-12);
		assertEquals(0.901557950467494, ratio.getValue("Value", row(ratio, "a vs b", "Lower limit as ratio")), 1e-12);
		assertEquals("95%, exact, noncentral t", ratio.getStringValue("CI", row(ratio, "a vs b", "Upper limit (ln)")));
	}

	@Test
	void tellsHowFarGradesAgree() throws Exception {
		final ResultsTable plain = run(GRADES, "readings", "g1,g2");
		// psych::cohen.kappa(cbind(g1,g2)): kappa, sqrt(var.kappa)
		assertEquals(0.559633027522936, plain.getValue("Value", row(plain, "g1 vs g2", "Kappa")), CLOSE);
		assertEquals(0.176896066601467, plain.getValue("SE", row(plain, "g1 vs g2", "Kappa")), CLOSE);
		assertEquals(8 / 12.0, plain.getValue("Value", row(plain, "g1 vs g2", "Observed agreement")), CLOSE);
		assertEquals((4 * 8 / 12.0 - 1) / 3, plain.getValue("Value", row(plain, "g1 vs g2", "PABAK")), CLOSE);
		assertTrue(plain.getStringValue("Why", 0).contains("whole numbers of only 4 different values"));
		// weighted.kappa, and with w = 1 - abs(outer(0:3, 0:3, "-"))/3
		final ResultsTable quadratic = run(GRADES, "readings", "g1,g2", "weights", "quadratic");
		assertEquals(0.856287425149700, quadratic.getValue("Value", row(quadratic, "g1 vs g2", "Kappa")), CLOSE);
		// statsmodels 0.13.5: cohens_kappa(table, wt="quadratic").std_kappa; psych's differs from the delta method here
		assertEquals(0.07074974470696734, quadratic.getValue("SE", row(quadratic, "g1 vs g2", "Kappa")), CLOSE);
		final ResultsTable linear = run(GRADES, "readings", "g1,g2", "weights", "linear");
		assertEquals(0.724137931034483, linear.getValue("Value", row(linear, "g1 vs g2", "Kappa")), CLOSE);
	}

	@Test
	void tellsHowFarThreeReadersAgree() throws Exception {
		final ResultsTable fleiss = run(GRADES, "readings", "g1,g2,g3");
		// (P - Pe)/(1 - Pe) and z by the formulas of Fleiss, Nee, Landis 1979 in base R
		final int kappa = row(fleiss, "g1 vs g2 vs g3", "Kappa");
		assertEquals(0.552795031055901, fleiss.getValue("Value", kappa), CLOSE);
		assertEquals(5.70511518119323, fleiss.getValue("Statistic value", kappa), 1e-9);
		assertEquals("Kappa of 3", fleiss.getStringValue("Quantity", fleiss.size() - 1));
		final ResultsTable cohen = run(GRADES, "readings", "g1,g2,g3", "analysis", "Cohen kappa");
		// psych::cohen.kappa(cbind(g1,g3)), cbind(g2,g3)
		assertEquals(0.773584905660377, cohen.getValue("Value", row(cohen, "g1 vs g3", "Kappa")), CLOSE);
		assertEquals(0.339449541284404, cohen.getValue("Value", row(cohen, "g2 vs g3", "Kappa")), CLOSE);
	}

	@Test
	void tellsRepeatability() throws Exception {
		final ResultsTable table = run(NUMBERS, "readings", "a,b", "analysis", "repeatability");
		// m <- rowSums((cbind(a,b)-(a+b)/2)^2); w <- sqrt(sum(m)/8); sqrt(8*w^2/qchisq(c(.975,.025), 8))
		assertCells(table, row(table, "a vs b", "Within-subject SD"), 0.0416082924427331, 0.0281046138198664,
			0.0797119551507555);
		assertEquals(0.11533230250021, table.getValue("Value", row(table, "a vs b", "Repeatability coefficient")), CLOSE);
		// 100*sqrt(mean(m/((a+b)/2)^2))
		assertEquals(3.61431305704922, table.getValue("Value", row(table, "a vs b", "Within-subject CV (%)")), 1e-9);
	}

	@Test
	void writesTableSidecarAndFigure() throws Exception {
		final Path csv = folder.resolve("out.csv");
		final Path png = folder.resolve("out.png");
		final CommandModule module = module(NUMBERS, "readings", "a,b", "output", csv.toFile(), "figure", png.toFile());
		assertFalse(module.isCanceled(), module::getCancelReason);
		assertEquals(7, Files.readAllLines(csv).size());
		assertTrue(Files.readString(folder.resolve("out.json")).contains("\"analysis\": \"auto\""));
		assertTrue(ImageIO.read(png.toFile()).getWidth() >= 1000);
		assertEquals("Agreement figure of study.csv", ((ImagePlus) module.getOutput("plot")).getTitle());
	}

	@Test
	void drawsWhereThereIsAPlot() throws Exception {
		assertNotNull(module(GRADES, "readings", "g1,g2").getOutput("plot"));
		assertNotNull(module(GRADES, "readings", "g1,g2,g3").getOutput("plot"));
		assertNotNull(module(NUMBERS, "readings", "a,b", "analysis", "repeatability").getOutput("plot"));
		assertNull(module(NUMBERS, "readings", "a,b,c", "analysis", "ICC").getOutput("plot"));
		assertRefused("figure must be left empty", NUMBERS, "readings", "a,b,c", "analysis", "ICC", "figure", folder.resolve(
			"x.png").toFile());
	}

	@Test
	void scalesDoNotMatter() throws Exception {
		final double icc = run(NUMBERS, "readings", "a,b", "analysis", "ICC").getValue("Value", 0);
		for (final String power : List.of("e120", "e-120")) {
			final String scaled = NUMBERS.replaceAll("(\\d\\.\\d+)", "$1" + power);
			final ResultsTable table = run(scaled, "readings", "a,b");
			assertEquals(icc, table.getValue("Value", row(table, "a vs b", "ICC(2,1)")), 1e-12);
			assertEquals(0.00375 * Double.parseDouble("1" + power), table.getValue("Value", 0), 1e-12 * Double.parseDouble("1" +
				power));
		}
	}
}
