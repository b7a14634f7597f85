package io.github.vertebraj.io.imagej;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;
import io.github.vertebraj.image.PlanarVoxels;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.ValueScale;

import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

/** Images with noise in every voxel: anisotropic, oblique, off the origin. */
final class TestImages {

	static final Geometry OBLIQUE = new Geometry(new Vector(1.2, 0.5, 0), new Vector(-0.5, 1.2, 0), new Vector(0, 0.25,
		4.5), new Vector(-100.25, 37.5, 811.125), Optional.of("1.2.826.0.1.3680043.8.498.7"));

	static final ValueScale SCALE = new ValueScale(0.5, -16, "HU");

	private TestImages() {}

	/** x, y, z, t, c of the image made by {@link #dwi()}. */
	static CalibratedImage dwi() {
		return image(Optional.of(OBLIQUE), SCALE, 31, 23, 7, 3, 2);
	}

	/** 16-bit, with b-values for frames and components for channels. */
	static CalibratedImage image(final Optional<Geometry> geometry, final ValueScale scale, final int... size) {
		final Random random = new Random(1);
		final List<Object> planes = new ArrayList<>();
		for (int i = 0; i < size[2] * size[3] * size[4]; i++) {
			final short[] plane = new short[size[0] * size[1]];
			for (int p = 0; p < plane.length; p++)
				plane[p] = (short) random.nextInt(65536);
			planes.add(plane);
		}
		return new CalibratedImage("dwi", PlanarVoxels.of(planes, new UnsignedShortType(), size[0], size[1], size[2], size[3],
			size[4]), scale, geometry, labels(size), tags());
	}

	static CalibratedImage bytes(final int... size) {
		final Random random = new Random(2);
		final List<Object> planes = new ArrayList<>();
		for (int i = 0; i < size[2] * size[3] * size[4]; i++) {
			final byte[] plane = new byte[size[0] * size[1]];
			random.nextBytes(plane);
			planes.add(plane);
		}
		return new CalibratedImage("mask", PlanarVoxels.of(planes, new UnsignedByteType(), size[0], size[1], size[2],
			size[3], size[4]), ValueScale.IDENTITY, Optional.of(OBLIQUE), labels(size), tags());
	}

	static CalibratedImage floats(final ValueScale scale, final int... size) {
		final Random random = new Random(3);
		final List<Object> planes = new ArrayList<>();
		for (int i = 0; i < size[2] * size[3] * size[4]; i++) {
			final float[] plane = new float[size[0] * size[1]];
			for (int p = 0; p < plane.length; p++)
				plane[p] = random.nextFloat() * 3 - 0.5f;
			plane[0] = Float.NaN;
			planes.add(plane);
		}
		return new CalibratedImage("map", PlanarVoxels.of(planes, new FloatType(), size[0], size[1], size[2], size[3],
			size[4]), scale, Optional.of(OBLIQUE), labels(size), tags());
	}

	private static List<PlaneLabel> labels(final int... size) {
		final List<PlaneLabel> labels = new ArrayList<>();
		for (int t = 0; t < size[3]; t++)
			for (int z = 0; z < size[2]; z++)
				for (int c = 0; c < size[4]; c++)
					labels.add(PlaneLabel.empty().with(PlaneLabel.B, t * 500.0).with(PlaneLabel.COMPONENT, c == 0 ? "magnitude"
						: "phase"));
		return labels;
	}

	private static Map<String, String> tags() {
		final Map<String, String> tags = new LinkedHashMap<>();
		tags.put("0008,0060 Modality", "MR");
		tags.put("0008,103E Series Description", "ep2d: b=50; te=7");
		tags.put("0020,000E Series Instance UID", "1.2.3");
		tags.put("VertebraJ note 1", "Plugins > VertebraJ: method=log-linear; b=7");
		tags.put("0010,0040 Patient's Sex", "F");
		return tags;
	}
}
