package io.github.vertebraj.benchmark;

import java.awt.Rectangle;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.measure.Measurements;
import ij.plugin.FolderOpener;
import ij.plugin.filter.Analyzer;
import ij.plugin.frame.RoiManager;
import ij.process.ImageProcessor;
import io.github.vertebraj.diffusion.AdcBenchmark;
import io.github.vertebraj.diffusion.AdcMapper;
import io.github.vertebraj.diffusion.AdcSettings;
import io.github.vertebraj.diffusion.FitMethod;
import io.github.vertebraj.image.Discretisation;
import io.github.vertebraj.image.IntensityFeatures;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.RegionStatistics;
import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.io.dicom.DiffusionVolumes;
import io.github.vertebraj.io.dicom.SeriesCatalogue;
import io.github.vertebraj.io.dicom.SeriesReader;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * The Java side of {@code src/test/benchmark/compare.py}: for each line on standard input, the name of a workload, runs
 * it once in one thread and prints the milliseconds of processor time. The argument is the folder with the script's data:
 * {@code b.txt}, {@code dwi.u16} (x, y, z, t), {@code slices.u16} (x, y, z), {@code discs.txt} (x, y, diameter), {@code
 * dicom/}; without it there are only the images of {@link AdcBenchmark}.
 */
public final class PeerRounds {

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private final Path folder;
	private final Map<String, Callable<Object>> workloads = new LinkedHashMap<>();
	private AdcBenchmark view;
	private String viewed;

	private PeerRounds(final Path folder) {
		this.folder = folder;
	}

	private void prepare() throws IOException {
		final double[] b = Files.readAllLines(folder.resolve("b.txt")).stream().mapToDouble(Double::parseDouble).toArray();
		final PlanarImg<?, ShortArray> shorts = shorts("dwi.u16", 256, 256, 40, b.length);
		final PlanarImg<?, FloatArray> floats = floats(shorts);
		for (final FitMethod method : FitMethod.values()) {
			workloads.put("adc 16-bit " + method.key(), () -> map(method, shorts, b));
			workloads.put("adc float " + method.key(), () -> map(method, floats, b));
		}
		regions();
		workloads.put("dicom load", () -> SeriesReader.read(SeriesCatalogue.scan(folder.resolve("dicom"), done -> {})
			.entries(), DiffusionVolumes.ALL, done -> {}));
		workloads.put("dicom headers", () -> SeriesCatalogue.scan(folder.resolve("dicom"), done -> {}));
		workloads.put("dicom FolderOpener", () -> FolderOpener.open(folder.resolve("dicom").toString()));
	}

	private PlanarImg<?, ShortArray> shorts(final String file, final long... size) throws IOException {
		@SuppressWarnings("unchecked")
		final PlanarImg<?, ShortArray> image = (PlanarImg<?, ShortArray>) PlanarImgs.unsignedShorts(size);
		final ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(folder.resolve(file))).order(ByteOrder.LITTLE_ENDIAN);
		for (int i = 0; i < image.numSlices(); i++) {
			final short[] plane = image.getPlane(i).getCurrentStorageArray();
			bytes.asShortBuffer().get(plane);
			bytes.position(bytes.position() + 2 * plane.length);
		}
		return image;
	}

	private static PlanarImg<?, FloatArray> floats(final PlanarImg<?, ShortArray> shorts) {
		@SuppressWarnings("unchecked")
		final PlanarImg<?, FloatArray> floats = (PlanarImg<?, FloatArray>) PlanarImgs.floats(shorts
			.dimensionsAsLongArray());
		for (int i = 0; i < shorts.numSlices(); i++) {
			final short[] from = shorts.getPlane(i).getCurrentStorageArray();
			final float[] to = floats.getPlane(i).getCurrentStorageArray();
			for (int j = 0; j < from.length; j++)
				to[j] = from[j] & 0xffff;
		}
		return floats;
	}

	private static Object map(final FitMethod method, final RandomAccessibleInterval<?> signal, final double[] b) {
		@SuppressWarnings("unchecked")
		final RandomAccessibleInterval<? extends RealType<?>> typed = (RandomAccessibleInterval<? extends RealType<?>>) signal;
		return new AdcMapper(new AdcSettings(method, 0)).compute(typed, ValueScale.IDENTITY, b, done -> {});
	}

	private void regions() throws IOException {
		final int depth = (int) (Files.size(folder.resolve("slices.u16")) / (512 * 512 * 2));
		final PlanarImg<?, ShortArray> shorts = shorts("slices.u16", 512, 512, depth);
		final PlanarImg<?, FloatArray> floats = floats(shorts);
		final ImageStack stack = new ImageStack(512, 512);
		for (int i = 0; i < depth; i++)
			stack.addSlice("", shorts.getPlane(i).getCurrentStorageArray());
		final ImagePlus image = new ImagePlus("slices", stack);
		final RoiManager manager = new RoiManager(false);
		final List<Region> regions = new ArrayList<>();
		for (final String line : Files.readAllLines(folder.resolve("discs.txt"))) {
			final String[] disc = line.split(" ");
			final Roi roi = new OvalRoi(Integer.parseInt(disc[0]), Integer.parseInt(disc[1]), Integer.parseInt(disc[2]),
				Integer.parseInt(disc[2]));
			manager.addRoi(roi);
			regions.add(region(roi));
		}
		Analyzer.setMeasurements(Measurements.AREA + Measurements.MEAN + Measurements.STD_DEV + Measurements.MEDIAN +
			Measurements.MIN_MAX);
		workloads.put("regions 16-bit", () -> measure(shorts, regions));
		workloads.put("regions float", () -> measure(floats, regions));
		workloads.put("features 16-bit", () -> features(shorts, regions));
		workloads.put("features float", () -> features(floats, regions));
		workloads.put("regions multi-measure", () -> manager.multiMeasure(image));
	}

	/** The pixels that ImageJ counts as inside. */
	private static Region region(final Roi roi) {
		final Rectangle bounds = roi.getBounds();
		final ImageProcessor mask = roi.getMask();
		final List<Region.Run> runs = new ArrayList<>();
		for (int y = 0; y < bounds.height; y++)
			for (int x = 0; x < bounds.width; x++)
				if (mask.get(x, y) != 0) runs.add(new Region.Run(0, bounds.y + y, bounds.x + x, bounds.x + x + 1));
		return new Region("disc", runs);
	}

	/** Each slice as a frame of one slice, so that every region is measured on each. */
	@SuppressWarnings({ "rawtypes", "unchecked" })
	private static RandomAccessibleInterval<? extends RealType<?>> frames(final RandomAccessibleInterval<?> slices) {
		return Views.permute(Views.addDimension((RandomAccessibleInterval) slices, 0, 0), 2, 3);
	}

	private static Object measure(final RandomAccessibleInterval<?> slices, final List<Region> regions) {
		return RegionStatistics.perFrame(frames(slices), ValueScale.IDENTITY, regions, done -> {});
	}

	private static Object features(final RandomAccessibleInterval<?> slices, final List<Region> regions) {
		return IntensityFeatures.perFrame(frames(slices), ValueScale.IDENTITY, regions, Discretisation.ofWidth(10, 0),
			done -> {});
	}

	/** A workload by its name; those of views ({@code view IMAGE} and {@code loop IMAGE}) are made when asked for. */
	private Callable<Object> workload(final String name) {
		if (workloads.containsKey(name)) return workloads.get(name);
		final String image = name.substring(5);
		if (!image.equals(viewed)) {
			view = AdcBenchmark.of(image);
			viewed = image;
		}
		return name.startsWith("view") ? view::logLinear : view::logLinearByRandomAccess;
	}

	private double run(final String name) throws Exception {
		final Callable<Object> workload = workload(name);
		return Parallelization.runSingleThreaded(() -> {
			final long start = THREADS.getCurrentThreadCpuTime();
			final Object result = workload.call();
			final long end = THREADS.getCurrentThreadCpuTime();
			if (result == null) throw new IllegalStateException(name + " gave nothing");
			return (end - start) / 1e6;
		});
	}

	public static void main(final String[] arguments) throws Exception {
		final PeerRounds rounds = new PeerRounds(Path.of(arguments.length == 0 ? "" : arguments[0]));
		if (arguments.length > 0) rounds.prepare();
		System.out.println("ready");
		final BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
		for (String line = lines.readLine(); line != null; line = lines.readLine())
			System.out.println(rounds.run(line));
		System.exit(0);
	}
}
