/** The window in which readers annotate a spine segment by segment. */
package io.github.vertebraj.ui.annotation;
