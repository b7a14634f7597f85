package io.github.vertebraj.ij1;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;

/** The images that are open, with a window or in ImageJ's batch mode, and how a macro names one of them. */
final class OpenImages {

	private OpenImages() {}

	static List<ImagePlus> all() {
		final int[] ids = WindowManager.getIDList();
		return ids == null ? List.of() : Arrays.stream(ids).mapToObj(WindowManager::getImage).filter(Objects::nonNull)
			.toList();
	}

	/** The image that ImageJ would take: this thread's own, else the last that batch mode used, else the front one. */
	static Optional<ImagePlus> active() {
		return Optional.ofNullable(WindowManager.getTempCurrentImage()).or(() -> Optional.ofNullable(Interpreter
			.getLastBatchModeImage())).or(() -> Optional.ofNullable(WindowManager.getCurrentImage()));
	}

	/**
	 * The open image of that title or ID.
	 *
	 * @throws IllegalArgumentException when there is none, or several have that title; the open ones are listed
	 */
	static ImagePlus find(final String titleOrId) {
		final List<ImagePlus> open = all();
		final List<ImagePlus> meant = open.stream().filter(image -> titleOrId.equals(image.getTitle()) || titleOrId.equals(
			Integer.toString(image.getID()))).toList();
		if (meant.size() == 1) return meant.get(0);
		if (meant.size() > 1) throw new IllegalArgumentException(meant.size() + " open images are called '" + titleOrId +
			"'; give the ID of the one that is meant (" + meant.stream().map(image -> Integer.toString(image.getID())).collect(
				Collectors.joining(", ")) + "), or rename them");
		final List<String> titles = open.stream().map(ImagePlus::getTitle).toList();
		throw new IllegalArgumentException("no open image is called '" + titleOrId + "'" + Spelling.hint(titleOrId, titles) +
			"; " + (titles.isEmpty() ? "none is open" : "open are " + quoted(titles)));
	}

	/** What names the image so that {@link #find} finds it again: its title, or its ID when another has the same. */
	static String nameOf(final ImagePlus image) {
		final boolean isAlone = all().stream().noneMatch(other -> other != image && other.getTitle().equals(image
			.getTitle()));
		return isAlone ? image.getTitle() : Integer.toString(image.getID());
	}

	private static String quoted(final List<String> titles) {
		return titles.stream().map(title -> "'" + title + "'").collect(Collectors.joining(", "));
	}
}
