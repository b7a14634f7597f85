/** What the panels do with ImageJ's open images: go to a place, take a click, measure named regions. */
package io.github.vertebraj.ui.image;
