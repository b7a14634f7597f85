// A study of marrow under therapy: the fat fraction of every vertebral body before and soon after the first cycles, its
// change, how well that predicts the response, the histograms of one patient, and the total diffusion volume of a whole
// body. The patients are invented; put your own folders in their place.
// Argument: the folder that receives the images, tables and figures.

folder = getArgument();
if (folder == "") folder = "marrow-study";
File.makeDirectory(folder);

// 1. The images: a folder for each patient, with the folders before and after.
study = folder + "/patients";
run("Demo Data...", "kind=[two time points] outputfolder=[" + study + "]");
times = newArray("before", "after");
setBatchMode(true);
for (t = 0; t < times.length; t++) {
	File.makeDirectory(folder + "/" + times[t]);
	patients = getFileList(study);
	for (i = 0; i < patients.length; i++) {
		if (!endsWith(patients[i], "/")) continue;
		name = replace(patients[i], "/", "");
		run("Open Series...", "source=[" + study + "/" + name + "/" + times[t] + "] series=[dixon_W, dixon_F]");
		// One table for each patient and time, called after the patient.
		run("Fat Fraction ROI Measurement...", "image=[" + getTitle() + "] model=water-fat rois=[" + study + "/" + name
			+ "/rois.zip] output=[" + folder + "/" + times[t] + "/" + name + ".csv]");
		if (i == 0) {
			run("Fat Fraction Map...", "image=[" + getTitle() + "] model=water-fat");
			run("ROI Histogram...", "image=[" + getTitle() + "] rois=[" + study + "/" + name + "/rois.zip] binwidth=2"
				+ " output=[" + folder + "/histogram " + times[t] + ".csv] figure=[" + folder + "/histogram " + times[t] + ".png]");
		}
		close("*");
	}
}
setBatchMode(false);

// 2. The change of each vertebral body and of each patient, beside the patient's response. A folder is a table: the rows
// of its files below one another, with the file's name, the patient, in the column File.
run("Longitudinal Change...", "before=[" + folder + "/before] after=[" + folder + "/after] measures=[Mean FF F/(W+F)]"
	+ " subject=File join=[" + study + "/patients.csv] joinby=Patient output=[" + folder + "/change.csv]"
	+ " overall=[" + folder + "/change of patients.csv]");

// 3. Does the early change predict the response, and better than that of M protein, which falls?
run("ROC Analysis...", "table=[" + folder + "/change of patients.csv] scores=[Mean FF F/(W+F) change, M protein change]"
	+ " inverted=[M protein change] outcome=Response positive=responder output=[" + folder + "/roc.csv] accuracy=[" + folder + "/cutoffs.csv]"
	+ " comparison=[" + folder + "/auc-tests.csv] figure=[" + folder + "/roc.png]");
ffAuc = Table.get("AUC", 0, "ROC of change of patients.csv");
proteinAuc = Table.get("AUC", 1, "ROC of change of patients.csv");

// 4. The total diffusion volume of a whole body of three stations.
body = folder + "/whole body";
run("Demo Data...", "kind=[whole body] outputfolder=[" + body + "]");
dwi = newArray(3);
adc = newArray(3);
for (i = 0; i < 3; i++) {
	run("Open Series...", "source=[" + body + "/dwi" + (i + 1) + "]");
	dwi[i] = getTitle();
	run("Open Series...", "source=[" + body + "/adc" + (i + 1) + "]");
	adc[i] = getTitle();
}
// Region 1 of the mask is bone, region 2 muscle.
run("Total Diffusion Volume...", "image=[" + dwi[0] + "] adc=[" + adc[0] + "] stations=[" + dwi[1] + ", " + dwi[2] + "]"
	+ " stationmaps=[" + adc[1] + ", " + adc[2] + "] rois=[" + body + "/mask.nii.gz] mask=1 reference=2"
	+ " standarddeviations=6 adcmaximum=1.2 minimumvolume=0.5 output=[" + folder + "/tdv.csv] foci=[" + folder
	+ "/foci.csv] figure=[" + folder + "/tdv.png]");
tdv = Table.get("tDV (ml)", 0, "tDV of " + dwi[0]);

print("");
print("AUC for response: change of FF " + d2s(ffAuc, 3) + ", change of M protein " + d2s(proteinAuc, 3));
print("Total diffusion volume: " + d2s(tdv, 1) + " ml");
print("Results are in " + folder + ": change.csv (vertebral bodies), change of patients.csv, roc.csv, cutoffs.csv, auc-tests.csv,");
print("roc.png, histogram before.png, histogram after.png, tdv.csv, foci.csv, tdv.png; each table with a .json of how it was made");
