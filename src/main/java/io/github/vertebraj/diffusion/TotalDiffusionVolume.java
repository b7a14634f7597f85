package io.github.vertebraj.diffusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;

import io.github.vertebraj.image.ConnectedComponents;
import io.github.vertebraj.image.FloatStatistics;
import io.github.vertebraj.image.RealPlane;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * Total diffusion volume (tDV): the volume of all voxels of high diffusion-weighted signal, of an ADC inside a window, or
 * both, and the ADC over the same voxels. tDV = N · voxel volume, in which the step from slice to slice counts and not
 * their thickness.
 * <p>
 * Several stations are one patient: a voxel whose centre lies in an earlier station was counted there, and foci go on
 * from station to station where voxels lie above voxels. Works slab by slab, three times through the planes: memory is
 * that of the label masks, a few planes for each thread, and four bytes for each piece of the mask. The result is the
 * same for any number of threads.
 */
public final class TotalDiffusionVolume {

	private final List<DiffusionStation> stations;
	private final LesionCriteria criteria;
	private final ProjectionView view;
	private final StationWalk walk;
	private final ConnectedComponents components;
	private final List<String> notes = new ArrayList<>();
	private final List<ProjectionBuilder> projections = new ArrayList<>();
	/** Of each station and plane: the index of its projection, and of its line there. */
	private final int[][] projectionOf;
	private final int[][] lineOf;
	private final int[] firstPiece;
	private final long[] counted;
	private final List<LabelPlanes> labels = new ArrayList<>();
	private final FloatStatistics statistics = new FloatStatistics();
	private long looked;
	private double bright;
	private long covered;
	private int droppedFoci;
	private double dropped;

	private TotalDiffusionVolume(final List<DiffusionStation> stations, final LesionCriteria criteria,
		final ProjectionView view)
	{
		this.stations = stations;
		this.criteria = criteria;
		this.view = view;
		walk = new StationWalk(stations, criteria, view);
		components = new ConnectedComponents(criteria.connectivity());
		projectionOf = stations.stream().map(station -> new int[station.size(2)]).toArray(int[][]::new);
		lineOf = stations.stream().map(station -> new int[station.size(2)]).toArray(int[][]::new);
		firstPiece = new int[stations.size()];
		Arrays.fill(firstPiece, -1);
		counted = new long[stations.size()];
	}

	/**
	 * Measures one patient.
	 *
	 * @param stations in the order in which their overlap counts; in one frame of reference
	 * @param view     of the projections
	 * @param progress receives the share that is done, 0 to 1
	 * @throws IllegalArgumentException when there is no station, or several whose place to one another is unknown
	 * @throws CancellationException    when the thread is interrupted
	 */
	public static DiffusionVolume measure(final List<DiffusionStation> stations, final LesionCriteria criteria,
		final ProjectionView view, final DoubleConsumer progress)
	{
		if (stations.isEmpty()) throw new IllegalArgumentException("A total diffusion volume needs at least one station");
		for (final DiffusionStation station : stations.subList(1, stations.size()))
			if (!station.geometry().sharesFrameOfReference(stations.get(0).geometry())) throw new IllegalArgumentException(
				"Where '" + station.title() + "' lies to '" + stations.get(0).title() +
					"' is unknown: several stations must have one frame of reference, as Open Series... reads it");
		final TotalDiffusionVolume run = new TotalDiffusionVolume(List.copyOf(stations), criteria, view);
		run.walk.go(run::join, share -> progress.accept(0.5 * share));
		return run.measure(progress);
	}

	/** The first time: components and the projected signal. */
	private void join(final int station, final int z, final LesionPlanes.Plane plane, final boolean adjoins) {
		covered += plane.covered();
		if (plane.isCovered()) return;
		if (!adjoins) {
			components.part();
			if (!projections.isEmpty()) notes.add("foci do not go on into '" + stations.get(station).title() +
				"': its voxels do not lie on those of the station before");
			projections.add(new ProjectionBuilder(view, stations.get(station), walk.isForward(station)));
		}
		if (firstPiece[station] < 0) firstPiece[station] = components.pieces();
		components.add(plane.runs());
		looked += plane.looked();
		bright += plane.bright() * stations.get(station).geometry().voxelVolume();
		projectionOf[station][z] = projections.size() - 1;
		lineOf[station][z] = projections.get(projections.size() - 1).add(plane.profile());
	}

	private DiffusionVolume measure(final DoubleConsumer progress) {
		final List<long[]> voxels = new ArrayList<>();
		final List<Integer> begins = new ArrayList<>();
		components.select((piece, size) -> {
			final int station = stationOf(piece);
			final double volume = size * stations.get(station).geometry().voxelVolume();
			// a volume that is as large as the least one but for rounding is large enough
			final boolean keeps = volume >= criteria.minimumVolume() * (1 - 1e-9);
			if (keeps) {
				voxels.add(new long[] { size, 0 });
				begins.add(station);
			}
			else {
				droppedFoci++;
				dropped += volume;
			}
			return keeps;
		});
		for (final DiffusionStation station : stations)
			labels.add(new LabelPlanes(voxels.size(), station));
		final double[] sums = new double[voxels.size()];
		final List<RealPlane[]> readers = stations.stream().map(station -> new RealPlane[] { new RealPlane(station.signal(),
			station.signalScale()), new RealPlane(station.adc(), station.adcScale()) }).toList();
		walk.go((station, z, plane, adjoins) -> {
			if (plane.isCovered()) return;
			if (!adjoins) components.part();
			label(station, z, plane.runs(), readers.get(station), voxels, sums);
		}, share -> progress.accept(0.5 + 0.5 * share));
		again(readers);
		return result(voxels, begins, sums);
	}

	private int stationOf(final int piece) {
		int best = -1;
		for (int i = 0; i < firstPiece.length; i++)
			// of stations without a piece the next one begins at the same number
			if (firstPiece[i] >= 0 && firstPiece[i] <= piece && (best < 0 || firstPiece[i] > firstPiece[best] ||
				firstPiece[i] == firstPiece[best] && walk.isAfter(i, best))) best = i;
		return best;
	}

	/** The second time: the voxels of the components that are kept. */
	private void label(final int station, final int z, final int[] runs, final RealPlane[] readers,
		final List<long[]> voxels, final double[] sums)
	{
		final int[] numbers = components.labels(runs);
		double[] signal = null;
		double[] adc = null;
		final int width = stations.get(station).size(0);
		for (int i = 0; i < numbers.length; i++) {
			if (numbers[i] == 0) continue;
			if (signal == null) {
				signal = readers[0].read(z);
				adc = readers[1].read(z);
			}
			final int y = runs[3 * i];
			labels.get(station).fill(z, y, runs[3 * i + 1], runs[3 * i + 2], numbers[i]);
			counted[station] += runs[3 * i + 2] - runs[3 * i + 1];
			for (int x = runs[3 * i + 1]; x < runs[3 * i + 2]; x++) {
				final float value = (float) adc[y * width + x];
				statistics.add(value);
				if (Float.isFinite(value)) sums[numbers[i] - 1] += value;
				else voxels.get(numbers[i] - 1)[1]++;
				projections.get(projectionOf[station][z]).lesion(lineOf[station][z], x, y, signal[y * width + x], value);
			}
		}
	}

	/** The third time, of planes with lesions alone: SD and quantiles. */
	private void again(final List<RealPlane[]> readers) {
		statistics.again();
		for (final int[] plane : walk.planes()) {
			if (Thread.currentThread().isInterrupted()) throw new CancellationException(
				"Measuring the total diffusion volume was cancelled");
			final LabelPlanes mask = labels.get(plane[0]);
			if (!mask.isUsed(plane[1])) continue;
			final double[] adc = readers.get(plane[0])[1].read(plane[1]);
			for (int i = 0; i < adc.length; i++)
				if (mask.has(plane[1], i)) statistics.addAgain((float) adc[i]);
		}
	}

	private DiffusionVolume result(final List<long[]> voxels, final List<Integer> begins, final double[] sums) {
		final List<LesionFocus> foci = new ArrayList<>();
		for (int i = 0; i < voxels.size(); i++) {
			final long n = voxels.get(i)[0];
			final long nan = voxels.get(i)[1];
			final DiffusionStation station = stations.get(begins.get(i));
			foci.add(new LesionFocus(i + 1, station.title(), n, nan, n * station.geometry().voxelVolume(), sums[i] / (n -
				nan)));
		}
		long all = 0;
		double volume = 0;
		for (int i = 0; i < counted.length; i++) {
			all += counted[i];
			volume += counted[i] * stations.get(i).geometry().voxelVolume();
		}
		if (all == 0) notes.add("no voxel counts: the volume is 0 ml, and there is no ADC to measure");
		return new DiffusionVolume(all, volume, statistics.finish(), foci, droppedFoci, dropped, criteria.signal().isPresent()
			? bright : Double.NaN, looked, covered, labels
			.stream().<RandomAccessibleInterval<? extends RealType<?>>> map(
				LabelPlanes::image).toList(), projections.stream().map(ProjectionBuilder::build).toList(), notes);
	}
}
