package io.github.vertebraj.ui.annotation;

import java.awt.BorderLayout;
import java.awt.Font;

import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;

import io.github.vertebraj.ui.model.AnnotationModel;
import io.github.vertebraj.ui.model.ShownCase;

/** All that is said of the selected segment. */
final class DetailPanel extends JPanel {

	private static final long serialVersionUID = 1L;
	private static final int SCROLL_STEP = 16;

	DetailPanel(final AnnotationModel model, final PanelCommands.Surroundings window, final NoteField note,
		final Runnable toSpine)
	{
		super(new BorderLayout());
		final JTabbedPane tabs = new JTabbedPane();
		tabs.setName("details");
		tabs.setFocusable(false);
		tabs.addTab("Lesion", scrolled(new LesionTab(model, toSpine)));
		tabs.addTab("Fracture", scrolled(new FractureTab(model, toSpine)));
		tabs.addTab("Values", new ValuesTab(model, window));
		final JLabel segment = new JLabel(" ");
		segment.setName("segment");
		segment.setFont(segment.getFont().deriveFont(Font.BOLD, segment.getFont().getSize2D() * 1.3f));
		segment.setBorder(BorderFactory.createEmptyBorder(4, 6, 4, 6));
		model.listen(state -> segment.setText(state.shown().map(DetailPanel::nameOf).orElse(" ")));
		final JPanel bottom = new JPanel(new BorderLayout(4, 0));
		bottom.setBorder(BorderFactory.createEmptyBorder(4, 6, 4, 6));
		bottom.add(new JLabel("Note (N)"), BorderLayout.WEST);
		bottom.add(note, BorderLayout.CENTER);
		add(segment, BorderLayout.NORTH);
		add(tabs, BorderLayout.CENTER);
		add(bottom, BorderLayout.SOUTH);
	}

	private static JScrollPane scrolled(final JPanel content) {
		final JScrollPane scroll = new JScrollPane(content);
		scroll.setBorder(BorderFactory.createEmptyBorder());
		scroll.getVerticalScrollBar().setUnitIncrement(SCROLL_STEP);
		return scroll;
	}

	private static String nameOf(final ShownCase shown) {
		return shown.selected().level() + switch (shown.selected().site()) {
			case VB -> "  vertebral body";
			default -> "  posterior element";
		};
	}
}
