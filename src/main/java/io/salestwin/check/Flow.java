package io.salestwin.check;

import io.salestwin.random.Elementary;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Stage;

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
  private record Stream(double[][] leads, double[][] value) {}

  /** The lags of a stage on the grid: chance to have left after each number of steps. */
  private record Lags(double[][] outcomes, double[] dormant, int lastStep) {}

  /**
   * Sends one kind of lead through.
   *
   * @param arrivals new leads by step
   * @param opening deals that stand in the stages on day one
   */
  void send(Kind kind, Passage[] passages, double[] arrivals, Iterable<OpeningDeals> opening) {
    Stream in = new Stream(new double[n][grid.steps()], new double[n][grid.steps()]);
    for (int i = 0; i < grid.steps(); i++) {
      in.leads[0][i] = arrivals[i] * kind.share();
      in.value[0][i] = in.leads[0][i] * kind.value();
    }
    double[][] advance = advance(passages);
    double[][] dormant = new double[n][];
    for (int s = 0; s < n; s++) {
      dormant[s] = dormant(s);
    }
    for (OpeningDeals deals : opening) {
      Passage p = passages[deals.stage()];
      Exits exits = new Exits(kind, deals.stage(), in, dormant[deals.stage()]);
      exits.open(deals, p, advance[deals.stage()]);
    }
    Lags[] lags = new Lags[n];
    for (int s = 0; s < n; s++) {
      lags[s] = lags(passages[s], dormant[s]);
    }
    for (int i = 0; i < grid.steps(); i++) {
      for (int s = 0; s < n; s++) {
        double leads = in.leads[s][i];
        if (leads > 0) {
          entered[s][i] += leads;
          Exits exits = new Exits(kind, s, in, dormant[s]);
          exits.pass(i, leads, in.value[s][i], passages[s], lags[s], advance[s]);
        }
      }
    }
  }

  private double[][] advance(Passage[] passages) {
    double[][] advance = new double[n][grid.steps()];
    for (int s = 0; s < n; s++) {
      boolean seasonal = scenario.seasons().winningStages().contains(s);
      for (int i = 0; i < grid.steps(); i++) {
        advance[s][i] =
            i > 0 && (!seasonal || season[i] == season[i - 1])
                ? advance[s][i - 1]
                : Elementary.logistic(passages[s].logOdds() + (seasonal ? season[i] : 0));
      }
    }
    return advance;
  }

  private double[] dormant(int s) {
    Stage stage = scenario.stages().get(s);
    return stage.recycle().isEmpty()
        ? new double[0]
        : new Lag(stage.recycle().get().after(), 1)
            .table(grid.step(), 0.5 * grid.step(), grid.steps());
  }

  /** A lead enters in the middle of a step, so it leaves within step k if by k + 1/2. */
  private Lags lags(Passage p, double[] dormant) {
    double[][] outcomes = new double[3][];
    for (int o = 0; o < 3; o++) {
      outcomes[o] = p.delays()[o].table(grid.step(), 0.5 * grid.step() - p.work(), grid.steps());
    }
    double last = p.timeOut() / grid.step() + 0.5;
    return new Lags(outcomes, dormant, (int) Math.min(grid.steps(), Math.floor(last)));
  }

  /** Where the leads of one stage go. */
  private final class Exits {

    private final Kind kind;
    private final int stage;
    private final Stream in;
    private final double[] dormant;

    Exits(Kind kind, int stage, Stream in, double[] dormant) {
      this.kind = kind;
      this.stage = stage;
      this.in = in;
      this.dormant = dormant;
    }

    /** Leads that enter in a step. */
    void pass(int i, double leads, double value, Passage p, Lags lags, double[] advance) {
      int end = Math.min(grid.steps() - i, lags.lastStep() + 1);
      double regress = p.regress();
      double lost = 0;
      double before = 0;
      double cut = 1;
      for (int k = 0; k < end; k++) {
        boolean timesOut = k == lags.lastStep();
        double by = timesOut ? p.kept(Passage.ADVANCE) : lags.outcomes()[Passage.ADVANCE][k];
        double mass = (by - before) * (1 - regress);
        before = by;
        advance(i + k, leads * mass * advance[i + k], value * mass * advance[i + k]);
        lost += mass * (1 - advance[i + k]);
        cut -= mass * advance[i + k];
      }
      // Those that would advance later than can be seen: their odds are those of a mean day.
      lost += (1 - before) * (1 - regress) * (1 - p.advance());
      double[] chance = {0, regress, lost};
      for (int o = Passage.REGRESS; o <= Passage.LOST; o++) {
        before = 0;
        for (int k = 0; chance[o] > 0 && k < end; k++) {
          double by = k == lags.lastStep() ? p.kept(o) : lags.outcomes()[o][k];
          double mass = chance[o] * (by - before);
          before = by;
          cut -= mass;
          if (mass > 0) {
            leave(o, i + k, leads * mass, value * mass, p.lostBack());
          }
        }
      }
      if (lags.lastStep() < grid.steps() - i) {
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
      double cut = 1;
      for (int o = 0; o < 3; o++) {
        double[] gone = weight[o] > 0 ? deals.leaves(p, o, grid) : new double[0];
        double before = 0;
        for (int k = 0; k < gone.length && k * (double) grid.step() < limit; k++) {
          double mass = weight[o] / all * (gone[k] - before);
          before = gone[k];
          if (o == Passage.ADVANCE) {
            mass *= advance[k] / p.advance();
          }
          cut -= mass;
          leave(o, k, mass * deals.leads(), mass * value, p.lostBack());
        }
      }
      if (limit < grid.steps() * (double) grid.step()) {
        timeOut((int) (limit / grid.step()), cut * deals.leads(), cut * value, p);
      }
    }

    private void timeOut(int i, double leads, double value, Passage p) {
      if (leads > 0) {
        left[stage][i] += leads;
        recycle(i, leads * p.timedOutBack(), value * p.timedOutBack());
      }
    }

    private void leave(int outcome, int i, double leads, double value, double back) {
      switch (outcome) {
        case Passage.ADVANCE -> advance(i, leads, value);
        case Passage.REGRESS -> {
          left[stage][i] += leads;
          // An earlier stage is done with in this step: it is entered with the next one.
          int to = scenario.stages().get(stage).regress().map(Stage.Regress::to).orElse(stage);
          enter(to, i + 1, leads, value);
        }
        default -> {
          left[stage][i] += leads;
          recycle(i, leads * back, value * back);
        }
      }
    }

    private void advance(int i, double leads, double value) {
      if (leads == 0) {
        return;
      }
      left[stage][i] += leads;
      if (stage + 1 < n) {
        enter(stage + 1, i, leads, value);
      } else {
        won[i] += leads;
        annual[i] += value;
        counted[i] += counted(leads, value);
      }
    }

    private double counted(double leads, double value) {
      return scenario.targets().basis() == Scenario.Basis.COUNT
          ? leads
          : Kind.counted(scenario, kind.product(), value);
    }

    private void recycle(int i, double leads, double value) {
      if (leads == 0) {
        return;
      }
      int to = scenario.stages().get(stage).recycle().map(Stage.Recycle::to).orElse(stage);
      double before = 0;
      for (int k = 0; i + k < grid.steps(); k++) {
        double mass = dormant[k] - before;
        before = dormant[k];
        // What comes back to a stage that is done with in this step comes with the next one.
        int at = k == 0 && to <= stage ? 1 : k;
        enter(to, i + at, leads * mass, value * mass);
      }
    }

    private void enter(int to, int i, double leads, double value) {
      if (i < grid.steps()) {
        in.leads()[to][i] += leads;
        in.value()[to][i] += value;
      }
    }
  }
}
