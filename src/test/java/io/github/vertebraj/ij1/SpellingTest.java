package io.github.vertebraj.ij1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

	private static final List<String> KNOWN = List.of("image", "bValues", "method", "minimumB", "maps");

	@ParameterizedTest
	@CsvSource({ "methd,method", "mehtod,method", "METHODS,method", "bvalue,bValues", "minimum,minimumB", "map,maps",
		"imge,image", "xyz,''", "q,''" })
	void findsWhatWasMeant(final String word, final String meant) {
		assertEquals(meant, Spelling.nearest(word, KNOWN).orElse(""));
	}
}
