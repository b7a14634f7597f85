package io.github.vertebraj.ui.annotation;

import java.awt.BorderLayout;
import java.awt.Font;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;

import io.github.vertebraj.reading.study.Reading;
import io.github.vertebraj.reading.study.StudyCase;
import io.github.vertebraj.ui.model.AnnotationModel;
import io.github.vertebraj.ui.model.PanelState;
import io.github.vertebraj.ui.model.ShownCase;

/** Which case, and how far it and the session are. */
final class HeaderBar extends JPanel {

	private static final long serialVersionUID = 1L;

	private final JLabel title = new JLabel();
	private final JProgressBar progress = new JProgressBar();
	private final JLabel cases = new JLabel();

	HeaderBar(final AnnotationModel model) {
		super(new BorderLayout(8, 2));
		setBorder(BorderFactory.createEmptyBorder(3, 6, 3, 6));
		title.setName("case");
		title.setFont(title.getFont().deriveFont(Font.BOLD));
		progress.setName("progress");
		progress.setStringPainted(true);
		add(title, BorderLayout.CENTER);
		add(cases, BorderLayout.EAST);
		add(progress, BorderLayout.SOUTH);
		model.listen(this::show);
	}

	private void show(final PanelState state) {
		title.setText(state.shown().map(HeaderBar::text).orElse("No case is open"));
		cases.setText(state.finishedCount() + " of " + state.worklist().size() + " cases finished");
		final Reading reading = state.shown().map(ShownCase::reading).orElse(null);
		progress.setMaximum(reading == null ? 1 : reading.segments().size());
		progress.setValue(reading == null ? 0 : reading.ratedCount());
		progress.setString(state.shown().map(ShownCase::progress).orElse(""));
	}

	private static String text(final ShownCase shown) {
		final StudyCase one = shown.studyCase();
		final String age = one.ageYears().isPresent() ? Math.round(one.ageYears().getAsDouble()) + " years" : "";
		return Stream.of(one.id(), age, one.sex().map(sex -> sex.key()).orElse(""), one.primary(), shown.isFinished()
			? "finished" : "", shown.isOpen() ? "" : "only shown").filter(text -> !text.isEmpty()).collect(Collectors.joining(
				", "));
	}
}
