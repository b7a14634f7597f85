package io.github.vertebraj.statistics;

/** What a test is to find beside "no difference". The first sample stands on the left: greater means first above second. */
public enum Alternative implements Keyed {

	TWO_SIDED("two-sided"), GREATER("greater"), LESS("less");

	private final String key;

	Alternative(final String key) {
		this.key = key;
	}

	@Override
	public String key() {
		return key;
	}

	/** @throws IllegalArgumentException when there is no such alternative; the message lists those there are */
	public static Alternative of(final String key) {
		return Keyed.of(Alternative.class, "alternative", key);
	}
}
