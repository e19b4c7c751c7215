package io.salestwin.explain;

import io.salestwin.calendar.Clock;
import io.salestwin.explain.Suggestions.Suggestion;
import io.salestwin.metrics.Trace;
import io.salestwin.metrics.Trace.Event;
import io.salestwin.metrics.Trace.Kind;
import io.salestwin.metrics.Trace.Lead;
import io.salestwin.metrics.Trace.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the remarkable leads and reps of a trace. Of equals the first one is taken. */
final class SuggestionsOf {

  private static final long SERVED = Long.MIN_VALUE;

  private final Trace trace;
  private final long[] beganMs;
  private final int[] touches;
  private final long[] waitedMs;
  private final int[] wins;
  private final int[] touchesBy;

  SuggestionsOf(Trace trace) {
    this.trace = trace;
    beganMs = new long[trace.leads().size()];
    touches = new int[beganMs.length];
    waitedMs = new long[beganMs.length];
    wins = new int[trace.names().reps().size()];
    touchesBy = new int[wins.length];
    count();
  }

  private void count() {
    boolean[] seen = new boolean[beganMs.length];
    long[] waitsSince = new long[beganMs.length];
    Arrays.fill(waitsSince, SERVED);
    for (Event e : trace.events()) {
      int lead = e.lead();
      if (!seen[lead]) {
        seen[lead] = true;
        beganMs[lead] = e.timeMs();
      }
      if (e.kind() == Kind.WAITS) {
        waitsSince[lead] = e.timeMs();
      } else if (e.kind() == Kind.TOUCH_BEGAN || e.kind() == Kind.OWNED) {
        waitedMs[lead] += waitsSince[lead] == SERVED ? 0 : e.timeMs() - waitsSince[lead];
        waitsSince[lead] = SERVED;
      } else if (e.kind() == Kind.TOUCH_ENDED) {
        touches[lead]++;
        touchesBy[e.rep()] += e.timeMs() >= 0 ? 1 : 0;
      } else if (e.kind() == Kind.WON && e.rep() != Trace.NONE) {
        wins[e.rep()] += e.timeMs() >= 0 ? 1 : 0;
      }
    }
  }

  Suggestions suggestions() {
    int arrived = (int) trace.leads().stream().filter(lead -> lead.number() > 0).count();
    return new Suggestions(
        trace.replication(), arrived, trace.leads().size() - arrived, leads(), reps());
  }

  private List<Suggestion> leads() {
    List<Suggestion> all = new ArrayList<>();
    best(ended(Outcome.WON), i -> lead(i).valueCents(), all, i -> "the largest deal won");
    best(
        ended(Outcome.WON),
        this::daysMs,
        all,
        i -> "the longest way to a win: " + days(daysMs(i)) + " days");
    List<Integer> lost = ended(Outcome.LOST).sorted(Comparator.comparing(this::daysMs)).toList();
    if (!lost.isEmpty()) {
      int middle = lost.get(lost.size() / 2);
      String reason = trace.names().reasons().get(lead(middle).reason());
      all.add(
          new Suggestion(
              lead(middle).name(),
              "a typical loss: " + reason + " after " + days(daysMs(middle)) + " days"));
    }
    best(all(), i -> touches[i] > 1 ? touches[i] : 0, all, i -> "the most touches: " + touches[i]);
    best(
        all(),
        i -> waitedMs[i],
        all,
        i -> "the longest wait for reps: " + days(waitedMs[i]) + " days in all");
    return all;
  }

  private List<Suggestion> reps() {
    List<Suggestion> all = new ArrayList<>();
    List<String> names = trace.names().reps();
    largest(wins)
        .ifPresent(r -> all.add(new Suggestion(names.get(r), "the most deals won: " + wins[r])));
    largest(touchesBy)
        .ifPresent(r -> all.add(new Suggestion(names.get(r), "the most touches: " + touchesBy[r])));
    return all;
  }

  private static Optional<Integer> largest(int[] counts) {
    return IntStream.range(0, counts.length)
        .boxed()
        .filter(i -> counts[i] > 0)
        .max(Comparator.<Integer>comparingInt(i -> counts[i]).thenComparing(i -> -i));
  }

  /** The lead with the largest figure above 0, unless it is suggested already. */
  private void best(
      Stream<Integer> among,
      ToLongFunction<Integer> figure,
      List<Suggestion> all,
      IntFunction<String> why) {
    among
        .filter(i -> figure.applyAsLong(i) > 0)
        .max(Comparator.comparingLong(figure).thenComparing(i -> -i))
        .filter(i -> all.stream().noneMatch(s -> s.name().equals(lead(i).name())))
        .ifPresent(i -> all.add(new Suggestion(lead(i).name(), why.apply(i))));
  }

  private Stream<Integer> all() {
    return IntStream.range(0, beganMs.length).boxed().filter(i -> lead(i).endMs() >= 0);
  }

  private Stream<Integer> ended(Outcome outcome) {
    return all().filter(i -> lead(i).outcome() == outcome);
  }

  private Lead lead(int index) {
    return trace.leads().get(index);
  }

  private long daysMs(int index) {
    return lead(index).endMs() - beganMs[index];
  }

  private static String days(long ms) {
    return String.format(Locale.ROOT, "%,.1f", (double) ms / Clock.DAY);
  }
}
