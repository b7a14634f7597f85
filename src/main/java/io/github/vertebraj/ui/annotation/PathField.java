package io.github.vertebraj.ui.annotation;

import java.awt.BorderLayout;
import java.io.File;

import javax.swing.JButton;
import javax.swing.JFileChooser;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** A text that may be a file or folder, with a button to look for it. */
final class PathField extends JPanel {

	private static final long serialVersionUID = 1L;
	private static final int COLUMNS = 26;

	private final JTextField text = new JTextField(COLUMNS);

	/** @param mode {@link JFileChooser#FILES_ONLY} or {@link JFileChooser#DIRECTORIES_ONLY} */
	PathField(final String name, final int mode) {
		super(new BorderLayout(4, 0));
		text.setName(name);
		final JButton browse = new JButton("...");
		browse.setToolTipText("Look for it");
		browse.addActionListener(event -> {
			final JFileChooser chooser = new JFileChooser(new File(text()));
			chooser.setFileSelectionMode(mode);
			if (chooser.showDialog(this, "Choose") == JFileChooser.APPROVE_OPTION) text.setText(chooser.getSelectedFile()
				.getPath());
		});
		add(text, BorderLayout.CENTER);
		add(browse, BorderLayout.EAST);
	}

	String text() {
		return text.getText().strip();
	}

	void setText(final String value) {
		text.setText(value);
	}
}
