package io.github.vertebraj.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Fractured vertebrae of invented patients whose counts are those of a published study: 98 vertebrae of 50 patients with
 * osteoporosis and 43 of 31 patients with lytic metastases, with signs on X-ray, CT and MRI (a Chinese study of
 * multi-modality imaging of osteoporotic and metastatic compression fractures, patients of 2022 to 2025). Ages and body
 * mass indices are drawn so that the printed means and SDs hold. Which vertebra has which sign, and how many a patient has,
 * is invented.
 */
public final class FractureSigns {

	private static final String OSTEOPOROTIC = "osteoporotic";
	private static final List<String> LEVELS = List.of("T11", "T12", "L1", "L2", "L3");
	private static final List<String> MODALITIES = List.of("X-ray", "CT", "MRI");

	/** A patient. */
	public record Patient(String id, String group, int ageYears, String sex, double bmi, double tScore) {}

	/**
	 * A row of the long table.
	 *
	 * @param modality empty text for shape and grade
	 */
	public record Row(String caseId, String level, String group, String sign, String modality, String finding) {}

	/**
	 * A sign: in how many vertebrae a modality shows it; below 0 when the modality cannot show it. What CT shows beyond MRI
	 * lies in other vertebrae, as many as {@code combined} says; what X-rays show, CT shows too.
	 */
	private record Sign(String name, int xray, int ct, int mri, int combined) {}

	private static final List<Sign> OF_OSTEOPOROTIC = List.of(new Sign("posterior-wall bulge", -1, 0, 0, 0), new Sign(
		"posterior-corner fat kept", -1, -1, 64, 64), new Sign("intravertebral cleft", -1, 13, 13, 13), new Sign(
			"posterior-element involvement", 1, 4, 6, 6), new Sign("soft-tissue mass", 0, 0, 0, 0), new Sign("fracture line", 56,
				95, 91, 95), new Sign("marrow oedema", -1, -1, 85, 85));

	private static final List<Sign> OF_METASTATIC = List.of(new Sign("posterior-wall bulge", -1, 26, 26, 26), new Sign(
		"posterior-corner fat kept", -1, -1, 13, 13), new Sign("intravertebral cleft", -1, 0, 0, 0), new Sign(
			"posterior-element involvement", 13, 29, 38, 40), new Sign("soft-tissue mass", 2, 28, 42, 42), new Sign(
				"bone destruction", 18, 34, 39, 42));

	private final List<Patient> patients = new ArrayList<>();
	private final List<Row> rows = new ArrayList<>();

	public FractureSigns() {
		final List<String[]> osteoporotic = new ArrayList<>();
		final List<String[]> metastatic = new ArrayList<>();
		for (final Map<String, String> line : ResourceTable.read("fracture-patients.csv")) {
			final String group = line.get("group");
			patients.add(new Patient(line.get("case"), group, Integer.parseInt(line.get("age")), line.get("sex"), Double
				.parseDouble(line.get("bmi")), Double.parseDouble(line.get("tScore"))));
			for (int i = 0; i < Integer.parseInt(line.get("vertebrae")); i++)
				(group.equals(OSTEOPOROTIC) ? osteoporotic : metastatic).add(new String[] { line.get("case"), LEVELS.get(i),
					group });
		}
		add(osteoporotic, OF_OSTEOPOROTIC, new int[] { 38, 55, 5 }, 6, new int[] { 29, 33, 36 });
		add(metastatic, OF_METASTATIC, new int[] { 9, 28, 6 }, 11, new int[] { 22, 6, 15 });
	}

	public List<Patient> patients() {
		return List.copyOf(patients);
	}

	public List<Row> rows() {
		return List.copyOf(rows);
	}

	private void add(final List<String[]> vertebrae, final List<Sign> signs, final int[] shapes, final int severe,
		final int[] discs)
	{
		for (int i = 0; i < vertebrae.size(); i++) {
			final String[] vertebra = vertebrae.get(i);
			final int n = vertebrae.size();
			add(vertebra, "shape", "", List.of("wedge", "biconcave", "flat").get(part(place(i, 1, n), shapes)));
			add(vertebra, "grade", "", place(i, 2, n) < severe ? "severe" : List.of("mild", "moderate").get(i % 2));
			for (int sign = 0; sign < signs.size(); sign++)
				add(vertebra, signs.get(sign), place(i, sign + 3, n));
			final int disc = part(place(i, 0, n), discs);
			final List<String> names = List.of("disc normal", "disc compressed", "disc widened");
			for (int name = 0; name < names.size(); name++)
				add(vertebra, names.get(name), "MRI", name == disc ? "present" : "absent");
		}
	}

	/** Spreads a sign over the vertebrae in another way than its neighbours; each place comes once. */
	private static int place(final int vertebra, final int sign, final int n) {
		final int step = List.of(1, 5, 9, 11, 13, 17, 19, 23, 25, 27).get(sign);
		return (int) ((long) vertebra * step % n + 31L * sign) % n;
	}

	private static int part(final int place, final int[] sizes) {
		return place < sizes[0] ? 0 : place < sizes[0] + sizes[1] ? 1 : 2;
	}

	private void add(final String[] vertebra, final Sign sign, final int place) {
		final int beyond = sign.combined() - Math.max(0, sign.mri());
		final boolean byMri = place < sign.mri();
		final boolean byCt = place < sign.ct() - beyond || place >= sign.mri() && place < sign.combined();
		final int[] counts = { sign.xray(), sign.ct(), sign.mri() };
		final boolean[] present = { place < sign.xray(), byCt, byMri };
		for (int i = 0; i < counts.length; i++)
			add(vertebra, sign.name(), MODALITIES.get(i), counts[i] < 0 ? "not assessable" : present[i] ? "present" : "absent");
	}

	private void add(final String[] vertebra, final String sign, final String modality, final String finding) {
		rows.add(new Row(vertebra[0], vertebra[1], vertebra[2], sign, modality, finding));
	}
}
