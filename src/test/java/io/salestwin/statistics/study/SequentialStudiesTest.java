package io.salestwin.statistics.study;

import static io.salestwin.statistics.study.Study.ALPHA;
import static io.salestwin.statistics.study.Study.RUNS;

import io.salestwin.statistics.location.Moments;
import io.salestwin.statistics.sequential.AlwaysValid;
import io.salestwin.statistics.sequential.AnytimeShare;
import io.salestwin.statistics.sequential.ConditionalPower;
import io.salestwin.statistics.sequential.ConfidenceSequence;
import io.salestwin.statistics.sequential.FutilitySpending;
import io.salestwin.statistics.sequential.GroupSequential;
import io.salestwin.statistics.sequential.MixtureInterval;
import io.salestwin.statistics.sequential.Spending;
import io.salestwin.statistics.sequential.Sprt;
import io.salestwin.statistics.special.NormalLaw;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Looking again and again: at planned looks, every week, and after every single unit. */
@Tag("validation")
class SequentialStudiesTest {

  private static final double LEVEL = 1 - ALPHA;
  private static final double[] FIVE = {0.2, 0.4, 0.6, 0.8, 1};
  private static final Spending OBF = new Spending.LikeOBrienFleming();
  private static final Spending POCOCK = new Spending.LikePocock();

  @Test
  void hold() throws IOException {
    StudyPage.check("sequential", studies());
  }

  static List<Study> studies() {
    List<Study> all = new ArrayList<>();
    looks(all);
    power(all);
    futility(all);
    anyTime(all);
    interim(all);
    return all;
  }

  /** At which look a path of sums of normal values crosses its limit; -1 for none. */
  private static int crossing(Chance c, double[] t, double[] limits, double drift) {
    double sum = 0;
    double before = 0;
    for (int k = 0; k < t.length; k++) {
      sum += drift * (t[k] - before) + Math.sqrt(t[k] - before) * c.normal();
      before = t[k];
      if (Math.abs(sum) / Math.sqrt(t[k]) >= limits[k]) {
        return k;
      }
    }
    return -1;
  }

  private static double[] weekly() {
    double[] t = new double[26];
    Arrays.setAll(t, k -> (k + 1) / 26.0);
    return t;
  }

  private static Study looking(String method, String world, double[] t, GroupSequential design) {
    return Study.level(method, world, c -> crossing(c, t, design.z(), 0) >= 0);
  }

  private static void looks(List<Study> all) {
    String five = "5 even looks";
    double[] naive = new double[5];
    Arrays.fill(naive, NormalLaw.critical(LEVEL));
    all.add(Study.fails("each look at 1.96", five, 0.12, c -> crossing(c, FIVE, naive, 0) >= 0));
    all.add(
        looking(
            "spending like O'Brien and Fleming",
            five,
            FIVE,
            GroupSequential.spending(FIVE, ALPHA, 2, OBF)));
    all.add(
        looking(
            "spending like Pocock", five, FIVE, GroupSequential.spending(FIVE, ALPHA, 2, POCOCK)));
    all.add(
        looking("O'Brien and Fleming", five, FIVE, GroupSequential.obrienFleming(FIVE, ALPHA, 2)));
    all.add(looking("Pocock", five, FIVE, GroupSequential.pocock(FIVE, ALPHA, 2)));
    all.add(
        looking(
            "Haybittle and Peto", five, FIVE, GroupSequential.haybittlePeto(FIVE, ALPHA, 2, 3)));
    double[] uneven = {0.11, 0.48, 0.55, 0.97, 1};
    all.add(
        looking(
            "spending like O'Brien and Fleming",
            "looks at 11, 48, 55, 97 and 100 %",
            uneven,
            GroupSequential.spending(uneven, ALPHA, 2, OBF)));
    double[] weekly = weekly();
    all.add(
        looking(
            "spending like O'Brien and Fleming",
            "every week for 26 weeks",
            weekly,
            GroupSequential.spending(weekly, ALPHA, 2, OBF)));
    all.add(
        looking(
            "spending like Pocock",
            "every week for 26 weeks",
            weekly,
            GroupSequential.spending(weekly, ALPHA, 2, POCOCK)));
    GroupSequential design = GroupSequential.spending(FIVE, ALPHA, 2, OBF);
    all.add(
        Study.level(
            "spending like O'Brien and Fleming, pooled z of shares",
            "5 looks at 100 more leads in each arm, 25 %",
            c -> {
              double[] hits = new double[2];
              for (int k = 0; k < 5; k++) {
                hits[0] += c.hitsOf(100, 0.25);
                hits[1] += c.hitsOf(100, 0.25);
                double n = 100.0 * (k + 1);
                double p = (hits[0] + hits[1]) / (2 * n);
                double z = (hits[1] - hits[0]) / n / Math.sqrt(2 * p * (1 - p) / n);
                if (Math.abs(z) >= design.z()[k]) {
                  return true;
                }
              }
              return false;
            }));
  }

  private static void power(List<Study> all) {
    for (Spending spending : List.of(OBF, POCOCK)) {
      GroupSequential design = GroupSequential.spending(FIVE, ALPHA, 2, spending);
      double drift = design.drift(0.8);
      String method = spending == OBF ? "power, O'Brien and Fleming" : "power, Pocock";
      all.add(
          Study.happens(
              method,
              "5 even looks, effect of 80 % power",
              "power",
              0.8,
              RUNS,
              c -> crossing(c, FIVE, design.z(), drift) >= 0));
      double[] stops = design.stopping(drift);
      all.add(
          Study.happens(
              method + ": stop at look 3",
              "5 even looks, effect of 80 % power",
              "stops",
              stops[2],
              RUNS,
              c -> crossing(c, FIVE, design.z(), drift) == 2));
    }
  }

  /** Whether a path crosses above before it falls below the limits of a want of a chance. */
  private static boolean winsBefore(
      Chance c, double[] t, double[] above, double[] below, double drift) {
    double sum = 0;
    double before = 0;
    for (int k = 0; k < t.length; k++) {
      sum += drift * (t[k] - before) + Math.sqrt(t[k] - before) * c.normal();
      before = t[k];
      double z = sum / Math.sqrt(t[k]);
      if (z >= above[k] || z < below[k]) {
        return z >= above[k];
      }
    }
    return false;
  }

  private static void futility(List<Study> all) {
    GroupSequential design = GroupSequential.spending(FIVE, ALPHA / 2, 1, OBF);
    double drift = design.drift(0.8);
    double[] z = design.z();
    double[] below = new double[5];
    Arrays.setAll(
        below,
        k -> k == 4 ? Double.NEGATIVE_INFINITY : ConditionalPower.limit(FIVE[k], z[4], drift, 0.2));
    ending(all, "ends where the chance is under 20 %", design, below, drift);
    for (Spending spending : List.of(OBF, POCOCK)) {
      FutilitySpending spent = new FutilitySpending(design, spending, 0.2);
      double larger = spent.drift();
      String name = spending == OBF ? "O'Brien and Fleming" : "Pocock";
      ending(all, "ends by spending like " + name, design, spent.below(larger), larger);
    }
  }

  private static void ending(
      List<Study> all, String method, GroupSequential design, double[] below, double drift) {
    GroupSequential ending = design.endingBelow(below);
    all.add(
        Study.happens(
            method + ", obeyed",
            "5 even looks, one-sided 2.5 %",
            "false positives",
            ending.power(0),
            RUNS,
            c -> winsBefore(c, FIVE, design.z(), below, 0)));
    double[] never = new double[5];
    Arrays.fill(never, Double.NEGATIVE_INFINITY);
    all.add(
        Study.happens(
            method + ", not obeyed",
            "5 even looks, one-sided 2.5 %",
            "false positives",
            ALPHA / 2,
            RUNS,
            c -> winsBefore(c, FIVE, design.z(), never, 0)));
    all.add(
        Study.happens(
            method + ", obeyed",
            "5 even looks, effect of the design",
            "power",
            ending.power(drift),
            RUNS,
            c -> winsBefore(c, FIVE, design.z(), below, drift)));
  }

  private static void anyTime(List<Study> all) {
    all.add(
        Study.atMostLevel(
            "mixture test (mSPRT), known variance",
            "looked at after each of 300 pairs",
            RUNS,
            c ->
                AlwaysValid.normal(c.normals(300, 0, 1), c.normals(300, 0, 1), 1, 0.1, 0, ALPHA)
                        .stopsAt()
                    > 0));
    all.add(
        Study.atMostLevel(
            "mixture test (mSPRT) of shares",
            "looked at after each of 300 pairs, 30 %",
            RUNS,
            c ->
                AlwaysValid.bernoulli(
                            c.draw(300, () -> c.hits(0.3) ? 1 : 0),
                            c.draw(300, () -> c.hits(0.3) ? 1 : 0),
                            0.01,
                            0,
                            ALPHA)
                        .stopsAt()
                    > 0));
    all.add(
        Study.atMostLevel(
            "confidence sequence",
            "every week for 26 weeks, 20 and 20 deals a week, sigma 0.9",
            RUNS,
            c -> outsideAtALook(c, 26, 20, 0.9, false)));
    all.add(
        Study.atMostLevel(
            "mixture interval with the data's own mixture",
            "every week for 26 weeks, 20 and 20 deals a week, sigma 0.9",
            RUNS,
            c -> outsideAtALook(c, 26, 20, 0.9, true)));
    all.add(
        Study.fails(
            "Welch's interval at every look",
            "every week for 26 weeks, 20 and 20 deals a week, sigma 0.9",
            0.15,
            c -> {
              double[][] sums = new double[2][2];
              for (int week = 1; week <= 26; week++) {
                add(c, sums, 20, 0.9);
                double n = 20.0 * week;
                if (Math.abs(difference(sums, n)) > NormalLaw.critical(LEVEL) * error(sums, n)) {
                  return true;
                }
              }
              return false;
            }));
    Held held = new Held(new HashMap<>());
    all.add(
        Study.atMostLevel(
            "any-time interval of a share",
            "looked at after each of 200 leads, 30 %",
            RUNS,
            c -> {
              int won = 0;
              for (int n = 1; n <= 200; n++) {
                won += c.hits(0.3) ? 1 : 0;
                if (!held.of(won, n)) {
                  return true;
                }
              }
              return false;
            }));
  }

  /** Whether the interval of so many won holds 30 %; the same counts come again and again. */
  private record Held(Map<List<Integer>, Boolean> known) {
    boolean of(int won, int n) {
      return known.computeIfAbsent(
          List.of(won, n), counts -> AnytimeShare.of(won, n, LEVEL).contains(0.3));
    }
  }

  private static void add(Chance c, double[][] sums, int n, double sigma) {
    for (double[] arm : sums) {
      for (int i = 0; i < n; i++) {
        double deal = c.deal(sigma);
        arm[0] += deal;
        arm[1] += deal * deal;
      }
    }
  }

  private static double difference(double[][] sums, double n) {
    return (sums[1][0] - sums[0][0]) / n;
  }

  private static double variance(double[] sums, double n) {
    return (sums[1] - sums[0] * sums[0] / n) / (n - 1);
  }

  private static double error(double[][] sums, double n) {
    return Math.sqrt((variance(sums[0], n) + variance(sums[1], n)) / n);
  }

  private static boolean outsideAtALook(
      Chance c, int weeks, int perWeek, double sigma, boolean mixture) {
    double[][] sums = new double[2][2];
    for (int week = 1; week <= weeks; week++) {
      add(c, sums, perWeek, sigma);
      double n = (double) perWeek * week;
      double found = Math.abs(difference(sums, n));
      double half =
          mixture
              ? MixtureInterval.of(variance(sums[0], n), n, variance(sums[1], n), n, ALPHA).half()
              : ConfidenceSequence.of(
                      difference(sums, n), error(sums, n), 2 * n, ALPHA, 2.0 * perWeek * weeks)
                  .half();
      if (found > half) {
        return true;
      }
    }
    return false;
  }

  private static void interim(List<Study> all) {
    ConditionalPower power = new ConditionalPower(1.2, 0.5, 1.96);
    all.add(
        Study.happens(
            "conditional power",
            "z of 1.2 at half of the information, drift 2.5",
            "ends above 1.96",
            power.at(2.5),
            RUNS,
            c -> 1.2 * Math.sqrt(0.5) + 0.5 * 2.5 + Math.sqrt(0.5) * c.normal() >= 1.96));
    all.add(
        Study.happens(
            "predictive power",
            "the same, drift drawn from its posterior under a flat prior",
            "ends above 1.96",
            power.predictive(),
            RUNS,
            c -> {
              double drift = 1.2 / Math.sqrt(0.5) + c.normal() / Math.sqrt(0.5);
              return 1.2 * Math.sqrt(0.5) + 0.5 * drift + Math.sqrt(0.5) * c.normal() >= 1.96;
            }));
    all.add(
        Study.atMostLevel(
            "Wald's sequential test, false positives",
            "20 % against 35 %, up to 500 leads",
            RUNS,
            c ->
                Sprt.bernoulli(c.draw(500, () -> c.hits(0.2) ? 1 : 0), 0.2, 0.35, ALPHA, ALPHA)
                        .decision()
                    == Sprt.Decision.ACCEPT_H1));
    all.add(
        Study.atMostLevel(
            "Wald's sequential test, false negatives",
            "20 % against 35 %, up to 500 leads",
            RUNS,
            c ->
                Sprt.bernoulli(c.draw(500, () -> c.hits(0.35) ? 1 : 0), 0.2, 0.35, ALPHA, ALPHA)
                        .decision()
                    == Sprt.Decision.ACCEPT_H0));
    all.add(
        Study.level(
            "one look at the end",
            "20 normal values, known variance",
            c ->
                Math.abs(Moments.of(c.normals(20, 0, 1)).mean()) * Math.sqrt(20)
                    >= NormalLaw.critical(LEVEL)));
  }
}
