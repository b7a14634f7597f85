package io.github.vertebraj.image.denoise;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.ValueScale;

import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.integer.UnsignedShortType;

/**
 * Total variation of 512 x 512 x 20 voxels, 10 iterations in one thread, and the whole of Image Denoise at strength 3.
 * {@code src/test/benchmark/denoise_peer.py} measures skimage's {@code denoise_tv_chambolle} of the same size and
 * iterations; run both in the same session.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx2g")
@Warmup(iterations = 5)
@Measurement(iterations = 7)
public class DenoiseBenchmark {

	private static final int SIZE = 512;
	private static final int SLICES = 20;

	private FloatVolume volume;
	private CalibratedImage image;

	@Setup
	public void setUp() {
		final Random random = new Random(1);
		final PlanarImg<UnsignedShortType, ShortArray> img = cast(PlanarImgs.unsignedShorts(SIZE, SIZE, SLICES, 1, 1));
		for (int z = 0; z < SLICES; z++) {
			final short[] plane = img.getPlane(z).getCurrentStorageArray();
			for (int i = 0; i < plane.length; i++)
				plane[i] = (short) (1024 + (i / 64 % 2) * 50 + 20 * random.nextGaussian());
		}
		final Geometry geometry = Geometry.ofSpacing(0.7, 0.7, 2);
		image = new CalibratedImage("ct", img, new ValueScale(1, -1024, "HU"), Optional.of(geometry), Collections.nCopies(
			SLICES, PlaneLabel.empty()), Map.of());
		volume = FloatVolume.read(image.volume(0, 0), image.scale(), done -> {});
	}

	@SuppressWarnings("unchecked")
	private static PlanarImg<UnsignedShortType, ShortArray> cast(final Object image) {
		return (PlanarImg<UnsignedShortType, ShortArray>) image;
	}

	@Benchmark
	public Object totalVariation() throws Exception {
		return Parallelization.runSingleThreaded(() -> TotalVariation.denoise(volume, new double[] { 1, 1, 1 }, 20, 10,
			done -> {}));
	}

	@Benchmark
	public Object strength3() throws Exception {
		return Parallelization.runSingleThreaded(() -> new Denoiser(DenoiseStrength.THREE, image.geometry().orElseThrow())
			.denoise(image, List.of(), done -> {}));
	}
}
