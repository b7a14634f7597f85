package io.github.vertebraj.dualenergy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.Gson;

/**
 * The data file {@code attenuation.json}: attenuation tables, and the materials that are made of them.
 *
 * @param materials by their keys, in the order of the file
 * @param aliases   by other names that materials have
 */
record MaterialFile(Map<String, Material> materials, Map<String, Material> aliases) {

	/** What the file holds: it is read once. */
	static final MaterialFile KNOWN = of(read());

	/** The shape of the file. */
	private record Content(String source, Table[] tables, Entry[] materials) {}

	private record Table(String id, double[] keV, double[] massAttenuation) {}

	private record Entry(String key, String name, double density, String table, Map<String, Double> massFractions,
		String[] aliases, String citation)
	{}

	MaterialFile {
		materials = Collections.unmodifiableMap(new LinkedHashMap<>(materials));
		aliases = Map.copyOf(aliases);
	}

	private static MaterialFile of(final Content content) {
		final Map<String, MassAttenuation> tables = new LinkedHashMap<>();
		for (final Table table : content.tables)
			tables.put(table.id, new AttenuationTable(table.keV, table.massAttenuation));
		final Map<String, Material> materials = new LinkedHashMap<>();
		final Map<String, Material> aliases = new LinkedHashMap<>();
		for (final Entry entry : content.materials) {
			final MassAttenuation attenuation = entry.table == null ? mixture(entry.massFractions, tables) : tables.get(
				entry.table);
			final Material material = new Material(entry.key, entry.name, entry.density, attenuation, entry.citation + "; " +
				content.source);
			materials.put(entry.key, material);
			if (entry.aliases != null) Arrays.stream(entry.aliases).forEach(alias -> aliases.put(alias, material));
		}
		return new MaterialFile(materials, aliases);
	}

	private static Content read() {
		try (Reader reader = new InputStreamReader(MaterialFile.class.getResourceAsStream("attenuation.json"),
			StandardCharsets.UTF_8))
		{
			return new Gson().fromJson(reader, Content.class);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** The mass-weighted sum over elements; published fractions that sum to 0.999 are normalised. */
	private static MassAttenuation mixture(final Map<String, Double> fractions,
		final Map<String, MassAttenuation> tables)
	{
		final List<MassAttenuation> parts = new ArrayList<>();
		final double sum = fractions.values().stream().mapToDouble(Double::doubleValue).sum();
		final double[] shares = fractions.values().stream().mapToDouble(fraction -> fraction / sum).toArray();
		fractions.keySet().forEach(element -> parts.add(tables.get(element)));
		return keV -> {
			double total = 0;
			for (int i = 0; i < shares.length; i++)
				total += shares[i] * parts.get(i).at(keV);
			return total;
		};
	}
}
