package io.github.vertebraj.ui.annotation;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import javax.swing.WindowConstants;

import io.github.vertebraj.reading.store.Desk;
import io.github.vertebraj.reading.store.StudyFolder;
import io.github.vertebraj.reading.study.LevelEdits;
import io.github.vertebraj.reading.study.Reading;
import io.github.vertebraj.reading.study.Segment;
import io.github.vertebraj.ui.image.CentreLabels;
import io.github.vertebraj.ui.image.CentreTool;
import io.github.vertebraj.ui.image.MapValues;
import io.github.vertebraj.ui.image.SeriesViewer;
import io.github.vertebraj.ui.model.AnnotationModel;
import io.github.vertebraj.ui.model.PanelState;
import io.github.vertebraj.ui.model.ShownCase;

/** The window of one reader in one session: the spine beside what is said of the selected segment. */
public final class AnnotationWindow extends JFrame implements PanelCommands.Surroundings {

	private static final long serialVersionUID = 1L;
	private static final Dimension WANTED = new Dimension(560, 720);

	private final transient AnnotationModel model;
	private final transient ExecutorService writer = Executors.newSingleThreadExecutor(AnnotationWindow::daemon);
	private final transient ExecutorService finder = Executors.newSingleThreadExecutor(AnnotationWindow::daemon);
	private final transient CaseDoor door;
	private final transient CentreTool tool;
	private final transient CentreLabels labels = new CentreLabels(finder, EventQueue::invokeLater);
	private final transient List<PanelCommand> commands;
	private final SpineView spine;
	private final NoteField note;
	private final transient Thread atExit = new Thread(this::closeAtExit);

	/** Made by the thread of the display; shows the case to go on with when it is {@linkplain #begin begun}. */
	public AnnotationWindow(final StudyFolder study, final Desk desk) {
		super("Vertebral Annotation - " + study.protocol().name() + ", " + desk.reader().id() + ", session " + desk.session()
			.number() + " (" + desk.session().name() + ")");
		model = new AnnotationModel(study, desk, writer, EventQueue::invokeLater);
		door = new CaseDoor(model, this);
		tool = new CentreTool(model);
		commands = PanelCommands.of(model, this);
		spine = new SpineView(model);
		note = new NoteField(model, spine::requestFocusInWindow);
		build();
		final SeriesViewer viewer = new SeriesViewer(finder, EventQueue::invokeLater);
		model.listen(viewer::follow);
		model.listen(labels::follow);
		setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
		addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosing(final WindowEvent event) {
				close();
			}
		});
		Runtime.getRuntime().addShutdownHook(atExit);
	}

	private static Thread daemon(final Runnable task) {
		final Thread thread = new Thread(task, "Vertebral Annotation");
		thread.setDaemon(true);
		return thread;
	}

	private void build() {
		final JPanel root = new JPanel(new BorderLayout());
		final JScrollPane column = new JScrollPane(spine, ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED,
			ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
		column.setPreferredSize(new Dimension(SpineLayout.width() + column.getVerticalScrollBar().getPreferredSize().width +
			4, 100));
		root.add(new HeaderBar(model), BorderLayout.NORTH);
		final JLabel legend = new JLabel("<html>N note, + centre, v values<br>hatched: artefact</html>");
		legend.setFont(legend.getFont().deriveFont(Font.PLAIN, legend.getFont().getSize2D() * 0.85f));
		legend.setBorder(BorderFactory.createEmptyBorder(0, 6, 0, 0));
		final JPanel left = new JPanel(new BorderLayout());
		left.add(column, BorderLayout.CENTER);
		left.add(legend, BorderLayout.SOUTH);
		root.add(left, BorderLayout.WEST);
		root.add(new DetailPanel(model, this, note, spine::requestFocusInWindow), BorderLayout.CENTER);
		root.add(new StatusBar(model, this), BorderLayout.SOUTH);
		setJMenuBar(PanelKeys.menuBar(commands));
		PanelKeys.install(root, JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, commands);
		PanelKeys.install(spine, JComponent.WHEN_FOCUSED, commands);
		setContentPane(root);
		final Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
		setSize(Math.min(WANTED.width, screen.width), Math.min(WANTED.height, screen.height));
		// at the right edge: images open at the left
		setLocation(screen.x + screen.width - getWidth(), screen.y);
	}

	/** Shows the window and opens the case to go on with. */
	public void begin() {
		StudyDoor.remember(model.study());
		setVisible(true);
		spine.requestFocusInWindow();
		if (!model.study().problems().isEmpty()) JOptionPane.showMessageDialog(this, Texts.wrapped(
			"These files of cases cannot be used and were left as they are:\n" + String.join("\n", model.study().problems()
				.stream().map(Object::toString).toList())), "Study", JOptionPane.WARNING_MESSAGE);
		door.openNext();
	}

	/** What is shown. */
	PanelState state() {
		return model.state();
	}

	void select(final Segment segment) {
		model.select(segment);
	}

	SpineView spine() {
		return spine;
	}

	List<PanelCommand> commands() {
		return commands;
	}

	@Override
	public void chooseCase() {
		CaseList.ask(this, model.desk().worklist()).ifPresent(door::open);
		spine.requestFocusInWindow();
	}

	@Override
	public void nextCase() {
		door.openFollowing();
	}

	@Override
	public void finish() {
		door.finish();
	}

	@Override
	public void reopen() {
		door.reopen();
	}

	@Override
	public void saveCopy() {
		door.saveCopy();
	}

	@Override
	public void restBenign() {
		door.restBenign();
	}

	@Override
	public void countVertebrae() {
		model.state().shown().map(ShownCase::reading).map(Reading::spine).flatMap(now -> SpineChoice.ask(this, now))
			.ifPresent(chosen -> model.edit(reading -> LevelEdits.spine(reading, chosen)));
	}

	@Override
	public void writeNote() {
		note.requestFocusInWindow();
		note.selectAll();
	}

	@Override
	public void placeCentres() {
		tool.toggle();
	}

	@Override
	public void labelImages() {
		labels.toggle();
	}

	@Override
	public void attachValues() {
		if (model.state().shown().isEmpty()) return;
		try {
			final MapValues found = MapValues.ofOpenMaps(model.state().shown().get().reading());
			if (found.edit().isEmpty() || model.edit(reading -> found.edit())) model.tell(found.message());
		}
		catch (final IllegalArgumentException e) {
			model.tell(e.getMessage());
		}
	}

	@Override
	public void showKeys() {
		final JScrollPane list = new JScrollPane(new JLabel(PanelKeys.html(commands)));
		list.setPreferredSize(new Dimension(480, Math.max(200, getHeight() - 200)));
		JOptionPane.showMessageDialog(this, list, "Keys", JOptionPane.PLAIN_MESSAGE);
	}

	@Override
	public void newStudy() {
		StudyDoor.create(this, Optional.empty()).ifPresent(this::goOver);
	}

	@Override
	public void openStudy() {
		StudyDoor.choose(this).ifPresent(this::goOver);
	}

	private void goOver(final StudyFolder study) {
		StudyDoor.askDesk(this, study).ifPresent(desk -> {
			if (close()) new AnnotationWindow(study, desk).begin();
		});
	}

	@Override
	public void addCases() {
		StudyDoor.addCases(this, model.study()).ifPresent(message -> {
			if (model.state().shown().isEmpty()) door.openNext();
			model.tell(message);
		});
	}

	/** Closes case and window; it stays when the case cannot be saved and the user wants to keep it. */
	@Override
	public boolean close() {
		if (!door.close()) return false;
		tool.putBack();
		labels.close();
		dispose();
		writer.shutdown();
		finder.shutdown();
		try {
			Runtime.getRuntime().removeShutdownHook(atExit);
		}
		catch (final IllegalStateException e) {
			// the program ends already
		}
		return true;
	}

	/** When the program ends, the case is given free; what was done is on the disk. */
	private void closeAtExit() {
		try {
			model.closeAtExit();
		}
		catch (final IOException | RuntimeException e) {
			System.err.println("Vertebral Annotation: " + e.getMessage());
		}
	}
}
