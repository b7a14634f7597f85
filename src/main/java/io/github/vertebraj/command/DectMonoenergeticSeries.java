package io.github.vertebraj.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import io.github.vertebraj.dualenergy.BasisMaps;
import io.github.vertebraj.dualenergy.Blend;
import io.github.vertebraj.dualenergy.BlendedFrames;
import io.github.vertebraj.dualenergy.EffectiveEnergies;
import io.github.vertebraj.dualenergy.Energies;
import io.github.vertebraj.dualenergy.FrequencySplit;
import io.github.vertebraj.dualenergy.Material;
import io.github.vertebraj.dualenergy.SpectralPair;
import io.github.vertebraj.dualenergy.SpectrumNoise;
import io.github.vertebraj.dualenergy.VirtualMonoenergetic;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.Region;

import ij.ImagePlus;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Makes virtual monoenergetic images of the CT images of two spectra. */
@Plugin(type = Command.class, description = DectMonoenergeticSeries.DESCRIPTION, menu = { @Menu(label = "Plugins"), @Menu(
	label = "VertebraJ"), @Menu(label = "DECT Monoenergetic Series...", weight = 36) })
public class DectMonoenergeticSeries extends SpectralCommand {

	static final String NAME = "DECT Monoenergetic Series...";
	static final String DESCRIPTION = "Makes virtual monoenergetic images (VMI) of the CT images of two spectra: one hyperstack" +
		" with a frame for each energy. That made of NAME is called NAME 40, 70, 100 keV, with its energies.";

	private static final String WATER = "water";
	private static final String BASIS = "basis";

	@Parameter(label = "Energies (keV)", description = "Separated by commas, or from-to:step, such as 40-190:10.",
		persist = false)
	private String energies = "40,70,100";

	@Parameter(label = "Low effective energy (keV)", description = "At which single photons are attenuated as the spectrum of" +
		" the low image is; auto takes it from the slice labels of monoenergetic images (energy=), or from the calibration.",
		persist = false)
	private String lowEnergy = AUTO;

	@Parameter(label = "High effective energy (keV)", description = "The same of the high image.", persist = false)
	private String highEnergy = AUTO;

	@Parameter(label = "Calibration", description = "Regions of known composition, two or more, that tell the effective" +
		" energies: insert1=bone, insert2=iodine 10 mg/ml. Needs regions.", required = false, persist = false)
	private String calibration = "";

	@Parameter(label = "Basis", description = "The material beside water: bone, iodine, hydroxyapatite, or any other of" +
		" docs/dual-energy.md; water/bone is the same as bone.", persist = false)
	private String basis = "bone";

	@Parameter(label = "Frequency split (mm)", description = "Noise reduction: slow changes of each energy, fast ones of the" +
		" energy of least noise; the standard deviation of the low-pass between them. 0 is none.", min = "0",
		persist = false)
	private double frequencySplit = 0;

	@Parameter(label = "Energy of least noise (keV)", description = "Of the frequency split; auto finds it in the regions.",
		persist = false)
	private String baseEnergy = AUTO;

	@Parameter(label = "Further maps", description = "water and basis: their amounts (mg/ml); separated by commas.",
		required = false, persist = false)
	private String maps = "";

	@Parameter(label = "Monoenergetic images", type = ItemIO.OUTPUT)
	private ImagePlus series;

	@Parameter(label = "Water map", type = ItemIO.OUTPUT)
	private ImagePlus waterMap;

	@Parameter(label = "Basis map", type = ItemIO.OUTPUT)
	private ImagePlus basisMap;

	private List<Region> known;

	@Override
	protected void execute() throws IOException {
		final List<Double> keV = Energies.parse(energies);
		final Material material = Material.of(basis.strip().replaceFirst("(?i)^water\\s*/\\s*", ""));
		final List<String> further = further();
		final SpectralPair pair = pair();
		final VirtualMonoenergetic vmi = VirtualMonoenergetic.of(material, effective(pair));
		note(String.format(Locale.ROOT, "Basis water and %s: r = %.5f and %.5f", material.name(), vmi.ratioLow(), vmi
			.ratioHigh()));
		final Optional<FrequencySplit> split = frequencySplit == 0 ? Optional.empty() : Optional.of(split(pair, vmi));
		final List<Blend.Linear> blends = keV.stream().map(energy -> new Blend.Linear(vmi.weight(energy))).toList();
		note("Weights of the low image: " + blends.stream().map(Blend::text).collect(Collectors.joining(", ")));
		series = window(NAME, title(keV), pair, new BlendedFrames(pair, blends, split, keeps16Bit()), keV.stream().map(
			energy -> PlaneLabel.empty().with(PlaneLabel.ENERGY, energy)).toList());
		final BasisMaps amounts = new BasisMaps(pair, vmi);
		if (further.contains(WATER)) waterMap = map(NAME, "water", amounts.water(), pair);
		if (further.contains(BASIS)) basisMap = map(NAME, material.key(), amounts.basis(), pair);
	}

	private static String title(final List<Double> keV) {
		return keV.size() > 6 ? text(keV.get(0)) + "-" + text(keV.get(keV.size() - 1)) + " keV" : keV.stream().map(
			DectMonoenergeticSeries::text).collect(Collectors.joining(", ")) + " keV";
	}

	private static String text(final double keV) {
		return keV == Math.rint(keV) ? Long.toString((long) keV) : Double.toString(keV);
	}

	private List<String> further() {
		final List<String> words = given(maps).map(text -> Arrays.stream(text.toLowerCase(Locale.ROOT).split("[,\\s]+"))
			.toList()).orElse(List.of());
		for (final String word : words)
			if (!word.equals(WATER) && !word.equals(BASIS)) throw new IllegalArgumentException("No map '" + word +
				"'; known are water, basis");
		return words;
	}

	private EffectiveEnergies effective(final SpectralPair pair) throws IOException {
		final Optional<String> low = chosen(lowEnergy);
		final Optional<String> high = chosen(highEnergy);
		if (low.isPresent() != high.isPresent()) throw new IllegalArgumentException("lowEnergy and highEnergy belong together," +
			" but they are '" + lowEnergy + "' and '" + highEnergy + "'");
		if (low.isPresent() && given(calibration).isPresent()) throw new IllegalArgumentException(
			"calibration finds the effective energies: leave out lowEnergy and highEnergy, or calibration");
		if (low.isPresent()) return new EffectiveEnergies(number("lowEnergy", lowEnergy).getAsDouble(), number("highEnergy",
			highEnergy).getAsDouble());
		if (given(calibration).isPresent()) return calibrated(pair);
		final EffectiveEnergies labelled = pair.labelledEnergies().orElseThrow(() -> new IllegalArgumentException(
			"The effective energies of '" + pair.low().title() + "' and '" + pair.high().title() + "' are unknown, for their" +
				" slice labels do not say energy=: give lowEnergy and highEnergy in keV, or calibration with regions of known" +
				" composition"));
		note("Energies by the slice labels: " + labelled.low() + " and " + labelled.high() + " keV" + (pair.low()
			.labels().get(0).get(PlaneLabel.FROM).isPresent() || pair.high().labels().get(0).get(PlaneLabel.FROM).isPresent()
				? ", which are known from series descriptions alone" : ""));
		return labelled;
	}

	private EffectiveEnergies calibrated(final SpectralPair pair) throws IOException {
		final List<EffectiveEnergies.Insert> inserts = new ArrayList<>();
		for (final String part : calibration.split(",")) {
			final int equals = part.indexOf('=');
			if (equals < 0) throw new IllegalArgumentException("calibration names regions and their materials, such as" +
				" insert1=bone, insert2=iodine 10 mg/ml, but has '" + part.strip() + "'");
			final SpectrumNoise measured = SpectrumNoise.of(pair, NamedRegions.find(known(), part.substring(0, equals)));
			inserts.add(new EffectiveEnergies.Insert(part.substring(0, equals).strip(), Material.of(part.substring(equals +
				1)), measured.low(), measured.high()));
		}
		final EffectiveEnergies.Calibration found = EffectiveEnergies.calibrate(inserts);
		note(String.format(Locale.ROOT, "Effective energies by %d inserts: %.2f and %.2f keV; measured HU are off by %.2f and" +
			" %.2f HU (root mean square)", inserts.size(), found.energies().low(), found.energies().high(), found.residualLow(),
			found.residualHigh()));
		return found.energies();
	}

	private FrequencySplit split(final SpectralPair pair, final VirtualMonoenergetic vmi) throws IOException {
		final Optional<String> given = chosen(baseEnergy);
		final double energy = given.isPresent() ? number("baseEnergy", baseEnergy).getAsDouble() : quietest(pair, vmi);
		final FrequencySplit split = new FrequencySplit(frequencySplit, vmi.weight(energy));
		note("Frequency split of " + frequencySplit + " mm at E0 = " + energy + " keV");
		if (hasRegions() && pair.geometry().isPresent()) for (final Region region : known()) {
			final double thickness = FrequencySplit.thickness(region, pair.geometry().get());
			if (thickness < split.leastThickness()) note(String.format(Locale.ROOT, "'%s' is %.1f mm thick: below %.1f mm its" +
				" mean is partly that of E0", region.name(), thickness, split.leastThickness()));
		}
		return split;
	}

	private double quietest(final SpectralPair pair, final VirtualMonoenergetic vmi) throws IOException {
		try {
			return vmi.quietestEnergy(SpectrumNoise.pooled(known().stream().map(region -> SpectrumNoise.of(pair, region))
				.toList()));
		}
		catch (final IllegalArgumentException e) {
			throw new IllegalArgumentException("The energy of least noise is unknown: " + e.getMessage() +
				"; give uniform regions, or baseEnergy in keV", e);
		}
	}

	private List<Region> known() throws IOException {
		if (known == null) known = regions();
		return known;
	}
}
