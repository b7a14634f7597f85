package io.github.vertebraj.ui.annotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.vertebraj.reading.FractureGrade;
import io.github.vertebraj.reading.FractureShape;
import io.github.vertebraj.reading.study.Criterion;
import io.github.vertebraj.reading.study.Edits;
import io.github.vertebraj.reading.study.LesionType;
import io.github.vertebraj.reading.study.LevelEdits.Direction;
import io.github.vertebraj.reading.study.Presence;
import io.github.vertebraj.reading.study.Rating;
import io.github.vertebraj.ui.model.AnnotationModel;
import io.github.vertebraj.ui.model.Cycle;
import io.github.vertebraj.ui.model.Move;

/** What can be done in the panel, with its keys. */
final class PanelCommands {

	/** The letters of the criteria. */
	static final Map<Criterion, String> LETTERS = Map.of(Criterion.T1_LOWER_THAN_DISC, "T", Criterion.TRABECULAE_LOST,
		"B", Criterion.STRONG_ENHANCEMENT, "E", Criterion.HALO, "H", Criterion.PARAVERTEBRAL_INFILTRATION, "P",
		Criterion.LOW_ADC, "A", Criterion.DIFFUSION_RESTRICTION, "R");

	/** What the commands begin with that go through a criterion's values backwards. */
	static final String BACKWARDS = "Criterion backwards: ";

	private static final String CASE = "Case";
	private static final String SEGMENT = "Segment";
	private static final String IMAGE = "Image";

	/** What needs the window. */
	interface Surroundings {

		void chooseCase();

		void nextCase();

		void finish();

		void reopen();

		void saveCopy();

		void restBenign();

		void countVertebrae();

		void writeNote();

		void placeCentres();

		void labelImages();

		void attachValues();

		void showKeys();

		void newStudy();

		void openStudy();

		void addCases();

		boolean close();
	}

	private final List<PanelCommand> commands = new ArrayList<>();
	private final AnnotationModel model;

	private PanelCommands(final AnnotationModel model) {
		this.model = model;
	}

	static List<PanelCommand> of(final AnnotationModel model, final Surroundings window) {
		final PanelCommands all = new PanelCommands(model);
		all.add(CASE, "Cases...", window::chooseCase, "menu L");
		all.add(CASE, "Next case", window::nextCase, "menu PAGE_DOWN");
		all.add(CASE, "Finish the case", window::finish, "menu ENTER");
		all.add(CASE, "Mark the rest probably benign", window::restBenign, "menu B");
		all.add(CASE, "Reopen a finished case...", window::reopen);
		all.add(CASE, "Save a copy...", window::saveCopy);
		all.add(CASE, "Open study...", window::openStudy);
		all.add(CASE, "New study...", window::newStudy);
		all.add(CASE, "Add cases...", window::addCases);
		all.add(CASE, "Close", window::close, "menu W");
		all.addSegment(window);
		all.addMoves();
		all.add(IMAGE, "Place centres by clicks, on or off", window::placeCentres, "C");
		all.add(IMAGE, "Remove the centre", () -> model.change((reading, segment) -> Edits.position(reading, segment, Optional
			.empty())), "shift C");
		all.add(IMAGE, "Names of the vertebrae on the images, on or off", window::labelImages, "L");
		all.add(IMAGE, "Attach values of named regions", window::attachValues, "V");
		all.add("Help", "Keys", window::showKeys, "F1");
		return List.copyOf(all.commands);
	}

	private void add(final String menu, final String text, final Runnable action, final String... keys) {
		commands.add(new PanelCommand(menu, text, List.of(keys), action));
	}

	private void addSegment(final Surroundings window) {
		for (final Rating rating : Rating.values())
			add(SEGMENT, "Rate " + model.desk().protocol().scale().get(rating), () -> model.rate(rating), String.valueOf(rating
				.score()), "NUMPAD" + rating.score());
		add(SEGMENT, "Take the rating away", () -> model.change((reading, segment) -> Edits.rate(reading, segment, Optional
			.empty())), "DELETE", "BACK_SPACE");
		add(SEGMENT, "Next unrated segment", model::nextUnrated, "U", "SPACE");
		add(SEGMENT, "Invisible through artefact", () -> model.change((reading, segment) -> Edits.invisible(reading, segment,
			!reading.finding(segment).invisible())), "I");
		add(SEGMENT, "Note", window::writeNote, "typed n", "typed N");
		for (final Criterion criterion : model.desk().session().criteria()) {
			add(SEGMENT, "Criterion: " + criterion.key(), () -> cycle(criterion, Cycle.FORWARD), LETTERS.get(criterion));
			add("", BACKWARDS + criterion.key(), () -> cycle(criterion, Cycle.BACKWARD), "shift " + LETTERS.get(
				criterion));
		}
		add(SEGMENT, "Type of the lesion", () -> model.change((reading, segment) -> Edits.type(reading, segment, Cycle.FORWARD
			.next(LesionType.class, reading.finding(segment).type()))), "Y");
		add(SEGMENT, "Shape of the fracture", () -> model.change((reading, segment) -> Edits.shape(reading, segment,
			Cycle.FORWARD.next(FractureShape.class, reading.finding(segment).shape()))), "F");
		add(SEGMENT, "Grade of the fracture", () -> model.change((reading, segment) -> Edits.grade(reading, segment,
			Cycle.FORWARD.next(FractureGrade.class, reading.finding(segment).grade()))), "G");
		add(SEGMENT, "Undo", model::undo, "menu Z");
		add(SEGMENT, "Redo", model::redo, "menu Y", "menu shift Z");
		add(SEGMENT, "Shift levels up, this one and below", () -> model.shift(Direction.UP, false), "menu UP");
		add(SEGMENT, "Shift levels down, this one and below", () -> model.shift(Direction.DOWN, false), "menu DOWN");
		add(SEGMENT, "Shift all levels up", () -> model.shift(Direction.UP, true), "menu shift UP");
		add(SEGMENT, "Shift all levels down", () -> model.shift(Direction.DOWN, true), "menu shift DOWN");
		add(SEGMENT, "Count of vertebrae...", window::countVertebrae);
	}

	private void cycle(final Criterion criterion, final Cycle cycle) {
		model.change((reading, segment) -> Edits.criterion(reading, segment, criterion, cycle.next(Presence.class, reading
			.finding(segment).criterion(criterion))));
	}

	private void addMoves() {
		add("", "Vertebra above", () -> model.move(Move.UP), "UP");
		add("", "Vertebra below", () -> model.move(Move.DOWN), "DOWN");
		add("", "Body", () -> model.move(Move.LEFT), "LEFT");
		add("", "Posterior element", () -> model.move(Move.RIGHT), "RIGHT");
		add("", "First segment", () -> model.move(Move.FIRST), "HOME");
		add("", "Last segment", () -> model.move(Move.LAST), "END");
	}
}
