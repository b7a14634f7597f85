package io.github.vertebraj.ui.model;

import java.util.List;
import java.util.Optional;

import io.github.vertebraj.reading.store.WorklistItem;

/**
 * All that the panel shows at a moment.
 *
 * @param worklist the cases in this reader's order, the shown one as it is now
 * @param shown    the case on the screen
 * @param saving   whether all is on the disk
 * @param message  what the reader should know of the last step; empty text for nothing
 */
public record PanelState(List<WorklistItem> worklist, Optional<ShownCase> shown, SaveState saving, String message) {

	public PanelState {
		worklist = List.copyOf(worklist);
	}

	/** How many cases are finished. */
	public int finishedCount() {
		return (int) worklist.stream().filter(item -> item.state() == WorklistItem.State.FINISHED).count();
	}

	PanelState withMessage(final String newMessage) {
		return new PanelState(worklist, shown, saving, newMessage);
	}

	PanelState withSaving(final SaveState newSaving) {
		return new PanelState(worklist, shown, newSaving, message);
	}
}
