package io.salestwin.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.explain.Step.Decided;
import io.salestwin.explain.Step.Waited;
import io.salestwin.metrics.Rich;
import io.salestwin.metrics.Trace;
import io.salestwin.model.Fact;
import io.salestwin.model.Ledger;
import io.salestwin.model.Replication;
import io.salestwin.model.SalesModel;
import io.salestwin.scenario.Scenario;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stories of all leads and reps together are the facts of the replication. */
class StoriesTest {

  private static final double HOUR_MS = 3_600_000;

  /** A replication with all its stories. */
  private record Told(Trace trace, Ledger ledger, List<LeadStory> leads) {

    static Told of(Scenario scenario) {
      SalesModel model = SalesModel.of(scenario);
      Replication replication = new Replication(model, 11);
      Trace trace = Trace.of(model, replication, 0);
      List<LeadStory> leads = new ArrayList<>();
      trace.leads().forEach(lead -> leads.add(Explanation.lead(trace, lead.name()).value()));
      return new Told(trace, replication.ledger(), leads);
    }

    Scenario scenario() {
      return trace.scenario();
    }

    <S extends Step> List<S> steps(Class<S> kind) {
      return leads.stream()
          .flatMap(lead -> lead.steps().stream())
          .filter(kind::isInstance)
          .map(kind::cast)
          .toList();
    }

    long fact(Fact fact, int member) {
      return ledger.sums(fact, 0, ledger.periods())[member];
    }
  }

  private static List<Told> all;

  /** All stories are told once: that takes a while. */
  @BeforeAll
  static void tell() {
    all =
        Stream.of(
                rich(),
                rich("begin={pipeline: rich-open.csv}"),
                rich("queue=lifo", "roles.AE.take=whenFree"))
            .map(Told::of)
            .toList();
  }

  private static Scenario rich(String... sets) {
    Stream<String> quarter = Stream.of("horizon=1 quarter", "targets={2027-Q1: 0.9M}");
    return Rich.with(Stream.concat(quarter, Stream.of(sets)).toArray(String[]::new));
  }

  @AfterAll
  static void forget() {
    all = null;
  }

  static List<Told> all() {
    return all;
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyStoryIsInOrderOfTimeAndEndsOnce(Told told) {
    assertThat(told.leads()).hasSizeGreaterThan(500);
    for (LeadStory story : told.leads()) {
      List<LocalDateTime> times = story.steps().stream().map(Step::at).toList();
      assertThat(times).as(story.name()).isSorted();
      Step first = story.steps().get(0);
      assertThat(first instanceof Step.Arrived || first instanceof Step.Opened).isTrue();
      long ends =
          story.steps().stream()
              .filter(
                  s ->
                      s instanceof Step.Won
                          || s instanceof Step.Ended
                          || (s instanceof Step.Lost lost && !lost.returns()))
              .count();
      assertThat(ends).as(story.name()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void allWaitsTogetherAreTheLedgers(Told told) {
    LocalDateTime start = told.scenario().start().atStartOfDay();
    double hours = 0;
    for (Waited wait : told.steps(Waited.class)) {
      double before = Math.max(0, ChronoUnit.MILLIS.between(wait.at(), start) / HOUR_MS);
      hours += Math.max(0, wait.hours() - before);
      assertThat(wait.workingHours()).isBetween(0.0, wait.hours() + 1e-9);
      assertThat(wait.busy()).isBetween(0, wait.reps());
      assertThat(wait.full()).isBetween(0, wait.reps());
    }
    long area = 0;
    for (int role = 0; role < told.scenario().roles().size(); role++) {
      area += told.fact(Fact.WAITING_AREA, role);
    }
    assertThat(hours).isCloseTo(area / HOUR_MS, within(1e-6 * area / HOUR_MS));
    assertThat(hours).isPositive();
  }

  /**
   * Counted again from all waits; where two began in one instant, their order is not known here.
   */
  @ParameterizedTest
  @MethodSource("all")
  void howManyWaitBeforeIsHowManyDo(Told told) {
    List<Waited> waits = new ArrayList<>(told.steps(Waited.class));
    waits.sort(Comparator.comparing(Waited::at));
    int checked = 0;
    for (int i = 0; i < waits.size(); i++) {
      Waited wait = waits.get(i);
      boolean alone =
          (i == 0 || waits.get(i - 1).at().isBefore(wait.at()))
              && (i + 1 == waits.size() || wait.at().isBefore(waits.get(i + 1).at()));
      long others =
          waits.subList(0, i).stream()
              .filter(o -> o.line() == wait.line() && o.whom().equals(wait.whom()))
              .filter(o -> end(o).isAfter(wait.at()))
              .count();
      if (alone) {
        assertThat(wait.before()).as(wait.toString()).isEqualTo((int) others);
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(200);
    assertThat(waits).anyMatch(wait -> wait.before() > 2);
  }

  private static LocalDateTime end(Waited wait) {
    return wait.at().plus(Math.round(wait.hours() * HOUR_MS), ChronoUnit.MILLIS);
  }

  @ParameterizedTest
  @MethodSource("all")
  void theEffectsLeadFromTheStatedChanceToTheActualOne(Told told) {
    List<Decided> exits = told.steps(Decided.class);
    assertThat(exits).hasSizeGreaterThan(500);
    for (Decided exit : exits) {
      double odds = exit.stated() / (1 - exit.stated());
      for (Step.Effect effect : exit.effects()) {
        odds *= Math.exp(effect.logOdds());
        assertThat(effect.chance()).isCloseTo(odds / (1 + odds), within(1e-9));
      }
      assertThat(exit.chance()).isCloseTo(odds / (1 + odds), within(1e-9));
      Step.Way drawn =
          exit.draw() < exit.advanceBelow()
              ? Step.Way.FORWARDS
              : exit.draw() < exit.backBelow() ? Step.Way.BACK : Step.Way.LOST;
      if (exit.way() != Step.Way.TIMED_OUT) {
        assertThat(exit.way()).isEqualTo(drawn);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void theRepsTogetherDidWhatTheLedgerSays(Told told) {
    int rep = 0;
    for (int role = 0; role < told.scenario().roles().size(); role++) {
      double hours = 0;
      double available = 0;
      for (int i = 0; i < told.scenario().roles().get(role).reps().size(); i++, rep++) {
        RepStory story =
            Explanation.rep(told.trace(), told.trace().names().reps().get(rep)).value();
        RepStory.Span total = story.total();
        hours += total.hours();
        available += total.workingHours();
        assertThat(total.won()).isEqualTo((int) told.fact(Fact.WON_BY_REP, rep));
        assertThat(total.value())
            .isCloseTo(told.fact(Fact.BOOKINGS_BY_REP, rep) / 100.0, within(1e-6));
        spansAddUp(story);
      }
      assertThat(hours * HOUR_MS).isCloseTo(told.fact(Fact.BUSY_MS, role), within(1.0));
      assertThat(available * HOUR_MS).isCloseTo(told.fact(Fact.AVAILABLE_MS, role), within(1.0));
    }
  }

  private static void spansAddUp(RepStory story) {
    RepStory.Span total = story.total();
    int open = story.openAtStart();
    assertThat(open).isNotNegative();
    assertThat(story.spans().stream().mapToInt(RepStory.Span::touchCount).sum())
        .isEqualTo(total.touchCount());
    assertThat(story.spans().stream().mapToDouble(RepStory.Span::hours).sum())
        .isCloseTo(total.hours(), within(1e-6));
    assertThat(story.spans().stream().mapToInt(RepStory.Span::tookOn).sum())
        .isEqualTo(total.tookOn());
    assertThat(story.spans().stream().mapToInt(RepStory.Span::lost).sum()).isEqualTo(total.lost());
    assertThat(total.openAtEnd()).isLessThanOrEqualTo(open + total.tookOn());
    assertThat(story.spans().get(0).from()).isEqualTo(total.from());
    for (int i = 1; i < story.spans().size(); i++) {
      assertThat(story.spans().get(i).from()).isEqualTo(story.spans().get(i - 1).to());
    }
  }
}
