/**
 * The figures of statistics: box plots, ROC curves, agreement, odds ratios, proportions, correlation. Plain data in, an
 * image out, 1200 pixels wide, which fill a journal's column of 85 to 100 mm at 300 to 360 dpi with letters of 7 to 8
 * points. White ground, no decoration; colours that colour-blind readers tell apart, and always a shape, a dash or a
 * word too. JFreeChart draws. Same data, same pixels; needs no display.
 */
package io.github.vertebraj.report.chart;
