package io.salestwin.scenario;

import io.salestwin.calendar.WorkCalendar;
import io.salestwin.document.Node;
import io.salestwin.scenario.Role.Policy;
import io.salestwin.scenario.Role.Routing;
import io.salestwin.scenario.Role.Take;
import io.salestwin.scenario.Role.TerritoryRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the kinds of sellers, the territories, the tiers of accounts and the training. */
final class TeamReader {

  private static final long DAY = 86_400_000L;

  private final Reading reading;
  private final LocalDate start;
  private final RepReader reps;
  private final StaffingReader staffing;
  private final PayReader pay;

  TeamReader(Reading reading, Attachments attachments, LocalDate start, PayReader pay) {
    this.reading = reading;
    this.start = start;
    reps = new RepReader(reading, attachments, start);
    staffing = new StaffingReader(reading, start);
    this.pay = pay;
  }

  List<Role> roles(Part root, WorkCalendar calendar) {
    Map<String, Part> parts = root.memberParts("roles");
    Map<String, Integer> headcounts = new LinkedHashMap<>();
    parts.forEach((name, part) -> headcounts.put(name, reps.given(part)));
    Map<String, Role> roles = new HashMap<>();
    parts.forEach(
        (name, part) -> {
          if (!part.has("headcountPer")) {
            Role role = role(name, part, calendar, headcounts.get(name));
            roles.put(name, role);
            if (part.has("reps")) {
              headcounts.put(name, role.headcount(start));
            }
          }
        });
    parts.forEach(
        (name, part) -> {
          if (part.has("headcountPer")) {
            int count = part.part("headcountPer").map(p -> ratio(p, parts, headcounts)).orElse(1);
            roles.put(name, role(name, part, calendar, count));
          }
        });
    return parts.keySet().stream().map(roles::get).toList();
  }

  private Role role(String name, Part part, WorkCalendar calendar, int headcount) {
    reading.memberName(part.node(), name, "role");
    Optional<Double> openLeads = part.optionalNumber("openLeads");
    Take take =
        part.word("take")
            .map(word -> word.equals("onArrival") ? Take.ON_ARRIVAL : Take.WHEN_FREE)
            .orElse(openLeads.isPresent() ? Take.ON_ARRIVAL : Take.WHEN_FREE);
    Optional<Long> quota = part.optionalLong("quota");
    List<Role.Rep> seats = reps.seats(name, part, headcount, quota);
    return new Role(
        name,
        seats,
        take,
        routing(part),
        part.optionalNumber("hoursPerWeek").orElse(calendar.hoursPerWeek()),
        part.number("adminShare"),
        openLeads.orElse(0.0).intValue(),
        part.part("skill").map(skill -> skill.number("sd")).orElse(0.0),
        part.part("skill").map(skill -> skill.number("drift")).orElse(0.0),
        part.part("pace")
            .map(p -> new Role.Pace(p.number("asked"), p.number("sound"), p.number("effect")))
            .orElse(Role.Pace.SOUND),
        part.number("expertise"),
        TerritoryRule.valueOf(Words.constant(part.word("territoryRule").orElseThrow())),
        staffing.read(part, seats, quota.isPresent()),
        quota,
        part.has("quotaRamp")
            ? new Staffing.Ramp(part.itemNumbers("quotaRamp"), 0, 1, 0, 0)
            : Staffing.Ramp.NONE,
        timing(part, quota.isPresent()),
        part.optionalLong("salary"),
        pay.of(part));
  }

  private static Optional<Role.Timing> timing(Part role, boolean hasQuota) {
    Optional<Part> given = role.part("timing");
    if (given.isPresent() && !hasQuota) {
      role.error(
          "timing", "there is no quota to play for", "give the role a quota, or remove this");
    }
    return given.map(
        part ->
            new Role.Timing(
                (int) part.number("days"),
                part.number("hold"),
                part.number("over"),
                part.number("pull"),
                part.number("near")));
  }

  /** Those of a role that is given as a ratio to another. */
  private static int ratio(Part per, Map<String, Part> parts, Map<String, Integer> counts) {
    int other = per.role("role").orElse(-1);
    if (other < 0) {
      return 1;
    }
    String name = List.copyOf(parts.keySet()).get(other);
    if (parts.get(name).has("headcountPer")) {
      per.error(
          "role",
          "the head-count of " + name + " is a ratio, too",
          "name a role with a head-count of its own");
      return 1;
    }
    return Math.max(1, (int) Math.round(counts.get(name) * per.number("ratio")));
  }

  private Routing routing(Part part) {
    Node node = part.given("routing").orElseThrow();
    if (node.isScalar()) {
      String word = part.word("routing").orElseThrow();
      Policy policy = Policy.valueOf(Words.constant(word));
      if (policy == Policy.BY_TIER && reading.names().tiers().isEmpty()) {
        part.error("routing", "there are no tiers of accounts", "add accounts: {tiers: ...}");
      }
      return Routing.of(policy);
    }
    Part weighted = reading.part(node, TeamFormat.ROUTING).part("weighted").orElse(null);
    if (weighted == null) {
      return Routing.of(Policy.ROUND_ROBIN);
    }
    List<Double> weights = TeamFormat.WEIGHTS.names().stream().map(weighted::number).toList();
    double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
    if (!(sum > 0)) {
      weighted.error("every weight is 0", "give at least one above 0");
      return Routing.of(Policy.ROUND_ROBIN);
    }
    return new Routing(Policy.WEIGHTED, weights.stream().map(w -> w / sum).toList());
  }

  List<Territory> territories(Part root) {
    Map<String, Part> parts = root.memberParts("territories");
    List<Double> shares =
        parts.isEmpty()
            ? List.of()
            : reading.shares(
                root.given("territories").orElseThrow(),
                parts.values().stream().map(part -> part.number("share")).toList(),
                "the shares of the territories");
    List<Territory> territories = new ArrayList<>();
    parts.forEach(
        (name, part) -> {
          reading.memberName(part.node(), name, "territory");
          territories.add(
              new Territory(
                  name,
                  shares.get(territories.size()),
                  part.optionalLong("potential"),
                  part.number("value"),
                  part.effects(),
                  part.date("opens"),
                  part.number("startUp")));
        });
    return territories;
  }

  Optional<Accounts> accounts(Part root) {
    return root.part("accounts").map(this::scoring);
  }

  private Accounts scoring(Part part) {
    List<Accounts.Tier> tiers = new ArrayList<>();
    double[] before = {Double.POSITIVE_INFINITY};
    part.memberParts("tiers")
        .forEach(
            (name, tier) -> {
              reading.memberName(tier.node(), name, "tier");
              double from = tier.number("from");
              if (!(from < before[0])) {
                tier.error(
                    "from",
                    "the tiers do not go down from the highest score",
                    "put them in order, each with a lower from than the one before");
              }
              before[0] = from;
              tiers.add(
                  new Accounts.Tier(
                      name,
                      from,
                      tier.number("value"),
                      tier.effects(),
                      tier.optionalNumber("time").orElse(0.0)));
            });
    if (before[0] > 0) {
      part.error("tiers", "no tier takes the lowest scores", "let the last one begin at 0");
    }
    double time = tiers.stream().mapToDouble(Accounts.Tier::time).sum();
    boolean each = tiers.stream().allMatch(tier -> tier.time() > 0);
    if (time > 0 && (Math.abs(time - 1) > 1e-6 || !each)) {
      part.error(
          "tiers",
          "the shares of time are " + Reading.percent(time) + " in all, or missing for a tier",
          "give every tier a share above 0, together 100%");
    }
    return new Accounts(
        List.of(
            score(part, "firmographic"),
            score(part, "technographic"),
            score(part, "intent"),
            score(part, "relationship")),
        tiers);
  }

  private static io.salestwin.random.Distribution score(Part part, String name) {
    return part.chance(name).orElseThrow();
  }

  List<Training> training(Part root) {
    return root.itemParts("training").stream()
        .map(
            part ->
                new Training(
                    part.text("name"),
                    part.date("on").orElse(LocalDate.of(2027, 1, 1)),
                    Math.max(0, part.role("role").orElse(0)),
                    part.optionalLong("every").map(ms -> Math.max(DAY, ms)).orElse(0L),
                    part.number("from"),
                    share(part),
                    part.number("hours"),
                    part.effects(),
                    part.optionalNumber("halfLife").orElse(0.0),
                    part.optionalLong("cost").orElse(0L)))
        .toList();
  }

  private static double share(Part part) {
    double to = part.number("to");
    if (!(to > part.number("from"))) {
      part.error("to", "nobody lies between from and to", "give a to above from");
    }
    return to;
  }
}
