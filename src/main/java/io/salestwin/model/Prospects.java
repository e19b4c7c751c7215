package io.salestwin.model;

import io.salestwin.random.Elementary;

/**
 * The true chance of an open deal to be won, as far as it is known today: the odds of its visit
 * given how long the buyer has had it, and from there on the stages' odds with the effects that
 * stay with it (segment, product, source, quality, and its owner's skill in stages of his role).
 * Left out is what only the future knows: seasons, answers, slips and next steps of later visits,
 * time-outs, and a return after a loss.
 */
final class Prospects {

  private static final double SMALL = 1e-12;
  private static final int MOST_SWEEPS = 1000;

  private final Replication play;
  private final SalesModel model;
  private final Leads leads;
  private final Parameters parameters;
  private final double[] advance;
  private final double[] win;
  private int stage;
  private int regressTo;

  Prospects(Replication play) {
    this.play = play;
    model = play.model;
    leads = play.leads;
    parameters = play.parameters;
    advance = new double[model.stageCount()];
    win = new double[model.stageCount() + 1];
  }

  /** Computes the chances of a lead's stages: V(s) = (1 - r) p V(s + 1) + r V(to). */
  void compute(int lead) {
    stage = leads.stage(lead);
    regressTo = play.plan(lead).regressTo();
    int first = play.row(lead) - stage;
    for (int s = 0; s < advance.length; s++) {
      advance[s] = advance(lead, first + s);
    }
    java.util.Arrays.fill(win, 0);
    win[advance.length] = 1;
    double change = 1;
    for (int sweep = 0; sweep < MOST_SWEEPS && change > SMALL; sweep++) {
      change = 0;
      for (int s = advance.length - 1; s >= 0; s--) {
        double r = parameters.regress[first + s];
        double back = r > 0 ? r * win[model.plan(first + s).regressTo()] : 0;
        double now = (1 - r) * advance[s] * win[s + 1] + back;
        change = Math.max(change, now - win[s]);
        win[s] = now;
      }
    }
  }

  private double advance(int lead, int row) {
    int owner = leads.owner(lead);
    double quality =
        parameters.quality[row] * 10 * (leads.quality(lead) - model.qualityReference());
    boolean owns = owner >= 0 && model.plan(row).owner() == model.roleOf(owner);
    double effects = quality + (owns ? play.team.seats[owner].skill : 0);
    int at = row * model.kinds().count() + leads.kind(lead);
    return effects == 0
        ? parameters.advance[at]
        : Elementary.logistic(parameters.advanceLogit[at] + effects);
  }

  /** The chance to advance from the present stage. */
  double here() {
    return advance[stage];
  }

  /** The chance to be won after advancing. */
  double next() {
    return win[stage + 1];
  }

  /** The chance to be won after going back. */
  double back() {
    return regressTo < 0 ? 0 : win[regressTo];
  }

  /**
   * The chance to be won.
   *
   * @param p the chance to advance from the present stage
   * @param next the chance to be won after advancing
   * @param back the chance to be won after going back
   * @param decides whether the buyer has the deal, so that the time he has had it tells something
   * @param stall factor on the buyers' delays
   */
  double chance(int lead, double p, double next, double back, boolean decides, double stall) {
    double r = parameters.regress[play.row(lead)];
    double advances = (1 - r) * p;
    double regresses = r;
    double loses = (1 - r) * (1 - p);
    if (decides) {
      double a = advances * stays(lead, StagePlan.ADVANCE, stall);
      double b = regresses == 0 ? 0 : regresses * stays(lead, StagePlan.REGRESS, stall);
      double c = loses * stays(lead, StagePlan.LOST, stall);
      double whole = a + b + c;
      if (whole > 0) {
        return (a * next + b * back) / whole;
      }
    }
    return advances * next + regresses * back;
  }

  /** The chance that the buyer takes longer than he has taken so far. */
  private double stays(int lead, int outcome, double stall) {
    int number = play.plan(lead).delays()[outcome][leads.kind(lead)];
    if (number == StagePlan.NONE) {
      return play.now > leads.workedAt(lead) ? 0 : 1;
    }
    double passed =
        model.buyersClock(outcome).between(leads.workedAt(lead), play.now)
            / (model.delayFactor(leads.kind(lead)) * stall);
    return parameters.distributions[number].survival(passed);
  }
}
