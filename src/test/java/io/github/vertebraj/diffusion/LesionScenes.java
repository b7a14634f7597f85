package io.github.vertebraj.diffusion;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.vertebraj.image.Connectivity;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;
import io.github.vertebraj.image.ValueScale;

import org.junit.jupiter.api.function.Executable;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** Patients, stations and what is measured in them, for the tests of the total diffusion volume. */
final class LesionScenes {

	private LesionScenes() {}

	static final Optional<String> FRAME = Optional.of("1.2.3");

	/** Axial slices of 1.5 x 2 mm pixels, 5 mm apart, not at the origin: 0.015 ml. */
	static Geometry axial(final double bottom) {
		return new Geometry(new Vector(1.5, 0, 0), new Vector(0, 2, 0), new Vector(0, 0, 5), new Vector(-37, 12, bottom),
			FRAME);
	}

	static LesionCriteria above(final double signal, final Connectivity connectivity) {
		return new LesionCriteria(Optional.of(SignalThreshold.of(signal)), Double.NEGATIVE_INFINITY,
			Double.POSITIVE_INFINITY, 0, connectivity);
	}

	/** A patient: signal and ADC are known at every place. */
	interface Body {

		/** The signal at a place; lesions are those above 100. */
		double signal(Vector place);

		default double adc(final Vector place) {
			return 0.7 + place.z() / 1000;
		}
	}

	static DiffusionStation station(final String title, final Body body, final Geometry geometry,
		final int... size)
	{
		final Img<FloatType> signal = ArrayImgs.floats(size[0], size[1], size[2]);
		final Img<FloatType> adc = ArrayImgs.floats(size[0], size[1], size[2]);
		for (int z = 0; z < size[2]; z++)
			for (int y = 0; y < size[1]; y++)
				for (int x = 0; x < size[0]; x++) {
					final Vector place = geometry.toPatient(x, y, z);
					signal.getAt(x, y, z).setReal(body.signal(place));
					adc.getAt(x, y, z).setReal(body.adc(place));
				}
		return new DiffusionStation(title, signal, ValueScale.IDENTITY, adc, ValueScale.IDENTITY, geometry, Optional.empty());
	}

	static DiffusionStation station(final double[] signal, final double[] adc, final int... size) {
		return new DiffusionStation("DWI", ArrayImgs.doubles(signal, size[0], size[1], size[2]), ValueScale.IDENTITY, ArrayImgs
			.doubles(adc, size[0], size[1], size[2]), ValueScale.IDENTITY, axial(3), Optional.empty());
	}

	static DiffusionVolume measure(final LesionCriteria criteria, final DiffusionStation... stations) {
		return TotalDiffusionVolume.measure(List.of(stations), criteria, ProjectionView.CORONAL, done -> {});
	}

	static long[] voxelsOfFoci(final DiffusionVolume volume) {
		return volume.foci().stream().mapToLong(LesionFocus::voxels).toArray();
	}

	static void assertRefused(final String reason, final Executable what) {
		final String message = assertThrows(IllegalArgumentException.class, what).getMessage();
		assertTrue(message.contains(reason), message);
	}

	static int[] labels(final DiffusionVolume volume, final int station) {
		final List<Integer> labels = new ArrayList<>();
		for (final RealType<?> label : Views.flatIterable(volume.labels().get(station)))
			labels.add((int) label.getRealDouble());
		return labels.stream().mapToInt(Integer::intValue).toArray();
	}

	/** A box from z = 31 to 74 mm, and a small one in what both stations show. */
	static final Body BODY = place -> place.z() > 31 && place.z() < 74 && Math.abs(place.x() + 30) < 2.3 && Math.abs(
		place.y() - 20) < 3 ? 200 : Math.abs(place.z() - 53) < 3 && Math.abs(place.x() + 22) < 1 && Math.abs(place.y() -
			30) < 1.5 ? 150 : 10;
}
