package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.metrics.KpiLayout;
import io.salestwin.scenario.Attachments;
import io.salestwin.scenario.LeverOverride;
import io.salestwin.scenario.ScenarioFile;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is drawn is meant around the stated value, and moves with it when the lever is set. */
class OverriddenUncertaintyTest {

  private static final String PLAIN =
      """
      name: t
      start: 2027-01-01
      horizon: 1 quarter
      begin: {empty: true}
      season: {winning: {quarterMonth: [-0.2, 0, 0.3]}}
      products: {core: {value: {lognormal: {mean: 24000, cv: 0.9}}}}
      sources: {web: {arrivals: {perMonth: 200}}}
      stages:
        - {name: Talk, delay: {exponential: {mean: 20 days}}, advance: 30%, lose: {no: 100%}}
      """;

  /** Uncertainty without spread: the draws are the stated values. */
  private static final String CERTAIN =
      PLAIN
          + """
          uncertainty:
            sources.web.arrivals.perMonth: 200
            stages.Talk.advance: 30%
            season.winning.quarterMonth[2]: 0.3
            products.core.value.lognormal.mean: 24000
          """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sources.web.arrivals.perMonth=400",
        "stages.Talk.advance=45%",
        "season.winning.quarterMonth[2]=0.8",
        "products.core.value.lognormal.mean=x1.5"
      })
  void anOverrideOfAnUncertainLeverActsAsItDoesWithoutUncertainty(String set) {
    assertSame(row(CERTAIN, List.of(set)), row(PLAIN, List.of(set)));
  }

  @Test
  void aFileThatExtendsAnotherMovesWhatIsDrawnAsAnOverrideDoes() {
    String own = "extends: t.yaml\noverrides: {stages.Talk.advance: 45%}\n";
    String text =
        CERTAIN.replace("advance: 30%\n  season", "advance: {beta: {mean: 30%, sd: 4%}}\n  season");
    assertThat(text).isNotEqualTo(CERTAIN);
    double[] extended = row(Map.of("t.yaml", text, "own.yaml", own), "own.yaml", List.of());
    assertThat(extended)
        .isEqualTo(row(Map.of("t.yaml", text), "t.yaml", List.of("stages.Talk.advance=45%")))
        .isNotEqualTo(row(Map.of("t.yaml", text), "t.yaml", List.of()));
  }

  @Test
  void withoutOverridesDrawsAtTheStatedValuesChangeNothing() {
    assertSame(row(CERTAIN, List.of()), row(PLAIN, List.of()));
  }

  private static double[] row(String text, List<String> sets) {
    return row(Map.of("t.yaml", text), "t.yaml", sets);
  }

  private static double[] row(Map<String, String> files, String name, List<String> sets) {
    ScenarioFile file =
        ScenarioFile.read(
            name,
            Attachments.ofTexts(files),
            sets.stream().map(s -> LeverOverride.parse(s).value()).toList());
    assertThat(file.problems()).isEmpty();
    SalesModel model = SalesModel.of(file.scenario().orElseThrow());
    Replication replication = new Replication(model, 3);
    replication.play(0);
    return new KpiLayout(model).row(replication.ledger());
  }

  /** Values come from a table in one case and not in the other, which differ by up to 1e-6. */
  private static void assertSame(double[] certain, double[] plain) {
    assertThat(certain).hasSameSizeAs(plain);
    for (int i = 0; i < plain.length; i++) {
      if (Double.isNaN(plain[i])) {
        assertThat(certain[i]).isNaN();
      } else {
        assertThat(certain[i]).isCloseTo(plain[i], Offset.offset(2e-6 * Math.abs(plain[i])));
      }
    }
  }
}
