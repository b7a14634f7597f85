package io.github.vertebraj.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.io.dicom.DataSetBuilder;
import io.github.vertebraj.io.dicom.MrSeriesWriter;
import io.github.vertebraj.io.dicom.Tag;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.DoubleType;

/**
 * A folder of DICOM series as scanners write them: 24 × 16 × 3 voxels at 1.5 T, whose fat fraction is 0, 20, ... 100 %
 * from left to right, in bands of 4 columns.
 */
final class FatSeriesFolder {

	static final int[] SIZE = { 24, 16, 3 };

	/** A value of a voxel by place and echo time in ms. */
	interface Signal {

		double at(int x, int z, double echoTime);
	}

	private final Path folder;
	private int volumes;

	FatSeriesFolder(final Path folder) {
		this.folder = folder;
	}

	Path path() {
		return folder;
	}

	static double percent(final int x) {
		return 20.0 * (x / 4);
	}

	/** The tags of a series; its number tells it from others. */
	static DataSetBuilder series(final int number, final String manufacturer, final String... imageType) {
		return new DataSetBuilder().put(Tag.SERIES_NUMBER, number).put(Tag.SERIES_INSTANCE_UID, "1.2.3." + number).put(
			Tag.MANUFACTURER, manufacturer).put(Tag.IMAGE_TYPE, imageType).put(Tag.MAGNETIC_FIELD_STRENGTH, 1.5).put(
				Tag.STUDY_INSTANCE_UID, "1.2.3").put(Tag.MODALITY, "MR").put(Tag.SERIES_DESCRIPTION, "fat");
	}

	/** Adds volumes to a series, one for each echo time; values are rounded to what is stored. */
	void add(final DataSetBuilder series, final ValueScale scale, final Signal signal, final double... echoTimes)
		throws IOException
	{
		volumes++;
		final Path target = Files.createDirectories(folder.resolve("part" + volumes));
		final Img<DoubleType> voxels = ArrayImgs.doubles(SIZE[0], SIZE[1], SIZE[2], echoTimes.length, 1);
		final List<PlaneLabel> labels = new ArrayList<>();
		for (int t = 0; t < echoTimes.length; t++)
			for (int z = 0; z < SIZE[2]; z++)
				labels.add(echoTimes[t] < 0 ? PlaneLabel.empty() : PlaneLabel.empty().with(PlaneLabel.TE, echoTimes[t]));
		final var voxel = voxels.localizingCursor();
		while (voxel.hasNext()) {
			voxel.fwd();
			final double value = signal.at(voxel.getIntPosition(0), voxel.getIntPosition(2), echoTimes[voxel.getIntPosition(3)]);
			voxel.get().set(Math.rint((value - scale.intercept()) / scale.slope()));
		}
		final Geometry geometry = new Geometry(new Vector(1.5, 0, 0), new Vector(0, 1.5, 0), new Vector(0, 0, 4), new Vector(
			-20, -15, 40), Optional.of("1.2.3.4"));
		new MrSeriesWriter("volumes " + volumes, series.build()).write(new CalibratedImage("fat", voxels, scale, Optional.of(
			geometry), labels, Map.of()), name -> Files.newOutputStream(target.resolve(name)));
	}
}
