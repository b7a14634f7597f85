package io.github.vertebraj.io.dicom;

import java.util.OptionalDouble;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.ValueScale;

/**
 * What a classic MR file says of its image, pixels aside: the modules of PS3.3 A.4.3, with what is not known left empty
 * where the standard allows it, and the diffusion attributes of the enhanced MR object (C.8.13.5.9) as manufacturers
 * put them into classic files.
 */
final class MrAttributes {

	private static final String MR_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.4";
	/** Cosine between image axes that still counts as a right angle. */
	private static final double RIGHT_ANGLE = 1e-4;
	/** Must be there, but may be empty. */
	private static final int[] MAY_BE_EMPTY = { Tag.STUDY_DATE, Tag.STUDY_TIME, Tag.of(0x0008, 0x0050), Tag.of(0x0008,
		0x0090), Tag.of(0x0018, 0x0022), Tag.REPETITION_TIME, Tag.ECHO_TIME, Tag.of(0x0018, 0x0091), Tag.of(
			0x0018, 0x5100), Tag.STUDY_ID, Tag.of(0x0020, 0x0060), Tag.of(0x0020, 0x1040) };
	private static final int PATIENT_NAME = Tag.of(0x0010, 0x0010);
	private static final int PATIENT_ID = Tag.of(0x0010, 0x0020);
	private static final int PATIENT_BIRTH_DATE = Tag.of(0x0010, 0x0030);

	private final CalibratedImage image;
	private final Geometry geometry;
	private final String study;
	private final String seed;

	MrAttributes(final CalibratedImage image, final String study, final String seed) {
		this.image = image;
		this.study = study;
		this.seed = seed;
		geometry = image.geometry().orElseThrow(() -> new IllegalArgumentException(
			"A DICOM series needs voxel spacing and position, but '" + image.title() + "' has none"));
		if (Math.abs(geometry.xStep().dot(geometry.yStep())) > RIGHT_ANGLE * geometry.spacing(0) * geometry.spacing(1))
			throw new IllegalArgumentException("Rows and columns of a DICOM image stand at right angles, but those of '" +
				image.title() + "' do not");
	}

	/** What all planes share. */
	DataSet series() {
		final DataSetBuilder series = new DataSetBuilder();
		for (final int tag : MAY_BE_EMPTY)
			series.putEmpty(tag, Dictionary.vr(tag));
		series.putEmpty(PATIENT_NAME, VR.PN).putEmpty(PATIENT_ID, VR.LO).putEmpty(PATIENT_BIRTH_DATE, VR.DA);
		series.putEmpty(Tag.PATIENT_SEX, VR.CS);
		series.put(Tag.SOP_CLASS_UID, MR_IMAGE_STORAGE).put(Tag.MODALITY, "MR").put(Tag.MANUFACTURER, "VertebraJ");
		series.put(Tag.STUDY_INSTANCE_UID, Uid.of(study + "/study")).put(Tag.SERIES_INSTANCE_UID, Uid.of(seed + "/series"));
		series.put(Tag.SERIES_NUMBER, "1").put(Tag.SERIES_DESCRIPTION, image.title().replace('\\', '/'));
		series.put(Tag.of(0x0018, 0x0020), "EP").put(Tag.of(0x0018, 0x0021), "NONE").put(Tag.of(0x0018, 0x0023), "2D");
		series.put(Tag.FRAME_OF_REFERENCE_UID, geometry.frameOfReference().orElse(Uid.of(study + "/frame of reference")));
		putGeometry(series);
		final ValueScale scale = image.scale();
		// The MR object of the standard has no rescale; it is added only where values need it, as manufacturers do.
		if (scale.slope() != 1 || scale.intercept() != 0) series.put(Tag.RESCALE_INTERCEPT, scale.intercept()).put(
			Tag.RESCALE_SLOPE, scale.slope()).put(Tag.RESCALE_TYPE, "US");
		return series.build();
	}

	private void putGeometry(final DataSetBuilder series) {
		final Vector row = geometry.xStep().times(1 / geometry.spacing(0));
		final Vector column = geometry.yStep().times(1 / geometry.spacing(1));
		series.put(Tag.IMAGE_ORIENTATION, row.x(), row.y(), row.z(), column.x(), column.y(), column.z());
		// The step along columns comes first (PS3.3 10.7.1.3).
		series.put(Tag.PIXEL_SPACING, geometry.spacing(1), geometry.spacing(0));
		final double distance = Math.abs(geometry.zStep().dot(normal()));
		series.put(Tag.SPACING_BETWEEN_SLICES, distance).put(Tag.SLICE_THICKNESS, distance);
	}

	private Vector normal() {
		final Vector cross = geometry.xStep().cross(geometry.yStep());
		return cross.times(1 / cross.length());
	}

	/** What one plane has of its own. */
	DataSet plane(final int z, final int t) {
		final DataSetBuilder plane = new DataSetBuilder();
		final Vector position = geometry.toPatient(0, 0, z);
		final int number = t * image.size(2) + z + 1;
		plane.put(Tag.SOP_INSTANCE_UID, Uid.of(seed + "/image " + number)).put(Tag.INSTANCE_NUMBER, number);
		plane.put(Tag.ACQUISITION_NUMBER, t + 1).put(Tag.TEMPORAL_POSITION_IDENTIFIER, t + 1);
		plane.put(Tag.NUMBER_OF_TEMPORAL_POSITIONS, image.size(3));
		plane.put(Tag.IMAGE_POSITION, position.x(), position.y(), position.z());
		plane.put(Tag.SLICE_LOCATION, position.dot(normal()));
		final PlaneLabel label = image.label(z, t, 0);
		label.number(PlaneLabel.TE).ifPresent(te -> plane.put(Tag.ECHO_TIME, te));
		putDiffusion(plane, label);
		return plane.build();
	}

	private static void putDiffusion(final DataSetBuilder plane, final PlaneLabel label) {
		final OptionalDouble b = label.number(PlaneLabel.B);
		final boolean trace = label.get(PlaneLabel.DIFFUSION).filter("trace"::equals).isPresent();
		final String component = label.get(PlaneLabel.COMPONENT).filter("phase"::equals).isPresent() ? "P" : "M";
		if (b.isEmpty()) plane.put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", component);
		else if (trace) plane.put(Tag.IMAGE_TYPE, "DERIVED", "PRIMARY", "DIFFUSION", "TRACEW");
		else plane.put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "DIFFUSION", "NONE");
		if (b.isEmpty()) return;
		plane.put(Tag.DIFFUSION_B_VALUE, b.getAsDouble());
		if (b.getAsDouble() == 0) plane.put(Tag.DIFFUSION_DIRECTIONALITY, "NONE");
		else if (trace) plane.put(Tag.DIFFUSION_DIRECTIONALITY, "ISOTROPIC");
	}
}
