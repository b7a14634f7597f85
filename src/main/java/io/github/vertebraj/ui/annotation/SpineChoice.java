package io.github.vertebraj.ui.annotation;

import java.awt.Component;
import java.awt.GridLayout;
import java.util.Optional;

import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;

import io.github.vertebraj.reading.study.Spine;

/** How many vertebrae a spine has. */
final class SpineChoice extends JPanel {

	private static final long serialVersionUID = 1L;

	private final JComboBox<Integer> thoracic = new JComboBox<>(new Integer[] { 11, 12, 13 });
	private final JComboBox<Integer> lumbar = new JComboBox<>(new Integer[] { 4, 5, 6 });
	private final JComboBox<String> sacrum = new JComboBox<>();

	SpineChoice(final Spine shown) {
		super(new GridLayout(3, 2, 4, 2));
		for (final Spine.Sacrum way : Spine.Sacrum.values())
			sacrum.addItem(way.key());
		thoracic.setSelectedItem(shown.thoracic());
		lumbar.setSelectedItem(shown.lumbar());
		sacrum.setSelectedItem(shown.sacrum().key());
		add(new JLabel("Thoracic vertebrae"));
		add(thoracic);
		add(new JLabel("Lumbar vertebrae"));
		add(lumbar);
		add(new JLabel("Sacrum"));
		add(sacrum);
	}

	Spine spine() {
		return new Spine((Integer) thoracic.getSelectedItem(), (Integer) lumbar.getSelectedItem(), Spine.Sacrum.of(
			(String) sacrum.getSelectedItem()));
	}

	static Optional<Spine> ask(final Component parent, final Spine now) {
		final SpineChoice choice = new SpineChoice(now);
		return JOptionPane.showConfirmDialog(parent, choice, "Count of vertebrae", JOptionPane.OK_CANCEL_OPTION,
			JOptionPane.PLAIN_MESSAGE) == JOptionPane.OK_OPTION ? Optional.of(choice.spine()) : Optional.empty();
	}
}
