package io.salestwin.bench;

import io.salestwin.run.Speed;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether the programs that are to be timed play the same: the means of the two funnels are held
 * against each other, those of the three M/M/1 queues against theory. A program that is quick
 * because it does something else is not timed.
 */
final class Agreement {

  private static final int YEARS = 1000;

  private static final int PLAYS = 50;
  private static final double MM1_WAIT = 9;

  /**
   * How many standard errors a mean may be off; with 13 means sound programs fail at most once in
   * 11,000 choices of seeds (normal tails, 6.8e-6 for each mean).
   */
  private static final double STANDARD_ERRORS = 4.5;

  /** Times are in days. */
  private static final List<String> FIGURES =
      List.of(
          "leads",
          "visits ended",
          "wins",
          "cycle of won leads",
          "wait at stage 1",
          "wait at stage 2",
          "wait at stage 3",
          "wait at stage 4",
          "wait at stage 5",
          "wait at stage 6");

  private Agreement() {}

  /** Plays for some seconds and tells the means. */
  static void check(PrintStream out) {
    checkMm1(out);
    checkFunnel(out);
  }

  /** The mean wait in M/M/1 is rho / (mu - lambda): 9 mean services. */
  private static void checkMm1(PrintStream out) {
    KernelMm1 kernel = new KernelMm1();
    Played scenario = new Played(Played.mm1());
    int queueDays = scenario.layout.index("queue_days");
    SsjMm1 ssj = new SsjMm1(SsjMm1.QUICKEST, Generator.MRG32K3A);
    PooledMean[] waits = {new PooledMean(), new PooledMean(), new PooledMean()};
    for (int play = 0; play < PLAYS; play++) {
      waits[0].add(kernel.play(Mm1Benchmark.CUSTOMERS), 1);
      waits[1].add(scenario.next()[queueDays] * Played.MM1_SERVICES_PER_DAY, 1);
      waits[2].add(ssj.play(Mm1Benchmark.CUSTOMERS), 1);
    }
    out.printf(
        Locale.ROOT,
        "M/M/1, mean wait: theory 9, kernel %.2f ± %.2f, scenario %.2f ± %.2f, SSJ %.2f ± %.2f%n",
        waits[0].mean(),
        waits[0].error(),
        waits[1].mean(),
        waits[1].error(),
        waits[2].mean(),
        waits[2].error());
    for (PooledMean wait : waits) {
      if (Math.abs(wait.mean() - MM1_WAIT) > STANDARD_ERRORS * wait.error()) {
        throw new IllegalStateException("this is no M/M/1 queue");
      }
    }
  }

  private static void checkFunnel(PrintStream out) {
    List<PooledMean> ours = salestwin();
    List<PooledMean> peers = ssj();
    out.println("One year of the reference funnel: means of " + YEARS + " years, in days");
    for (int i = 0; i < FIGURES.size(); i++) {
      PooledMean our = ours.get(i);
      PooledMean peer = peers.get(i);
      out.printf(
          Locale.ROOT,
          "  %-18s  Salestwin %9.3f ± %.3f  SSJ %9.3f ± %.3f%n",
          FIGURES.get(i),
          our.mean(),
          our.error(),
          peer.mean(),
          peer.error());
      if (Math.abs(our.mean() - peer.mean())
          > STANDARD_ERRORS * Math.hypot(our.error(), peer.error())) {
        throw new IllegalStateException("these programs do not play the same funnel");
      }
    }
  }

  private static List<PooledMean> means() {
    List<PooledMean> means = new ArrayList<>();
    FIGURES.forEach(figure -> means.add(new PooledMean()));
    return means;
  }

  private static List<PooledMean> salestwin() {
    Played played = new Played(Speed.referenceFunnel());
    List<PooledMean> means = means();
    for (int year = 0; year < YEARS; year++) {
      double[] row = played.next();
      double visits = 0;
      for (int stage = 1; stage <= ReferenceFunnel.STAGES; stage++) {
        double ended = row[played.layout.index("stage_ended.S" + stage)];
        visits += ended;
        means.get(3 + stage).add(row[played.layout.index("queue_days.S" + stage)], ended);
      }
      double wins = row[played.layout.index("won")];
      means.get(0).add(row[played.layout.index("leads")], 1);
      means.get(1).add(visits, 1);
      means.get(2).add(wins, 1);
      means.get(3).add(row[played.layout.index("cycle")], wins);
    }
    return means;
  }

  private static List<PooledMean> ssj() {
    SsjFunnel funnel = SsjFunnel.quickest(Generator.MRG32K3A);
    List<PooledMean> means = means();
    for (int year = 0; year < YEARS; year++) {
      funnel.play();
      int wins = funnel.cycle().numberObs();
      means.get(0).add(funnel.leads(), 1);
      means.get(1).add(funnel.visits(), 1);
      means.get(2).add(wins, 1);
      means.get(3).add(funnel.cycle().average(), wins);
      for (int stage = 0; stage < ReferenceFunnel.STAGES; stage++) {
        means.get(4 + stage).add(funnel.waits(stage).average(), funnel.waits(stage).numberObs());
      }
    }
    return means;
  }
}
