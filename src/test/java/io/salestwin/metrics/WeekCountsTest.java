package io.salestwin.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.calendar.Clock;
import io.salestwin.model.Replication;
import io.salestwin.model.SalesModel;
import io.salestwin.scenario.Attachments;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Weeks from the beginning of the warm-up on: what is counted is what an observer sees. */
class WeekCountsTest {

  private static final long WEEK = 7 * Clock.DAY;

  private static Scenario scenario(String begin) {
    String text =
        """
        name: Weeks
        start: 2027-01-01
        horizon: 10 weeks
        products: {core: {value: 100}}
        sources: {inbound: {arrivals: {perMonth: 60}}}
        stages: [{name: Talk, advance: 50%, delay: {exponential: {mean: 20 days}}}]
        """
            + begin;
    Map<String, String> files =
        Map.of("s.yaml", text, "open.csv", "id,stage,age\nA,Talk,3 days\nB,Talk,9 days\n");
    ScenarioFile file = ScenarioFile.read("s.yaml", Attachments.ofTexts(files), List.of());
    return file.scenario().orElseThrow(() -> new AssertionError(file.problems().toString()));
  }

  @Test
  void theyAreWhatAnObserverSees() {
    Scenario scenario = scenario("begin: {warmUp: 30 days}\n");
    WeekCounts counts = new WeekCounts(scenario);
    // 30 days and 10 weeks: the last 2 days are no whole week
    assertThat(counts.weeks()).isEqualTo(14);
    int[] leads = new int[15];
    int[] deals = new int[15];
    int[] ages = new int[15];
    Map<Long, Integer> came = new HashMap<>();
    Replication replication = new Replication(SalesModel.of(scenario), 1);
    replication.count(counts);
    replication.observe(
        (step, timeMs, entity, stage, rep) -> {
          int week = (int) ((timeMs + 30 * Clock.DAY) / WEEK);
          switch (step) {
            case ARRIVED -> {
              leads[week]++;
              came.put(entity, week);
            }
            case WON -> {
              deals[week]++;
              ages[week - came.get(entity)] += week < 14 ? 1 : 0;
            }
            default -> {
              // not counted
            }
          }
        });
    replication.play(0);
    for (int week = 0; week < 14; week++) {
      assertThat(counts.leads(week)).isEqualTo(leads[week]);
      assertThat(counts.deals(week)).isEqualTo(deals[week]);
      assertThat(counts.dealsOfAge(week)).isEqualTo(ages[week]);
    }
    assertThat(IntStream.of(leads).sum()).isGreaterThan(100);
    assertThat(IntStream.of(deals).sum()).isGreaterThan(30);
  }

  @Test
  void dealsOfAStartingPipelineHaveNoAge() {
    WeekCounts counts = new WeekCounts(scenario("begin: {pipeline: open.csv}\n"));
    assertThat(counts.weeks()).isEqualTo(10);
    counts.won(-3 * Clock.DAY, 8 * Clock.DAY);
    counts.won(Clock.DAY, 8 * Clock.DAY);
    counts.came(71 * Clock.DAY);
    counts.won(Clock.DAY, 71 * Clock.DAY);
    assertThat(counts.deals(1)).isEqualTo(2);
    assertThat(counts.dealsOfAge(1)).isEqualTo(1);
    assertThat(IntStream.range(0, 10).map(counts::leads).sum()).isZero();
  }

  @Test
  void nobodyCountsWhoWasSentAway() {
    Scenario scenario = scenario("begin: {empty: true}\n");
    WeekCounts counts = new WeekCounts(scenario);
    Replication replication = new Replication(SalesModel.of(scenario), 1);
    replication.count(counts);
    replication.count(null);
    replication.play(0);
    assertThat(IntStream.range(0, 10).map(counts::leads).sum()).isZero();
  }
}
