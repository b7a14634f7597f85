package io.github.vertebraj.io.imagej;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.measure.CurveFitter;
import io.github.vertebraj.image.ValueScale;

/**
 * What makes real values of the pixels of an ImagePlus: its calibration, if that is a straight line. Where a DICOM
 * header tells more than ImageJ has made of it, that is heeded too: ImageJ's own reader applies the rescale of the
 * first file to all, and Bio-Formats applies none.
 */
final class StackScale {

	/** The line of {@code Info} that keeps a unit which the calibration cannot. */
	static final String UNIT_KEY = "VertebraJ unit";

	private static final Pattern UNIT_LINE = Pattern.compile("(?m)^" + UNIT_KEY + ": (.*)$");

	private StackScale() {}

	/** ImageJ forgets the unit of signed 16-bit pixels whenever a calibration is copied. */
	static String unitLine(final Calibration calibration, final ValueScale scale) {
		return calibration.isSigned16Bit() && !scale.unit().isEmpty() ? UNIT_KEY + ": " + scale.unit() + "\n" : "";
	}

	private static String unit(final ImagePlus imp) {
		final Calibration calibration = imp.getCalibration();
		if (!calibration.getValueUnit().equalsIgnoreCase(Calibration.DEFAULT_VALUE_UNIT)) return calibration.getValueUnit();
		final Matcher kept = UNIT_LINE.matcher(imp.getInfoProperty() == null ? "" : imp.getInfoProperty());
		return calibration.isSigned16Bit() && kept.find() ? kept.group(1).strip() : "";
	}

	/**
	 * @throws IllegalArgumentException when the calibration is not a straight line, or the rescale of the planes cannot be
	 *           applied
	 */
	static ValueScale of(final ImagePlus imp, final PlaneOrder order) {
		final ValueScale calibrated = calibrated(imp);
		if (imp.getBitDepth() == 32) return calibrated; // the rescale is in the pixels
		if (order.headers().map(text -> text.header().scale()).distinct().count() > 1) throw new IllegalArgumentException(
			"The planes of '" + imp.getTitle() + "' have different rescale slopes or intercepts, of which ImageJ keeps one: " +
				"open the folder by Plugins > VertebraJ > Open Series...");
		final Optional<DicomText> info = DicomText.parse(imp.getInfoProperty());
		final Optional<ValueScale> unapplied = order.headers().findFirst().or(() -> info).filter(DicomText::byBioFormats).map(
			text -> text.header().scale()).filter(scale -> scale.slope() != 1 || scale.intercept() != 0);
		if (unapplied.isEmpty() || !isStored(calibrated)) return calibrated;
		if (order.headers().findAny().isEmpty()) throw new IllegalArgumentException("Bio-Formats has not applied the " +
			"rescale to '" + imp.getTitle() + "', and tells only that of the first plane (slope " + unapplied.get().slope() +
			", intercept " + unapplied.get().intercept() + "): open the file by Plugins > VertebraJ > Open Series...");
		final ValueScale scale = unapplied.get();
		return new ValueScale(scale.slope(), scale.real(calibrated.intercept()), scale.unit());
	}

	/** Whether the values are as stored in the file, signed ones shifted as ImageJ does. */
	private static boolean isStored(final ValueScale scale) {
		return scale.slope() == 1 && List.of(0.0, -32768.0).contains(scale.intercept() + 0.0);
	}

	private static ValueScale calibrated(final ImagePlus imp) {
		final Calibration calibration = imp.getCalibration();
		final String unit = unit(imp);
		if (imp.getBitDepth() == 32 || !calibration.calibrated()) return new ValueScale(1, 0, unit);
		if (calibration.getFunction() != Calibration.STRAIGHT_LINE || calibration.zeroClip())
			throw new IllegalArgumentException("'" + imp.getTitle() + "' is calibrated by a curve (" + name(calibration) +
				"), but only a straight line is understood: Image > Type > 32-bit applies the curve to the pixels");
		final double[] line = calibration.getCoefficients();
		return new ValueScale(line[1], line[0], unit);
	}

	private static String name(final Calibration calibration) {
		final int function = calibration.getFunction();
		if (function == Calibration.STRAIGHT_LINE) return "straight line, clipped at 0";
		if (function == Calibration.UNCALIBRATED_OD) return "uncalibrated OD";
		return function == Calibration.CUSTOM ? "custom table" : CurveFitter.fitList[function];
	}
}
