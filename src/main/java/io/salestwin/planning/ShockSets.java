package io.salestwin.planning;

import io.salestwin.document.Node;
import io.salestwin.document.Parsed;
import io.salestwin.scenario.LeverOverride;
import io.salestwin.scenario.ShockLibrary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Writes shocks into a scenario: those of the library, and its own for sure or not at all. */
final class ShockSets {

  private final Node tree;
  private final List<Node> own;
  private final LocalDate strike;

  /**
   * The shocks of a scenario.
   *
   * @param tree the scenario as a tree
   * @param strike the day on which shocks strike that have no day of their own
   */
  ShockSets(Node tree, LocalDate strike) {
    this.tree = tree;
    this.strike = strike;
    Node shocks = tree.get("shocks");
    own = shocks == null || shocks.isNull() ? List.of() : shocks.items();
  }

  /** The names of the scenario's own shocks, in their order. */
  List<String> own() {
    return own.stream().map(ShockSets::name).toList();
  }

  private static String name(Node shock) {
    Node name = shock.has("name") ? shock.get("name") : shock.get("use");
    return name == null ? "" : name.text();
  }

  /** Every name that {@link #striking} knows. */
  List<String> names() {
    List<String> names = new ArrayList<>(own());
    ShockLibrary.list().stream().filter(name -> !names.contains(name)).forEach(names::add);
    return names;
  }

  /** What makes shocks strike for sure, one of the scenario's own on its day, others on the day. */
  List<LeverOverride> striking(List<String> names) {
    List<Node> all = new ArrayList<>();
    for (Node shock : own) {
      all.add(names.contains(name(shock)) ? surely(shock) : shock);
    }
    for (String name : names) {
      if (!own().contains(name)) {
        all.add(
            Node.parse("{use: \"" + name + "\", from: " + strike + "}", "shock " + name).value());
      }
    }
    return set(all);
  }

  /** What adds shocks to the scenario's own. */
  List<LeverOverride> and(List<Node> more) {
    List<Node> all = new ArrayList<>(own);
    all.addAll(more);
    return set(all);
  }

  /** What leaves one of the scenario's own shocks out. */
  List<LeverOverride> without(String name) {
    return set(own.stream().filter(shock -> !name(shock).equals(name)).toList());
  }

  private Node surely(Node shock) {
    Node sure = shock;
    for (String key : List.of("rate", "until", "chance")) {
      sure = sure.has(key) ? sure.without(List.of(key)).value() : sure;
    }
    if (shock.has("rate") || !shock.has("from")) {
      Parsed<Node> dated = sure.with(List.of("from"), Node.scalar(strike.toString(), "strike"));
      sure = dated.value();
    }
    return sure;
  }

  private List<LeverOverride> set(List<Node> shocks) {
    StringBuilder text = new StringBuilder("[");
    for (Node shock : shocks) {
      text.append(text.length() > 1 ? ", " : "").append(shock.toJson().strip());
    }
    Parsed<Node> list = Node.parse(text.append("]").toString(), "shocks");
    return List.of(new LeverOverride("shocks", list.value()));
  }

  /** Whether the scenario has shocks of its own. */
  boolean hasOwn() {
    return !own.isEmpty() && tree.has("shocks");
  }
}
