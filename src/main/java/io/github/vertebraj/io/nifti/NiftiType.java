package io.github.vertebraj.io.nifti;

import java.io.IOException;
import java.util.Map;

/** The data types of NIfTI (field {@code datatype}) that hold one real number for each voxel. */
enum NiftiType {
	UINT8(2, 1), INT16(4, 2), INT32(8, 4), FLOAT32(16, 4), FLOAT64(64, 8), INT8(256, 1), UINT16(512, 2), UINT32(768, 4),
	INT64(1024, 8), UINT64(1280, 8);

	private static final Map<Integer, String> OTHERS = Map.of(1, "binary", 32, "complex", 128, "RGB colour", 1536,
		"128-bit float", 1792, "complex", 2048, "complex", 2304, "RGBA colour");

	private final int code;
	private final int bytes;

	NiftiType(final int code, final int bytes) {
		this.code = code;
		this.bytes = bytes;
	}

	int code() {
		return code;
	}

	/** Bytes of one voxel. */
	int bytes() {
		return bytes;
	}

	static NiftiType of(final int code) throws IOException {
		for (final NiftiType type : values())
			if (type.code == code) return type;
		throw new IOException("voxels of data type " + code + " (" + OTHERS.getOrDefault(code, "unknown") +
			") are not supported: convert it to 8-, 16- or 32-bit integers or to float");
	}
}
