package io.github.vertebraj.io.dicom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import ij.ImagePlus;
import ij.plugin.FolderOpener;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.ValueScale;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.integer.UnsignedShortType;

/**
 * A folder of 400 DICOM files of 512 x 512 pixels of 16 bits (210 MB) becomes an image: workload W6 of the house's
 * performance facts. There, with the files in the page cache and one thread, ImageJ's FolderOpener takes 368 ms, pydicom
 * 406 ms (headers alone 88 ms) and dcm2niix 292 ms for the whole process, on a machine on which a minimal Java parser
 * without any checks takes 72 ms (headers alone 3.3 ms). Goals: the load takes at most half of FolderOpener's time in the
 * same run, the headers at most a fifth of pydicom's.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = { "-Xmx3g", "-Djava.awt.headless=true" })
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class SeriesBenchmark {

	private static final int SLICES = 400;
	private static final int SIZE = 512;

	private Path folder;

	@Setup
	public void write() throws IOException {
		folder = Files.createTempDirectory("series");
		final Img<UnsignedShortType> voxels = ArrayImgs.unsignedShorts(SIZE, SIZE, SLICES, 1, 1);
		int i = 0;
		for (final UnsignedShortType voxel : voxels)
			voxel.set(i++ * 7919 >>> 3 & 0xFFF);
		final Geometry geometry = new Geometry(new Vector(0.7, 0, 0), new Vector(0, 0.7, 0), new Vector(0, 0, 1.25),
			new Vector(-179, -179, -250), Optional.of("1.2.3"));
		final CalibratedImage image = new CalibratedImage("benchmark", voxels, ValueScale.IDENTITY, Optional.of(geometry),
			Stream.generate(PlaneLabel::empty).limit(SLICES).toList(), Map.of());
		new MrSeriesWriter("benchmark", DataSet.EMPTY).write(image, name -> Files.newOutputStream(folder.resolve(name)));
	}

	@TearDown
	public void delete() throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			for (final Path file : files.sorted(Comparator.reverseOrder()).toList())
				Files.delete(file);
		}
	}

	/** Headers, then pixels, in one thread. */
	@Benchmark
	public LoadedSeries load() {
		return Parallelization.runSingleThreaded(this::read);
	}

	/** The same with all threads. */
	@Benchmark
	public LoadedSeries loadParallel() {
		return read();
	}

	/** Headers only, in one thread. */
	@Benchmark
	public SeriesCatalogue headers() {
		return Parallelization.runSingleThreaded(this::scan);
	}

	/** The peer: what a user of ImageJ has. */
	@Benchmark
	public ImagePlus folderOpener() {
		return FolderOpener.open(folder.toString());
	}

	private LoadedSeries read() {
		try {
			return SeriesReader.read(scan().entries(), DiffusionVolumes.ALL, progress -> {});
		}
		catch (final IOException e) {
			throw new IllegalStateException(e);
		}
	}

	private SeriesCatalogue scan() {
		try {
			return SeriesCatalogue.scan(folder, progress -> {});
		}
		catch (final IOException e) {
			throw new IllegalStateException(e);
		}
	}
}
