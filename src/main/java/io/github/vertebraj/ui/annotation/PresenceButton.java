package io.github.vertebraj.ui.annotation;

import java.awt.Dimension;
import java.awt.Insets;
import java.util.Optional;
import java.util.function.Consumer;

import javax.swing.JButton;

import io.github.vertebraj.reading.study.Presence;
import io.github.vertebraj.ui.model.Cycle;

/** Goes through: nothing said, present, absent, not assessable. */
final class PresenceButton extends JButton {

	private static final long serialVersionUID = 1L;

	private final boolean isShort;
	private final String what;
	private transient Optional<Presence> shown = Optional.empty();

	/**
	 * @param what    what is present or absent, for those who hear the screen
	 * @param isShort shows a sign only
	 */
	PresenceButton(final String what, final boolean isShort, final Consumer<Optional<Presence>> chosen) {
		this.what = what;
		this.isShort = isShort;
		setName(what);
		setMargin(new Insets(0, 4, 0, 4));
		setRequestFocusEnabled(false);
		addActionListener(event -> chosen.accept(Cycle.FORWARD.next(Presence.class, shown)));
		setText(longest());
		final Dimension size = getPreferredSize();
		setPreferredSize(size);
		show(Optional.empty());
	}

	private String longest() {
		return isShort ? "+" : text(Optional.of(Presence.NOT_ASSESSABLE));
	}

	void show(final Optional<Presence> presence) {
		shown = presence;
		setText(isShort ? sign(presence) : text(presence));
		getAccessibleContext().setAccessibleName(what + ": " + presence.map(Presence::key).orElse("nothing said"));
		setToolTipText(what + ": " + presence.map(Presence::key).orElse("nothing said"));
	}

	private static String text(final Optional<Presence> presence) {
		return presence.map(known -> sign(presence) + " " + known.key()).orElse("");
	}

	private static String sign(final Optional<Presence> presence) {
		return presence.map(known -> switch (known) {
			case PRESENT -> "+";
			case ABSENT -> "\u2212";
			case NOT_ASSESSABLE -> "?";
		}).orElse("");
	}
}
