package io.github.vertebraj.phantom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * What a study of vertebral lesions would have measured, drawn from known populations: benign lesions and myeloma, two
 * readers' ADC, three readers' grades, signs on CT and MR, and the change under therapy of those with myeloma. Invented to
 * try statistics; no patient stands behind it.
 */
public final class PatientStudy {

	/** Normal distributions that are drawn from, by mean and SD. */
	private enum Population {
			ADC_BENIGN(1.45, 0.25), ADC_MALIGNANT(0.95, 0.20), READING(0, 0.05), FAT_BEFORE(18, 6), FAT_CHANGE_RESPONDER(11, 8),
			FAT_CHANGE_OTHER(2, 8), PROTEIN_CHANGE_RESPONDER(-65, 20), PROTEIN_CHANGE_OTHER(-35, 25);

		private final double mean;
		private final double sd;

		Population(final double mean, final double sd) {
			this.mean = mean;
			this.sd = sd;
		}

		private double draw(final Random random) {
			return mean + sd * random.nextGaussian();
		}
	}

	private static final int BENIGN = 40;
	private static final int MALIGNANT = 44;
	private static final int GRADES = 4;
	private static final double RESPONSE_RATE = 0.45;
	private static final double MISREADING_RATE = 0.2;
	private static final double LINE_RATE_BENIGN = 0.7;
	private static final double LINE_RATE_MALIGNANT = 0.25;
	private static final double LINE_MISSED_ON_MR = 0.3;

	/**
	 * Fat fraction and M protein before and after the first cycles.
	 *
	 * @param fatBefore     in %
	 * @param fatAfter      in %
	 * @param proteinChange in % of the value before
	 */
	public record Therapy(boolean isResponder, double fatBefore, double fatAfter, double proteinChange) {}

	/**
	 * One patient.
	 *
	 * @param adc      of the lesion as each reader measured it, in 10⁻³ mm²/s
	 * @param grades   of marrow infiltration as each reader saw it, 0 to 3
	 * @param lineOnCt whether a fracture line is seen on CT
	 * @param lineOnMr and on MR
	 * @param therapy  of malignant lesions
	 */
	public record Patient(int number, boolean isMalignant, List<Double> adc, List<Integer> grades, boolean lineOnCt,
		boolean lineOnMr, Optional<Therapy> therapy)
	{}

	private final List<Patient> patients = new ArrayList<>();

	/** @param seed the same seed gives the same study, on every computer */
	public PatientStudy(final long seed) {
		final Random random = new Random(seed);
		for (int i = 0; i < BENIGN + MALIGNANT; i++)
			patients.add(patient(i + 1, i >= BENIGN, random));
	}

	private static Patient patient(final int number, final boolean isMalignant, final Random random) {
		final double adc = (isMalignant ? Population.ADC_MALIGNANT : Population.ADC_BENIGN).draw(random);
		final List<Double> readings = List.of(adc + Population.READING.draw(random), adc + Population.READING.draw(random));
		final int grade = random.nextInt(GRADES);
		final List<Integer> grades = List.of(read(grade, random), read(grade, random), read(grade, random));
		final boolean line = random.nextDouble() < (isMalignant ? LINE_RATE_MALIGNANT : LINE_RATE_BENIGN);
		final boolean lineOnMr = line && random.nextDouble() >= LINE_MISSED_ON_MR;
		return new Patient(number, isMalignant, readings, grades, line, lineOnMr, isMalignant ? Optional.of(
			therapy(random)) : Optional.empty());
	}

	/** A reader is at times one grade off. */
	private static int read(final int grade, final Random random) {
		if (random.nextDouble() >= MISREADING_RATE) return grade;
		final int step = random.nextBoolean() ? 1 : -1;
		return Math.max(0, Math.min(GRADES - 1, grade + step));
	}

	private static Therapy therapy(final Random random) {
		final boolean responds = random.nextDouble() < RESPONSE_RATE;
		final double before = Population.FAT_BEFORE.draw(random);
		final double change = (responds ? Population.FAT_CHANGE_RESPONDER : Population.FAT_CHANGE_OTHER).draw(random);
		final double protein = (responds ? Population.PROTEIN_CHANGE_RESPONDER : Population.PROTEIN_CHANGE_OTHER).draw(random);
		return new Therapy(responds, Math.max(0, before), Math.max(0, before + change), Math.max(-100, protein));
	}

	public List<Patient> patients() {
		return List.copyOf(patients);
	}

	/** What the study's numbers estimate, by name. */
	public static Map<String, Double> truth() {
		final Map<String, Double> truth = new LinkedHashMap<>();
		truth.put("Mean ADC, benign (10^-3 mm^2/s)", Population.ADC_BENIGN.mean);
		truth.put("Mean ADC, malignant (10^-3 mm^2/s)", Population.ADC_MALIGNANT.mean);
		truth.put("Repeatability SD of ADC (10^-3 mm^2/s)", Population.READING.sd);
		truth.put("Mean change of FF, responders (%)", Population.FAT_CHANGE_RESPONDER.mean);
		truth.put("Mean change of FF, others (%)", Population.FAT_CHANGE_OTHER.mean);
		truth.put("Fracture lines on CT, benign (fraction)", LINE_RATE_BENIGN);
		truth.put("Fracture lines on CT, malignant (fraction)", LINE_RATE_MALIGNANT);
		truth.put("Fracture lines that MR misses (fraction)", LINE_MISSED_ON_MR);
		return truth;
	}
}
