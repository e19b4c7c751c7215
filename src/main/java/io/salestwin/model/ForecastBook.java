package io.salestwin.model;

import io.salestwin.calendar.Clock;
import io.salestwin.random.Elementary;
import io.salestwin.random.Purpose;
import io.salestwin.random.Streams;
import io.salestwin.scenario.HygieneRules;
import io.salestwin.scenario.HygieneRules.Belief;
import io.salestwin.scenario.HygieneRules.Categories;
import io.salestwin.scenario.HygieneRules.Inspection;
import io.salestwin.scenario.Role;
import java.util.Arrays;

/**
 * What reps forecast: every open opportunity stands in a category by what its rep believes. The
 * book is written when a period begins and every week within it, in one pass over the leads; it
 * watches only and moves no lead.
 */
final class ForecastBook {

  /** The categories, in the order of {@link Dimension#CATEGORY}. */
  static final int COMMIT = 0;

  private static final int BEST_CASE = 1;
  private static final int PIPELINE = 2;
  private static final int OMITTED = 3;
  private static final byte NOT_THERE = -1;

  /** The moves of the commit, in the order of {@link Dimension#COMMIT_MOVE}. */
  private static final int BEGIN = 0;

  private static final int CREATED = 1;
  private static final int UP = 2;
  private static final int DOWN = 3;
  private static final int PUSHED = 4;
  private static final int WON = 5;
  private static final int LOST = 6;
  private static final int END = 7;

  private static final int BELIEF = Purpose.BELIEF.code();
  private static final long WEEK = 7 * Clock.DAY;
  private static final double MILLION = 1e6;
  private static final int NOBODY_YET = -2;

  /** Nobody is surer than this, either way. */
  private static final double SUREST = 1e-4;

  private final Replication play;
  private final SalesModel model;
  private final Leads leads;
  private final Ledger ledger;
  private final Hygiene hygiene;
  private final Prospects prospects;
  private final Categories categories;
  private final Belief belief;
  private final Inspection inspection;
  private final double[] biasOfRep;
  private final int periods;

  /** How long a deal is given to be won, for its category's conversion. */
  private final long ripeMs;

  /** How the weighted forecast is adjusted; null for not at all. */
  private final HygieneRules.Weighting weighting;

  private double[] chance = new double[0];
  private double[] next = new double[0];
  private double[] back = new double[0];
  private int[] computedFor = new int[0];

  /** What chance adds to the rep's belief on this visit, in log-odds; NaN when not yet drawn. */
  private double[] noise = new double[0];

  private long[] contactAt = new long[0];
  private boolean[] decided = new boolean[0];
  private boolean[] capped = new boolean[0];
  private boolean[] committed = new boolean[0];

  /** By lead x period: the category in which the lead stood when the period began. */
  private byte[] stood = new byte[0];

  /** The period of the ledger with which a reporting period begins. */
  private final int[] firstRow;

  /** The reporting period of today. */
  private int period;

  private long written;
  private long nextInspection;
  private int inspections;
  private long commitValue;

  ForecastBook(Replication play, Hygiene hygiene) {
    this.play = play;
    this.hygiene = hygiene;
    model = play.model;
    leads = play.leads;
    ledger = play.ledger;
    prospects = new Prospects(play);
    categories = model.scenario().hygiene().flatMap(h -> h.categories()).orElseThrow();
    belief = categories.belief();
    inspection = categories.inspection().orElse(null);
    biasOfRep = new double[model.repCount()];
    int rep = 0;
    for (Role role : model.scenario().roles()) {
      for (Role.Rep each : role.reps()) {
        biasOfRep[rep++] = belief.bias(role.name(), each.name());
      }
    }
    periods = model.periods().size();
    firstRow = new int[periods];
    Arrays.setAll(firstRow, p -> model.ledgerPeriodFrom(model.periodBegin(p)));
    ripeMs = model.hygienePlans()[0].ripeMs();
    weighting = categories.weighting().orElse(null);
  }

  void reset() {
    period = -1;
    nextInspection = 0;
    inspections = 0;
    commitValue = 0;
  }

  void created(int lead) {
    if (lead >= chance.length) {
      int size = leads.capacity();
      chance = Arrays.copyOf(chance, size);
      next = Arrays.copyOf(next, size);
      back = Arrays.copyOf(back, size);
      computedFor = Arrays.copyOf(computedFor, size);
      noise = Arrays.copyOf(noise, size);
      contactAt = Arrays.copyOf(contactAt, size);
      decided = Arrays.copyOf(decided, size);
      capped = Arrays.copyOf(capped, size);
      committed = Arrays.copyOf(committed, size);
      stood = Arrays.copyOf(stood, size * periods);
    }
    committed[lead] = false;
    forget(lead);
  }

  private void forget(int lead) {
    Arrays.fill(stood, lead * periods, (lead + 1) * periods, NOT_THERE);
  }

  void enters(int lead) {
    computedFor[lead] = NOBODY_YET;
    noise[lead] = Double.NaN;
    contactAt[lead] = leads.enteredAt(lead);
    decided[lead] = false;
    capped[lead] = false;
  }

  void touched(int lead) {
    contactAt[lead] = play.now;
  }

  /** The odds of the present visit are known. */
  void decided(int lead, double advances) {
    chance[lead] = advances;
    decided[lead] = true;
  }

  // ---- periods and weeks

  /** A period of the ledger, which may be a part of a reporting period, is over. */
  void close() {
    if (period >= 0 && play.now == model.periodEnd(period)) {
      ledger.add(Fact.COMMIT_MOVES, END, commitValue);
    }
  }

  /** A period of the ledger begins; the book turns the page where a reporting period does. */
  void open() {
    if (play.now != model.periodBegin(period + 1)) {
      return;
    }
    period++;
    commitValue = 0;
    write(true);
    ledger.add(Fact.COMMIT_MOVES, BEGIN, commitValue);
  }

  /** A week of the period is over. */
  void week() {
    write(false);
  }

  private void write(boolean opens) {
    boolean inspects = inspection != null && play.now >= nextInspection;
    if (inspects) {
      nextInspection = play.now + inspection.everyMs();
      inspections++;
    }
    for (int lead = 0; lead < leads.numbers(); lead++) {
      if (leads.enteredAt(lead) != Leads.NEVER
          && leads.opportunityAt(lead) != Leads.NEVER
          && hygiene.reportedStage(lead) >= model.scenario().opportunityFrom()) {
        write(lead, opens, inspects);
      }
    }
    written = play.now;
    if (play.now + WEEK < model.periodEnd(period)) {
      play.schedule(play.now + WEEK, Event.HYGIENE, Hygiene.A_WEEK);
    }
  }

  private void write(int lead, boolean opens, boolean inspects) {
    double truth = truth(lead);
    double believed = believed(lead, truth);
    int category = category(believed);
    if (category == COMMIT && inspects) {
      inspect(lead, truth);
    }
    if (category == COMMIT && capped[lead]) {
      category = BEST_CASE;
    }
    boolean planned = hygiene.plannedAt(lead) < model.periodEnd(period);
    boolean commits = planned && category == COMMIT;
    long cents = leads.valueCents(lead);
    if (opens) {
      stand(lead, category, truth, believed, planned);
      committed[lead] = false;
      commitValue += commits ? cents : 0;
    } else if (commits && !committed[lead]) {
      move(leads.opportunityAt(lead) > written ? CREATED : UP, cents);
    } else if (!commits && committed[lead]) {
      move(category == COMMIT ? PUSHED : DOWN, -cents);
    }
    committed[lead] = commits;
  }

  /** The commit becomes larger or smaller; a smaller one is written down by how much. */
  private void move(int how, long cents) {
    commitValue += cents;
    ledger.add(Fact.COMMIT_MOVES, how, Math.abs(cents));
  }

  /** Where a deal stands when the period begins. */
  private void stand(int lead, int category, double truth, double believed, boolean planned) {
    stood[lead * periods + period] = (byte) category;
    ledger.one(Fact.CATEGORY_DEALS, category);
    if (play.now + ripeMs <= model.endMs()) {
      ledger.one(Fact.CATEGORY_RIPE, category);
    }
    ledger.add(Fact.CATEGORY_CHANCE, category, Math.round(truth * MILLION));
    ledger.add(Fact.CATEGORY_BELIEF, category, Math.round(believed * MILLION));
    if (planned) {
      long cents = leads.valueCents(lead);
      int row = play.row(lead) - leads.stage(lead) + hygiene.reportedStage(lead);
      double stated = model.statedWin(row, leads.kind(lead));
      ledger.add(Fact.CATEGORY_VALUE, category, cents);
      ledger.add(Fact.FORECAST_WEIGHTED, Math.round(cents * stated));
      if (weighting != null) {
        ledger.add(Fact.FORECAST_ADJUSTED, Math.round(cents * stated * adjustment(lead)));
      }
    }
  }

  /** Less for every time that the planned close has passed, and more for who wins more often. */
  private double adjustment(int lead) {
    int owner = leads.owner(lead);
    double byRep = weighting.byRep() && owner >= 0 ? play.team.router.multiplier(owner) : 1;
    double kept = byRep;
    for (int slip = 0; slip < hygiene.slips(lead) && kept > 0; slip++) {
      kept *= 1 - weighting.slip();
    }
    return kept;
  }

  // ---- what reps believe

  private double truth(int lead) {
    int owner = leads.owner(lead);
    if (computedFor[lead] != owner) {
      prospects.compute(lead);
      if (!decided[lead]) {
        chance[lead] = prospects.here();
      }
      next[lead] = prospects.next();
      back[lead] = prospects.back();
      computedFor[lead] = owner;
    }
    double stall = hygiene.stepDelay(lead);
    return prospects.chance(lead, chance[lead], next[lead], back[lead], decided[lead], stall);
  }

  private double believed(int lead, double truth) {
    int owner = leads.owner(lead);
    double bias = owner < 0 ? belief.bias() : biasOfRep[owner];
    if (bias == 0 && belief.noise() == 0) {
      return truth;
    }
    double logOdds = Elementary.logit(Math.max(SUREST, Math.min(1 - SUREST, truth))) + bias;
    return Elementary.logistic(belief.noise() > 0 ? logOdds + noise(lead) : logOdds);
  }

  private double noise(int lead) {
    if (Double.isNaN(noise[lead])) {
      double u = play.streams.uniform(leads.entity(lead), BELIEF, index(lead, 0, 0));
      noise[lead] = belief.noise() * Elementary.normalQuantile(u);
    }
    return noise[lead];
  }

  private long index(int lead, int what, int number) {
    return Streams.index(play.plan(lead).code(), leads.visit(lead), what, number);
  }

  private int category(double believed) {
    if (believed >= categories.commit()) {
      return COMMIT;
    } else if (believed >= categories.bestCase()) {
      return BEST_CASE;
    }
    return believed >= categories.pipeline() ? PIPELINE : OMITTED;
  }

  // ---- inspections

  private void inspect(int lead, double truth) {
    ledger.one(Fact.INSPECTED);
    boolean drops = fails(lead, truth) && !overlooked(lead);
    if (drops && !capped[lead]) {
      ledger.one(Fact.INSPECTED_DOWN);
    }
    capped[lead] = drops;
  }

  /** Some of the questions has no good answer. */
  private boolean fails(int lead, double truth) {
    return truth < categories.commit()
        || leads.stage(lead) < inspection.paperFrom()
        || hygiene.isAtRisk(lead)
        || play.now - contactAt[lead] > inspection.contactMs();
  }

  private boolean overlooked(int lead) {
    return inspection.miss() > 0
        && play.streams.uniform(leads.entity(lead), BELIEF, index(lead, 1, inspections & 0xFFF))
            < inspection.miss();
  }

  // ---- what comes of it

  void won(int lead, long cents) {
    if (period >= 0 && stood[lead * periods + period] != NOT_THERE) {
      ledger.add(Fact.WON_FROM_PIPELINE, cents);
      ledger.add(Fact.CATEGORY_WON_VALUE, stood[lead * periods + period], cents);
    }
    closes(lead, Fact.CATEGORY_WON, WON);
  }

  /** Lost for good, or asleep. */
  void lost(int lead) {
    closes(lead, Fact.CATEGORY_LOST, LOST);
  }

  /** Whether a deal that is won now was so in time, and stood in a period that counts. */
  private boolean isRipe(int p) {
    long until = ripeMs + model.periodBegin(p);
    return until <= model.endMs() && play.now <= until;
  }

  private void closes(int lead, Fact fact, int how) {
    for (int p = 0; p <= period; p++) {
      int category = stood[lead * periods + p];
      if (category != NOT_THERE) {
        ledger.oneIn(firstRow[p], fact, category);
        if (how == WON && isRipe(p)) {
          ledger.oneIn(firstRow[p], Fact.CATEGORY_RIPE_WON, category);
        }
      }
    }
    forget(lead);
    if (committed[lead]) {
      committed[lead] = false;
      move(how, -leads.valueCents(lead));
    }
  }
}
