package io.github.vertebraj.report;

import java.util.List;

import io.github.vertebraj.interpretation.DeformityGrade;
import io.github.vertebraj.reading.RegionName;
import io.github.vertebraj.reading.morphometry.BodyMeasurement;
import io.github.vertebraj.reading.morphometry.HeightReference;

/** Vertebral morphometry: one row per vertebra. The headers are public: macros read columns by them. */
public final class MorphometryTable {

	private static final String USE = "for research only, not a diagnosis";

	private MorphometryTable() {}

	/**
	 * @param title     of the table
	 * @param image     that was measured
	 * @param reference by which the bodies are graded
	 * @param limit     loss in % from which a height counts as reduced
	 */
	public static ResultTable of(final String title, final String image, final HeightReference reference,
		final double limit, final List<BodyMeasurement> bodies)
	{
		final ResultTable.Builder table = ResultTable.builder(title, "Image", "Vertebra", "Level", "Slice",
			"Anterior height (mm)", "Middle height (mm)", "Posterior height (mm)", "Area (mm^2)",
			"Anterior loss against posterior (%)", "Middle loss against posterior (%)",
			"Anterior loss against neighbours (%)", "Middle loss against neighbours (%)",
			"Posterior loss against neighbours (%)", "Area loss against neighbours (%)", "Neighbours", "Reference",
			"Greatest loss (%)", "Grade by height", "Grade by area", "Shape", "Limit (%)", "Remark", "Use");
		for (final BodyMeasurement body : bodies) {
			final int slice = body.outline().slice();
			table.row(image, body.outline().name(), RegionName.parse(body.outline().name()).level(), slice < 0 ? ""
				: (Object) (slice + 1), body.anterior(), body.middle(), body.posterior(), body.area(), body.againstOwn().anterior(),
				body.againstOwn().middle(), body.againstOthers().anterior(), body.againstOthers().middle(), body.againstOthers()
					.posterior(), body.againstOthers().area(), String.join(", ", body.neighbours()), reference.key(), body.graded()
						.greatest(), gradeByHeight(body).text(), DeformityGrade.ofAreaLoss(body.againstOthers().area()).text(), body
							.shape().text(), limit, remark(body, reference, limit), USE);
		}
		return table.build();
	}

	static DeformityGrade gradeByHeight(final BodyMeasurement body) {
		return DeformityGrade.ofHeightLoss(body.graded().greatest());
	}

	/** What is not measurable and why; and what the chosen reference cannot show. */
	private static String remark(final BodyMeasurement body, final HeightReference reference, final double limit) {
		if (reference == HeightReference.NEIGHBOURS || !(body.againstOthers().posterior() >= limit)) return body.problem();
		return "the posterior height is reduced against the neighbours, which its own reference cannot show: see" +
			" reference=neighbours";
	}
}
