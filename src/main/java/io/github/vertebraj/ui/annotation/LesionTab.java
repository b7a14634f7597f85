package io.github.vertebraj.ui.annotation;

import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import javax.swing.Icon;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import javax.swing.SwingConstants;

import io.github.vertebraj.reading.study.Criterion;
import io.github.vertebraj.reading.study.Edits;
import io.github.vertebraj.reading.study.Finding;
import io.github.vertebraj.reading.study.LesionType;
import io.github.vertebraj.reading.study.Rating;
import io.github.vertebraj.ui.model.AnnotationModel;
import io.github.vertebraj.ui.model.PanelState;
import io.github.vertebraj.ui.model.ShownCase;

/** Rating, artefact, type and criteria of the selected segment. */
final class LesionTab extends JPanel {

	private static final long serialVersionUID = 1L;

	private final Map<Rating, JToggleButton> ratings = new EnumMap<>(Rating.class);
	private final Map<Criterion, PresenceButton> criteria = new EnumMap<>(Criterion.class);
	private final JCheckBox invisible = new JCheckBox("Invisible through artefact (I)");
	private final ChoiceBox<LesionType> type;

	/** A square of a rating's colour. */
	private record Swatch(Color color) implements Icon {

		private static final int SIZE = 12;

		@Override
		public void paintIcon(final Component on, final Graphics g, final int x, final int y) {
			g.setColor(color);
			g.fillRect(x, y, SIZE, SIZE);
			g.setColor(RatingColor.INK);
			g.drawRect(x, y, SIZE - 1, SIZE - 1);
		}

		@Override
		public int getIconWidth() {
			return SIZE;
		}

		@Override
		public int getIconHeight() {
			return SIZE;
		}
	}

	LesionTab(final AnnotationModel model, final Runnable toSpine) {
		super(new GridBagLayout());
		final GridBagConstraints at = new GridBagConstraints(0, 0, 2, 1, 1, 0, GridBagConstraints.WEST,
			GridBagConstraints.HORIZONTAL, new Insets(1, 4, 1, 4), 0, 0);
		for (final Rating rating : Rating.values()) {
			final JToggleButton button = new JToggleButton(rating.score() + "  " + model.desk().protocol().scale().get(rating),
				new Swatch(RatingColor.of(rating)));
			button.setName(rating.key());
			button.setHorizontalAlignment(SwingConstants.LEFT);
			button.setMargin(new Insets(1, 6, 1, 6));
			button.setRequestFocusEnabled(false);
			button.addActionListener(event -> {
				if (button.isSelected()) model.rate(rating);
				else model.change((reading, segment) -> Edits.rate(reading, segment, Optional.empty()));
			});
			ratings.put(rating, button);
			add(button, at);
			at.gridy++;
		}
		invisible.setRequestFocusEnabled(false);
		invisible.addActionListener(event -> model.change((reading, segment) -> Edits.invisible(reading, segment, invisible
			.isSelected())));
		add(invisible, at);
		type = new ChoiceBox<>(LesionType.class, chosen -> model.change((reading, segment) -> Edits.type(reading, segment,
			chosen)), toSpine);
		row(at, "Type (Y)", type);
		for (final Criterion criterion : model.desk().session().criteria()) {
			final PresenceButton button = new PresenceButton(criterion.key(), false, chosen -> model.change((reading,
				segment) -> Edits.criterion(reading, segment, criterion, chosen)));
			criteria.put(criterion, button);
			row(at, criterion.key() + " (" + PanelCommands.LETTERS.get(criterion) + ")", button);
		}
		at.gridy++;
		at.weighty = 1;
		add(new JLabel(), at);
		model.listen(this::show);
	}

	private void row(final GridBagConstraints at, final String text, final JComponent field) {
		at.gridy++;
		at.gridwidth = 1;
		at.gridx = 0;
		at.weightx = 1;
		final JLabel label = new JLabel(text);
		label.setLabelFor(field);
		add(label, at);
		at.gridx = 1;
		at.weightx = 0;
		add(field, at);
		at.gridx = 0;
		at.gridwidth = 2;
	}

	private void show(final PanelState state) {
		final Finding finding = state.shown().map(ShownCase::finding).orElse(Finding.EMPTY);
		final boolean isEditable = state.shown().filter(ShownCase::isEditable).isPresent();
		ratings.forEach((rating, button) -> {
			button.setSelected(finding.rating().filter(rating::equals).isPresent());
			button.setEnabled(isEditable);
		});
		invisible.setSelected(finding.invisible());
		invisible.setEnabled(isEditable);
		type.show(finding.type());
		type.setEnabled(isEditable);
		criteria.forEach((criterion, button) -> {
			button.show(finding.criterion(criterion));
			button.setEnabled(isEditable);
		});
	}
}
