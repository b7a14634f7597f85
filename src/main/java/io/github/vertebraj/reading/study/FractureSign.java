package io.github.vertebraj.reading.study;

import io.github.vertebraj.statistics.Keyed;

/** Signs that tell an osteoporotic from a metastatic fracture. */
public enum FractureSign implements Keyed {

	POSTERIOR_WALL_BULGE("posterior-wall bulge"), //
	POSTERIOR_CORNER_FAT("posterior-corner fat kept"), //
	INTRAVERTEBRAL_CLEFT("intravertebral cleft"), //
	POSTERIOR_ELEMENT_INVOLVEMENT("posterior-element involvement"), //
	PARAVERTEBRAL_MASS("paravertebral mass"), //
	DISC_NORMAL("disc normal"), //
	DISC_COMPRESSED("disc compressed"), //
	DISC_WIDENED("disc widened"), //
	FRACTURE_LINE("fracture line"), //
	MARROW_OEDEMA("marrow oedema"), //
	BONE_DESTRUCTION("bone destruction"), //
	SOFT_TISSUE_MASS("soft-tissue mass");

	private final String key;

	FractureSign(final String key) {
		this.key = key;
	}

	@Override
	public String key() {
		return key;
	}

	/** @throws IllegalArgumentException when there is no such fracture sign; the message lists those there are */
	public static FractureSign of(final String key) {
		return Keyed.of(FractureSign.class, "fracture sign", key);
	}
}
