package io.github.vertebraj;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** Who may enter which room: the table of the house plan, kept by a test. */
class ArchitectureTest {

	private static final String BASE = "io.github.vertebraj";

	private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(
		new ImportOption.DoNotIncludeTests()).importPackages(BASE);

	/** The rooms of ours that a room may import, itself apart. */
	private static final Map<String, List<String>> MAY_IMPORT = rooms();

	private static Map<String, List<String>> rooms() {
		final List<String> ground = List.of("image", "statistics");
		final List<String> measuring = List.of("diffusion", "fatfraction", "dualenergy", "segmentation");
		final Map<String, List<String>> rooms = new LinkedHashMap<>();
		ground.forEach(room -> rooms.put(room, List.of()));
		measuring.forEach(room -> rooms.put(room, ground));
		rooms.put("interpretation", ground);
		rooms.put("reading", ground);
		rooms.put("phantom", join(List.of("image"), measuring));
		rooms.put("io", List.of("image"));
		rooms.put("report", join(ground, measuring, List.of("interpretation", "reading")));
		rooms.put("command", List.copyOf(rooms.keySet()));
		rooms.put("ij1", List.of());
		rooms.put("batch", List.of("command", "io", "report", "ij1"));
		rooms.put("ui", rooms.keySet().stream().filter(room -> !List.of("batch", "ij1").contains(room)).toList());
		return rooms;
	}

	@SafeVarargs
	private static List<String> join(final List<String>... lists) {
		return Arrays.stream(lists).flatMap(List::stream).toList();
	}

	@TestFactory
	Stream<DynamicTest> roomsImportOnlyWhatThePlanAllows() {
		return MAY_IMPORT.keySet().stream().map(room -> DynamicTest.dynamicTest(room, () -> {
			final List<String> allowed = new ArrayList<>(MAY_IMPORT.get(room));
			allowed.add(room);
			final String[] forbidden = MAY_IMPORT.keySet().stream().filter(other -> !allowed.contains(other)).map(
				ArchitectureTest::packagesOf).toArray(String[]::new);
			noClasses().that().resideInAPackage(packagesOf(room)).should().dependOnClassesThat().resideInAnyPackage(forbidden)
				.allowEmptyShould(true).check(CLASSES);
		}));
	}

	@Test
	void everyClassLivesInARoom() {
		classes().should().resideInAnyPackage(MAY_IMPORT.keySet().stream().map(ArchitectureTest::packagesOf).toArray(
			String[]::new)).check(CLASSES);
	}

	@Test
	void packagesHaveNoCycles() {
		slices().matching(BASE + ".(**)").should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void imageJStaysOutOfTheCore() {
		onlyIn("ij..", "io", "command", "ui", "ij1");
	}

	@Test
	void swingStaysInTheUi() {
		onlyIn("javax.swing..", "ui");
	}

	@Test
	void contextsStayAtTheEdge() {
		noClasses().that(resideInAnyPackage(packagesExcept("command", "batch", "ui", "ij1"))).should().dependOnClassesThat()
			.haveFullyQualifiedName("org.scijava.Context").check(CLASSES);
	}

	private static void onlyIn(final String library, final String... rooms) {
		noClasses().that(resideInAnyPackage(packagesExcept(rooms))).should().dependOnClassesThat().resideInAPackage(library)
			.check(CLASSES);
	}

	private static String[] packagesExcept(final String... rooms) {
		return MAY_IMPORT.keySet().stream().filter(room -> !List.of(rooms).contains(room)).map(ArchitectureTest::packagesOf)
			.toArray(String[]::new);
	}

	private static String packagesOf(final String room) {
		return BASE + "." + room + "..";
	}

	@Test
	void noClassIsLongerThanAReaderCanHold() throws IOException {
		final List<String> tooLong = new ArrayList<>();
		try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
			for (final Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
				final int lines = Files.readAllLines(file).size();
				if (lines > 300) tooLong.add(file + ": " + lines + " lines");
			}
		}
		assertEquals(List.of(), tooLong);
	}
}
