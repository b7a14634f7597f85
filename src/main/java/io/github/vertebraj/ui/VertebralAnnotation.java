package io.github.vertebraj.ui;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import io.github.vertebraj.command.VertebraCommand;
import io.github.vertebraj.reading.store.Desk;
import io.github.vertebraj.reading.store.StudyFolder;
import io.github.vertebraj.reading.study.Protocol;
import io.github.vertebraj.ui.annotation.AnnotationWindow;
import io.github.vertebraj.ui.annotation.StudyDoor;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Opens the panel in which a reader annotates spines segment by segment. */
@Plugin(type = Command.class, description = VertebralAnnotation.DESCRIPTION, menu = { @Menu(label = "Plugins"), @Menu(
	label = "VertebraJ"), @Menu(label = "Vertebral Annotation...", weight = 50) })
public class VertebralAnnotation extends VertebraCommand {

	static final String DESCRIPTION = "Opens the panel in which a reader rates spines segment by segment. Readings are kept" +
		" in the folder of a study; a new study is made here too. Needs a display.";

	@Parameter(label = "Study folder", description = "Empty asks for it, or for what a new study needs; so does a folder" +
		" without a study.", style = "directory", required = false, persist = false)
	private File study;

	@Parameter(label = "Reader", description = "Short name of the reader, as the study has it; empty asks if there are" +
		" several.", required = false, persist = false)
	private String reader = "";

	@Parameter(label = "Session", description = "Number of the session; 0 asks if there are several.", min = "0",
		persist = false)
	private int session = 0;

	@Override
	protected void execute() throws IOException {
		if (GraphicsEnvironment.isHeadless()) throw new IllegalArgumentException(
			"the panel needs a display; the readings of a study can be analysed without one");
		final Optional<Path> folder = Optional.ofNullable(study).filter(file -> !file.getPath().isBlank()).map(File::toPath);
		if (folder.isPresent() && Files.exists(folder.get()) && !Files.isDirectory(folder.get()))
			throw new IllegalArgumentException("study must be a folder, but " + folder.get() + " is a file");
		if (folder.isPresent() && StudyFolder.isAt(folder.get())) begin(StudyFolder.open(folder.get()));
		else EventQueue.invokeLater(() -> folder.map(path -> StudyDoor.offer(null, path)).orElseGet(() -> StudyDoor.ask(null))
			.ifPresent(made -> show(made, Optional.empty())));
	}

	/** Checks reader and session, and shows the panel. */
	private void begin(final StudyFolder folder) {
		final Protocol protocol = folder.protocol();
		final Optional<String> name = given(reader).or(() -> Optional.of(protocol.readers()).filter(all -> all.size() == 1)
			.map(all -> all.get(0).id()));
		name.ifPresent(protocol::reader);
		final int number = session == 0 && protocol.sessions().size() == 1 ? 1 : session;
		if (number > 0) protocol.session(number);
		final Optional<Desk> desk = number > 0 ? name.map(id -> folder.desk(id, number)) : Optional.empty();
		EventQueue.invokeLater(() -> show(folder, desk));
	}

	private static void show(final StudyFolder folder, final Optional<Desk> desk) {
		desk.or(() -> StudyDoor.askDesk(null, folder)).ifPresent(known -> new AnnotationWindow(folder, known).begin());
	}
}
