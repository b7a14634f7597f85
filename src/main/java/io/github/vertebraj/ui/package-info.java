/** The commands that open panels. */
package io.github.vertebraj.ui;
