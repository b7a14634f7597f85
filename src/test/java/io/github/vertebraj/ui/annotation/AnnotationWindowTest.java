package io.github.vertebraj.ui.annotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JProgressBar;
import javax.swing.JTextArea;
import javax.swing.RepaintManager;

import io.github.vertebraj.ij1.Display;
import io.github.vertebraj.reading.store.StudyFolder;
import io.github.vertebraj.reading.store.WorklistItem;
import io.github.vertebraj.reading.study.Criterion;
import io.github.vertebraj.reading.study.Finding;
import io.github.vertebraj.reading.study.Presence;
import io.github.vertebraj.reading.study.Rating;
import io.github.vertebraj.reading.study.Reading;
import io.github.vertebraj.reading.study.Segment;
import io.github.vertebraj.ui.model.ExampleStudy;
import io.github.vertebraj.ui.model.SaveState;
import io.github.vertebraj.ui.model.ShownCase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The panel in a real window, with keys and mouse. */
@Tag("display")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AnnotationWindowTest {

	@TempDir
	private Path folder;
	private Screen screen;
	private AnnotationWindow window;

	@BeforeEach
	void open() throws Exception {
		Display.require();
		screen = new Screen();
		ExampleStudy.create(folder);
		begin();
	}

	private void begin() throws Exception {
		final StudyFolder study = StudyFolder.open(folder);
		window = Screen.inDisplay(() -> new AnnotationWindow(study, study.desk("kim", 1)));
		EventQueue.invokeLater(window::begin);
		Screen.waitFor("the spine", () -> window.isShowing() && window.state().shown().isPresent());
		focus();
	}

	private void focus() throws Exception {
		screen.click(window.spine(), new Rectangle(0, 0, 4, 4));
		Screen.waitFor("the focus", () -> window.spine().isFocusOwner());
	}

	@AfterEach
	void close() throws Exception {
		if (window == null) return;
		assertTrue(Screen.inDisplay(window::close));
	}

	private ShownCase shown() throws Exception {
		return Screen.inDisplay(() -> window.state().shown().orElseThrow());
	}

	private Finding finding(final String segment) throws Exception {
		return shown().reading().finding(Segment.of(segment));
	}

	private String text(final String name) throws Exception {
		return Screen.inDisplay(() -> {
			final var found = Screen.named(window.getContentPane(), name);
			return found instanceof JLabel label ? label.getText() : found instanceof JProgressBar bar ? bar.getString()
				: ((JTextArea) found).getText();
		});
	}

	@Test
	void keysRateAndAdvance() throws Exception {
		screen.type("210");
		assertEquals(Optional.of(Rating.METASTASIS), finding("C1_VB").rating());
		assertEquals(Optional.of(Rating.DOUBTFUL), finding("C1_PE").rating());
		assertEquals(Optional.of(Rating.BENIGN), finding("C2_VB").rating());
		assertEquals("C2_PE", shown().selected().name());
		assertEquals("3 of 53 rated", text("progress"));
		assertEquals("C2  posterior element", text("segment"));
		Screen.waitFor("saving", () -> window.state().saving().kind() == SaveState.Kind.SAVED);
		assertEquals("saved", text("saving"));
		assertEquals(3, StudyFolder.open(folder).desk("kim", 1).view(shown().studyCase().id()).ratedCount());
	}

	@Test
	void keysMoveAndSayCriteria() throws Exception {
		screen.press(KeyEvent.VK_DOWN);
		screen.press(KeyEvent.VK_RIGHT);
		assertEquals("C2_PE", shown().selected().name());
		screen.type("hbbi");
		assertEquals(Optional.of(Presence.PRESENT), finding("C2_PE").criterion(Criterion.HALO));
		assertEquals(Optional.of(Presence.ABSENT), finding("C2_PE").criterion(Criterion.TRABECULAE_LOST));
		assertTrue(finding("C2_PE").invisible());
		screen.type("a"); // not looked at in this session
		assertTrue(finding("C2_PE").criterion(Criterion.LOW_ADC).isEmpty());
		screen.press(KeyEvent.VK_SHIFT, KeyEvent.VK_B);
		assertEquals(Optional.of(Presence.PRESENT), finding("C2_PE").criterion(Criterion.TRABECULAE_LOST));
		screen.press(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
		assertEquals(Optional.of(Presence.ABSENT), finding("C2_PE").criterion(Criterion.TRABECULAE_LOST));
		screen.press(KeyEvent.VK_CONTROL, KeyEvent.VK_Y);
		assertEquals(Optional.of(Presence.PRESENT), finding("C2_PE").criterion(Criterion.TRABECULAE_LOST));
		screen.type("u");
		assertEquals("C3_VB", shown().selected().name());
	}

	@Test
	void theMouseSelectsAndRates() throws Exception {
		final Segment l3 = Segment.of("L3_PE");
		screen.click(window.spine(), Screen.inDisplay(() -> window.spine().boundsOf(l3)));
		assertEquals(l3, shown().selected());
		screen.click(Screen.named(window.getContentPane(), "doubtful"));
		assertEquals(Optional.of(Rating.DOUBTFUL), finding("L3_PE").rating());
		assertEquals("L4_VB", shown().selected().name());
		screen.type("2"); // the keys still go to the spine
		assertEquals(Optional.of(Rating.METASTASIS), finding("L4_VB").rating());
	}

	@Test
	void aNoteTakesTheKeysAndIsKept() throws Exception {
		screen.type("n");
		Screen.waitFor("the note", () -> Screen.named(window.getContentPane(), "note").isFocusOwner());
		screen.type("at 2 h");
		assertTrue(finding("C1_VB").rating().isEmpty());
		screen.press(KeyEvent.VK_ENTER);
		assertEquals("at 2 h", finding("C1_VB").note());
		Screen.waitFor("the focus", () -> window.spine().isFocusOwner());
		screen.type("n");
		Screen.waitFor("the note", () -> Screen.named(window.getContentPane(), "note").isFocusOwner());
		screen.press(KeyEvent.VK_END);
		screen.type("x");
		final String caseId = shown().studyCase().id();
		assertTrue(Screen.inDisplay(window::close)); // while typing
		assertEquals("at 2 hx", StudyFolder.open(folder).desk("kim", 1).view(caseId).finding(Segment.of("C1_VB")).note());
		assertFalse(Files.exists(folder.resolve("readings/kim/session-1/" + caseId + ".lock")));
	}

	@Test
	void finishingAsksAndOpensTheNext() throws Exception {
		final String first = shown().studyCase().id();
		screen.type("2");
		screen.press(KeyEvent.VK_CONTROL, KeyEvent.VK_ENTER);
		screen.answer(Screen.dialog("Finish " + first), "Cancel");
		assertFalse(shown().isFinished());
		focus();
		screen.press(KeyEvent.VK_CONTROL, KeyEvent.VK_ENTER);
		screen.answer(Screen.dialog("Finish " + first), "Mark the rest probably benign");
		Screen.waitFor("the next case", () -> window.state().shown().filter(shown -> !shown.studyCase().id().equals(first))
			.isPresent());
		final Reading finished = StudyFolder.open(folder).desk("kim", 1).view(first);
		assertEquals(53, finished.ratedCount());
		assertEquals(Optional.of(Rating.METASTASIS), finished.rating(Segment.of("C1_VB")));
		assertEquals(0, shown().reading().ratedCount());
	}

	@Test
	void closingLosesNothingAndReopeningGoesOn() throws Exception {
		screen.type("012");
		final Reading before = shown().reading();
		assertTrue(Screen.inDisplay(window::close));
		begin();
		assertEquals(before, shown().reading());
		assertEquals("C2_PE", shown().selected().name());
	}

	@Test
	void whatCannotBeSavedIsShownAndAskedFor() throws Exception {
		final Path lock = folder.resolve("readings/kim/session-1/" + shown().studyCase().id() + ".lock");
		final byte[] ours = Files.readAllBytes(lock);
		Files.delete(lock);
		screen.type("2");
		Screen.waitFor("the failure", () -> window.state().saving().kind() == SaveState.Kind.FAILED);
		assertEquals("NOT SAVED", text("saving"));
		assertTrue(text("message").contains("its lock file is gone"), text("message"));
		EventQueue.invokeLater(window::close);
		screen.answer(Screen.dialog("Not saved"), "Stay");
		assertTrue(window.isShowing());
		Files.write(lock, ours);
		assertTrue(Screen.inDisplay(window::close));
		assertEquals(1, StudyFolder.open(folder).desk("kim", 1).worklist().stream().mapToInt(item -> item.rated()).sum());
	}

	@Test
	void aFolderThatCannotBeWrittenIsTold() throws Exception {
		assertTrue(Screen.inDisplay(window::close));
		final Path blocked = folder.resolve("blocked");
		final StudyFolder study = ExampleStudy.create(blocked);
		Files.writeString(blocked.resolve("readings"), "a file where a folder should be");
		window = Screen.inDisplay(() -> new AnnotationWindow(study, study.desk("kim", 1)));
		EventQueue.invokeLater(window::begin);
		final JDialog told = Screen.dialog("Cannot open " + study.desk("kim", 1).worklist().get(0).caseId());
		screen.answer(told, "Cancel");
		assertTrue(window.isShowing());
		assertEquals("No case is open", text("case"));
		Screen.waitFor("the message", () -> window.state().message().startsWith("No case is open; choose one"));
	}

	@Test
	void anotherWindowMayOnlyLook() throws Exception {
		screen.type("2");
		final StudyFolder study = StudyFolder.open(folder);
		final AnnotationWindow other = Screen.inDisplay(() -> new AnnotationWindow(study, study.desk("kim", 1)));
		EventQueue.invokeLater(other::begin);
		final JDialog locked = Screen.dialog("Open elsewhere");
		screen.answer(locked, "Only look");
		Screen.waitFor("the case", () -> other.state().shown().isPresent());
		assertFalse(Screen.inDisplay(() -> other.state().shown().orElseThrow().isEditable()));
		assertTrue(Screen.inDisplay(other::close));
	}

	@Test
	void sessionTwoAsksForAReasonWhileTheWashoutLasts() throws Exception {
		screen.type("2");
		final StudyFolder study = StudyFolder.open(folder);
		final AnnotationWindow second = Screen.inDisplay(() -> new AnnotationWindow(study, study.desk("kim", 2)));
		EventQueue.invokeLater(second::begin);
		final List<String> order = study.desk("kim", 2).worklist().stream().map(WorklistItem::caseId).toList();
		final JDialog refused = Screen.dialog("Session not open yet");
		EventQueue.invokeLater(Screen.button(refused, "Next case")::doClick);
		Screen.waitFor("the end of the first question", () -> !refused.isShowing());
		EventQueue.invokeLater(Screen.button(Screen.dialog("Session not open yet"), "Give a reason...")::doClick);
		final JDialog reason = Screen.dialog("Open " + order.get(1));
		Screen.write(reason, "pilot");
		screen.answer(reason, "OK");
		Screen.waitFor("the case", () -> second.state().shown().isPresent());
		assertEquals(0, Screen.inDisplay(() -> second.state().shown().orElseThrow().reading().ratedCount()));
		assertTrue(Files.readString(folder.resolve("readings/kim/session-2/" + Screen.inDisplay(() -> second.state().shown()
			.orElseThrow().studyCase().id()) + ".trail.jsonl")).contains("pilot"));
		assertTrue(Screen.inDisplay(second::close));
	}

	/** From the key's event to the end of painting; printed, for slow computers must not fail. */
	@Test
	void aKeyIsPaintedSoon() throws Exception {
		final double[] ms = new double[100];
		for (int i = 0; i < ms.length; i++) {
			final int code = KeyEvent.VK_0 + i % 3;
			Screen.waitFor("saving", () -> window.state().saving().kind() == SaveState.Kind.SAVED); // nobody types faster
			ms[i] = Screen.inDisplay(() -> {
				final long start = System.nanoTime();
				window.spine().dispatchEvent(new KeyEvent(window.spine(), KeyEvent.KEY_PRESSED, System.currentTimeMillis(), 0,
					code, (char) code));
				RepaintManager.currentManager(window.spine()).paintDirtyRegions();
				return (System.nanoTime() - start) / 1e6;
			});
		}
		Arrays.sort(ms);
		System.out.printf("key press to paint: median %.1f ms, 95 %% %.1f ms, most %.1f ms%n", ms[50], ms[95], ms[99]);
		assertTrue(shown().reading().ratedCount() > 50);
	}

	@Test
	void aStudyIsMadeByTheForm() throws Exception {
		final NewStudyForm form = Screen.inDisplay(() -> new NewStudyForm(Optional.of(folder.resolve("new"))));
		Screen.write(form, "readers", "ann, bob");
		Screen.write(form, "cases", "A1 A2");
		final StudyFolder made = form.value().create();
		assertEquals(2, made.cases().size());
		assertEquals(1, made.protocol().sessions().size());
		final Path table = Files.writeString(folder.resolve("cases.csv"), "case;age;BMI\nB1;61;22,5\n");
		Screen.write(form, "cases", table.toString());
		assertEquals(22.5, form.value().cases().cases().get(0).numbers().get("BMI"));
		Screen.write(form, "cases", folder.resolve("none.csv").toString());
		assertTrue(messageOf(form).contains("there is no such file"), messageOf(form));
	}

	private static String messageOf(final NewStudyForm form) {
		try {
			return form.value().toString();
		}
		catch (final IOException | IllegalArgumentException e) {
			return e.getMessage();
		}
	}
}
