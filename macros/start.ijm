// Opens the demo study (made first where it is missing) with its regions in the ROI Manager.
// Argument: the folder of the study.

folder = getArgument();
if (folder == "") folder = "demo";
if (!File.exists(folder + "/rois.zip")) run("Demo Data...", "kind=[lumbar DWI] outputfolder=[" + folder + "]");
run("Open Series...", "source=[" + folder + "/dwi]");
run("Set... ", "zoom=400");
roiManager("open", folder + "/rois.zip");
roiManager("show all without labels");
