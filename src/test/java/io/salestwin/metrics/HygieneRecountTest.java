package io.salestwin.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.metrics.Played.Stretch;
import io.salestwin.metrics.Recorder.Lead;
import io.salestwin.metrics.Recorder.Moment;
import io.salestwin.metrics.Recorder.Visit;
import io.salestwin.model.Dimension;
import io.salestwin.scenario.Attachments;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * The figures of hygiene and of forecast categories, counted again from what was seen of each deal,
 * where plans and chances are plain: buyers decide after a time that says nothing of the outcome.
 */
class HygieneRecountTest {

  private static final long DAY = Played.DAY;
  private static final int TALK = 1;
  private static final int CLOSE = 2;
  private static final long NEVER = Long.MAX_VALUE;

  /** Days of the buyer in the stages, with the hour of work; what a won deal still takes. */
  private static final long[] REST = {0, 18 * DAY + DAY / 12, 8 * DAY + DAY / 24};

  private static final double[] WINS = {0, 0.6 * 0.7, 0.7};

  private static final String TEXT =
      """
      name: Hygiene
      start: 2027-01-01
      horizon: 3 quarters
      opportunityFrom: Talk
      begin: {warmUp: 60 days}
      calendar: always
      products: {core: {value: {lognormal: {mean: 20000, cv: 0.8}}}}
      sources: {in: {arrivals: {perMonth: 480}}}
      roles: {AE: {headcount: 1, hoursPerWeek: 168}}
      stages:
        - {name: Lead, advance: 70%, delay: {exponential: {mean: 5 days}}}
        - {name: Talk, owner: AE, advance: 60%, work: [{effort: 1 hour}], delay: 10 days}
        - {name: Close, owner: AE, advance: 70%, work: [{effort: 1 hour}], delay: 8 days}
      """;

  private static Played play(String hygiene, int number) {
    // some 540 hours of work a month for the 730 of one rep: deals wait, so that they slip
    String text = TEXT + "hygiene: " + hygiene + "\n";
    ScenarioFile file =
        ScenarioFile.read("s.yaml", Attachments.ofTexts(Map.of("s.yaml", text)), List.of());
    Scenario scenario =
        file.scenario().orElseThrow(() -> new AssertionError(file.problems().toString()));
    return new Played(scenario, 20270101, number);
  }

  private static long closed(Lead lead) {
    return lead.ended == Recorder.OPEN ? NEVER : lead.ended;
  }

  private static List<Visit> visits(Played play, Lead lead) {
    return play.seen.visits.stream().filter(v -> v.stay.lead == lead).toList();
  }

  private static int stageAt(List<Visit> visits, long time) {
    int stage = -1;
    for (Visit visit : visits) {
      stage = visit.stay.from <= time ? visit.stay.of : stage;
    }
    return stage;
  }

  /** The days on which the planned close of a deal passed while it was open. */
  private static List<Long> slips(Played play, Lead lead) {
    List<Visit> visits = visits(play, lead);
    List<Long> slips = new ArrayList<>();
    long end = Math.min(closed(lead), play.horizon().to());
    long planned = lead.opportunity + REST[stageAt(visits, lead.opportunity)];
    while (planned < end) {
      slips.add(planned);
      planned += REST[stageAt(visits, planned)];
    }
    return slips;
  }

  private static List<Lead> deals(Played play) {
    return play.seen.leads.values().stream().filter(l -> l.opportunity != Recorder.OPEN).toList();
  }

  @Test
  void slipsAreThePlansThatPassedOpen() {
    for (int number = 0; number < 2; number++) {
      Played play = play("{slips: {limit: 2, effect: 0}}", number);
      List<Lead> deals = deals(play);
      List<List<Long>> slips = deals.stream().map(deal -> slips(play, deal)).toList();
      List<Stretch> stretches = new ArrayList<>(play.periods());
      stretches.add(play.horizon());
      for (Stretch stretch : stretches) {
        double all = 0;
        double first = 0;
        double onPlan = 0;
        for (int d = 0; d < deals.size(); d++) {
          List<Long> of = slips.get(d);
          all += of.stream().filter(stretch::has).count();
          first += !of.isEmpty() && stretch.has(of.get(0)) ? 1 : 0;
          onPlan += of.isEmpty() && stretch.has(closed(deals.get(d))) ? 1 : 0;
        }
        play.is("slips" + stretch.suffix(), all);
        play.is("slip_rate" + stretch.suffix(), first / (first + onPlan));
      }
      assertThat(play.figure("slips")).isGreaterThan(50);
    }
  }

  @Test
  void staleDealsAreThoseThatDidNotMove() {
    double lost = 0;
    double back = 0;
    for (int number = 0; number < 2; number++) {
      Played play =
          play("{stale: {factor: 1.02, of: stage, then: requalify, lost: 50%, to: Lead}}", number);
      for (Stretch stretch : play.periods()) {
        countStale(play, stretch);
      }
      countStale(play, play.horizon());
      lost += play.figure("stale_lost");
      back += play.figure("requalified");
    }
    assertThat(lost).isGreaterThan(20);
    assertThat(back).isGreaterThan(20);
  }

  /** A fiftieth longer than the buyer's days and the hour of work; the rule ends the visit. */
  private static void countStale(Played play, Stretch stretch) {
    int wentStale = play.model.members(Dimension.REASON).indexOf("went stale");
    for (int stage : new int[] {-1, TALK, CLOSE}) {
      String end = (stage < 0 ? "" : stage == TALK ? ".Talk" : ".Close") + stretch.suffix();
      if (stage >= 0 && !stretch.suffix().isEmpty()) {
        continue;
      }
      Predicate<Visit> here = v -> v.stay.of >= TALK && (stage < 0 || v.stay.of == stage);
      List<Visit> ended =
          play.seen.visits.stream().filter(here).filter(v -> stretch.has(v.stay.to)).toList();
      double requalified = ended.stream().filter(v -> v.how.equals("requalified")).count();
      double lost =
          ended.stream()
              .filter(v -> v.how.equals("lost") && v.stay.lead.reason == wentStale)
              .count();
      double stale =
          play.seen.visits.stream()
              .filter(here)
              .filter(v -> stretch.has(staleAt(v)) && v.stay.to >= staleAt(v))
              .count();
      play.is("gone_stale" + end, stale);
      play.is("requalified" + end, requalified);
      play.is("stale_lost" + end, lost);
    }
    play.is("stale_open" + stretch.suffix(), 0);
  }

  private static long staleAt(Visit visit) {
    long usual = visit.stay.of == TALK ? 10 * DAY : 8 * DAY;
    return visit.stay.from + (usual + DAY / 24) * 102 / 100;
  }

  @Test
  void staleDealsThatAreLeftAloneAreCountedWithTheirWork() {
    Played play = play("{stale: {factor: 1.02, of: stage, then: keep}}", 0);
    for (Stretch stretch : play.periods()) {
      double open = 0;
      for (Visit visit : play.seen.visits) {
        open += visit.stay.of >= TALK ? stretch.part(staleAt(visit), visit.stay.to) : 0;
      }
      play.is("stale_open" + stretch.suffix(), open / (stretch.to() - stretch.from()));
      double touches =
          play.seen.touches.stream()
              .filter(t -> stretch.has(t.at()) && hadBeenStale(play, t))
              .count();
      play.is("stale_touches" + stretch.suffix(), touches);
      double hours = 0;
      for (Recorder.Stretch touch : play.seen.busy) {
        long since = firstStale(play, touch.lead);
        hours += stretch.part(Math.max(touch.from, since), Math.max(touch.to, since));
      }
      play.is("stale_hours" + stretch.suffix(), hours / (DAY / 24));
    }
    assertThat(play.figure("stale_touches")).isGreaterThan(20);
  }

  private static boolean hadBeenStale(Played play, Moment touch) {
    return firstStale(play, touch.lead()) <= touch.at();
  }

  private static long firstStale(Played play, Lead lead) {
    return visits(play, lead).stream()
        .filter(v -> v.stay.of >= TALK && v.stay.to >= staleAt(v))
        .mapToLong(HygieneRecountTest::staleAt)
        .min()
        .orElse(NEVER);
  }

  @Test
  void forecastsAreThoseOfTheDealsThatStoodThere() {
    for (int number = 0; number < 2; number++) {
      Played play = play("{categories: {commit: 65%, bestCase: 30%, pipeline: 10%}}", number);
      for (Stretch period : play.periods()) {
        countForecast(play, period);
      }
      assertThat(play.figure("commit_forecast")).isPositive();
    }
  }

  /** A deal in Close is a commit, one in Talk a best case. */
  private static void countForecast(Played play, Stretch period) {
    double weighted = 0;
    double commit = 0;
    double commitWon = 0;
    double won = 0;
    for (Lead lead : deals(play)) {
      if (lead.opportunity > period.from() || closed(lead) <= period.from()) {
        continue;
      }
      int stage = stageAt(visits(play, lead), period.from());
      List<Long> slips = slips(play, lead);
      boolean wonNow = lead.won && period.has(lead.ended);
      won += wonNow ? lead.valueCents : 0;
      commitWon += wonNow && stage == CLOSE ? lead.valueCents : 0;
      if (planned(play, lead, slips, period.from()) < period.to()) {
        weighted += Math.round(lead.valueCents * WINS[stage]);
        commit += stage == CLOSE ? lead.valueCents : 0;
      }
    }
    String end = period.suffix();
    countCategories(play, period);
    play.is("forecast_weighted" + end, weighted / 100);
    play.is("forecast_won" + end, won / 100);
    play.is("forecast_error" + end, (weighted - won) / 100);
    play.is("forecast_bias" + end, weighted / won - 1);
    play.is("commit_forecast" + end, commit / 100);
    play.is("commit_error" + end, (commit - commitWon) / 100);
    play.is("commit_divergence" + end, (weighted - commit) / weighted);
  }

  /** The close that is planned on a day: the last plan was made at the entry or at a slip. */
  private static long planned(Played play, Lead lead, List<Long> slips, long day) {
    long made = lead.opportunity;
    for (long slip : slips) {
      made = slip <= day ? slip : made;
    }
    return made + REST[stageAt(visits(play, lead), made)];
  }

  /** Reps believe what is true; nothing else is left out, since even a deal in Talk has 42 %. */
  private static void countCategories(Played play, Stretch period) {
    String[] names = {".commit", ".best case", ".pipeline", ".omitted"};
    double[] deals = new double[4];
    double[] value = new double[4];
    double[] ripeWon = new double[4];
    for (Lead lead : deals(play)) {
      if (lead.opportunity <= period.from() && closed(lead) > period.from()) {
        int category = stageAt(visits(play, lead), period.from()) == CLOSE ? 0 : 1;
        deals[category]++;
        boolean now = planned(play, lead, slips(play, lead), period.from()) < period.to();
        value[category] += now ? lead.valueCents : 0;
        ripeWon[category] += lead.won && lead.ended <= period.from() + 2 * REST[TALK] ? 1 : 0;
      }
    }
    boolean ripe = period.from() + 2 * REST[TALK] <= play.horizon().to();
    for (int c = 0; c < 4; c++) {
      String end = names[c] + period.suffix();
      play.is("category_deals" + end, deals[c]);
      play.is("category_value" + end, value[c] / 100);
      double chance = deals[c] == 0 ? Double.NaN : WINS[c == 0 ? CLOSE : TALK];
      assertThat(play.figure("category_chance" + end)).satisfies(near(chance));
      assertThat(play.figure("category_belief" + end)).satisfies(near(chance));
      play.is("category_conversion" + end, ripe ? ripeWon[c] / deals[c] : Double.NaN);
    }
  }

  /** Each is kept in millionths. */
  private static Consumer<Double> near(double chance) {
    return figure -> {
      if (Double.isNaN(chance)) {
        assertThat(figure).isNaN();
      } else {
        assertThat(figure).isCloseTo(chance, within(1e-6));
      }
    };
  }

  @Test
  void reviewsAreTheWorkThatWasDoneOnThem() {
    Played play = play("{slips: {limit: 1, effect: 0, review: {effort: 0.1 hours}}}", 0);
    int review = play.model.members(Dimension.ACTIVITY).indexOf("deal review");
    for (Stretch stretch : play.periods()) {
      double done =
          play.seen.touches.stream().filter(t -> t.of() == review && stretch.has(t.at())).count();
      play.is("deal_reviews" + stretch.suffix(), done);
    }
    assertThat(play.figure("deal_reviews")).isGreaterThan(20);
  }

  /** Without a next step the buyer takes three times as long, which tells the visits apart. */
  @Test
  void nextStepsAreThoseOfTheBuyersWhoWereNotSlow() {
    Played play = play("{nextStep: {compliance: 60%, effect: 0, delay: x3}}", 0);
    Stretch first = play.periods().get(0);
    double due = 0;
    double agreed = 0;
    for (Visit visit : play.seen.visits) {
      if (visit.stay.of >= TALK && visit.buyer != Recorder.OPEN && first.has(visit.buyer)) {
        long took = visit.stay.to - visit.buyer;
        long plain = visit.stay.of == TALK ? 10 * DAY : 8 * DAY;
        assertThat(took).isIn(plain, 3 * plain); // all have ended two quarters later
        due++;
        agreed += took == plain ? 1 : 0;
      }
    }
    assertThat(due).isGreaterThan(500);
    play.is("next_step_compliance" + first.suffix(), agreed / due);
  }

  /** The book is written when a period begins and each week of it; a manager looks then. */
  @Test
  void inspectionsLookAtEveryCommitAWeekAfterTheLastLook() {
    Played play =
        play(
            "{categories: {commit: 65%, bestCase: 30%, pipeline: 10%}, inspection: {every: 1"
                + " week, contactWithin: 365 days}}",
            0);
    List<Long> days = new ArrayList<>();
    for (Stretch period : play.periods()) {
      for (long at = period.from(); at < period.to(); at += 7 * DAY) {
        if (days.isEmpty() || at >= days.get(days.size() - 1) + 7 * DAY) {
          days.add(at);
        }
      }
    }
    double looks = 0;
    for (Visit visit : play.seen.visits) {
      for (long at : days) {
        looks += visit.stay.of == CLOSE && visit.stay.from < at && visit.stay.to >= at ? 1 : 0;
      }
    }
    play.is("inspected", looks);
    play.is("inspected_down", 0);
    assertThat(looks).isGreaterThan(1000);
  }
}
