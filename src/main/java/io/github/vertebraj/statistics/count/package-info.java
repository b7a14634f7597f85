/** Tests of counts: Fisher's exact test, chi-square, McNemar, Cochran Q. */
package io.github.vertebraj.statistics.count;
