package io.github.vertebraj.diffusion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

import io.github.vertebraj.image.Geometry.Vector;
import io.github.vertebraj.image.VoxelLoop;

/**
 * Goes through the planes of all stations from one end of the patient to the other, each once: a few planes are looked
 * at in parallel, and then handed on in their order.
 */
final class StationWalk {

	/** Planes that are looked at together. */
	private static final int SLAB = 16;

	/** Takes a plane. */
	interface Visitor {

		/**
		 * @param station index of its station
		 * @param adjoins whether it is the neighbour of the last plane that no earlier station covers
		 */
		void visit(int station, int z, LesionPlanes.Plane plane, boolean adjoins);
	}

	private final List<DiffusionStation> stations;
	private final List<LesionPlanes> planes = new ArrayList<>();
	private final List<Integer> order;
	private final Vector normal;
	private final long total;

	/**
	 * @param stations in the order in which they were given: what one covers is not counted in a later one
	 */
	StationWalk(final List<DiffusionStation> stations, final LesionCriteria criteria, final ProjectionView view) {
		this.stations = stations;
		final DiffusionStation first = stations.get(0);
		final Vector across = first.geometry().xStep().cross(first.geometry().yStep());
		normal = across.dot(first.geometry().zStep()) > 0 ? across : across.times(-1);
		for (int i = 0; i < stations.size(); i++)
			planes.add(new LesionPlanes(stations.get(i), criteria, new StationOverlap(stations.get(i), stations.subList(0, i)),
				view.axis(stations.get(i).geometry())));
		order = IntStream.range(0, stations.size()).boxed().sorted(Comparator.comparingDouble(this::position)).toList();
		total = stations.stream().mapToLong(station -> station.size(2)).sum();
	}

	/** Where the middle of a station lies along the first one's slices. */
	private double position(final int index) {
		final DiffusionStation station = stations.get(index);
		return station.geometry().toPatient((station.size(0) - 1) / 2.0, (station.size(1) - 1) / 2.0, (station.size(2) -
			1) / 2.0).dot(normal);
	}

	/** Whether the planes of a station come by rising z. */
	boolean isForward(final int index) {
		return stations.get(index).geometry().zStep().dot(normal) > 0;
	}

	/** Whether a station comes after another. */
	boolean isAfter(final int index, final int other) {
		return order.indexOf(index) > order.indexOf(other);
	}

	/**
	 * Goes once through all planes; again it is the same.
	 *
	 * @param progress receives the share that is done, 0 to 1
	 */
	void go(final Visitor visitor, final DoubleConsumer progress) {
		long done = 0;
		int lastStation = -1;
		int lastZ = -1;
		for (final int index : order) {
			final DiffusionStation station = stations.get(index);
			final int depth = station.size(2);
			for (int from = 0; from < depth; from += SLAB) {
				final int first = from;
				final int count = Math.min(SLAB, depth - from);
				final long before = done;
				final LesionPlanes.Plane[] slab = new LesionPlanes.Plane[count];
				VoxelLoop.run("Measuring the total diffusion volume", count, share -> progress.accept((before + share * count) /
					total), planes.get(index)::copy, (task, i) -> slab[i] = task.plane(z(index, first + i)));
				done += count;
				for (int i = 0; i < count; i++) {
					final int z = z(index, from + i);
					visitor.visit(index, z, slab[i], lastStation >= 0 && StationOverlap.adjoin(stations.get(lastStation), lastZ,
						station, z));
					if (slab[i].isCovered()) continue;
					lastStation = index;
					lastZ = z;
				}
			}
		}
	}

	/** The planes of all stations in the order of the walk: index of the station, and z. */
	List<int[]> planes() {
		final List<int[]> all = new ArrayList<>();
		for (final int index : order)
			for (int i = 0; i < stations.get(index).size(2); i++)
				all.add(new int[] { index, z(index, i) });
		return all;
	}

	/** The z of the i-th plane of a station that comes. */
	private int z(final int index, final int i) {
		return isForward(index) ? i : stations.get(index).size(2) - 1 - i;
	}
}
