package io.salestwin.planning;

import io.salestwin.document.Change;
import io.salestwin.document.Parsed;
import io.salestwin.document.Quantity;
import io.salestwin.scenario.LeverOverride;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A way out of the scenario: one lever, or several at once, each by so many of its steps.
 *
 * @param name what it is, for people
 * @param dials the levers
 * @param paces how many steps each goes for one step of the ray; below 0 it becomes smaller
 */
record Ray(String name, List<Dial> dials, List<Double> paces) {

  /** Where the ray has come to. */
  record Place(String text, List<LeverOverride> sets) {}

  Ray {
    dials = List.copyOf(dials);
    paces = List.copyOf(paces);
  }

  static Ray of(Dial dial, boolean up) {
    return new Ray(dial.lever(), List.of(dial), List.of(up ? 1.0 : -1.0));
  }

  /**
   * The dial and the way of a change, so that one step is the change.
   *
   * @param change such as {@code x0.9}, {@code -10%}, {@code -2} or {@code +5pp}
   * @throws UnanswerableException when it is none that can be scaled
   */
  static Ray of(Levers levers, String lever, String change) {
    double relative = relative(levers.dial(lever), change);
    if (!Double.isFinite(relative) || relative == 0 || relative <= -1) {
      throw new UnanswerableException(
          lever + "=" + change + " is no change that can be scaled; give x0.9, -10%, -2 or +5pp");
    }
    return of(levers.dial(lever, Math.abs(relative)), relative > 0);
  }

  private static double relative(Dial dial, String change) {
    Change parsed = Quantity.change(change);
    double now = dial.value();
    if (parsed instanceof Change.Times times) {
      return dial.isLogOdds()
          ? now * (times.factor().doubleValue() - 1)
          : times.factor().doubleValue() - 1;
    } else if (parsed instanceof Change.Points points) {
      return points.points().doubleValue() / 100 / now;
    } else if (parsed instanceof Change.Plus plus) {
      Parsed<Double> number = Quantity.number(plus.amount());
      Parsed<Double> value = Quantity.number(dial.now());
      if (number.isBad() || value.isBad()) {
        return Double.NaN;
      }
      return dial.isLogOdds() ? number.value() : number.value() / value.value();
    }
    return Double.NaN;
  }

  /** Several ways as one. */
  static Ray together(String name, List<Ray> rays) {
    List<Dial> dials = new ArrayList<>();
    List<Double> paces = new ArrayList<>();
    for (Ray ray : rays) {
      dials.addAll(ray.dials());
      paces.addAll(ray.paces());
    }
    return new Ray(name, dials, paces);
  }

  String now() {
    return dials.size() == 1 ? dials.get(0).now() : StressTest.SEVERAL;
  }

  /** The place so many steps away; empty when a lever has no such value. */
  Optional<Place> at(double steps) {
    List<String> texts = new ArrayList<>();
    List<LeverOverride> sets = new ArrayList<>();
    for (int i = 0; i < dials.size(); i++) {
      Dial dial = dials.get(i);
      Optional<String> value = dial.at(steps * paces.get(i));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      texts.add(dials.size() == 1 ? value.get() : dial.lever() + " " + value.get());
      sets.add(dial.set(value.get()));
    }
    return Optional.of(new Place(String.join(", ", texts), sets));
  }
}
