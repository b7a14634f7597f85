package io.github.vertebraj.io.dicom;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of whole series have in common: a folder of their own, empty at the start of each. */
abstract class WithSeriesFolder {

	@TempDir
	Path temp;

	SeriesFolder folder;

	@BeforeEach
	void makeFolder() {
		folder = new SeriesFolder(temp);
	}
}
