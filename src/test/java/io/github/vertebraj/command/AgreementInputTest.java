package io.github.vertebraj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import ij.measure.ResultsTable;

import org.junit.jupiter.api.Test;

/** Which readings are found in a table, and which are refused. Oracle of the numbers: as in {@link AgreementTest}. */
class AgreementInputTest extends AgreementCase {

	@Test
	void readsReadingsBelowOneAnother() throws Exception {
		final StringBuilder text = new StringBuilder("Patient,Reader,Grade\n");
		final List<String> lines = GRADES.lines().skip(1).toList();
		for (int reader = 0; reader < 2; reader++)
			for (int i = 0; i < lines.size(); i++)
				text.append(i + 1).append(',').append(reader + 1).append(',').append(lines.get(i).split(";")[reader]).append(
					'\n');
		final ResultsTable table = run(text.toString(), "readings", "Grade", "reader", "Reader", "subject", "Patient");
		assertEquals(0.559633027522936, table.getValue("Value", row(table, "Reader 1 vs Reader 2", "Kappa")), CLOSE);
		assertRefused("give reader and subject", text.toString(), "readings", "Grade", "reader", "Reader");
		assertRefused("two values of 'Grade'", text + "1,1,3\n", "readings", "Grade", "reader", "Reader", "subject",
			"Patient");
		assertRefused("has only '1'", "P,R,G\n1,1,2\n2,1,3\n", "readings", "G", "reader", "R", "subject", "P");
	}

	@Test
	void ordersWordsAsTold() throws Exception {
		final String words = GRADES.replace("0", "none").replace('1', 'A').replace('2', 'B').replace('3', 'C').replace("gA",
			"g1").replace("gB", "g2").replace("gC", "g3");
		final ResultsTable table = run(words, "readings", "g1,g2", "weights", "quadratic", "categories", "none, A, B, C");
		assertEquals(0.856287425149700, table.getValue("Value", row(table, "g1 vs g2", "Kappa")), CLOSE);
		assertRefused("words have no order", words, "readings", "g1,g2", "weights", "linear");
		assertRefused("'C' in column 'g1', row 4 (line 5 of the file), is none of the categories none, A, B", words,
			"readings", "g1,g2", "categories", "none,A,B");
		assertRefused("stands twice", words, "readings", "g1,g2", "categories", "A,A,B");
	}

	@Test
	void saysWhichStepsItDoesNotKnow() throws Exception {
		final String gap = "a,b\n1,1\n3,3\n1,3\n3,3\n4,4\n";
		assertTrue(run(gap, "readings", "a,b", "weights", "linear").getStringValue("Notes", 0).contains(
			"steps between the categories 1, 3, 4"));
		assertFalse(run(gap, "readings", "a,b", "weights", "linear", "categories", "1,2,3,4").getStringValue("Notes", 0)
			.contains("steps between"));
	}

	@Test
	void leavesOutAndCountsWhatIsMissing() throws Exception {
		final ResultsTable table = run("a,b,c\nx,x,y\ny,,y\ny,y,y\nx,y,NA\n", "readings", "a,b,c", "analysis",
			"Cohen kappa");
		assertEquals(3, table.getValue("Subjects", row(table, "a vs b", "Kappa")));
		assertEquals(1, table.getValue("Missing", row(table, "a vs b", "Kappa")));
		assertEquals(2, table.getValue("Subjects", row(table, "b vs c", "Kappa")));
		assertEquals(2, table.getValue("Missing", row(table, "b vs c", "Kappa")));
	}

	@Test
	void aDashBesideAPlusIsAReading() throws Exception {
		final ResultsTable table = run("a,b\n+,-\n-,-\n+,-\n", "readings", "a,b");
		assertEquals(3, table.getValue("Subjects", 0));
		assertEquals(0, table.getValue("Value", 0), 1e-15);
	}

	@Test
	void degenerateReadingsAreDefinedOrRefused() throws Exception {
		final ResultsTable same = run("a,b\n1.5,1.5\n2.5,2.5\n3.1,3.1\n", "readings", "a,b");
		assertEquals(0, same.getValue("Value", row(same, "a vs b", "Bias")));
		assertTrue(same.getStringValue("Notes", 0).contains("All differences are the same"));
		assertEquals(1, same.getValue("Value", row(same, "a vs b", "ICC(2,1)")));
		final String all = "a,b\nyes,yes\nyes,yes\n";
		assertRefused("name them in categories", all, "readings", "a,b");
		final ResultsTable none = run(all, "readings", "a,b", "categories", "no,yes");
		assertTrue(Double.isNaN(none.getValue("Value", 0)));
		assertTrue(none.getStringValue("Notes", 0).contains("there is no kappa"));
	}

	@Test
	void refusesWhatItCannotAnalyse() throws Exception {
		assertRefused("no column 'd'", NUMBERS, "readings", "a,d");
		assertRefused("named twice", NUMBERS, "readings", "a,a");
		assertRefused("reader must be left empty", NUMBERS, "readings", "a,b", "reader", "c");
		assertRefused("weights must be none", NUMBERS, "readings", "a,b", "analysis", "ICC", "weights", "linear");
		assertRefused("categories must be left empty", NUMBERS, "readings", "a,b", "analysis", "ICC", "categories", "1,2");
		assertRefused("known are auto", NUMBERS, "readings", "a,b", "analysis", "kappa");
		assertRefused("known are absolute", NUMBERS, "readings", "a,b", "difference", "relative");
		assertRefused("'x' in column 'b', row 2", "a,b\n1,2\n3,x\n", "readings", "a,b", "analysis", "ICC");
		assertRefused("'inf' in column 'b', row 1 (line 2 of the file) of the table 'study.csv' is not finite", "a,b\n1,inf\n3,4\n", "readings", "a,b",
			"analysis", "ICC");
		assertRefused("No subject has a value in each of 'a', 'b'", "a,b\n1,\n,4\n", "readings", "a,b");
		assertRefused("a vs b: Pair 2 is -1.0 and 3.0", "a,b\n1,2\n-1,3\n", "readings", "a,b", "analysis", "Bland-Altman",
			"difference", "log ratio");
		assertRefused("a vs b: ", "a,b\n1.5,2.5\n", "readings", "a,b", "analysis", "ICC");
		assertRefused("a vs b: The first sample needs at least 2", "a,b\n1.5,2.5\n", "readings", "a,b", "analysis",
			"Bland-Altman");
		assertRefused("a vs b: ", "a,b\n5,5\n5,5\n5,5\n", "readings", "a,b", "analysis", "ICC");
		assertRefused("confidence level", NUMBERS, "readings", "a,b", "confidence", 100.0);
		assertRefused("is no number as the readings are", GRADES, "readings", "g1,g2", "categories", "none,1");
		assertRefused("must end in .csv", NUMBERS, "readings", "a,b", "output", folder.resolve("x.txt").toFile());
		final String slip = "a,b\n" + IntStream.range(0, 20).mapToObj(i -> i + ".5," + i + "\n").reduce("", String::concat) +
			"7.1x,7\n";
		assertRefused("'7.1x' in column 'a'", slip, "readings", "a,b");
		final String many = "a,b\n" + IntStream.range(0, 200).mapToObj(i -> i + "," + i + "\n").reduce("", String::concat);
		assertRefused("too many for categories", many, "readings", "a,b", "analysis", "Cohen kappa");
	}

	@Test
	void aCategoryThatNobodyChoseHasNoKappa() throws Exception {
		final ResultsTable table = run(GRADES, "readings", "g1,g2,g3", "categories", "0,1,2,3,4");
		assertEquals(0.552795031055901, table.getValue("Value", 0), CLOSE);
		assertTrue(Double.isNaN(table.getValue("Value", row(table, "g1 vs g2 vs g3", "Kappa of 4"))));
		assertEquals("No reading is '4': there is no kappa of it.", table.getStringValue("Notes", table.size() - 1));
	}
}
