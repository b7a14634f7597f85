package io.github.vertebraj.ij1;

import java.io.File;
import java.util.concurrent.CancellationException;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.process.FloatProcessor;

import org.scijava.ItemIO;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** A command for tests: one parameter of each kind, outputs of each kind, and each way to fail. */
@Plugin(type = Command.class, description = "Makes an image and a table from the parameters, to try ImageJ's doors.",
	menu = { @Menu(label = "Plugins"), @Menu(label = "VertebraJ"), @Menu(label = "Try Out...", weight = 1000) })
public class TryOut extends ContextCommand {

	@Parameter(label = "Image", description = "Any image.", persist = false)
	private ImagePlus image;

	@Parameter(label = "Regions", description = "ROI file or label image.", required = false, persist = false)
	private File rois;

	@Parameter(label = "b-values (s/mm^2)", description = "One for each frame, separated by commas.", persist = false)
	private String bValues = "auto";

	@Parameter(label = "Fit", description = "How the decay is fitted.", choices = { "log-linear", "weighted",
		"mean of map" }, persist = false)
	private String method = "log-linear";

	@Parameter(label = "Minimum b (s/mm^2)", description = "Frames of a lower b-value are left out.", min = "0",
		max = "5000", persist = false)
	private double minimumB = 0;

	@Parameter(label = "Slice", description = "From 1; 0 is all.", min = "0", persist = false)
	private int slice = 0;

	@Parameter(label = "Write the signal at b = 0 too", description = "As a second image.", persist = false)
	private boolean further = false;

	@Parameter(label = "Folder or file", description = "A folder of results.", style = "both", required = false,
		persist = false)
	private File folder;

	@Parameter(label = "End", description = "How the command ends.", choices = { "well", "cancel", "throw", "interrupt" },
		persist = false)
	private String end = "well";

	@Parameter(required = false)
	private StatusService status;

	@Parameter(label = "Map", type = ItemIO.OUTPUT)
	private ImagePlus map;

	@Parameter(label = "Signal", type = ItemIO.OUTPUT)
	private ImagePlus signal;

	@Parameter(label = "Table", type = ItemIO.OUTPUT)
	private ResultsTable table;

	@Override
	public void run() {
		if (end.equals("cancel")) {
			cancel("The image '" + image.getTitle() + "' has no b-values; give them as bValues");
			return;
		}
		if (end.equals("throw")) throw new IllegalStateException("an error in the program");
		if (end.equals("interrupt")) throw new CancellationException();
		if (status != null) status.showStatus(1, 2, "Half done");
		map = new ImagePlus("map of " + image.getTitle(), new FloatProcessor(4, 3));
		if (further) signal = new ImagePlus("signal of " + image.getTitle(), new FloatProcessor(4, 3));
		table = new Titled("Table of " + image.getTitle());
		table.incrementCounter();
		table.addValue("Image", image.getTitle());
		table.addValue("ID", image.getID());
		table.addValue("Regions", rois == null ? "none" : rois.getPath());
		table.addValue("bValues", bValues);
		table.addValue("Method", method);
		table.addValue("Minimum b (s/mm^2)", minimumB);
		table.addValue("Slice", slice);
	}

	private static final class Titled extends ResultsTable {

		private String title;

		Titled(final String title) {
			this.title = title;
		}

		@Override
		public String getTitle() {
			return title;
		}

		@Override
		public void show(final String newTitle) {
			title = newTitle;
			super.show(newTitle);
		}
	}
}
