package io.salestwin.scenario;

import java.util.ArrayList;
import java.util.List;

/** Reads whom else buyers talk to. */
final class CompetitorReader {

  private static final double ROUNDING = 1e-9;

  private final Reading reading;

  CompetitorReader(Reading reading) {
    this.reading = reading;
  }

  List<Competitor> competitors(Part root) {
    List<Competitor> competitors = new ArrayList<>();
    root.memberParts("competitors")
        .forEach((name, part) -> competitors.add(competitor(name, part)));
    Reading.Names names = reading.names();
    for (int segment = 0; segment < names.segments().size(); segment++) {
      for (int product = 0; product < names.products().size(); product++) {
        for (int source = 0; source < names.sources().size(); source++) {
          if (isTooMuch(root, competitors, segment, product, source)) {
            return competitors;
          }
        }
      }
    }
    return competitors;
  }

  private Competitor competitor(String name, Part part) {
    reading.memberName(part.node(), name, "competitor");
    if (name.equals(Scenario.NO_COMPETITOR)) {
      part.error("results call the deals so that meet nobody", "give the competitor another name");
    }
    return new Competitor(
        name,
        part.numberTable("share").orElse(ByMember.same(0.0)),
        part.effects(),
        part.number("lostTo"));
  }

  /** Says so if the leads of a kind meet more than one competitor each. */
  private boolean isTooMuch(
      Part root, List<Competitor> competitors, int segment, int product, int source) {
    double sum =
        competitors.stream().mapToDouble(c -> c.share().at(segment, product, source)).sum();
    if (sum <= 1 + ROUNDING) {
      return false;
    }
    List<String> whose = new ArrayList<>();
    for (ByMember.Axis axis : ByMember.Axis.values()) {
      if (competitors.stream().anyMatch(c -> c.share().axis() == axis)) {
        switch (axis) {
          case NONE -> {}
          case SEGMENT -> whose.add("segment " + reading.names().segments().get(segment));
          case PRODUCT -> whose.add("product " + reading.names().products().get(product));
          case SOURCE -> whose.add("source " + reading.names().sources().get(source));
        }
      }
    }
    root.error(
        "competitors",
        "a lead meets one competitor at most, but the shares"
            + (whose.isEmpty() ? "" : " for " + String.join(", ", whose))
            + " are "
            + Reading.percent(sum)
            + " in all",
        "lower them to 100% or less; who meets several counts with the strongest");
    return true;
  }
}
