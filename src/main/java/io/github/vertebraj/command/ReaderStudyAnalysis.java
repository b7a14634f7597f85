package io.github.vertebraj.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.github.vertebraj.report.Provenance;
import io.github.vertebraj.report.study.StudyReport;
import io.github.vertebraj.report.study.StudySource;

import ij.measure.ResultsTable;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Analyses a reader study, or a study of fracture signs, from its folder or a long table, to the last table. */
@Plugin(type = Command.class, description = ReaderStudyAnalysis.DESCRIPTION, menu = { @Menu(label = "Plugins"), @Menu(
	label = "VertebraJ"), @Menu(label = "Reader Study Analysis...", weight = 52) })
public class ReaderStudyAnalysis extends VertebraCommand {

	static final String DESCRIPTION = "Analyses a reader study: what the second session changed, by reader and site, with" +
		" tests, agreement, image quality and, where the truth is known, ROC; or signs of fracture by group and modality." +
		" Writes tables (.csv), figures (.png, .svg) and report.html.";

	@Parameter(label = "Study", description = "Folder of a study, or a .csv: ratings (case, reader, session, level, site, rating" +
		" and, if known, invisible, type, truth) or signs of fracture (case, level, group, sign, modality, finding). cases.csv" +
		" beside it tells age, sex, primary and covariates.", style = "both,directory", persist = false)
	private File study;

	@Parameter(label = "Output folder", description = "Receives the files. Made if missing.", style = "directory",
		persist = false)
	private File outputFolder;

	@Parameter(label = "Groups", type = ItemIO.OUTPUT)
	private ResultsTable groups;

	@Override
	protected void execute() throws IOException {
		final Path source = ResultFiles.given(study).orElseThrow(() -> new IllegalArgumentException(
			"study must name the folder of a study or a .csv"));
		final Path folder = ResultFiles.given(outputFolder).orElseThrow(() -> new IllegalArgumentException(
			"outputFolder must name the folder that receives the files"));
		if (!Files.exists(source)) throw new IOException("Cannot read " + source + ": there is no such file or folder");
		final StudyReport report = StudyReport.of(StudySource.read(source), progress("Analysing the study"));
		if (folder.toAbsolutePath().normalize().equals(source.toAbsolutePath().normalize().getParent()) && report.tables()
			.containsKey(source.getFileName().toString())) throw new IllegalArgumentException("The study " + source +
				" would be overwritten: choose another outputFolder");
		report.write(folder, Provenance.of("Reader Study Analysis...", parameters(), Map.of("study", report.title())));
		groups = TableWindow.of(report.tables().getOrDefault("table1-groups.csv", report.tables().get("fracture-signs.csv")));
	}
}
