package io.github.vertebraj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.vertebraj.fatfraction.Acquisition;
import io.github.vertebraj.fatfraction.CramerRao;
import io.github.vertebraj.fatfraction.FatSpectrum;
import io.github.vertebraj.fatfraction.PhaseSign;
import io.github.vertebraj.fatfraction.Readout;
import io.github.vertebraj.io.imagej.ImagePlusBridge;
import io.github.vertebraj.io.imagej.RoiFile;
import io.github.vertebraj.phantom.FatPhantom;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.ResultsTable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.CommandModule;

/** The fat of the regions of the fat phantom, whose truth is known. */
class FatPhantomMeasurementTest extends CommandDoor {

	private static final String OF_SUM = " FF F/(W+F) (%)";
	private static final String OF_MEANS = "FF of mean signals F/(W+F) (%)";
	private static final Acquisition ECHOES = new Acquisition(1.5, List.of(1.2, 3.2, 5.2, 7.2, 9.2, 11.2));

	@TempDir
	private Path folder;

	FatPhantomMeasurementTest() {
		super(FatFractionRoiMeasurement.class);
	}

	private static FatPhantom phantom(final double snr, final PhaseSign sign, final double oddPhase) {
		return FatPhantom.create(new FatPhantom.Settings(ECHOES, FatSpectrum.of(6), snr, 100, sign, oddPhase, 1));
	}

	private File rois(final FatPhantom phantom) throws IOException {
		final Path file = folder.resolve("rois.zip");
		try (var out = Files.newOutputStream(file)) {
			RoiFile.write(out, phantom.regions().stream().map(FatPhantom.TrueRegion::region).toList());
		}
		return file.toFile();
	}

	/** The size of the signal at an echo time, by the model of the phantom. */
	private static double signal(final FatPhantom.TrueRegion truth, final double te) {
		final double[] hertz = FatSpectrum.of(6).hertz(1.5);
		final double fat = truth.percent() / 100;
		double real = 1 - fat;
		double imaginary = 0;
		for (int p = 0; p < hertz.length; p++) {
			real += fat * FatSpectrum.of(6).amplitudes().get(p) * Math.cos(2 * Math.PI * hertz[p] * te / 1000);
			imaginary += fat * FatSpectrum.of(6).amplitudes().get(p) * Math.sin(2 * Math.PI * hertz[p] * te / 1000);
		}
		return 1000 * Math.hypot(real, imaginary) * Math.exp(-truth.r2Star() * te / 1000);
	}

	@Test
	void complexEchoesGiveTheTruthOfEveryRegion() throws Exception {
		final FatPhantom phantom = phantom(Double.POSITIVE_INFINITY, PhaseSign.POSITIVE, 0);
		final ResultsTable table = table("image", ImagePlusBridge.toImagePlus(phantom.echoes()), "rois", rois(phantom));
		assertEquals("FF of Fat phantom (F/(W+F))", table.getTitle());
		assertEquals(phantom.regions().size(), table.size());
		for (int row = 0; row < table.size(); row++) {
			final FatPhantom.TrueRegion truth = phantom.regions().get(row);
			final String name = truth.region().name();
			assertEquals(name, table.getStringValue("Region", row));
			assertEquals(2400, table.getValue("Voxels", row));
			assertEquals(2400 * 1.9 * 2.1 * 5 / 1000, table.getValue("Volume (ml)", row), 1e-9);
			for (final String column : List.of("Mean", "Median", "P10", "P25", "P75", "P90"))
				assertEquals(truth.percent(), table.getValue(column + OF_SUM, row), 0.05, name + " " + column);
			assertEquals(truth.percent(), table.getValue(OF_MEANS, row), 0.05, name);
			assertEquals(10 * truth.percent(), table.getValue("Mean fat", row), 0.5, name);
			assertEquals(truth.r2Star(), table.getValue("Mean R2* (1/s)", row), 0.5, name);
			assertEquals(signal(truth, 3.2), table.getValue("Signal te=3.2", row), 0.05, name);
			// Fat turns once in 4.605 ms: 9.2 ms is in phase, 7.2 ms 23° from opposed.
			final double ratio = signal(truth, 7.2) / signal(truth, 9.2);
			assertEquals(ratio, table.getValue("SIR", row), 1e-4, name);
			assertEquals(100 * (1 - ratio), table.getValue("Dropout (%)", row), 1e-2, name);
			assertEquals(ratio > 1 ? 2400 : 0, table.getValue("OP > IP voxels", row), name);
			assertEquals("", table.getStringValue("Class", row));
		}
	}

	@Test
	void negativePhaseBipolarReadOutAndNoise() throws Exception {
		final FatPhantom phantom = phantom(50, PhaseSign.NEGATIVE, 0.7);
		final ImagePlus image = ImagePlusBridge.toImagePlus(phantom.echoes());
		final ResultsTable right = table("image", image, "rois", rois(phantom), "phaseSign", "negative", "bipolar", true);
		final ResultsTable wrong = table("image", image, "rois", rois(phantom), "phaseSign", "positive", "bipolar", true);
		final ResultsTable monopolar = table("image", image, "rois", rois(phantom), "phaseSign", "negative");
		for (int row = 0; row < right.size(); row++) {
			final FatPhantom.TrueRegion truth = phantom.regions().get(row);
			assertEquals(truth.percent(), right.getValue("Mean" + OF_SUM, row), 0.3, truth.region().name());
			final double bound = new CramerRao(ECHOES, FatSpectrum.of(6)).complex(truth.percent(), truth.r2Star(), 50,
				Readout.BIPOLAR);
			assertTrue(right.getValue("SD" + OF_SUM, row) < 1.15 * bound, truth.region().name());
		}
		final int water = 0; // 0 % at 20 1/s: with noise about half of the voxels are below 0
		assertTrue(Math.abs(right.getValue("Out-of-range voxels", water) - 1200) < 200, "clamped?");
		assertTrue(error(wrong, phantom) > 5 && error(monopolar, phantom) > 1, error(wrong, phantom) + " " + error(monopolar,
			phantom));
	}

	/** Mean size of the error over all regions, in points. */
	private static double error(final ResultsTable table, final FatPhantom phantom) {
		double sum = 0;
		for (int row = 0; row < table.size(); row++)
			sum += Math.abs(table.getValue("Mean" + OF_SUM, row) - phantom.regions().get(row).percent());
		return sum / table.size();
	}

	@Test
	void theLikelihoodOfRicianNoiseIsNearerToTheTruth() throws Exception {
		final FatPhantom phantom = phantom(20, PhaseSign.POSITIVE, 0);
		final ImagePlus image = magnitudes(phantom);
		final ResultsTable squares = table("image", image, "rois", rois(phantom), "model", "multi-echo magnitude",
			"dominance", "water");
		final ResultsTable rician = table("image", image, "rois", rois(phantom), "model", "multi-echo magnitude", "dominance",
			"water", "noise", "50");
		final int row = 3 * 11 + 2; // 20 % at 150 1/s: the last echoes are at 3 SD of the noise
		assertEquals("FF 20 R2star 150", rician.getStringValue("Region", row));
		final double biased = squares.getValue("Mean R2* (1/s)", row) - 150;
		final double better = rician.getValue("Mean R2* (1/s)", row) - 150;
		assertTrue(Math.abs(better) < Math.abs(biased) / 2, better + " is not better than " + biased);
		assertEquals(20, rician.getValue("Mean" + OF_SUM, 2), 0.5);
	}

	private static ImagePlus magnitudes(final FatPhantom phantom) {
		final ImageStack parts = ImagePlusBridge.toImagePlus(phantom.echoes()).getStack();
		final ImageStack stack = new ImageStack(parts.getWidth(), parts.getHeight());
		for (int i = 1; i < parts.size(); i += 2) {
			final float[] real = (float[]) parts.getPixels(i);
			final float[] imaginary = (float[]) parts.getPixels(i + 1);
			final float[] size = new float[real.length];
			for (int n = 0; n < size.length; n++)
				size[n] = (float) Math.hypot(real[n], imaginary[n]);
			stack.addSlice(parts.getSliceLabel(i).replace("component=real", "component=magnitude"), size);
		}
		final ImagePlus image = new ImagePlus("magnitudes", stack);
		image.setDimensions(1, stack.size() / 6, 6);
		image.setOpenAsHyperStack(true);
		image.setCalibration(ImagePlusBridge.toImagePlus(phantom.echoes()).getCalibration());
		image.setProperty("Info", "0018,0087 MagneticFieldStrength: 1.5");
		return image;
	}

	@Test
	void aMapMeasuresAsItsImageDoes() throws Exception {
		final FatPhantom phantom = phantom(50, PhaseSign.POSITIVE, 0);
		final ImagePlus image = ImagePlusBridge.toImagePlus(phantom.echoes());
		final CommandModule made = run(FatFractionMap.class, "image", image, "maps", "R2star");
		final ResultsTable ofMap = table("image", made.getOutput("fatFraction"), "r2Star", made.getOutput("r2Star"), "rois",
			rois(phantom));
		final ResultsTable ofImage = table("image", image, "rois", rois(phantom));
		assertEquals("FF of Fat phantom FF (F/(W+F)) (F/(W+F))", ofMap.getTitle());
		assertEquals("map", ofMap.getStringValue("Model", 0));
		for (int row = 0; row < ofImage.size(); row++)
			for (final String column : List.of("Mean" + OF_SUM, "SD" + OF_SUM, "P90" + OF_SUM, "Out-of-range voxels",
				"Mean R2* (1/s)", "Voxels"))
				assertEquals(ofImage.getValue(column, row), ofMap.getValue(column, row), 1e-9, column);
		assertEquals("", ofMap.getStringValue(OF_MEANS, 0));
	}
}
