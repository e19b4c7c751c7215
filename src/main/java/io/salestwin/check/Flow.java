package io.salestwin.check;

import io.salestwin.random.Elementary;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Segment;
import io.salestwin.scenario.Stage;
import java.time.LocalDate;

/**
 * The mean flow of leads through the stages, step by step from the beginning of the warm-up or the
 * open pipeline to the horizon's end, as if nobody ever waited for a rep. What it gathers is summed
 * over the kinds of leads that are sent through it.
 */
final class Flow {

  private final Scenario scenario;
  private final Grid grid;
  private final int n;
  private final double[] season;

  /** Leads by stage (row) and step: entered, and left in any way. */
  final double[][] entered;

  final double[][] left;

  /** Deals that stand in the stages on day one and can still leave them. */
  final double[] standing;

  /** Deals won and what they count towards the targets, by step; annual value apart. */
  final double[] won;

  final double[] counted;
  final double[] annual;

  Flow(Scenario scenario, Grid grid) {
    this.scenario = scenario;
    this.grid = grid;
    n = scenario.stages().size();
    entered = new double[n][grid.steps()];
    left = new double[n][grid.steps()];
    standing = new double[n];
    won = new double[grid.steps()];
    counted = new double[grid.steps()];
    annual = new double[grid.steps()];
    season = new double[grid.steps()];
    for (int i = 0; i < season.length; i++) {
      season[i] =
          scenario
              .seasons()
              .winning()
              .factorAt(scenario.start().plusDays(grid.day(i) + grid.step() / 2));
    }
  }

  /** What flows: a number of leads and their annual value, by stage and step. */
  private record Stream(double[][] leads, double[][] value) {

    static Stream none(int stages, int steps) {
      return new Stream(new double[stages][steps], new double[stages][steps]);
    }
  }

  /**
   * When leads that enter a stage leave it, by outcome and number of steps since the entry; what
   * lasts longer than the time-out is cut off.
   *
   * @param shares share that leaves within the step, of those with the outcome
   * @param by share that has left by the step's end
   * @param lastStep number of the step in which the time-out falls; beyond the grid without one
   */
  private record Lags(double[][] shares, double[][] by, int lastStep) {}

  /**
   * Sends one kind of lead through.
   *
   * @param arrivals new leads by step
   * @param opening deals that stand in the stages on day one
   */
  void send(Kind kind, Passage[] passages, double[] arrivals, Iterable<OpeningDeals> opening) {
    Stream in = Stream.none(n, grid.steps());
    for (int i = 0; i < grid.steps(); i++) {
      in.leads[0][i] = arrivals[i] * kind.share();
      in.value[0][i] = in.leads[0][i] * kind.value();
    }
    double[][] advance = advance(passages, kind);
    Exits[] exits = new Exits[n];
    Stream back = Stream.none(n, grid.steps());
    for (int s = 0; s < n; s++) {
      exits[s] = new Exits(kind, s, in, back);
    }
    for (OpeningDeals deals : opening) {
      exits[deals.stage()].open(deals, passages[deals.stage()], advance[deals.stage()]);
    }
    Lags[] lags = new Lags[n];
    for (int s = 0; s < n; s++) {
      lags[s] = lags(passages[s]);
    }
    for (int i = 0; i < grid.steps(); i++) {
      for (int s = 0; s < n; s++) {
        double leads = in.leads[s][i];
        if (leads > 0) {
          entered[s][i] += leads;
          exits[s].pass(i, leads, in.value[s][i], passages[s], lags[s], advance[s]);
        }
        // Nobody will leave this stage in this step any more: who left it to come back is known.
        if (back.leads[s][i] > 0) {
          exits[s].recycle(i, back.leads[s][i], back.value[s][i]);
        }
      }
    }
  }

  private double[][] advance(Passage[] passages, Kind kind) {
    double[][] advance = new double[n][grid.steps()];
    for (int s = 0; s < n; s++) {
      double[] effect = seasonOf(s, kind.segment());
      for (int i = 0; i < grid.steps(); i++) {
        advance[s][i] =
            i > 0 && effect[i] == effect[i - 1]
                ? advance[s][i - 1]
                : Elementary.logistic(passages[s].logOdds() + effect[i]);
      }
    }
    return advance;
  }

  /** What the seasons of all and of a segment add to the log-odds of a stage, step by step. */
  private double[] seasonOf(int stage, int segment) {
    boolean ofAll = scenario.seasons().winningStages().contains(stage);
    Segment.Seasons own = scenario.segments().get(segment).seasons();
    boolean ofSegment = !own.winning().isNeutral() && own.winningStages().contains(stage);
    double[] effect = new double[grid.steps()];
    for (int i = 0; i < effect.length; i++) {
      LocalDate middle = scenario.start().plusDays(grid.day(i) + grid.step() / 2);
      effect[i] = (ofAll ? season[i] : 0) + (ofSegment ? own.winning().factorAt(middle) : 0);
    }
    return effect;
  }

  /** Share of the dormant who come back to their stage in each step since the loss. */
  private double[] dormant(int s) {
    Stage stage = scenario.stages().get(s);
    if (stage.recycle().isEmpty()) {
      return new double[0];
    }
    Lag after = new Lag(stage.recycle().get().after(), 1);
    double[] shares = differences(after.table(grid.step(), 0.5 * grid.step(), grid.steps()));
    if (stage.recycle().get().to() <= s && shares.length > 1) {
      // What comes back to a stage that is done with in this step comes with the next one.
      shares[1] += shares[0];
      shares[0] = 0;
    }
    return shares;
  }

  /** A lead enters in the middle of a step, so it leaves within step k if by k + 1/2. */
  private Lags lags(Passage p) {
    int last = (int) Math.min(grid.steps(), Math.floor(p.timeOut() / grid.step() + 0.5));
    double[][] shares = new double[3][];
    double[][] by = new double[3][];
    for (int o = 0; o < 3; o++) {
      by[o] =
          p.delays()[o].table(
              grid.step(), 0.5 * grid.step() - p.work(), Math.min(grid.steps(), last + 1));
      if (last < grid.steps()) {
        by[o][last] = p.kept(o);
      }
      shares[o] = differences(by[o]);
    }
    return new Lags(shares, by, last);
  }

  private static double[] differences(double[] cumulated) {
    double[] differences = cumulated.clone();
    for (int i = 1; i < differences.length; i++) {
      differences[i] -= cumulated[i - 1];
    }
    return differences;
  }

  /** Adds an amount to a row from a step on, spread by the first of the shares. */
  private static void spread(double[] row, int from, double[] shares, int count, double amount) {
    int end = Math.min(count, row.length - from);
    for (int k = 0; k < end; k++) {
      row[from + k] += shares[k] * amount;
    }
  }

  /** Where the leads of one stage go. */
  private final class Exits {

    private final Kind kind;
    private final int stage;
    private final Stream in;
    private final Stream back;
    private final double[] dormant;

    /** The share of the leads at hand that goes one way in each step. */
    private final double[] parts = new double[grid.steps()];

    /**
     * @param in gets who enters a stage
     * @param back gets who leaves this stage to come back, at the step of leaving
     */
    Exits(Kind kind, int stage, Stream in, Stream back) {
      this.kind = kind;
      this.stage = stage;
      this.in = in;
      this.back = back;
      dormant = dormant(stage);
    }

    /** Leads that enter in a step. */
    void pass(int i, double leads, double value, Passage p, Lags lags, double[] advance) {
      int end = Math.min(grid.steps() - i, lags.lastStep() + 1);
      double stay = 1 - p.regress();
      double[] shares = lags.shares()[Passage.ADVANCE];
      double won = 0;
      for (int k = 0; k < end; k++) {
        parts[k] = shares[k] * advance[i + k];
        won += parts[k];
      }
      advance(i, parts, end, leads * stay, value * stay);
      // Those that would advance later than can be seen: their odds are those of a mean day.
      double seen = lags.by()[Passage.ADVANCE][end - 1];
      double lost = stay * Math.max(0, seen - won + (1 - seen) * (1 - p.advance()));
      regress(i, lags.shares()[Passage.REGRESS], end, leads * p.regress(), value * p.regress());
      lose(i, lags.shares()[Passage.LOST], end, leads * lost, value * lost, p.lostBack());
      if (lags.lastStep() < grid.steps() - i) {
        double cut =
            1
                - stay * won
                - p.regress() * lags.by()[Passage.REGRESS][end - 1]
                - lost * lags.by()[Passage.LOST][end - 1];
        timeOut(i + lags.lastStep(), leads * cut, value * cut, p);
      }
    }

    /**
     * Deals that have stood in the stage for a while: outcome and rest given that they still do.
     */
    void open(OpeningDeals deals, Passage p, double[] advance) {
      double age = deals.ageDays();
      double[] weight = new double[3];
      double all = 0;
      for (int o = 0; o < 3; o++) {
        weight[o] = p.chance(o) * deals.stays(p, o);
        all += weight[o];
      }
      if (!(all > 0) || age >= p.timeOut()) {
        return;
      }
      standing[stage] += deals.leads();
      double value = deals.value(kind.value());
      double limit = p.timeOut() - age;
      int end = (int) Math.min(grid.steps(), Math.ceil(limit / grid.step()));
      double cut = 1;
      for (int o = 0; o < 3; o++) {
        if (weight[o] > 0) {
          double[] shares = differences(deals.leaves(p, o, grid));
          for (int k = 0; k < end; k++) {
            parts[k] =
                shares[k] * weight[o] / all * (o == Passage.ADVANCE ? advance[k] / p.advance() : 1);
            cut -= parts[k];
          }
          switch (o) {
            case Passage.ADVANCE -> advance(0, parts, end, deals.leads(), value);
            case Passage.REGRESS -> regress(0, parts, end, deals.leads(), value);
            default -> lose(0, parts, end, deals.leads(), value, p.lostBack());
          }
        }
      }
      if (limit < grid.steps() * (double) grid.step()) {
        timeOut((int) (limit / grid.step()), cut * deals.leads(), cut * value, p);
      }
    }

    private void timeOut(int i, double leads, double value, Passage p) {
      if (leads > 0) {
        left[stage][i] += leads;
        back.leads()[stage][i] += leads * p.timedOutBack();
        back.value()[stage][i] += value * p.timedOutBack();
      }
    }

    private void advance(int i, double[] shares, int count, double leads, double value) {
      spread(left[stage], i, shares, count, leads);
      if (stage + 1 < n) {
        enter(stage + 1, i, shares, count, leads, value);
      } else {
        spread(won, i, shares, count, leads);
        spread(annual, i, shares, count, value);
        spread(counted, i, shares, count, counted(leads, value));
      }
    }

    private double counted(double leads, double value) {
      return scenario.targets().basis() == Scenario.Basis.COUNT
          ? leads
          : Kind.counted(scenario, kind.product(), value);
    }

    private void regress(int i, double[] shares, int count, double leads, double value) {
      if (leads > 0) {
        spread(left[stage], i, shares, count, leads);
        // An earlier stage is done with in this step: it is entered with the next one.
        int to = scenario.stages().get(stage).regress().map(Stage.Regress::to).orElse(stage);
        enter(to, i + 1, shares, count, leads, value);
      }
    }

    private void lose(
        int i, double[] shares, int count, double leads, double value, double returning) {
      if (leads > 0) {
        spread(left[stage], i, shares, count, leads);
        spread(back.leads()[stage], i, shares, count, leads * returning);
        spread(back.value()[stage], i, shares, count, value * returning);
      }
    }

    /** Who left in a step to come back does so after having been dormant. */
    void recycle(int i, double leads, double value) {
      int to = scenario.stages().get(stage).recycle().map(Stage.Recycle::to).orElse(stage);
      enter(to, i, dormant, dormant.length, leads, value);
    }

    private void enter(int to, int i, double[] shares, int count, double leads, double value) {
      spread(in.leads()[to], i, shares, count, leads);
      spread(in.value()[to], i, shares, count, value);
    }
  }
}
