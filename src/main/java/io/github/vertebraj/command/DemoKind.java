package io.github.vertebraj.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

import io.github.vertebraj.phantom.DectPhantom;
import io.github.vertebraj.phantom.DixonPhantom;
import io.github.vertebraj.phantom.FatPhantom;
import io.github.vertebraj.phantom.FracturePhantom;
import io.github.vertebraj.phantom.LumbarPhantom;
import io.github.vertebraj.phantom.PatientStudy;
import io.github.vertebraj.phantom.SignalPhantom;
import io.github.vertebraj.phantom.TherapyStudy;
import io.github.vertebraj.phantom.WholeBodyPhantom;

/** The studies with known truth; {@link DemoData} says what they are. */
enum DemoKind {
		LUMBAR_DWI("lumbar DWI", folder -> DemoStudy.write(LumbarPhantom.create(LumbarPhantom.Settings.demo()), folder)),
		DIXON_PAIRS("Dixon pairs", folder -> DemoDixon.write(DixonPhantom.demo(DemoKind.SNR), folder)),
		FAT_PHANTOM("fat phantom", folder -> DemoFat.write(FatPhantom.create(FatPhantom.Settings.demo()), folder)),
		SIGNAL_PATTERN("signal pattern", folder -> DemoSignals.write(SignalPhantom.create(DemoKind.SEED), folder)),
		TWO_TIME_POINTS("two time points", folder -> DemoDixon.write(new TherapyStudy(DemoKind.SEED), folder)),
		WHOLE_BODY("whole body", folder -> DemoWholeBody.write(WholeBodyPhantom.create(DemoKind.SEED, true), folder)),
		DECT_STUDY("DECT study", folder -> DemoDect.write(DectPhantom.Settings.demo(DemoKind.SEED), folder)),
		VERTEBRAL_FRACTURES("vertebral fractures", folder -> DemoFractures.write(FracturePhantom.create(DemoKind.SEED),
			folder)),
		PATIENT_TABLE("patient table", folder -> DemoPatients.write(new PatientStudy(DemoKind.SEED), folder));

	/** Puts a study into a folder, which it makes if missing. */
	private interface Writer {

		void write(Path folder) throws IOException;
	}

	private static final long SEED = 2026;
	private static final double SNR = 40;

	private final String key;
	private final Writer writer;

	DemoKind(final String key, final Writer writer) {
		this.key = key;
		this.writer = writer;
	}

	/** How macros call it. */
	String key() {
		return key;
	}

	/**
	 * Writes the study.
	 *
	 * @throws IOException if the folder holds other files where the study belongs, or cannot be written
	 */
	void write(final Path folder) throws IOException {
		writer.write(folder);
	}

	/**
	 * The kind of that key.
	 *
	 * @throws IllegalArgumentException if there is none; lists the known ones
	 */
	static DemoKind of(final String key) {
		return Arrays.stream(values()).filter(kind -> kind.key.equalsIgnoreCase(key)).findFirst().orElseThrow(
			() -> new IllegalArgumentException("No demo data of kind '" + key + "'; known are " + Arrays.stream(values()).map(
				DemoKind::key).collect(Collectors.joining(", "))));
	}
}
