// A study of dual-energy CT: how well the dural canal stands out against ligamentum flavum and disc in mixed images,
// virtual monoenergetic images (with and without frequency split) and denoised mixed images of many patients. The
// patients are invented; put your own folders, with low.tif, high.tif and rois.zip for each, in their place.
// Argument: the folder that receives the images, tables and figures.

folder = getArgument();
if (folder == "") folder = "dect-study";
File.makeDirectory(folder);

patients = folder + "/patients";
study = folder + "/study";
run("Demo Data...", "kind=[DECT study] outputfolder=[" + patients + "]");

// Effective energies of the two spectra: for your scanner, measure inserts of known composition (calibration=...).
spectra = "lowenergy=64 highenergy=90 ";
energies = "energies=[40,70,100,130,160,190] ";

// 1. The image types: files of the same name in a folder for each patient.
File.makeDirectory(study);
setBatchMode(true);
names = getFileList(patients);
for (i = 0; i < names.length; i++) {
	if (!endsWith(names[i], "/")) continue;
	name = replace(names[i], "/", "");
	from = patients + "/" + name;
	to = study + "/" + name;
	File.makeDirectory(to);
	File.copy(from + "/rois.zip", to + "/rois.zip");
	open(from + "/low.tif");
	open(from + "/high.tif");
	pair = "low=low.tif high=high.tif ";
	rois = "rois=[" + from + "/rois.zip] ";
	run("DECT Mixed Image...", pair + "weight=0.5");
	save(to + "/mixed.tif");
	run("DECT Mixed Image...", pair + rois + "weight=auto-cnr");
	save(to + "/mixed best.tif");
	run("DECT Monoenergetic Series...", pair + energies + spectra);
	save(to + "/VMI.tif");
	run("DECT Monoenergetic Series...", pair + rois + energies + spectra + "frequencysplit=0.7");
	save(to + "/VMI split.tif");
	for (strength = 3; strength <= 5; strength++) {
		run("Image Denoise...", "image=mixed.tif noise=regions " + rois + "strength=" + strength);
		save(to + "/mixed denoised " + strength + ".tif");
	}
	close("*");
}
setBatchMode(false);

// 2. The ratios, their medians, the tests of each two image types, and the figures.
run("DECT CNR...", "study=[" + study + "] output=[" + folder + "/cnr.csv] summary=[" + folder + "/summary.csv] tests=["
	+ folder + "/tests.csv] figure=[" + folder + "/cnr.png] curve=[" + folder + "/curve.png]");

function save(file) {
	if (File.exists(file)) ok = File.delete(file);
	saveAs("Tiff", file);
}

print("");
print("Results are in " + folder + ": cnr.csv, summary.csv, tests.csv, cnr.png, curve.png");
