package io.salestwin.scenario;

import io.salestwin.document.Node;
import io.salestwin.document.Quantity;
import io.salestwin.scenario.PayTerms.Basis;
import io.salestwin.scenario.PayTerms.Component;
import io.salestwin.scenario.PayTerms.Draw;
import io.salestwin.scenario.PayTerms.Tier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads pay plans, and what a role says of its pay. */
final class PayReader {

  private static final int CENTS = 100;

  private final Reading reading;
  private final List<PayTerms> plans = new ArrayList<>();
  private final boolean customers;

  PayReader(Reading reading, Part root) {
    this.reading = reading;
    customers = root.has("customers");
    root.memberParts("payPlans").forEach((name, part) -> plans.add(plan(name, part)));
  }

  List<PayTerms> plans() {
    return plans;
  }

  private PayTerms plan(String name, Part part) {
    reading.memberName(part.node(), name, "pay plan");
    return new PayTerms(
        name,
        components(part),
        part.optionalNumber("rate"),
        tiers(part),
        part.number("cliff"),
        part.optionalNumber("cap"),
        part.part("draw").map(PayReader::draw));
  }

  private static Draw draw(Part part) {
    return new Draw(
        part.optionalLong("amount").orElse(0L),
        part.word("recoverable").filter("true"::equals).isPresent());
  }

  private List<Component> components(Part part) {
    List<Component> components = new ArrayList<>();
    part.memberParts("components").forEach((name, about) -> components.add(component(name, about)));
    if (components.isEmpty()) {
      if (part.has("components")) {
        part.error("components", "there is no component", "add one, or remove components");
      }
      return List.of(new Component("bookings", 1, Basis.BOOKINGS, Optional.empty()));
    }
    List<Double> weights =
        reading.shares(
            part.node().get("components"),
            components.stream().map(Component::weight).toList(),
            "the weights of the components");
    List<Component> weighted = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      Component c = components.get(i);
      weighted.add(new Component(c.name(), weights.get(i), c.of(), c.quota()));
    }
    return weighted;
  }

  private Component component(String name, Part part) {
    reading.memberName(part.node(), name, "component");
    Basis of = Basis.valueOf(part.word("of").orElseThrow().toUpperCase(Locale.ROOT));
    Optional<Long> quota = part.optionalLong("quota");
    if (of == Basis.EXPANSION && !customers) {
      part.error("of", "no customers are played, so none buys more", "add customers: {}");
    }
    if (quota.isEmpty() && of != Basis.BOOKINGS && of != Basis.TEAM) {
      String wanted =
          switch (of) {
            case MARGIN -> "60k, the margin of a quarter";
            case DEALS -> "8, deals of a quarter";
            default -> "20k, what customers buy more in a quarter";
          };
      part.error(
          "the role's quota is in bookings and says nothing of " + part.word("of").get(),
          "add quota: " + wanted);
    }
    boolean deals = of == Basis.DEALS;
    return new Component(
        name, part.number("weight"), of, deals ? quota.map(q -> q / CENTS) : quota);
  }

  private static List<Tier> tiers(Part part) {
    List<Tier> tiers = new ArrayList<>();
    for (Part tier : part.itemParts("tiers")) {
      double from = tier.number("from");
      double before = tiers.isEmpty() ? 0 : tiers.get(tiers.size() - 1).from();
      if (tiers.isEmpty() ? from != 0 : from <= before) {
        tier.error(
            "from",
            tiers.isEmpty()
                ? "the first tier begins at " + Kind.CHANGE.show(from) + ", not at 0%"
                : "a tier must begin above the one before it, " + Kind.CHANGE.show(before),
            tiers.isEmpty()
                ? "put {from: 0%, pays: x1} before it; for nothing under an attainment use cliff"
                : "put the tiers in ascending order");
      }
      tiers.add(new Tier(from, tier.number("pays")));
    }
    return tiers.isEmpty() ? List.of(new Tier(0, 1)) : tiers;
  }

  /** What a role says of its pay. */
  RolePay of(Part role) {
    Map<LocalDate, Integer> by = new TreeMap<>();
    List<String> names = plans.stream().map(PayTerms::name).toList();
    role.given("payPlan")
        .ifPresent(
            given -> {
              if (given.isMap()) {
                role.members("payPlan")
                    .forEach((day, plan) -> by.put(day(day, plan), plan(plan, names)));
              } else {
                by.put(LocalDate.MIN, plan(given, names));
              }
            });
    Optional<Long> variable = role.optionalLong("variable");
    for (int index : by.values()) {
      if (index >= 0) {
        fits(role, plans.get(index), variable.isPresent());
      }
    }
    by.values().removeIf(index -> index < 0);
    return new RolePay(by, variable);
  }

  private LocalDate day(String text, Node at) {
    return reading.take(at, Quantity.date(text), LocalDate.EPOCH);
  }

  private int plan(Node node, List<String> names) {
    return reading.reference(node, "pay plan", names);
  }

  /** Whether the role says all that the plan needs. */
  private static void fits(Part role, PayTerms plan, boolean variable) {
    if (!role.has("quota") && plan.components().stream().anyMatch(c -> c.quota().isEmpty())) {
      role.error(
          "payPlan",
          "the pay plan \"" + plan.name() + "\" pays by attainment, but the role has no quota",
          "add quota: 200k/quarter");
    }
    if (!variable && plan.rate().isEmpty()) {
      role.error(
          "payPlan",
          "neither the pay plan \"" + plan.name() + "\" nor the role says how much is paid",
          "add rate: 10% to the plan, or variable: 60k to the role");
    }
    if (!variable && plan.components().stream().anyMatch(c -> c.of() == Basis.DEALS)) {
      role.error(
          "payPlan",
          "the pay plan \"" + plan.name() + "\" pays for deals, of which a rate is no money",
          "add variable: 60k to the role");
    }
  }
}
