package io.salestwin.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.model.Fact;
import io.salestwin.model.Replication;
import io.salestwin.model.SalesModel;
import io.salestwin.random.Purpose;
import io.salestwin.random.Streams;
import io.salestwin.run.Precision.Goal;
import io.salestwin.run.Precision.Mean;
import io.salestwin.run.Precision.Odds;
import io.salestwin.scenario.Attachments;
import io.salestwin.scenario.ScenarioFile;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Intervals;
import io.salestwin.statistics.Pairs;
import io.salestwin.statistics.VarianceComponents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.PascalDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs that end where they are precise enough hold the truth as often as they say: 2,000 runs of
 * each case, with a fixed seed, whose figures are those of src/docs/precision.md.
 *
 * <p>The band. Intervals are computed at 96 % so that the truth is held in at least 95 % of runs. A
 * rule whose true coverage is anywhere from 95 to 96 % gives a share of 2,000 runs outside of 93.75
 * to 97.13 % in fewer than 1 of 100 seeds: 0.95 - 2.576 √(0.95 x 0.05 / 2000) and 0.96 + 2.576
 * √(0.96 x 0.04 / 2000).
 */
class PrecisionCoverageTest {

  private static final int RUNS = 2000;
  private static final int MOST = 32_768;
  private static final double LEAST_HELD = 0.9375;
  private static final double MOST_HELD = 0.9713;
  private static final Path PAGE = Path.of("src/docs/precision.md");

  /** Makes the rows of a run, from the first on, one after the other. */
  private interface Luck {
    double[] next();
  }

  /** A figure whose truth is known. */
  private record Case(String name, Goal goal, double truth, IntFunction<Luck> luck) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** What became of the runs of a case. */
  private record Outcome(double held, double replications) {

    /** As a line of the table in the documentation. */
    String row(Case of) {
      return String.format(
          Locale.ROOT,
          "| %s | ± %s %s | %,.0f | %.2f %% |",
          of.name(),
          Double.toString(100 * of.goal().most()).replaceFirst("\\.0$", ""),
          of.goal().isRelative() ? "%" : "points",
          replications,
          100 * held);
    }
  }

  static List<Case> cases() {
    return List.of(
        normal("normal, cv 0.1, partners correlated 0", 0, 0.01),
        normal("normal, cv 0.1, partners correlated 0.5", 0.5, 0.02),
        bernoulli("odds of 50 %, partners correlated 0", 0.5, 0, 0.05),
        bernoulli("odds of 20 %, partners correlated 0.4", 0.2, 0.4, 0.03),
        bernoulli("odds of 98 %, partners correlated 0.4", 0.98, 0.4, 0.01),
        lognormal("lognormal, cv 0.5, partners correlated 0.4", 0.5, 0.4, 0.03),
        lognormal("lognormal, cv 1, partners correlated 0.4", 1, 0.4, 0.05));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theTruthIsHeldAsOftenAsSaid(Case of) throws IOException {
    Outcome outcome = runs(of, MOST);
    assertThat(outcome.held()).as(outcome.row(of)).isBetween(LEAST_HELD, MOST_HELD);
    assertThat(Files.readString(PAGE)).contains(outcome.row(of));
  }

  /**
   * What the rule cannot mend: with very long tails and so little asked that the run ends at the
   * first or second look, Student's interval itself is too short, with looks or without.
   */
  @Test
  void veryLongTailsNeedMoreThanAFewHundredReplications() throws IOException {
    Case of = lognormal("lognormal, cv 2, partners correlated 0.4", 2, 0.4, 0.25);
    Outcome outcome = runs(of, MOST);
    assertThat(outcome.held()).as(outcome.row(of)).isBetween(0.80, LEAST_HELD);
    assertThat(Files.readString(PAGE)).contains(outcome.row(of));
  }

  // ---- a scenario whose truth theory knows

  /** One lead a day for 70 days, half of which are won at once. */
  private static final String SCENARIO =
      """
      name: Counted
      start: 2027-01-04
      horizon: 10 weeks
      calendar: always
      begin: {empty: true}
      targets: {basis: count, 2027-Q1: 38}
      products: {core: {value: 1000}}
      sources: {in: {arrivals: {perMonth: 30.4375}}}
      stages: [{name: Close, advance: 50%}]
      """;

  private static final String UNCERTAIN =
      SCENARIO
          + "uncertainty: {sources.in.arrivals.perMonth: {gamma: {mean: 30.4375, cv: 0.15}}}\n";

  private static final double WON = 35;
  private static final int TARGET = 38;

  /** With a gamma rate the number won is negative binomial, of shape 1 / cv². */
  private static final double SHAPE = 1 / (0.15 * 0.15);

  static List<Case> scenarios() {
    double poissonOdds = 1 - new PoissonDistribution(WON).cumulativeProbability(TARGET - 1);
    Goal mean = new Mean("won", "target_bookings", 0.02, true);
    Goal odds = new Odds("odds", "target_bookings", TARGET, 0.05);
    return List.of(
        new Case("scenario, mean of a Poisson number", mean, WON, luck(SCENARIO)),
        new Case("scenario, odds of a Poisson number", odds, poissonOdds, luck(SCENARIO)),
        new Case("scenario with an uncertain rate, mean", mean, WON, luck(UNCERTAIN)),
        new Case("scenario with an uncertain rate, odds", odds, mixedOdds(), luck(UNCERTAIN)));
  }

  @Tag("validation")
  @ParameterizedTest
  @MethodSource("scenarios")
  void theTruthOfAScenarioIsHeldAsOftenAsSaid(Case of) throws IOException {
    Outcome outcome = runs(of, MOST);
    assertThat(outcome.held()).as(outcome.row(of)).isBetween(LEAST_HELD, MOST_HELD);
    assertThat(Files.readString(PAGE)).contains(outcome.row(of));
  }

  /**
   * Without looks: 200 replications of the uncertain scenario, 2,000 times. Of a method that holds
   * 95 % of truths a share outside of 93.75 to 96.25 % comes in fewer than 1 of 100 seeds; the
   * quantile's interval may hold more, because it lies between whole numbers.
   */
  @Tag("validation")
  @Test
  void fixedRunsHoldMeanOddsQuantileAndShareOfTheSpreadOfAScenario() throws IOException {
    double share = WON * WON / SHAPE / (WON * WON / SHAPE + WON);
    int[] held = new int[4];
    for (int run = 0; run < RUNS; run++) {
      Luck luck = luck(UNCERTAIN).apply(run);
      double[] won = new double[200];
      for (int r = 0; r < won.length; r++) {
        won[r] = luck.next()[0];
      }
      Pairs pairs = Pairs.of(won);
      held[0] += holds(Intervals.mean(pairs, 0.95), WON);
      held[1] += holds(Intervals.atLeast(pairs, TARGET, 0.95), mixedOdds());
      held[2] += holds(Intervals.quantile(pairs, 0.9, 0.95), mixedQuantile(0.9));
      held[3] += holds(VarianceComponents.of(pairs).shareBetween(0.95), share);
    }
    String row =
        String.format(
            Locale.ROOT,
            "| %.2f %% | %.2f %% | %.2f %% | %.2f %% |",
            held[0] / 20.0,
            held[1] / 20.0,
            held[2] / 20.0,
            held[3] / 20.0);
    assertThat(held[0] / (double) RUNS).as(row).isBetween(0.9375, 0.9625);
    assertThat(held[1] / (double) RUNS).as(row).isBetween(0.9375, 0.9625);
    assertThat(held[2] / (double) RUNS).as(row).isBetween(0.9375, 1.0);
    assertThat(held[3] / (double) RUNS).as(row).isBetween(0.9375, 0.9625);
    assertThat(Files.readString(PAGE)).contains(row);
  }

  private static int holds(Estimate estimate, double truth) {
    return estimate.value().orElseThrow().interval().contains(truth) ? 1 : 0;
  }

  /** P(N = n) of the negative binomial with mean WON, by its gamma functions. */
  private static double mixed(int n) {
    double p = SHAPE / (SHAPE + WON);
    return Math.exp(
        Gamma.logGamma(n + SHAPE)
            - Gamma.logGamma(SHAPE)
            - Gamma.logGamma(n + 1.0)
            + SHAPE * Math.log(p)
            + n * Math.log1p(-p));
  }

  private static double mixedOdds() {
    double below = 0;
    for (int n = 0; n < TARGET; n++) {
      below += mixed(n);
    }
    return 1 - below;
  }

  private static double mixedQuantile(double p) {
    double sum = 0;
    int n = -1;
    while (sum < p) {
      sum += mixed(++n);
    }
    return n;
  }

  @Test
  void theMixtureOfTheseTestsIsTheNegativeBinomial() {
    // with a whole shape the library has the same law, as a number of failures
    PascalDistribution library = new PascalDistribution(44, 44 / (44 + WON));
    assertThat(SHAPE).isCloseTo(44.444444, within(1e-6));
    assertThat(1 - library.cumulativeProbability(TARGET - 1)).isCloseTo(mixedOdds(), within(2e-3));
  }

  private static IntFunction<Luck> luck(String text) {
    ScenarioFile file =
        ScenarioFile.read("s.yaml", Attachments.ofTexts(Map.of("s.yaml", text)), List.of());
    SalesModel model =
        SalesModel.of(
            file.scenario().orElseThrow(() -> new AssertionError(file.problems().toString())));
    return run -> {
      Replication replication = new Replication(model, run);
      int[] next = {0};
      return () -> {
        replication.play(next[0]++);
        // origin 1: not open on day one, when nothing was
        return new double[] {replication.ledger().get(Fact.WON, 0, 1)};
      };
    };
  }

  // ---- invented figures

  private static Case normal(String name, double alike, double asked) {
    Goal goal = new Mean(name, "x", asked, true);
    return new Case(name, goal, 100, run -> pairs(run, alike, z -> 100 + 10 * z));
  }

  private static Case bernoulli(String name, double odds, double alike, double asked) {
    double above = new NormalDistribution(null, 0, 1).inverseCumulativeProbability(1 - odds);
    Goal goal = new Odds(name, "x", above, asked);
    return new Case(name, goal, odds, run -> pairs(run, alike, z -> z));
  }

  private static Case lognormal(String name, double cv, double alike, double asked) {
    double s = Math.sqrt(Math.log1p(cv * cv));
    Goal goal = new Mean(name, "x", asked, true);
    return new Case(
        name, goal, 1, run -> pairs(run, alike, z -> StrictMath.exp(s * z - s * s / 2)));
  }

  /** Functions of normal values of which partners share a part. */
  private static Luck pairs(int run, double alike, DoubleUnaryOperator figure) {
    Streams streams = new Streams(run);
    int[] next = {0};
    return () -> {
      int r = next[0]++;
      double z =
          Math.sqrt(alike) * normal(streams, r / 2, Purpose.UNCERTAINTY)
              + Math.sqrt(1 - alike) * normal(streams, r, Purpose.SYNTHETIC);
      return new double[] {figure.applyAsDouble(z)};
    };
  }

  /** By the method of Box and Muller, with functions that are the same on every processor. */
  private static double normal(Streams streams, int entity, Purpose purpose) {
    double radius = Math.sqrt(-2 * StrictMath.log(streams.uniform(entity, purpose.code(), 0)));
    return radius * StrictMath.cos(2 * Math.PI * streams.second());
  }

  private static Outcome runs(Case of, int most) {
    int held = 0;
    long replications = 0;
    Precision precision = new Precision(List.of(of.goal()));
    for (int run = 0; run < RUNS; run++) {
      Luck luck = of.luck().apply(run);
      List<double[]> rows = new ArrayList<>();
      Prefix prefix =
          new Prefix(
              most,
              Optional.of(precision),
              name -> 0,
              r -> {
                while (rows.size() <= r) {
                  rows.add(luck.next());
                }
                return rows.get(r);
              });
      prefix.advance(Progress.SILENT);
      double[] values = new double[prefix.length()];
      for (int r = 0; r < values.length; r++) {
        values[r] = rows.get(r)[0];
      }
      held += holds(of.goal().estimate(Pairs.of(values)), of.truth());
      replications += prefix.length();
    }
    return new Outcome((double) held / RUNS, (double) replications / RUNS);
  }
}
