package io.salestwin.scenario;

import io.salestwin.document.Node;
import io.salestwin.document.Quantity;
import io.salestwin.random.Distribution;
import io.salestwin.scenario.Shock.Change;
import io.salestwin.scenario.Shock.Companion;
import io.salestwin.scenario.Shock.Loss;
import io.salestwin.scenario.Shock.Target;
import io.salestwin.scenario.Shock.When;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads the shocks. */
final class ShockReader {

  private static final long DAY = 86_400_000L;

  private final Reading reading;
  private final Node tree;
  private final LocalDate start;
  private final LocalDate end;
  private final LossReader losses;

  /**
   * Prepares a reading.
   *
   * @param reading where what is found wrong is kept
   * @param tree the whole scenario
   * @param start first simulated day
   * @param end first day after the horizon
   * @param losses reads whom shocks take away
   */
  ShockReader(Reading reading, Node tree, LocalDate start, LocalDate end, LossReader losses) {
    this.reading = reading;
    this.tree = tree;
    this.start = start;
    this.end = end;
    this.losses = losses;
  }

  List<Shock> shocks(Part root) {
    List<Part> parts =
        root.items("shocks").stream()
            .map(node -> reading.part(withLibrary(node), ShockFormat.SHOCK))
            .toList();
    List<String> names = parts.stream().map(this::name).toList();
    Set<String> seen = new HashSet<>();
    Set<String> companions = new HashSet<>();
    for (int i = 0; i < parts.size(); i++) {
      companions.addAll(parts.get(i).members("with").keySet());
      if (!names.get(i).isEmpty() && !seen.add(names.get(i))) {
        parts
            .get(i)
            .error(
                "there are two shocks named \"" + names.get(i) + "\"",
                "give one a name: of its own");
      }
    }
    return IntStream.range(0, parts.size())
        .mapToObj(i -> shock(parts.get(i), names.get(i), names, companions))
        .toList();
  }

  /** What is written, over what the library says of the shock that is used. */
  private Node withLibrary(Node own) {
    Node use = own.isMap() ? own.get("use") : null;
    if (use == null) {
      return own;
    }
    Optional<Node> library = ShockLibrary.shock(use.isScalar() ? use.text() : "");
    if (library.isEmpty()) {
      reading.reference(use, "shock of the program", ShockLibrary.list());
      return own;
    }
    Node result = own;
    for (String key : library.get().keys()) {
      Node given = library.get().get(key);
      Node beside = own.get(key);
      if (beside == null) {
        result = result.with(List.of(key), given).value();
      } else if (key.equals("set") && beside.isMap()) {
        Node both = given;
        for (String lever : beside.keys()) {
          both = both.with(List.of(lever), beside.get(lever)).value();
        }
        result = result.with(List.of(key), both).value();
      }
    }
    return result;
  }

  private String name(Part part) {
    String name = part.has("name") ? part.text("name") : part.has("use") ? part.text("use") : "";
    if (name.isEmpty() && !part.has("name") && part.node().isMap()) {
      part.error("the shock has no name", "add name:, or use: and a shock of the program");
    }
    reading.memberName(part.node(), name, "shock");
    return name;
  }

  private Shock shock(Part part, String name, List<String> names, Set<String> companions) {
    List<Change> changes = new ArrayList<>();
    for (Map.Entry<String, Node> set : part.members("set").entrySet()) {
      changes.addAll(new ShockChanges(reading, tree).of(set.getKey(), set.getValue()));
    }
    changes.addAll(odds(part));
    List<Loss> lost = new ArrayList<>(losses.losses(part, "leave", true));
    lost.addAll(losses.losses(part, "absent", false));
    if (part.count("set", "odds", "leave", "absent", "use") == 0) {
      part.error("the shock changes nothing", "add set:, odds:, leave: or absent:");
    }
    Optional<Distribution> lasts = part.chance("for");
    boolean atOnce = part.has("leave") && part.count("set", "odds", "absent") == 0;
    if (lasts.isEmpty() && !part.has("use") && !atOnce) {
      part.error("it is not said how long the shock lasts", "add for:, such as for: 60 days");
    }
    List<Companion> with = new ArrayList<>();
    Map<String, Double> chances = part.memberNumbers("with");
    part.members("with")
        .forEach(
            (other, node) -> {
              if (names.contains(other) && !other.equals(name)) {
                with.add(new Companion(names.indexOf(other), chances.get(other)));
              } else {
                reading.unknown(node, other, "other shock", without(names, name));
              }
            });
    return new Shock(
        name,
        when(part, companions.contains(name)),
        lasts.orElse(Chances.constant(0)),
        part.chance("severity").orElse(Chances.constant(1)),
        changes,
        lost,
        with);
  }

  private static List<String> without(List<String> names, String name) {
    return names.stream().filter(n -> !n.equals(name)).toList();
  }

  private When when(Part part, boolean companion) {
    Optional<Double> rate = part.optionalNumber("rate");
    Optional<Long> from = part.given("from").map(node -> ms(node, 0));
    Optional<Long> until = part.given("until").map(node -> ms(node, 1));
    double chance = part.number("chance");
    if (rate.isPresent()) {
      if (part.has("chance")) {
        part.error("chance", "chance belongs to a day, not to a rate", "remove one of them");
      }
      long first = Math.max(0, from.orElse(0L));
      long last = until.orElse(ChronoUnit.DAYS.between(start, end) * DAY);
      if (last <= first) {
        part.error("until", "the last day lies before the first", "change from or until");
      }
      return new When.AtRandom(rate.get(), first, last);
    }
    if (until.isPresent()) {
      part.error("until", "until belongs to rate", "say how long it lasts with for:");
    }
    if (from.isPresent()) {
      return new When.On(from.get(), chance);
    }
    if (!companion) {
      part.error(
          "it is not said when the shock strikes",
          "add from: and a day, rate: such as 0.5/year, or name it under with: of another shock");
    }
    return new When.Together();
  }

  private long ms(Node node, int daysLater) {
    LocalDate day = reading.problems().read(node, Quantity::date, start);
    return ChronoUnit.DAYS.between(start, day.plusDays(daysLater)) * DAY;
  }

  private List<Change> odds(Part part) {
    Optional<Node> given = part.given("odds");
    if (given.isEmpty()) {
      if (part.has("competitor")) {
        part.error("competitor", "competitor belongs to odds", "add odds:, such as odds: -0.3");
      }
      return List.of();
    }
    int competitor = part.member("competitor", reading.names().competitors());
    List<String> stages = reading.names().stages();
    if (given.get().isScalar()) {
      double all = part.number("odds");
      return IntStream.range(0, stages.size())
          .mapToObj(stage -> new Change(odds(stage, competitor), 1, all))
          .toList();
    }
    List<Change> changes = new ArrayList<>();
    Map<String, Double> effects = part.memberNumbers("odds");
    part.members("odds")
        .forEach(
            (stage, node) -> {
              int index = stages.indexOf(stage);
              if (index < 0) {
                reading.unknown(node, stage, "stage", stages);
              } else {
                changes.add(new Change(odds(index, competitor), 1, effects.get(stage)));
              }
            });
    return changes;
  }

  private static Target odds(int stage, int competitor) {
    return competitor < 0 ? new Target.Odds(stage) : new Target.OddsAgainst(stage, competitor);
  }
}
