package io.github.vertebraj.io.dicom;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * VR and keyword of the tags that this reader needs to understand when a file does not say them (implicit syntaxes,
 * UN). From PS3.6; private ones from the manufacturers' conformance statements.
 */
final class Dictionary {

	private record Entry(VR vr, String keyword) {}

	private static final String STANDARD = """
		00020001 OB FileMetaInformationVersion
		00020002 UI MediaStorageSOPClassUID
		00020003 UI MediaStorageSOPInstanceUID
		00020010 UI TransferSyntaxUID
		00020012 UI ImplementationClassUID
		00020013 SH ImplementationVersionName
		00080005 CS SpecificCharacterSet
		00080008 CS ImageType
		00080016 UI SOPClassUID
		00080018 UI SOPInstanceUID
		00080020 DA StudyDate
		00080021 DA SeriesDate
		00080022 DA AcquisitionDate
		00080023 DA ContentDate
		0008002A DT AcquisitionDateTime
		00080030 TM StudyTime
		00080031 TM SeriesTime
		00080032 TM AcquisitionTime
		00080033 TM ContentTime
		00080050 SH AccessionNumber
		00080060 CS Modality
		00080070 LO Manufacturer
		00080080 LO InstitutionName
		00080090 PN ReferringPhysicianName
		00080100 SH CodeValue
		00080102 SH CodingSchemeDesignator
		00080104 LO CodeMeaning
		00081010 SH StationName
		00081030 LO StudyDescription
		0008103E LO SeriesDescription
		00081090 LO ManufacturerModelName
		00081111 SQ ReferencedPerformedProcedureStepSequence
		00081115 SQ ReferencedSeriesSequence
		00081140 SQ ReferencedImageSequence
		00081150 UI ReferencedSOPClassUID
		00081155 UI ReferencedSOPInstanceUID
		00082112 SQ SourceImageSequence
		00082218 SQ AnatomicRegionSequence
		00089007 CS FrameType
		00089092 SQ ReferencedImageEvidenceSequence
		00089124 SQ DerivationImageSequence
		00089205 CS PixelPresentation
		00089206 CS VolumetricProperties
		00089207 CS VolumeBasedCalculationTechnique
		00089208 CS ComplexImageComponent
		00089209 CS AcquisitionContrast
		00089215 SQ DerivationCodeSequence
		00100040 CS PatientSex
		00101010 AS PatientAge
		00180015 CS BodyPartExamined
		00180020 CS ScanningSequence
		00180021 CS SequenceVariant
		00180022 CS ScanOptions
		00180023 CS MRAcquisitionType
		00180024 SH SequenceName
		00180050 DS SliceThickness
		00180060 DS KVP
		00180080 DS RepetitionTime
		00180081 DS EchoTime
		00180082 DS InversionTime
		00180083 DS NumberOfAverages
		00180084 DS ImagingFrequency
		00180085 SH ImagedNucleus
		00180086 IS EchoNumbers
		00180087 DS MagneticFieldStrength
		00180088 DS SpacingBetweenSlices
		00180089 IS NumberOfPhaseEncodingSteps
		00180091 IS EchoTrainLength
		00180095 DS PixelBandwidth
		00181020 LO SoftwareVersions
		00181030 LO ProtocolName
		00181060 DS TriggerTime
		00181151 IS XRayTubeCurrent
		00181160 SH FilterType
		00181164 DS ImagerPixelSpacing
		00181210 SH ConvolutionKernel
		00181250 SH ReceiveCoilName
		00181310 US AcquisitionMatrix
		00181312 CS InPlanePhaseEncodingDirection
		00181314 DS FlipAngle
		00185100 CS PatientPosition
		00187050 CS FilterMaterial
		00189004 CS ContentQualification
		00189005 SH PulseSequenceName
		00189006 SQ MRImagingModifierSequence
		00189073 FD AcquisitionDuration
		00189075 CS DiffusionDirectionality
		00189076 SQ DiffusionGradientDirectionSequence
		00189082 FD EffectiveEchoTime
		00189087 FD DiffusionBValue
		00189089 FD DiffusionGradientOrientation
		00189112 SQ MRTimingAndRelatedParametersSequence
		00189114 SQ MREchoSequence
		00189115 SQ MRModifierSequence
		00189117 SQ MRDiffusionSequence
		00189119 SQ MRAveragesSequence
		00189125 SQ MRFOVGeometrySequence
		00189147 CS DiffusionAnisotropyType
		00189226 SQ MRImageFrameTypeSequence
		00189353 FD EnergyWeightingFactor
		00189362 SQ MultienergyCTAcquisitionSequence
		00189363 SQ MultienergyCTProcessingSequence
		00189364 SQ MultienergyCTCharacteristicsSequence
		0018937C FD MonoenergeticEnergyEquivalent
		00189601 SQ DiffusionBMatrixSequence
		00189602 FD DiffusionBValueXX
		00189603 FD DiffusionBValueXY
		00189604 FD DiffusionBValueXZ
		00189605 FD DiffusionBValueYY
		00189606 FD DiffusionBValueYZ
		00189607 FD DiffusionBValueZZ
		0020000D UI StudyInstanceUID
		0020000E UI SeriesInstanceUID
		00200010 SH StudyID
		00200011 IS SeriesNumber
		00200012 IS AcquisitionNumber
		00200013 IS InstanceNumber
		00200032 DS ImagePositionPatient
		00200037 DS ImageOrientationPatient
		00200052 UI FrameOfReferenceUID
		00200060 CS Laterality
		00200100 IS TemporalPositionIdentifier
		00200105 IS NumberOfTemporalPositions
		00200110 DS TemporalResolution
		00201002 IS ImagesInAcquisition
		00201040 LO PositionReferenceIndicator
		00201041 DS SliceLocation
		00204000 LT ImageComments
		00209056 SH StackID
		00209057 UL InStackPositionNumber
		00209111 SQ FrameContentSequence
		00209113 SQ PlanePositionSequence
		00209116 SQ PlaneOrientationSequence
		00209128 UL TemporalPositionIndex
		00209156 US FrameAcquisitionNumber
		00209157 UL DimensionIndexValues
		00209164 UI DimensionOrganizationUID
		00209165 AT DimensionIndexPointer
		00209167 AT FunctionalGroupPointer
		00209221 SQ DimensionOrganizationSequence
		00209222 SQ DimensionIndexSequence
		00280002 US SamplesPerPixel
		00280004 CS PhotometricInterpretation
		00280006 US PlanarConfiguration
		00280008 IS NumberOfFrames
		00280010 US Rows
		00280011 US Columns
		00280030 DS PixelSpacing
		00280100 US BitsAllocated
		00280101 US BitsStored
		00280102 US HighBit
		00280103 US PixelRepresentation
		00280106 US SmallestImagePixelValue
		00280107 US LargestImagePixelValue
		00280120 US PixelPaddingValue
		00281050 DS WindowCenter
		00281051 DS WindowWidth
		00281052 DS RescaleIntercept
		00281053 DS RescaleSlope
		00281054 LO RescaleType
		00283000 SQ ModalityLUTSequence
		00289110 SQ PixelMeasuresSequence
		00289132 SQ FrameVOILUTSequence
		00289145 SQ PixelValueTransformationSequence
		00400275 SQ RequestAttributesSequence
		004008EA SQ MeasurementUnitsCodeSequence
		00409096 SQ RealWorldValueMappingSequence
		00409210 SH LUTLabel
		00409211 US RealWorldValueLastValueMapped
		00409216 US RealWorldValueFirstValueMapped
		00409224 FD RealWorldValueIntercept
		00409225 FD RealWorldValueSlope
		00880200 SQ IconImageSequence
		52009229 SQ SharedFunctionalGroupsSequence
		52009230 SQ PerFrameFunctionalGroupsSequence
		7FE00001 OV ExtendedOffsetTable
		7FE00002 OV ExtendedOffsetTableLengths
		7FE00008 OF FloatPixelData
		7FE00009 OD DoubleFloatPixelData
		7FE00010 OW PixelData
		""";

	/** Creator, group, element within the block, VR. */
	private static final String PRIVATE = """
		SIEMENS MR HEADER|0019|0A|US
		SIEMENS MR HEADER|0019|0B|DS
		SIEMENS MR HEADER|0019|0C|IS
		SIEMENS MR HEADER|0019|0D|CS
		SIEMENS MR HEADER|0019|0E|FD
		SIEMENS MR HEADER|0019|27|FD
		SIEMENS MR HEADER|0019|28|FD
		SIEMENS MR HEADER|0019|29|FD
		GEMS_PARM_01|0043|2F|SS
		GEMS_PARM_01|0043|30|SS
		GEMS_PARM_01|0043|39|IS
		GEMS_ACQU_01|0019|BB|DS
		GEMS_ACQU_01|0019|BC|DS
		GEMS_ACQU_01|0019|BD|DS
		Philips Imaging DD 001|2001|03|FL
		Philips Imaging DD 001|2001|04|CS
		Philips Imaging DD 001|2001|0A|IS
		Philips MR Imaging DD 001|2005|0D|FL
		Philips MR Imaging DD 001|2005|0E|FL
		Philips MR Imaging DD 001|2005|11|CS
		Philips MR Imaging DD 001|2005|B0|FL
		Philips MR Imaging DD 001|2005|B1|FL
		Philips MR Imaging DD 001|2005|B2|FL
		Image Private Header|0065|09|FD
		Image Private Header|0065|37|FD
		Image Private Header|0065|50|DS
		""";

	private static final Map<Integer, Entry> STANDARD_TAGS = STANDARD.lines().map(line -> line.split(" ")).collect(
		Collectors.toUnmodifiableMap(part -> Integer.parseUnsignedInt(part[0], 16), part -> new Entry(VR.valueOf(part[1]),
			part[2])));
	private static final Map<String, VR> PRIVATE_TAGS = PRIVATE.lines().map(line -> line.split("\\|")).collect(Collectors
		.toUnmodifiableMap(part -> key(part[0], Integer.parseInt(part[1], 16), Integer.parseInt(part[2], 16)), part -> VR
			.valueOf(part[3])));

	private Dictionary() {}

	/** The VR of a standard tag; UN when it is not listed. */
	static VR vr(final int tag) {
		if (Tag.element(tag) == 0) return VR.UL;
		final Entry entry = STANDARD_TAGS.get(tag);
		if (entry != null) return entry.vr;
		return Tag.isPrivate(tag) && Tag.element(tag) < 0x100 ? VR.LO : VR.UN;
	}

	/** The VR of a private element; UN when it is not listed. */
	static VR vr(final String creator, final int group, final int element) {
		return PRIVATE_TAGS.getOrDefault(key(creator, group, element & 0xFF), VR.UN);
	}

	static String keyword(final int tag) {
		final Entry entry = STANDARD_TAGS.get(tag);
		return entry == null ? "" : entry.keyword;
	}

	private static String key(final String creator, final int group, final int element) {
		return creator + '|' + group + '|' + element;
	}
}
