package io.salestwin.calibration;

import io.salestwin.calibration.CrmHistory.Facts;
import io.salestwin.calibration.CrmHistory.Names;
import io.salestwin.calibration.DataQuality.Kind;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Gathers deals and events in any order of events and makes a history of them: events in the order
 * of time, stages in the order in which deals pass them, repeats of a stage left out.
 */
final class HistoryBuilder {

  private static final int BULK = 20;

  private final MappingRules rules;
  private final Outcomes outcomes;
  private final Findings findings;
  private final boolean hasPaths;

  private final List<String> ids = new ArrayList<>();
  private final Longs created = new Longs();
  private final Longs closed = new Longs();
  private final Ints declared = new Ints();
  private final Ints owner = new Ints();
  private final Ints source = new Ints();
  private final Ints product = new Ints();
  private final Ints segment = new Ints();
  private final Ints reason = new Ints();
  private final Longs amount = new Longs();
  private final Ints presentStage = new Ints();
  private final Longs promised = new Longs();
  private final Longs lastActivity = new Longs();
  private final BitSet nextStep = new BitSet();
  private final Ints category = new Ints();
  private final NameList owners = new NameList();
  private final NameList sources = new NameList();
  private final NameList products = new NameList();
  private final NameList segments = new NameList();
  private final NameList reasons = new NameList();
  private final NameList presentStages = new NameList();
  private final NameList categories = new NameList();

  private final Ints eventDeal = new Ints();
  private final Ints eventState = new Ints();
  private final Ints eventFrom = new Ints();
  private final Longs eventMs = new Longs();
  private final Ints eventActor = new Ints();
  private final RevisionRows revisions = new RevisionRows();
  private final NameList states = new NameList();
  private final NameList actors = new NameList();

  HistoryBuilder(MappingRules rules, Outcomes outcomes, Findings findings, boolean hasPaths) {
    this.rules = rules;
    this.outcomes = outcomes;
    this.findings = findings;
    this.hasPaths = hasPaths;
    rules.stages().forEach(states::number);
  }

  /**
   * A deal as a table of deals tells it.
   *
   * @param outcome won, lost or 0, by the table
   * @param closedMs when it closed, or the promise; NEVER when not known
   */
  record Deal(
      String id,
      long createdMs,
      int outcome,
      long closedMs,
      String owner,
      String source,
      String product,
      String segment,
      String reason,
      long amountCents,
      String presentStage,
      long lastActivityMs,
      boolean hasNextStep,
      String category) {}

  /** Deals must come in the order of creation. */
  void deal(Deal deal) {
    ids.add(deal.id);
    created.add(deal.createdMs);
    closed.add(deal.outcome == 0 ? CrmHistory.NEVER : deal.closedMs);
    promised.add(deal.outcome == 0 ? deal.closedMs : CrmHistory.NEVER);
    declared.add(deal.outcome);
    owner.add(owners.number(deal.owner));
    source.add(sources.number(deal.source));
    product.add(products.number(deal.product));
    segment.add(segments.number(deal.segment));
    reason.add(deal.outcome == CrmHistory.LOST ? reasons.number(deal.reason) : CrmHistory.UNKNOWN);
    amount.add(deal.amountCents);
    presentStage.add(deal.outcome == 0 ? presentStages.number(deal.presentStage) : -1);
    lastActivity.add(deal.lastActivityMs);
    nextStep.set(ids.size() - 1, deal.outcome == 0 && deal.hasNextStep);
    category.add(deal.outcome == 0 ? categories.number(deal.category) : CrmHistory.UNKNOWN);
    if (deal.owner == null) {
      findings.add(Kind.NO_OWNER, deal.id);
    }
    if (deal.outcome == CrmHistory.WON && deal.amountCents == CrmHistory.NO_AMOUNT) {
      findings.add(Kind.NO_AMOUNT, deal.id);
    }
  }

  /**
   * An event enters a state, or changes what is said of the deal.
   *
   * @param state the state; null when the event enters none
   * @param from the state before it, null when not known
   * @param promisedMs the promised close from then on; NEVER when not said
   * @param inCategory the category of the forecast from then on; null when not said
   */
  void event(
      int deal,
      String state,
      String from,
      long ms,
      String actor,
      long amountCents,
      long promisedMs,
      String inCategory) {
    eventDeal.add(deal);
    eventState.add(states.number(state));
    eventFrom.add(states.number(from));
    eventMs.add(ms);
    eventActor.add(actors.number(actor));
    revisions.said(amountCents, promisedMs, categories.number(inCategory));
  }

  /**
   * What was said of a deal when it was created.
   *
   * @param promisedMs the promised close; NEVER when not said
   * @param inCategory the category of the forecast; null when not said
   */
  void said(int deal, long amountCents, long promisedMs, String inCategory) {
    event(deal, null, null, created.get(deal), null, amountCents, promisedMs, inCategory);
  }

  /** The amount that the table of deals has. */
  long amountCents(int deal) {
    return amount.get(deal);
  }

  /** The close that the table of deals has, or the promise of it. */
  long closeMs(int deal) {
    return declared.get(deal) == 0 ? promised.get(deal) : closed.get(deal);
  }

  /** The category that the table of deals has of an open one; null when it has none. */
  String category(int deal) {
    return category.get(deal) < 0 ? null : categories.names().get(category.get(deal));
  }

  boolean hasPaths() {
    return hasPaths;
  }

  int deals() {
    return ids.size();
  }

  int events() {
    return eventMs.size();
  }

  // What comes out.
  private final Ints outStage = new Ints();
  private final Longs outMs = new Longs();
  private final Ints outActor = new Ints();
  private int[] classOf;

  CrmHistory build(String currency, boolean dayOnly) {
    bulkEdits(dayOnly);
    int[] order = EventOrder.of(eventDeal, eventMs, ids.size());
    classOf = new int[states.names().size() + 1];
    for (int s = 0; s < states.names().size(); s++) {
      classOf[s] = outcomes.of(states.names().get(s));
    }
    int open = states.number(onlyStage());
    int deals = ids.size();
    int[] first = new int[deals + 1];
    int from = 0;
    for (int d = 0; d < deals; d++) {
      first[d] = outMs.size();
      int to = from;
      while (to < order.length && eventDeal.get(order[to]) == d) {
        to++;
      }
      path(d, order, from, to, open);
      revisions.deal(eventMs, order, from, to);
      from = to;
    }
    first[deals] = outMs.size();
    int[] stage = outStage.array();
    int[] rank = StageOrder.ranks(states.names(), rules.stages(), classOf, stage, first);
    for (int e = 0; e < stage.length; e++) {
      stage[e] = stage[e] < 0 ? stage[e] : rank[stage[e]];
    }
    Revisions said = revisions.rows();
    long until = until(dayOnly, said);
    return new CrmHistory(
        new HistoryColumns(
            names(rank),
            ids.toArray(String[]::new),
            created.array(),
            owner.array(),
            source.array(),
            product.array(),
            segment.array(),
            reason.array(),
            amount.array(),
            presentStage.array(),
            promised.array(),
            lastActivity.array(),
            flags(deals),
            category.array(),
            first,
            stage,
            outMs.array(),
            outActor.array(),
            said),
        new Facts(currency, dayOnly, hasPaths, until));
  }

  private boolean[] flags(int deals) {
    boolean[] flags = new boolean[deals];
    for (int d = nextStep.nextSetBit(0); d >= 0; d = nextStep.nextSetBit(d + 1)) {
      flags[d] = true;
    }
    return flags;
  }

  /**
   * Where there are no paths, deals are open in the one stage that the table names, if it is one.
   */
  private String onlyStage() {
    List<String> known = presentStages.names();
    return known.size() == 1 ? known.get(0) : "Open";
  }

  private void path(int deal, int[] order, int begin, int to, int open) {
    int from = begin;
    while (from < to && eventState.get(order[from]) < 0) {
      from++;
    }
    long birth = created.get(deal);
    int state = Integer.MIN_VALUE;
    boolean early = false;
    boolean reopened = false;
    if (!hasPaths) {
      out(open, birth, CrmHistory.UNKNOWN);
      state = open;
    } else if (from < to && startsLater(order[from], birth)) {
      state = eventFrom.get(order[from]);
      out(state, birth, CrmHistory.UNKNOWN);
    } else if (from == to && declared.get(deal) == 0 && presentStage.get(deal) >= 0) {
      state = states.number(presentStages.names().get(presentStage.get(deal)));
      out(state, birth, CrmHistory.UNKNOWN);
    }
    for (int i = from; i < to; i++) {
      int e = order[i];
      int next = eventState.get(e);
      int now = next >= 0 && classOf[next] < 0 ? classOf[next] : next;
      if (next < 0 || now == state) {
        continue;
      }
      early |= eventMs.get(e) < birth;
      reopened |= state < 0 && state != Integer.MIN_VALUE && now >= 0;
      if (now == CrmHistory.LOST && reason.get(deal) < 0) {
        reason.set(deal, reasons.number(states.names().get(next)));
      }
      out(now, Math.max(birth, eventMs.get(e)), eventActor.get(e));
      state = now;
    }
    ending(deal, state, from == to);
    if (early) {
      findings.add(Kind.NEGATIVE_DURATIONS, ids.get(deal));
    }
    if (reopened) {
      findings.add(Kind.REOPENED, ids.get(deal));
    }
  }

  private boolean startsLater(int event, long birth) {
    int from = eventFrom.get(event);
    return from >= 0 && classOf[from] == 0 && eventMs.get(event) > birth;
  }

  /** What the table of deals says of the end counts where the path does not say it. */
  private void ending(int deal, int state, boolean noEvents) {
    int end = declared.get(deal);
    boolean ended = state == CrmHistory.WON || state == CrmHistory.LOST;
    if (end != 0 && state != end) {
      long last = state == Integer.MIN_VALUE ? created.get(deal) : outMs.get(outMs.size() - 1);
      out(end, Math.max(last, closed.get(deal)), CrmHistory.UNKNOWN);
      ended = true;
    }
    if (ended && hasPaths && noEvents) {
      findings.add(Kind.NO_PATH, ids.get(deal));
    }
  }

  private void out(int state, long ms, int actor) {
    outStage.add(state);
    outMs.add(ms);
    outActor.add(actor);
  }

  private void bulkEdits(boolean dayOnly) {
    if (dayOnly || eventMs.size() == 0) {
      return;
    }
    long[] seconds = new long[eventMs.size()];
    int entries = 0;
    for (int e = 0; e < eventMs.size(); e++) {
      if (eventState.get(e) >= 0) {
        seconds[entries++] = Math.floorDiv(eventMs.get(e), 1000);
      }
    }
    seconds = Arrays.copyOf(seconds, entries);
    Arrays.sort(seconds);
    for (int i = 0; i < seconds.length; ) {
      int j = i;
      while (j < seconds.length && seconds[j] == seconds[i]) {
        j++;
      }
      for (int k = i; j - i >= BULK && k < j; k++) {
        findings.add(Kind.BULK_EDITS, k == i ? instant(seconds[i] * 1000) : "…");
      }
      i = j;
    }
  }

  static String instant(long ms) {
    return LocalDateTime.ofEpochSecond(Math.floorDiv(ms, 1000), 0, ZoneOffset.UTC).toString();
  }

  private Names names(int[] rank) {
    String[] stages = new String[Arrays.stream(rank).max().orElse(-1) + 1];
    for (int s = 0; s < rank.length; s++) {
      if (rank[s] >= 0) {
        stages[rank[s]] = states.names().get(s);
      }
    }
    return new Names(
        List.of(stages),
        presentStages.names(),
        owners.names(),
        actors.names(),
        sources.names(),
        products.names(),
        segments.names(),
        reasons.names(),
        categories.names());
  }

  private long until(boolean dayOnly, Revisions said) {
    long until = Long.MIN_VALUE;
    for (int d = 0; d < created.size(); d++) {
      until = Math.max(until, created.get(d));
    }
    for (int e = 0; e < outMs.size(); e++) {
      until = Math.max(until, outMs.get(e));
    }
    for (long ms : said.ms()) {
      until = Math.max(until, ms);
    }
    return dayOnly && until != Long.MIN_VALUE ? until + CrmHistory.DAY_MS - 1 : until;
  }
}
