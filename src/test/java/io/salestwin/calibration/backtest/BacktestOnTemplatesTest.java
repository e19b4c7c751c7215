package io.salestwin.calibration.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.calibration.CrmHistory;
import io.salestwin.calibration.CrmImport;
import io.salestwin.calibration.MappingRules;
import io.salestwin.forecast.Score;
import io.salestwin.report.EventLog;
import io.salestwin.run.RunPlan;
import io.salestwin.run.Tracer;
import io.salestwin.scenario.Attachments;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import io.salestwin.scenario.Stage;
import io.salestwin.scenario.Template;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Histories on which nothing was chosen: each template is played four times, its events are
 * exported, and forecasts of six months of each are held against what came. The best rule of each
 * history is known only afterwards. Were 90 % intervals to hold in 90 % of 144 windows, 79 % or
 * fewer would come in fewer than 1 of 1,000 such tests.
 */
@Tag("validation")
class BacktestOnTemplatesTest {

  private static final int EACH = 4;
  private static final int WINDOWS = 6;

  @TempDir private Path folder;

  @Test
  void intervalsHoldAndTheModelIsNearerThanTheBestRules() throws IOException {
    int in90 = 0;
    int in80 = 0;
    int all = 0;
    double crps = 0;
    double rules = 0;
    StringBuilder said = new StringBuilder();
    for (String template : Template.list()) {
      for (int seed = 1; seed <= EACH; seed++) {
        Backtest.Target wins = backtest(template, seed).wins();
        List<Score> scores = wins.model().scores().stream().flatMap(Optional::stream).toList();
        all += scores.size();
        in90 += wins.model().in90();
        in80 += wins.model().in80();
        double mean = scores.stream().mapToDouble(Score::actual).average().orElseThrow();
        crps += wins.model().crps() / mean;
        rules += wins.bestRule().crps() / mean;
        said.append(
            String.format(
                Locale.ROOT,
                "%s %d: wins %.0f, error %.3f, noise %.3f, skill %.2f (%s), in 80 %d, in 90 %d of %d%n",
                template,
                seed,
                mean,
                wins.model().mape(),
                wins.floor(),
                wins.skill(),
                wins.bestRule().name(),
                wins.model().in80(),
                wins.model().in90(),
                scores.size()));
      }
    }

    assertThat(all).isEqualTo(Template.list().size() * EACH * WINDOWS);
    assertThat(in90 / (double) all).as(said.toString()).isBetween(0.80, 1.0);
    assertThat(in80 / (double) all).as(said.toString()).isBetween(0.7, 1.0);
    assertThat(crps).as(said.toString()).isLessThan(rules);
  }

  private Backtest backtest(String template, int seed) throws IOException {
    Scenario scenario =
        ScenarioFile.read(
                "t.yaml", Attachments.ofTexts(Map.of("t.yaml", Template.text(template))), List.of())
            .scenario()
            .orElseThrow();
    Path file = folder.resolve("log.csv");
    new EventLog(1, new Tracer(new RunPlan(scenario, seed, 1))::trace).write(file, n -> {});
    MappingRules rules =
        new MappingRules(
            Map.of(),
            Map.of(),
            scenario.stages().stream().map(Stage::name).map(s -> "Entered " + s).toList(),
            List.of("Won"),
            List.of("Lost"),
            "USD");
    CrmHistory history = CrmImport.read(file, rules, step -> {}).history();
    BacktestPlan usual = BacktestPlan.usual(history, 1);
    return Backtest.of(
        history,
        new BacktestPlan(
            usual.first(), Period.ofMonths(1), Period.ofMonths(1), WINDOWS, 200, 1, Holidays.USUAL),
        step -> {});
  }
}
