package io.salestwin.statistics.study;

import static io.salestwin.statistics.study.Study.ALPHA;

import io.salestwin.statistics.Bounds;
import io.salestwin.statistics.location.Moments;
import io.salestwin.statistics.location.WelchTest;
import io.salestwin.statistics.power.Demand;
import io.salestwin.statistics.power.EventPlan;
import io.salestwin.statistics.special.NormalLaw;
import io.salestwin.statistics.survival.CompetingRisks;
import io.salestwin.statistics.survival.CompetingRisks.Status;
import io.salestwin.statistics.survival.CoxFit;
import io.salestwin.statistics.survival.CoxModel;
import io.salestwin.statistics.survival.GrayTest;
import io.salestwin.statistics.survival.KaplanMeier;
import io.salestwin.statistics.survival.LogRank;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Times to close while two fifths of the deals are open still. */
@Tag("validation")
class SurvivalStudiesTest {

  private static final double LEVEL = 1 - ALPHA;
  private static final double Z = NormalLaw.critical(LEVEL);
  private static final String OPEN = "60 and 60 deals, 40 % censored";
  private static final String ENDS = "60 and 60 deals, won, lost or open (40 %)";

  @Test
  void hold() throws IOException {
    StudyPage.check("survival", studies());
  }

  static List<Study> studies() {
    List<Study> all = new ArrayList<>();
    tests(all);
    intervals(all);
    shares(all);
    all.add(size());
    return all;
  }

  /** Days to the close of two arms, and whether it was seen. */
  private record Deals(double[] days, boolean[] closed, int[] arm) {

    /**
     * Exponential times of mean 1 (control) and 1 / ratio; seen for a time between 0 and 2.23,
     * which leaves 40 % of the control open: (1 - e^-c) / c = 0.4 for c = 2.23161.
     */
    static Deals of(Chance c, int n, double ratio, double grid) {
      return of(c, n, ratio, grid, 2.23161);
    }

    static Deals of(Chance c, int n, double ratio, double grid, double longest) {
      double[] days = new double[2 * n];
      boolean[] closed = new boolean[2 * n];
      int[] arm = new int[2 * n];
      for (int i = 0; i < days.length; i++) {
        arm[i] = i < n ? 0 : 1;
        double close = c.exponential(arm[i] == 0 ? 1 : 1 / ratio);
        double seen = longest * c.uniform();
        closed[i] = close <= seen;
        double day = Math.min(close, seen);
        days[i] = grid > 0 ? Math.ceil(day / grid) * grid : day;
      }
      return new Deals(days, closed, arm);
    }

    LogRank compared(LogRank.Weighting weighting) {
      return LogRank.of(weighting, days, closed, arm, 2, new int[days.length]);
    }

    CoxFit cox() {
      double[][] treated = {Arrays.stream(arm).asDoubleStream().toArray()};
      return CoxModel.fit(days, closed, treated, CoxModel.Ties.EFRON);
    }

    KaplanMeier curve(int of) {
      int[] chosen = IntStream.range(0, arm.length).filter(i -> arm[i] == of).toArray();
      boolean[] event = new boolean[chosen.length];
      for (int i = 0; i < event.length; i++) {
        event[i] = closed[chosen[i]];
      }
      return KaplanMeier.of(Arrays.stream(chosen).mapToDouble(i -> days[i]).toArray(), event);
    }

    double[] closedOnly(int of) {
      return IntStream.range(0, arm.length)
          .filter(i -> arm[i] == of && closed[i])
          .mapToDouble(i -> days[i])
          .toArray();
    }
  }

  private static void tests(List<Study> all) {
    for (LogRank.Weighting each : LogRank.Weighting.values()) {
      all.add(
          Study.level(
              "log-rank test, weights " + each,
              OPEN,
              c -> Deals.of(c, 60, 1, 0).compared(each).p() <= ALPHA));
    }
    all.add(
        Study.level(
            "log-rank test",
            OPEN + ", times in tenths (many ties)",
            c -> Deals.of(c, 60, 1, 0.1).compared(LogRank.Weighting.EVEN).p() <= ALPHA));
    all.add(
        Study.level(
            "log-rank test, stratified",
            OPEN + ", in 3 strata of different pace",
            c -> {
              Deals deals = Deals.of(c, 60, 1, 0);
              double[] days = deals.days().clone();
              int[] stratum = new int[days.length];
              for (int i = 0; i < days.length; i++) {
                stratum[i] = i % 3;
                days[i] *= 1 + stratum[i];
              }
              return LogRank.of(
                          LogRank.Weighting.EVEN, days, deals.closed(), deals.arm(), 2, stratum)
                      .p()
                  <= ALPHA;
            }));
    all.add(Study.level("Cox, Wald's test", OPEN, c -> Deals.of(c, 60, 1, 0).cox().p(0) <= ALPHA));
    all.add(
        Study.level(
            "Cox, likelihood ratio, ties by Efron",
            OPEN + ", times in tenths (many ties)",
            c -> {
              CoxFit fit = Deals.of(c, 60, 1, 0.1).cox();
              return fit.pOfAll(fit.likelihoodRatio()) <= ALPHA;
            }));
    all.add(
        Study.fails(
            "t test of the closed deals' days",
            "60 and 60 deals, the treated seen half as long",
            0.3,
            c -> {
              double[] control = Deals.of(c, 60, 1, 0, 3).closedOnly(0);
              double[] treated = Deals.of(c, 60, 1, 0, 1.5).closedOnly(1);
              return WelchTest.of(Moments.of(control), Moments.of(treated)).twoSided() <= ALPHA;
            }));
    all.add(Study.level("Gray's test", ENDS, c -> Ends.of(c, 60).gray().p() <= ALPHA));
  }

  private static int last(KaplanMeier curve, double t) {
    int at = Arrays.binarySearch(curve.time(), t);
    return at >= 0 ? at : -at - 2;
  }

  private static void intervals(List<Study> all) {
    all.add(
        Study.covers(
            "hazard ratio, Cox",
            OPEN + ", hazard ratio 1.5",
            c -> {
              var limits = Deals.of(c, 60, 1.5, 0).cox().limits(0, LEVEL);
              return Chance.holds(limits, 1.5);
            }));
    String peto = "hazard ratio, Peto's one step";
    all.add(Study.covers(peto, OPEN + ", hazard ratio 1.2", c -> petoHolds(c, 1.2)));
    all.add(Study.nearlyCovers(peto, OPEN + ", hazard ratio 1.3", c -> petoHolds(c, 1.3)));
    all.add(Study.fallsShort(peto, OPEN + ", hazard ratio 2", c -> petoHolds(c, 2)));
    for (KaplanMeier.Scale scale : KaplanMeier.Scale.values()) {
      String method = "share open (Kaplan-Meier), scale " + scale;
      String world = "200 deals, 40 % censored, at the median";
      Predicate<Chance> holds =
          c -> {
            KaplanMeier curve = Deals.of(c, 200, 1, 0).curve(0);
            int at = last(curve, Math.log(2));
            return at >= 0 && Chance.holds(curve.limits(scale, LEVEL)[at], 0.5);
          };
      all.add(
          scale == KaplanMeier.Scale.PLAIN
              ? Study.nearlyCovers(method, world, holds)
              : Study.covers(method, world, holds));
    }
    all.add(
        Study.fallsShort(
            "share open (Kaplan-Meier), scale PLAIN",
            "20 deals, 40 % censored, where 90 % are open",
            c -> {
              KaplanMeier curve = Deals.of(c, 20, 1, 0).curve(0);
              int at = last(curve, -Math.log(0.9));
              return at >= 0 && Chance.holds(curve.limits(KaplanMeier.Scale.PLAIN, LEVEL)[at], 0.9);
            }));
    all.add(
        Study.covers(
            "median time (Kaplan-Meier)",
            "60 deals, 40 % censored; no upper limit where too few are closed",
            c -> {
              Bounds limits = Deals.of(c, 60, 1, 0).curve(0).medianLimits(LEVEL);
              return limits.low() <= Math.log(2) && !(limits.high() < Math.log(2));
            }));
    all.add(
        Study.covers(
            "difference of restricted means",
            OPEN + ", hazard ratio 1.5",
            c -> {
              Deals deals = Deals.of(c, 60, 1.5, 0);
              KaplanMeier x = deals.curve(0);
              KaplanMeier y = deals.curve(1);
              double truth = -Math.expm1(-1.5) / 1.5 + Math.expm1(-1);
              double found = y.restrictedMean(1) - x.restrictedMean(1);
              double se = Math.hypot(x.restrictedMeanError(1), y.restrictedMeanError(1));
              return Math.abs(found - truth) <= Z * se;
            }));
  }

  /** Days to a win or a loss; both have the same pace. */
  private record Ends(double[] days, Status[] status, int[] arm) {

    static Ends of(Chance c, int n) {
      double[] days = new double[2 * n];
      Status[] status = new Status[2 * n];
      int[] arm = new int[2 * n];
      for (int i = 0; i < days.length; i++) {
        double close = c.exponential(1);
        double seen = 2.23161 * c.uniform();
        boolean won = c.hits(0.4);
        days[i] = Math.min(close, seen);
        status[i] = close > seen ? Status.OPEN : won ? Status.WON : Status.LOST;
        arm[i] = i % 2;
      }
      return new Ends(days, status, arm);
    }

    GrayTest gray() {
      return GrayTest.of(days, status, arm, 2);
    }
  }

  private static void shares(List<Study> all) {
    double truth = -0.4 * Math.expm1(-1); // won by day 1
    all.add(
        Study.covers(
            "share won (Aalen-Johansen)",
            "120 deals, won, lost or open (40 %)",
            c -> {
              Ends ends = Ends.of(c, 60);
              CompetingRisks risks = CompetingRisks.of(ends.days(), ends.status());
              double half = Z * Math.sqrt(risks.varianceOfWonBy(1));
              return Math.abs(risks.wonBy(1) - truth) <= half;
            }));
    all.add(
        Study.fallsShort(
            "share won as 1 - Kaplan-Meier, lost deals censored",
            "120 deals, won, lost or open (40 %)",
            c -> {
              Ends ends = Ends.of(c, 60);
              boolean[] won = new boolean[ends.days().length];
              for (int i = 0; i < won.length; i++) {
                won[i] = ends.status()[i] == Status.WON;
              }
              KaplanMeier curve = KaplanMeier.of(ends.days(), won);
              int at = last(curve, 1);
              return Chance.holds(curve.limits(KaplanMeier.Scale.LOG_LOG, LEVEL)[at], 1 - truth);
            }));
  }

  private static Study size() {
    EventPlan plan = new EventPlan(1.6, 0.5, new Demand(ALPHA, 2, 0.8));
    int events = (int) Math.ceil(plan.events());
    // all are followed to their close, so there are as many deals as events
    int perArm = (events + 1) / 2;
    return Study.power(
        "events for the log-rank test (Schoenfeld)",
        "hazard ratio 1.6, %d closed deals".formatted(2 * perArm),
        plan.power(2.0 * perArm),
        c -> Deals.of(c, perArm, 1.6, 0, 1e9).compared(LogRank.Weighting.EVEN).p() <= ALPHA);
  }

  /** Whether the one-step interval, which is for ratios near 1, holds the true one. */
  private static boolean petoHolds(Chance c, double ratio) {
    Deals deals = Deals.of(c, 60, ratio, 0);
    int[] swapped = Arrays.stream(deals.arm()).map(a -> 1 - a).toArray();
    LogRank test =
        LogRank.of(
            LogRank.Weighting.EVEN,
            deals.days(),
            deals.closed(),
            swapped,
            2,
            new int[swapped.length]);
    double se = 1 / Math.sqrt(test.covariance()[0][0]);
    return Math.abs(Math.log(test.petoRatio()) - Math.log(ratio)) <= Z * se;
  }
}
