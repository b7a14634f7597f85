package io.github.vertebraj.command;

import java.io.File;
import java.io.IOException;

import io.github.vertebraj.phantom.LumbarPhantom;

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
		" each.", choices = { "lumbar DWI" }, persist = false)
	private String kind = "lumbar DWI";

	@Parameter(label = "Output folder", description = "Receives dwi/ (DICOM), rois.zip and truth.csv; made if missing.",
		style = "directory", persist = false)
	private File outputFolder;

	@Override
	protected void execute() throws IOException {
		if (!kind.equals("lumbar DWI")) throw new IllegalArgumentException("No demo data of kind '" + kind +
			"'; known is lumbar DWI");
		DemoStudy.write(LumbarPhantom.create(LumbarPhantom.Settings.demo()), outputFolder.toPath());
	}
}
