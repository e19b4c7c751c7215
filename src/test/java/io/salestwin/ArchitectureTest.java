package io.salestwin;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.salestwin.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the plan of the house: which room may know which, and what may happen in it. */
class ArchitectureTest {

  private static final String ROOT = "io.salestwin";
  private static final Path SOURCES = Path.of("src/main/java/io/salestwin");

  /** Every package, from the ground up, with the packages that it may import. */
  private static final Map<String, Set<String>> MAY_IMPORT = new LinkedHashMap<>();

  static {
    room("document");
    room("calendar");
    room("random");
    room("kernel");
    room("statistics", "random");
    room("scenario", "document", "calendar", "random");
    room("finance", "scenario", "calendar");
    room("model", "kernel", "scenario", "finance", "calendar", "random");
    room("metrics", "model", "finance", "scenario", "calendar", "statistics");
    room("run", "metrics", "model", "scenario", "statistics", "random");
    room("check", "scenario", "calendar", "finance", "statistics", "random");
    room(
        "validation",
        "run",
        "metrics",
        "model",
        "scenario",
        "document",
        "calendar",
        "statistics",
        "random");
    room("forecast", "run", "metrics", "scenario", "calendar", "statistics");
    room("explain", "metrics", "scenario", "document", "calendar", "random");
    room(
        "experiment", "run", "metrics", "scenario", "document", "calendar", "statistics", "random");
    room(
        "planning",
        "run",
        "metrics",
        "finance",
        "scenario",
        "document",
        "calendar",
        "statistics",
        "random");
    room(
        "calibration",
        "forecast",
        "run",
        "metrics",
        "scenario",
        "document",
        "calendar",
        "statistics",
        "random");
    roomAboveAllBut("report", "kernel", "model");
    roomAboveAllBut("studio", "kernel", "model");
    roomAboveAllBut("cli", "kernel", "model");
  }

  /** The only packages inside a package. */
  private static final Set<String> INNER_ROOMS =
      Set.of(
          "calibration.backtest",
          "calibration.fidelity",
          "calibration.reps",
          "calibration.pipeline",
          "run.spark",
          "experiment.analysis",
          "experiment.calculator",
          "experiment.design",
          "experiment.rehearsal",
          "planning.pay",
          "planning.staffing",
          "planning.territory",
          "statistics.bayes",
          "statistics.cluster",
          "statistics.fitting",
          "statistics.location",
          "statistics.multiple",
          "statistics.power",
          "statistics.proportion",
          "statistics.selection",
          "statistics.sequential",
          "statistics.special",
          "statistics.survival");

  /** Every library, by the beginning of its packages, with its homes. */
  private static final Map<String, Set<String>> HOMES_OF_LIBRARIES =
      Map.ofEntries(
          entry("com.fasterxml.jackson.", Set.of("document")),
          entry("org.yaml.snakeyaml.", Set.of("document")),
          entry("org.apache.commons.math3.", Set.of("random", "statistics")),
          entry("org.apache.commons.statistics.", Set.of("random", "statistics")),
          entry("org.apache.commons.numbers.", Set.of("statistics")),
          entry("org.apache.spark.", Set.of("run")),
          entry("scala.", Set.of("run")),
          entry("ai.timefold.", Set.of("planning")),
          entry("org.duckdb.", Set.of("calibration", "report")),
          entry("java.sql.", Set.of("calibration", "report")),
          entry("org.jfree.", Set.of("report")),
          entry("org.apache.xmlgraphics.", Set.of("report")),
          entry("io.javalin.", Set.of("studio")),
          entry("picocli.", Set.of("cli")),
          entry("ch.qos.logback.", Set.of("cli")),
          entry("org.slf4j.", Set.of("cli")),
          entry("me.tongfei.progressbar.", Set.of("cli")),
          entry("org.jline.", Set.of("cli")));

  private static final Set<String> JDK = Set.of("java.", "javax.", "org.w3c.dom.", "org.xml.sax.");

  /** Below {@code run}: the same scenario and seed give the same figures, always. */
  private static final Set<String> REPRODUCIBLE =
      Set.of(
          "document",
          "calendar",
          "random",
          "statistics",
          "kernel",
          "scenario",
          "finance",
          "model",
          "metrics");

  private static final Set<String> OTHER_CHANCE =
      Set.of(
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.util.concurrent.ThreadLocalRandom",
          "java.security.SecureRandom");

  private static final Set<String> CALLS_FOR_TIME_OR_CHANCE =
      Set.of(
          "java.lang.Math.random",
          "java.lang.StrictMath.random",
          "java.lang.System.nanoTime",
          "java.lang.System.currentTimeMillis",
          "java.util.Collections.shuffle",
          "java.util.UUID.randomUUID");

  /** Functions of {@code Math} whose last bit may differ between processors. */
  private static final Set<String> INEXACT =
      Set.of(
          "log", "log10", "log1p", "exp", "expm1", "pow", "sin", "cos", "tan", "asin", "acos",
          "atan", "atan2", "sinh", "cosh", "tanh", "cbrt", "hypot");

  private static final Set<String> SAME_ON_EVERY_PROCESSOR =
      Set.of("random", "kernel", "model", "calendar", "finance", "metrics");

  /** Public classes that change: each has one owner, and its documentation says so. */
  private static final Set<String> MUTABLE =
      Set.of(
          "kernel.EventQueue",
          "kernel.IntQueue",
          "calendar.Hand",
          "random.Streams",
          "random.RandomStream",
          "model.Replication",
          "model.Ledger",
          "planning.territory.RunningCost",
          "metrics.UnitTable",
          "statistics.Tally");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());

  @Test
  void everyPackageHasARowInTheTable() throws IOException {
    Set<String> unknown = new TreeSet<>(packages());
    unknown.removeAll(MAY_IMPORT.keySet());
    unknown.removeAll(INNER_ROOMS);
    assertThat(unknown).as("packages without a row").isEmpty();
    assertThat(packages()).as("packages found in %s", SOURCES).isNotEmpty();
  }

  @Test
  void everyPackageHasAPackageInfo() throws IOException {
    assertThat(packages())
        .allSatisfy(
            room ->
                assertThat(SOURCES.resolve(room.replace('.', '/')).resolve("package-info.java"))
                    .isRegularFile());
  }

  @Test
  void importsPointDownOnly() {
    assertNone(
        type ->
            dependencies(type)
                .filter(ArchitectureTest::isOurs)
                .map(ArchitectureTest::room)
                .filter(other -> !other.equals(room(type)))
                .filter(other -> !MAY_IMPORT.getOrDefault(room(type), Set.of()).contains(other))
                .map(other -> room(type) + " may not import " + other));
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices()
        .matching(ROOT + ".(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void theTableItselfPointsDownOnly() {
    Set<String> below = new TreeSet<>();
    MAY_IMPORT.forEach(
        (room, imports) -> {
          assertThat(below).as("imports of %s stand above it", room).containsAll(imports);
          below.add(room);
        });
  }

  @Test
  void librariesStayInTheirHomes() {
    assertNone(
        type ->
            dependencies(type)
                .filter(other -> !isOurs(other))
                .filter(other -> !isAtHome(other, room(type)))
                .map(other -> room(type) + " may not use " + other.getName()));
  }

  /** It is not there at every start: whoever is loaded without it must not need it. */
  @Test
  void sparkIsKnownInItsOwnPackageOnly() {
    assertNone(
        type ->
            type.getPackageName().equals(ROOT + ".run.spark")
                ? Stream.empty()
                : dependencies(type)
                    .filter(other -> other.getName().matches("(org\\.apache\\.spark|scala)\\..*"))
                    .map(other -> type.getName() + " may not use " + other.getName()));
  }

  @Test
  void theKernelStandsOnTheJdkAlone() {
    assertNone(
        type ->
            room(type).equals("kernel")
                ? dependencies(type)
                    .filter(other -> !room(other).equals("kernel"))
                    .filter(other -> !other.getPackageName().matches("java\\.(lang|util)(\\..*)?"))
                    .map(other -> "kernel may not use " + other.getName())
                : Stream.empty());
  }

  @Test
  void belowRunThereIsNoClockAndNoChanceButOurs() {
    assertNone(
        type ->
            REPRODUCIBLE.contains(room(type))
                ? accesses(type, ArchitectureTest::isTimeOrChance)
                : Stream.empty());
  }

  @Test
  void whatASimulationComputesIsTheSameOnEveryProcessor() {
    assertNone(
        type ->
            SAME_ON_EVERY_PROCESSOR.contains(room(type))
                ? accesses(
                    type,
                    access ->
                        access.getTargetOwner().getName().equals("java.lang.Math")
                            && INEXACT.contains(access.getName()))
                : Stream.empty());
  }

  @Test
  void classesAreFinalOrSealed() {
    assertNone(
        type ->
            type.isInterface()
                    || type.isAnonymousClass()
                    || type.isAssignableTo(Enum.class)
                    || type.getModifiers().contains(JavaModifier.FINAL)
                    || type.reflect().isSealed()
                ? Stream.empty()
                : Stream.of(type.getName() + " is neither final nor sealed"));
  }

  @Test
  void whatIsPassedBetweenPackagesHasOnlyFinalFields() {
    assertNone(
        type ->
            room(type).equals("cli")
                    || !type.getModifiers().contains(JavaModifier.PUBLIC)
                    || MUTABLE.contains(type.getName().substring(ROOT.length() + 1))
                ? Stream.empty()
                : type.getFields().stream()
                    .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                    .map(field -> field.getFullName() + " is not final"));
  }

  private static void room(String name, String... imports) {
    MAY_IMPORT.put(name, Set.of(imports));
  }

  private static void roomAboveAllBut(String name, String... hidden) {
    Set<String> imports = new TreeSet<>(MAY_IMPORT.keySet());
    imports.removeAll(Set.of(hidden));
    MAY_IMPORT.put(name, imports);
  }

  /** The packages that have source files, as {@code run} or {@code run.spark}. */
  private static Set<String> packages() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(file -> SOURCES.relativize(file.getParent()).toString().replace('\\', '/'))
          .map(directory -> directory.replace('/', '.'))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static void assertNone(Function<JavaClass, Stream<String>> violations) {
    Set<String> found = new TreeSet<>();
    CLASSES.forEach(type -> violations.apply(type).forEach(found::add));
    assertThat(found).isEmpty();
  }

  private static Stream<JavaClass> dependencies(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream()
        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
        .filter(other -> !other.isPrimitive());
  }

  private static Stream<String> accesses(JavaClass type, Predicate<JavaAccess<?>> forbidden) {
    Stream<JavaAccess<?>> calls = type.getAccessesFromSelf().stream().map(access -> access);
    Stream<JavaAccess<?>> references =
        type.getCodeUnitReferencesFromSelf().stream().map(reference -> reference);
    return Stream.concat(calls, references).filter(forbidden).map(JavaAccess::getDescription);
  }

  private static boolean isTimeOrChance(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getName();
    return OTHER_CHANCE.contains(owner)
        || owner.startsWith("java.util.random.")
        || CALLS_FOR_TIME_OR_CHANCE.contains(owner + "." + name)
        || (owner.startsWith("java.time.") && (name.equals("now") || name.startsWith("system")))
        || (owner.startsWith("org.apache.commons.math3.") && name.equals("sample"));
  }

  private static boolean isAtHome(JavaClass library, String room) {
    String name = library.getName();
    return HOMES_OF_LIBRARIES.entrySet().stream()
        .filter(entry -> name.startsWith(entry.getKey()))
        .findFirst()
        .map(entry -> entry.getValue().contains(room))
        .orElseGet(() -> JDK.stream().anyMatch(name::startsWith));
  }

  private static boolean isOurs(JavaClass type) {
    return type.getName().startsWith(ROOT + ".");
  }

  /** The first part of the package's name below the root: {@code run} for {@code run.spark}. */
  private static String room(JavaClass type) {
    String name = type.getPackageName();
    return isOurs(type) ? name.substring(ROOT.length() + 1).split("\\.", 2)[0] : name;
  }
}
