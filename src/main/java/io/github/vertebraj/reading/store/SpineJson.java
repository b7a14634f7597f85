package io.github.vertebraj.reading.store;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import io.github.vertebraj.reading.Site;
import io.github.vertebraj.reading.study.Spine;

/** Spines and sites as JSON. */
final class SpineJson {

	private SpineJson() {}

	static JsonObject write(final Spine spine) {
		final JsonObject object = new JsonObject();
		object.addProperty("thoracic", spine.thoracic());
		object.addProperty("lumbar", spine.lumbar());
		object.addProperty("sacrum", spine.sacrum().key());
		return object;
	}

	static Spine read(final JsonObject object) {
		final Members members = new Members(object);
		return new Spine(members.neededInt("thoracic"), members.neededInt("lumbar"), Spine.Sacrum.of(members.neededText(
			"sacrum")));
	}

	static JsonArray array(final Collection<String> texts) {
		final JsonArray array = new JsonArray();
		texts.forEach(array::add);
		return array;
	}

	static JsonArray writeSites(final Set<Site> sites) {
		return array(sites.stream().map(Site::name).toList());
	}

	static Set<Site> readSites(final Members members) {
		final Set<Site> sites = EnumSet.noneOf(Site.class);
		for (final String name : members.texts("sites"))
			sites.add(Site.of(name).orElseThrow(() -> new IllegalArgumentException("No site '" + name +
				"'; known are VB and PE")));
		if (sites.isEmpty()) throw new IllegalArgumentException("'sites' is missing or empty");
		return sites;
	}
}
