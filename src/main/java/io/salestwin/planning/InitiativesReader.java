package io.salestwin.planning;

import io.salestwin.document.Document;
import io.salestwin.document.Node;
import io.salestwin.document.Parsed;
import io.salestwin.document.Problems;
import io.salestwin.document.Quantity;
import io.salestwin.document.Quantity.CalendarUnit;
import io.salestwin.scenario.LeverOverride;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads a file of initiatives; all that is wrong with it is told at once. */
final class InitiativesReader {

  private static final String LIST = "initiatives";
  private static final List<String> KEYS = List.of(LIST, "worth", "discount", "thresholds");
  private static final List<String> KEYS_OF_ONE =
      List.of("set", "start", "once", "yearly", "saves", "claim");
  private static final double CENTS = 100;

  private final Problems problems = new Problems();
  private final Node root;

  InitiativesReader(Document document) {
    problems.addAll(document.problems());
    root = document.root();
  }

  Initiatives read() {
    List<Initiative> list = new ArrayList<>();
    List<ReturnRule> rules = new ArrayList<>();
    if (!problems.hasErrors() && problems.onlyKeys(root, KEYS)) {
      readList(list);
      for (Node node : items("thresholds")) {
        ReturnRule rule = problems.read(node, text -> rule(text, list), null);
        if (rule != null) {
          rules.add(rule);
        }
      }
    }
    return new Initiatives(
        list,
        at(root, "worth").map(node -> problems.read(node, Parsed::of, "")),
        discount(),
        rules,
        problems.list());
  }

  private static Parsed<ReturnRule> rule(String text, List<Initiative> list) {
    List<String> names = new ArrayList<>(list.stream().map(Initiative::name).toList());
    names.addAll(List.of(ReturnRule.ALL, ReturnRule.ADVISED));
    return ReturnRule.parse(text)
        .flatMap(
            rule ->
                names.contains(rule.of())
                    ? Parsed.of(rule)
                    : Parsed.bad(
                        "\"" + text + "\": there is no initiative \"" + rule.of() + "\"",
                        "write one of " + String.join(", ", names)));
  }

  private void readList(List<Initiative> list) {
    Optional<Node> given = at(root, LIST);
    if (given.isEmpty() || !given.get().isMap() || given.get().keys().isEmpty()) {
      problems.error(
          given.orElse(root),
          "there are no initiatives",
          "write initiatives: with a name for each, such as better leads: {set: {LEVER: VALUE}}");
      return;
    }
    for (String name : given.get().keys()) {
      list.add(initiative(name, given.get().get(name)));
    }
    if (list.size() > Initiatives.MOST) {
      problems.error(
          given.get(),
          "there are " + list.size() + " initiatives",
          "give at most " + Initiatives.MOST + ": every combination of them is played");
    }
  }

  private Initiative initiative(String name, Node node) {
    problems.onlyKeys(node, KEYS_OF_ONE);
    if (List.of(ReturnRule.ALL, ReturnRule.ADVISED).contains(name)) {
      problems.error(
          node, "\"" + name + "\" stands for several initiatives in rules", "choose another name");
    }
    List<LeverOverride> sets = new ArrayList<>();
    Optional<Node> set = at(node, "set");
    if (set.isEmpty() || !set.get().isMap() || set.get().keys().isEmpty()) {
      problems.error(
          set.orElse(node),
          "it is not said what \"" + name + "\" changes",
          "add set: {LEVER: VALUE}, such as set: {stages.Qualification.advance: 32%}");
    } else {
      set.get().keys().forEach(l -> sets.add(new LeverOverride(l, set.get().get(l))));
    }
    double claim = amount(node, "claim");
    return new Initiative(
        name,
        sets,
        at(node, "start").map(day -> problems.read(day, Quantity::date, LocalDate.EPOCH)),
        amount(node, "once"),
        amount(node, "yearly") - amount(node, "saves"),
        claim == 0 ? OptionalDouble.empty() : OptionalDouble.of(claim));
  }

  private double amount(Node node, String key) {
    return at(node, key)
        .map(money -> problems.read(money, InitiativesReader::money, 0.0))
        .orElse(0.0);
  }

  private static Parsed<Double> money(String text) {
    Parsed<Double> amount = Quantity.money(text).map(money -> money.cents() / CENTS);
    return !amount.isBad() && amount.value() < 0
        ? Parsed.bad(text + " is below 0", "give an amount of 0 or more; savings go under saves")
        : amount;
  }

  private OptionalDouble discount() {
    Optional<Double> rate =
        at(root, "discount").map(node -> problems.read(node, InitiativesReader::rate, 0.0));
    return rate.isPresent() ? OptionalDouble.of(rate.get()) : OptionalDouble.empty();
  }

  private static Parsed<Double> rate(String text) {
    Parsed<Quantity.Rate> rate = Quantity.rate(text);
    return rate.isBad()
            || rate.value().per() != CalendarUnit.YEAR
            || !(rate.value().fraction() >= 0 && rate.value().fraction() <= 10)
        ? Parsed.bad("\"" + text + "\" is no rate per year", "give a rate such as 12%/year")
        : Parsed.of(rate.value().fraction());
  }

  private List<Node> items(String key) {
    Optional<Node> list = at(root, key);
    if (list.isPresent() && !list.get().isList()) {
      problems.error(
          list.get(),
          "expected a list, but found " + list.get().inWords(),
          "write [\"return(all) >= 100%\"]");
      return List.of();
    }
    return list.map(Node::items).orElse(List.of());
  }

  private static Optional<Node> at(Node node, String key) {
    Node value = node.isMap() ? node.get(key) : null;
    return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
  }
}
