package io.github.vertebraj.command;

import java.io.File;
import java.io.IOException;

import io.github.vertebraj.phantom.FatPhantom;
import io.github.vertebraj.phantom.LumbarPhantom;
import io.github.vertebraj.phantom.PatientStudy;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Writes a study with known truth, to try and to check the other commands. */
@Plugin(type = Command.class, description = DemoData.DESCRIPTION, menu = { @Menu(label = "Plugins"), @Menu(
	label = "VertebraJ"), @Menu(label = "Demo Data...", weight = 90) })
public class DemoData extends VertebraCommand {

	static final String DESCRIPTION = "Writes a study with known truth, to try and to check the other commands.";

	private static final String LUMBAR_DWI = "lumbar DWI";
	private static final String FAT_PHANTOM = "fat phantom";
	private static final String PATIENTS = "patient table";
	private static final String READERS = "reader study";
	private static final String FRACTURES = "fracture study";
	private static final long SEED = 2026;

	@Parameter(label = "Kind", description = "lumbar DWI: a diffusion series of L1 to L5 as DICOM, regions, and the true ADC of" +
		" each. fat phantom: complex echoes of known fat fraction and R2* as TIFF, and regions. patient table: readings," +
		" grades and response of invented patients, and the populations behind them. reader study: 48 invented patients, three" +
		" readers, two sessions, with the counts of a published study. fracture study: signs of 141 vertebrae of invented" +
		" patients, with the counts of a published study.", choices = { LUMBAR_DWI, FAT_PHANTOM, PATIENTS, READERS, FRACTURES }, persist = false)
	private String kind = LUMBAR_DWI;

	@Parameter(label = "Output folder", description = "Receives dwi/ (DICOM) or fat.tif, and rois.zip; or patients.csv; and" +
		" truth.csv; or ratings.csv or signs.csv, and cases.csv. Made if missing.", style = "directory", persist = false)
	private File outputFolder;

	@Override
	protected void execute() throws IOException {
		switch (kind) {
			case LUMBAR_DWI -> DemoStudy.write(LumbarPhantom.create(LumbarPhantom.Settings.demo()), outputFolder.toPath());
			case FAT_PHANTOM -> DemoFat.write(FatPhantom.create(FatPhantom.Settings.demo()), outputFolder.toPath());
			case PATIENTS -> DemoPatients.write(new PatientStudy(SEED), outputFolder.toPath());
			case READERS -> DemoReadings.writeReaderStudy(outputFolder.toPath());
			case FRACTURES -> DemoReadings.writeFractureStudy(outputFolder.toPath());
			default -> throw new IllegalArgumentException("No demo data of kind '" + kind + "'; known are " + LUMBAR_DWI +
				", " + FAT_PHANTOM + ", " + PATIENTS + ", " + READERS + " and " + FRACTURES);
		}
	}
}
