package io.github.vertebraj.io.dicom;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Classic files of Canon (Toshiba) scanners may give every slice of a series a Series Instance UID of its own, which
 * differs in its last number only (dcm2niix issue 495). Such series of one number are one; anything less alike is not
 * touched.
 */
final class SliceSeries {

	private SliceSeries() {}

	/** By the UID of each slice's series, the UID that is taken for all of them. */
	static Map<String, String> joined(final List<Frame> frames) {
		final Map<List<Object>, Set<String>> groups = new LinkedHashMap<>();
		final Map<String, Set<Object>> places = new HashMap<>();
		for (final Frame frame : frames) {
			final String maker = frame.facts().get(Tag.MANUFACTURER).orElse("").toUpperCase(Locale.ROOT);
			final String uid = frame.facts().get(Tag.SERIES_INSTANCE_UID).orElse("");
			if (!maker.startsWith("CANON") && !maker.startsWith("TOSHIBA") || uid.indexOf('.') < 0 || frame.plane().isEmpty())
				continue;
			final Plane plane = frame.plane().get();
			groups.computeIfAbsent(List.of(uid.substring(0, uid.lastIndexOf('.')), frame.facts().get(Tag.SERIES_NUMBER)
				.orElse(""), frame.columns(), frame.rows(), plane.xStep(), plane.yStep()), key -> new LinkedHashSet<>()).add(
					uid);
			places.computeIfAbsent(uid, key -> new LinkedHashSet<>()).add(plane.origin());
		}
		final Map<String, String> joined = new HashMap<>();
		for (final Set<String> uids : groups.values()) {
			final long origins = uids.stream().flatMap(uid -> places.get(uid).stream()).distinct().count();
			final boolean oneEach = uids.stream().allMatch(uid -> places.get(uid).size() == 1) && origins == uids.size();
			if (uids.size() > 1 && oneEach) uids.forEach(uid -> joined.put(uid, uids.iterator().next()));
		}
		return joined;
	}
}
