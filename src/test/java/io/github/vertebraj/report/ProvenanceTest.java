package io.github.vertebraj.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

class ProvenanceTest {

	@TempDir
	Path folder;

	private static Provenance provenance() {
		final Map<String, Object> parameters = new LinkedHashMap<>();
		parameters.put("method", "weighted");
		parameters.put("minimumB", 100.5);
		parameters.put("slice", 3);
		parameters.put("limit", Double.NaN);
		parameters.put("trace", true);
		return new Provenance("ADC Map...", "1.2.3", parameters, Map.of("series UID", "1.2.840"));
	}

	@Test
	void tagsNameEachFact() {
		assertEquals("{VertebraJ command=ADC Map..., VertebraJ version=1.2.3, VertebraJ parameter method=weighted, " +
			"VertebraJ parameter minimumB=100.5, VertebraJ parameter slice=3, VertebraJ parameter limit=NaN, " +
			"VertebraJ parameter trace=true, VertebraJ source series UID=1.2.840}", provenance().asTags().toString());
	}

	@Test
	void tagsStayOnTheirLine() {
		assertEquals("a b", new Provenance("c", "1", Map.of("rois", "a\r\nb"), Map.of()).asTags().get(
			"VertebraJ parameter rois"));
	}

	@Test
	void knowsTheRunningVersion() {
		final String version = Provenance.of("c", Map.of(), Map.of()).version();
		assertTrue(version.matches("\\d+\\.\\d+\\.\\d+.*"), version);
	}

	@Test
	void refusesAParameterThatCannotBeWrittenDown() {
		final Map<String, Object> parameters = new LinkedHashMap<>();
		parameters.put("image", new Object[0]);
		assertThrows(IllegalArgumentException.class, () -> Provenance.of("c", parameters, Map.of()));
		parameters.put("image", null);
		assertThrows(IllegalArgumentException.class, () -> Provenance.of("c", parameters, Map.of()));
	}

	@Test
	void sidecarOfATableSaysHowItWasMade() throws IOException {
		final ResultTable table = ResultTable.builder("ADC", "Region", "Mean (10^-3 mm^2/s)").row("L3", 0.45).build();
		Sidecar.write(folder.resolve("adc.csv"), provenance(), table, List.of("SNR is low & b <= 1000."));
		final String text = Files.readString(folder.resolve("adc.json"));
		final JsonObject json = JsonParser.parseString(text).getAsJsonObject();
		assertEquals("[file, command, parameters, source, software, columns, rows, notes]", json.keySet().toString());
		assertEquals("\"adc.csv\"", json.get("file").toString());
		assertEquals("{\"method\":\"weighted\",\"minimumB\":100.5,\"slice\":3,\"limit\":\"NaN\",\"trace\":true}", json.get(
			"parameters").toString());
		assertEquals("{\"series UID\":\"1.2.840\"}", json.get("source").toString());
		assertEquals("1.2.3", json.getAsJsonObject("software").get("VertebraJ").getAsString());
		assertEquals("[\"Region\",\"Mean (10^-3 mm^2/s)\"]", json.get("columns").toString());
		assertEquals(1, json.get("rows").getAsInt());
		assertTrue(text.contains("SNR is low & b <= 1000."), text);
	}

	@Test
	void sidecarOfTheSameResultIsTheSame() throws IOException {
		Sidecar.write(folder.resolve("adc.png"), provenance(), List.of());
		final String first = Files.readString(folder.resolve("adc.json"));
		Sidecar.write(folder.resolve("adc.png"), provenance(), List.of());
		assertEquals(first, Files.readString(folder.resolve("adc.json")));
		assertFalse(first.contains("columns"), first);
	}

	@Test
	void sidecarTakesTheNameOfItsFile() {
		assertSidecar("adc.json", "adc.csv");
		assertSidecar("adc.json", "adc.nii.gz");
		assertSidecar("adc.v2.json", "adc.v2.csv");
		assertSidecar("adc.json", "adc");
		assertSidecar(".hidden.json", ".hidden");
		assertThrows(IllegalArgumentException.class, () -> Sidecar.pathFor(Path.of("adc.JSON")));
	}

	private void assertSidecar(final String expected, final String file) {
		assertEquals(folder.resolve(expected), Sidecar.pathFor(folder.resolve(file)));
	}
}
