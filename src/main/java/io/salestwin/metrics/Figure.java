package io.salestwin.metrics;

import io.salestwin.model.Dimension;
import io.salestwin.model.SalesModel;
import java.util.List;
import java.util.Optional;

/**
 * A KPI that people name in a rule: all of it, or one member.
 *
 * @param kpi the KPI
 * @param member index of the member, or -1 for all
 */
record Figure(Kpi kpi, int member) {

  /** The figure of a name such as {@code win_rate} or {@code utilisation.AE}. */
  static Optional<Figure> find(SalesModel model, String name) {
    int dot = name.indexOf('.');
    String id = dot < 0 ? name : name.substring(0, dot);
    Optional<Kpi> kpi =
        Kpi.of(model.scenario()).stream().filter(k -> k.info().id().equals(id)).findFirst();
    if (kpi.isEmpty() || kpi.get().info().slice() == Slice.WEEK) {
      return Optional.empty();
    }
    if (dot < 0) {
      return Optional.of(new Figure(kpi.get(), -1));
    }
    int member = members(model, kpi.get().info().slice()).indexOf(name.substring(dot + 1));
    return member < 0 ? Optional.empty() : Optional.of(new Figure(kpi.get(), member));
  }

  /** What is wrong with a name; empty if nothing is. */
  static Optional<String> problem(SalesModel model, String name) {
    return find(model, name).isPresent()
        ? Optional.empty()
        : Optional.of(
            "\""
                + name
                + "\" is no KPI of this scenario; the command kpis lists them, write kpi or"
                + " kpi.member");
  }

  /** The members by which a KPI of a slice is divided. */
  static List<String> members(SalesModel model, Slice slice) {
    return switch (slice) {
      case HEALTH_TIER -> HealthKpis.tiers(model.scenario());
      case HEALTH_MEASURE -> HealthKpis.measures(model.scenario());
      case BIGGEST -> DealKpis.BIGGEST.stream().map(String::valueOf).toList();
      case ALERT -> model.scenario().alerts().stream().map(rule -> rule.text()).toList();
      default -> model.members(Dimension.valueOf(slice.name()));
    };
  }

  double of(Facts facts) {
    return kpi.of(facts, member);
  }
}
