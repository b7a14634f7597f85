package io.github.vertebraj.ui.annotation;

import java.awt.Component;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

import javax.swing.JFileChooser;
import javax.swing.JOptionPane;

import io.github.vertebraj.reading.store.LockedException;
import io.github.vertebraj.reading.store.OpenRequest;
import io.github.vertebraj.reading.store.WashoutException;
import io.github.vertebraj.reading.store.WorklistItem;
import io.github.vertebraj.reading.study.Edits;
import io.github.vertebraj.reading.study.Reading;
import io.github.vertebraj.ui.model.AnnotationModel;
import io.github.vertebraj.ui.model.ShownCase;

/** Opens, finishes and closes cases, and asks where something stands against it. */
final class CaseDoor {

	private final AnnotationModel model;
	private final Component parent;

	CaseDoor(final AnnotationModel model, final Component parent) {
		this.model = model;
		this.parent = parent;
	}

	/** Opens the case to go on with, if any is left. */
	void openNext() {
		final Optional<String> next = model.desk().next();
		if (next.isPresent()) {
			if (!open(next.get()) && model.state().shown().isEmpty()) model.tell(
				"No case is open; choose one by Case > Cases...");
		}
		else model.tell(model.state().worklist().isEmpty() ? "The study has no cases yet: Case > Add cases..."
			: "All cases of this session are finished.");
	}

	/** Opens the first case behind the shown one, in the reader's order, that is not finished. */
	void openFollowing() {
		final Optional<String> current = model.state().shown().map(shown -> shown.studyCase().id());
		final Optional<String> following = behind(current);
		if (following.isPresent()) open(following.get());
		else openNext();
	}

	/** The next one in the reader's order that is not finished; the first of all behind none. */
	private Optional<String> behind(final Optional<String> caseId) {
		final List<WorklistItem> worklist = model.state().worklist();
		final int from = caseId.map(id -> worklist.stream().map(WorklistItem::caseId).toList().indexOf(id)).orElse(-1);
		return worklist.stream().skip(from + 1L).filter(item -> item.state() != WorklistItem.State.FINISHED && item
			.state() != WorklistItem.State.DAMAGED).map(WorklistItem::caseId).findFirst();
	}

	/** Opens a case, with a reason where one is needed, or only shows it. */
	boolean open(final String caseId) {
		if (!close()) return false;
		OpenRequest request = OpenRequest.USUAL;
		while (true) {
			try {
				model.open(caseId, request);
				return true;
			}
			catch (final WashoutException e) {
				final int answer = choose("Session not open yet", e.getMessage(), "Next case", "Give a reason...", "Cancel");
				if (answer == 0) return openBehind(caseId);
				final Optional<String> reason = answer == 1 ? askReason("Open " + caseId, "Why is it opened now?") : Optional
					.empty();
				if (reason.isEmpty()) return false;
				request = request.overridingWashout(reason.get());
			}
			catch (final LockedException e) {
				final int answer = choose("Open elsewhere", e.getMessage(), "Only look", "Take over...", "Cancel");
				if (answer == 0) return look(caseId);
				final Optional<String> reason = answer == 1 ? askReason("Take over", "Why is it taken over?") : Optional.empty();
				if (reason.isEmpty()) return false;
				request = request.takingOver(reason.get());
			}
			catch (final IOException | IllegalArgumentException e) {
				return choose("Cannot open " + caseId, e.getMessage(), "Only look", "Cancel") == 0 && look(caseId);
			}
		}
	}

	private boolean openBehind(final String caseId) {
		final Optional<String> following = behind(Optional.of(caseId));
		if (following.isPresent()) return open(following.get());
		model.tell("There is no further case behind " + caseId + ".");
		return false;
	}

	private boolean look(final String caseId) {
		try {
			model.look(caseId);
			return true;
		}
		catch (final IOException | IllegalArgumentException e) {
			JOptionPane.showMessageDialog(parent, Texts.wrapped(e.getMessage()), "Cannot read " + caseId,
				JOptionPane.ERROR_MESSAGE);
			return false;
		}
	}

	/** Closes the case on the screen. @return false when it stays open */
	boolean close() {
		while (true) {
			try {
				model.close();
				return true;
			}
			catch (final IOException e) {
				switch (choose("Not saved", e.getMessage() + ". What you did is still here.", "Try again", "Save a copy...",
					"Close without it", "Stay")) {
					case 0 -> {}
					case 1 -> saveCopy();
					case 2 -> {
						model.abandon();
						return true;
					}
					default -> {
						return false;
					}
				}
			}
		}
	}

	void saveCopy() {
		final Optional<ShownCase> shown = model.state().shown();
		if (shown.isEmpty()) return;
		final JFileChooser chooser = new JFileChooser();
		final Reading reading = shown.get().reading();
		chooser.setSelectedFile(new File(reading.key().caseId() + "-" + reading.key().reader() + "-" + reading.key()
			.session() + ".json"));
		if (chooser.showSaveDialog(parent) != JFileChooser.APPROVE_OPTION) return;
		try {
			model.saveCopy(chooser.getSelectedFile().toPath());
			model.tell("A copy was saved as " + chooser.getSelectedFile() + ".");
		}
		catch (final IOException e) {
			JOptionPane.showMessageDialog(parent, Texts.wrapped(e.getMessage()), "Not saved", JOptionPane.ERROR_MESSAGE);
		}
	}

	/** Finishes the case and opens the next; asks when segments are not rated. */
	void finish() {
		final Optional<ShownCase> shown = model.state().shown();
		if (shown.isEmpty()) return;
		final int unrated = shown.get().reading().unrated().size();
		if (shown.get().isEditable() && unrated > 0) {
			final int answer = choose("Finish " + shown.get().studyCase().id(), unrated + " of " + shown.get().reading()
				.segments().size() + " segments are not rated.", "Go to the next unrated", "Mark the rest probably benign",
				"Cancel");
			if (answer == 0) model.nextUnrated();
			if (answer != 1 || !model.edit(Edits::restBenign)) return;
		}
		if (model.finish()) openFollowing();
	}

	/** Asks, and marks the rest. */
	void restBenign() {
		final int unrated = model.state().shown().filter(ShownCase::isEditable).map(shown -> shown.reading().unrated()
			.size()).orElse(0);
		if (unrated == 0) model.tell("There is no segment to mark.");
		else if (choose("The rest", unrated + " segments that are not rated become probably benign. This is recorded as one" +
			" step, and can be undone.", "Mark them", "Cancel") == 0) model.edit(Edits::restBenign);
	}

	void reopen() {
		if (model.state().shown().filter(ShownCase::isFinished).isEmpty()) {
			model.tell("The case on the screen is not finished.");
			return;
		}
		askReason("Reopen", "Why is the finished case opened again?").ifPresent(reason -> model.edit(reading -> Edits.reopen(
			reading, reason)));
	}

	/** A reason, which goes to the audit trail; empty when cancelled. */
	private Optional<String> askReason(final String title, final String message) {
		final String reason = JOptionPane.showInputDialog(parent, Texts.wrapped(message + "\n\nReason, for the audit trail:"),
			title, JOptionPane.QUESTION_MESSAGE);
		return Optional.ofNullable(reason).map(String::strip).filter(text -> !text.isEmpty());
	}

	private int choose(final String title, final String message, final Object... options) {
		return JOptionPane.showOptionDialog(parent, Texts.wrapped(message), title, JOptionPane.DEFAULT_OPTION,
			JOptionPane.QUESTION_MESSAGE, null, options, options[0]);
	}
}
