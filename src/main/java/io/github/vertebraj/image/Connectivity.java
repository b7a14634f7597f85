package io.github.vertebraj.image;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Which voxels of a volume are neighbours. */
public enum Connectivity {

	/** Those that share a face: 6. */
	FACES("6", 0),

	/** Those that share a face, an edge or a corner: 26. */
	CORNERS("26", 1);

	private final String key;
	private final int reach;

	Connectivity(final String key, final int reach) {
		this.key = key;
		this.reach = reach;
	}

	/** The number of neighbours, as macros and tables have it. */
	public String key() {
		return key;
	}

	/** How far a neighbour in another row may lie to the side. */
	int reach() {
		return reach;
	}

	/**
	 * The connectivity of that number of neighbours.
	 *
	 * @throws IllegalArgumentException listing the known ones
	 */
	public static Connectivity of(final String key) {
		return Arrays.stream(values()).filter(one -> one.key.equals(key.strip())).findFirst().orElseThrow(
			() -> new IllegalArgumentException("No connectivity '" + key + "'; known are " + Arrays.stream(values()).map(
				Connectivity::key).collect(Collectors.joining(", "))));
	}
}
