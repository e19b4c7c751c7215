package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every sentence that users read about the simulation names a test that there is. */
class SemanticsTest {

  private static final Path SENTENCES = Path.of("src/docs/semantics.md");
  private static final Path TESTS = Path.of("src/test/java/io/salestwin");
  private static final Pattern NAMED = Pattern.compile("\\[(\\w+Test)\\.(\\w+)]");

  @Test
  void everySentenceNamesATest() throws IOException {
    List<String> without =
        Files.readAllLines(SENTENCES).stream()
            .filter(line -> line.startsWith("- ") && !NAMED.matcher(line).find())
            .toList();
    assertThat(without).isEmpty();
  }

  @Test
  void everyTestThatASentenceNamesExists() throws IOException {
    Matcher named = NAMED.matcher(Files.readString(SENTENCES));
    List<String> missing = new ArrayList<>();
    int found = 0;
    while (named.find()) {
      found++;
      if (!sourceOf(named.group(1)).contains("void " + named.group(2) + "(")) {
        missing.add(named.group());
      }
    }
    assertThat(found).isGreaterThan(50);
    assertThat(missing).isEmpty();
  }

  private static String sourceOf(String test) throws IOException {
    for (String room :
        List.of("model", "run", "run/spark", "metrics", "finance", "forecast", "planning")) {
      Path file = TESTS.resolve(room).resolve(test + ".java");
      if (Files.exists(file)) {
        return Files.readString(file);
      }
    }
    return "";
  }
}
