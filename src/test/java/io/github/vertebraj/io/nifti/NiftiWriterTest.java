package io.github.vertebraj.io.nifti;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.ValueScale;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Cast;
import net.imglib2.view.Views;

class NiftiWriterTest {

	private static final Geometry OBLIQUE = new Geometry(new Vector(1.5, 0.5, 0), new Vector(-0.5, 1.5, 0.25), new Vector(
		0, -0.5, 4), new Vector(-100, 50.5, 7), Optional.of("1.2.3"));

	@TempDir
	Path folder;

	private static CalibratedImage image(final RandomAccessibleInterval<? extends RealType<?>> voxels,
		final ValueScale scale, final Optional<Geometry> geometry)
	{
		return new CalibratedImage("test", voxels, scale, geometry, Collections.nCopies(voxels.numDimensions() < 5 ? 1
			: (int) (voxels.dimension(2) * voxels.dimension(3) * voxels.dimension(4)), PlaneLabel.empty()), Map.of());
	}

	private CalibratedImage roundTrip(final CalibratedImage image) throws IOException {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		NiftiWriter.write(out, image);
		final Path file = folder.resolve("test.nii");
		Files.write(file, out.toByteArray());
		return NiftiFile.read(file);
	}

	static Stream<Arguments> images() {
		return Stream.of(Arguments.of(ArrayImgs.unsignedBytes(new byte[] { 0, -1, 7, 3, 4, 5 }, 3, 1, 2, 1, 1),
			ValueScale.IDENTITY), Arguments.of(ArrayImgs.unsignedShorts(new short[] { 0, -1, 7, 3, 4, 5, 6, 7, 8, 9, 10, 11 },
				3, 1, 2, 2, 1), new ValueScale(0.5, -16, "")), Arguments.of(ArrayImgs.floats(new float[] { 0, -1, 7.5f, 3,
					Float.NaN, 5, 6, 7, 8, 9, 10, 11 }, 1, 3, 2, 1, 2), ValueScale.IDENTITY), Arguments.of(ArrayImgs.shorts(
						new short[] { 0, -1, 7, 3, 4, 5 }, 3, 1, 2, 1, 1), new ValueScale(2, 1, "")));
	}

	@ParameterizedTest
	@MethodSource("images")
	void isReadBack(final RandomAccessibleInterval<? extends RealType<?>> voxels, final ValueScale scale)
		throws IOException
	{
		final CalibratedImage before = image(voxels, scale, Optional.of(OBLIQUE));
		final CalibratedImage after = roundTrip(before);
		assertArrayEquals(before.voxels().dimensionsAsLongArray(), after.voxels().dimensionsAsLongArray());
		assertArrayEquals(real(before), real(after));
		final Geometry geometry = after.geometry().orElseThrow();
		assertTrue(geometry.agreesWith(OBLIQUE, 100, 100, 100));
		assertEquals(Optional.of(NiftiFile.SCANNER), geometry.frameOfReference());
	}

	private static double[] real(final CalibratedImage image) {
		final RandomAccessibleInterval<? extends RealType<?>> voxels = Cast.unchecked(image.voxels());
		return Views.flatIterable(voxels).stream().mapToDouble(v -> image.scale().real(v.getRealDouble())).toArray();
	}

	@Test
	void unknownPositionStaysUnknown() throws IOException {
		final Geometry spacing = Geometry.ofSpacing(1, 2, 3);
		assertEquals(Optional.of(spacing), roundTrip(image(ArrayImgs.unsignedBytes(2, 2, 2, 1, 1), ValueScale.IDENTITY,
			Optional.of(spacing))).geometry());
	}

	@Test
	void refusesWhatItCannotHold() {
		assertRefused("40000", image(ArrayImgs.unsignedBytes(40000, 1, 1, 1, 1), ValueScale.IDENTITY, Optional.of(OBLIQUE)));
		assertRefused("spacing of 'test' is unknown", image(ArrayImgs.unsignedBytes(2, 1, 1, 1, 1), ValueScale.IDENTITY,
			Optional.empty()));
	}

	private static void assertRefused(final String reason, final CalibratedImage image) {
		final String message = assertThrows(IllegalArgumentException.class, () -> NiftiWriter.write(
			new ByteArrayOutputStream(), image)).getMessage();
		assertTrue(message.contains(reason), message);
	}
}
