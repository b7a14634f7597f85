package io.github.vertebraj.reading.morphometry;

/** How a vertebral body is deformed: by the height that is reduced most. */
public enum BodyShape {
	NORMAL("none"),
	/** The anterior height is reduced most. */
	WEDGE("wedge"),
	/** The middle height is reduced most. */
	BICONCAVE("biconcave"),
	/** The posterior height is reduced too, which only neighbours can show. */
	CRUSH("crush"),
	/** There is no reference, or no height. */
	NOT_ASSESSABLE("not assessable");

	private final String text;

	BodyShape(final String text) {
		this.text = text;
	}

	/** As it stands in tables. */
	public String text() {
		return text;
	}
}
