package io.salestwin;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.cli.Main;
import io.salestwin.run.spark.Installation;
import io.salestwin.scenario.ScenarioFile;
import io.salestwin.scenario.Schema;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the pages for users to the program. Commands run in this process, with their files in a
 * temporary folder. A run whose output is not shown and that names no {@code --replications} plays
 * {@value #FEW} of them, so that this stays quick; a run whose output is shown is played as it
 * stands, and must say what is shown.
 */
class ReadmeTest {

  private static final String FEW = "100";
  private static final Set<String> RUNS =
      Set.of("forecast", "compare", "stress", "staff", "territories", "roi");

  /** Further commands that write the folder of a run. */
  private static final Set<String> FOLDERS =
      Set.of("rerun", "experiment", "calibrate", "backtest", "reps", "pipeline");

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(#[^)]*)?\\)");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
  private static final Pattern EXIT_CODE = Pattern.compile("#.*exit code (\\d)");

  private static final String ENCODING = "native.encoding";
  private static final String OURS = System.getProperty(ENCODING, "");

  @TempDir private Path folder;

  /** The pages show a screen that knows Unicode. */
  @BeforeAll
  static void knowUnicode() {
    System.setProperty(ENCODING, "UTF-8");
  }

  @AfterAll
  static void knowWhatWasKnown() {
    System.setProperty(ENCODING, OURS);
  }

  /** A command line of a page with the lines shown below it. */
  private record Shown(String line, List<String> output) {

    int exitCode() {
      Matcher said = EXIT_CODE.matcher(line);
      return said.find() ? Integer.parseInt(said.group(1)) : 0;
    }

    /** The words after the program's name; what follows a pipe or a comment is not ours. */
    List<String> words() {
      List<String> words = new ArrayList<>();
      Matcher word = WORD.matcher(line.replaceFirst("\\s+[#|] .*", ""));
      while (word.find()) {
        words.add(word.group(1) == null ? word.group(2) : word.group(1));
      }
      return words.subList(1, words.size());
    }
  }

  static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(Path.of("src/docs"))) {
      Stream<Path> guides = docs.filter(file -> file.toString().endsWith(".md")).sorted();
      return Stream.concat(Stream.of(Path.of("README.md")), guides).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyCommandDoesWhatThePageSays(Path page) throws IOException {
    for (Shown shown : commands(Files.readString(page))) {
      StringWriter out = new StringWriter();
      StringWriter err = new StringWriter();
      String[] arguments = arguments(shown);
      int code = Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
      if (List.of(arguments).contains("spark") && Installation.obstacle().isPresent()) {
        // a Java that was not started for it, as by some development tools
        assertThat(err.toString()).startsWith("salestwin: --runner spark: ");
        continue;
      }
      assertThat(code).as("%s%n%s", shown.line(), err).isEqualTo(shown.exitCode());
      String said = flat(out + "\n" + err);
      for (String part : parts(shown.output())) {
        assertThat(said).as(shown.line()).contains(part);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyScenarioReads(Path page) throws IOException {
    for (String text : blocks(Files.readString(page), "yaml")) {
      Path file = Files.writeString(folder.resolve("scenario.yaml"), text);
      ScenarioFile read = ScenarioFile.read(file, List.of());
      assertThat(read.problems()).isEmpty();
      assertThat(read.scenario()).isPresent();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsToAFile(Path page) throws IOException {
    Matcher link = LINK.matcher(Files.readString(page));
    while (link.find()) {
      if (!link.group(1).matches("https?:.*")) {
        assertThat(page.resolveSibling(link.group(1))).exists();
      }
    }
  }

  /** When this fails: {@code ./salestwin schema --markdown > src/docs/scenario-format.md}. */
  @Test
  void theReferenceOfTheFormatIsTheFormat() {
    assertThat(Path.of("src/docs/scenario-format.md")).hasContent(Schema.markdown());
  }

  private String[] arguments(Shown shown) throws IOException {
    List<String> words = new ArrayList<>();
    for (String word : shown.words()) {
      String there = word.startsWith("output/RUN") ? lastRun() + word.substring(10) : word;
      words.add(there.startsWith("my-plan") ? folder.resolve(there).toString() : there);
    }
    boolean runs = RUNS.contains(words.get(0));
    if (runs && shown.output().isEmpty() && !words.contains("--replications")) {
      words.addAll(List.of("--replications", FEW));
    }
    if (runs || FOLDERS.contains(words.get(0))) {
      words.addAll(List.of("--out", folder.resolve("output").toString()));
    }
    return words.toArray(String[]::new);
  }

  /** The folder of the run before; in the name of each are the seconds of its start. */
  private Path lastRun() throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("output"))) {
      return runs.max((a, b) -> Long.compare(changed(a), changed(b))).orElseThrow();
    }
  }

  private static long changed(Path file) {
    return file.toFile().lastModified();
  }

  private static List<Shown> commands(String page) {
    List<Shown> commands = new ArrayList<>();
    for (String block : blocks(page, "console|sh")) {
      for (String line : block.lines().toList()) {
        if (line.matches("(\\$ )?\\./salestwin .*")) {
          commands.add(new Shown(line.replaceFirst("^\\$ ", ""), new ArrayList<>()));
        } else if (!line.startsWith("mvn ")) {
          commands.get(commands.size() - 1).output().add(line);
        }
      }
    }
    return commands;
  }

  private static List<String> blocks(String page, String languages) {
    List<String> blocks = new ArrayList<>();
    Matcher block = BLOCK.matcher(page);
    while (block.find()) {
      if (block.group(1).matches(languages)) {
        blocks.add(block.group(2));
      }
    }
    return blocks;
  }

  /** What must be said: everything but what … leaves out and the folder, named after the time. */
  private static List<String> parts(List<String> output) {
    String shown =
        String.join("\n", output.stream().filter(line -> !line.startsWith("Report: ")).toList());
    return Stream.of(shown.split("…")).map(ReadmeTest::flat).toList();
  }

  /** Without colours and line breaks, which depend on the screen. */
  private static String flat(String text) {
    return text.replaceAll("\u001b\\[[0-9;]*m", "").replaceAll("\\s+", " ").strip();
  }
}
