// The main job: makes a lumbar diffusion study with known truth, measures every region of it, and compares.
// Argument: the folder that receives the study and the results.

folder = getArgument();
if (folder == "") folder = "demo";

run("Demo Data...", "kind=[lumbar DWI] outputfolder=[" + folder + "]");
run("Open Series...", "source=[" + folder + "/dwi]");
series = getTitle();
run("ADC Map...", "image=[" + series + "]");
run("ADC ROI Measurement...", "image=[" + series + "] rois=[" + folder + "/rois.zip] estimate=[fit of mean signal]"
	+ " output=[" + folder + "/adc.csv] figure=[" + folder + "/adc.png]");

adc = "ADC (10^-3 mm^2/s)";
regions = Table.getColumn("Region");
measured = Table.getColumn(adc);
classes = Table.getColumn("Class");

// Read as text: without a display ImageJ itself does not find a table again that a macro opens.
truth = split(File.openAsString(folder + "/truth.csv"), "\n");
print("");
print("ADC in 10^-3 mm^2/s    measured   true");
for (i = 0; i < regions.length; i++)
	print(pad(regions[i], 22) + " " + pad(d2s(measured[i], 3), 10) + " " + pad(d2s(trueAdc(regions[i], truth), 3), 8) + classes[i]);
print("Results are in " + folder + ": adc.csv, adc.json, adc.png");

function trueAdc(region, truth) {
	for (row = 1; row < truth.length; row++) {
		cells = split(truth[row], ",");
		if (cells[0] == region) return parseFloat(cells[1]);
	}
	exit("truth.csv does not know the region " + region);
}

function pad(text, width) {
	while (lengthOf(text) < width) text = text + " ";
	return text;
}
