package io.salestwin.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.document.Document;
import io.salestwin.forecast.Forecast;
import io.salestwin.run.Precision;
import io.salestwin.run.RunResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SummaryTest {

  private static final String JSON = Fixtures.report().json();
  private static final Document TREE = Document.parse(JSON, "summary.json");

  @Test
  void theSummaryIsJson() {
    assertThat(TREE.problems()).isEmpty();
  }

  @Test
  void everyFigureCarriesItsUnitAndItsError() {
    assertThat(text("periods", "0", "odds", "value")).isEqualTo("0.72");
    assertThat(text("periods", "0", "odds", "unit")).isEqualTo("fraction");
    assertThat(text("periods", "0", "odds", "error", "level")).isEqualTo("0.95");
    assertThat(text("periods", "0", "target")).isEqualTo("2400000.0");
    assertThat(text("periods", "0", "range", "p50")).isEqualTo("2510000.0");
    assertThat(text("periods", "0", "rangeError", "p50", "level")).isEqualTo("0.95");
    assertThat(text("end")).isEqualTo("all");
    assertThat(text("stages", "1", "queue", "unit")).isEqualTo("days");
    assertThat(text("inputShare", "value")).isEqualTo("0.37");
    assertThat(text("opening", "stale")).isEqualTo("130");
    assertThat(text("opening", "valueNotStated")).isEqualTo("12");
  }

  @Test
  void whatIsNotComputableIsNullWithItsReason() {
    assertThat(TREE.root().get("thresholds").items().get(3).get("actual").get("value").isNull())
        .isTrue();
    assertThat(text("thresholds", "3", "outcome")).isEqualTo("not computable");
    assertThat(text("thresholds", "3", "actual", "reason"))
        .isEqualTo("the scenario has no opening customers");
    assertThat(JSON).doesNotContain("NaN", "Infinity");
  }

  @Test
  void aPrecisionIsToldFigureByFigure() {
    Precision.Goal goal = new Precision.Mean("mean bookings of 2027-Q1", "b", 0.01, true);
    Forecast forecast =
        Fixtures.forecast(
            "S",
            new Forecast.Sampling(
                RunResult.End.STOPPED,
                List.of(new Precision.Reached(goal, Fixtures.estimate(1, 0.02), 0.02)),
                Optional.of(Fixtures.estimate(1.5, 0.1))));
    String json = new Report(forecast, List.of(), Map.of()).json();
    assertThat(Document.parse(json, "summary.json").problems()).isEmpty();
    assertThat(json.replaceAll("\\s+", " "))
        .contains("\"end\": \"stopped\"", "\"complete\": false")
        .contains(
            "{ \"figure\": \"mean bookings of 2027-Q1\", \"column\": \"b\", \"halfWidth\": 0.02,"
                + " \"asked\": 0.01, \"unit\": \"fraction of the figure\", \"met\": false }")
        .contains("\"antitheticVarianceRatio\": { \"value\": 1.5");
  }

  @Test
  void everyPartOfTheForecastIsThere() {
    Forecast forecast = Fixtures.report().forecast();
    assertThat(TREE.root().get("kpis").items()).hasSameSizeAs(forecast.kpis());
    assertThat(TREE.root().get("weeks").items()).hasSameSizeAs(forecast.weeks());
    assertThat(TREE.root().get("periods").items()).hasSameSizeAs(forecast.periods());
    assertThat(TREE.root().get("stages").items()).hasSameSizeAs(forecast.stages());
    assertThat(TREE.root().get("roles").items()).hasSameSizeAs(forecast.roles());
    assertThat(TREE.root().get("warnings").items()).hasSize(1);
    assertThat(text("thresholdsMet")).isEqualTo("false");
  }

  private static String text(String... path) {
    var node = TREE.root();
    for (String step : List.of(path)) {
      node = step.matches("\\d+") ? node.items().get(Integer.parseInt(step)) : node.get(step);
    }
    return node.text();
  }
}
