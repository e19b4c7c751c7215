package io.salestwin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.document.Node;
import io.salestwin.document.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RedrawnTest {

  private static final Path FILE = Path.of("src/main/resources/templates/b2b-saas.yaml");
  private static final String ARRIVALS = "sources.inbound.arrivals.perMonth";

  @Test
  void aSetLeverMovesWhatIsDrawn() {
    ScenarioFile read = read(ARRIVALS + "=500");
    assertThat(read.problems()).isEmpty();
    assertThat(nominal(read)).isEqualTo(new Uncertainty.Nominal(420, 500));
  }

  @Test
  void theSpellingOfAPathDoesNotMatter() {
    ScenarioFile read = read("stages[1].advance=70%");
    assertThat(read.scenario().orElseThrow().uncertainty().parameters())
        .anySatisfy(p -> assertThat(p.nominal()).isEqualTo(new Uncertainty.Nominal(0.6, 0.7)));
  }

  @Test
  void aPartWrittenAnewIsTakenAsKnownWithAllWithinItAndThatIsTold() {
    ScenarioFile read = read("sources.inbound.arrivals={perMonth: 300}");
    assertThat(drawn(read).has(ARRIVALS)).isFalse();
    assertThat(drawn(read).has("stages.Discovery.advance")).isTrue();
    assertThat(read.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.severity()).isEqualTo(Problem.Severity.WARNING);
              assertThat(problem.message()).contains("taken as known");
            });
  }

  @Test
  void uncertaintyCanBeSetItself() {
    String law = "uncertainty.\"" + ARRIVALS + "\"={normal: {mean: 500, sd: 9}}";
    ScenarioFile read = read(ARRIVALS + "=500", law);
    assertThat(drawn(read).get(ARRIVALS).get("normal").get("sd").text()).isEqualTo("9");
    assertThat(nominal(read).isMoved()).isFalse();
  }

  @Test
  void aFileThatExtendsAnotherMovesWhatIsDrawnAsAnOverrideDoes() {
    String moved = "overrides: {sources.inbound.arrivals.perMonth: 500}\n";
    assertThat(nominal(extending(moved))).isEqualTo(new Uncertainty.Nominal(420, 500));
    String laid = "sources: {inbound: {arrivals: {perMonth: 500}}}\n";
    assertThat(nominal(extending(laid))).isEqualTo(new Uncertainty.Nominal(420, 500));
    ScenarioFile twice = extending(moved, ARRIVALS + "=x2");
    assertThat(nominal(twice)).isEqualTo(new Uncertainty.Nominal(420, 1000));
    assertThat(twice.problems()).isEmpty();
  }

  @Test
  void aFileThatExtendsAnotherMayDrawAnew() {
    String anew =
        laidOver(
            "sources: {inbound: {arrivals: {perMonth: 500}}}",
            "perMonth: {normal: {mean: 500, sd: 9}}");
    ScenarioFile read = extending(anew);
    assertThat(nominal(read).isMoved()).isFalse();
    assertThat(read.problems()).isEmpty();
    assertThat(nominal(extending(anew, ARRIVALS + "=600")))
        .isEqualTo(new Uncertainty.Nominal(500, 600));
    String whole =
        laidOver(
            "overrides: {sources.inbound.arrivals: {perMonth: 500}}",
            "perMonth: {normal: {mean: 500, sd: 9}}");
    assertThat(extending(whole).problems()).isEmpty();
    assertThat(nominal(extending(whole)).isMoved()).isFalse();
  }

  @Test
  void aPartThatIsWrittenAnewByAFileIsTakenAsKnown() {
    ScenarioFile read = extending("overrides: {sources.inbound.arrivals: {perMonth: 300}}\n");
    assertThat(drawn(read).has(ARRIVALS)).isFalse();
    assertThat(read.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("taken as known"));
  }

  private static String laidOver(String keys, String law) {
    return keys + "\nuncertainty: {sources.inbound.arrivals." + law + "}\n";
  }

  private static ScenarioFile extending(String keys, String... sets) {
    try {
      Map<String, String> files =
          Map.of("base.yaml", Files.readString(FILE), "own.yaml", "extends: base.yaml\n" + keys);
      return Texts.read(files, "own.yaml", sets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Uncertainty.Nominal nominal(ScenarioFile read) {
    return read.scenario().orElseThrow().uncertainty().parameters().stream()
        .filter(p -> p.lever().equals(ARRIVALS))
        .findFirst()
        .orElseThrow()
        .nominal();
  }

  private static Node drawn(ScenarioFile read) {
    assertThat(read.scenario()).isPresent();
    return read.tree().get("uncertainty");
  }

  private static ScenarioFile read(String... sets) {
    List<LeverOverride> overrides =
        Stream.of(sets).map(set -> LeverOverride.parse(set).value()).toList();
    return ScenarioFile.read(FILE, overrides);
  }
}
