package io.github.vertebraj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;

import ij.measure.ResultsTable;

import org.scijava.command.CommandModule;

/** Agreement of tables through SciJava's door: the tables, and how a case is run. */
abstract class AgreementCase extends TableCommandTest {

	/** a, b, c: numbers of eight subjects; g1, g2, g3: grades of twelve. */
	static final String NUMBERS = """
		a,b,c
		0.82,0.85,0.9
		1.10,1.02,1.08
		1.34,1.40,1.31
		0.95,0.99,1.01
		1.61,1.55,1.58
		0.74,0.70,0.77
		1.22,1.30,1.19
		1.47,1.41,1.5
		""";
	static final String GRADES = """
		g1;g2;g3
		0;0;0
		1;1;1
		2;2;2
		3;2;3
		1;1;2
		2;3;2
		0;0;0
		1;2;1
		2;2;1
		3;3;3
		3;3;3
		1;0;1
		""";
	static final double CLOSE = 1e-10;

	AgreementCase() {
		super(Agreement.class);
	}

	CommandModule module(final String text, final Object... inputs) throws Exception {
		return lines(text.lines().toList(), inputs);
	}

	ResultsTable run(final String text, final Object... inputs) throws Exception {
		return table(module(text, inputs), "agreement");
	}

	void assertRefused(final String reason, final String text, final Object... inputs) throws Exception {
		assertRefused(reason, module(text, inputs));
	}

	/** The first row of a quantity among those of some readings. */
	static int row(final ResultsTable table, final String readings, final String quantity) {
		return IntStream.range(0, table.size()).filter(row -> table.getStringValue("Quantity", row).equals(quantity) && table
			.getStringValue("Readings", row).equals(readings)).findFirst().orElseThrow(() -> new AssertionError("No " +
				quantity + " of " + readings));
	}

	static void assertCells(final ResultsTable table, final int row, final double value, final double lower,
		final double upper)
	{
		assertEquals(value, table.getValue("Value", row), CLOSE * Math.abs(value));
		assertEquals(lower, table.getValue("CI lower", row), CLOSE * Math.abs(lower));
		assertEquals(upper, table.getValue("CI upper", row), CLOSE * Math.abs(upper));
	}
}
