package io.github.vertebraj.ui.annotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.awt.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import javax.swing.JDialog;

import io.github.vertebraj.ij1.Display;
import io.github.vertebraj.reading.store.StudyFolder;
import io.github.vertebraj.ui.VertebralAnnotation;
import io.github.vertebraj.ui.model.ExampleStudy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** The way to the panel: study, reader and session, given or asked for. */
@Tag("display")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AnnotationCommandTest {

	@TempDir
	private Path folder;
	private Context context;
	private Screen screen;

	@BeforeEach
	void open() throws Exception {
		Display.require();
		context = new Context(CommandService.class);
		screen = new Screen();
	}

	@AfterEach
	void close() throws Exception {
		if (context == null) return;
		context.dispose();
		final Optional<AnnotationWindow> open = Screen.inDisplay(AnnotationCommandTest::window);
		if (open.isPresent()) assertTrue(Screen.inDisplay(open.get()::close));
	}

	private static Optional<AnnotationWindow> window() {
		return Arrays.stream(Window.getWindows()).filter(AnnotationWindow.class::isInstance).map(AnnotationWindow.class::cast)
			.filter(Window::isShowing).findFirst();
	}

	private CommandModule run(final Map<String, Object> inputs) throws Exception {
		return context.service(CommandService.class).run(VertebralAnnotation.class, true, inputs).get();
	}

	private String title() throws Exception {
		Screen.waitFor("the panel", () -> window().filter(open -> open.state().shown().isPresent()).isPresent());
		return Screen.inDisplay(() -> window().orElseThrow().getTitle());
	}

	private void assertRefused(final String expected, final Map<String, Object> inputs) throws Exception {
		final CommandModule run = run(inputs);
		assertTrue(run.isCanceled(), expected);
		assertTrue(run.getCancelReason().contains(expected), run.getCancelReason());
	}

	@Test
	void whatIsGivenIsNotAskedFor() throws Exception {
		ExampleStudy.create(folder);
		run(Map.of("study", folder.toFile(), "reader", "lee", "session", 1));
		assertEquals("Vertebral Annotation - DWI, lee, session 1 (conventional MRI)", title());
	}

	@Test
	void readerAndSessionAreAskedFor() throws Exception {
		ExampleStudy.create(folder);
		run(Map.of("study", folder.toFile()));
		screen.answer(Screen.dialog("DWI"), "OK");
		assertTrue(title().contains("kim, session 1"), title());
	}

	@Test
	void aWrongReaderSessionOrFolderIsRefused() throws Exception {
		ExampleStudy.create(folder);
		assertRefused("has no reader 'kom'; it has [kim, lee]", Map.of("study", folder.toFile(), "reader", "kom"));
		assertRefused("has no session 3; it has 2", Map.of("study", folder.toFile(), "session", 3));
		assertRefused("must be a folder", Map.of("study", folder.resolve("protocol.json").toFile()));
		Files.writeString(folder.resolve("protocol.json"), "{");
		assertRefused("Cannot use " + folder.resolve("protocol.json"), Map.of("study", folder.toFile()));
	}

	@Test
	void aStudyIsMadeWhereThereIsNone() throws Exception {
		final Path place = folder.resolve("new study");
		run(Map.of("study", place.toFile()));
		final JDialog offer = Screen.dialog("Vertebral Annotation");
		EventQueue.invokeLater(Screen.button(offer, "New study...")::doClick);
		final JDialog form = Screen.dialog("New study");
		Screen.write(form.getContentPane(), "cases", "A1 A2 A3");
		EventQueue.invokeLater(Screen.button(form, "OK")::doClick);
		assertTrue(title().contains("My study, reader1, session 1"), title());
		assertEquals(3, StudyFolder.open(place).cases().size());
	}

	@Test
	void theLastStudyIsOffered() throws Exception {
		final Path place = folder.resolve("spines 2026");
		ExampleStudy.create(place);
		run(Map.of("study", place.toFile(), "reader", "kim", "session", 1));
		assertTrue(title().contains("kim"));
		assertTrue(Screen.inDisplay(window().orElseThrow()::close));
		run(Map.of());
		final JDialog ask = Screen.dialog("Vertebral Annotation");
		EventQueue.invokeLater(Screen.button(ask, "Go on with spines 2026")::doClick);
		screen.answer(Screen.dialog("DWI"), "OK");
		assertTrue(title().contains("kim, session 1"), title());
	}

	@Test
	void aMistakeInTheFormIsToldAndCanBeMended() throws Exception {
		final Path place = folder.resolve("study");
		run(Map.of("study", place.toFile()));
		final JDialog offer = Screen.dialog("Vertebral Annotation");
		EventQueue.invokeLater(Screen.button(offer, "New study...")::doClick);
		final JDialog form = Screen.dialog("New study");
		EventQueue.invokeLater(Screen.button(form, "OK")::doClick); // no case is named
		screen.answer(Screen.dialog("Vertebral Annotation"), "OK");
		final JDialog again = Screen.dialog("New study");
		screen.answer(again, "Cancel");
		assertTrue(Files.notExists(place));
	}
}
