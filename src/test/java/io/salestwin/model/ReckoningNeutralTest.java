package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.metrics.KpiLayout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** How quotas grow and how forecasts are weighted moves no lead, and at its neutral no figure. */
class ReckoningNeutralTest {

  private static final String QUOTA = ", quota: 90k/quarter";

  @Property(seed = "1", tries = 30, shrinking = ShrinkingMode.OFF)
  void aQuotaThatIsWholeFromTheFirstMonthIsAPlainQuota(@ForAll long seed) {
    Figures plain = Figures.of(quotas(seed, ""), seed);
    Figures neutral = Figures.of(quotas(seed, ", quotaRamp: [100%, 100%, 100%]"), seed);
    assertThat(neutral.seen()).isEqualTo(plain.seen());
    assertThat(neutral.kpis()).isEqualTo(plain.kpis());
  }

  @Property(seed = "1", tries = 30, shrinking = ShrinkingMode.OFF)
  void aWeightingThatTakesNothingOffIsThePlainForecast(@ForAll long seed) {
    Figures plain = Figures.of(forecasts(seed, ""), seed);
    Figures neutral = Figures.of(forecasts(seed, ", weighting: {slip: 0%, byRep: false}"), seed);
    assertThat(neutral.seen()).isEqualTo(plain.seen());
    assertThat(neutral.kpis()).containsAllEntriesOf(plain.kpis());
    neutral
        .kpis()
        .forEach(
            (name, value) -> {
              if (name.startsWith("forecast_adjusted")) {
                boolean error = name.startsWith("forecast_adjusted_error");
                String twin =
                    error
                        ? name.replace("adjusted_error", "error")
                        : name.replace("adjusted", "weighted");
                assertThat(value).as(name).isEqualTo(plain.kpis().get(twin));
              } else {
                assertThat(plain.kpis()).containsKey(name);
              }
            });
  }

  @Example
  void onceTheyAreNotNeutralTheyMatterToTheirFiguresOnly() {
    int quotas = 0;
    int weightings = 0;
    for (long seed = 0; seed < 40; seed++) {
      Figures plain = Figures.of(quotas(seed, ""), seed);
      Figures grown = Figures.of(quotas(seed, ", quotaRamp: [0%, 20%, 40%]"), seed);
      quotas += grown.kpis().equals(plain.kpis()) ? 0 : 1;
      Figures weighted = Figures.of(forecasts(seed, ""), seed);
      Figures adjusted = Figures.of(forecasts(seed, ", weighting: {slip: 90%, byRep: true}"), seed);
      assertThat(adjusted.seen()).isEqualTo(weighted.seen());
      weightings +=
          adjusted.kpis().get("forecast_adjusted").equals(weighted.kpis().get("forecast_weighted"))
              ? 0
              : 1;
    }
    assertThat(quotas).isPositive();
    assertThat(weightings).isPositive();
  }

  /** Every role with a quota, and without the games that follow the attainment. */
  private static Story quotas(long seed, String more) {
    Story story = AnyScenario.of(seed);
    return story.eachRole(
        about ->
            about.replaceAll(", quota: 90k/quarter, quotaRamp: [^]]*], timing: [{][^}]*[}]", "")
                + QUOTA
                + more);
  }

  private static Story forecasts(long seed, String more) {
    Story story = AnyScenario.of(seed);
    story.with(
        "hygiene", "{slips: {planAt: 60%, limit: 2, effect: -0.5}, categories: {}" + more + "}");
    return story;
  }

  /** What was seen, and every figure by its name. */
  private record Figures(List<Story.Seen> seen, Map<String, Double> kpis) {

    static Figures of(Story story, long seed) {
      SalesModel model = story.model();
      Story.Play play = Story.Play.of(model, seed, 0);
      KpiLayout layout = new KpiLayout(model);
      double[] row = layout.row(play.ledger());
      Map<String, Double> kpis = new HashMap<>();
      for (int i = 0; i < row.length; i++) {
        kpis.put(layout.columns().get(i).name(), row[i]);
      }
      return new Figures(play.seen(), kpis);
    }
  }
}
