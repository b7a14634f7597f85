package io.github.vertebraj.ui.annotation;

import java.util.Optional;
import java.util.function.Consumer;

import javax.swing.JComboBox;
import javax.swing.event.PopupMenuEvent;
import javax.swing.event.PopupMenuListener;

import io.github.vertebraj.statistics.Keyed;

/** A choice of which nothing may be said. */
final class ChoiceBox<E extends Enum<E> & Keyed> extends JComboBox<String> {

	private static final long serialVersionUID = 1L;
	private static final String NOTHING = "-";

	private boolean isShowing;

	/**
	 * @param chosen is told what the user chose; empty for nothing
	 * @param back   takes the focus when the list closes, so that keys go on
	 */
	ChoiceBox(final Class<E> type, final Consumer<Optional<E>> chosen, final Runnable back) {
		addItem(NOTHING);
		for (final E value : type.getEnumConstants())
			addItem(value.key());
		setMaximumRowCount(type.getEnumConstants().length + 1);
		addActionListener(event -> {
			if (!isShowing) chosen.accept(getSelectedIndex() <= 0 ? Optional.empty() : Optional.of(type
				.getEnumConstants()[getSelectedIndex() - 1]));
		});
		addPopupMenuListener(new PopupMenuListener() {

			@Override
			public void popupMenuWillBecomeVisible(final PopupMenuEvent event) {
				// nothing to do
			}

			@Override
			public void popupMenuWillBecomeInvisible(final PopupMenuEvent event) {
				back.run();
			}

			@Override
			public void popupMenuCanceled(final PopupMenuEvent event) {
				// becomes invisible too
			}
		});
	}

	void show(final Optional<E> value) {
		isShowing = true;
		setSelectedIndex(value.map(known -> known.ordinal() + 1).orElse(0));
		isShowing = false;
	}
}
