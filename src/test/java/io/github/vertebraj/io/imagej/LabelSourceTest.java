package io.github.vertebraj.io.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.IJ;
import ij.ImagePlus;
import io.github.vertebraj.SharedData;
import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;
import io.github.vertebraj.image.PlanarVoxels;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.image.RegionStatistics;
import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.io.nifti.NiftiFile;
import io.github.vertebraj.io.nifti.NiftiWriter;

import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/** Regions from the labels of an image file, of the same voxels or of others. */
class LabelSourceTest {

	private static final int[] SIZE = { 12, 10, 5 };

	@TempDir
	Path folder;

	private static CalibratedImage image(final Optional<Geometry> geometry) {
		return TestImages.image(geometry, ValueScale.IDENTITY, SIZE[0], SIZE[1], SIZE[2], 2, 1);
	}

	private static CalibratedImage image() {
		return image(Optional.of(TestImages.OBLIQUE));
	}

	private static RegionSource source(final Path file) {
		return new RegionSource(Optional.ofNullable(file), OptionalInt.empty(), label -> "label " + label);
	}

	private static RegionSource.Found collect(final Path file, final CalibratedImage image) throws IOException {
		final ImagePlus imp = ImagePlusBridge.toImagePlus(image);
		return source(file).collect(imp, ImagePlusBridge.fromImagePlus(imp));
	}

	private static String refusal(final Path file, final CalibratedImage image) {
		return assertThrows(IllegalArgumentException.class, () -> collect(file, image)).getMessage();
	}

	/** Label 3 at (4, 5, 1) to (6, 5, 1), label 7 at (2, 3, 4), in the voxels of {@link #image()}. */
	private static byte[][] labels() {
		final byte[][] planes = new byte[SIZE[2]][SIZE[0] * SIZE[1]];
		for (int x = 4; x <= 6; x++)
			planes[1][5 * SIZE[0] + x] = 3;
		planes[4][3 * SIZE[0] + 2] = 7;
		return planes;
	}

	private static CalibratedImage mask(final byte[][] planes, final int width, final int height,
		final Optional<Geometry> geometry)
	{
		return new CalibratedImage("mask", PlanarVoxels.of(List.of((Object[]) planes), new UnsignedByteType(), width, height,
			planes.length, 1, 1), ValueScale.IDENTITY, geometry, Collections.nCopies(planes.length, PlaneLabel.empty()), Map
				.of());
	}

	private Path nifti(final CalibratedImage mask) throws IOException {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		NiftiWriter.write(out, mask);
		return Files.write(folder.resolve("mask.nii"), out.toByteArray());
	}

	private static Geometry in(final Geometry g, final String frame) {
		return new Geometry(g.xStep(), g.yStep(), g.zStep(), g.origin(), Optional.ofNullable(frame));
	}

	private static void assertLabels(final RegionSource.Found found) {
		assertEquals(List.of("label 3", "label 7"), found.regions().stream().map(Region::name).toList());
		assertEquals(List.of(new Region.Run(1, 5, 4, 7)), found.regions().get(0).runs());
		assertEquals(List.of(new Region.Run(4, 3, 2, 3)), found.regions().get(1).runs());
	}

	@Test
	void labelsOfTheSameVoxels() throws IOException {
		final Path file = nifti(mask(labels(), SIZE[0], SIZE[1], Optional.of(TestImages.OBLIQUE)));
		final RegionSource.Found found = collect(file, image());
		assertLabels(found);
		assertEquals("mask.nii", found.origin());
		assertEquals(List.of(), found.notes());
	}

	/** dcm2niix turns the rows of DICOM files round, so that its masks have y the other way. */
	@ParameterizedTest
	@ValueSource(strings = { NiftiFile.SCANNER, NiftiFile.ALIGNED })
	void labelsInAnotherOrderAreMatchedByPlace(final String frame) throws IOException {
		final Geometry g = TestImages.OBLIQUE;
		final Vector corner = g.toPatient(0, SIZE[1] - 1, 0);
		final byte[][] turned = new byte[SIZE[2]][SIZE[0] * SIZE[1]];
		for (int z = 0; z < SIZE[2]; z++)
			for (int i = 0; i < turned[z].length; i++)
				turned[z][i] = labels()[z][(SIZE[1] - 1 - i / SIZE[0]) * SIZE[0] + i % SIZE[0]];
		final Path file = nifti(mask(turned, SIZE[0], SIZE[1], Optional.of(new Geometry(g.xStep(), g.yStep().times(-1), g
			.zStep(), corner, Optional.of(frame)))));
		final RegionSource.Found found = collect(file, image());
		assertLabels(found);
		assertTrue(found.notes().contains(
			"the label image has the same voxels in another order: they are matched by position"), found.notes()::toString);
	}

	/** Every order of the axes, each of them either way. */
	@ParameterizedTest
	@CsvSource({ "0,1,2", "0,2,1", "1,0,2", "1,2,0", "2,0,1", "2,1,0" })
	void labelsInAnyOrderAreMatchedByPlace(final int first, final int second, final int third) throws IOException {
		final int[] axes = { first, second, third };
		final Geometry g = TestImages.OBLIQUE;
		final Vector[] steps = { g.xStep(), g.yStep(), g.zStep() };
		for (int turns = 0; turns < 8; turns++) {
			final int[] turned = { turns & 1, turns >> 1 & 1, turns >> 2 };
			final int[] size = { SIZE[first], SIZE[second], SIZE[third] };
			final byte[][] planes = new byte[size[2]][size[0] * size[1]];
			final double[] corner = new double[3];
			final Vector[] turnedSteps = new Vector[3];
			for (int axis = 0; axis < 3; axis++) {
				corner[axes[axis]] = turned[axis] * (size[axis] - 1.0);
				turnedSteps[axis] = steps[axes[axis]].times(turned[axis] == 0 ? 1 : -1);
			}
			final int[] at = new int[3];
			for (int z = 0; z < size[2]; z++)
				for (int i = 0; i < planes[z].length; i++) {
					final int[] position = { i % size[0], i / size[0], z };
					for (int axis = 0; axis < 3; axis++)
						at[axes[axis]] = turned[axis] == 0 ? position[axis] : size[axis] - 1 - position[axis];
					planes[z][i] = labels()[at[2]][at[1] * SIZE[0] + at[0]];
				}
			assertLabels(collect(nifti(mask(planes, size[0], size[1], Optional.of(new Geometry(turnedSteps[0], turnedSteps[1],
				turnedSteps[2], g.toPatient(corner[0], corner[1], corner[2]), Optional.of(NiftiFile.ALIGNED))))), image()));
		}
	}

	@Test
	void labelsOfOtherVoxelsAreResampledInTheSameCoordinates() throws IOException {
		final Geometry g = TestImages.OBLIQUE;
		// twice as fine along x, and two slices more below
		final byte[][] fine = new byte[SIZE[2] + 2][2 * SIZE[0] * SIZE[1]];
		for (int z = 0; z < SIZE[2]; z++)
			for (int i = 0; i < fine[z].length; i++)
				fine[z + 2][i] = labels()[z][i / 2];
		fine[0][0] = 9; // outside of the image
		final Geometry finer = new Geometry(g.xStep().times(0.5), g.yStep(), g.zStep(), g.toPatient(-0.25, 0, -2), Optional
			.of(NiftiFile.SCANNER));
		final RegionSource.Found found = collect(nifti(mask(fine, 2 * SIZE[0], SIZE[1], Optional.of(finer))), image());
		assertLabels(found);
		assertTrue(found.notes().contains(
			NiftiFile.SCANNER + " coordinates are taken as the patient coordinates of the DICOM images"));
		assertTrue(found.notes().contains("the label image has other voxels: it is resampled by nearest neighbour"));
		assertTrue(found.notes().contains("regions outside of the image are left out: label 9"));
		// nibabel's Nifti1Image(data, affine) writes code 2
		final RegionSource.Found aligned = collect(nifti(mask(fine, 2 * SIZE[0], SIZE[1], Optional.of(in(finer,
			NiftiFile.ALIGNED)))), image());
		assertLabels(aligned);
		assertTrue(aligned.notes().get(0).startsWith("NIfTI aligned coordinates are taken as the patient coordinates"),
			aligned.notes().get(0));
		final String talairach = refusal(nifti(mask(fine, 2 * SIZE[0], SIZE[1], Optional.of(in(finer, "NIfTI Talairach")))),
			image());
		assertTrue(talairach.contains("its coordinates (NIfTI Talairach) are not those of the image"), talairach);
		final Geometry far = new Geometry(g.xStep(), g.yStep(), g.zStep(), new Vector(1000, 0, 0), g.frameOfReference());
		final String outside = refusal(nifti(mask(labels(), SIZE[0], SIZE[1], Optional.of(far))), image());
		assertTrue(outside.contains("none of its regions lies within the image"), outside);
	}

	@Test
	void labelsWithoutPlaceAreTakenVoxelByVoxel() throws IOException {
		final Path file = folder.resolve("labels.tif");
		final ImagePlus imp = ImagePlusBridge.toImagePlus(mask(labels(), SIZE[0], SIZE[1], Optional.empty()));
		IJ.saveAsTiff(imp, file.toString());
		final RegionSource.Found found = collect(file, image());
		assertLabels(found);
		assertEquals(List.of("the label image has no position in the patient: it is taken voxel by voxel"), found.notes());
		assertLabels(collect(file, image(Optional.empty())));
		final String size = refusal(file, TestImages.image(Optional.empty(), ValueScale.IDENTITY, 12, 10, 4, 1, 1));
		assertTrue(size.contains("'labels.tif'") && size.contains("12 x 10 x 5") && size.contains("12 x 10 x 4"), size);
		imp.getCalibration().setUnit("mm");
		imp.getCalibration().pixelWidth = 3;
		IJ.saveAsTiff(imp, file.toString());
		assertTrue(refusal(file, image()).contains("its voxels are of another size"));
	}

	@Test
	void placedLabelsNeedAPlacedImage() throws IOException {
		final Path file = nifti(mask(labels(), SIZE[0], SIZE[1], Optional.of(TestImages.OBLIQUE)));
		final String unknown = refusal(file, image(Optional.of(Geometry.ofSpacing(1.3, 1.3, 4.507))));
		assertTrue(unknown.contains("position of the image in the patient is unknown"), unknown);
	}

	@Test
	void refusesWhatAreNoLabels() throws IOException {
		final Optional<Geometry> place = Optional.of(TestImages.OBLIQUE);
		assertTrue(refusal(nifti(mask(new byte[5][120], 12, 10, place)), image()).contains("all its voxels are 0"));
		final float[] plane = new float[120];
		final CalibratedImage floats = new CalibratedImage("floats", PlanarVoxels.of(Collections.nCopies(5, plane),
			new FloatType(), 12, 10, 5, 1, 1), ValueScale.IDENTITY, place, Collections.nCopies(5, PlaneLabel.empty()), Map
				.of());
		plane[7] = 1.5f;
		assertTrue(refusal(nifti(floats), image()).contains("whole numbers"));
		plane[7] = 3e9f;
		assertTrue(refusal(nifti(floats), image()).contains("3.0E9"));
		plane[7] = Float.NaN;
		assertTrue(refusal(nifti(floats), image()).contains("NaN"));
		final Path grey = nifti(TestImages.image(place, ValueScale.IDENTITY, 60, 60, 1, 1, 1));
		assertTrue(refusal(grey, TestImages.image(place, ValueScale.IDENTITY, 60, 60, 1, 1, 1)).contains("grey values"));
		assertTrue(refusal(nifti(image()), image()).contains("2 frames"));
		final Path missing = folder.resolve("missing.nii");
		assertTrue(assertThrows(IOException.class, () -> collect(missing, image())).getMessage().contains(missing
			.toString()));
	}

	/** numpy 1.24 with nibabel 5.0.0: {@code ct[vert == 21].mean()} and so on. */
	@Test
	void vertebraeOfASegmentationAreMeasuredAtOnce() throws IOException {
		final Path mask = SharedData.path("spine/tptbox_samples/sub-ct_seg-vert_label-22_msk.nii.gz");
		final CalibratedImage ct = NiftiFile.read(SharedData.path("spine/tptbox_samples/sub-ct_label-22_ct.nii.gz"));
		final ImagePlus imp = ImagePlusBridge.toImagePlus(ct);
		final CalibratedImage image = ImagePlusBridge.fromImagePlus(imp);
		final List<Region> regions = source(mask).collect(imp, image).regions();
		assertEquals("[label 21 (6567 voxels), label 22 (17698 voxels), label 23 (12083 voxels)]", regions.toString());
		assertEquals(243.5919877952311, RegionStatistics.of(image.volume(0, 0), image.scale(), regions.get(1)).mean(), 1e-9);
	}
}
