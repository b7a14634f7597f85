package io.github.vertebraj.ij1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.File;

import ij.ImagePlus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.util.Types;

/** What a macro's options become, and what is refused with which words. */
class CommandInputsTest {

	private final BatchImages images = new BatchImages();
	private final ImagePlus dwi = images.open("DWI");
	private final ImagePlus sagittal = images.open("T2 sag");
	private CommandInputs inputs;

	@BeforeEach
	void newRun() throws Exception {
		inputs = CommandInputs.of(new CommandModule(new CommandInfo(TryOut.class))).orElseThrow();
	}

	@AfterEach
	void closeImages() {
		images.close();
	}

	private void assertGiven(final String options, final String name, final Object expected) throws Exception {
		newRun();
		inputs.give(MacroOptions.parse(options));
		inputs.giveDefaults(OpenImages.active());
		assertEquals(expected, inputs.module().getInput(name), options);
	}

	private void assertRefused(final String options, final String message) {
		assertEquals(message, assertThrows(IllegalArgumentException.class, () -> {
			newRun();
			inputs.give(MacroOptions.parse(options));
			inputs.giveDefaults(OpenImages.active());
		}).getMessage(), options);
	}

	@Test
	void valuesOfEachKind() throws Exception {
		assertGiven("", "image", sagittal);
		assertGiven("image=DWI", "image", dwi);
		assertGiven("image=[T2 sag]", "image", sagittal);
		assertGiven("image=" + dwi.getID(), "image", dwi);
		assertGiven("rois=[/my rois/a.zip]", "rois", new File("/my rois/a.zip"));
		assertGiven("rois=[]", "rois", null);
		assertGiven("bvalues=[0, 500]", "bValues", "0, 500");
		assertGiven("method=weighted", "method", "weighted");
		assertGiven("method=[Mean of Map]", "method", "mean of map");
		assertGiven("minimumb=1.5", "minimumB", 1.5);
		assertGiven("minimumb=1e3", "minimumB", 1000.0);
		assertGiven("minimumb=5000", "minimumB", 5000.0);
		assertGiven("slice=3", "slice", 3);
		assertGiven("further=TRUE", "further", true);
		assertGiven("further=false", "further", false);
		assertGiven("further", "further", true);
	}

	@Test
	void keysInAnyCase() throws Exception {
		assertGiven("BVALUES=1", "bValues", "1");
		assertGiven("bValues=1", "bValues", "1");
		assertGiven("bValues=1 bvalues=1", "bValues", "1");
	}

	@Test
	void unknownKeys() {
		final String known = "image, rois, bValues, method, minimumB, slice, further, folder, end";
		assertRefused("methd=weighted", "'methd' is not an option (did you mean 'method'?); known are " + known);
		assertRefused("status=1", "'status' is not an option; known are " + known);
		assertRefused("=1", "'' is not an option; known are " + known);
		assertRefused("quite other=1", "'quite' is not an option; known are " + known +
			"; 'other' is not an option; known are " + known);
	}

	@Test
	void badValues() {
		assertRefused("minimumb=abc", "minimumB must be a number such as 1.5, but is 'abc'");
		assertRefused("minimumb=1,5", "minimumB must be a number such as 1.5, but is '1,5'");
		assertRefused("minimumb=NaN", "minimumB must be a number such as 1.5, but is 'NaN'");
		assertRefused("minimumb=1e999", "minimumB must be a number, but is Infinity");
		assertRefused("minimumb=3d", "minimumB must be a number such as 1.5, but is '3d'");
		assertRefused("minimumb=", "minimumB must be given");
		assertRefused("minimumb=-1", "minimumB must be at least 0 s/mm^2, but is -1");
		assertRefused("minimumb=5000.5", "minimumB must be at most 5000 s/mm^2, but is 5000.5");
		assertRefused("slice=2.5", "slice must be a whole number, but is '2.5'");
		assertRefused("slice=99999999999", "slice must be a whole number, but is '99999999999'");
		assertRefused("method=wieghted",
			"method must be one of log-linear, weighted, mean of map, but is 'wieghted' (did you mean 'weighted'?)");
		assertRefused("method=mean", "method must be one of log-linear, weighted, mean of map, but is 'mean'");
		assertRefused("method", "method has no value; write method=...");
		assertRefused("further=1", "further must be true or false, but is '1'");
		assertRefused("further=yes", "further must be true or false, but is 'yes'");
		assertRefused("slice=1 Slice=2", "slice is given twice");
		assertRefused("bvalues=[]", "bValues must be given");
		assertRefused("slice=x minimumb=-1",
			"slice must be a whole number, but is 'x'; minimumB must be at least 0 s/mm^2, but is -1");
	}

	@Test
	void imagesAreNeverFoundByLuck() {
		final ImagePlus twin = images.open("DWI");
		assertRefused("image=DW", "image: no open image is called 'DW' (did you mean 'DWI'?);" +
			" open are 'DWI', 'T2 sag', 'DWI'");
		assertRefused("image=DWI", "image: 2 open images are called 'DWI'; give the ID of the one that is meant (" + dwi
			.getID() + ", " + twin.getID() + "), or rename them");
		assertEquals(Integer.toString(twin.getID()), OpenImages.nameOf(twin));
		assertSame(twin, OpenImages.find(OpenImages.nameOf(twin)));
		assertEquals("T2 sag", OpenImages.nameOf(sagittal));
		images.close();
		assertRefused("image=DWI", "image: no open image is called 'DWI'; none is open");
		assertRefused("slice=1", "image must be given (Any image)");
	}

	@Test
	void nothingIsGivenWhenSomethingIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> inputs.give(MacroOptions.parse("slice=3 method=x")));
		assertEquals(0, inputs.module().getInput("slice"));
	}

	@Test
	void textsComeBackAsTheyWere() {
		final Object[] values = { "0, 500", 1.5, 1e-9, 0.1 + 0.2, 1234567.0, 7, true, new File("/a b/c"), dwi };
		for (final CommandParameter parameter : inputs.parameters())
			for (final Object value : values)
				if (Types.box(parameter.item().getType()).isInstance(value) && parameter.choices().isEmpty() && !(value instanceof
					Double number && number > 5000)) assertEquals(value, parameter.valueOf(parameter.text(value)), parameter.name());
		assertEquals("0", inputs.parameters().get(4).text(0.0));
	}

	@Test
	void valuesGivenByAScriptAreChecked() {
		inputs.module().setInput("method", "other");
		inputs.module().resolveInput("method");
		assertEquals("method must be one of log-linear, weighted, mean of map, but is 'other'", assertThrows(
			IllegalArgumentException.class, inputs::check).getMessage());
	}
}
