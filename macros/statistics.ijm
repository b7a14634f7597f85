// The statistics of a paper, from a table of patients: groups compared, ROC curves, readers' agreement, and a prediction
// of response. The patients are invented; put your own table in their place.
// Argument: the folder that receives the tables and figures.

folder = getArgument();
if (folder == "") folder = "statistics";

run("Demo Data...", "kind=[patient table] outputfolder=[" + folder + "]");
table = "table=[" + folder + "/patients.csv] ";

// Do benign and malignant lesions differ? The tests are proposed, with the reason in the column Why.
run("Compare Groups...", table + "measures=[ADC reader 1, Line on CT] group=Lesion adjustment=Holm"
	+ " output=[" + folder + "/tests.csv] description=[" + folder + "/groups.csv] figure=[" + folder + "/groups.png]");

// How well does each reader's ADC tell them apart, and is one reader better?
run("ROC Analysis...", table + "scores=[ADC reader 1, ADC reader 2] outcome=Lesion positive=malignant"
	+ " direction=[lower is positive] output=[" + folder + "/roc.csv] accuracy=[" + folder + "/cutoffs.csv]"
	+ " comparison=[" + folder + "/auc-tests.csv] figure=[" + folder + "/roc.png]");

// Do the readers agree?
run("Agreement...", table + "readings=[ADC reader 1, ADC reader 2] output=[" + folder + "/agreement.csv]"
	+ " figure=[" + folder + "/agreement.png]");
run("Agreement...", table + "readings=[Grade reader 1, Grade reader 2] analysis=[Cohen kappa] weights=quadratic"
	+ " output=[" + folder + "/kappa.csv]");

// Does the early change of fat fraction and of M protein predict the response?
run("Logistic Regression...", table + "outcome=Response positive=responder"
	+ " predictors=[FF change, M protein change] per=[standard deviation] output=[" + folder + "/response.csv]"
	+ " model=[" + folder + "/model.csv] figure=[" + folder + "/response.png]");

print("Tables and figures are in " + folder);
