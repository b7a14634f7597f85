package io.github.vertebraj.ij1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ByteProcessor;

import io.github.vertebraj.report.DataTable;
import io.github.vertebraj.report.DelimitedFile;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Macros without a display: what a command makes is there for the next line, and failures end the program. */
class HeadlessTest {

	@TempDir
	private Path folder;

	private static final String IMAGE = "newImage('DWI', '32-bit ramp', 8, 6, 2);\n";

	private void assertPrints(final String macro, final String... lines) throws Exception {
		final ForkedJava java = ForkedJava.headless(folder, IMAGE + macro, "the argument");
		assertEquals(List.of(lines), java.out().lines().toList(), java.err());
		assertEquals("", java.err());
		assertEquals(0, java.exitCode());
	}

	@Test
	void theNextLineFindsImagesByTitle() throws Exception {
		assertPrints("""
			run('Try Out...', 'bvalues=[0, 500] METHOD=Weighted minimumB=1.5 further=true');
			print(nImages + ' ' + getTitle());
			selectImage('signal of DWI');
			print(getTitle());
			selectImage('DWI');
			run('Try Out...', 'image=[signal of DWI]');
			print(getTitle());
			selectImage('DWI');
			run('Try Out...', '');
			print(getTitle());
			""", "3 map of DWI", "signal of DWI", "map of signal of DWI", "map of DWI-1");
	}

	/** Tables and figures of the shipped example, from one table to the next command. */
	@Test
	void theStatisticsOfAPaperAreOneMacro() throws Exception {
		final Path results = folder.resolve("results");
		final ForkedJava java = ForkedJava.headless(folder, Files.readString(Path.of("macros", "statistics.ijm")), results
			.toString());
		assertEquals(0, java.exitCode(), java.err());
		for (final String name : List.of("tests.csv", "roc.csv", "agreement.csv", "response.csv", "response.png"))
			assertTrue(Files.size(results.resolve(name)) > 0, name);
	}

	/** From the scanner's series of 24 patients to the ROC curve; the truth stands in the demo's own files. */
	@Test
	void aStudyOfMarrowIsOneMacro() throws Exception {
		final Path results = folder.resolve("marrow");
		final ForkedJava java = ForkedJava.headless(folder, Files.readString(Path.of("macros", "marrow-study.ijm")), results
			.toString());
		assertEquals(0, java.exitCode(), java.err());
		for (final String name : List.of("roc.csv", "roc.png", "tdv.png", "foci.csv", "histogram after.png"))
			assertTrue(Files.size(results.resolve(name)) > 0, name);
		final DataTable change = DelimitedFile.read(results.resolve("change.csv"));
		final DataTable truth = DelimitedFile.read(results.resolve("patients/truth.csv"));
		assertEquals(24 * 5, change.rowCount());
		assertEquals(truth.column("Patient").texts(), change.column("Subject").texts());
		assertEquals(truth.column("Region").texts(), change.column("Region").texts());
		for (final String time : List.of("before", "after")) {
			final double[] measured = change.column("Mean FF F/(W+F) " + time).numbers();
			final double[] expected = truth.column("FF " + time).numbers();
			for (int i = 0; i < measured.length; i++)
				assertEquals(expected[i], measured[i], 1, truth.column("Patient").texts().get(i) + " " + time);
		}
		final double volume = DelimitedFile.read(results.resolve("tdv.csv")).column("tDV").numbers()[0];
		final DataTable lesions = DelimitedFile.read(results.resolve("whole body/truth.csv"));
		double active = 0;
		for (int i = 0; i < lesions.rowCount(); i++)
			if (lesions.column("ADC").numbers()[i] <= 1.2) active += lesions.column("Volume of voxels").numbers()[i];
		assertEquals(1, volume / active, 0.02);
		assertTrue(java.out().contains("Results are in " + results), java.out());
	}

	/** Twenty patients, seventeen image types; the best monoenergetic image is behind the mixed one. */
	@Test
	void aStudyOfDualEnergyCtIsOneMacro() throws Exception {
		final Path results = folder.resolve("results");
		final ForkedJava java = ForkedJava.headless(folder, Files.readString(Path.of("macros", "dect-study.ijm")), results
			.toString());
		assertEquals(0, java.exitCode(), java.err());
		assertEquals(20 * 6 * 17 + 1, Files.readAllLines(results.resolve("cnr.csv")).size());
		final List<String> summary = Files.readAllLines(results.resolve("summary.csv"));
		assertEquals(2 * 17 + 1, summary.size());
		assertTrue(median(summary, "CNR of DC-LF,mixed,") > median(summary, "CNR of DC-LF,VMI 70 keV,"));
		assertTrue(median(summary, "CNR of DC-IVD,VMI 70 keV,") > median(summary, "CNR of DC-IVD,VMI 190 keV,"));
		assertTrue(median(summary, "CNR of DC-IVD,mixed denoised 5,") > median(summary, "CNR of DC-IVD,mixed denoised 3,"));
		for (final String name : List.of("tests.csv", "cnr.png", "curve.png"))
			assertTrue(Files.size(results.resolve(name)) > 0, name);
	}

	private static double median(final List<String> summary, final String row) {
		final int column = List.of(summary.get(0).split(",")).indexOf("Median");
		return Double.parseDouble(summary.stream().filter(line -> line.startsWith(row)).findFirst().orElseThrow().split(",",
			-1)[column]);
	}

	/** Slices 5 to 7 are in both stations and count once. */
	@Test
	void stationsOfADiffusionStudyAreNamedByTheirTitles() throws Exception {
		assertPrints("""
			run('Demo Data...', 'kind=[lumbar DWI] outputfolder=[FOLDER]');
			run('Open Series...', 'source=[FOLDER/dwi]');
			rename('whole');
			run('ROI Histogram...', 'image=whole rois=[FOLDER/rois.zip] binnumber=16');
			print(Table.title + ' ' + Table.size);
			run('Duplicate...', 'title=left duplicate slices=1-7 frames=1-3');
			selectImage('whole');
			run('Duplicate...', 'title=right duplicate slices=5-11 frames=1-3');
			lesion = ' adcminimum=0.55 adcmaximum=0.85 signalthreshold=200 minimumvolume=1 projection=sagittal';
			run('Total Diffusion Volume...', 'image=whole' + lesion);
			whole = Table.get('tDV (ml)', 0);
			run('Total Diffusion Volume...', 'image=left stations=right' + lesion);
			print(d2s(whole - Table.get('tDV (ml)', 0), 6) + ' ' + Table.get('Voxels in an earlier station', 0) + ' ' +
				Table.get('Foci', 0) + ' ' + isOpen('right foci'));
			""".replace("FOLDER", folder.toString()), "Histogram of whole 30", "0.000000 50688 1 1");
	}

	@Test
	void theNextCommandFindsATableByItsTitle() throws Exception {
		assertPrints("""
			run('Demo Data...', 'kind=[patient table] outputfolder=[FOLDER]');
			run('Compare Groups...', 'table=[FOLDER/patients.csv] measures=[ADC reader 1] group=Lesion');
			run('Compare Groups...', 'table=[Groups of patients.csv] measures=[Mean, SD, n] group=Group data=summaries');
			print(Table.title + ' ' + d2s(Table.get('Value', 0), 6));
			""".replace("FOLDER", folder.toString()), "Tests of Groups of patients.csv 9.268567");
	}

	@Test
	void anImageThatIsNotShownIsTakenFromItsCaller() throws Exception {
		assertPrints("call('" + Hidden.class.getName() + ".measure'); print(Table.title, nImages);", "Table of hidden 2");
	}

	/** Runs a command on an image of its own, as plugins and scripts do. */
	public static final class Hidden {

		private Hidden() {}

		public static String measure() {
			IJ.run(new ImagePlus("hidden", new ByteProcessor(5, 4)), "Try Out...", "slice=1");
			return "";
		}
	}

	@Test
	void theNextLineFindsTablesByTitle() throws Exception {
		final String csv = folder.resolve("a b.csv").toString();
		assertPrints("""
			run('Try Out...', 'image=DWI minimumb=1.5');
			print(Table.title + ', ' + Table.size + ' row, ' + Table.getString('Method', 0));
			print(Table.get('Minimum b (s/mm^2)', 0) + ' ' + Table.get('Slice', 0, 'Table of DWI'));
			column = Table.getColumn('Slice', 'Table of DWI');
			print(column.length + ' ' + isOpen('Table of DWI') + ' ' + isOpen('map of DWI'));
			selectWindow('Table of DWI');
			saveAs('Results', '%s');
			run('Try Out...', 'image=DWI minimumb=2');
			print(Table.get('Minimum b (s/mm^2)', 0));
			list = getList('window.titles');
			print(list.length + ' ' + list[0]);
			Table.rename('Table of DWI', 'mine');
			print(Table.title + ' ' + Table.get('Minimum b (s/mm^2)', 0, 'mine'));
			close('mine');
			print(isOpen('mine'));
			""".formatted(csv), "Table of DWI, 1 row, log-linear", "1.5 0", "1 1 1", "2", "1 Table of DWI", "mine 2", "0");
		assertEquals("Image,ID,Regions,bValues,Method,Minimum b (s/mm^2),Slice", Files.readAllLines(Path.of(csv)).get(0));
	}

	@Test
	void endsWellWhateverThreadsAreLeft() throws Exception {
		assertPrints("call('" + Sleeper.class.getName() + ".start'); print('\u00b5m', getArgument()); if (true) exit();" +
			" print('after');", "\u00b5m the argument");
	}

	/** Leaves a thread behind. */
	public static final class Sleeper {

		private Sleeper() {}

		public static String start() {
			new Thread(() -> {
				try {
					Thread.sleep(600_000);
				}
				catch (final InterruptedException e) {
					Thread.currentThread().interrupt();
				}
			}).start();
			return "";
		}
	}

	@Test
	void aFailureEndsTheProgram() throws Exception {
		final ForkedJava java = ForkedJava.headless(folder, IMAGE + "print('before');\nrun('Try Out...', 'end=cancel');\n" +
			"print('after');\n");
		assertEquals("before", java.out(), java.err());
		assertEquals(List.of("Try Out: The image 'DWI' has no b-values; give them as bValues",
			"  in line 3: run ( \"Try Out...\" , \"end=cancel\" <)> ;"), java.err().lines().toList());
		assertEquals(1, java.exitCode());
	}

	/** What a macro's second line does, and the beginnings of what is then on standard error. */
	private static final Map<String, List<String>> FAILURES = failures();

	private static Map<String, List<String>> failures() {
		final Map<String, List<String>> failures = new LinkedHashMap<>();
		failures.put("run('Try Out...', 'methd=weighted');", List.of("Try Out: 'methd' is not an option", "  in line 2"));
		failures.put("run('Try Out...', 'slice=1.5');", List.of("Try Out: slice must be a whole number", "  in line 2"));
		failures.put("run('Try Out...', 'end=cancel');", List.of("Try Out: The image 'DWI' has no b-values", "  in line 2"));
		failures.put("run('Try Out...', 'end=interrupt');", List.of("Try Out: cancelled", "  in line 2"));
		failures.put("run('Try Out...', 'end=throw');", List.of("Try Out: failed unexpectedly", "  in line 2",
			"[ERROR] Command errored: Try Out...", "java.lang.IllegalStateException: an error in the program", "\tat " +
				TryOut.class.getName()));
		failures.put("nix(3);", List.of("Undefined identifier", "  in line 2: <nix>"));
		failures.put("run('Nix...');", List.of("Unrecognized command: \"Nix...\"", "  in line 2"));
		failures.put("open('/nix.tif');", List.of("File not found", "/nix.tif"));
		failures.put("call('java.lang.Integer.parseInt', 'x');", List.of("A command failed unexpectedly",
			"Caused by: java.lang.NumberFormatException"));
		failures.put("exit('I give up');", List.of("I give up"));
		return failures;
	}

	/** One macro runs them all, each in a file of its own; ImageJ lets the caller of a failed macro go on. */
	@TestFactory
	Stream<DynamicTest> failuresStopTheirMacroAndSayWhy() throws Exception {
		final StringBuilder caller = new StringBuilder();
		final List<String> lines = List.copyOf(FAILURES.keySet());
		for (int i = 0; i < lines.size(); i++) {
			final Path file = Files.writeString(folder.resolve("failure" + i + ".ijm"), IMAGE.strip() + " print('before " + i +
				"');\n" + lines.get(i) + "\nprint('after');\n");
			caller.append("runMacro('").append(file).append("');\n");
		}
		final ForkedJava java = ForkedJava.headless(folder, caller.toString());
		assertEquals(IntStream.range(0, lines.size()).mapToObj(i -> "before " + i).toList(), java.out().lines().toList(), java
			.err());
		assertEquals(1, java.exitCode());
		final Iterator<String> err = java.err().lines().iterator();
		return FAILURES.entrySet().stream().map(failure -> DynamicTest.dynamicTest(failure.getKey(), () -> failure.getValue()
			.forEach(message -> assertFollows(err, message))));
	}

	private static void assertFollows(final Iterator<String> lines, final String beginning) {
		final List<String> passed = new ArrayList<>();
		while (lines.hasNext()) {
			passed.add(lines.next());
			if (passed.get(passed.size() - 1).startsWith(beginning)) return;
		}
		fail("'" + beginning + "' is not in " + passed);
	}

	private void assertNotStarted(final List<String> options, final String message, final String... arguments)
		throws Exception
	{
		final ForkedJava java = ForkedJava.run(folder, options, arguments);
		assertTrue(java.err().contains(message), java.err());
		assertFalse(java.err().contains("\tat "), java.err());
		assertEquals(2, java.exitCode());
	}

	@Test
	void saysWhatIsMissing() throws Exception {
		final String macro = Files.writeString(folder.resolve("a.ijm"), "print(1);").toString();
		final String script = Files.writeString(folder.resolve("a.py"), "print(1)").toString();
		final List<String> opens = List.of(ForkedJava.OPENS);
		final String main = Headless.class.getName();
		assertNotStarted(opens, "Usage: java", main);
		assertNotStarted(opens, "There is no macro file", main, folder.resolve("nix.ijm").toString());
		assertNotStarted(opens, "is not an ImageJ macro", main, script);
		assertNotStarted(List.of(), "Java must be started with --add-opens", main, macro);
		assertNotStarted(List.of("-Djava.awt.headless=true"), "needs a display", Interactive.class.getName(), macro);
		assertNotStarted(List.of(), "There is no file or folder", Interactive.class.getName(), folder.resolve("nix")
			.toString());
	}
}
