package io.github.vertebraj.io.dicom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the values of a plane are: a component of the signal, or a map that the scanner has computed from it.
 *
 * @param component {@code magnitude}, {@code phase}, {@code real}, {@code imaginary}, {@code water}, {@code fat},
 *                  {@code in-phase}, {@code opposed-phase}, or the name of a map such as {@code adc}; empty when the file
 *                  does not say
 * @param map       how one sees that this is a computed map and no measured signal; empty when it is none
 */
public record ImageContent(String component, Optional<String> map) {

	private static final Map<String, String> MAPS = table("""
		adc ADC DADC AVDC
		eadc EADC EXP_ADC EXP EXPADC
		fa FA DIFFUSION_ANISO
		fa-colour CFA COLFA FA_COLOR
		tensor TENSOR TENSOR_B0
		relative-anisotropy RELATIVE_ANISO
		volume-ratio VOLUME_RATIO
		ivim IVIM
		s0 S0
		subtraction SUBTRACTION
		ratio DIVISION
		calculated-b CALC_BVALUE CALCULATED_BVALUE
		r-squared R_COEFFICIENT
		t1 T1_MAP T1MAP
		t2 T2_MAP T2MAP
		t2-star T2_STAR T2_STAR_MAP T2STAR T2STAR_MAP T2* T2*_MAP
		r2-star R2_STAR R2_STAR_MAP R2STAR R2STAR_MAP R2* R2*_MAP
		fat-fraction FAT_FRACTION FATFRACTION FAT_FRAC FATFRAC FAT_PERCENT FF PDFF
		water-fraction WATER_FRACTION WATERFRACTION WATER_FRAC WATERFRAC WF
		field B0_MAP B0MAP FIELD_MAP FIELDMAP
		goodness-of-fit GOF GOODNESS_OF_FIT
		material MAT_SPECIFIC
		material-fraction MAT_FRACTIONAL
		material-removed MAT_REMOVED
		material-modified MAT_MODIFIED
		material-value MAT_VALUE_BASED
		atomic-number EFF_ATOMIC_NUM
		electron-density ELECTRON_DENSITY
		""");

	private static final Map<String, String> COMPONENTS = table("""
		water WATER W
		fat FAT F
		in-phase IN_PHASE INPHASE IP
		opposed-phase OPP_PHASE OUT_PHASE OUTPHASE OUT_OF_PHASE OUTOFPHASE OPPOSED_PHASE OPPOSED OP OOP
		phase PHASE PHASE_MAP P
		real REAL R
		imaginary IMAGINARY IMAG I
		magnitude MAGNITUDE M
		""");

	/** GE's kinds of diffusion image, (0043,xx30). */
	private static final Map<Integer, String> GE_MAPS = Map.of(17, "eadc", 18, "fa", 20, "adc", 31, "fa-colour");
	private static final List<String> GE_COMPONENTS = List.of("magnitude", "phase", "real", "imaginary");

	private static Map<String, String> table(final String lines) {
		final Map<String, String> table = new HashMap<>();
		lines.lines().map(line -> line.split(" ")).forEach(words -> {
			for (int i = 1; i < words.length; i++)
				table.put(words[i], words[0]);
		});
		return Map.copyOf(table);
	}

	/** By the tags that say it, and by the words of the series description where these leave it open. */
	static ImageContent of(final Attributes attributes) {
		final ImageContent told = ofTags(attributes);
		final boolean open = told.map.isEmpty() && (told.component.isEmpty() || told.component.equals("magnitude"));
		final String word = open ? DescriptionWords.content(attributes) : "";
		if (word.isEmpty()) return told;
		return new ImageContent(word, MAPS.containsValue(word) ? Optional.of("the series description is '" + attributes
			.string(Tag.SERIES_DESCRIPTION).orElse("") + "'") : Optional.empty());
	}

	/** By the tags that say it, without the series description. */
	static ImageContent ofTags(final Attributes attributes) {
		final List<String> words = words(attributes);
		final String type = Tag.format(Tag.IMAGE_TYPE) + " ImageType is " + String.join("\\", attributes.strings(
			Tag.IMAGE_TYPE));
		for (final String word : words) {
			final String map = MAPS.getOrDefault(word, MAPS.get(firstPart(word)));
			if (map != null && !isContrast(attributes, word)) return new ImageContent(map, Optional.of(type));
		}
		final OptionalDouble ge = attributes.privateNumber("GEMS_PARM_01", 0x0043, 0x30);
		final String geMap = ge.isEmpty() ? null : GE_MAPS.get((int) ge.getAsDouble());
		if (geMap != null) return new ImageContent(geMap, Optional.of("(0043,xx30) of GE is " + (int) ge.getAsDouble()));
		final String unit = Rescale.unit(attributes);
		if (unit.endsWith("m^2/s")) return new ImageContent("adc", Optional.of("its values are in " + unit));
		return new ImageContent(component(attributes, words), Optional.empty());
	}

	/** T2* as the third value of an original image is its weighting (PS3.3 C.8.16.1.3), else the map of it. */
	private static boolean isContrast(final Attributes attributes, final String word) {
		final List<String> type = type(attributes);
		return word.equals("T2_STAR") && type.get(0).equals("ORIGINAL") && type.get(2).equals(word);
	}

	private static String component(final Attributes attributes, final List<String> words) {
		String found = "";
		for (final String word : words) {
			final String component = COMPONENTS.getOrDefault(word.indexOf('_') == 1 ? firstPart(word) : word, "");
			// "M" beside "WATER" only says that the water image has no sign.
			if (!component.isEmpty() && (found.isEmpty() || found.equals("magnitude"))) found = component;
		}
		if (!found.isEmpty() && !found.equals("magnitude")) return found;
		final String standard = attributes.string(Tag.COMPLEX_IMAGE_COMPONENT).map(text -> COMPONENTS.getOrDefault(text, ""))
			.orElse("");
		if (!standard.isEmpty()) return standard;
		final int ge = (int) attributes.privateNumber("GEMS_PARM_01", 0x0043, 0x2F).orElse(-1);
		return ge >= 0 && ge < GE_COMPONENTS.size() ? GE_COMPONENTS.get(ge) : found;
	}

	/**
	 * The words that say what kind of image this is, from the third on: frame type or image type (PS3.3 C.8.16.1), and
	 * Siemens' longer private one.
	 */
	static List<String> words(final Attributes attributes) {
		return type(attributes).stream().skip(2).filter(word -> !word.isEmpty()).distinct().toList();
	}

	private static List<String> type(final Attributes attributes) {
		final List<String> frameType = attributes.strings(Tag.FRAME_TYPE);
		final List<String> words = new ArrayList<>(frameType.isEmpty() ? attributes.strings(Tag.IMAGE_TYPE) : frameType);
		words.addAll(attributes.privateStrings("SIEMENS MR SDI 02", 0x0021, 0x75));
		return words.stream().map(ImageContent::plain).toList();
	}

	/** One spelling of a word: Philips ends some in {@code _UNSPECIFIED}, other programs write hyphens. */
	private static String plain(final String word) {
		return word.strip().toUpperCase(Locale.ROOT).replaceAll("[ -]", "_").replaceFirst("_UNSPECIFIED$", "");
	}

	/** Philips writes {@code M_SE} for the magnitude of a spin echo and {@code ADC_UNSPECIFIED} for a map. */
	private static String firstPart(final String word) {
		final int end = word.indexOf('_');
		return end < 0 ? word : word.substring(0, end);
	}
}
