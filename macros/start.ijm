// Opens the demo study (made first where it is missing), its ADC map, and the regions.
// Argument: the folder of the study.

folder = getArgument();
if (folder == "") folder = "demo";
if (!File.exists(folder + "/dwi")) run("Demo Data...", "kind=[lumbar DWI] outputfolder=[" + folder + "]");
run("Open Series...", "source=[" + folder + "/dwi]");
roiManager("open", folder + "/rois.zip");
roiManager("show all with labels");
