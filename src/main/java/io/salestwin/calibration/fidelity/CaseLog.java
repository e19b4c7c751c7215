package io.salestwin.calibration.fidelity;

import io.salestwin.calibration.CrmHistory;
import io.salestwin.metrics.Trace;
import java.util.ArrayList;
import java.util.List;

/**
 * The cases that began and ended within a span of time, each with its events in their order.
 *
 * @param fromMs when the span begins, since 1970
 * @param untilMs when it ends; this moment is outside
 * @param cases the cases
 */
record CaseLog(long fromMs, long untilMs, List<Case> cases) {

  /** A stage that was passed within so long was passed over. */
  private static final long SKIPPED_MS = 1000;

  CaseLog {
    cases = List.copyOf(cases);
  }

  /**
   * One case, at least one event.
   *
   * @param ms when each event was, since 1970, in order
   * @param event the stage that it enters, {@link CrmHistory#WON} or {@link CrmHistory#LOST}
   */
  record Case(long[] ms, int[] event) {

    long first() {
      return ms[0];
    }

    long last() {
      return ms[ms.length - 1];
    }

    /** Whether it is closed and lies within a span. */
    private boolean within(long fromMs, long untilMs) {
      return event[event.length - 1] < 0 && first() >= fromMs && last() < untilMs;
    }

    private Case shifted(long byMs) {
      long[] then = new long[ms.length];
      for (int i = 0; i < then.length; i++) {
        then[i] = ms[i] + byMs;
      }
      return new Case(then, event);
    }
  }

  /** What happened. */
  static CaseLog of(CrmHistory history, long fromMs, long untilMs) {
    List<Case> cases = new ArrayList<>();
    for (int d = 0; d < history.deals(); d++) {
      CaseBuilder events = new CaseBuilder(!history.dayOnly(), history.dayOnly());
      for (int e = history.firstEvent(d); e < history.firstEvent(d + 1); e++) {
        events.add(history.eventMs(e), history.eventStage(e));
      }
      events.into(cases, fromMs, untilMs);
    }
    return new CaseLog(fromMs, untilMs, cases);
  }

  /**
   * What was simulated, told as the history tells: in days where it knows no more, and without a
   * stage that it does not know.
   */
  static CaseLog of(Trace trace, CrmHistory history, long fromMs, long untilMs) {
    int stages = history.names().stages().size();
    long startMs = trace.scenario().start().toEpochDay() * CrmHistory.DAY_MS;
    List<CaseBuilder> all = new ArrayList<>();
    trace.leads().forEach(lead -> all.add(new CaseBuilder(true, history.dayOnly())));
    for (Trace.Event event : trace.events()) {
      CaseBuilder events = all.get(event.lead());
      switch (event.kind()) {
        case OPENED, ENTERED -> {
          if (event.stage() < stages) {
            events.add(startMs + event.timeMs(), event.stage());
          }
        }
        case WON -> events.add(startMs + event.timeMs(), CrmHistory.WON);
        case LOST -> events.add(startMs + event.timeMs(), CrmHistory.LOST);
        default -> {}
      }
    }
    List<Case> cases = new ArrayList<>();
    all.forEach(events -> events.into(cases, fromMs, untilMs));
    return new CaseLog(fromMs, untilMs, cases);
  }

  /** The same cases later, with their span. */
  CaseLog shifted(long byMs) {
    return new CaseLog(
        fromMs + byMs, untilMs + byMs, cases.stream().map(c -> c.shifted(byMs)).toList());
  }

  /** Some of the cases. */
  CaseLog with(List<Case> some) {
    return new CaseLog(fromMs, untilMs, some);
  }

  /** Gathers the events of one case. */
  private static final class CaseBuilder {
    private final boolean exact;
    private final boolean dayOnly;
    private final List<Long> ms = new ArrayList<>();
    private final List<Integer> event = new ArrayList<>();

    /**
     * A case without events.
     *
     * @param exact whether the times that come are exact enough to see what was passed over
     * @param dayOnly whether only the days are to be told
     */
    CaseBuilder(boolean exact, boolean dayOnly) {
      this.exact = exact;
      this.dayOnly = dayOnly;
    }

    void add(long at, int what) {
      int last = ms.size() - 1;
      if (exact && last >= 0 && event.get(last) >= 0 && at - ms.get(last) <= SKIPPED_MS) {
        ms.remove(last);
        event.remove(last);
      }
      ms.add(at);
      event.add(what);
    }

    private long told(long at) {
      return dayOnly ? Math.floorDiv(at, CrmHistory.DAY_MS) * CrmHistory.DAY_MS : at;
    }

    void into(List<Case> cases, long fromMs, long untilMs) {
      if (ms.isEmpty()) {
        return;
      }
      Case done =
          new Case(
              ms.stream().mapToLong(this::told).toArray(),
              event.stream().mapToInt(e -> e).toArray());
      if (done.within(fromMs, untilMs)) {
        cases.add(done);
      }
    }
  }
}
