/**
 * How far readers, methods and repeated measurements agree: Cohen's and Fleiss' κ for categories, the intraclass
 * correlation, Bland-Altman limits and repeatability for numbers. Rows are subjects, columns readers, methods or repeats;
 * who lacks a value is left out by the caller. Agreement beyond chance is a number with an interval; verbal bands for it
 * ("substantial") are conventions, and none is printed here.
 */
package io.github.vertebraj.statistics.agreement;
