package io.github.vertebraj.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.github.vertebraj.dualenergy.Blend;
import io.github.vertebraj.dualenergy.BlendedFrames;
import io.github.vertebraj.dualenergy.OptimalWeight;
import io.github.vertebraj.dualenergy.SpectralPair;
import io.github.vertebraj.dualenergy.SpectrumNoise;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.Region;
import io.github.vertebraj.reading.RegionName;

import ij.ImagePlus;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Blends the CT images of two spectra. */
@Plugin(type = Command.class, description = DectMixedImage.DESCRIPTION, menu = { @Menu(label = "Plugins"), @Menu(
	label = "VertebraJ"), @Menu(label = "DECT Mixed Image...", weight = 35) })
public class DectMixedImage extends SpectralCommand {

	static final String NAME = "DECT Mixed Image...";
	static final String DESCRIPTION = "Blends the CT images of two spectra: weight x low + (1 - weight) x high, or a sigmoid" +
		" blend. The image made of NAME is called NAME mixed w=0.5, with the weight that it has.";

	private static final String AUTO_NOISE = "auto-noise";
	private static final String AUTO_CNR = "auto-cnr";
	private static final String LINEAR = "linear";
	private static final String SIGMOID = "sigmoid";
	private static final String TARGET = "target";
	private static final String POOLED = "pooled";

	@Parameter(label = "Weight", description = "Of the low image, 0 to 1: 0.5 is the mean, 0.3 the usual likeness of 120 kV for" +
		" 80 and 140 kV without tin. auto-noise finds that of least noise in the regions, auto-cnr that of the best contrast" +
		" to noise between reference and targets.", persist = false)
	private String weight = "0.5";

	@Parameter(label = "Extrapolate", description = "Allows weights outside of 0 to 1.", persist = false)
	private boolean extrapolate = false;

	@Parameter(label = "Blend", description = "linear has one weight everywhere; sigmoid takes the low image where it is bright" +
		" and the high one where it is dark.", choices = { LINEAR, SIGMOID }, persist = false)
	private String blend = LINEAR;

	@Parameter(label = "Centre (HU)", description = "Of a sigmoid blend: where both images have half the weight.",
		persist = false)
	private double centre = 150;

	@Parameter(label = "Width (HU)", description = "Of a sigmoid blend: from where to where the weight changes.",
		persist = false)
	private double width = 200;

	@Parameter(label = "Reference", description = "Of auto-cnr: the regions of this site (L4-5_DC has the site DC), or of this" +
		" name.", persist = false)
	private String reference = "DC";

	@Parameter(label = "Targets", description = "Of auto-cnr: sites or names, separated by commas. The contrast is that of the" +
		" mean of all targets to the mean of all references.", persist = false)
	private String targets = "LF,IVD";

	@Parameter(label = "Noise", description = "Of auto-cnr: the covariance of the two images in the targets, as DECT CNR..." +
		" divides by the target's SD, or in targets and references.", choices = { TARGET, POOLED }, persist = false)
	private String noise = TARGET;

	@Parameter(label = "Mixed image", type = ItemIO.OUTPUT)
	private ImagePlus mixed;

	@Override
	protected void execute() throws IOException {
		final SpectralPair pair = pair();
		final Blend chosen = blend.equals(SIGMOID) ? new Blend.Sigmoid(centre, width) : new Blend.Linear(weight(pair));
		mixed = window(NAME, "mixed " + chosen.text(), pair, new BlendedFrames(pair, List.of(chosen), Optional.empty(),
			keeps16Bit()), List.of(PlaneLabel.empty().with(PlaneLabel.BLEND, chosen.text().replace('=', ' '))));
	}

	private double weight(final SpectralPair pair) throws IOException {
		final String text = weight.strip().toLowerCase(Locale.ROOT);
		if (text.equals(AUTO_NOISE)) return found("least noise", ofNoise(pair), "SD %.4g HU");
		if (text.equals(AUTO_CNR)) return found("best CNR", ofContrast(pair), "CNR %.4g");
		final double given = plain(text);
		if (!extrapolate && !(given >= 0 && given <= 1)) throw new IllegalArgumentException("weight must be from 0 to 1, but is " +
			given + "; extrapolate=true allows others");
		return given;
	}

	private double plain(final String text) {
		try {
			final double value = Double.parseDouble(text);
			if (Double.isFinite(value)) return value;
		}
		catch (final NumberFormatException e) {
			// told below, with what is no number to us either
		}
		throw new IllegalArgumentException("weight must be a number (with a decimal point), " + AUTO_NOISE + " or " + AUTO_CNR +
			", but is '" + weight + "'");
	}

	private double found(final String what, final OptimalWeight best, final String quantity) {
		note(String.format(Locale.ROOT, "Weight of %s: %.4f (" + quantity + "); of all real weights: %.4f", what, best.value(),
			best.quantity(), best.overall()));
		return best.value();
	}

	private OptimalWeight ofNoise(final SpectralPair pair) throws IOException {
		final SpectrumNoise pooled = measured("noise", pair, regions());
		return OptimalWeight.ofNoise(pooled, extrapolate);
	}

	private OptimalWeight ofContrast(final SpectralPair pair) throws IOException {
		final List<Region> all = regions();
		final List<Region> from = matching("reference", all, reference);
		final List<Region> to = matching("targets", all, targets);
		final SpectrumNoise low = measured("reference", pair, from);
		final SpectrumNoise high = measured("targets", pair, to);
		final List<Region> both = new ArrayList<>(from);
		both.addAll(to);
		return OptimalWeight.ofContrast(high.low() - low.low(), high.high() - low.high(), noise.equals(POOLED) ? measured(
			"both", pair, both) : high, extrapolate);
	}

	private SpectrumNoise measured(final String what, final SpectralPair pair, final List<Region> regions) {
		final List<SpectrumNoise> each = regions.stream().map(region -> SpectrumNoise.of(pair, region)).toList();
		for (int i = 0; i < each.size(); i++)
			if (each.get(i).voxels() < 2) throw new IllegalArgumentException("The region '" + regions.get(i).name() +
				"' has no noise to measure: it needs two finite voxels or more, but has " + each.get(i).voxels());
		final SpectrumNoise pooled = SpectrumNoise.pooled(each);
		note(String.format(Locale.ROOT, "%s (%s): mean %.4g and %.4g HU, SD %.4g and %.4g HU, correlation %.4g, n = %d", what,
			String.join(", ", regions.stream().map(Region::name).toList()), pooled.low(), pooled.high(), pooled.sd(1), pooled.sd(
				0), pooled.correlation(), pooled.voxels()));
		return pooled;
	}

	private static List<Region> matching(final String parameter, final List<Region> regions, final String names) {
		final List<String> wanted = Arrays.stream(names.split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList();
		final List<Region> found = regions.stream().filter(region -> wanted.stream().anyMatch(name -> name.equalsIgnoreCase(
			region.name()) || RegionName.parse(region.name()).site().filter(site -> site.name().equalsIgnoreCase(name))
				.isPresent())).toList();
		if (found.isEmpty()) throw new IllegalArgumentException("No region fits " + parameter + "=" + names + "; known are " +
			regions.stream().map(Region::name).toList());
		return found;
	}
}
