package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.model.QueueTheoryTest.Estimate;
import io.salestwin.model.Story.Play;
import io.salestwin.random.Purpose;
import io.salestwin.random.RandomStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Arrivals, loops, cycles and a whole funnel against what is known of them. Two-sided comparisons
 * at four standard errors, a false alarm in 6e-5, unless said otherwise; seeds are fixed.
 */
class FunnelTheoryTest {

  private static final double SIGMAS = 4;
  private static final double DAYS_PER_MONTH = 365.25 / 12;
  private static final double DAY_MS = 86_400_000;

  // ---- loops

  @Test
  void theChanceToWinThroughRegressAndRecycleLoopsIsThatOfTheAbsorbingChain() {
    int n = 100_000;
    Play play =
        LeadLifeTest.burst(n)
            .with("horizon", "5 years")
            .stage("name: A, advance: 60%, recycle: {share: 30%, after: 1 day, to: A}")
            .stage("name: B, advance: 50%, regress: {to: A, probability: 20%}, delay: 1 hour")
            .stage(
                "name: C, advance: 40%, regress: {to: B, probability: 10%},"
                    + " lose: {no: 75%, later: 25%}, recycle: {of: [later], share: 50%,"
                    + " after: 2 days, to: B}")
            .play();
    // a = 0.6 b + 0.4 x 0.3 a; b = 0.4 c + 0.2 a; c = 0.36 + 0.1 b + 0.54 x 0.25 x 0.5 b
    double a = 0;
    double b = 0;
    double c = 0;
    for (int i = 0; i < 200; i++) {
      c = 0.36 + (0.1 + 0.0675) * b;
      b = 0.4 * c + 0.2 * a;
      a = 0.6 * b + 0.12 * a;
    }
    assertThat(play.fact(Fact.ALIVE_AT_END, 0)).isGreaterThanOrEqualTo(0);
    assertThat(play.fact(Fact.WON) + play.fact(Fact.LOST)).isEqualTo(n);
    assertThat(play.fact(Fact.WON) / (double) n)
        .isCloseTo(a, within(SIGMAS * Math.sqrt(a * (1 - a) / n)));
  }

  @Test
  void aRecyclingLoopIsVisitedAGeometricNumberOfTimes() {
    int n = 50_000;
    Play play =
        LeadLifeTest.burst(n)
            .with("horizon", "5 years")
            .stage("name: A, advance: 0%, recycle: {share: 40%, after: 1 day, to: A}")
            .play();
    // visits have P(V >= k) = 0.4^(k - 1): the mean is 1 / 0.6, the variance 0.4 / 0.36
    assertThat(play.fact(Fact.ENTERED) / (double) n)
        .isCloseTo(1 / 0.6, within(SIGMAS * Math.sqrt(0.4 / 0.36 / n)));
  }

  // ---- cycles

  @Test
  void withAmpleCapacityTheCycleIsTheSumOfTheStagesDelays() {
    Play play =
        LeadLifeTest.burst(60_000)
            .with("horizon", "10 years")
            .stage("name: A, advance: 70%, delay: {lognormal: {mean: 10 days, cv: 0.8}}")
            .stage(
                "name: B, advance: 60%, delay: {advance: {lognormal: {mean: 25 days, cv: 0.5}},"
                    + " otherwise: {lognormal: {mean: 90 days, cv: 1}}}")
            .stage("name: C, advance: 80%, delay: {lognormal: {mean: 5 days, cv: 1}}")
            .play();
    double n = play.fact(Fact.WON);
    double p = 0.7 * 0.6 * 0.8;
    assertThat(n / 60_000).isCloseTo(p, within(SIGMAS * Math.sqrt(p * (1 - p) / 60_000)));
    // independent delays: variances 8^2, 12.5^2 and 5^2 add up
    double error = Math.sqrt((64 + 156.25 + 25) / n);
    assertThat(play.fact(Fact.WON_CYCLE_MS) / n / DAY_MS).isCloseTo(40, within(SIGMAS * error));
  }

  // ---- arrivals

  @Test
  void arrivalsByMonthFollowSeasonAndDailyCompoundedGrowth() {
    SalesModel model =
        new Story()
            .with("start", "2027-01-01")
            .with("horizon", "12 months")
            .with("periods", "month")
            .with(
                "season",
                "{arrivals: {nov: 1.15, dec: 0.7, quarterMonth: [1, 0.9, 1.2], sat: 0.2, sun: 0}}")
            .with("sources", "{in: {arrivals: {perMonth: 420, growthPerMonth: 3%}}}")
            .stage("name: A, advance: 50%")
            .model();
    int replications = 80;
    double[] counts = new double[12];
    Replication replication = new Replication(model, 5);
    for (int r = 0; r < replications; r++) {
      replication.play(r);
      for (int month = 0; month < 12; month++) {
        counts[month] += replication.ledger().get(Fact.LEADS, month, 0);
      }
    }
    for (int month = 0; month < 12; month++) {
      double mean = replications * expectedLeads(month + 1);
      // a sum of Poisson counts is Poisson
      assertThat(counts[month]).isCloseTo(mean, within(SIGMAS * Math.sqrt(mean)));
    }
  }

  private static double expectedLeads(int month) {
    double[] quarterMonth = {1, 0.9, 1.2};
    double sum = 0;
    LocalDate start = LocalDate.of(2027, 1, 1);
    for (LocalDate day = LocalDate.of(2027, month, 1);
        day.getMonthValue() == month;
        day = day.plusDays(1)) {
      double speed = quarterMonth[(month - 1) % 3] * (month == 11 ? 1.15 : month == 12 ? 0.7 : 1);
      speed *=
          switch (day.getDayOfWeek()) {
            case SATURDAY -> 0.2;
            case SUNDAY -> 0;
            default -> 1;
          };
      long days = day.toEpochDay() - start.toEpochDay();
      sum += 420 / DAYS_PER_MONTH * speed * Math.pow(1.03, days / DAYS_PER_MONTH);
    }
    return sum;
  }

  @Test
  void weeklyCountsVaryAsTheDispersionSays() {
    assertDispersion(story("perMonth: 200").model(), 200, 1);
    assertDispersion(story("perMonth: 200, dispersion: 1.8").model(), 200, 1.8);
    // the week's factor is the market's: twice the leads feel it twice as much
    SalesModel twice =
        story("perMonth: 200, dispersion: 1.8").model("sources.in.arrivals.perMonth=400");
    assertDispersion(twice, 400, 2.6);
  }

  private static Story story(String arrivals) {
    return new Story()
        .with("horizon", "50 weeks")
        .with("sources", "{in: {arrivals: {" + arrivals + "}}}")
        .stage("name: A, advance: 50%");
  }

  private static void assertDispersion(SalesModel model, double perMonth, double expected) {
    double mean = perMonth / DAYS_PER_MONTH * 7;
    Replication replication = new Replication(model, 8);
    List<Double> squares = new ArrayList<>();
    double total = 0;
    for (int r = 0; r < 40; r++) {
      replication.play(r);
      for (int week = 0; week < 50; week++) {
        double count = replication.ledger().get(Fact.LEADS_BY_WEEK, 0, week);
        total += count;
        squares.add((count - mean) * (count - mean) / mean);
      }
    }
    int n = squares.size();
    double dispersion = squares.stream().mapToDouble(s -> s).average().orElseThrow();
    double spread =
        squares.stream().mapToDouble(s -> (s - dispersion) * (s - dispersion)).sum() / n;
    assertThat(total / n).isCloseTo(mean, within(SIGMAS * Math.sqrt(expected * mean / n)));
    assertThat(dispersion).isCloseTo(expected, within(SIGMAS * Math.sqrt(spread / n)));
  }

  // ---- a whole funnel

  private static final int[] REPS = {10, 8, 8, 7, 6, 5};
  private static final double[] ADVANCE = {0.70, 0.60, 0.50, 0.50, 0.40, 0.25};
  private static final double[] PER_DAY = {20, 14, 8.4, 4.2, 2.1, 0.84};
  private static final double SIGMA = 0.8;
  private static final double DAYS = 365;
  private static final int YEARS = 60;

  /**
   * Six stages in a row from an empty start over a year. The second way knows no events at all: it
   * takes the leads stage by stage in the order of their arrival to whichever rep is free first
   * (Kiefer and Wolfowitz, 1955).
   */
  @Test
  void aFunnelOfSixStagesAgreesWithARecursionOverArrivals() {
    double[][] simulated = Estimate.rows(funnel(), YEARS, 1, FunnelTheoryTest::facts);
    double[][] recursive = new double[YEARS][];
    for (int r = 0; r < YEARS; r++) {
      recursive[r] = recursion(r);
    }
    for (int i = 0; i < 6; i++) {
      assertAgree("wait of stage " + i, simulated, recursive, 6 + i, i);
    }
    assertAgree("leads", simulated, recursive, 15, 14);
    assertAgree("visits", simulated, recursive, 16, 14);
    assertAgree("wins", simulated, recursive, 12, 14);
    assertAgree("cycle", simulated, recursive, 13, 12);
    // leads are Poisson with the mean 7,300
    Estimate leads = Estimate.of(simulated, 15, 14);
    assertThat(leads.value()).isCloseTo(7300, within(SIGMAS * Math.sqrt(7300.0 / YEARS)));
  }

  private static void assertAgree(String what, double[][] one, double[][] other, int of, int over) {
    Estimate a = Estimate.of(one, of, over);
    Estimate b = Estimate.of(other, of, over);
    assertThat(a.value())
        .as(what)
        .isCloseTo(b.value(), within(SIGMAS * Math.hypot(a.error(), b.error())));
  }

  private static SalesModel funnel() {
    Story story =
        new Story()
            .with("horizon", "365 days")
            .with("sources", "{in: {arrivals: {perMonth: " + 20 * DAYS_PER_MONTH + "}}}");
    for (int i = 0; i < 6; i++) {
      story.role("Role " + i, "headcount: " + REPS[i]);
      story.stage(
          ("name: Stage %d, owner: Role %d, advance: %s, work: [{effort: {lognormal: {mean:"
                  + " %s days, sigma: %s}}}]")
              .formatted(i, i, ADVANCE[i], 0.8 * REPS[i] / PER_DAY[i], SIGMA));
    }
    return story.model();
  }

  /** Begun visits by stage, their waits in days by stage, wins, their cycles, 1, leads, visits. */
  private static double[] facts(Play play) {
    double[] row = new double[17];
    for (int i = 0; i < 6; i++) {
      row[i] = play.fact(Fact.FIRST_TOUCHES, i);
      row[6 + i] = play.fact(Fact.RESPONSE_MS, i) / DAY_MS;
      row[16] += play.fact(Fact.ADVANCED, i) + play.fact(Fact.STAGE_LOST, i);
    }
    row[12] = play.fact(Fact.WON);
    row[13] = play.fact(Fact.WON_LEAD_TIME_MS) / DAY_MS;
    row[14] = 1;
    row[15] = play.fact(Fact.LEADS);
    return row;
  }

  private static double[] recursion(int year) {
    RandomStream chance = new RandomStream(77, year, Purpose.SYNTHETIC);
    double[] row = new double[17];
    List<double[]> leads = new ArrayList<>(); // {now, arrived}
    for (double t = gap(chance); t < DAYS; t += gap(chance)) {
      leads.add(new double[] {t, t});
    }
    row[14] = 1;
    row[15] = leads.size();
    for (int i = 0; i < 6; i++) {
      leads = stage(i, leads, chance, row);
    }
    row[12] = leads.size();
    row[13] = leads.stream().mapToDouble(lead -> lead[0] - lead[1]).sum();
    return row;
  }

  private static List<double[]> stage(
      int i, List<double[]> leads, RandomStream chance, double[] row) {
    double[] free = new double[REPS[i]];
    double mu = Math.log(0.8 * REPS[i] / PER_DAY[i]) - SIGMA * SIGMA / 2;
    List<double[]> onward = new ArrayList<>();
    for (double[] lead : leads) {
      Arrays.sort(free);
      double start = Math.max(lead[0], free[0]);
      free[0] = start + Math.exp(mu + SIGMA * normal(chance));
      boolean advances = chance.nextDouble() < ADVANCE[i];
      if (start < DAYS) {
        row[i]++;
        row[6 + i] += start - lead[0];
      }
      if (free[0] < DAYS) {
        row[16]++;
        if (advances) {
          onward.add(new double[] {free[0], lead[1]});
        }
      }
    }
    onward.sort((a, b) -> Double.compare(a[0], b[0]));
    return onward;
  }

  private static double gap(RandomStream chance) {
    return -Math.log(chance.nextDouble()) / PER_DAY[0];
  }

  /** Box and Muller (1958). */
  private static double normal(RandomStream chance) {
    return Math.sqrt(-2 * Math.log(chance.nextDouble()))
        * Math.cos(2 * Math.PI * chance.nextDouble());
  }

  /** What independent simulators agree on for this funnel, with half a unit of the last digit. */
  @Test
  void aFunnelOfSixStagesHasItsPublishedFigures() {
    double[][] rows = Estimate.rows(funnel(), YEARS, 2, FunnelTheoryTest::facts);
    double[] waits = {0.074, 0.116, 0.190, 0.411, 0.88, 2.17};
    double[] half = {0.0005, 0.0005, 0.0005, 0.0005, 0.005, 0.005};
    for (int i = 0; i < 6; i++) {
      Estimate wait = Estimate.of(rows, 6 + i, i);
      assertThat(wait.value())
          .as("wait of stage " + i)
          .isCloseTo(waits[i], within(half[i] + SIGMAS * wait.error()));
    }
    Map<Integer, double[]> others =
        Map.of(16, new double[] {18_010, 5}, 12, new double[] {73.6, 0.05});
    others.forEach(
        (column, figure) -> {
          Estimate mean = Estimate.of(rows, column, 14);
          assertThat(mean.value()).isCloseTo(figure[0], within(figure[1] + SIGMAS * mean.error()));
        });
    Estimate cycle = Estimate.of(rows, 13, 12);
    assertThat(cycle.value()).isCloseTo(13.76, within(0.005 + SIGMAS * cycle.error()));
  }
}
