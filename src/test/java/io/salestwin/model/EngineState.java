package io.salestwin.model;

import java.util.stream.IntStream;

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
    for (int lead = 0; lead < play.leads.numbers(); lead++) {
      if (play.leads.entity(lead) == entity) {
        return lead;
      }
    }
    throw new AssertionError("the engine does not know lead " + entity);
  }

  /** When reps of a role can work again, as far as shocks let them. */
  long workFrom(int role, long time) {
    return play.shocks.workFrom(role, time);
  }

  int stage(int lead) {
    return play.leads.stage(lead);
  }

  int owner(int lead) {
    return play.leads.owner(lead);
  }

  int servedBy(int lead) {
    return play.leads.servedBy(lead);
  }

  boolean isQueued(int lead) {
    return play.leads.queued(lead);
  }

  long valueCents(int lead) {
    return play.leads.valueCents(lead);
  }

  int openLeads(int rep) {
    return play.team.seats[rep].open;
  }

  /** The lead that a rep works on, or -1. */
  int busyWith(int rep) {
    return play.team.seats[rep].busyWith;
  }

  /** Leads that would be counted in a stage if the period turned now. */
  long inStage(int stage) {
    return IntStream.range(0, play.leads.numbers()).filter(lead -> isIn(lead, stage)).count();
  }

  long valueIn(int stage) {
    return IntStream.range(0, play.leads.numbers())
        .filter(lead -> isIn(lead, stage))
        .mapToLong(this::valueCents)
        .sum();
  }

  private boolean isIn(int lead, int stage) {
    return play.leads.enteredAt(lead) != Leads.NEVER && play.leads.stage(lead) == stage;
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

  /** Whether the rep may take leads that lie where this one does. */
  boolean serves(int rep, int role, int lead, boolean toOwn) {
    Pools pools = play.model.pools();
    return pools.of(rep) == pools.of(role, play.leads.territory(lead))
        || (toOwn && pools.helpOut(role));
  }

  /** Whether leads come back to an owner who has no room. */
  boolean isSticky(int role) {
    return play.team.router.isSticky(role);
  }

  /** Whether the seat is taken from the beginning. */
  boolean isThereAtFirst(int rep) {
    return play.model.people().startedMs(rep) <= 0;
  }
}
