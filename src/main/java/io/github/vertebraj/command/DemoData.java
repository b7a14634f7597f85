package io.github.vertebraj.command;

import java.io.File;
import java.io.IOException;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Writes a study with known truth, to try and to check the other commands. */
@Plugin(type = Command.class, description = DemoData.DESCRIPTION, menu = { @Menu(label = "Plugins"), @Menu(
	label = "VertebraJ"), @Menu(label = "Demo Data...", weight = 90) })
public class DemoData extends VertebraCommand {

	static final String DESCRIPTION = "Writes a study with known truth, to try and to check the other commands.";

	@Parameter(label = "Kind", description = "lumbar DWI: a diffusion series of L1 to L5 as DICOM, regions, and the true ADC of" +
		" each. Dixon pairs: water, fat, in- and opposed-phase series and three echoes of L1 to L5 as DICOM, regions, and the" +
		" true fat fraction of each. fat phantom: complex echoes of known fat fraction and R2* as TIFF, and regions. signal" +
		" pattern: T1, T2, STIR, DWI and ADC of one spine with three lesions as TIFF, and regions. two time" +
		" points: water and fat of invented patients before and after therapy as DICOM, regions of each, their response, and" +
		" the true fat fractions. whole body: diffusion series and ADC maps of three overlapping stations as DICOM, a mask, and" +
		" the lesions' true volumes. DECT study: lumbar CT of twenty invented patients at two spectra as TIFF, one with metal," +
		" regions of each, and the true CT numbers and noise. vertebral fractures: a spine with a wedge, a biconcave and a" +
		" crushed vertebra as TIFF with six points each, label image, and the true heights. patient table: readings, grades" +
		" and response of invented patients, and the populations behind them.", choices = { "lumbar DWI", "Dixon pairs",
			"fat phantom", "signal pattern", "two time points", "whole body", "DECT study", "vertebral fractures",
			"patient table" }, persist = false)
	private String kind = DemoKind.LUMBAR_DWI.key();

	@Parameter(label = "Output folder", description = "Receives the images, regions and tables, truth.csv among them. Made if" +
		" missing.", style = "directory", persist = false)
	private File outputFolder;

	@Override
	protected void execute() throws IOException {
		DemoKind.of(kind).write(outputFolder.toPath());
	}
}
