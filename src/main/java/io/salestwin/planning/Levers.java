package io.salestwin.planning;

import io.salestwin.document.Node;
import io.salestwin.document.Parsed;
import io.salestwin.random.DistributionFamily;
import io.salestwin.scenario.Lever;
import io.salestwin.scenario.LeverOverride;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Uncertainty;
import io.salestwin.statistics.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which levers a scenario has, and their dials. */
final class Levers {

  /** What describes how the organisation is measured and not how it runs. */
  private static final Set<String> NO_SECTIONS =
      Set.of("targets", "begin", "calendar", "plan", "booked", "health", "alerts", "sizeBands");

  /** What a plan is usually about: who sells how long, how much comes, how much and when is won. */
  private static final Pattern MAIN =
      Pattern.compile(
          "sources\\..*\\.(perMonth|perRepDay)|roles\\.[^.]+\\.(headcount|hoursPerWeek)"
              + "|stages\\..*\\.(advance|delay)|stages\\..*\\.delay\\.advance"
              + "|products\\.[^.]+\\.value");

  private static final Set<String> FAMILIES =
      Stream.of(DistributionFamily.values())
          .map(DistributionFamily::written)
          .collect(Collectors.toUnmodifiableSet());

  private final Scenario scenario;
  private final Node tree;
  private final double swing;
  private final Map<String, Lever> byPath = new LinkedHashMap<>();

  Levers(Scenario scenario, Node tree, double swing) {
    this.scenario = scenario;
    this.tree = tree;
    this.swing = swing;
    Lever.of(tree).forEach(lever -> byPath.put(lever.path(), lever));
  }

  /** The dial of a lever by its path. */
  Dial dial(String path) {
    return dial(path, swing);
  }

  /** The dial of a lever with a step of its own. */
  Dial dial(String path, double swing) {
    Lever lever = byPath.get(path);
    return lever == null ? Dial.ofWhole(path, swing) : Dial.of(lever, swing);
  }

  /**
   * Every number that the file states and that says how the organisation runs; a distribution is
   * one lever, whatever parameters it has.
   */
  List<String> all() {
    Set<String> paths = new LinkedHashSet<>();
    for (Lever lever : byPath.values()) {
      List<String> steps = Node.steps(lever.path()).value();
      if (!NO_SECTIONS.contains(steps.get(0)) && isWritten(steps)) {
        paths.add(whole(lever.path(), steps));
      }
    }
    return List.copyOf(paths);
  }

  /** Those that a plan is usually about. */
  List<String> main() {
    return all().stream().filter(path -> MAIN.matcher(path).matches()).toList();
  }

  private boolean isWritten(List<String> steps) {
    Parsed<Node> found = tree.find(steps);
    return !found.isBad() && !found.value().isNull();
  }

  /** The path up to a distribution. */
  private static String whole(String path, List<String> steps) {
    for (int i = 1; i < steps.size(); i++) {
      if (FAMILIES.contains(steps.get(i))) {
        int at = path.lastIndexOf("." + steps.get(i) + ".");
        return at < 0 ? path : path.substring(0, at);
      }
    }
    return path;
  }

  /**
   * The two ends of what is not known of a lever: its 10 % and 90 % quantile.
   *
   * @param low how it is set to the lower one
   * @param high how it is set to the upper one
   */
  record Known(Setting low, Setting high) {}

  /**
   * A value.
   *
   * @param text as written
   * @param sets the override that sets it
   */
  record Setting(String text, List<LeverOverride> sets) {}

  /** The uncertain levers with their ends, in the order of the scenario. */
  Map<String, Known> uncertain() {
    Map<String, Known> all = new LinkedHashMap<>();
    for (Uncertainty.Parameter p : scenario.uncertainty().parameters()) {
      known(p.lever(), p.nominal(), p.value().quantile(0.1), p.value().quantile(0.9), true)
          .ifPresent(k -> all.put(p.lever(), k));
    }
    scenario
        .uncertainty()
        .joint()
        .ifPresent(
            joint -> {
              for (int c = 0; c < joint.levers().size(); c++) {
                joint(joint, c).ifPresent(k -> all.put(k.getKey(), k.getValue()));
              }
            });
    return all;
  }

  /** A lever of posterior rows is moved with the rest of its row: from their median to the ends. */
  private Optional<Map.Entry<String, Known>> joint(Uncertainty.Joint joint, int column) {
    double[] values = joint.rows().stream().mapToDouble(row -> row.get(column)).toArray();
    Sample sample = Sample.of(values);
    Uncertainty.Nominal now = joint.nominals().get(column);
    Uncertainty.Nominal middle = new Uncertainty.Nominal(sample.quantile(0.5), now.current());
    String lever = joint.levers().get(column);
    return known(lever, middle, sample.quantile(0.1), sample.quantile(0.9), false)
        .map(known -> Map.entry(lever, known));
  }

  private Optional<Known> known(
      String lever, Uncertainty.Nominal nominal, double low, double high, boolean fixed) {
    List<Setting> ends = new ArrayList<>();
    for (double end : new double[] {low, high}) {
      text(lever, nominal, end)
          .ifPresent(text -> ends.add(new Setting(text, List.of(set(lever, text, fixed)))));
    }
    return ends.size() < 2 ? Optional.empty() : Optional.of(new Known(ends.get(0), ends.get(1)));
  }

  /** A lever on its own is drawn as a constant, so that every other draw stays what it was. */
  private static LeverOverride set(String lever, String text, boolean fixed) {
    return Dial.absolute(fixed ? "uncertainty.\"" + lever + "\"" : lever, text);
  }

  /** A canonical value as it is written, moved as an override has moved the lever. */
  private Optional<String> text(String path, Uncertainty.Nominal nominal, double drawn) {
    Lever lever = byPath.get(path);
    if (lever == null) {
      return Optional.empty();
    }
    double stated = nominal.stated();
    double now = nominal.current();
    boolean share = lever.unit().equals("percentage");
    if (share && drawn > 0 && drawn < 1 && isInside(stated) && isInside(now)) {
      double moved = Dial.logit(drawn) + Dial.logit(now) - Dial.logit(stated);
      return Optional.of(Dial.percent(1 / (1 + StrictMath.exp(-moved))));
    }
    if (lever.unit().equals("log-odds") || now == 0 || stated == 0) {
      return Optional.of(
          share ? Dial.percent(drawn + now - stated) : Dial.plain(drawn + now - stated));
    }
    return Dial.times(drawn / stated, lever.value());
  }

  private static boolean isInside(double p) {
    return p > 0 && p < 1;
  }
}
