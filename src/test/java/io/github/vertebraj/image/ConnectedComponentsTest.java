package io.github.vertebraj.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectedComponentsTest {

	/** The runs of a mask's plane, {@code #} for a voxel, a line for each row. */
	private static int[] runs(final String... rows) {
		final List<Integer> runs = new ArrayList<>();
		for (int y = 0; y < rows.length; y++)
			for (int x = 0; x < rows[y].length(); x++)
				if (rows[y].charAt(x) == '#') {
					final int from = x;
					while (x < rows[y].length() && rows[y].charAt(x) == '#')
						x++;
					runs.addAll(List.of(y, from, x));
				}
		return runs.stream().mapToInt(Integer::intValue).toArray();
	}

	/** Numbers anyone can remake: s = (1103515245 s + 12345) mod 2^31 from 12345 on; a voxel where s / 2^31 < p. */
	private static List<int[]> random(final double p, final int width, final int height, final int depth) {
		final List<int[]> planes = new ArrayList<>();
		long s = 12345;
		for (int z = 0; z < depth; z++) {
			final String[] rows = new String[height];
			for (int y = 0; y < height; y++) {
				final StringBuilder row = new StringBuilder();
				for (int x = 0; x < width; x++) {
					s = (1103515245 * s + 12345) % (1L << 31);
					row.append(s / (double) (1L << 31) < p ? '#' : '.');
				}
				rows[y] = row.toString();
			}
			planes.add(runs(rows));
		}
		return planes;
	}

	/**
	 * scipy 1.10.1: ndimage.label(mask, generate_binary_structure(3, 1 or 3)) of 9 planes of 13 x 17 voxels, labels
	 * renumbered by first voxel; zlib.crc32 of them as big-endian int32.
	 */
	@ParameterizedTest
	@CsvSource({ "0.05,FACES,87,2,135,979564235", "0.05,CORNERS,51,10,371,3814154785", "0.15,FACES,186,11,812,3797712194",
		"0.15,CORNERS,29,227,51818,2281669508", "0.3,FACES,146,65,11763,118523416", "0.3,CORNERS,1,607,368449,2348137175",
		"0.5,FACES,31,925,856183,2232418747", "0.5,CORNERS,1,991,982081,654915671", "0.9,FACES,1,1789,3200521,2292512485",
		"0.9,CORNERS,1,1789,3200521,2292512485" })
	void agreesWithScipy(final double p, final Connectivity connectivity, final int count, final int largest,
		final long squares, final long crc)
	{
		final List<int[]> planes = random(p, 17, 13, 9);
		final ConnectedComponents components = new ConnectedComponents(connectivity);
		planes.forEach(components::add);
		final List<Integer> sizes = new ArrayList<>();
		assertEquals(count, components.select((piece, voxels) -> sizes.add(voxels)));
		assertEquals(largest, sizes.stream().mapToInt(Integer::intValue).max().orElseThrow());
		assertEquals(squares, sizes.stream().mapToLong(size -> (long) size * size).sum());
		final ByteBuffer labels = ByteBuffer.allocate(4 * 17 * 13 * 9);
		for (int z = 0; z < planes.size(); z++) {
			final int[] runs = planes.get(z);
			final int[] given = components.labels(runs);
			for (int i = 0; i < given.length; i++)
				for (int x = runs[3 * i + 1]; x < runs[3 * i + 2]; x++)
					labels.putInt(4 * ((z * 13 + runs[3 * i]) * 17 + x), given[i]);
		}
		final CRC32 sum = new CRC32();
		sum.update(labels.array());
		assertEquals(crc, sum.getValue());
	}

	@Test
	void componentsLeftOutHaveNoNumber() {
		final int[] plane = runs("##.#", "....", "###.");
		final ConnectedComponents components = new ConnectedComponents(Connectivity.FACES);
		components.add(plane);
		assertEquals(3, components.pieces());
		assertEquals(2, components.select((piece, voxels) -> voxels > 1));
		assertArrayEquals(new int[] { 1, 0, 2 }, components.labels(plane));
	}

	@Test
	void aCornerIsANeighbourOf26() {
		for (final Connectivity connectivity : Connectivity.values()) {
			final ConnectedComponents components = new ConnectedComponents(connectivity);
			components.add(runs("#..", "...", "..."));
			components.add(runs("...", ".#.", "..."));
			components.add(runs("...", ".#.", "..#"));
			assertEquals(connectivity == Connectivity.CORNERS ? 1 : 3, components.select((piece, voxels) -> true));
		}
	}

	@Test
	void planesApartAreNotJoined() {
		final int[] plane = runs(".##");
		final ConnectedComponents components = new ConnectedComponents(Connectivity.CORNERS);
		components.add(plane);
		components.part();
		components.add(plane);
		components.add(runs("..."));
		components.add(plane);
		assertEquals(3, components.select((piece, voxels) -> true));
		assertArrayEquals(new int[] { 1 }, components.labels(plane));
		components.part();
		assertArrayEquals(new int[] { 2 }, components.labels(plane));
		assertArrayEquals(new int[0], components.labels(runs("...")));
		assertArrayEquals(new int[] { 3 }, components.labels(plane));
	}

	@Test
	void anEmptyMaskHasNoComponent() {
		final ConnectedComponents components = new ConnectedComponents(Connectivity.CORNERS);
		components.add(new int[0]);
		assertEquals(0, components.select((piece, voxels) -> true));
		assertThrows(IllegalStateException.class, () -> components.add(new int[0]));
		assertThrows(IllegalArgumentException.class, () -> Connectivity.of("18"));
		assertEquals(Connectivity.CORNERS, Connectivity.of(" 26"));
	}
}
