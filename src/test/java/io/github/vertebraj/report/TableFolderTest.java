package io.github.vertebraj.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFolderTest {

	@TempDir
	Path folder;

	private void assertRefused(final String reason) {
		final String message = assertThrows(IOException.class, () -> TableFolder.read(folder)).getMessage();
		assertTrue(message.contains(reason), message);
	}

	@Test
	void putsTablesBelowOneAnotherWhateverTheOrderOfTheirColumns() throws IOException {
		Files.writeString(folder.resolve("P02.csv"), "FF (%),Region\n3.5,L1\n");
		Files.writeString(folder.resolve("P01.v2.csv"), "Region,FF (%)\nL1,1\nL2,2\n");
		Files.writeString(folder.resolve("P01.json"), "{}");
		Files.writeString(folder.resolve(".hidden.csv"), "x\n");
		final DataTable table = TableFolder.read(folder);
		assertEquals(List.of("File", "Region", "FF (%)"), table.headers());
		assertEquals(List.of("P01.v2", "P01.v2", "P02"), table.column("File").texts());
		assertArrayEquals(new double[] { 1, 2, 3.5 }, table.column("FF").numbers());
		assertEquals(folder.getFileName().toString(), table.title());
	}

	@Test
	void refusesTablesThatAreNotAlike() throws IOException {
		assertRefused("holds no table");
		Files.writeString(folder.resolve("a.csv"), "Region,FF (%)\nL1,1\n");
		Files.writeString(folder.resolve("b.csv"), "Region,FF (fraction)\nL1,1\n");
		assertRefused("b.csv has not those of a.csv: it lacks 'FF (%)', it has 'FF (fraction)' besides");
		Files.delete(folder.resolve("b.csv"));
		Files.writeString(folder.resolve("a.csv"), "Region,File\nL1,1\n");
		assertRefused("have a column 'File'");
	}
}
