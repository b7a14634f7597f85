package io.github.vertebraj.report.study;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;

import javax.imageio.ImageIO;

import io.github.vertebraj.reading.Site;
import io.github.vertebraj.reading.analysis.ReaderStudy;
import io.github.vertebraj.reading.analysis.TypeRule;
import io.github.vertebraj.report.AtomicFile;
import io.github.vertebraj.report.CsvFile;
import io.github.vertebraj.report.Provenance;
import io.github.vertebraj.report.ResultTable;
import io.github.vertebraj.report.Sidecar;
import io.github.vertebraj.report.chart.Figure;

/**
 * All tables and figures of a study, and the files that hold them. What there is nothing for is left out: without a truth
 * no diagnostic accuracy, without signs no fracture tables.
 *
 * @param tables  by file name
 * @param figures by file name without ending
 * @param notes   rules and what was left out, a sentence each
 */
public record StudyReport(String title, Map<String, ResultTable> tables, Map<String, Figure> figures, List<String> notes,
	Optional<ReaderStudy> withTruth)
{

	public StudyReport {
		tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
		figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
		notes = List.copyOf(notes);
	}

	/**
	 * Analyses a study.
	 *
	 * @param progress is told how much is done, 0 to 1
	 * @throws IllegalArgumentException if there are neither ratings nor signs
	 * @throws CancellationException    if the thread was interrupted
	 */
	public static StudyReport of(final StudySource source, final DoubleConsumer progress) {
		if (source.ratings().isEmpty() && source.vertebrae().isEmpty()) throw new IllegalArgumentException("The study '" +
			source.title() + "' has neither ratings nor signs of fracture");
		final Collector collector = new Collector(source, progress);
		source.ratings().ifPresent(collector::addRatings);
		if (!source.vertebrae().isEmpty()) collector.addFractures();
		progress.accept(1);
		return new StudyReport(source.title(), collector.tables, collector.figures, collector.notes, source.ratings().filter(
			study -> !study.truth().isEmpty()));
	}

	/** Puts the parts together. */
	private static final class Collector {

		private static final double PARTS = 16;

		private final StudySource source;
		private final DoubleConsumer progress;
		private final Map<String, ResultTable> tables = new LinkedHashMap<>();
		private final Map<String, Figure> figures = new LinkedHashMap<>();
		private final List<String> notes = new ArrayList<>();

		private Collector(final StudySource source, final DoubleConsumer progress) {
			this.source = source;
			this.progress = progress;
		}

		private ResultTable add(final String file, final Supplier<ResultTable> table) {
			if (Thread.currentThread().isInterrupted()) throw new CancellationException(file);
			final ResultTable made = table.get();
			tables.put(file, made);
			progress.accept(Math.min(1, tables.size() / PARTS));
			return made;
		}

		private void addRatings(final ReaderStudy study) {
			final UsefulnessTables usefulness = new UsefulnessTables(study);
			final ClinicalTables clinical = new ClinicalTables(usefulness);
			final QualityTables quality = new QualityTables(study);
			final ResultTable categories = add("table1.csv", usefulness::categories);
			final ResultTable groups = add("table1-groups.csv", usefulness::groups);
			add("usefulness.csv", usefulness::usefulness);
			add("table2.csv", clinical::tests);
			final ResultTable counts = add("table2-counts.csv", clinical::counts);
			add("table3.csv", new PositionTables(usefulness)::tests);
			final ResultTable grades = add("table4.csv", quality::table);
			add("hidden-swaps.csv", usefulness::swaps);
			add("agreement.csv", new AgreementTables(usefulness)::table);
			final CrossChecks checks = new CrossChecks(usefulness);
			add("cross-checks.csv", () -> checks.check(categories, groups, counts, grades));
			figures.put("usefulness", StudyFigures.usefulness(usefulness));
			figures.put("quality", StudyFigures.quality(quality));
			figures.putAll(StudyFigures.heatMaps(study));
			final DiagnosticTables diagnostic = new DiagnosticTables(study);
			if (!diagnostic.isEmpty()) {
				add("diagnostic.csv", diagnostic::accuracy);
				add("diagnostic-tests.csv", diagnostic::tests);
				for (final Site site : study.sites())
					diagnostic.figure(site).ifPresent(figure -> figures.put("roc-" + site, figure));
			}
			add("patients.csv", usefulness::patients);
			notes.addAll(study.notes());
			notes.add(checks.disagreements() == 0 ? "Cross-checks: all totals agree." : "Cross-checks: " + checks
				.disagreements() + " totals do not agree; cross-checks.csv names the patients not read, the values missing or the rows" +
				" that cause it.");
			notes.addAll(quality.notes());
			notes.add(TypeRule.STATED + " A column 'type' of the cases goes before.");
			notes.add("Tables 2 and 3 compare the groups definitely useful, equivocal and not useful; p-values are not adjusted" +
				" for their number.");
			notes.add(diagnostic.isEmpty() ? "No truth is known: no sensitivity, specificity, ROC, and no file for iMRMC."
				: "iMRMC: imrmc-patients.imrmc takes patients as cases (score: the highest rating), imrmc-segments.imrmc segments," +
					" as if those of a patient were independent.");
		}

		private void addFractures() {
			final FractureSigns signs = new FractureSigns(source.vertebrae());
			final FracturePatients patients = new FracturePatients(source.vertebrae(), source.patients());
			final FractureDetection detection = new FractureDetection(signs);
			add("fracture-patients.csv", patients::counts);
			add("fracture-patients-tests.csv", patients::tests);
			add("fracture-signs.csv", signs::counts);
			add("fracture-signs-tests.csv", signs::tests);
			add("fracture-detection.csv", detection::counts);
			add("fracture-detection-tests.csv", detection::tests);
			add("fracture-clusters.csv", signs::clusters);
			notes.add("Vertebrae of one patient are not independent (fracture-clusters.csv says how many there are); chi-square," +
				" Fisher, Cochran and McNemar take them as if they were. The bootstrap of the differences draws whole patients.");
			final List<String> several = patients.ofSeveralGroups();
			if (!several.isEmpty()) notes.add("Vertebrae of several groups, so that these patients count in each of them, as if" +
				" they were different ones: case " + String.join(", ", several) + ".");
			notes.add("A sign is present when any modality shows it, absent when one could and none does, not assessable when" +
				" none could; shares are of those that are present or absent.");
		}
	}

	/**
	 * Writes a CSV file with its sidecar for each table, PNG and SVG for each figure, iMRMC's lists where the truth is
	 * known, and {@code report.html}.
	 *
	 * @param folder made if missing
	 */
	public void write(final Path folder, final Provenance provenance) throws IOException {
		Files.createDirectories(folder);
		for (final Map.Entry<String, ResultTable> table : tables.entrySet()) {
			CsvFile.write(folder.resolve(table.getKey()), table.getValue());
			Sidecar.write(folder.resolve(table.getKey()), provenance, table.getValue(), notes);
		}
		final List<Drawn> drawn = figures.entrySet().parallelStream().map(figure -> Drawn.of(figure.getKey(), figure
			.getValue())).toList();
		for (final Drawn figure : drawn) {
			AtomicFile.write(folder.resolve(figure.name() + ".png"), out -> out.write(figure.png()));
			AtomicFile.write(folder.resolve(figure.name() + ".svg"), out -> out.write(figure.svg()));
		}
		if (withTruth.isPresent()) {
			AtomicFile.write(folder.resolve("imrmc-patients.imrmc"), out -> ImrmcFile.ofPatients(withTruth.get()).write(out,
				title + ", patients"));
			AtomicFile.write(folder.resolve("imrmc-segments.imrmc"), out -> ImrmcFile.ofSegments(withTruth.get()).write(out,
				title + ", segments"));
		}
		final HtmlPage page = new HtmlPage(title, notes);
		if (!figures.isEmpty()) page.heading("Figures");
		drawn.forEach(figure -> page.figure(figure.name(), figure.svg(), figure.png()));
		final byte[] html = page.tables(tables).bytes(provenance);
		AtomicFile.write(folder.resolve("report.html"), out -> out.write(html));
	}

	/** A figure as the bytes of its two files. */
	private record Drawn(String name, byte[] png, byte[] svg) {

		private static Drawn of(final String name, final Figure figure) {
			final ByteArrayOutputStream png = new ByteArrayOutputStream();
			final ByteArrayOutputStream svg = new ByteArrayOutputStream();
			try {
				ImageIO.write(figure.draw(), "png", png);
				figure.drawing().writeSvg(svg);
			}
			catch (final IOException e) {
				throw new UncheckedIOException(e); // writing to memory does not fail
			}
			return new Drawn(name, png.toByteArray(), svg.toByteArray());
		}
	}
}
