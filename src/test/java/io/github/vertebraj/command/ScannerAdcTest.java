package io.github.vertebraj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;

import io.github.vertebraj.SharedData;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** The whole path on real scanner files. */
class ScannerAdcTest {

	private Context context;

	@BeforeEach
	void open() {
		context = new Context(CommandService.class);
	}

	@AfterEach
	void close() {
		context.dispose();
	}

	private CommandModule run(final Class<? extends Command> command, final Object... inputs) throws Exception {
		return context.service(CommandService.class).run(command, true, inputs).get();
	}

	private ImagePlus open(final Path folder, final String series, final String volumes) throws Exception {
		final CommandModule module = run(OpenSeries.class, "source", folder.toFile(), "series", series, "volumes", volumes);
		assertFalse(module.isCanceled(), module::getCancelReason);
		return (ImagePlus) module.getOutput("image");
	}

	private static double value(final ImagePlus image, final int voxel, final int z, final int t) {
		final int index = image.getStackIndex(1, z + 1, t + 1);
		return image.getCalibration().getCValue(image.getStack().getProcessor(index).getf(voxel));
	}

	/**
	 * Siemens XA30, b = 0 of one series and the scanner's trace image (b = 2500) of another, against the ADC map
	 * (10^-6 mm²/s) that the scanner made of them, where S0 > 200, trace > 20 and ADC > 0.1.
	 */
	@Test
	void adcOfTheTraceAgreesWithTheScanners() throws Exception {
		final Path folder = SharedData.path("dwi/siemens_xa30_enhanced_PA");
		final ImagePlus dwi = open(folder, "10,12", "trace");
		assertEquals(2, dwi.getNFrames());
		final ImagePlus scanners = open(folder, "11", "all");
		final ImagePlus ours = (ImagePlus) run(AdcMap.class, "image", dwi).getOutput("adc");

		final int plane = dwi.getWidth() * dwi.getHeight();
		double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
		final double[] difference = new double[plane * dwi.getNSlices()];
		for (int z = 0; z < dwi.getNSlices(); z++)
			for (int voxel = 0; voxel < plane; voxel++) {
				final double a = value(ours, voxel, z, 0);
				final double b = value(scanners, voxel, z, 0) / 1000;
				if (!(value(dwi, voxel, z, 0) > 200 && value(dwi, voxel, z, 1) > 20 && b > 0.1)) continue;
				difference[(int) n++] = Math.abs(a - b);
				x += a;
				y += b;
				xx += a * a;
				yy += b * b;
				xy += a * b;
			}
		final double r = (xy - x * y / n) / Math.sqrt((xx - x * x / n) * (yy - y * y / n));
		final double[] sorted = Arrays.copyOf(difference, (int) n);
		Arrays.sort(sorted);
		assertTrue(n > 10_000, n + " voxels");
		assertTrue(r > 0.999, "r = " + r);
		assertTrue(sorted[(int) n / 2] <= 0.005, "median |difference| = " + sorted[(int) n / 2]);
	}

	@Test
	void aScannersAdcMapIsMeasuredInItsUnitButRefusedAsSeries() throws Exception {
		final ImagePlus map = open(SharedData.path("dwi/siemens_xa30_enhanced_PA"), "11", "all");
		final String refusal = run(AdcMap.class, "image", map).getCancelReason();
		assertTrue(refusal.contains("component=adc"), refusal);
		map.setSlice(20);
		map.setRoi(new Roi(30, 30, 12, 12));
		final CommandModule measured = run(AdcRoiMeasurement.class, "image", map, "unit", "10^-6 mm^2/s", "slice", 20);
		assertFalse(measured.isCanceled(), measured::getCancelReason);
		final double mean = ((ResultsTable) measured.getOutput("table")).getValue("Mean (10^-3 mm^2/s)", 0);
		assertTrue(mean > 0.3 && mean < 3.2, "mean = " + mean);
	}

	@Test
	void aPhantomOfOneBValueGivesNoAdc() throws Exception {
		final ImagePlus phantom = open(SharedData.path("dwi/siemens_ve11_tracew_diffphantom"), "", "all");
		final String refusal = run(AdcMap.class, "image", phantom).getCancelReason();
		assertTrue(refusal.contains("two different b-values"), refusal);
	}
}
