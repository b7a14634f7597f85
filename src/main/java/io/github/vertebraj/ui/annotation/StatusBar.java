package io.github.vertebraj.ui.annotation;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.FlowLayout;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.UIManager;

import io.github.vertebraj.ui.model.AnnotationModel;
import io.github.vertebraj.ui.model.PanelState;
import io.github.vertebraj.ui.model.SaveState;

/** What the reader should know, and whether all is on the disk; a failure stays in sight until it is over. */
final class StatusBar extends JPanel {

	private static final long serialVersionUID = 1L;
	private static final Color ALARM = new Color(0xFFE0D0);

	private final JLabel saving = new JLabel();
	private final JTextArea message = new JTextArea(2, 10);
	private final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT, 4, 0));

	StatusBar(final AnnotationModel model, final PanelCommands.Surroundings window) {
		super(new BorderLayout(6, 0));
		setBorder(BorderFactory.createEmptyBorder(3, 6, 3, 6));
		saving.setName("saving");
		message.setName("message");
		message.setEditable(false);
		message.setFocusable(false);
		message.setLineWrap(true);
		message.setWrapStyleWord(true);
		message.setOpaque(false);
		message.setFont(UIManager.getFont("Label.font"));
		final JButton again = new JButton("Try again");
		again.addActionListener(event -> model.save());
		final JButton copy = new JButton("Save a copy...");
		copy.addActionListener(event -> window.saveCopy());
		buttons.add(again);
		buttons.add(copy);
		buttons.setOpaque(false);
		add(saving, BorderLayout.WEST);
		add(message, BorderLayout.CENTER);
		add(buttons, BorderLayout.SOUTH);
		model.listen(this::show);
	}

	private void show(final PanelState state) {
		final boolean isFailed = state.saving().kind() == SaveState.Kind.FAILED;
		saving.setText(state.shown().isEmpty() ? "" : switch (state.saving().kind()) {
			case SAVED -> "saved";
			case WRITING -> "saving";
			case FAILED -> "NOT SAVED";
		});
		final String text = isFailed ? state.saving().message() + ". Nothing is lost while this window is open." : state
			.message();
		if (!text.equals(message.getText())) message.setText(text);
		setBackground(isFailed ? ALARM : UIManager.getColor("Panel.background"));
		message.setForeground(isFailed ? RatingColor.INK : UIManager.getColor("Label.foreground"));
		saving.setForeground(message.getForeground());
		buttons.setVisible(isFailed);
	}
}
