// Two reader studies to their last tables: what diffusion-weighted images add for three readers, and which signs tell
// osteoporotic from metastatic fractures. The patients are invented, the counts are those of two published studies; put your
// own table, or the folder of your study, in their place.
// Argument: the folder that receives the studies and their reports.

folder = getArgument();
if (folder == "") folder = "reader-study";

run("Demo Data...", "kind=[reader study] outputfolder=[" + folder + "/readings]");
run("Reader Study Analysis...", "study=[" + folder + "/readings/ratings.csv] outputfolder=[" + folder + "/readings/report]");

run("Demo Data...", "kind=[fracture study] outputfolder=[" + folder + "/fractures]");
run("Reader Study Analysis...", "study=[" + folder + "/fractures/signs.csv] outputfolder=[" + folder + "/fractures/report]");

print("Open " + folder + "/readings/report/report.html and " + folder + "/fractures/report/report.html");
