package io.salestwin.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.metrics.Recorder.Lead;
import io.salestwin.model.Dimension;
import io.salestwin.model.Replication;
import io.salestwin.model.SalesModel;
import io.salestwin.scenario.AlertRule;
import io.salestwin.scenario.LeverOverride;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Alerts, week by week, against what an observer saw. */
class AlarmsTest {

  private static final long DAY = 86_400_000L;
  private static final long WEEK = 7 * DAY;
  private static final long[] ENDS = {90 * DAY, 181 * DAY};

  private static final List<String> RULES =
      List.of(
          "leads < 44",
          "leads < 55 for 2 weeks",
          "won.small >= 3",
          "coverage < 4",
          "attainment < 100% for 5 weeks",
          "response_hours.Qualification > 9");

  private record Play(KpiLayout layout, Recorder seen, double[] row) {
    double figure(String name) {
      assertThat(layout.index(name)).as(name).isNotNegative();
      return row[layout.index(name)];
    }
  }

  private static Play play(int number, String... sets) {
    Scenario scenario = Rich.with(sets);
    SalesModel model = SalesModel.of(scenario);
    Replication replication = new Replication(model, 21);
    Recorder seen = new Recorder(scenario.opportunityFrom(), model.members(Dimension.REASON));
    replication.observe(seen);
    replication.play(number);
    KpiLayout layout = new KpiLayout(model);
    return new Play(layout, seen, layout.row(replication.ledger()));
  }

  private static String rules() {
    return "alerts=[\"" + String.join("\", \"", RULES) + "\"]";
  }

  /** Facts by week are facts by period in parts: no other figure changes by a bit. */
  @Test
  void alertsChangeNoOtherFigure() {
    for (String begin :
        new String[] {"begin={warmUp: 60 days}", "begin={pipeline: rich-open.csv}"}) {
      Play without = play(0, begin);
      Play with = play(0, begin, rules());
      for (int i = 0; i < without.row().length; i++) {
        String name = without.layout().columns().get(i).name();
        assertThat((Double) with.figure(name)).as(name).isEqualTo((Double) without.row()[i]);
      }
    }
  }

  /** Also where forecasts, customers, people or pay are part of the scenario. */
  @ParameterizedTest
  @ValueSource(strings = {"hygiene", "customers", "team"})
  void alertsChangeNoOtherFigureOfTheExamples(String part) {
    Path file = Path.of("scenarios/b2b-saas-" + part + ".yaml");
    Scenario plain = ScenarioFile.read(file, List.of()).scenario().orElseThrow();
    LeverOverride alerts = LeverOverride.parse(rules()).value();
    Scenario watched = ScenarioFile.read(file, List.of(alerts)).scenario().orElseThrow();
    KpiLayout without = new KpiLayout(SalesModel.of(plain));
    KpiLayout with = new KpiLayout(SalesModel.of(watched));
    double[] expected = row(without, plain);
    double[] observed = row(with, watched);
    for (int i = 0; i < expected.length; i++) {
      String name = without.columns().get(i).name();
      assertThat((Double) observed[with.index(name)]).as(name).isEqualTo((Double) expected[i]);
    }
  }

  private static double[] row(KpiLayout layout, Scenario scenario) {
    Replication replication = new Replication(SalesModel.of(scenario), 21);
    replication.play(3);
    return layout.row(replication.ledger());
  }

  @Test
  void everyAlertFiresWhereARecountOfTheWeeksSaysSo() {
    int fired = 0;
    int silent = 0;
    for (int number = 0; number < 3; number++) {
      Play play = play(number, rules());
      for (int r = 0; r < RULES.size(); r++) {
        int rule = r;
        double[] expected = early(week -> holds(play, rule, week), weeks(rule));
        for (int p = 0; p < 2; p++) {
          String of = "." + RULES.get(r) + ".2027-Q" + (p + 1);
          boolean fires = !Double.isNaN(expected[p]);
          fired += fires ? 1 : 0;
          silent += fires ? 0 : 1;
          assertThat(play.figure("alert_fired" + of)).as(of).isEqualTo(fires ? 1 : 0);
          if (fires) {
            assertThat(play.figure("alert_weeks_early" + of))
                .as(of)
                .isCloseTo(expected[p], within(1e-9));
          } else {
            assertThat(play.figure("alert_weeks_early" + of)).as(of).isNaN();
          }
        }
      }
    }
    assertThat(fired).isGreaterThan(5);
    assertThat(silent).isGreaterThan(5);
  }

  private static int weeks(int rule) {
    return rule == 1 ? 2 : rule == 4 ? 5 : 1;
  }

  /** Weeks before the end of each quarter at which a condition has held for so many weeks. */
  private static double[] early(IntPredicate holds, int inARow) {
    double[] early = {Double.NaN, Double.NaN};
    int held = 0;
    for (int week = 0; (week + 1) * WEEK <= ENDS[1]; week++) {
      held = holds.test(week) ? held + 1 : 0;
      int period = (week + 1) * WEEK <= ENDS[0] ? 0 : 1;
      if (held >= inARow && Double.isNaN(early[period])) {
        early[period] = (ENDS[period] - (week + 1) * WEEK) / (double) WEEK;
      }
    }
    return early;
  }

  private static boolean holds(Play play, int rule, int week) {
    long from = week * WEEK;
    long to = from + WEEK;
    int period = to <= ENDS[0] ? 0 : 1;
    long begin = period == 0 ? 0 : ENDS[0];
    double target = period == 0 ? 90_000_000 - 5_000_000 : 110_000_000;
    double before = value(won(play, begin, Math.max(begin, from)));
    return switch (rule) {
      case 0 -> arrivals(play, from, to) < 44;
      case 1 -> arrivals(play, from, to) < 55;
      case 2 -> won(play, from, to).filter(l -> l.segment == 0).count() >= 3;
      case 3 -> target - before > 0 && open(play, from) / (target - before) < 4;
      case 4 -> {
        double whole = period == 0 ? 90_000_000 : 110_000_000;
        double booked = whole - target;
        yield (booked + before + value(won(play, from, to))) / whole < 1;
      }
      default -> {
        double mean =
            play.seen().visits.stream()
                .filter(v -> v.stay.of == 0 && v.firstTouch >= from && v.firstTouch < to)
                .mapToLong(v -> v.firstTouch - v.stay.from)
                .average()
                .orElse(Double.NaN);
        yield mean / 3_600_000 > 9;
      }
    };
  }

  private static long arrivals(Play play, long from, long to) {
    return play.seen().arrivals.stream().filter(a -> a.at() >= from && a.at() < to).count();
  }

  private static Stream<Lead> won(Play play, long from, long to) {
    return play.seen().leads.values().stream()
        .filter(l -> l.won && l.ended >= from && l.ended < to);
  }

  private static double value(Stream<Lead> leads) {
    return leads.mapToLong(l -> l.valueCents).sum();
  }

  private static double open(Play play, long at) {
    return value(
        play.seen().visits.stream()
            .filter(v -> v.stay.of >= 1 && v.stay.from < at && v.stay.to >= at)
            .map(v -> v.stay.lead));
  }

  @Test
  void aRuleIsReadAsItIsWritten() {
    AlertRule rule = AlertRule.parse("response_hours.First call > 24 for 2 weeks").value();
    assertThat(rule.figure()).isEqualTo("response_hours.First call");
    assertThat(rule.bound()).isEqualTo(24);
    assertThat(rule.weeks()).isEqualTo(2);
    assertThat(rule.holds(24)).isFalse();
    assertThat(rule.holds(24.5)).isTrue();
    assertThat(rule.holds(Double.NaN)).isFalse();
    assertThat(AlertRule.parse("win_rate <= 20%").value().holds(0.2)).isTrue();
    assertThat(AlertRule.parse("coverage is low").isBad()).isTrue();
    assertThat(AlertRule.parse("coverage < much").reason()).contains("the bound of");
    assertThat(AlertRule.parse("coverage < 3 for 0 weeks").reason()).contains("nothing holds");
  }
}
