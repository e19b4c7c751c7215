package io.salestwin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.document.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ScenarioFilePropertiesTest {

  @Provide
  Arbitrary<String> delays() {
    Arbitrary<String> mean = Arbitraries.integers().between(0, 90).map(n -> (n + 1) + " days");
    return Arbitraries.oneOf(
        mean,
        mean.map(m -> "{exponential: {mean: " + m + "}}"),
        mean.map(m -> "{lognormal: {mean: " + m + ", cv: 0.8}}"),
        mean.map(m -> "{gamma: {mean: " + m + ", cv: 120%}}"),
        mean.map(m -> "{normal: {mean: " + m + ", sd: 2 days}}"),
        mean.map(
            m ->
                "{mixture: [{weight: 40%, of: "
                    + m
                    + "}, {weight: 60%, of: {weibull: {mean: "
                    + m
                    + ", cv: 0.7}}}]}"),
        mean.map(
                m ->
                    "{advance: "
                        + m
                        + ", otherwise: {shifted: {by: 1 day, of: {pert: {min: 0 days, mode: 1 day,"
                        + " max: "
                        + m
                        + "}}}}}")
            .filter(text -> !text.contains("max: 1 days")));
  }

  @Provide
  Arbitrary<String> scenarios() {
    Arbitrary<String> stage =
        Combinators.combine(
                delays(),
                Arbitraries.integers().between(0, 100),
                Arbitraries.of(
                    "",
                    ", timeOut: 60 days",
                    ", patience: 9 days",
                    ", quality: 0.1",
                    ", respondWithin: {halfLife: 2 hours, floor: -1}",
                    ", lose: {a: 25%, b: 75%}, recycle: {of: [a], share: 50%, after: 30 days}"),
                Arbitraries.of(
                    "",
                    ", owner: AE, work: [{effort: 30 min, times: 2}]",
                    ", work: [{effort: 1 hour, role: SE}]"))
            .as(
                (delay, percent, more, work) ->
                    "advance: " + percent + "%, delay: " + delay + more + work);
    return Combinators.combine(
            stage.list().ofMinSize(1).ofMaxSize(5),
            Arbitraries.integers().between(1, 40),
            Arbitraries.doubles().between(0, 2000),
            Arbitraries.of("4 quarters", "18 months", "26 weeks", "until 2027-06-30"),
            Arbitraries.of(
                "",
                "calendar: always\n",
                "queue: lifo\n",
                "begin: {empty: true}\n",
                "season: {arrivals: {dec: 0.5}}\n",
                "fiscalYearStart: april\nperiods: month\n"))
        .as(
            (stages, reps, rate, horizon, more) -> {
              StringBuilder text = new StringBuilder("name: Generated\nstart: 2027-01-01\n");
              text.append("horizon: ").append(horizon).append('\n').append(more);
              text.append("products: {core: {value: {lognormal: {mean: 24k, cv: 0.9}}}}\n");
              text.append(
                  String.format(
                      Locale.ROOT, "sources: {in: {arrivals: {perMonth: %.3f}}}%n", rate));
              text.append("roles: {AE: {headcount: ")
                  .append(reps)
                  .append("}, SE: {reps: [Ana]}}\n");
              text.append("stages:\n");
              for (int i = 0; i < stages.size(); i++) {
                text.append("  - {name: S")
                    .append(i)
                    .append(", ")
                    .append(stages.get(i))
                    .append("}\n");
              }
              return text.toString();
            });
  }

  @Property(seed = "1", tries = 200)
  void everyValidScenarioReadsWithoutProblems(@ForAll("scenarios") String text) {
    ScenarioFile file = Texts.read(text);
    assertThat(Texts.messages(file)).as(text).isEmpty();
    assertThat(file.scenario()).isPresent();
  }

  @Property(seed = "1", tries = 100)
  void whatIsWrittenReadsToTheSameScenario(@ForAll("scenarios") String text) {
    ScenarioFile file = Texts.read(text);
    ScenarioFile again = Texts.read(file.canonicalText());
    assertThat(again.scenario()).isEqualTo(file.scenario());
    assertThat(again.canonicalText()).isEqualTo(file.canonicalText());
  }

  @Property(seed = "1", tries = 300)
  void aSpoiltValueIsToldWithItsPlaceAndNeverThrown(
      @ForAll("scenarios") String text, @ForAll @IntRange(min = 0, max = 9_999) int where) {
    Node tree = Texts.read(text).tree();
    List<String> paths = new ArrayList<>();
    leaves(tree, paths);
    String path = paths.get(where % paths.size());
    Node wrong = Node.parse("{nonsense: [1, {}]}", "spoilt").value();
    Node spoilt = tree.with(Node.steps(path).value(), wrong).value();
    ScenarioFile file = Texts.read(spoilt.toYaml());
    assertThat(file.scenario()).as(path).isEmpty();
    assertThat(file.problems()).as(path).allSatisfy(p -> assertThat(p.line()).isPositive());
    assertThat(file.problems()).as(path).isNotEmpty();
  }

  @Property(seed = "1", tries = 300)
  void aTextWithAnythingInItIsNeverThrown(
      @ForAll("scenarios") String text,
      @ForAll @IntRange(min = 0, max = 9_999) int where,
      @ForAll String junk) {
    int at = where % text.length();
    ScenarioFile file = Texts.read(text.substring(0, at) + junk + text.substring(at));
    assertThat(file.scenario().isPresent() || !file.problems().isEmpty()).isTrue();
  }

  private static void leaves(Node node, List<String> paths) {
    if (node.isScalar()) {
      paths.add(node.path());
    }
    node.items().forEach(item -> leaves(item, paths));
  }

  @Property(seed = "1", tries = 100)
  void whatIsSetIsReadBack(@ForAll @IntRange(min = 1, max = 10_000) int headcount) {
    ScenarioFile file = Texts.read(Texts.SMALL, "roles.AE.headcount=" + headcount);
    assertThat(file.scenario().orElseThrow().roles().get(0).reps()).hasSize(headcount);
  }

  @Property(seed = "1", tries = 100)
  void twiceAndThenHalfIsTheSame(@ForAll("numberLevers") String path) {
    Scenario before = Texts.read(Template.text("b2b-saas")).scenario().orElseThrow();
    ScenarioFile file = Texts.read(Template.text("b2b-saas"), path + "=x0.5", path + "=x2");
    assertThat(file.scenario()).as(path).contains(before);
  }

  @Provide
  Arbitrary<String> numberLevers() {
    return Arbitraries.of(
        Lever.of(Texts.read(Template.text("b2b-saas")).tree()).stream().map(Lever::path).toList());
  }
}
