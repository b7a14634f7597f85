package io.github.vertebraj.image;

/**
 * Stored values of a rectangle of voxels, x fastest, in one of three arrays (see {@link VoxelReader#kind()}) from
 * {@link #offset()} on, one row each {@link #stride()}. The array may be the image's own: it is never written to.
 */
public final class VoxelBlock {

	/** In which array the values are. */
	public enum Kind {
		/**
		 * Whole numbers of at most 16 bits, as bit patterns: few enough for a table of a function or a histogram. Their
		 * value is {@link VoxelReader#stored(int)}.
		 */
		CODES,
		/** Single precision. */
		FLOATS,
		/** Everything else. */
		DOUBLES
	}

	private short[] codes;
	private float[] floats;
	private double[] doubles;
	private int offset;
	private int stride;
	private Object own;
	private Kind ownKind;
	private int ownLength;

	/** The array of {@link Kind#CODES}; mask an element with 0xffff. */
	public short[] codes() {
		return codes;
	}

	/** The array of {@link Kind#FLOATS}. */
	public float[] floats() {
		return floats;
	}

	/** The array of {@link Kind#DOUBLES}. */
	public double[] doubles() {
		return doubles;
	}

	/** The index of the first voxel in the array. */
	public int offset() {
		return offset;
	}

	/** From the first voxel of a row to that of the next, in array elements. */
	public int stride() {
		return stride;
	}

	/** An array of its own, of a kind and at least a length: the last one where that is long enough. */
	Object room(final Kind kind, final int length) {
		if (own == null || ownKind != kind || length > ownLength) {
			own = switch (kind) {
				case CODES -> new short[length];
				case FLOATS -> new float[length];
				case DOUBLES -> new double[length];
			};
			ownKind = kind;
			ownLength = length;
		}
		return own;
	}

	/** Shows an array of any of the three kinds. */
	void show(final Object array, final int from, final int rowStride) {
		if (array instanceof short[] s) codes = s;
		else if (array instanceof float[] f) floats = f;
		else doubles = (double[]) array;
		offset = from;
		stride = rowStride;
	}
}
