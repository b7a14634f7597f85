package io.github.vertebraj.io.nifti;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Cast;
import net.imglib2.view.Views;

class NiftiFileTest {

	private static final double[] TWELVE = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 };

	@TempDir
	Path folder;

	private Path file(final String name, final byte[] bytes) throws IOException {
		return Files.write(folder.resolve(name), bytes);
	}

	private CalibratedImage read(final byte[] bytes) throws IOException {
		return NiftiFile.read(file("image.nii", bytes));
	}

	private static double[] real(final CalibratedImage image) {
		return Views.flatIterable(Cast.<RandomAccessibleInterval<? extends RealType<?>>> unchecked(image
			.voxels())).stream().mapToDouble(voxel -> image.scale().real(voxel.getRealDouble())).toArray();
	}

	private static void assertVector(final double x, final double y, final double z, final Vector actual,
		final double delta)
	{
		assertArrayEquals(new double[] { x, y, z }, new double[] { actual.x(), actual.y(), actual.z() }, delta);
	}

	private void assertRefused(final String reason, final byte[] bytes) throws IOException {
		for (final Path file : List.of(file("bad.nii", bytes), file("bad.nii.gz", NiftiBytes.gzip(bytes)))) {
			final String message = assertThrows(IOException.class, () -> NiftiFile.read(file)).getMessage();
			assertTrue(message.contains(file.toString()) && message.contains(reason), message);
		}
	}

	static Stream<Arguments> allLayouts() {
		return Stream.of(1, 2).flatMap(version -> Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN).flatMap(
			order -> Arrays.stream(NiftiType.values()).map(type -> Arguments.of(version, order, type))));
	}

	@ParameterizedTest
	@MethodSource("allLayouts")
	void readsEachTypeOfBothVersionsInBothByteOrders(final int version, final ByteOrder order, final NiftiType type)
		throws IOException
	{
		final byte[] bytes = new NiftiBytes(version, order).slope(2, -1).file(type, TWELVE);
		final double[] expected = Arrays.stream(TWELVE).map(v -> 2 * v - 1).toArray();
		for (final Path file : List.of(file("plain.nii", bytes), file("packed.nii.gz", NiftiBytes.gzip(bytes)))) {
			final CalibratedImage image = NiftiFile.read(file);
			assertArrayEquals(expected, real(image));
			assertArrayEquals(new long[] { 3, 2, 2, 1, 1 }, image.voxels().dimensionsAsLongArray());
			assertEquals(new Geometry(new Vector(2, 0, 0), new Vector(0, 3, 0), new Vector(0, 0, 4), new Vector(-10, -20, 30),
				Optional.of(NiftiFile.SCANNER)), image.geometry().orElseThrow());
		}
	}

	@ParameterizedTest
	@EnumSource(value = NiftiType.class, names = { "INT8", "INT16", "INT32", "INT64", "FLOAT32", "FLOAT64" })
	void keepsNegativeValues(final NiftiType type) throws IOException {
		final double[] signed = { -128, 127, 0, -1, 1, 5, -7, 8, 9, 10, 11, -12 };
		assertArrayEquals(signed, real(read(NiftiBytes.littleEndian().file(type, signed))));
		assertArrayEquals(Arrays.stream(signed).map(v -> 0.5 * v + 3).toArray(), real(read(NiftiBytes.littleEndian().slope(
			0.5, 3).file(type, signed))));
	}

	@Test
	void keepsTheExtremesOfWideIntegers() throws IOException {
		final double[] v = TWELVE.clone();
		v[0] = 4294967295.0;
		assertArrayEquals(v, real(read(NiftiBytes.littleEndian().file(NiftiType.UINT32, v))));
		v[0] = -32768;
		v[1] = 32767;
		assertArrayEquals(v, real(read(NiftiBytes.littleEndian().file(NiftiType.INT16, v))));
		v[0] = 65535;
		assertArrayEquals(v, real(read(NiftiBytes.littleEndian().file(NiftiType.UINT16, v))));
	}

	@Test
	void slopeZeroOrNoNumberMeansUnscaled() throws IOException {
		for (final double slope : new double[] { 0, Double.NaN, Double.POSITIVE_INFINITY })
			assertArrayEquals(TWELVE, real(read(NiftiBytes.littleEndian().slope(slope, 5).file(NiftiType.INT16, TWELVE))));
	}

	@Test
	void fourthAxisIsFramesAndFifthComponents() throws IOException {
		final double[] values = Arrays.copyOf(TWELVE, 12);
		final CalibratedImage image = read(NiftiBytes.littleEndian().dim(5, 2, 1, 1, 3, 2).file(NiftiType.UINT8, values));
		assertArrayEquals(new long[] { 2, 1, 1, 3, 2 }, image.voxels().dimensionsAsLongArray());
		assertArrayEquals(values, real(image));
		assertEquals(6, image.labels().size());
	}

	@Test
	void lengthsAreInMillimetres() throws IOException {
		final double[][] metres = { { -0.002, 0, 0, 0.01 }, { 0, -0.003, 0, 0.02 }, { 0, 0, 0.004, 0.03 } };
		final double[][] microns = { { -2000, 0, 0, 10000 }, { 0, -3000, 0, 20000 }, { 0, 0, 4000, 30000 } };
		assertSameGeometry(NiftiBytes.littleEndian().units(1).sform(1, metres));
		assertSameGeometry(NiftiBytes.littleEndian().units(3).sform(1, microns));
		assertSameGeometry(NiftiBytes.littleEndian().units(2 + 16)); // mm and ms
		assertSameGeometry(NiftiBytes.littleEndian().units(0));
		assertEquals("not given, taken as mm", read(NiftiBytes.littleEndian().units(0).file(NiftiType.UINT8, TWELVE)).tags()
			.get("NIfTI unit of length"));
		final Geometry spacing = read(NiftiBytes.littleEndian().units(3).sform(0).pixdim(1, 500, 500, 3000).file(
			NiftiType.UINT8, TWELVE)).geometry().orElseThrow();
		assertEquals(0.5, spacing.spacing(0), 1e-12);
	}

	private void assertSameGeometry(final NiftiBytes bytes) throws IOException {
		final Geometry geometry = read(bytes.file(NiftiType.UINT8, TWELVE)).geometry().orElseThrow();
		assertVector(2, 0, 0, geometry.xStep(), 1e-6);
		assertVector(0, 3, 0, geometry.yStep(), 1e-6);
		assertVector(0, 0, 4, geometry.zStep(), 1e-6);
		assertVector(-10, -20, 30, geometry.origin(), 1e-6);
	}

	/** nibabel 5.0.0: {@code Nifti1Header.get_qform()} of the same fields. */
	@Test
	void qformIsTakenWithoutSform() throws IOException {
		final Geometry turned = read(NiftiBytes.littleEndian().sform(0).pixdim(-1, 1.5, 2, 3.5).qform(1, 0.1, -0.3, 0.5, 10,
			-20, 30).file(NiftiType.UINT8, TWELVE)).geometry().orElseThrow();
		assertVector(-0.47999997854, -1.11933865040, 0.87560322425, turned.xStep(), 1e-6);
		assertVector(1.73245154697, -0.95999999881, -0.27750971095, turned.yStep(), 1e-6);
		assertVector(-1.34307417950, -1.61435808928, -2.79999994785, turned.zStep(), 1e-6);
		assertVector(-10, 20, 30, turned.origin(), 0);
		assertEquals(Optional.of(NiftiFile.SCANNER), turned.frameOfReference());

		final Geometry half = read(NiftiBytes.littleEndian().sform(0).pixdim(1, 1.5, 2, 3.5).qform(2, 0.6, 0.8, 0, 10, -20,
			30).file(NiftiType.UINT8, TWELVE)).geometry().orElseThrow();
		assertVector(0.42, -1.44, 0, half.xStep(), 1e-6);
		assertVector(-1.92, -0.56, 0, half.yStep(), 1e-6);
		assertVector(0, 0, -3.5, half.zStep(), 1e-6);
		assertEquals(Optional.of(NiftiFile.ALIGNED), half.frameOfReference());
	}

	@Test
	void withoutTransformOnlySpacingIsKnown() throws IOException {
		final Geometry geometry = read(NiftiBytes.littleEndian().sform(0).file(NiftiType.UINT8, TWELVE)).geometry()
			.orElseThrow();
		assertEquals(Geometry.ofSpacing(2, 3, 4), geometry);
	}

	@Test
	void readsPairs() throws IOException {
		final byte[] single = NiftiBytes.littleEndian().offset(0).with(h -> h.put(345, (byte) 'i')).file(NiftiType.INT16,
			TWELVE);
		final Path header = file("pair.hdr", Arrays.copyOf(single, 348));
		final Path voxels = file("pair.img", Arrays.copyOfRange(single, 352, single.length));
		for (final Path half : List.of(header, voxels)) {
			assertTrue(NiftiFile.isNifti(half));
			assertArrayEquals(TWELVE, real(NiftiFile.read(half)));
		}
		Files.delete(voxels);
		assertTrue(assertThrows(IOException.class, () -> NiftiFile.read(header)).getMessage().contains("pair.img"));
	}

	@Test
	void recognisesItsFiles() throws IOException {
		final byte[] bytes = NiftiBytes.littleEndian().file(NiftiType.UINT8, TWELVE);
		assertTrue(NiftiFile.isNifti(file("noname", bytes)));
		assertTrue(NiftiFile.isNifti(file("noname2", NiftiBytes.gzip(bytes))));
		assertTrue(NiftiFile.isNifti(file("two", new NiftiBytes(2, ByteOrder.BIG_ENDIAN).file(NiftiType.UINT8, TWELVE))));
		assertFalse(NiftiFile.isNifti(file("text.txt", "hello".getBytes())));
		assertFalse(NiftiFile.isNifti(file("gz.txt", new byte[] { 0x1f, (byte) 0x8b, 7 })));
		assertFalse(NiftiFile.isNifti(file("empty.img", new byte[0])));
		assertFalse(NiftiFile.isNifti(folder));
		assertFalse(NiftiFile.isNifti(folder.resolve("missing")));
	}

	@Test
	void bValuesOfTheTextFileBesideBecomeLabels() throws IOException {
		final NiftiBytes bytes = NiftiBytes.littleEndian().dim(4, 1, 1, 2, 3);
		Files.writeString(folder.resolve("image.bval"), "0 500\n1000 ");
		final CalibratedImage image = read(bytes.file(NiftiType.UINT8, 1, 2, 3, 4, 5, 6));
		assertEquals("b=500", image.label(1, 1, 0).toString());
		assertEquals("b=1000", image.label(0, 2, 0).toString());
		Files.writeString(folder.resolve("image.bvec"), "0 0 1\n0 0 0\n0 0 0");
		final CalibratedImage directed = read(bytes.file(NiftiType.UINT8, 1, 2, 3, 4, 5, 6));
		assertEquals(List.of("b=0", "b=500; diffusion=trace", "b=1000; diffusion=directions"), List.of(directed.label(0, 0,
			0).toString(), directed.label(0, 1, 0).toString(), directed.label(0, 2, 0).toString()));
	}

	@ParameterizedTest
	@MethodSource("badTables")
	void refusesBValuesThatDoNotFit(final String bval, final String bvec, final String reason) throws IOException {
		Files.writeString(folder.resolve("image.bval"), bval);
		if (bvec != null) Files.writeString(folder.resolve("image.bvec"), bvec);
		final byte[] bytes = NiftiBytes.littleEndian().dim(4, 1, 1, 2, 3).file(NiftiType.UINT8, 1, 2, 3, 4, 5, 6);
		final String message = assertThrows(IOException.class, () -> read(bytes)).getMessage();
		assertTrue(message.contains("image.bv") && message.contains(reason), message);
	}

	static Stream<Arguments> badTables() {
		return Stream.of(Arguments.of("0 500", null, "2 b-values, but image.nii has 3"), Arguments.of("0 500 x", null,
			"numbers alone"), Arguments.of("0 -5 7", null, "-5"), Arguments.of("0 1 NaN", null, "NaN"), Arguments.of("", null,
				"0 b-values"), Arguments.of("0 1 2", "1 2 3", "three rows of 3"));
	}

	@Test
	void refusesWhatCannotBe() throws IOException {
		assertRefused("0 voxels along axis 2", NiftiBytes.littleEndian().dim(3, 3, 0, 2).file(NiftiType.UINT8, TWELVE));
		assertRefused("-4 voxels", NiftiBytes.littleEndian().dim(3, 3, 2, -4).file(NiftiType.UINT8, TWELVE));
		assertRefused("9 axes", NiftiBytes.littleEndian().dim(9).file(NiftiType.UINT8, TWELVE));
		assertRefused("more than five axes", NiftiBytes.littleEndian().dim(6, 1, 1, 1, 1, 1, 12).file(NiftiType.UINT8,
			TWELVE));
		assertRefused("RGB", NiftiBytes.littleEndian().with(h -> h.putShort(70, (short) 128)).header());
		assertRefused("inside of the header", NiftiBytes.littleEndian().offset(100).file(NiftiType.UINT8, TWELVE));
		assertRefused("vox_offset", NiftiBytes.littleEndian().with(h -> h.putFloat(108, Float.NaN)).file(NiftiType.UINT8,
			TWELVE));
		assertRefused("scl_inter", NiftiBytes.littleEndian().slope(1, Double.NaN).file(NiftiType.UINT8, TWELVE));
		assertRefused("pixdim[2]", NiftiBytes.littleEndian().sform(0).pixdim(1, 2, 0, 4).file(NiftiType.UINT8, TWELVE));
		assertRefused("pixdim[1]", NiftiBytes.littleEndian().sform(0).qform(1, 0, 0, 0, 0, 0, 0).pixdim(1, Double.NaN).file(
			NiftiType.UINT8, TWELVE));
		assertRefused("above 0 mm", NiftiBytes.littleEndian().sform(1, new double[][] { new double[4], new double[4],
			new double[4] }).file(NiftiType.UINT8, TWELVE));
		assertRefused("one plane", NiftiBytes.littleEndian().sform(1, new double[][] { { 1, 1, 0, 0 }, { 1, 1, 0, 0 }, { 0,
			0, 1, 0 } }).file(NiftiType.UINT8, TWELVE));
		assertRefused("finite", NiftiBytes.littleEndian().sform(1, new double[][] { { Double.NaN, 0, 0, 0 } }).file(
			NiftiType.UINT8, TWELVE));
		assertRefused("magic", NiftiBytes.littleEndian().with(h -> h.putInt(344, 0)).file(NiftiType.UINT8, TWELVE));
		assertRefused("does not begin as", "hello, I am a text".getBytes());
		assertRefused("does not begin as", new byte[400]);
		assertRefused("ends within the header", new byte[] { 1 });
	}

	@Test
	void refusesTruncatedFiles() throws IOException {
		final byte[] whole = NiftiBytes.littleEndian().file(NiftiType.INT16, TWELVE);
		assertRefused("truncated", Arrays.copyOf(whole, whole.length - 1));
		assertRefused("ends within the header", Arrays.copyOf(whole, 200));
		final byte[] packed = NiftiBytes.gzip(whole);
		final Path file = file("cut.nii.gz", Arrays.copyOf(packed, packed.length - 6));
		assertTrue(assertThrows(IOException.class, () -> NiftiFile.read(file)).getMessage().contains("truncated"));
		packed[packed.length - 6] ^= 1;
		final Path damaged = file("damaged.nii.gz", packed);
		assertTrue(assertThrows(IOException.class, () -> NiftiFile.read(damaged)).getMessage().contains(damaged
			.toString()));
	}

	@Test
	void takesNoMemoryForAbsurdSizes() throws IOException {
		assertRefused("promises", NiftiBytes.littleEndian().dim(4, 32767, 32767, 32767, 7).type(NiftiType.UINT8).header());
		final NiftiBytes two = new NiftiBytes(2, ByteOrder.LITTLE_ENDIAN);
		assertRefused("too large", two.dim(3, 1L << 40, 2, 2).file(NiftiType.UINT8, TWELVE));
		assertRefused("absurd", two.dim(3, Long.MAX_VALUE, Long.MAX_VALUE, 2).file(NiftiType.UINT8, TWELVE));
		assertRefused("too many", two.dim(4, 1, 1, 1L << 20, 1L << 20).file(NiftiType.UINT8, TWELVE));
	}

	@Test
	void namesAMissingFile() {
		final Path missing = folder.resolve("missing.nii");
		assertEquals("There is no file " + missing, assertThrows(IOException.class, () -> NiftiFile.read(missing))
			.getMessage());
	}
}
