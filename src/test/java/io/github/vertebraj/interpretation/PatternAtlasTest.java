package io.github.vertebraj.interpretation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternAtlasTest {

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource({ "0.9, EQUAL", "1.1, EQUAL", "0.8999, DOWN", "1.1001, UP", "0, DOWN", "NaN, NOT_ASSESSABLE",
		"-0.5, NOT_ASSESSABLE", "Infinity, NOT_ASSESSABLE" })
	void arrowsOfRatios(final double ratio, final SignalArrow arrow) {
		assertEquals(arrow, SignalArrow.of(ratio, 0.1));
	}

	@Test
	void marginsMustBeShares() {
		for (final double margin : new double[] { -0.1, 1, Double.NaN })
			assertThrows(IllegalArgumentException.class, () -> SignalArrow.of(1, margin));
	}

	/** @param pattern as {@code T1- T2+ FS=} */
	private static Map<MrSequence, SignalArrow> seen(final String pattern) {
		final Map<MrSequence, SignalArrow> seen = new EnumMap<>(MrSequence.class);
		for (final String part : pattern.split(" ")) {
			final SignalArrow arrow = switch (part.charAt(part.length() - 1)) {
				case '-' -> SignalArrow.DOWN;
				case '+' -> SignalArrow.UP;
				case '=' -> SignalArrow.EQUAL;
				default -> SignalArrow.NOT_ASSESSABLE;
			};
			seen.put(MrSequence.of(part.substring(0, part.length() - 1)), arrow);
		}
		return seen;
	}

	private static String matches(final String pattern) {
		return String.join(" ", PatternAtlas.builtIn().matches(seen(pattern)).stream().map(match -> match.entry().id() + (match
			.isComplete() ? "" : match.unseen())).toList());
	}

	/** The entry of mixed metastases, which leaves much open, is looked at apart. */
	@ParameterizedTest
	@CsvSource({ "T1- T2-, metastasis-blastic reconversion[FS] plasma-cell[FS]",
		"T1- T2- FS-, metastasis-blastic reconversion plasma-cell", "T1- T2- FS? DWI-, metastasis-blastic",
		"T1- T2- FS= DWI= ADC=, metastasis-blastic reconversion plasma-cell",
		"T1- T2+ FS+ ADC+, metastasis-lytic fracture-oedema spondylitis", "T1- T2+ FS+ ADC=, metastasis-lytic",
		"T1+ T2+, haemangioma fatty-marrow[FS]", "T1+ T2+ FS+, haemangioma", "T1+ T2+ FS-, haemangioma fatty-marrow",
		"T1= T2=, ''", "CE+, ''", "T1? T2?, ''", "ADC-, ''" })
	void entriesOfTheAtlas(final String pattern, final String expected) {
		assertEquals(expected, matches(pattern).replaceAll(" ?metastasis-mixed(\\[.*?\\])?", ""));
	}

	@Test
	void aSequenceThatIsNotSeenIsNamed() {
		assertEquals("metastasis-mixed[DWI, ADC]", matches("T1- T2="));
		assertEquals("metastasis-mixed[ADC]", matches("T1- T2= DWI+ ADC?"));
		assertEquals("metastasis-mixed", matches("T1- T2= DWI+ ADC+"));
	}

	@Test
	void everyEntryHasASource() {
		final PatternAtlas atlas = PatternAtlas.builtIn();
		atlas.entries().forEach(entry -> assertTrue(atlas.sources().keySet().containsAll(entry.sources()), entry.id()));
		atlas.sources().keySet().forEach(key -> assertTrue(atlas.entries().stream().anyMatch(entry -> entry.sources()
			.contains(key)), key));
	}

	private static final String ENTRY = "{'id': 'a', 'finding': 'b', 'pattern': {'T1': ['up']}, 'sources': ['case-368']}";

	private void assertRefused(final String reason, final String json) throws IOException {
		final Path file = Files.writeString(folder.resolve("own.json"), json.replace('\'', '"'));
		final IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> PatternAtlas.builtIn().with(
			file));
		assertTrue(e.getMessage().startsWith("The atlas own.json"), e.getMessage());
		assertTrue(e.getMessage().contains(reason), e.getMessage());
	}

	@Test
	void namesWhatIsWrongWithAFile() throws IOException {
		final String all = "{'entries': [" + ENTRY + "]}";
		assertRefused("is not JSON", "{'entries': [");
		assertRefused("must be an object", "");
		assertRefused("must be an object", "[]");
		assertRefused("entries: must be a list of at least one", "{}");
		assertRefused("entries: must be a list", "{'entries': []}");
		assertRefused("there is no field 'entrys'", all.replace("entries", "entrys"));
		assertRefused("entry 1: must be an object", "{'entries': [3]}");
		assertRefused("entry 1: there is no field 'findings'", all.replace("finding", "findings"));
		assertRefused("entry 1, field id: must be a text", all.replace("'id': 'a', ", ""));
		assertRefused("entry 'a', field finding: must be a text", all.replace("'b'", "['b']"));
		assertRefused("entry 'a', field pattern: must be an object", all.replace("{'T1': ['up']}", "'T1'"));
		assertRefused("entry 'a', field pattern: must have at least one", all.replace("{'T1': ['up']}", "{}"));
		assertRefused("entry 'a', field pattern: There is no sequence 'T3'", all.replace("T1", "T3"));
		assertRefused("entry 'a', field pattern.T1: must be a list", all.replace("['up']", "'up'"));
		assertRefused("entry 'a', field pattern.T1: 'high' is no arrow", all.replace("up", "high"));
		assertRefused("entry 'a', field needs: [T2] must be among", all.replace("'sources'", "'needs': ['T2'], 'sources'"));
		assertRefused("entry 'a', field sources: there is no citation 'me'", all.replace("case-368", "me"));
		assertRefused("entry 'a': there are two entries", "{'entries': [" + ENTRY + "," + ENTRY + "]}");
		assertRefused("source 'me': must be a text", all.replace("{'entries'", "{'sources': {'me': ''}, 'entries'"));
	}

	@Test
	void aFileThatIsMissing() {
		assertThrows(IOException.class, () -> PatternAtlas.builtIn().with(folder.resolve("none.json")));
	}
}
