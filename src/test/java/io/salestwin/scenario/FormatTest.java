package io.salestwin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.document.Node;
import io.salestwin.document.Problem;
import io.salestwin.scenario.FormatKeys.Written;
import io.salestwin.scenario.Shape.Scalar;
import io.salestwin.scenario.Shape.Section;
import io.salestwin.scenario.Shape.Table;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The one list of keys and the reader agree. */
class FormatTest {

  private static List<Written> written() {
    return FormatKeys.written(Texts.read(Texts.full(), "full.yaml").tree());
  }

  private static ScenarioFile with(Node tree, String path, String value) {
    Node changed =
        tree.with(Node.steps(path).value(), Node.parse(value, "changed").value()).value();
    Map<String, String> files = new HashMap<>(Texts.full());
    files.put("full.yaml", changed.toYaml());
    return Texts.read(files, "full.yaml");
  }

  @Test
  void theScenarioWithEveryKeyHasEveryKeyOfTheFormat() {
    Set<String> there = new LinkedHashSet<>();
    written().forEach(w -> there.add(w.name()));
    Map<String, Section> sections = Schema.sections();
    Set<String> format = new LinkedHashSet<>();
    sections.forEach(
        (title, section) -> section.keys().forEach(key -> format.add(title + "." + key.name())));
    // What cannot stand beside another key, and what is gone once a file is put together.
    format.removeAll(
        List.of("begin.warmUp", "begin.empty", "scenario.extends", "scenario.overrides"));
    assertThat(there).containsAll(format);
  }

  @Test
  void everyKeyWrongOnceIsToldWithItsLineAndItsPath() {
    Node tree = Texts.read(Texts.full(), "full.yaml").tree();
    for (Written written : written()) {
      String path = written.node().path();
      for (String wrong : List.of("{nonsense: [1]}", "~", "[[]]")) {
        ScenarioFile file = with(tree, path, wrong);
        assertThat(file.scenario()).as(path + ": " + wrong).isEmpty();
        assertThat(file.problems())
            .as(path + ": " + wrong)
            .anySatisfy(p -> assertThat(names(p, path)).as(p.toString()).isTrue());
      }
    }
  }

  /** At the path, below it, or at what holds it. */
  private static boolean names(Problem problem, String path) {
    String at = problem.path();
    boolean near = at.equals(path) || at.startsWith(path + ".") || at.startsWith(path + "[");
    boolean stage =
        path.matches("(stages|training|shocks).*name") && at.startsWith(path.substring(0, 6));
    return problem.line() > 0 && (near || stage);
  }

  @Test
  void everyNumberOutOfItsRangeIsTold() {
    Node tree = Texts.read(Texts.full(), "full.yaml").tree();
    int tried = 0;
    for (Written written : written()) {
      Shape shape = written.key().shape().chosenFor(written.node());
      while (shape instanceof Table table) {
        shape = table.value();
      }
      Scalar scalar =
          shape instanceof Scalar s ? s : shape instanceof Shape.Chance c ? c.of() : null;
      if (scalar == null || !scalar.kind().isNumeric()) {
        continue;
      }
      String unit = scalar.kind() == Kind.DURATION || scalar.kind() == Kind.MONTHS ? " years" : "";
      for (String number : List.of("-999" + unit, "99999999999999" + unit)) {
        ScenarioFile file = with(tree, written.node().path(), "\"" + number + "\"");
        assertThat(file.problems())
            .as(written.node().path() + ": " + number)
            .anySatisfy(p -> assertThat(p.path()).isEqualTo(written.node().path()));
        tried++;
      }
    }
    assertThat(tried).isGreaterThan(100);
  }

  @Test
  void anUnknownKeyInAnySectionIsTold() {
    Node tree = Texts.read(Texts.full(), "full.yaml").tree();
    for (Written written : written()) {
      String path = written.node().path();
      if (written.section().rest().isPresent() || !path.endsWith("." + written.key().name())) {
        continue;
      }
      String parent = path.substring(0, path.length() - written.key().name().length());
      ScenarioFile file = with(tree, parent + "zzz", "1");
      assertThat(Texts.messages(file))
          .as(parent)
          .anySatisfy(m -> assertThat(m).contains(parent + "zzz: unknown key \"zzz\""));
    }
  }

  @Test
  void everyDefaultAndEveryExampleIsWhatTheKeyAllows() {
    Schema.sections()
        .values()
        .forEach(
            section ->
                section
                    .keys()
                    .forEach(
                        key -> {
                          for (String text : List.of(key.fallback(), key.example())) {
                            if (!text.isEmpty()) {
                              Node node = Node.parse(text, "text").value();
                              assertThat(key.shape().fits(node))
                                  .as(section.title() + "." + key.name() + ": " + text)
                                  .isTrue();
                            }
                          }
                        }));
  }
}
