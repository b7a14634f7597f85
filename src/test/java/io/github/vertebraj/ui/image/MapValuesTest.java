package io.github.vertebraj.ui.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.FloatProcessor;
import io.github.vertebraj.reading.Site;
import io.github.vertebraj.reading.study.Measurement;
import io.github.vertebraj.reading.study.Reading;
import io.github.vertebraj.reading.study.ReadingKey;
import io.github.vertebraj.reading.study.Segment;
import io.github.vertebraj.reading.study.Spine;

import org.junit.jupiter.api.Test;

class MapValuesTest {

	private static final Reading READING = Reading.of(new ReadingKey("P1", "kim", 1), Spine.USUAL, EnumSet.of(Site.VB,
		Site.PE));

	/** A map whose values are x + offset, NaN in the last column; regions are two columns wide. */
	private static ImagePlus map(final String title, final String unit, final double offset, final String... regions) {
		final FloatProcessor pixels = new FloatProcessor(8, 6);
		for (int y = 0; y < 6; y++)
			for (int x = 0; x < 8; x++)
				pixels.setf(x, y, x == 7 ? Float.NaN : (float) (x + offset));
		final ImagePlus imp = new ImagePlus(title, pixels);
		imp.getCalibration().setFunction(Calibration.NONE, null, unit);
		imp.getCalibration().setValueUnit(unit);
		final Overlay overlay = new Overlay();
		for (int i = 0; i < regions.length; i++) {
			final Roi roi = new Roi(2 * i, 1, 2, 3);
			roi.setName(regions[i]);
			overlay.add(roi);
		}
		imp.setOverlay(overlay);
		return imp;
	}

	private static List<Measurement> valuesOf(final MapValues found, final String segment) {
		return READING.with(found.edit()).finding(Segment.of(segment)).measurements();
	}

	@Test
	void meansOfNamedRegionsAreAttachedInOneStep() {
		final MapValues found = MapValues.of(READING, List.of(map("ADC", "10^-6 mm^2/s", 1000, "L3_VB lesion", "L3_PE",
			"L4_VB", "L5_VB"), map("FF", "%", 40, "L3_VB lesion"), map("CT", "HU", -3, "L3_VB lesion")));
		final List<Measurement> l3 = valuesOf(found, "L3_VB");
		assertEquals(List.of("FF (%)", "Mean (10^-3 mm^2/s)", "Mean (HU)"), l3.stream().map(Measurement::quantity).toList());
		assertEquals(40.5, l3.get(0).value(), 1e-6);
		assertEquals(1.0005, l3.get(1).value(), 1e-6);
		assertEquals(-2.5, l3.get(2).value(), 1e-6);
		assertEquals("L3_VB lesion", l3.get(0).region());
		assertEquals(1.0025, valuesOf(found, "L3_PE").get(0).value(), 1e-6);
		assertEquals(1.006, valuesOf(found, "L5_VB").get(0).value(), 1e-6); // NaN is left out
		assertEquals("6 values attached to 4 segments.", found.message());
	}

	@Test
	void whatNamesNoSegmentIsTold() {
		final MapValues found = MapValues.of(READING, List.of(map("ADC", "mm^2/s", 0, "L3-4_IVD", "femur", "L6_VB"), map(
			"T1", "", 0, "L3_VB")));
		assertTrue(found.edit().isEmpty());
		assertTrue(found.message().startsWith("No value was found"), found.message());
		assertTrue(found.message().endsWith("3 regions name no segment (such as L3_VB): L3-4_IVD, femur, L6_VB."), found
			.message());
	}

	@Test
	void aRegionInTwoMapsIsAmbiguous() {
		final String message = assertThrows(IllegalArgumentException.class, () -> MapValues.of(READING, List.of(map("ADC",
			"mm^2/s", 0, "L3_VB"), map("ADC-1", "mm^2/s", 1, "L3_VB")))).getMessage();
		assertEquals("'L3_VB' stands in 'ADC' and 'ADC-1'; close the map that is not meant", message);
	}
}
