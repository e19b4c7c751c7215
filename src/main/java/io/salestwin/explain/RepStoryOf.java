package io.salestwin.explain;

import io.salestwin.calendar.Clock;
import io.salestwin.explain.RepStory.Span;
import io.salestwin.metrics.Trace;
import io.salestwin.metrics.Trace.Event;
import io.salestwin.metrics.Trace.Kind;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Reads the story of one rep from a trace. */
final class RepStoryOf {

  private static final int LONGEST_BY_WEEK_DAYS = 100;
  private static final double CENTS = 100;
  private static final double HOUR = Clock.HOUR;

  private final Trace trace;
  private final Clock work;
  private final int rep;
  private final int[] owner;
  private OptionalDouble skill = OptionalDouble.empty();
  private Event touch;

  /** What the rep has done so far. */
  private static final class Count {
    final Map<String, Integer> touches = new TreeMap<>();
    long workedMs;
    int tookOn;
    int open;
    int won;
    long valueCents;
    int lost;

    Count copy() {
      Count copy = new Count();
      copy.touches.putAll(touches);
      copy.workedMs = workedMs;
      copy.tookOn = tookOn;
      copy.open = open;
      copy.won = won;
      copy.valueCents = valueCents;
      copy.lost = lost;
      return copy;
    }
  }

  RepStoryOf(Trace trace, int rep) {
    this.trace = trace;
    this.rep = rep;
    work = LeadStoryOf.workClock(trace);
    owner = new int[trace.leads().size()];
    Arrays.fill(owner, Trace.NONE);
  }

  RepStory story() {
    List<LocalDate> bounds = bounds();
    List<Count> counts = new ArrayList<>();
    Count count = new Count();
    for (Event e : trace.events()) {
      long now = isDayOne(e) ? -1 : e.timeMs();
      while (counts.size() < bounds.size() && now >= ms(bounds.get(counts.size()))) {
        counts.add(at(count, ms(bounds.get(counts.size()))));
      }
      see(e, count);
    }
    while (counts.size() < bounds.size()) {
      counts.add(at(count, ms(bounds.get(counts.size()))));
    }
    List<Span> spans = new ArrayList<>();
    for (int i = 1; i < bounds.size(); i++) {
      spans.add(span(bounds, counts, i - 1, i));
    }
    int role = trace.names().roleOfRep().get(rep);
    return new RepStory(
        trace.replication(),
        trace.names().reps().get(rep),
        trace.names().roles().get(role),
        trace.scenario().currency(),
        skill,
        counts.get(0).open,
        spans,
        span(bounds, counts, 0, bounds.size() - 1));
  }

  /** Whether the event only says how the starting pipeline stood. */
  private boolean isDayOne(Event e) {
    boolean standing =
        e.kind() == Kind.OPENED || e.kind() == Kind.OWNED || e.kind() == Kind.DECIDED;
    return standing && e.timeMs() <= 0 && trace.leads().get(e.lead()).number() == 0;
  }

  /** The first days of the spans, and the day after the last one. */
  private List<LocalDate> bounds() {
    LocalDate start = trace.scenario().start();
    LocalDate end = trace.scenario().end();
    boolean weekly = ChronoUnit.DAYS.between(start, end) <= LONGEST_BY_WEEK_DAYS;
    List<LocalDate> bounds = new ArrayList<>(List.of(start));
    LocalDate next = weekly ? start.plusWeeks(1) : start.withDayOfMonth(1).plusMonths(1);
    while (next.isBefore(end)) {
      bounds.add(next);
      next = weekly ? next.plusWeeks(1) : next.plusMonths(1);
    }
    bounds.add(end);
    return bounds;
  }

  private long ms(LocalDate day) {
    return ChronoUnit.DAYS.between(trace.scenario().start(), day) * Clock.DAY;
  }

  /** The counts at an instant; work in progress counts up to then. */
  private Count at(Count count, long now) {
    Count copy = count.copy();
    copy.workedMs += touch == null ? 0 : work.between(touch.timeMs(), now);
    return copy;
  }

  private void see(Event e, Count count) {
    if (e.kind() == Kind.DECIDED && owner[e.lead()] == rep && skill.isEmpty()) {
      skill = skillIn(e);
    }
    if (e.rep() != rep) {
      return;
    }
    switch (e.kind()) {
      case OWNED -> {
        owner[e.lead()] = rep;
        count.tookOn++;
        count.open++;
      }
      case RELEASED -> {
        owner[e.lead()] = Trace.NONE;
        count.open--;
      }
      case TOUCH_BEGAN -> touch = e;
      case TOUCH_ENDED -> {
        count.touches.merge(trace.names().activities().get(e.about()), 1, Integer::sum);
        endTouch(e, count);
      }
      case TOUCH_CUT, TOUCH_BROKEN -> endTouch(e, count);
      case WON -> {
        count.won++;
        count.valueCents += trace.leads().get(e.lead()).valueCents();
      }
      case LOST -> count.lost++;
      default -> {}
    }
  }

  private void endTouch(Event e, Count count) {
    count.workedMs += work.between(touch.timeMs(), e.timeMs());
    touch = null;
  }

  private OptionalDouble skillIn(Event e) {
    return trace.decisions().get(e.about()).effects().stream()
        .filter(effect -> effect.name().equals(Trace.REP_SKILL))
        .mapToDouble(Trace.Effect::logOdds)
        .findFirst();
  }

  private Span span(List<LocalDate> bounds, List<Count> counts, int from, int to) {
    Count before = counts.get(from);
    Count after = counts.get(to);
    Map<String, Integer> touches = new TreeMap<>(after.touches);
    before.touches.forEach((activity, n) -> touches.merge(activity, -n, Integer::sum));
    Map<String, Integer> sorted = new LinkedHashMap<>();
    touches.entrySet().stream()
        .filter(each -> each.getValue() > 0)
        .sorted(Comparator.comparingInt(each -> -each.getValue()))
        .forEach(each -> sorted.put(each.getKey(), each.getValue()));
    return new Span(
        bounds.get(from),
        bounds.get(to),
        sorted,
        (after.workedMs - before.workedMs) / HOUR,
        work.between(ms(bounds.get(from)), ms(bounds.get(to))) / HOUR,
        after.tookOn - before.tookOn,
        after.open,
        after.won - before.won,
        (after.valueCents - before.valueCents) / CENTS,
        after.lost - before.lost);
  }
}
