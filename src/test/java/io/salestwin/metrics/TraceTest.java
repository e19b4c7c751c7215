package io.salestwin.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.metrics.Trace.Decision;
import io.salestwin.metrics.Trace.Event;
import io.salestwin.metrics.Trace.Kind;
import io.salestwin.metrics.Trace.Outcome;
import io.salestwin.model.Fact;
import io.salestwin.model.Ledger;
import io.salestwin.model.Replication;
import io.salestwin.model.SalesModel;
import io.salestwin.random.Elementary;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A trace tells what happened, and telling it changes nothing. */
class TraceTest {

  private static final int NUMBER = 3;

  /** What was traced with the ledger that it left. */
  private record Traced(Trace trace, Ledger ledger) {

    static Traced of(Scenario scenario) {
      SalesModel model = SalesModel.of(scenario);
      Replication replication = new Replication(model, 7);
      Trace trace = Trace.of(model, replication, NUMBER);
      return new Traced(trace, replication.ledger());
    }

    long fact(Fact fact) {
      long sum = 0;
      for (int member = 0; member < ledger.members(fact); member++) {
        sum += fact(fact, member);
      }
      return sum;
    }

    long fact(Fact fact, int member) {
      return ledger.sums(fact, 0, ledger.periods())[member];
    }

    Stream<Event> inHorizon(Kind kind) {
      return trace.events().stream().filter(e -> e.kind() == kind && e.timeMs() >= 0);
    }
  }

  static List<Scenario> scenarios() {
    return List.of(
        Rich.fromWarmUp(),
        Rich.fromDeals(),
        Rich.with("uncertainty={stages.Discovery.advance: {beta: {mean: 55%, sd: 8%}}}"));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void whoWatchesChangesNothing(Scenario scenario) {
    SalesModel model = SalesModel.of(scenario);
    KpiLayout layout = new KpiLayout(model);
    Replication alone = new Replication(model, 7);
    alone.play(NUMBER);
    double[] expected = layout.row(alone.ledger());
    Replication watched = new Replication(model, 7);
    Trace first = Trace.of(model, watched, NUMBER);
    assertThat(layout.row(watched.ledger())).isEqualTo(expected);
    Trace.of(model, watched, 0);
    assertThat(Trace.of(model, watched, NUMBER)).isEqualTo(first);
    watched.play(NUMBER);
    assertThat(layout.row(watched.ledger())).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void theEventsAreThoseOfTheLedger(Scenario scenario) {
    Traced traced = Traced.of(scenario);
    Trace trace = traced.trace();
    assertThat(traced.inHorizon(Kind.ARRIVED).count())
        .isEqualTo(traced.fact(Fact.LEADS))
        .isPositive();
    assertThat(traced.inHorizon(Kind.RETURNED).count()).isEqualTo(traced.fact(Fact.RETURNED));
    assertThat(traced.inHorizon(Kind.DORMANT).count()).isEqualTo(traced.fact(Fact.RECYCLED));
    assertThat(traced.inHorizon(Kind.WON).mapToLong(e -> lead(trace, e).valueCents()).sum())
        .isEqualTo(traced.fact(Fact.BOOKINGS))
        .isPositive();
    for (int a = 0; a < trace.names().activities().size(); a++) {
      assertThat(count(traced, Kind.TOUCH_ENDED, a)).isEqualTo(traced.fact(Fact.TOUCHES, a));
    }
    for (int r = 0; r < trace.names().reasons().size(); r++) {
      assertThat(count(traced, Kind.LOST, r)).isEqualTo(traced.fact(Fact.LOST, r));
    }
    for (int s = 0; s < trace.names().stages().size(); s++) {
      int stage = s;
      Predicate<Event> here = e -> e.stage() == stage;
      assertThat(traced.inHorizon(Kind.ENTERED).filter(here).count())
          .isEqualTo(traced.fact(Fact.ENTERED, s));
      assertThat(traced.inHorizon(Kind.ADVANCED).filter(here).count())
          .isEqualTo(traced.fact(Fact.ADVANCED, s));
      assertThat(traced.inHorizon(Kind.REGRESSED).filter(here).count())
          .isEqualTo(traced.fact(Fact.REGRESSED, s));
    }
    for (int r = 0; r < trace.names().reps().size(); r++) {
      int rep = r;
      assertThat(traced.inHorizon(Kind.WON).filter(e -> e.rep() == rep).count())
          .isEqualTo(traced.fact(Fact.WON_BY_REP, r));
    }
  }

  private static long count(Traced traced, Kind kind, int about) {
    return traced.inHorizon(kind).filter(e -> e.about() == about).count();
  }

  private static Trace.Lead lead(Trace trace, Event e) {
    return trace.leads().get(e.lead());
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void theEffectsOfTheDecisionsAreThoseOfTheLedger(Scenario scenario) {
    Traced traced = Traced.of(scenario);
    for (int stage = 0; stage < scenario.stages().size(); stage++) {
      Map<String, Long> sums = new HashMap<>();
      for (Decision decision : decisions(traced, stage)) {
        decision.effects().forEach(e -> sums.merge(nameOf(e), millionths(e), Long::sum));
      }
      assertThat(decisions(traced, stage)).hasSize((int) traced.fact(Fact.DECIDED, stage));
      compare(traced, Fact.EFFECT_KIND, stage, sums.getOrDefault("kind", 0L));
      compare(traced, Fact.EFFECT_QUALITY, stage, sums.getOrDefault("lead quality", 0L));
      compare(traced, Fact.EFFECT_SKILL, stage, sums.getOrDefault("rep skill", 0L));
      compare(traced, Fact.EFFECT_RESPONSE, stage, sums.getOrDefault("response time", 0L));
      compare(traced, Fact.EFFECT_SEASON, stage, sums.getOrDefault("season", 0L));
    }
    assertThat(traced.fact(Fact.EFFECT_QUALITY)).isNotZero();
    assertThat(traced.fact(Fact.EFFECT_KIND)).isNotZero();
    assertThat(traced.fact(Fact.EFFECT_SKILL)).isNotZero();
    assertThat(traced.fact(Fact.EFFECT_RESPONSE)).isNotZero();
  }

  private static void compare(Traced traced, Fact fact, int stage, long sum) {
    assertThat(sum).as(fact + " " + stage).isEqualTo(traced.fact(fact, stage));
  }

  private static String nameOf(Trace.Effect effect) {
    return effect.name().matches("(segment|product|source) .*") ? "kind" : effect.name();
  }

  private static long millionths(Trace.Effect effect) {
    return Math.round(effect.logOdds() * 1e6);
  }

  /** Those of the horizon: what was decided for the deals of day one belongs to it. */
  private static List<Decision> decisions(Traced traced, int stage) {
    return traced
        .inHorizon(Kind.DECIDED)
        .filter(e -> e.stage() == stage)
        .map(e -> traced.trace().decisions().get(e.about()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void whatWasDrawnIsWhatComes(Scenario scenario) {
    Trace trace = Traced.of(scenario).trace();
    Map<Integer, Event> pending = new HashMap<>();
    Map<Integer, Boolean> dayOne = new HashMap<>();
    int checked = 0;
    for (Event e : trace.events()) {
      switch (e.kind()) {
        case OPENED -> dayOne.put(e.lead(), true);
        case DECIDED -> {
          pending.put(e.lead(), e);
          Decision decision = trace.decisions().get(e.about());
          if (dayOne.remove(e.lead()) == null) {
            addsUp(scenario.stages().get(e.stage()), decision);
          }
        }
        case ADVANCED -> {
          checked++;
          assertThat(decision(trace, pending.remove(e.lead())).isAdvance()).isTrue();
        }
        case REGRESSED -> {
          checked++;
          assertThat(decision(trace, pending.remove(e.lead())).isRegress()).isTrue();
        }
        case LOST, DORMANT -> {
          String reason = trace.names().reasons().get(e.about());
          Event drawn = pending.remove(e.lead());
          if (!reason.equals(Stage.TIMED_OUT) && !reason.equals(Stage.WENT_COLD)) {
            checked++;
            Decision decision = decision(trace, drawn);
            assertThat(decision.isAdvance() || decision.isRegress()).isFalse();
          }
        }
        default -> {}
      }
    }
    assertThat(checked).isGreaterThan(500);
  }

  private static Decision decision(Trace trace, Event drawn) {
    return trace.decisions().get(drawn.about());
  }

  private static void addsUp(Stage stage, Decision decision) {
    double logOdds = Elementary.logit(decision.stated());
    logOdds += decision.effects().stream().mapToDouble(Trace.Effect::logOdds).sum();
    double regress = stage.regress().map(Stage.Regress::probability).orElse(0.0);
    assertThat(decision.regress()).isEqualTo(regress);
    assertThat(decision.advance())
        .isCloseTo((1 - regress) * Elementary.logistic(logOdds), within(1e-12));
  }

  @Test
  void leadsAreNumberedInTheOrderOfTheirArrivalAndDealsKeepTheirIds() {
    Trace trace = Traced.of(Rich.fromWarmUp()).trace();
    List<Integer> numbers =
        trace.events().stream()
            .filter(e -> e.kind() == Kind.ARRIVED)
            .map(e -> lead(trace, e).number())
            .toList();
    assertThat(numbers).isSorted().startsWith(1, 2, 3).endsWith(trace.leads().size());
    Trace deals = Traced.of(Rich.fromDeals()).trace();
    assertThat(deals.leads().get(0).name()).isEqualTo("deal-D0");
    assertThat(deals.leads().stream().filter(lead -> lead.number() == 1).count()).isEqualTo(1);
  }

  @Test
  void anOutcomeIsHowFarALeadCame() {
    Traced traced = Traced.of(Rich.fromWarmUp());
    Trace trace = traced.trace();
    for (Outcome outcome : Outcome.values()) {
      assertThat(trace.leads()).anyMatch(lead -> lead.outcome() == outcome);
    }
    long alive =
        trace.leads().stream()
            .filter(l -> l.outcome() == Outcome.OPEN || l.outcome() == Outcome.DORMANT)
            .count();
    int last = traced.ledger().periods() - 1;
    assertThat(alive).isEqualTo(traced.ledger().get(Fact.ALIVE_AT_END, last, 0));
    assertThat(trace.leads())
        .allSatisfy(
            lead -> {
              boolean lost = lead.outcome() == Outcome.LOST || lead.outcome() == Outcome.DORMANT;
              assertThat(lead.reason() != Trace.NONE).isEqualTo(lost);
            });
  }

  @Test
  void aTouchThatIsCutOffSaysSo() {
    // leads leave by time-out in the middle of long work
    Trace trace =
        Traced.of(Rich.with("stages.Discovery.timeOut=4 days", "roles.SE.headcount=2")).trace();
    Map<Integer, Event> began = new HashMap<>();
    int cut = 0;
    for (Event e : trace.events()) {
      switch (e.kind()) {
        case TOUCH_BEGAN -> assertThat(began.put(e.lead(), e)).isNull();
        case TOUCH_ENDED, TOUCH_CUT -> {
          Event begin = began.remove(e.lead());
          assertThat(e.rep()).isEqualTo(begin.rep());
          assertThat(e.about()).isEqualTo(begin.about());
          cut += e.kind() == Kind.TOUCH_CUT ? 1 : 0;
        }
        case LOST, DORMANT, ADVANCED, REGRESSED -> assertThat(began).doesNotContainKey(e.lead());
        default -> {}
      }
    }
    assertThat(cut).isGreaterThan(5);
  }
}
