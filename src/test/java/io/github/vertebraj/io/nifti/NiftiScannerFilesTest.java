package io.github.vertebraj.io.nifti;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.vertebraj.SharedData;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;
import io.github.vertebraj.image.LabelRegions;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.RegionStatistics;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Cast;
import net.imglib2.view.Views;

/** Files of scanners and of segmentation programs, against nibabel 5.0.0 (Debian python3-nibabel). */
class NiftiScannerFilesTest {

	private static CalibratedImage read(final String name) throws IOException {
		return NiftiFile.read(SharedData.path(name));
	}

	private static double real(final CalibratedImage image, final long... position) {
		return image.scale().real(image.voxels().getAt(position).getRealDouble());
	}

	private static double sum(final CalibratedImage image) {
		final RandomAccessibleInterval<? extends RealType<?>> voxels = Cast.unchecked(image.voxels());
		return Views.flatIterable(voxels).stream().mapToDouble(v -> image.scale().real(v.getRealDouble())).sum();
	}

	/** {@code asarray(nibabel.load(file).dataobj).astype(float).sum()}, {@code .shape}, {@code affine @ (1,1,1,1)} */
	@ParameterizedTest
	@CsvSource({ "dwi/ge_mr29_dwi/ref/Ax_DWI_TENSOR_R2_1.nii, 256, 256, 2, 7, 59324678, 0.525979, -185.282457, -38.065992",
		"ibsi_digital_phantom/nifti/image/phantom.nii.gz, 5, 4, 4, 1, 173, -2, -2, 2",
		"spine/tptbox_samples/sub-ct_label-22_ct.nii.gz, 73, 47, 73, 1, 12207496, -76.5, -136.5, -35.699982",
		"spine/tptbox_samples/sub-ct_seg-subreg_label-22_msk.nii.gz, 73, 47, 73, 1, 1715801, -76.5, -136.5, -35.699982",
		"spine/tptbox_samples/sub-mri_label-6_T2w.nii.gz, 68, 52, 67, 1, 9894599, -54.229176, 115.231232, 150.635590" })
	void agreesWithNibabel(final String name, final long x, final long y, final long z, final long t, final double sum,
		final double right, final double front, final double up) throws IOException
	{
		final CalibratedImage image = read(name);
		assertArrayEquals(new long[] { x, y, z, t, 1 }, image.voxels().dimensionsAsLongArray());
		assertEquals(sum, sum(image));
		final Vector place = image.geometry().orElseThrow().toPatient(1, 1, 1);
		assertArrayEquals(new double[] { -right, -front, up }, new double[] { place.x(), place.y(), place.z() }, 1e-5);
	}

	@Test
	void ctVoxelsAndPlaceAreRight() throws IOException {
		final CalibratedImage ct = read("spine/tptbox_samples/sub-ct_label-22_ct.nii.gz");
		assertEquals(29, real(ct, 10, 20, 30, 0, 0));
		assertEquals(52, real(ct, 3, 4, 5, 0, 0));
		final Geometry geometry = ct.geometry().orElseThrow();
		assertEquals(Optional.of(NiftiFile.ALIGNED), geometry.frameOfReference());
		// nibabel's affine, x and y turned: axis x runs from front to back, y from head to feet, z from left to right
		assertEquals(new Vector(0, 1.5, 0), geometry.xStep());
		assertEquals(new Vector(0, 0, -1.5), geometry.yStep());
		assertEquals(new Vector(-1.5, 0, 0), geometry.zStep());
	}

	/** Counts and means by numpy 1.24: {@code ct[vert == 21].mean()} and so on. */
	@Test
	void vertebraeOfAMaskAreMeasured() throws IOException {
		final CalibratedImage ct = read("spine/tptbox_samples/sub-ct_label-22_ct.nii.gz");
		final CalibratedImage mask = read("spine/tptbox_samples/sub-ct_seg-vert_label-22_msk.nii.gz");
		final List<Region> regions = LabelRegions.of(mask.volume(0, 0), Integer::toString);
		assertEquals(List.of("21 (6567 voxels)", "22 (17698 voxels)", "23 (12083 voxels)"), regions.stream().map(
			Region::toString).toList());
		assertEquals(298.0127912288716, RegionStatistics.of(ct.volume(0, 0), ct.scale(), regions.get(0)).mean(), 1e-9);
		assertEquals(288.7896234543394, RegionStatistics.of(ct.volume(0, 0), ct.scale(), regions.get(1)).sd(), 1e-9);
	}

	/** The vertebral body (label 49) of vertebra 22, as its authors give it: mean 249.4 HU over 4951 voxels. */
	@Test
	void vertebralBodyHasThePublishedMean() throws IOException {
		final CalibratedImage ct = read("spine/tptbox_samples/sub-ct_label-22_ct.nii.gz");
		final CalibratedImage parts = read("spine/tptbox_samples/sub-ct_seg-subreg_label-22_msk.nii.gz");
		final CalibratedImage vertebrae = read("spine/tptbox_samples/sub-ct_seg-vert_label-22_msk.nii.gz");
		final Region body = only(LabelRegions.of(parts.volume(0, 0), Integer::toString), "49");
		final List<Region.Run> inside = body.runs().stream().flatMap(run -> IntStream.range(run.xFrom(), run
			.xTo()).filter(x -> real(vertebrae, x, run.y(), run.z(), 0, 0) == 22).mapToObj(x -> new Region.Run(run.z(), run
				.y(), x, x + 1))).toList();
		final RegionStatistics statistics = RegionStatistics.of(ct.volume(0, 0), ct.scale(), new Region("L3_VB", inside));
		assertEquals(4951, statistics.voxels());
		assertEquals(249.4356695617047, statistics.mean(), 1e-9);
	}

	private static Region only(final List<Region> regions, final String name) {
		return regions.stream().filter(region -> region.name().equals(name)).findFirst().orElseThrow();
	}

	/** IBSI reference manual, first-order statistics of the digital phantom: mean 2.15 over 74 voxels. */
	@Test
	void ibsiPhantomHasItsMean() throws IOException {
		final CalibratedImage phantom = read("ibsi_digital_phantom/nifti/image/phantom.nii.gz");
		final CalibratedImage mask = read("ibsi_digital_phantom/nifti/mask/mask.nii.gz");
		final Region region = LabelRegions.of(mask.volume(0, 0), i -> "ROI").get(0);
		final RegionStatistics statistics = RegionStatistics.of(phantom.volume(0, 0), phantom.scale(), region);
		assertEquals(74, statistics.voxels());
		assertEquals(2.1486486486486487, statistics.mean(), 1e-12);
	}

	@Test
	void bValuesBesideAreRead() throws IOException {
		final CalibratedImage dwi = read("dwi/ge_mr29_dwi/ref/Ax_DWI_TENSOR_R2_1.nii");
		assertEquals("b=0", dwi.label(1, 0, 0).toString());
		assertEquals("b=1000; diffusion=directions", dwi.label(1, 6, 0).toString());
		assertEquals(10, real(dwi, 100, 120, 1, 3, 0));
	}
}
