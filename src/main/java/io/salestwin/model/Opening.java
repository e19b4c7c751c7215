package io.salestwin.model;

import io.salestwin.calendar.Clock;
import io.salestwin.random.Purpose;
import io.salestwin.scenario.Scenario.OpenDeal;
import java.util.List;

/**
 * The deals that are open on day one. Their stage work counts as done; outcome and remaining delay
 * come from their joint law given that the deal has stayed as long as it has.
 */
final class Opening {

  /** Where no outcome leaves a greater chance to have stayed this long, a deal is stale. */
  static final double STALE_BELOW = 1e-4;

  private static final int AGE = Purpose.AGE.code();

  private final Replication play;
  private final SalesModel model;
  private final Leads leads;
  private final List<OpenDeal> deals;
  private final double[] survival = new double[3];
  private final double[] elapsed = new double[3];
  private final Residuals.Residual[] left = new Residuals.Residual[3];

  Opening(Replication play) {
    this.play = play;
    model = play.model;
    leads = play.leads;
    deals = model.scenario().begin().pipeline().orElse(List.of());
  }

  void begin() {
    for (int i = 0; i < deals.size(); i++) {
      open(i, deals.get(i));
    }
  }

  private void open(int index, OpenDeal deal) {
    long entity = model.dealEntity(index);
    int lead = play.create(entity, Math.max(0, deal.source()));
    int rep = model.dealOwner(index);
    int territory = rep < 0 ? -1 : model.people().territory(rep);
    model.beginnings().complete(play.streams, play.parameters, leads, lead, deal, territory);
    leads.stage(lead, deal.stage());
    if (play.arms != null) {
      play.arms.opened(lead, rep);
    }
    long age = deal.ageMs().orElseGet(() -> stationaryAge(lead));
    StagePlan plan = play.plan(lead);
    leads.arrivedAt(lead, Math.min(-1, -age));
    if (plan.opportunity()) {
      leads.opportunityAt(lead, Math.min(-1, -age));
    }
    measure(index, lead, plan, age);
    if (isStale()) {
      play.markStale(leads.valueCents(lead));
      if (survival[StagePlan.LOST] < STALE_BELOW) {
        return;
      }
    }
    play.watch.meet(lead);
    play.journey.place(lead, deal.stage(), -age);
    play.watch.opened(lead);
    if (play.hygiene != null) {
      play.hygiene.enters(lead, plan);
    }
    leads.touch(lead, plan.touches().count());
    leads.workedAt(lead, -age);
    leads.deal(lead, index);
    if (rep >= 0 && model.roleOf(rep) == plan.owner() && play.team.seats[rep].present) {
      play.desk.own(lead, rep);
    }
    if (plan.timeOutMs() > 0) {
      long at = play.journey.timeOutAt(plan, -age);
      leads.timeOut(lead, play.schedule(at, Event.TIME_OUT, lead));
    }
    goOn(lead, plan);
  }

  /** The deal under the odds of today: what changed them may turn its outcome. */
  void reconsider(int lead, StagePlan plan) {
    measure(leads.deal(lead), lead, plan, -leads.enteredAt(lead));
    isStale();
    goOn(lead, plan);
  }

  /** Whether the deal has stayed too long ever to advance or go back, which it then cannot. */
  private boolean isStale() {
    if (Math.max(survival[StagePlan.ADVANCE], survival[StagePlan.REGRESS]) >= STALE_BELOW) {
      return false;
    }
    survival[StagePlan.ADVANCE] = 0;
    survival[StagePlan.REGRESS] = 0;
    return true;
  }

  private long stationaryAge(int lead) {
    double u = play.streams.uniform(leads.entity(lead), AGE, 0);
    return model.stationaryAges().age(play.row(lead), leads.kind(lead), u);
  }

  /** Fills in how long each outcome has been waited for and what is left of its delay. */
  private void measure(int index, int lead, StagePlan plan, long age) {
    boolean tooLong = plan.timeOutMs() > 0 && play.journey.timeOutAt(plan, -age) <= 0;
    int kind = leads.kind(lead);
    for (int outcome = 0; outcome < 3; outcome++) {
      int number = plan.delays()[outcome][kind];
      elapsed[outcome] = model.residuals().elapsed(outcome, kind, age);
      left[outcome] =
          model
              .residuals()
              .of(leads.arm(lead), index, outcome, number, elapsed[outcome], play.parameters);
      survival[outcome] = tooLong ? 0 : left[outcome].survival();
    }
    if (play.parameters.regress[play.row(lead)] == 0) {
      survival[StagePlan.REGRESS] = 0;
    }
  }

  private void goOn(int lead, StagePlan plan) {
    int row = play.row(lead);
    long advanceAt =
        survival[StagePlan.ADVANCE] > 0
            ? play.quarterEnd.pulled(lead, plan, leavesAt(lead, StagePlan.ADVANCE))
            : play.now;
    double p = play.effects.advances(lead, plan, row, advanceAt);
    double regress = play.parameters.regress[row];
    double advances = (1 - regress) * p * survival[StagePlan.ADVANCE];
    double regresses = regress * survival[StagePlan.REGRESS];
    double loses = (1 - regress) * (1 - p) * survival[StagePlan.LOST];
    double u = play.streams.upper(leads.luck(lead)) * (advances + regresses + loses);
    play.watch.draws(lead, advances, regresses, u, advances + regresses + loses);
    int outcome =
        u < advances
            ? StagePlan.ADVANCE
            : u < advances + regresses ? StagePlan.REGRESS : StagePlan.LOST;
    long at = outcome == StagePlan.ADVANCE ? advanceAt : leavesAt(lead, outcome);
    play.journey.scheduleExit(lead, outcome, at);
  }

  /** When the deal leaves with this outcome, given that it has stayed until now. */
  private long leavesAt(int lead, int outcome) {
    if (left[outcome].whole() == null) {
      return play.now;
    }
    double u = play.streams.lower(leads.luck(lead));
    double rest = Math.max(0, left[outcome].whole().sample(u) - elapsed[outcome]);
    Clock clock = model.buyersClock(outcome);
    long at = clock.after(0, Math.round(rest * model.delayFactor(leads.kind(lead))));
    return Math.max(play.now, at);
  }
}
