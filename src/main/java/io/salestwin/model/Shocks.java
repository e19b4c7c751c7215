package io.salestwin.model;

import io.salestwin.random.Streams;

/**
 * The shocks of a replication: what they make of the numbers at an instant. What a lead or a rep
 * has begun keeps the number that it began with. A scenario without shocks answers with neutral
 * numbers at once.
 */
final class Shocks {

  private final Replication play;
  private final boolean some;
  private final Strikes strikes;
  private final ShockTable table;
  private int present;

  Shocks(Replication play) {
    this.play = play;
    ShockPlan[] plans = play.model.shocks();
    some = plans.length > 0;
    strikes = some ? new Strikes(plans, play.model.endMs()) : null;
    table = some ? new ShockTable(play.model, plans) : null;
  }

  /** Draws the shocks of a replication whose parameters stand. */
  void begin(Streams streams) {
    present = 0;
    if (some) {
      strikes.draw(streams);
      table.write(strikes, play.parameters);
    }
  }

  /** The piece of the present moment; time only goes forwards. */
  private int now() {
    while (table.end(present) <= play.now) {
      present++;
    }
    return present;
  }

  /** When shocks strike in this replication; null for a scenario without any. */
  Strikes strikes() {
    return strikes;
  }

  // ---- arrivals

  /** Whether the rate of some source may change in the middle of the horizon. */
  boolean some() {
    return some;
  }

  /** The piece in which an instant lies; quick when it is not far ahead. */
  int piece(long time) {
    if (time < play.now) {
      return table.piece(time);
    }
    int piece = now();
    while (piece + 1 < table.pieces() && table.end(piece) <= time) {
      piece++;
    }
    return piece;
  }

  /** Where the next piece begins. */
  long end(int piece) {
    return table.end(piece);
  }

  double perMonth(int piece, int source) {
    return table.perMonth(piece, source);
  }

  double outbound(int piece, int source) {
    return table.outbound(piece, source);
  }

  /** A lead has come: its quality, its value and its cost are those of the day. */
  void meet(int lead) {
    Leads leads = play.leads;
    int piece = now();
    int source = leads.source(lead);
    int kind = leads.kind(lead);
    double better = table.quality(piece, source);
    if (better != 1) {
      double stated = leads.quality(lead);
      leads.quality(lead, Math.min(1, stated * better));
      leads.score(lead, leads.score(lead) + leads.quality(lead) - stated);
    }
    Kinds kinds = play.model.kinds();
    double dearer = table.value(piece, kinds.product(kind), kinds.segment(kind));
    if (dearer != 1) {
      leads.valueCents(lead, Math.round(leads.valueCents(lead) * dearer));
    }
    long stated = play.model.scenario().sources().get(source).costCents();
    play.ledger.add(Fact.LEAD_COST_SHIFT, source, Math.round(table.cost(piece, source)) - stated);
  }

  // ---- odds and buyers

  /**
   * What shocks add to the log-odds.
   *
   * @param cell arm x stage x kind
   * @param advanceAt when the lead would advance
   */
  double logOdds(int cell, long advanceAt) {
    return some ? table.logOdds(piece(advanceAt), cell) : 0;
  }

  /**
   * What shocks add to the log-odds of a lead that meets a competitor.
   *
   * @param competitor numbered from 1; 0 for nobody
   * @param advanceAt when the lead would advance
   */
  double against(int competitor, int stage, long advanceAt) {
    return some && competitor > 0 ? table.against(piece(advanceAt), competitor, stage) : 0;
  }

  /** The factor on a buyers' delay that begins now. */
  double delay(int outcome, int stage) {
    return some ? table.delay(now(), outcome, stage) : 1;
  }

  /** The share of the lost leads that come back, by arm x stage. */
  double recycleShare(int row) {
    return some ? table.recycleShare(now(), row) : play.parameters.recycleShare[row];
  }

  // ---- reps

  /**
   * The factor on the time that work takes which a rep of the role begins now.
   *
   * @param stage whose touch it is, or -1 if it is none of a stage
   */
  double effort(int role, int stage) {
    if (!some) {
      return 1;
    }
    double slower = play.parameters.hoursPerWeek[role] / table.hours(now(), role);
    return stage < 0 ? slower : slower * table.effort(present, stage);
  }

  /** Leavers a year per rep of the role, at an instant. */
  double attrition(int role, long time) {
    return some ? table.attrition(table.piece(time), role) : play.parameters.attrition[role];
  }

  /** Until when that stays what it is at an instant; the end of time for always. */
  long attritionUntil(int role, long time) {
    if (!some) {
      return Long.MAX_VALUE;
    }
    int piece = table.piece(time);
    double rate = table.attrition(piece, role);
    while (piece + 1 < table.pieces() && table.attrition(piece + 1, role) == rate) {
      piece++;
    }
    return table.end(piece);
  }

  /** When reps of the role can begin work: now, or when the shocks that keep them from it end. */
  long workFrom(int role) {
    return some ? workFrom(role, play.now, now()) : play.now;
  }

  /** The same at any time. */
  long workFrom(int role, long time) {
    return some ? workFrom(role, time, piece(time)) : time;
  }

  private long workFrom(int role, long time, int piece) {
    if (table.hours(piece, role) > 0) {
      return time;
    }
    int open = piece + 1;
    while (open < table.pieces() && !(table.hours(open, role) > 0)) {
      open++;
    }
    return open < table.pieces() ? table.end(open - 1) : Long.MAX_VALUE;
  }

  // ---- facts

  /** Writes down what happened from an instant to now. */
  void count(long from) {
    for (int i = 0; some && i < strikes.count(); i++) {
      long began = Math.max(0, strikes.from(i));
      long overlap = Math.min(play.now, strikes.until(i)) - Math.max(from, began);
      if (overlap > 0) {
        play.ledger.add(Fact.SHOCK_MS, strikes.shock(i), overlap);
      }
      if (began >= from && began < play.now && strikes.until(i) > 0) {
        play.ledger.one(Fact.SHOCKS, strikes.shock(i));
      }
    }
  }
}
