package io.salestwin.metrics;

import io.salestwin.model.Observer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes down a play step by step, and turns the steps into stays, waits, touches and ends. */
final class Recorder implements Observer {

  static final long OPEN = Long.MAX_VALUE;

  /** A stretch of time of a lead: in a stage, with an owner, in a line, in a touch. */
  static final class Stretch {
    final Lead lead;
    final int of;
    final long from;
    long to = OPEN;

    Stretch(Lead lead, int of, long from) {
      this.lead = lead;
      this.of = of;
      this.from = from;
    }
  }

  /** One visit of a stage. */
  static final class Visit {
    Stretch stay;
    long queueMs;
    long firstTouch = OPEN;
    long buyer = OPEN;
    String how = "";
  }

  /** One lead. */
  static final class Lead {
    int source;
    int segment;
    int product;
    int competitor;
    long valueCents;
    long arrived;
    long opportunity = OPEN;
    long ended = OPEN;
    boolean won;
    int reason = -1;
    int closer = -1;
    Visit visit;
    Stretch owned;
    Stretch waiting;
    Stretch touch;
  }

  /** A moment of a lead with a number that says of what. */
  record Moment(Lead lead, int of, long at) {}

  /**
   * A rep began or ceased to be at work.
   *
   * @param owned how many leads he owned at that moment
   */
  record Turn(long at, int rep, boolean working, boolean present, int owned) {}

  /** Something happened to a customer. */
  record Change(Life life, long at, long entity, int segment, long arrCents) {}

  final Map<Long, Lead> leads = new LinkedHashMap<>();
  final List<Change> changes = new ArrayList<>();
  final List<Turn> turns = new ArrayList<>();
  final List<Moment> arrivals = new ArrayList<>();
  final List<Moment> entries = new ArrayList<>();
  final List<Moment> touches = new ArrayList<>();
  final List<Moment> dormant = new ArrayList<>();
  final List<Moment> returned = new ArrayList<>();
  final List<Visit> visits = new ArrayList<>();
  final List<Stretch> owned = new ArrayList<>();
  final List<Stretch> waits = new ArrayList<>();
  final List<Stretch> busy = new ArrayList<>();

  private final int opportunityFrom;
  private final List<String> reasons;
  private long now;

  Recorder(int opportunityFrom, List<String> reasons) {
    this.opportunityFrom = opportunityFrom;
    this.reasons = reasons;
  }

  @Override
  public void meet(long entity, int source, int segment, int product, long valueCents) {
    Lead lead = new Lead();
    lead.source = source;
    lead.segment = segment;
    lead.product = product;
    lead.valueCents = valueCents;
    leads.put(entity, lead);
  }

  @Override
  public void against(long entity, int competitor) {
    leads.get(entity).competitor = competitor;
  }

  @Override
  public void opened(long entity, int stage, long sinceMs) {
    Lead lead = leads.get(entity);
    lead.arrived = Math.min(-1, sinceMs);
    begin(lead, stage, sinceMs);
    lead.visit.buyer = sinceMs;
  }

  @Override
  public void waits(long timeMs, long entity, int role) {
    Lead lead = leads.get(entity);
    lead.waiting = new Stretch(lead, role, timeMs);
    waits.add(lead.waiting);
  }

  @Override
  public void staffed(long timeMs, int rep, boolean working, boolean present) {
    long leadsOwned = owned.stream().filter(o -> o.of == rep && o.to == OPEN).count();
    turns.add(new Turn(timeMs, rep, working, present, (int) leadsOwned));
  }

  @Override
  public void customer(Life life, long timeMs, long entity, int segment, long arrCents) {
    changes.add(new Change(life, timeMs, entity, segment, arrCents));
  }

  @Override
  public void because(long entity, int reason) {
    leads.get(entity).reason = reason;
  }

  @Override
  public void touched(long entity, int activity) {
    touches.add(new Moment(leads.get(entity), activity, now));
  }

  @Override
  public void see(Step step, long timeMs, long entity, int stage, int rep) {
    now = timeMs;
    Lead lead = leads.get(entity);
    switch (step) {
      case ARRIVED -> {
        lead.arrived = timeMs;
        arrivals.add(new Moment(lead, lead.source, timeMs));
      }
      case ENTERED -> {
        entries.add(new Moment(lead, stage, timeMs));
        begin(lead, stage, timeMs);
      }
      case OWNED -> {
        endWait(lead);
        lead.owned = new Stretch(lead, rep, timeMs);
        owned.add(lead.owned);
      }
      case RELEASED -> lead.owned.to = timeMs;
      case TOUCH_BEGAN -> {
        endWait(lead);
        lead.touch = new Stretch(lead, rep, timeMs);
        busy.add(lead.touch);
        if (lead.visit != null && lead.visit.firstTouch == OPEN) {
          lead.visit.firstTouch = timeMs;
        }
      }
      case TOUCH_ENDED, TOUCH_CUT -> endTouch(lead);
      case BUYER -> lead.visit.buyer = timeMs;
      case ADVANCED -> leave(lead, "advanced");
      case REGRESSED -> leave(lead, "regressed");
      case REQUALIFIED -> leave(lead, "requalified");
      case DORMANT -> {
        leave(lead, lostHow(lead));
        dormant.add(new Moment(lead, stage, timeMs));
      }
      case RETURNED -> returned.add(new Moment(lead, stage, timeMs));
      case LOST -> {
        leave(lead, lostHow(lead));
        lead.ended = timeMs;
        lead.closer = rep;
      }
      case WON -> {
        lead.ended = timeMs;
        lead.closer = rep;
        lead.won = true;
      }
    }
  }

  private String lostHow(Lead lead) {
    String reason = reasons.get(lead.reason);
    return reason.equals("timed out") || reason.equals("went cold") ? reason : "lost";
  }

  private void begin(Lead lead, int stage, long at) {
    lead.visit = new Visit();
    lead.visit.stay = new Stretch(lead, stage, at);
    visits.add(lead.visit);
    if (stage >= opportunityFrom && lead.opportunity == OPEN) {
      lead.opportunity = at;
    }
  }

  private void endWait(Lead lead) {
    if (lead.waiting != null) {
      lead.waiting.to = now;
      if (lead.visit != null) {
        lead.visit.queueMs += now - lead.waiting.from;
      }
      lead.waiting = null;
    }
  }

  private void endTouch(Lead lead) {
    if (lead.touch != null) {
      lead.touch.to = now;
      lead.touch = null;
    }
  }

  private void leave(Lead lead, String how) {
    endWait(lead);
    endTouch(lead);
    lead.visit.stay.to = now;
    lead.visit.how = how;
    lead.visit = null;
  }
}
