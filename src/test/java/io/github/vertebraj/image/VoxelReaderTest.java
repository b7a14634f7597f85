package io.github.vertebraj.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.NativeType;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.LongType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.Unsigned12BitType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

class VoxelReaderTest {

	private static final long[] SIZE = { 13, 7, 5, 3 };

	/** A type, and two values between which a voxel lies. */
	static Stream<Arguments> types() {
		return Stream.of(Arguments.of(new UnsignedShortType(), 0, 65535), Arguments.of(new ShortType(), -32768, 32767),
			Arguments.of(new UnsignedByteType(), 0, 255), Arguments.of(new ByteType(), -128, 127), Arguments.of(
				new IntType(), Integer.MIN_VALUE, Integer.MAX_VALUE), Arguments.of(new UnsignedIntType(), 0, 4294967295.0),
			Arguments.of(new LongType(), -1e15, 1e15), Arguments.of(new FloatType(), -1e30, 1e30), Arguments.of(
				new DoubleType(), -1e300, 1e300), Arguments.of(new Unsigned12BitType(), 0, 4095), Arguments.of(new BitType(), 0,
					1));
	}

	@ParameterizedTest
	@MethodSource("types")
	<T extends RealType<T> & NativeType<T>> void readsWhatARandomAccessReads(final T type, final double least,
		final double greatest)
	{
		final Map<String, RandomAccessibleInterval<T>> sources = Sources.all(type, (x, y, z, t) -> least + (greatest -
			least) * new Random(x + 31 * (y + 31 * (z + 31 * t))).nextDouble(), SIZE);
		sources.forEach((what, source) -> assertReads(what + " of " + type.getClass().getSimpleName(), source));
	}

	private static void assertReads(final String what, final RandomAccessibleInterval<? extends RealType<?>> source) {
		final Random random = new Random(1);
		final VoxelReader first = VoxelReader.of(source);
		final VoxelBlock block = new VoxelBlock();
		for (int i = 0; i < 60; i++) {
			final VoxelReader reader = i % 2 == 0 ? first : first.copy();
			final int x = i < 10 ? 0 : random.nextInt(13);
			final int width = i < 10 ? 13 : 1 + random.nextInt(13 - x);
			final int y = random.nextInt(7);
			final int height = 1 + random.nextInt(7 - y);
			final long[] position = { x, y, random.nextInt(5), random.nextInt(3) };
			reader.read(position, width, height, block);
			assertEquals(width, block.stride(), what);
			for (int j = 0; j < width * height; j++)
				assertEquals(Sources.get(source, x + j % width, y + j / width, position[2], position[3]), reader.stored(block,
					j), what);
			reader.view(position, width, height, block);
			for (int j = 0; j < width * height; j++)
				assertEquals(Sources.get(source, x + j % width, y + j / width, position[2], position[3]), reader.stored(block,
					j / width * block.stride() + j % width), what + ", view");
		}
	}

	@Test
	void handsOutTheArraysOfPlanarImages() {
		final VoxelBlock block = new VoxelBlock();
		final RandomAccessibleInterval<UnsignedShortType> image = Views.hyperSlice(PlanarImgs.unsignedShorts(4, 3, 2, 2, 1),
			4, 0);
		final VoxelReader reader = VoxelReader.of(image);
		reader.read(new long[] { 0, 1, 1, 0 }, 4, 2, block);
		final short[] array = block.codes();
		assertEquals(4, block.offset());
		reader.read(new long[] { 0, 0, 1, 0 }, 4, 3, block);
		assertSame(array, block.codes());
		reader.read(new long[] { 1, 0, 1, 0 }, 2, 3, block);
		assertNotSame(array, block.codes(), "rows that lie apart are copied");
	}

	@Test
	void readsByBlockWhatItCan() {
		final Map<String, RandomAccessibleInterval<UnsignedShortType>> sources = Sources.all(new UnsignedShortType(), (x, y,
			z, t) -> x, SIZE);
		for (final String direct : new String[] { "array", "planar", "component of planar", "begins elsewhere", "crop",
			"t before z", "z inverted" })
			assertInstanceOf(PlaneReader.class, VoxelReader.of(sources.get(direct)), direct);
		for (final String byBlock : new String[] { "cells", "lazy cells", "y before x", "all axes turned", "x inverted", "converted",
			"extended" })
			assertInstanceOf(BlockReader.class, VoxelReader.of(sources.get(byBlock)), byBlock);
		for (final String one : new String[] { "list", "function" })
			assertInstanceOf(CursorReader.class, VoxelReader.of(sources.get(one)), one);
	}

	@Test
	void codesRiseWithTheValuesWhenTheSignBitIsFlipped() {
		final VoxelReader signed = VoxelReader.of(ArrayImgs.shorts(2, 2));
		assertEquals(-1, signed.stored(0xffff));
		assertEquals(0, 0x8000 ^ signed.signBit(), "the least, -32768");
		assertEquals(-128, VoxelReader.of(ArrayImgs.bytes(2, 2)).stored(0x80));
		assertEquals(65535, VoxelReader.of(ArrayImgs.unsignedShorts(2, 2)).stored(0xffff));
	}

	@Test
	void needsTwoAxes() {
		assertThrows(IllegalArgumentException.class, () -> VoxelReader.of(ArrayImgs.bytes(5)));
	}
}
