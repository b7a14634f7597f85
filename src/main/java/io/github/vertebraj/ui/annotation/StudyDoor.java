package io.github.vertebraj.ui.annotation;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.GridLayout;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.swing.BorderFactory;
import javax.swing.JComboBox;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

import io.github.vertebraj.reading.store.Desk;
import io.github.vertebraj.reading.store.StudyFolder;
import io.github.vertebraj.reading.study.Protocol;
import io.github.vertebraj.ui.model.CaseTable;
import io.github.vertebraj.ui.model.NewStudy;

import ij.Prefs;

/** Makes and opens studies, and asks who reads which session. */
public final class StudyDoor {

	private static final String OPEN = "Open study...";
	private static final String NEW = "New study...";

	/** ImageJ's preference that keeps the folder of the last study. */
	private static final String LAST = "vertebraj.study";

	/** Room for a dialog's title and buttons. */
	private static final int DIALOG_EDGE = 130;

	private StudyDoor() {}

	/** Asks whether to go on with the last study, to open another, or to make one. */
	public static Optional<StudyFolder> ask(final Component parent) {
		final Optional<Path> last = last();
		final List<String> options = new ArrayList<>(List.of(OPEN, NEW, "Cancel"));
		last.ifPresent(folder -> options.add(0, "Go on with " + folder.getFileName()));
		final int answer = JOptionPane.showOptionDialog(parent, Texts.wrapped("Readings are kept in the folder of a study." +
			last.map(folder -> "\nThe last one was " + folder).orElse("")), "Vertebral Annotation",
			JOptionPane.DEFAULT_OPTION, JOptionPane.PLAIN_MESSAGE, null, options.toArray(), options.get(0));
		if (answer < 0) return Optional.empty();
		return switch (options.get(answer)) {
			case OPEN -> choose(parent);
			case NEW -> create(parent, Optional.empty());
			case "Cancel" -> Optional.empty();
			default -> open(parent, last.get());
		};
	}

	/** The study that was open last, if it is still there. */
	private static Optional<Path> last() {
		try {
			return Optional.of(Prefs.get(LAST, "")).filter(text -> !text.isEmpty()).map(Path::of).filter(StudyFolder::isAt);
		}
		catch (final InvalidPathException e) {
			return Optional.empty(); // of another computer
		}
	}

	/** Remembers the study for the next time. */
	static void remember(final StudyFolder study) {
		Prefs.set(LAST, study.root().toAbsolutePath().toString());
	}

	/** Asks for the folder of a study, and opens it. */
	static Optional<StudyFolder> choose(final Component parent) {
		final JFileChooser chooser = new JFileChooser(last().map(Path::getParent).map(Path::toFile).orElse(null));
		chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
		chooser.setDialogTitle("Folder of the study");
		if (chooser.showDialog(parent, "Open study") != JFileChooser.APPROVE_OPTION) return Optional.empty();
		final Path folder = chooser.getSelectedFile().toPath();
		return StudyFolder.isAt(folder) ? open(parent, folder) : offer(parent, folder);
	}

	private static Optional<StudyFolder> open(final Component parent, final Path folder) {
		try {
			return Optional.of(StudyFolder.open(folder));
		}
		catch (final IOException | IllegalArgumentException e) {
			tell(parent, e);
			return Optional.empty();
		}
	}

	/** Offers to make a study where there is none. */
	public static Optional<StudyFolder> offer(final Component parent, final Path folder) {
		final Object[] options = { NEW, "Cancel" };
		return JOptionPane.showOptionDialog(parent, Texts.wrapped("There is no study in " + folder + "."),
			"Vertebral Annotation", JOptionPane.DEFAULT_OPTION, JOptionPane.QUESTION_MESSAGE, null, options, options[0]) == 0
				? create(parent, Optional.of(folder)) : Optional.empty();
	}

	/** Asks for all that a study needs, until it can be made or the user gives up. */
	static Optional<StudyFolder> create(final Component parent, final Optional<Path> place) {
		final NewStudyForm form = new NewStudyForm(place);
		while (JOptionPane.showConfirmDialog(parent, fitted(form), "New study", JOptionPane.OK_CANCEL_OPTION,
			JOptionPane.PLAIN_MESSAGE) == JOptionPane.OK_OPTION) {
			try {
				final NewStudy wanted = form.value();
				if (!confirm(parent, wanted.cases())) continue;
				return Optional.of(wanted.create());
			}
			catch (final IOException | IllegalArgumentException e) {
				tell(parent, e);
			}
		}
		return Optional.empty();
	}

	/** On a low screen it scrolls. */
	private static JScrollPane fitted(final NewStudyForm form) {
		final JScrollPane scroll = new JScrollPane(form);
		scroll.setBorder(BorderFactory.createEmptyBorder());
		final Dimension wanted = form.getPreferredSize();
		final int room = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds().height - DIALOG_EDGE;
		scroll.setPreferredSize(new Dimension(wanted.width + scroll.getVerticalScrollBar().getPreferredSize().width + 4, Math
			.min(wanted.height + 4, room)));
		return scroll;
	}

	/** Shows what a table of cases brings in, since a column of numbers may be one that must not be in a study. */
	private static boolean confirm(final Component parent, final CaseTable cases) {
		if (cases.numbers().isEmpty() && cases.leftOut().isEmpty()) return true;
		return JOptionPane.showConfirmDialog(parent, Texts.wrapped(cases.cases().size() +
			" cases.\nNumbers that are taken: " + (cases.numbers().isEmpty() ? "none" : String.join(", ", cases.numbers())) + ".\nColumns that are left out: " +
			(cases.leftOut().isEmpty() ? "none" : String.join(", ", cases.leftOut())) +
			".\nNo number may tell who a patient is."), "Cases", JOptionPane.OK_CANCEL_OPTION,
			JOptionPane.QUESTION_MESSAGE) == JOptionPane.OK_OPTION;
	}

	/**
	 * Asks for cases and adds them to a study.
	 *
	 * @return what was done, for the user; empty when nothing was
	 */
	static Optional<String> addCases(final Component parent, final StudyFolder study) {
		final PathField field = new PathField("cases", JFileChooser.FILES_ONLY);
		final JPanel panel = new JPanel(new GridLayout(2, 1));
		panel.add(new JLabel("Pseudonyms, or a table with columns case, age, sex, primary and numbers"));
		panel.add(field);
		while (JOptionPane.showConfirmDialog(parent, panel, "Add cases", JOptionPane.OK_CANCEL_OPTION,
			JOptionPane.PLAIN_MESSAGE) == JOptionPane.OK_OPTION) {
			try {
				final CaseTable cases = NewStudyForm.casesOf(field.text());
				final List<String> known = cases.cases().stream().map(one -> one.id()).filter(study.cases()::containsKey)
					.toList();
				if (!known.isEmpty()) throw new IllegalArgumentException("The study has these cases already: " + known);
				if (!confirm(parent, cases)) continue;
				declare(study, cases.numbers());
				study.saveCases(cases.cases(), "case dialog", "");
				return Optional.of(cases.cases().size() + " cases were added.");
			}
			catch (final IOException | IllegalArgumentException e) {
				tell(parent, e);
			}
		}
		return Optional.empty();
	}

	private static void declare(final StudyFolder study, final List<String> numbers) throws IOException {
		final Protocol protocol = study.protocol();
		final List<String> all = new ArrayList<>(protocol.numbers());
		numbers.stream().filter(number -> !all.contains(number)).forEach(all::add);
		if (all.size() > protocol.numbers().size()) study.changeProtocol(protocol.withNumbers(all), "case dialog",
			"cases with these numbers were added");
	}

	/** Asks who reads which session, where there is more than one of them. */
	public static Optional<Desk> askDesk(final Component parent, final StudyFolder study) {
		final Protocol protocol = study.protocol();
		if (protocol.readers().isEmpty()) {
			tell(parent, new IllegalArgumentException("The study '" + protocol.name() + "' has no readers"));
			return Optional.empty();
		}
		if (protocol.readers().size() == 1 && protocol.sessions().size() == 1) return Optional.of(study.desk(protocol
			.readers().get(0).id(), 1));
		final JComboBox<String> readers = new JComboBox<>();
		protocol.readers().forEach(reader -> readers.addItem(reader.id()));
		readers.setName("reader");
		final JComboBox<String> sessions = new JComboBox<>();
		protocol.sessions().forEach(session -> sessions.addItem(session.number() + ": " + session.name()));
		sessions.setName("session");
		final JPanel panel = new JPanel(new GridLayout(2, 2, 4, 2));
		panel.add(new JLabel("Reader"));
		panel.add(readers);
		panel.add(new JLabel("Session"));
		panel.add(sessions);
		return JOptionPane.showConfirmDialog(parent, panel, protocol.name(), JOptionPane.OK_CANCEL_OPTION,
			JOptionPane.PLAIN_MESSAGE) == JOptionPane.OK_OPTION ? Optional.of(study.desk((String) readers.getSelectedItem(),
				sessions.getSelectedIndex() + 1)) : Optional.empty();
	}

	private static void tell(final Component parent, final Exception e) {
		JOptionPane.showMessageDialog(parent, Texts.wrapped(e.getMessage()), "Vertebral Annotation",
			JOptionPane.ERROR_MESSAGE);
	}
}
