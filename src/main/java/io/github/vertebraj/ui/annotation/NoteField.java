package io.github.vertebraj.ui.annotation;

import java.awt.event.ActionEvent;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyEvent;
import java.util.Optional;

import javax.swing.AbstractAction;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.Timer;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

import io.github.vertebraj.reading.study.Edits;
import io.github.vertebraj.reading.study.Segment;
import io.github.vertebraj.ui.model.AnnotationModel;
import io.github.vertebraj.ui.model.PanelState;
import io.github.vertebraj.ui.model.ShownCase;

/**
 * The note on the selected segment. It is written down when another field or segment is chosen, on Enter, and when
 * typing pauses.
 */
final class NoteField extends JTextField {

	private static final long serialVersionUID = 1L;
	private static final int PAUSE_MS = 1500;

	private final transient AnnotationModel model;
	private final Timer pause = new Timer(PAUSE_MS, event -> write());
	private transient Segment segment;
	private String written = "";
	private boolean isShowing;

	/** @param back where the focus goes on Enter and Escape */
	NoteField(final AnnotationModel model, final Runnable back) {
		super(20);
		this.model = model;
		setName("note");
		getAccessibleContext().setAccessibleName("Note");
		pause.setRepeats(false);
		getDocument().addDocumentListener(new DocumentListener() {

			@Override
			public void insertUpdate(final DocumentEvent event) {
				typed();
			}

			@Override
			public void removeUpdate(final DocumentEvent event) {
				typed();
			}

			@Override
			public void changedUpdate(final DocumentEvent event) {
				typed();
			}
		});
		addFocusListener(new FocusAdapter() {

			@Override
			public void focusLost(final FocusEvent event) {
				write();
			}
		});
		addActionListener(event -> {
			write();
			back.run();
		});
		getInputMap().put(KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), "back");
		getActionMap().put("back", new AbstractAction() {

			private static final long serialVersionUID = 1L;

			@Override
			public void actionPerformed(final ActionEvent event) {
				setText(written);
				back.run();
			}
		});
		model.beforeLeaving(this::write);
		model.listen(this::show);
	}

	private void typed() {
		if (!isShowing) pause.restart();
	}

	private void write() {
		pause.stop();
		final String text = getText().strip();
		if (segment == null || text.equals(written)) return;
		written = text;
		final Segment of = segment;
		model.edit(reading -> Edits.note(reading, of, text));
	}

	private void show(final PanelState state) {
		final Optional<ShownCase> shown = state.shown();
		setEnabled(shown.isPresent());
		setEditable(shown.filter(ShownCase::isEditable).isPresent());
		final Segment selected = shown.map(ShownCase::selected).orElse(null);
		final String note = shown.map(now -> now.finding().note()).orElse("");
		final boolean isTyping = selected != null && selected.equals(segment) && note.equals(written);
		segment = selected;
		if (isTyping) return; // what is being typed stays
		written = note;
		isShowing = true;
		setText(note);
		isShowing = false;
	}
}
