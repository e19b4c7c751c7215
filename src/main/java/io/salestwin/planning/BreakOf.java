package io.salestwin.planning;

import io.salestwin.planning.Plays.Played;
import io.salestwin.planning.StressTest.Break;
import io.salestwin.planning.StressTest.Point;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Looks for the nearest point of a ray at which the odds pass a limit. It goes 1, 2, 4, 8, 16 steps
 * away, then halves the stretch in which the odds first pass. Nothing is assumed about the way in
 * between: the interval holds the points whose own error holds the limit, which is right at each
 * point whatever the others are; and where the odds went up and down that is said.
 */
final class BreakOf {

  private static final double FARTHEST = 16;
  private static final int HALVINGS = 4;

  /** A point that was played. */
  private record Step(double steps, String text, Played played, Estimate.Value odds) {}

  private final Plays plays;
  private final Ray ray;
  private final double limit;
  private final boolean falls;
  private final TreeMap<Double, Step> path = new TreeMap<>();
  private String note = "";

  BreakOf(Plays plays, Ray ray, double limit, boolean falls) {
    this.plays = plays;
    this.ray = ray;
    this.limit = limit;
    this.falls = falls;
  }

  Break find() {
    Played base = plays.asItIs(plays.most());
    path.put(0.0, new Step(0, ray.now(), base, plays.odds(base).value().orElseThrow()));
    boolean beyond = false;
    for (double steps = 1; steps <= FARTHEST && !beyond && look(steps); steps *= 2) {
      // one point more than is needed shows whether the odds turn back
      beyond = path.size() > 2 && isSure(path.lowerEntry(steps).getValue());
    }
    Optional<Step> at = first(this::hasPassed);
    Optional<Step> may = first(this::mayHavePassed).map(this::lastBefore);
    Optional<Step> sure = first(this::isSure);
    if (at.isEmpty() && note.isEmpty()) {
      Step last = path.lastEntry().getValue();
      note =
          "not even at " + last.text() + (falls ? " do they fall so far" : " do they rise so far");
    }
    return new Break(
        ray.name(),
        ray.now(),
        falls,
        limit,
        at.map(Step::text),
        at.isPresent() ? may.map(Step::text) : Optional.empty(),
        at.isPresent() ? sure.map(Step::text) : Optional.empty(),
        at.map(Step::steps).orElse(Double.NaN),
        isMonotone(),
        note,
        points());
  }

  /** Each value once: a whole number stands for a stretch of the ray. */
  private List<Point> points() {
    Map<String, Point> points = new LinkedHashMap<>();
    path.values()
        .forEach(s -> points.putIfAbsent(s.text(), new Point(s.text(), s.steps(), s.odds())));
    return List.copyOf(points.values());
  }

  /** Plays a point; false when it cannot be. */
  private boolean look(double steps) {
    if (path.containsKey(steps)) {
      return true;
    }
    plays.tell("breaking point of " + ray.name(), path.size() - 1, path.size());
    Optional<Ray.Place> place = ray.at(steps);
    if (place.isEmpty()) {
      note = path.size() == 1 ? "it cannot be moved" : "";
      return false;
    }
    Played played = plays.play(place.get().sets(), plays.most());
    if (!played.isPlayed()) {
      note = place.get().text() + ": " + played.problem();
      return false;
    }
    path.put(
        steps,
        new Step(steps, place.get().text(), played, plays.odds(played).value().orElseThrow()));
    return true;
  }

  private boolean hasPassed(Step step) {
    return falls ? step.odds().estimate() < limit : step.odds().estimate() >= limit;
  }

  private boolean mayHavePassed(Step step) {
    Interval error = step.odds().interval();
    return falls ? error.low() < limit : error.high() >= limit;
  }

  private boolean isSure(Step step) {
    Interval error = step.odds().interval();
    return falls ? error.high() < limit : error.low() >= limit;
  }

  /** The nearest point known to do, after halving the stretch before it. */
  private Optional<Step> first(Predicate<Step> does) {
    for (int i = 0; i < HALVINGS; i++) {
      Optional<Step> first = nearest(does);
      if (first.isEmpty() || first.get().steps() == 0) {
        return first;
      }
      if (!look((path.lowerKey(first.get().steps()) + first.get().steps()) / 2)) {
        return first;
      }
    }
    return nearest(does);
  }

  /** Between it and the point itself nobody has looked: the stretch begins there. */
  private Step lastBefore(Step step) {
    Map.Entry<Double, Step> before = path.lowerEntry(step.steps());
    return before == null ? step : before.getValue();
  }

  private Optional<Step> nearest(Predicate<Step> does) {
    return path.values().stream().filter(does).findFirst();
  }

  /** Whether no stretch of the way goes against the rest for sure (95 % for all together). */
  private boolean isMonotone() {
    List<Step> steps = new ArrayList<>(path.values());
    double level = 1 - (1 - Interval.ERROR) / Math.max(1, steps.size() - 1);
    for (int i = 1; i < steps.size(); i++) {
      Optional<Estimate.Value> change =
          plays.oddsBetween(steps.get(i - 1).played(), steps.get(i).played(), level).value();
      boolean against =
          change.map(c -> falls ? c.interval().low() > 0 : c.interval().high() < 0).orElse(false);
      if (against) {
        return false;
      }
    }
    return true;
  }
}
