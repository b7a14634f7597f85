package io.github.vertebraj.ui.annotation;

import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.JTextField;
import javax.swing.SpinnerNumberModel;

import io.github.vertebraj.reading.Site;
import io.github.vertebraj.reading.study.Spine;
import io.github.vertebraj.report.DelimitedFile;
import io.github.vertebraj.ui.model.CaseTable;
import io.github.vertebraj.ui.model.NewStudy;

/** What is needed to begin a study. */
final class NewStudyForm extends JPanel {

	private static final long serialVersionUID = 1L;
	private static final String TWO = "two: conventional MRI, then with DWI";

	private final PathField folder = new PathField("folder", JFileChooser.DIRECTORIES_ONLY);
	private final JTextField name = new JTextField("My study");
	private final JTextField readers = new JTextField("reader1");
	private final PathField cases = new PathField("cases", JFileChooser.FILES_ONLY);
	private final SpineChoice spine = new SpineChoice(Spine.USUAL);
	private final JComboBox<String> sites = new JComboBox<>(new String[] { "body and posterior element", "body",
		"posterior element" });
	private final JComboBox<String> sessions = new JComboBox<>(new String[] { "one", TWO });
	private final JSpinner washout = new JSpinner(new SpinnerNumberModel(14, 0, 3650, 1));
	private final JSpinner seed = new JSpinner(new SpinnerNumberModel(1, 0, Integer.MAX_VALUE, 1));
	private final GridBagConstraints at = new GridBagConstraints(0, 0, 1, 1, 0, 0, GridBagConstraints.WEST,
		GridBagConstraints.HORIZONTAL, new Insets(2, 2, 2, 2), 0, 0);

	NewStudyForm(final Optional<Path> place) {
		super(new GridBagLayout());
		place.ifPresent(path -> folder.setText(path.toString()));
		name.setName("name");
		readers.setName("readers");
		row("Folder, new or empty", folder);
		row("Name", name);
		row("Readers, short names", readers);
		row("Cases: pseudonyms, or a table", cases);
		row("", new JLabel("<html>Table: columns case, age, sex, primary;<br>other columns of numbers are taken," +
			" of texts left out</html>"));
		row("Rated", sites);
		row("Vertebrae", spine);
		row("Sessions", sessions);
		row("Washout between sessions (days)", washout);
		row("Seed of the reading order", seed);
		sessions.addActionListener(event -> washout.setEnabled(sessions.getSelectedIndex() == 1));
		washout.setEnabled(false);
	}

	private void row(final String text, final JComponent field) {
		at.gridx = 0;
		at.weightx = 0;
		final JLabel label = new JLabel(text);
		label.setLabelFor(field);
		add(label, at);
		at.gridx = 1;
		at.weightx = 1;
		add(field, at);
		at.gridy++;
	}

	/**
	 * What was filled in.
	 *
	 * @throws IllegalArgumentException if that makes no study
	 * @throws IOException              if the table of cases cannot be read
	 */
	NewStudy value() throws IOException {
		if (folder.text().isEmpty()) throw new IllegalArgumentException("Choose a folder for the study");
		return new NewStudy(path(folder.text()), name.getText(), NewStudy.words(readers.getText()), spine.spine(),
			sitesChosen(), sessions.getSelectedIndex() == 1, (Integer) washout.getValue(), (Integer) seed.getValue(), casesOf(
				cases.text()));
	}

	private Set<Site> sitesChosen() {
		return switch (sites.getSelectedIndex()) {
			case 0 -> EnumSet.of(Site.VB, Site.PE);
			case 1 -> EnumSet.of(Site.VB);
			default -> EnumSet.of(Site.PE);
		};
	}

	/** A table, if there is such a file, else names. */
	static CaseTable casesOf(final String text) throws IOException {
		final boolean isFile = text.contains("/") || text.contains("\\") || text.toLowerCase().matches(".*\\.(csv|tsv|txt)");
		return isFile ? CaseTable.of(DelimitedFile.read(path(text))) : CaseTable.ofNames(text);
	}

	private static Path path(final String text) {
		try {
			final Path path = Path.of(text).toAbsolutePath();
			return Files.exists(path) ? path.toRealPath() : path;
		}
		catch (final InvalidPathException | IOException e) {
			throw new IllegalArgumentException("'" + text + "' is no file or folder: " + e.getMessage(), e);
		}
	}
}
