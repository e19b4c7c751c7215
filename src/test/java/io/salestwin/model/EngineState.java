package io.salestwin.model;

/**
 * What the engine keeps about leads and reps, for tests that look at it between steps. The only
 * place of these tests that knows how the engine keeps it; it looks and never changes anything.
 */
final class EngineState {

  private final Replication play;

  EngineState(Replication play) {
    this.play = play;
  }

  /** The number that the engine gives to a lead; it keeps it as long as the lead is alive. */
  int slot(long entity) {
    for (int lead = 0; lead < play.leads.capacity(); lead++) {
      if (play.leads.entity[lead] == entity) {
        return lead;
      }
    }
    throw new AssertionError("the engine does not know lead " + entity);
  }

  int stage(int lead) {
    return play.leads.stage[lead];
  }

  int owner(int lead) {
    return play.leads.owner[lead];
  }

  int servedBy(int lead) {
    return play.leads.servedBy[lead];
  }

  boolean isQueued(int lead) {
    return play.leads.queued[lead];
  }

  long valueCents(int lead) {
    return play.leads.valueCents[lead];
  }

  int openLeads(int rep) {
    return play.team.open[rep];
  }

  /** The lead that a rep works on, or -1. */
  int busyWith(int rep) {
    return play.team.busyWith[rep];
  }

  int inStage(int stage) {
    return play.areas.inStage(stage);
  }

  long valueIn(int stage) {
    return play.areas.valueIn(stage);
  }

  /** The rep who brings a lead himself, or -1. */
  int finder(long entity) {
    long withoutIndex = entity >>> 30 << 30;
    for (ArrivalPlan plan : play.model.arrivalPlans()) {
      if (plan.kind() == ArrivalPlan.OUTBOUND
          && Identity.lead(plan.code(), plan.slot(), 0) == withoutIndex) {
        return plan.rep();
      }
    }
    return -1;
  }

  Ledger ledger() {
    return play.ledger();
  }
}
