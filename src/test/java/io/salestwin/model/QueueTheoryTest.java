package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.model.Story.Play;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * The simulated waits against queueing theory. Work comes in hours: a mean effort of one hour, a
 * load of 0.8 per rep, one year after a warm-up of 60 days, thirty replications.
 *
 * <p>Every comparison is two-sided at four standard errors between replications: a false alarm has
 * a chance of 6e-5 for each of the fixed seeds.
 */
class QueueTheoryTest {

  private static final double SIGMAS = 4;
  private static final int REPLICATIONS = 30;
  private static final long SEED = 20270104;
  private static final double HOUR_MS = 3_600_000;
  private static final double HOURS_PER_MONTH = 24 * 365.25 / 12;

  @Test
  void oneRepWithExponentialWorkWaitsAsMM1() {
    // Wq = rho / (mu - lambda): Kleinrock, Queueing Systems I (1975), section 3.2
    assertWait(queue(1, 0.8, "{exponential: {mean: 1 hour}}"), 0.8 / (1 - 0.8));
  }

  @Test
  void threeRepsWithExponentialWorkWaitAsMM3() {
    // Wq = C(c, a) / (c mu - lambda): Erlang's C formula
    assertWait(queue(3, 2.4, "{exponential: {mean: 1 hour}}"), erlangC(3, 2.4) / (3 - 2.4));
  }

  @Test
  void oneRepWithLognormalWorkWaitsAsPollaczekAndKhinchineSay() {
    // Wq = lambda E[S^2] / (2 (1 - rho)), E[S^2] = (1 + cv^2) E[S]^2
    double cv = 1.3;
    assertWait(
        queue(1, 0.7, "{lognormal: {mean: 1 hour, cv: 1.3}}"),
        0.7 * (1 + cv * cv) / (2 * (1 - 0.7)));
  }

  @Test
  void oneRepWithConstantWorkWaitsHalfAsLong() {
    // M/D/1: the same formula with E[S^2] = E[S]^2
    assertWait(queue(1, 0.8, "1 hour"), 0.8 / (2 * (1 - 0.8)));
  }

  @Test
  void aTandemWaitsStageByStageAsIfArrivalsWerePoisson() {
    // Burke (1956): departures of M/M/c are Poisson; 60 % of them go on to two reps
    SalesModel model =
        queue(1, 0.8, "{exponential: {mean: 1 hour}}")
            .role("AE", "headcount: 2")
            .stage(
                "name: Deal, owner: AE, advance: 50%,"
                    + " work: [{effort: {exponential: {mean: 3 hours}}}]")
            .model("stages.Talk.advance=60%");
    double load = 0.48 * 3;
    Estimate wait =
        estimate(model, p -> p.fact(Fact.RESPONSE_MS, 1), p -> p.fact(Fact.FIRST_TOUCHES, 1));
    assertClose(wait, erlangC(2, load) / (2 / 3.0 - 0.48) * HOUR_MS);
  }

  @Test
  void leadsWithPatienceGoColdAsErlangASays() {
    // M/M/3+M at a load of 1.1 per rep, patience of 2 hours on average; the chance to abandon is
    // theta E[Lq] / lambda from the birth-death balance: Palm (1957), Garnett et al. (2002)
    double lambda = 3.3;
    double theta = 0.5;
    SalesModel model =
        new Story()
            .with("horizon", "52 weeks")
            .with("begin", "{warmUp: 30 days}")
            .with("sources", arrivals(lambda))
            .role("SDR", "headcount: 3")
            .stage(
                "name: Talk, owner: SDR, advance: 50%, work: [{effort: {exponential: {mean:"
                    + " 1 hour}}}],"
                    + " patience: {exponential: {mean: 2 hours}}")
            .model();
    Estimate cold =
        estimate(
            model,
            p -> p.fact(Fact.WENT_COLD),
            p -> p.fact(Fact.WENT_COLD) + p.fact(Fact.FIRST_TOUCHES));
    assertClose(cold, abandoning(3, lambda, 1, theta));
  }

  @Test
  void leadsThatDoNotWaitAreLostAsErlangsLossFormulaSays() {
    // patience of a second beside an hour of work: B(c, a) = a^c / c! / sum a^k / k!
    SalesModel model =
        new Story()
            .with("horizon", "52 weeks")
            .with("begin", "{warmUp: 10 days}")
            .with("sources", arrivals(3))
            .role("SDR", "headcount: 4")
            .stage(
                "name: Talk, owner: SDR, advance: 50%, work: [{effort: 1 hour}], patience:"
                    + " 1 second")
            .model();
    Estimate cold = estimate(model, p -> p.fact(Fact.WENT_COLD), p -> p.fact(Fact.LEADS));
    // whoever is freed within the second takes the lead after all: at most c mu x 1 s of them
    assertThat(cold.value())
        .isCloseTo(erlangB(4, 3), within(SIGMAS * cold.error() + erlangB(4, 3) * 4 / 3600));
  }

  @Test
  void theLeadsAtTheBuyersAreAsManyAsTheyComeTimesTheirDelay() {
    // M/G/infinity: L = lambda E[S] with any law of the delay
    SalesModel model =
        new Story()
            .with("horizon", "52 weeks")
            .with("begin", "{warmUp: 2 years}")
            .with("sources", "{in: {arrivals: {perMonth: 300}}}")
            .stage("name: Talk, advance: 50%, delay: {lognormal: {mean: 20 days, cv: 1.2}}")
            .model();
    Estimate open = estimate(model, p -> p.fact(Fact.STAGE_AREA), p -> 364 * 24 * HOUR_MS);
    assertClose(open, 300 / (365.25 / 12) * 20);
  }

  // ---- formulas

  /** Erlang's loss formula by its recursion B(n) = a B(n - 1) / (n + a B(n - 1)). */
  private static double erlangB(int servers, double load) {
    double b = 1;
    for (int n = 1; n <= servers; n++) {
      b = load * b / (n + load * b);
    }
    return b;
  }

  /** The chance to wait: C = B / (1 - rho (1 - B)). */
  private static double erlangC(int servers, double load) {
    double b = erlangB(servers, load);
    return b / (1 - load / servers * (1 - b));
  }

  /** The chance to abandon in M/M/c+M. */
  private static double abandoning(int servers, double lambda, double mu, double theta) {
    double weight = 1;
    double sum = 1;
    double waiting = 0;
    for (int n = 1; n < 1000; n++) {
      weight *= lambda / (Math.min(n, servers) * mu + Math.max(0, n - servers) * theta);
      sum += weight;
      waiting += Math.max(0, n - servers) * weight;
    }
    return theta * waiting / sum / lambda;
  }

  // ---- how these tests see

  private static Story queue(int reps, double perHour, String effort) {
    return new Story()
        .with("horizon", "52 weeks")
        .with("begin", "{warmUp: 60 days}")
        .with("sources", arrivals(perHour))
        .role("SDR", "headcount: " + reps)
        .stage("name: Talk, owner: SDR, advance: 50%, work: [{effort: " + effort + "}]");
  }

  private static String arrivals(double perHour) {
    return "{in: {arrivals: {perMonth: " + perHour * HOURS_PER_MONTH + "}}}";
  }

  /** The wait, and what follows from it and from the load by Little's law, in one run. */
  private static void assertWait(Story story, double hours) {
    SalesModel model = story.model();
    double[][] rows =
        Estimate.rows(
            model,
            REPLICATIONS,
            SEED,
            p ->
                new double[] {
                  p.fact(Fact.RESPONSE_MS),
                  p.fact(Fact.FIRST_TOUCHES),
                  p.fact(Fact.WAITING_AREA),
                  p.fact(Fact.BUSY_MS),
                  p.fact(Fact.AVAILABLE_MS),
                  model.endMs()
                });
    double perMs =
        model.scenario().sources().get(0).arrivals().perMonth() / HOURS_PER_MONTH / HOUR_MS;
    assertClose(Estimate.of(rows, 0, 1), hours * HOUR_MS);
    assertClose(Estimate.of(rows, 2, 5), hours * HOUR_MS * perMs);
    assertClose(Estimate.of(rows, 3, 4), perMs * HOUR_MS / model.repCount());
  }

  private static void assertClose(Estimate estimate, double expected) {
    assertThat(estimate.value()).isCloseTo(expected, within(SIGMAS * estimate.error()));
    // a test that could not see an error of a tenth would be worth little
    assertThat(estimate.error()).isLessThan(0.04 * expected);
  }

  private static Estimate estimate(
      SalesModel model, ToDoubleFunction<Play> of, ToDoubleFunction<Play> over) {
    double[][] rows =
        Estimate.rows(
            model,
            REPLICATIONS,
            SEED,
            p -> new double[] {of.applyAsDouble(p), over.applyAsDouble(p)});
    return Estimate.of(rows, 0, 1);
  }

  /** A ratio of sums over replications with its standard error (Cochran, 1977, section 6.4). */
  record Estimate(double value, double error) {

    /** One row for each replication. */
    static double[][] rows(
        SalesModel model, int replications, long seed, Function<Play, double[]> row) {
      double[][] rows = new double[replications][];
      Replication replication = new Replication(model, seed);
      Play play = new Play(model, replication, List.of());
      for (int r = 0; r < replications; r++) {
        replication.play(r);
        rows[r] = row.apply(play);
      }
      return rows;
    }

    static Estimate of(double[][] rows, int of, int over) {
      double sumX = 0;
      double sumY = 0;
      for (double[] row : rows) {
        sumX += row[of];
        sumY += row[over];
      }
      double ratio = sumX / sumY;
      double squares = 0;
      for (double[] row : rows) {
        double rest = row[of] - ratio * row[over];
        squares += rest * rest;
      }
      double n = rows.length;
      return new Estimate(ratio, Math.sqrt(squares / (n * (n - 1))) / (sumY / n));
    }
  }
}
