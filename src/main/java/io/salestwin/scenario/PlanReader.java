package io.salestwin.scenario;

import io.salestwin.scenario.Plan.Acquisition;
import io.salestwin.scenario.Plan.Cycle;
import io.salestwin.scenario.Plan.OfRole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what is wanted. */
final class PlanReader {

  private final Reading reading;

  PlanReader(Reading reading) {
    this.reading = reading;
  }

  Plan plan(Part part) {
    return new Plan(
        part.optionalLong("dealSize"),
        part.optionalNumber("winRate"),
        byStage(part, "advance"),
        part.part("cycle").map(PlanReader::cycle),
        part.part("acquisition").map(a -> new Acquisition(a.number("cost"), a.number("payback"))),
        roles(part));
  }

  private static Cycle cycle(Part part) {
    Optional<Long> from = part.optionalLong("from");
    Optional<Long> to = part.optionalLong("to");
    return new Cycle(from.orElse(1L), to.orElse(1L), part.optionalNumber("gain"));
  }

  private List<OfRole> roles(Part part) {
    List<OfRole> roles = new ArrayList<>();
    part.memberParts("roles")
        .forEach(
            (name, member) -> {
              int role = reading.names().roles().indexOf(name);
              if (role < 0) {
                reading.unknown(member.node(), name, "role", reading.names().roles());
              }
              roles.add(
                  new OfRole(
                      Math.max(0, role),
                      byStage(member, "visits"),
                      member.optionalNumber("handsOn"),
                      member.optionalNumber("deals"),
                      member.optionalLong("pipeline"),
                      member.optionalLong("revenue")));
            });
    return roles;
  }

  private Map<Integer, Double> byStage(Part part, String key) {
    List<String> stages = reading.names().stages();
    Map<Integer, Double> byStage = new LinkedHashMap<>();
    Map<String, Double> given = part.memberNumbers(key);
    part.members(key)
        .forEach(
            (name, node) -> {
              if (stages.contains(name)) {
                byStage.put(stages.indexOf(name), given.get(name));
              } else {
                reading.unknown(node, name, "stage", stages);
              }
            });
    return byStage;
  }
}
