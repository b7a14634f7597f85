// The main job: makes a lumbar diffusion study with known truth, measures every region of it, and compares.
// Argument: the folder that receives the study and the results.

folder = getArgument();
if (folder == "") folder = "demo";
separator = "/";

run("Demo Data...", "kind=[lumbar DWI] outputfolder=[" + folder + "]");
run("Open Series...", "source=[" + folder + separator + "dwi]");
series = getTitle();
run("ADC Map...", "image=[" + series + "]");
run("ADC ROI Measurement...", "image=[" + series + "] rois=[" + folder + separator + "rois.zip] estimate=[fit of mean signal]"
	+ " output=[" + folder + separator + "adc.csv] figure=[" + folder + separator + "adc.png]");

adc = "ADC (10^-3 mm^2/s)";
regions = Table.getColumn("Region");
measured = Table.getColumn(adc);
classes = Table.getColumn("Class");

Table.open(folder + separator + "truth.csv");
print("");
print("ADC in 10^-3 mm^2/s    measured   true");
for (i = 0; i < regions.length; i++) {
	truth = NaN;
	for (row = 0; row < Table.size; row++)
		if (Table.getString("Region", row) == regions[i]) truth = Table.get(adc, row);
	print(pad(regions[i], 22) + " " + pad(d2s(measured[i], 3), 10) + " " + pad(d2s(truth, 3), 8) + classes[i]);
}
print("Results are in " + folder + ": adc.csv, adc.json, adc.png");

function pad(text, width) {
	while (lengthOf(text) < width) text = text + " ";
	return text;
}
