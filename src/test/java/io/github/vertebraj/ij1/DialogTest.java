package io.github.vertebraj.ij1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Menu;
import java.awt.MenuItem;
import java.awt.TextArea;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.vertebraj.ij1.CommandParameter.Kind;

import ij.Executer;
import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Menus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.plugin.frame.Recorder;
import ij.process.ByteProcessor;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleException;

/** The door of plain ImageJ with a display: menu, dialog, recorder, results, and messages. */
@Tag("display")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DialogTest {

	private Recorder recorder;

	@BeforeEach
	void openImages() throws Exception {
		Display.require();
		if (IJ.getInstance() == null) new ImageJ(ImageJ.EMBEDDED);
		MenuCommands.install(PluginsConfig.ofClassPath());
		new ImagePlus("T2 sag", new ByteProcessor(8, 6)).show();
		final ImagePlus active = new ImagePlus("DWI", new ByteProcessor(8, 6));
		active.show();
		// Without a window manager the windows are activated in no certain order, and some time later.
		EventQueue.invokeAndWait(() -> WindowManager.setCurrentWindow(active.getWindow()));
		// Java's text areas are not safe to lay out while another thread, which activates a window, writes into them.
		EventQueue.invokeAndWait(() -> recorder = new Recorder(false));
	}

	@AfterEach
	void closeAll() throws Exception {
		if (recorder == null) return; // no display
		Windows.cancelAll(); // what a failed test has left open would hold up the next one
		awaitCommand();
		EventQueue.invokeAndWait(recorder::close);
		WindowManager.closeAllWindows();
		for (final int id : Optional.ofNullable(WindowManager.getIDList()).orElse(new int[0]))
			WindowManager.getImage(id).close();
	}

	/** The commands in the recorder's window; it also records which window was activated. */
	private String recorded() {
		final TextArea text = Arrays.stream(recorder.getComponents()).filter(TextArea.class::isInstance).map(
			TextArea.class::cast).findFirst().orElseThrow();
		return text.getText().lines().filter(line -> line.startsWith("run(")).collect(Collectors.joining("\n"));
	}

	/** Chooses the command from the menu. */
	private static void choose() {
		new Executer("Try Out...", null);
	}

	private static void awaitEnd(final Dialog dialog) throws InterruptedException {
		Windows.wait("the end of " + dialog.getTitle(), () -> Optional.of(dialog).filter(open -> !open.isShowing()));
	}

	/** Waits until no command from the menu runs any more, so that it is recorded: its thread has its label. */
	private static void awaitCommand() throws InterruptedException {
		Windows.wait("the end of the command", () -> Thread.getAllStackTraces().keySet().stream().noneMatch(thread -> Menus
			.getCommands().containsKey(thread.getName())) ? Optional.of(true) : Optional.empty());
	}

	private static void await(final CompletableFuture<?> end) throws Exception {
		end.get(20, TimeUnit.SECONDS);
	}

	@Test
	void theMenuHasTheCommands() {
		final Menu menu = IntStream.range(0, IJ.getInstance().getMenuBar().getMenuCount()).mapToObj(IJ.getInstance()
			.getMenuBar()::getMenu).filter(one -> one.getLabel().equals("Plugins")).findFirst().orElseThrow();
		final Menu ours = (Menu) menu.getItem(menu.getItemCount() - 1);
		assertEquals("VertebraJ", ours.getLabel());
		final List<String> labels = IntStream.range(0, ours.getItemCount()).mapToObj(ours::getItem).map(MenuItem::getLabel)
			.toList();
		assertEquals(PluginsConfig.ofClassPath().entries().stream().map(PluginsConfig.Entry::label).toList(), labels);
	}

	/** A word is typed into every number, and OK goes off; while a required file or text is missing OK is off. */
	@TestFactory
	Stream<DynamicTest> everyCommandAsksInADialog() {
		return AllCommands.in(PlainImageJ.sharedContext()).stream().map(command -> DynamicTest.dynamicTest(CommandInputs
			.labelOf(command), () -> assertAsks(command)));
	}

	private void assertAsks(final CommandInfo command) throws InterruptedException {
		final List<CommandParameter> parameters = CommandInputs.parametersOf(command);
		final boolean isMissing = parameters.stream().anyMatch(parameter -> parameter.isRequired() && (parameter
			.kind() == Kind.FILE || parameter.kind() == Kind.TEXT && isEmpty(command, parameter)));
		final boolean hasNumber = parameters.stream().anyMatch(parameter -> parameter.kind() == Kind.NUMBER || parameter
			.kind() == Kind.WHOLE);
		new Executer(CommandInputs.labelOf(command), null);
		final Dialog dialog = Windows.dialog(CommandInputs.titleOf(command));
		assertEquals(!isMissing, Windows.button(dialog, "OK").isEnabled());
		Windows.fields(dialog).forEach(field -> field.setText("many"));
		Windows.wait("OK", () -> Optional.of(dialog).filter(open -> Windows.button(open, "OK").isEnabled() == !hasNumber));
		Windows.press(dialog, "Cancel");
		awaitCommand();
		assertEquals("", recorded());
	}

	private static boolean isEmpty(final CommandInfo command, final CommandParameter text) {
		try {
			return command.createModule().getInput(text.name()) == null;
		}
		catch (final ModuleException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void aDialogGivesTheInputsAndIsRecorded() throws Exception {
		choose();
		final Dialog dialog = Windows.dialog("Try Out");
		assertEquals("DWI", Windows.choices(dialog).get(0).getSelectedItem());
		Windows.choices(dialog).get(0).select("T2 sag");
		Windows.fields(dialog).get(0).setText("/my rois/a.zip");
		Windows.choices(dialog).get(1).select("mean of map");
		Windows.fields(dialog).get(2).setText("1.50");
		Windows.checkboxes(dialog).get(0).setState(true);
		Windows.press(dialog, "OK");
		final ResultsTable table = Windows.wait("table", () -> Optional.ofNullable(ResultsTable.getResultsTable(
			"Table of T2 sag")));
		assertEquals(1.5, table.getValue("Minimum b (s/mm^2)", 0));
		assertEquals("mean of map", table.getStringValue("Method", 0));
		assertNotNull(WindowManager.getImage("map of T2 sag"));
		assertNotNull(WindowManager.getImage("signal of T2 sag"));
		final String record = Windows.wait("record", () -> Optional.of(recorded()).filter(text -> !text.isEmpty()));
		assertEquals("run(\"Try Out...\", \"image=[T2 sag] rois=[/my rois/a.zip] bvalues=auto method=[mean of map]" +
			" minimumb=1.5 slice=0 further=true end=well\");", record);
	}

	@Test
	void aWrongValueTurnsOkOff() throws Exception {
		choose();
		final Dialog dialog = Windows.dialog("Try Out");
		assertTrue(Windows.button(dialog, "OK").isEnabled());
		Windows.fields(dialog).get(2).setText("many");
		Windows.wait("OK to be off", () -> Optional.of(dialog).filter(open -> !Windows.button(open, "OK").isEnabled()));
		assertTrue(Windows.text(dialog).contains("Minimum b must be a number such as 1.5, but is 'many'"), Windows.text(
			dialog));
		Windows.fields(dialog).get(2).setText("7");
		Windows.wait("OK to be on", () -> Optional.of(dialog).filter(open -> Windows.button(open, "OK").isEnabled()));
		Windows.press(dialog, "Cancel");
		awaitCommand();
		assertEquals("", recorded());
		assertNull(WindowManager.getImage("map of DWI"));
	}

	@Test
	void aFailedCommandSaysWhyAndIsNotRecorded() throws Exception {
		choose();
		final Dialog dialog = Windows.dialog("Try Out");
		Windows.choices(dialog).get(2).select("cancel");
		Windows.press(dialog, "OK");
		awaitEnd(dialog);
		final Dialog message = Windows.dialog("Try Out");
		Windows.press(message, "OK");
		awaitCommand();
		assertEquals("", recorded());
	}

	@Test
	void aFailedCommandStopsTheMacro() throws Exception {
		final CompletableFuture<Void> end = Windows.start(() -> IJ.runMacro(
			"run('Try Out...', 'slice=many'); rename('after');"));
		Windows.press(Windows.dialog("Macro Error"), "OK");
		await(end);
		assertNull(WindowManager.getImage("after"));
		assertFalse(Windows.isOpen("Try Out"));
	}

	@Test
	void aCancelledDialogStopsTheMacroInSilence() throws Exception {
		final CompletableFuture<Void> end = Windows.start(() -> IJ.runMacro("run('Try Out...'); rename('after');"));
		Windows.press(Windows.dialog("Try Out"), "Cancel");
		await(end);
		assertNull(WindowManager.getImage("after"));
		assertFalse(Windows.isOpen("Macro Error"));
	}

	@Test
	void aMacroIsNotAskedAndFindsWhatWasMade() throws Exception {
		await(Windows.start(() -> IJ.runMacro("""
			run('Try Out...', 'image=DWI minimumb=2');
			value = Table.get('Minimum b (s/mm^2)', 0);
			selectImage('map of DWI');
			rename('map ' + value);
			""")));
		assertNotNull(WindowManager.getImage("map 2"));
		assertEquals("", recorded());
	}

	@Test
	void oneOpenImageIsTakenWithoutAsking() throws Exception {
		WindowManager.getImage("T2 sag").close();
		choose();
		final Dialog dialog = Windows.dialog("Try Out");
		assertEquals("log-linear", Windows.choices(dialog).get(0).getSelectedItem());
		Windows.press(dialog, "OK");
		Windows.wait("table", () -> Optional.ofNullable(ResultsTable.getResultsTable("Table of DWI")));
		assertTrue(Windows.wait("record", () -> Optional.of(recorded()).filter(text -> !text.isEmpty())).startsWith(
			"run(\"Try Out...\", \"image=DWI bvalues=auto"), recorded());
	}

	@Test
	void noOpenImageIsAnError() throws Exception {
		WindowManager.getImage("T2 sag").close();
		WindowManager.getImage("DWI").close();
		choose();
		final Dialog message = Windows.dialog("Try Out");
		assertTrue(Windows.choices(message).isEmpty());
		Windows.press(message, "OK");
		awaitCommand();
	}
}
