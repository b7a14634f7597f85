package io.github.vertebraj.reading.store;

import java.io.IOException;

/** A session may not be opened yet, or no more. It may with a reason, which goes to the trail. */
public final class WashoutException extends IOException {

	private static final long serialVersionUID = 1L;

	WashoutException(final String message) {
		super(message + ". It can be opened all the same with a reason, which is recorded");
	}
}
