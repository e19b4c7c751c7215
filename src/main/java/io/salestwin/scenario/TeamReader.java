package io.salestwin.scenario;

import io.salestwin.calendar.WorkCalendar;
import io.salestwin.document.Node;
import io.salestwin.scenario.Role.Rep;
import io.salestwin.scenario.Role.Routing;
import io.salestwin.scenario.Role.Take;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the kinds of sellers. */
final class TeamReader {

  private final Reading reading;
  private final Set<String> repNames = new LinkedHashSet<>();

  TeamReader(Reading reading) {
    this.reading = reading;
  }

  List<Role> roles(Part root, WorkCalendar calendar) {
    List<Role> roles = new ArrayList<>();
    root.memberParts("roles").forEach((name, part) -> roles.add(role(name, part, calendar)));
    return roles;
  }

  private Role role(String name, Part part, WorkCalendar calendar) {
    reading.memberName(part.node(), name, "role");
    Optional<Double> openLeads = part.optionalNumber("openLeads");
    Take take =
        part.word("take")
            .map(word -> word.equals("onArrival") ? Take.ON_ARRIVAL : Take.WHEN_FREE)
            .orElse(openLeads.isPresent() ? Take.ON_ARRIVAL : Take.WHEN_FREE);
    boolean leastLoaded = part.word("routing").filter("leastLoaded"::equals).isPresent();
    return new Role(
        name,
        reps(name, part),
        take,
        leastLoaded ? Routing.LEAST_LOADED : Routing.ROUND_ROBIN,
        part.optionalNumber("hoursPerWeek").orElse(calendar.hoursPerWeek()),
        openLeads.orElse(0.0).intValue(),
        part.part("skill").map(skill -> skill.number("sd")).orElse(0.0),
        part.optionalLong("quota"),
        part.optionalLong("salary"));
  }

  private List<Rep> reps(String role, Part part) {
    if (part.count("headcount", "reps") != 1) {
      part.error(
          part.has("reps") ? "headcount and reps are both given" : "the number of reps is missing",
          "give headcount: 12, or the names under reps");
    }
    List<Rep> reps = new ArrayList<>();
    int headcount = part.optionalNumber("headcount").orElse(0.0).intValue();
    if (!part.has("reps")) {
      for (int i = 1; i <= headcount; i++) {
        reps.add(rep(role + " " + i, Optional.empty(), part.node()));
      }
      return reps;
    }
    Node named = part.given("reps").orElse(part.node());
    if (named.isMap()) {
      part.memberParts("reps")
          .forEach((name, rep) -> reps.add(rep(name, rep.optionalNumber("skill"), rep.node())));
    } else {
      for (Node name : part.items("reps")) {
        reps.add(rep(reading.text(name, "a rep's name"), Optional.empty(), name));
      }
    }
    if (reps.isEmpty()) {
      part.error("reps", "there is no rep", "name at least one");
    }
    return reps;
  }

  private Rep rep(String name, Optional<Double> skill, Node at) {
    reading.memberName(at, name, "rep");
    if (!repNames.add(name)) {
      reading.problems().error(at, "there are two reps named \"" + name + "\"", "rename one");
    }
    return new Rep(name, skill);
  }
}
