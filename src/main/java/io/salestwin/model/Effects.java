package io.salestwin.model;

import io.salestwin.random.Elementary;

/**
 * The chance of a lead to advance: the stated chance, moved by each {@link Effect} on its log-odds,
 * all of them written down by name.
 */
final class Effects {

  private static final Effect[] ALL = Effect.values();
  private static final int KIND = Effect.KIND.ordinal();
  private static final int QUALITY = Effect.QUALITY.ordinal();
  private static final int SKILL = Effect.SKILL.ordinal();
  private static final int RESPONSE = Effect.RESPONSE.ordinal();
  private static final int SEASON = Effect.SEASON.ordinal();
  private static final int SHOCK = Effect.SHOCK.ordinal();
  private static final int PUSH = Effect.PUSH.ordinal();
  private static final double MILLION = 1e6;
  private static final double LN_2 = 0.6931471805599453;

  private final Replication play;
  private final SalesModel model;
  private final Leads leads;
  private final Ledger ledger;
  private final Parameters parameters;

  /** The effects on the visit that was weighed last, in log-odds, by the effect's ordinal. */
  private final double[] logOdds = new double[ALL.length];

  Effects(Replication play) {
    this.play = play;
    model = play.model;
    leads = play.leads;
    ledger = play.ledger;
    parameters = play.parameters;
  }

  /**
   * The chance of advancing.
   *
   * @param row arm x stage
   * @param advanceAt when the lead would advance, at which the season is looked up
   */
  double advances(int lead, StagePlan plan, int row, long advanceAt) {
    int kind = leads.kind(lead);
    int stage = leads.stage(lead);
    ledger.one(Fact.DECIDED, stage);
    ledger.add(Fact.STATED, stage, model.statedMillionths(row, kind));
    double quality =
        parameters.quality[row] * 10 * (leads.quality(lead) - model.qualityReference());
    int owner = leads.owner(lead);
    double skill = owner >= 0 ? play.team.skill[owner] : 0;
    double response = response(lead, plan);
    double season =
        plan.seasonal() ? model.winning().effect(advanceAt, parameters.winningQuarterMonth) : 0;
    int at = row * model.kinds().count() + kind;
    double shock = play.shocks.logOdds(at, advanceAt);
    double push = play.quarterEnd.odds(stage, advanceAt);
    note(KIND, stage, plan.kindEffect()[kind]);
    note(QUALITY, stage, quality);
    note(SKILL, stage, skill);
    note(RESPONSE, stage, response);
    note(SEASON, stage, season);
    note(SHOCK, stage, shock);
    note(PUSH, stage, push);
    double effects = quality + skill + response + season + shock + push;
    play.watch.weighs(at, logOdds);
    return effects == 0
        ? parameters.advance[at]
        : Elementary.logistic(parameters.advanceLogit[at] + effects);
  }

  private void note(int effect, int stage, double value) {
    logOdds[effect] = value;
    if (value != 0) {
      ledger.add(ALL[effect].fact(), stage, Math.round(value * MILLION));
    }
  }

  private double response(int lead, StagePlan plan) {
    if (plan.responseFloor() == 0 || leads.firstTouchAt(lead) == Leads.NEVER) {
      return 0;
    }
    double halfLives =
        (leads.firstTouchAt(lead) - leads.enteredAt(lead)) / plan.responseHalfLifeMs();
    return plan.responseFloor() * (1 - Elementary.exp(-halfLives * LN_2));
  }
}
