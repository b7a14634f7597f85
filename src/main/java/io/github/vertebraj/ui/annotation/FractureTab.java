package io.github.vertebraj.ui.annotation;

import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.Map;
import java.util.TreeMap;

import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

import io.github.vertebraj.reading.FractureGrade;
import io.github.vertebraj.reading.FractureShape;
import io.github.vertebraj.reading.study.Edits;
import io.github.vertebraj.reading.study.Finding;
import io.github.vertebraj.reading.study.FractureSign;
import io.github.vertebraj.reading.study.Modality;
import io.github.vertebraj.reading.study.SignAt;
import io.github.vertebraj.ui.model.AnnotationModel;
import io.github.vertebraj.ui.model.PanelState;
import io.github.vertebraj.ui.model.ShownCase;

/** Shape, grade and signs of a fracture, by modality. */
final class FractureTab extends JPanel {

	private static final long serialVersionUID = 1L;

	private final ChoiceBox<FractureShape> shape;
	private final ChoiceBox<FractureGrade> grade;
	private final transient Map<SignAt, PresenceButton> signs = new TreeMap<>();

	FractureTab(final AnnotationModel model, final Runnable toSpine) {
		super(new GridBagLayout());
		shape = new ChoiceBox<>(FractureShape.class, chosen -> model.change((reading, segment) -> Edits.shape(reading,
			segment, chosen)), toSpine);
		grade = new ChoiceBox<>(FractureGrade.class, chosen -> model.change((reading, segment) -> Edits.grade(reading,
			segment, chosen)), toSpine);
		final GridBagConstraints at = new GridBagConstraints(0, 0, 1, 1, 1, 0, GridBagConstraints.WEST,
			GridBagConstraints.HORIZONTAL, new Insets(1, 4, 1, 2), 0, 0);
		row(at, "Shape (F)", shape);
		row(at, "Grade (G)", grade);
		for (final Modality modality : Modality.values())
			cell(at, modality.ordinal() + 1, new JLabel(modality.key(), JLabel.CENTER));
		at.gridy++;
		for (final FractureSign sign : FractureSign.values()) {
			cell(at, 0, new JLabel(sign.key()));
			for (final Modality modality : Modality.values()) {
				final SignAt place = new SignAt(sign, modality);
				final PresenceButton button = new PresenceButton(sign.key() + ", " + modality.key(), true, chosen -> model.change(
					(reading, segment) -> Edits.sign(reading, segment, place, chosen)));
				signs.put(place, button);
				cell(at, modality.ordinal() + 1, button);
			}
			at.gridy++;
		}
		at.weighty = 1;
		cell(at, 0, new JLabel());
		model.listen(this::show);
	}

	private void row(final GridBagConstraints at, final String text, final JComponent field) {
		cell(at, 0, new JLabel(text));
		at.gridwidth = 3;
		cell(at, 1, field);
		at.gridwidth = 1;
		at.gridy++;
	}

	private void cell(final GridBagConstraints at, final int column, final JComponent content) {
		at.gridx = column;
		at.weightx = column == 0 ? 1 : 0;
		add(content, at);
	}

	private void show(final PanelState state) {
		final Finding finding = state.shown().map(ShownCase::finding).orElse(Finding.EMPTY);
		final boolean isEditable = state.shown().filter(ShownCase::isEditable).isPresent();
		shape.show(finding.shape());
		grade.show(finding.grade());
		shape.setEnabled(isEditable);
		grade.setEnabled(isEditable);
		signs.forEach((place, button) -> {
			button.show(finding.sign(place.sign(), place.modality()));
			button.setEnabled(isEditable);
		});
	}
}
