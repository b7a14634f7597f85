package io.github.vertebraj.ij1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** The grammar of macro options, as ImageJ's recorder writes it and people type it. */
class MacroOptionsTest {

	/** Options are compared as {@code key{value}}, a word alone as {@code key}. */
	private static void assertParsed(final String options, final String expected) {
		assertEquals(expected, MacroOptions.parse(options).options().stream().map(option -> option.key() + (option
			.value() == null ? "" : "{" + option.value() + "}")).collect(Collectors.joining(" ")), options);
	}

	private static void assertRefused(final String options, final String message) {
		final String found = assertThrows(IllegalArgumentException.class, () -> MacroOptions.parse(options)).getMessage();
		assertTrue(found.contains(message), found);
	}

	@Test
	void readsOptions() {
		assertParsed("", "");
		assertParsed("  \t\n", "");
		assertParsed("a=1", "a{1}");
		assertParsed("a=1 b=x ", "a{1} b{x}");
		assertParsed("  a=1\n\tb=x", "a{1} b{x}");
		assertParsed("bValues=auto METHOD=weighted", "bValues{auto} METHOD{weighted}");
	}

	@Test
	void brackets() {
		assertParsed("image=[my series] b=2", "image{my series} b{2}");
		assertParsed("image=[]", "image{}");
		assertParsed("image=[a [b] c] b=2", "image{a [b] c} b{2}");
		assertParsed("maps=[S0, rSquared]", "maps{S0, rSquared}");
		assertParsed("image=a]b", "image{a]b}");
		assertParsed("image='my series' b=2", "image{my series} b{2}");
		assertParsed("image=it's", "image{it's}");
	}

	@Test
	void aValueIsOnlyAValue() {
		assertParsed("source=[/data/series=3 b=1/x] series=5", "source{/data/series=3 b=1/x} series{5}");
		assertParsed("image=[b=500; te=62]", "image{b=500; te=62}");
		assertParsed("output=/a=b/c.csv", "output{/a=b/c.csv}");
	}

	@Test
	void emptyValuesAndWordsAlone() {
		assertParsed("a= b=2", "a{} b{2}");
		assertParsed("a=", "a{}");
		assertParsed("flag a=1", "flag a{1}");
		assertParsed("a=1 flag", "a{1} flag");
		assertParsed("a = 1", "a {} 1");
	}

	@Test
	void unfinishedValuesAreRefused() {
		assertRefused("image=[my series", "'image' has no closing bracket: image=[my series");
		assertRefused("image=[a [b] c=1", "no closing bracket");
		assertRefused("image='my series", "'image' has no closing quote");
		assertRefused("image=[a]b=2", "A blank is missing after image=[a]");
	}
}
