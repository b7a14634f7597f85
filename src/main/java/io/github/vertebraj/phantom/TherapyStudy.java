package io.github.vertebraj.phantom;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import io.github.vertebraj.image.Geometry.Vector;

/**
 * Patients with myeloma before and soon after the first cycles of therapy: water-fat images of the lumbar spine of both
 * times, M protein, and whether therapy helped in the end. In those whom it helps the fat of the marrow comes back early.
 * All invented; the sizes of the effects are those of the order that such studies found. The patient lies otherwise each
 * time, so that the two images have frames of reference of their own; slices are planned on the same anatomy.
 */
public final class TherapyStudy {

	/**
	 * One patient.
	 *
	 * @param name          {@code P01}
	 * @param isResponder   whether therapy helped
	 * @param proteinBefore M protein in g/l
	 * @param proteinAfter  likewise
	 * @param dayBefore     of the images
	 * @param dayAfter      of the images
	 * @param before        fat fraction in % of the bodies from L1 to L5
	 * @param after         likewise
	 */
	public record Patient(String name, boolean isResponder, double proteinBefore, double proteinAfter, LocalDate dayBefore,
		LocalDate dayAfter, List<Double> before, List<Double> after, long seed)
	{

		/** The images before therapy. */
		public DixonPhantom imagesBefore() {
			return images(before, 0);
		}

		/** The images after the first cycles. */
		public DixonPhantom imagesAfter() {
			return images(after, 1);
		}

		private DixonPhantom images(final List<Double> marrow, final int time) {
			final double scale = 1 + SIZE * (2 * new Random(seed).nextDouble() - 1);
			final Random random = new Random(seed + time + 1);
			final Vector origin = new Vector(11 + 6 * random.nextGaussian(), -86 + 5 * random.nextGaussian(), 58 + 20 * random
				.nextGaussian());
			return DixonPhantom.create(new DixonPhantom.Settings(new PhantomGrid.Layout(List.of(60, 92, 5), new Vector(2.4, 2.2,
				7), 3 * random.nextGaussian(), origin, Optional.empty(), scale), marrow, false, SNR, seed + time + 1));
		}
	}

	private static final int PATIENTS = 24;
	private static final int RESPONDERS = 10;
	private static final double SIZE = 0.06;
	private static final double SNR = 30;
	private static final LocalDate START = LocalDate.of(2024, 1, 15);

	private final List<Patient> patients = new ArrayList<>();

	/** @param seed the same seed gives the same study, on every computer */
	public TherapyStudy(final long seed) {
		final Random random = new Random(seed);
		for (int i = 0; i < PATIENTS; i++)
			// those who respond are spread among the others
			patients.add(patient(i, (i + 1) * RESPONDERS / PATIENTS > i * RESPONDERS / PATIENTS, random));
	}

	private static Patient patient(final int index, final boolean responds, final Random random) {
		final double fat = Math.max(6, 20 + 6 * random.nextGaussian());
		final double change = (responds ? 9 : 1) + 3.5 * random.nextGaussian();
		final double protein = Math.max(8, 34 + 11 * random.nextGaussian());
		final double left = Math.max(0, Math.min(1.3, (responds ? 0.35 : 0.62) + 0.2 * random.nextGaussian()));
		final List<Double> before = new ArrayList<>();
		final List<Double> after = new ArrayList<>();
		for (int level = 0; level < 5; level++) {
			before.add(rounded(Math.max(2, fat + 1.2 * (level - 2) + 1.5 * random.nextGaussian())));
			after.add(rounded(Math.max(2, before.get(level) + change + 1.2 * random.nextGaussian())));
		}
		final LocalDate day = START.plusDays(19L * index + random.nextInt(12));
		return new Patient(String.format("P%02d", index + 1), responds, rounded(protein), rounded(protein * left), day, day
			.plusDays(52 + random.nextInt(10)), List.copyOf(before), List.copyOf(after), 1000L * (index + 1));
	}

	private static double rounded(final double value) {
		return Math.round(value * 10) / 10.0;
	}

	public List<Patient> patients() {
		return List.copyOf(patients);
	}
}
