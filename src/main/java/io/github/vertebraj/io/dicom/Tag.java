package io.github.vertebraj.io.dicom;

/**
 * DICOM tags (PS3.6) as ints: group in the upper, element in the lower 16 bits. Compare them unsigned.
 */
public final class Tag {

	static final int FILE_META_LENGTH = 0x00020000;
	public static final int FILE_META_VERSION = 0x00020001;
	public static final int MEDIA_STORAGE_SOP_CLASS_UID = 0x00020002;
	public static final int MEDIA_STORAGE_SOP_INSTANCE_UID = 0x00020003;
	public static final int TRANSFER_SYNTAX_UID = 0x00020010;
	public static final int IMPLEMENTATION_CLASS_UID = 0x00020012;
	public static final int IMPLEMENTATION_VERSION_NAME = 0x00020013;

	public static final int SPECIFIC_CHARACTER_SET = 0x00080005;
	public static final int IMAGE_TYPE = 0x00080008;
	public static final int SOP_CLASS_UID = 0x00080016;
	public static final int SOP_INSTANCE_UID = 0x00080018;
	public static final int STUDY_DATE = 0x00080020;
	public static final int SERIES_DATE = 0x00080021;
	public static final int ACQUISITION_DATE = 0x00080022;
	public static final int ACQUISITION_DATE_TIME = 0x0008002A;
	public static final int STUDY_TIME = 0x00080030;
	public static final int SERIES_TIME = 0x00080031;
	public static final int ACQUISITION_TIME = 0x00080032;
	public static final int MODALITY = 0x00080060;
	public static final int MANUFACTURER = 0x00080070;
	public static final int INSTITUTION_NAME = 0x00080080;
	public static final int STUDY_DESCRIPTION = 0x00081030;
	public static final int SERIES_DESCRIPTION = 0x0008103E;
	public static final int MANUFACTURER_MODEL_NAME = 0x00081090;
	public static final int REFERENCED_IMAGE_SEQUENCE = 0x00081140;
	public static final int DERIVATION_CODE_SEQUENCE = 0x00089215;
	public static final int COMPLEX_IMAGE_COMPONENT = 0x00089208;
	public static final int ACQUISITION_CONTRAST = 0x00089209;

	public static final int PATIENT_SEX = 0x00100040;
	public static final int PATIENT_AGE = 0x00101010;

	public static final int BODY_PART_EXAMINED = 0x00180015;
	public static final int SCANNING_SEQUENCE = 0x00180020;
	public static final int SCAN_OPTIONS = 0x00180022;
	public static final int MR_ACQUISITION_TYPE = 0x00180023;
	public static final int SEQUENCE_NAME = 0x00180024;
	public static final int SLICE_THICKNESS = 0x00180050;
	public static final int KVP = 0x00180060;
	public static final int REPETITION_TIME = 0x00180080;
	public static final int ECHO_TIME = 0x00180081;
	public static final int IMAGING_FREQUENCY = 0x00180084;
	public static final int ECHO_NUMBERS = 0x00180086;
	public static final int MAGNETIC_FIELD_STRENGTH = 0x00180087;
	public static final int SPACING_BETWEEN_SLICES = 0x00180088;
	public static final int SOFTWARE_VERSIONS = 0x00181020;
	public static final int PROTOCOL_NAME = 0x00181030;
	public static final int FILTER_TYPE = 0x00181160;
	public static final int IMAGER_PIXEL_SPACING = 0x00181164;
	public static final int CONVOLUTION_KERNEL = 0x00181210;
	public static final int IN_PLANE_PHASE_ENCODING_DIRECTION = 0x00181312;
	public static final int FLIP_ANGLE = 0x00181314;
	public static final int PATIENT_POSITION = 0x00185100;
	public static final int FILTER_MATERIAL = 0x00187050;
	public static final int PULSE_SEQUENCE_NAME = 0x00189005;
	public static final int MR_IMAGING_MODIFIER_SEQUENCE = 0x00189006;
	public static final int MR_DIFFUSION_SEQUENCE = 0x00189117;
	public static final int MR_ECHO_SEQUENCE = 0x00189114;
	public static final int MR_TIMING_SEQUENCE = 0x00189112;
	public static final int EFFECTIVE_ECHO_TIME = 0x00189082;
	public static final int DIFFUSION_DIRECTIONALITY = 0x00189075;
	public static final int DIFFUSION_GRADIENT_DIRECTION_SEQUENCE = 0x00189076;
	public static final int DIFFUSION_B_VALUE = 0x00189087;
	public static final int DIFFUSION_GRADIENT_ORIENTATION = 0x00189089;
	public static final int DIFFUSION_ANISOTROPY_TYPE = 0x00189147;
	public static final int MR_IMAGE_FRAME_TYPE_SEQUENCE = 0x00189226;
	public static final int FRAME_TYPE = 0x00089007;
	public static final int ENERGY_WEIGHTING_FACTOR = 0x00189353;
	public static final int MULTI_ENERGY_CT_ACQUISITION_SEQUENCE = 0x00189362;
	public static final int MULTI_ENERGY_CT_PROCESSING_SEQUENCE = 0x00189363;
	public static final int MULTI_ENERGY_CT_CHARACTERISTICS_SEQUENCE = 0x00189364;
	public static final int MONOENERGETIC_ENERGY_EQUIVALENT = 0x0018937C;
	public static final int DIFFUSION_B_MATRIX_SEQUENCE = 0x00189601;

	public static final int STUDY_INSTANCE_UID = 0x0020000D;
	public static final int SERIES_INSTANCE_UID = 0x0020000E;
	public static final int STUDY_ID = 0x00200010;
	public static final int SERIES_NUMBER = 0x00200011;
	public static final int ACQUISITION_NUMBER = 0x00200012;
	public static final int INSTANCE_NUMBER = 0x00200013;
	public static final int IMAGE_POSITION = 0x00200032;
	public static final int IMAGE_ORIENTATION = 0x00200037;
	public static final int FRAME_OF_REFERENCE_UID = 0x00200052;
	public static final int TEMPORAL_POSITION_IDENTIFIER = 0x00200100;
	public static final int NUMBER_OF_TEMPORAL_POSITIONS = 0x00200105;
	public static final int SLICE_LOCATION = 0x00201041;
	public static final int STACK_ID = 0x00209056;
	public static final int IN_STACK_POSITION_NUMBER = 0x00209057;
	public static final int FRAME_CONTENT_SEQUENCE = 0x00209111;
	public static final int PLANE_POSITION_SEQUENCE = 0x00209113;
	public static final int PLANE_ORIENTATION_SEQUENCE = 0x00209116;
	public static final int TEMPORAL_POSITION_INDEX = 0x00209128;
	public static final int DIMENSION_INDEX_VALUES = 0x00209157;
	public static final int DIMENSION_INDEX_SEQUENCE = 0x00209222;

	public static final int SAMPLES_PER_PIXEL = 0x00280002;
	public static final int PHOTOMETRIC_INTERPRETATION = 0x00280004;
	public static final int PLANAR_CONFIGURATION = 0x00280006;
	public static final int NUMBER_OF_FRAMES = 0x00280008;
	public static final int ROWS = 0x00280010;
	public static final int COLUMNS = 0x00280011;
	public static final int PIXEL_SPACING = 0x00280030;
	public static final int BITS_ALLOCATED = 0x00280100;
	public static final int BITS_STORED = 0x00280101;
	public static final int HIGH_BIT = 0x00280102;
	public static final int PIXEL_REPRESENTATION = 0x00280103;
	public static final int PIXEL_PADDING_VALUE = 0x00280120;
	public static final int WINDOW_CENTER = 0x00281050;
	public static final int WINDOW_WIDTH = 0x00281051;
	public static final int RESCALE_INTERCEPT = 0x00281052;
	public static final int RESCALE_SLOPE = 0x00281053;
	public static final int RESCALE_TYPE = 0x00281054;
	public static final int MODALITY_LUT_SEQUENCE = 0x00283000;
	public static final int PIXEL_MEASURES_SEQUENCE = 0x00289110;
	public static final int PIXEL_VALUE_TRANSFORMATION_SEQUENCE = 0x00289145;

	public static final int REAL_WORLD_VALUE_MAPPING_SEQUENCE = 0x00409096;
	public static final int REAL_WORLD_VALUE_LAST_VALUE_MAPPED = 0x00409211;
	public static final int REAL_WORLD_VALUE_FIRST_VALUE_MAPPED = 0x00409216;
	public static final int REAL_WORLD_VALUE_INTERCEPT = 0x00409224;
	public static final int REAL_WORLD_VALUE_SLOPE = 0x00409225;
	public static final int MEASUREMENT_UNITS_CODE_SEQUENCE = 0x004008EA;

	public static final int SHARED_FUNCTIONAL_GROUPS_SEQUENCE = 0x52009229;
	public static final int PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE = 0x52009230;

	public static final int EXTENDED_OFFSET_TABLE = 0x7FE00001;
	public static final int EXTENDED_OFFSET_TABLE_LENGTHS = 0x7FE00002;
	public static final int FLOAT_PIXEL_DATA = 0x7FE00008;
	public static final int DOUBLE_FLOAT_PIXEL_DATA = 0x7FE00009;
	public static final int PIXEL_DATA = 0x7FE00010;

	static final int ITEM = 0xFFFEE000;
	static final int ITEM_DELIMITATION = 0xFFFEE00D;
	static final int SEQUENCE_DELIMITATION = 0xFFFEE0DD;

	private Tag() {}

	/** The tag of a group and an element. */
	public static int of(final int group, final int element) {
		return group << 16 | element & 0xFFFF;
	}

	public static int group(final int tag) {
		return tag >>> 16;
	}

	public static int element(final int tag) {
		return tag & 0xFFFF;
	}

	/** Whether the tag belongs to a manufacturer (odd group). */
	public static boolean isPrivate(final int tag) {
		return (group(tag) & 1) == 1;
	}

	/** The keyword of PS3.6 ({@code Modality}); empty when this reader does not know the tag. */
	public static String keyword(final int tag) {
		return Dictionary.keyword(tag);
	}

	/** The tag as DICOM writes it: {@code (0018,9087)}. */
	public static String format(final int tag) {
		return String.format("(%04x,%04x)", group(tag), element(tag));
	}

	static boolean isPixelData(final int tag) {
		return tag == PIXEL_DATA || tag == FLOAT_PIXEL_DATA || tag == DOUBLE_FLOAT_PIXEL_DATA;
	}
}
