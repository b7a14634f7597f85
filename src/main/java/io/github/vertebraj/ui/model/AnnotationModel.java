package io.github.vertebraj.ui.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

import io.github.vertebraj.reading.store.Desk;
import io.github.vertebraj.reading.store.OpenReading;
import io.github.vertebraj.reading.store.OpenRequest;
import io.github.vertebraj.reading.store.StudyFolder;
import io.github.vertebraj.reading.store.WorklistItem;
import io.github.vertebraj.reading.study.Edit;
import io.github.vertebraj.reading.study.Edits;
import io.github.vertebraj.reading.study.LevelEdits;
import io.github.vertebraj.reading.study.Rating;
import io.github.vertebraj.reading.study.Reading;
import io.github.vertebraj.reading.study.ReadingStatus;
import io.github.vertebraj.reading.study.Segment;

/**
 * One reader at one session: which case is on the screen, which segment is selected, and what can be done. Listeners
 * are told of each new {@link PanelState}. To be used by one thread, that of the display.
 */
public final class AnnotationModel {

	private final StudyFolder study;
	private final Desk desk;
	private final Executor worker;
	private final Executor display;
	private final List<Consumer<PanelState>> listeners = new CopyOnWriteArrayList<>();
	private PanelState state;
	/** Null while no case is open for changes. */
	private CaseWriter writer;
	private Runnable beforeLeaving = () -> {};

	/**
	 * @param worker  writes, one task after the other
	 * @param display brings what the worker tells back to the thread of the display
	 */
	public AnnotationModel(final StudyFolder study, final Desk desk, final Executor worker, final Executor display) {
		this.study = study;
		this.desk = desk;
		this.worker = worker;
		this.display = display;
		state = new PanelState(desk.worklist(), Optional.empty(), SaveState.SAVED, "");
	}

	public PanelState state() {
		return state;
	}

	public StudyFolder study() {
		return study;
	}

	public Desk desk() {
		return desk;
	}

	/** The listener is told the state as it is, and from then on each new one. */
	public void listen(final Consumer<PanelState> listener) {
		listeners.add(listener);
		listener.accept(state);
	}

	/** What is to be done before another segment or no case is shown: an editor writes down what is typed. */
	public void beforeLeaving(final Runnable action) {
		beforeLeaving = action;
	}

	private void show(final PanelState next) {
		state = next;
		listeners.forEach(listener -> listener.accept(next));
	}

	/** Tells the reader something. */
	public void tell(final String message) {
		show(state.withMessage(message));
	}

	/**
	 * Opens a case for changes at its first unrated segment; the one on the screen is closed before.
	 *
	 * @throws IOException as {@link Desk#open} and {@link #close}; the case on the screen stays then, or none is
	 */
	public void open(final String caseId, final OpenRequest request) throws IOException {
		close();
		final OpenReading file = desk.open(caseId, request);
		writer = new CaseWriter(file, worker, (source, saving) -> display.execute(() -> {
			if (source == writer) saved(saving); // not of a case that was closed since
		}));
		show(new PanelState(desk.worklist(), Optional.of(shown(caseId, first(file.reading()))), SaveState.SAVED, String.join(
			"; ", file.notices())));
	}

	/** Shows a case that cannot be opened for changes. */
	public void look(final String caseId) throws IOException {
		close();
		final Reading reading = desk.view(caseId);
		show(new PanelState(desk.worklist(), Optional.of(new ShownCase(study.studyCase(caseId), reading, first(reading),
			Optional.empty(), Optional.empty(), false)), SaveState.SAVED, ""));
	}

	private static Segment first(final Reading reading) {
		final List<Segment> unrated = reading.unrated();
		return unrated.isEmpty() ? reading.segments().get(0) : unrated.get(0);
	}

	private ShownCase shown(final String caseId, final Segment selected) {
		final Reading reading = writer.history().reading();
		final boolean isThere = reading.segments().contains(selected);
		return new ShownCase(study.studyCase(caseId), reading, isThere ? selected : first(reading), writer.history()
			.undoable().map(entry -> entry.edit()), writer.history().redoable().map(entry -> entry.edit()), true);
	}

	/**
	 * Closes the case on the screen.
	 *
	 * @throws IOException if not all could be written; it stays open
	 */
	public void close() throws IOException {
		beforeLeaving.run();
		if (writer != null) {
			try {
				writer.close();
			}
			catch (final IOException e) {
				saved(SaveState.failed(e.getMessage()));
				throw e;
			}
			writer = null;
		}
		if (state.shown().isPresent()) show(new PanelState(desk.worklist(), Optional.empty(), SaveState.SAVED, ""));
	}

	/** Closes the case on the screen without what could not be written. */
	public void abandon() {
		try {
			if (writer != null) writer.abandon();
		}
		catch (final IOException e) {
			// the lock stays: whoever opens the case next is told of it
		}
		writer = null;
		show(new PanelState(desk.worklist(), Optional.empty(), SaveState.SAVED, ""));
	}

	/** Gives the case free when the program ends, whatever thread that is; listeners are not told. */
	public void closeAtExit() throws IOException {
		if (writer != null) writer.close();
	}

	private void saved(final SaveState saving) {
		if (!saving.equals(state.saving())) show(state.withSaving(saving));
	}

	/** Tries again to write what could not be written. */
	public void save() {
		if (writer != null) writer.save();
	}

	/** Writes the reading to another place. */
	public void saveCopy(final Path file) throws IOException {
		if (writer != null) writer.saveCopy(file);
	}

	/** Selects a segment of the case on the screen. */
	public void select(final Segment segment) {
		beforeLeaving.run();
		state.shown().filter(shown -> shown.reading().segments().contains(segment)).ifPresent(shown -> show(new PanelState(
			state.worklist(), Optional.of(new ShownCase(shown.studyCase(), shown.reading(), segment, shown.undoable(), shown
				.redoable(), shown.isOpen())), state.saving(), "")));
	}

	public void move(final Move move) {
		state.shown().ifPresent(shown -> select(move.from(shown.selected(), shown.reading())));
	}

	/** Selects the next segment that is not rated, beginning again at the top. */
	public void nextUnrated() {
		state.shown().ifPresent(shown -> shown.reading().nextUnrated(shown.selected()).ifPresentOrElse(this::select,
			() -> tell("All segments are rated.")));
	}

	/** Rates the selected segment and goes on to the next one. */
	public void rate(final Rating rating) {
		if (change((reading, segment) -> Edits.rate(reading, segment, rating))) move(Move.NEXT);
	}

	/**
	 * Changes what is said of the selected segment.
	 *
	 * @return whether that could be done; else the message of the state tells why not
	 */
	public boolean change(final BiFunction<Reading, Segment, Edit> how) {
		return state.shown().isPresent() && edit(reading -> how.apply(reading, state.shown().get().selected()));
	}

	/**
	 * Changes the reading.
	 *
	 * @return whether that could be done; else the message of the state tells why not
	 */
	public boolean edit(final Function<Reading, Edit> how) {
		return step(open -> open.apply(how.apply(open.history().reading())));
	}

	private boolean step(final Consumer<CaseWriter> step) {
		if (state.shown().isEmpty()) return false;
		if (writer == null) {
			tell("The case is not open for changes.");
			return false;
		}
		try {
			step.accept(writer);
		}
		catch (final IllegalArgumentException e) {
			tell(e.getMessage());
			return false;
		}
		final ShownCase before = state.shown().get();
		final ShownCase after = shown(before.studyCase().id(), before.selected());
		show(new PanelState(state.worklist().stream().map(item -> item.caseId().equals(before.studyCase().id()) ? item(after)
			: item).toList(), Optional.of(after), state.saving(), ""));
		return true;
	}

	private static WorklistItem item(final ShownCase shown) {
		final Reading reading = shown.reading();
		return new WorklistItem(reading.key().caseId(), reading.status() == ReadingStatus.FINISHED
			? WorklistItem.State.FINISHED : WorklistItem.State.STARTED, reading.ratedCount(), reading.segments().size(),
			Optional.empty());
	}

	/** Takes the last step back, and selects the segment that it was about. */
	public void undo() {
		final Optional<Segment> where = state.shown().flatMap(ShownCase::undoable).flatMap(AnnotationModel::segmentOf);
		if (step(open -> told(open.undo(), "There is nothing to undo."))) where.ifPresent(this::select);
	}

	/** Makes the last step again that was taken back, and selects the segment that it was about. */
	public void redo() {
		final Optional<Segment> where = state.shown().flatMap(ShownCase::redoable).flatMap(AnnotationModel::segmentOf);
		if (step(open -> told(open.redo(), "There is nothing to redo."))) where.ifPresent(this::select);
	}

	private static Optional<Segment> segmentOf(final Edit edit) {
		return edit.changes().size() == 1 && edit.changes().get(0) instanceof Edit.FindingChange change ? Optional.of(change
			.segment()) : Optional.empty();
	}

	private static void told(final boolean isDone, final String otherwise) {
		if (!isDone) throw new IllegalArgumentException(otherwise);
	}

	/** Moves what was said of the selected vertebra and of all below it, or of all, by one vertebra. */
	public void shift(final LevelEdits.Direction direction, final boolean isAll) {
		edit(reading -> {
			final List<Segment> segments = reading.segments();
			final Segment from = isAll ? segments.get(0) : state.shown().get().selected();
			return LevelEdits.shift(reading, direction, from.level(), segments.get(segments.size() - 1).level());
		});
	}

	/**
	 * Finishes the case.
	 *
	 * @return false when segments are not rated; the message says which
	 */
	public boolean finish() {
		beforeLeaving.run();
		return edit(Edits::finish);
	}
}
