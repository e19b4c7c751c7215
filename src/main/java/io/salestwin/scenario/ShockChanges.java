package io.salestwin.scenario;

import io.salestwin.document.Change.Absolute;
import io.salestwin.document.Change.Plus;
import io.salestwin.document.Change.Points;
import io.salestwin.document.Change.Times;
import io.salestwin.document.Node;
import io.salestwin.document.Parsed;
import io.salestwin.document.Quantity;
import io.salestwin.scenario.Shape.Scalar;
import io.salestwin.scenario.Shock.Change;
import io.salestwin.scenario.Shock.Target;
import io.salestwin.scenario.Uncertainty.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what a shock does to one lever, or to all levers that a path with {@code *} stands for. */
final class ShockChanges {

  private static final String ALL = "*";

  private static final String ALLOWED =
      "it can change sources.NAME.arrivals, arrivals.perMonth, arrivals.perRepDay, quality or cost,"
          + " stages.NAME.advance, recycle.share, work, delay, delay.advance, delay.otherwise,"
          + " delay.lost or delay.regress, products.NAME.value, segments.NAME.value, and"
          + " roles.NAME.hoursPerWeek or attrition; odds: moves the odds of stages";

  private static final String SEATS =
      "a shock sets no head-count, since everybody who may ever come needs a seat before";

  private final Reading reading;
  private final Node tree;

  ShockChanges(Reading reading, Node tree) {
    this.reading = reading;
    this.tree = tree;
  }

  /**
   * The changes of one line.
   *
   * @param lever the path as written
   * @param value the value as written
   * @return one change for each number that is meant; none after an error
   */
  List<Change> of(String lever, Node value) {
    Parsed<List<String>> path = Node.steps(lever);
    if (path.isBad()) {
      reading.problems().error(value, path.reason(), path.advice());
      return List.of();
    }
    List<String> steps = path.value();
    if (steps.size() < 3 || !steps.get(1).equals(ALL)) {
      return one(steps, value, false);
    }
    List<Change> changes = new ArrayList<>();
    for (String name : named(steps.get(0))) {
      List<String> each = new ArrayList<>(steps);
      each.set(1, name);
      int before = reading.problems().list().size();
      changes.addAll(one(each, value, true));
      if (reading.problems().list().size() > before) {
        return List.of();
      }
    }
    return changes;
  }

  private List<String> named(String section) {
    return switch (section) {
      case "sources" -> reading.names().sources();
      case "roles" -> reading.names().roles();
      case "stages" -> reading.names().stages();
      case "products" -> reading.names().products();
      case "segments" -> reading.names().segments();
      default -> List.of(ALL);
    };
  }

  private List<Change> one(List<String> steps, Node value, boolean oneOfAll) {
    Parsed<LeverPath> lever = LeverPath.of(tree, steps);
    if (lever.isBad()) {
      reading.problems().error(value, lever.reason(), lever.advice());
      return List.of();
    }
    List<Target> targets = targets(steps, oneOfAll);
    if (targets.isEmpty()) {
      boolean seats = steps.get(0).equals("roles") && steps.get(steps.size() - 1).contains("head");
      bad(
          value,
          seats ? SEATS : String.join(".", steps) + " is nothing that a shock can change",
          seats ? "use leave: or absent: in the shock, and hires: in the role" : ALLOWED);
    }
    List<Change> changes = new ArrayList<>();
    for (Target target : targets) {
      if (oneOfAll && isOutOfReach(target)) {
        continue;
      }
      change(target, lever.value(), value).ifPresent(changes::add);
    }
    return changes;
  }

  private List<Target> targets(List<String> steps, boolean oneOfAll) {
    String what = String.join(".", steps.subList(Math.min(2, steps.size()), steps.size()));
    return switch (steps.get(0)) {
      case "sources" -> {
        int source = reading.names().sources().indexOf(steps.get(1));
        yield switch (what) {
          case "arrivals" ->
              Stream.<Target>of(new Target.PerMonth(source), new Target.PerRepDay(source))
                  .filter(target -> oneOfAll || !isOutOfReach(target))
                  .toList();
          case "arrivals.perMonth" -> List.of(new Target.PerMonth(source));
          case "arrivals.perRepDay" -> List.of(new Target.PerRepDay(source));
          case "quality" -> List.of(new Target.Quality(source));
          case "cost" -> List.of(new Target.LeadCost(source));
          default -> List.of();
        };
      }
      case "roles" -> {
        int role = reading.names().roles().indexOf(steps.get(1));
        yield switch (what) {
          case "hoursPerWeek" -> List.of(new Target.HoursPerWeek(role));
          case "attrition", "attrition.rate" -> List.of(new Target.Attrition(role));
          default -> List.of();
        };
      }
      case "products" ->
          what.equals("value")
              ? List.of(new Target.ProductValue(reading.names().products().indexOf(steps.get(1))))
              : List.of();
      case "segments" ->
          what.equals("value")
              ? List.of(new Target.SegmentValue(reading.names().segments().indexOf(steps.get(1))))
              : List.of();
      case "stages" -> stage(stageIndex(steps.get(1)), what);
      default -> List.of();
    };
  }

  private static List<Target> stage(int stage, String what) {
    return switch (what) {
      case "advance" -> List.of(new Target.Advance(stage));
      case "recycle.share" -> List.of(new Target.RecycleShare(stage));
      case "work" -> List.of(new Target.Effort(stage));
      case "delay" -> List.of(new Target.Delay(stage, Arrays.asList(Outcome.values())));
      case "delay.advance" -> List.of(new Target.Delay(stage, List.of(Outcome.ADVANCE)));
      case "delay.lost" -> List.of(new Target.Delay(stage, List.of(Outcome.LOST)));
      case "delay.regress" -> List.of(new Target.Delay(stage, List.of(Outcome.REGRESS)));
      case "delay.otherwise" ->
          List.of(new Target.Delay(stage, List.of(Outcome.REGRESS, Outcome.LOST)));
      default -> List.of();
    };
  }

  private int stageIndex(String step) {
    return step.startsWith("[")
        ? Integer.parseInt(step.substring(1, step.length() - 1))
        : reading.names().stages().indexOf(step);
  }

  /** Whether there is nothing there to change: no such arrivals, or a chance that is certain. */
  private boolean isOutOfReach(Target target) {
    if (target instanceof Target.PerMonth t) {
      return written("sources", reading.names().sources().get(t.source()), "arrivals", "perMonth")
          .isEmpty();
    } else if (target instanceof Target.PerRepDay t) {
      return written("sources", reading.names().sources().get(t.source()), "arrivals", "perRepDay")
          .isEmpty();
    } else if (target instanceof Target.Advance t) {
      return isCertain(t.stage());
    } else if (target instanceof Target.Attrition t) {
      return written("roles", reading.names().roles().get(t.role()), "attrition").isEmpty();
    } else if (target instanceof Target.LeadCost t) {
      return written("sources", reading.names().sources().get(t.source()), "cost").isEmpty();
    } else if (target instanceof Target.RecycleShare t) {
      return written("stages", "[" + t.stage() + "]", "recycle").isEmpty();
    } else if (target instanceof Target.Effort t) {
      return written("stages", "[" + t.stage() + "]", "work").isEmpty();
    }
    return false;
  }

  /** Whether a value may be set where none is stated. */
  private static boolean standsAlone(Target target) {
    return target instanceof Target.Attrition || target instanceof Target.LeadCost;
  }

  /** Whether there is a distribution or a factor, of which no one value can be set. */
  private static boolean isFactor(Target target) {
    return target instanceof Target.Delay
        || target instanceof Target.Quality
        || target instanceof Target.ProductValue
        || target instanceof Target.SegmentValue
        || target instanceof Target.Effort;
  }

  private boolean isCertain(int stage) {
    Parsed<Node> advance = tree.find(List.of("stages", "[" + stage + "]", "advance"));
    if (advance.isBad() || !advance.value().isScalar()) {
      return false;
    }
    Parsed<Double> p = Quantity.probability(advance.value().text());
    return !p.isBad() && (p.value() == 0 || p.value() == 1);
  }

  private Optional<Node> written(String... steps) {
    Parsed<Node> found = tree.find(List.of(steps));
    return found.isBad() || found.value().isNull() ? Optional.empty() : Optional.of(found.value());
  }

  private Optional<Change> change(Target target, LeverPath lever, Node value) {
    String path = String.join(".", lever.steps());
    if (!value.isScalar() || value.isNull()) {
      return bad(value, "expected one value for " + path + ", but found " + value.inWords(), "");
    }
    io.salestwin.document.Change change = Quantity.change(value.text());
    if (isOutOfReach(target) && !(standsAlone(target) && change instanceof Absolute)) {
      return target instanceof Target.Advance
          ? bad(value, path + " is certain, and no effect moves what is certain", "state a chance")
          : bad(value, path + " is not given, so nothing can change it", "give it in the scenario");
    }
    boolean factorOnly = isFactor(target) || lever.scalar().isEmpty();
    if (factorOnly && !(change instanceof Times)) {
      return bad(value, "a shock can only multiply " + path, "give a factor, such as x1.5");
    }
    if (change instanceof Times times) {
      double factor = times.factor().doubleValue();
      if (factor < 0 || factor > 1000) {
        return bad(value, value.text() + " is out of range", "give a factor from x0 to x1000");
      }
      return fits(target, lever, value, change).map(x -> new Change(target, factor, 0));
    }
    Scalar shape = lever.scalar().orElseThrow();
    if (change instanceof Points points) {
      return fits(target, lever, value, change)
          .map(x -> new Change(target, 1, points.points().doubleValue() / 100));
    } else if (change instanceof Plus plus) {
      return fits(target, lever, value, change)
          .map(
              x ->
                  new Change(
                      target, 1, shape.kind().number(plus.amount(), reading.currency()).value()));
    }
    String text = ((Absolute) change).text();
    return inRange(lever, value, text).map(number -> new Change(target, 0, number));
  }

  /** Whether the change makes sense of what is stated; of a table, it is left to the run. */
  private Optional<Boolean> fits(
      Target target, LeverPath lever, Node value, io.salestwin.document.Change change) {
    Optional<Node> now = lever.node();
    String text = now.isEmpty() ? lever.fallback() : now.get().isScalar() ? now.get().text() : "";
    if (isFactor(target) || text.isEmpty()) {
      return Optional.of(true);
    }
    Parsed<String> changed = change.applyTo(text);
    return changed.isBad()
        ? bad(value, changed.reason(), changed.advice())
        : inRange(lever, value, changed.value()).map(x -> true);
  }

  private Optional<Double> inRange(LeverPath lever, Node value, String text) {
    Scalar shape = lever.scalar().orElseThrow();
    Parsed<Double> number = shape.kind().number(text, reading.currency());
    if (number.isBad()) {
      return bad(value, number.reason(), number.advice());
    }
    // a shock may take all of a rep's time, which a role may not state
    if (number.value() < shape.min() || number.value() > shape.max()) {
      return bad(
          value,
          String.join(".", lever.steps()) + " would be " + text,
          Reading.allowed(new Scalar(shape.kind(), shape.min(), true, shape.max(), List.of())));
    }
    return Optional.of(number.value());
  }

  private <T> Optional<T> bad(Node value, String reason, String advice) {
    reading.problems().error(value, reason, advice);
    return Optional.empty();
  }
}
