package io.salestwin.scenario;

import io.salestwin.scenario.Lever.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What an arm sets otherwise than the root scenario, and which units can carry it. */
final class ArmLevers {

  /** What a whole organisation has in common where it has no rules of hygiene. */
  private static final List<Object> NO_RULES = List.of(false, Optional.empty());

  /** All that every unit shares, by the key of the file. Pay, plans and names play no part. */
  private static final Map<String, Function<Scenario, Object>> SHARED = shared();

  private final Scenario root;
  private final Arm arm;

  ArmLevers(Scenario root, Arm arm) {
    this.root = root;
    this.arm = arm;
  }

  private static Map<String, Function<Scenario, Object>> shared() {
    Map<String, Function<Scenario, Object>> parts = new LinkedHashMap<>();
    parts.put("currency", Scenario::currency);
    parts.put("start", Scenario::start);
    parts.put("horizon", Scenario::end);
    parts.put("fiscalYearStart", Scenario::fiscalYear);
    parts.put("reporting", Scenario::reporting);
    parts.put("opportunityFrom", Scenario::opportunityFrom);
    parts.put("begin", Scenario::begin);
    parts.put("targets", Scenario::targets);
    parts.put("thresholds", Scenario::thresholds);
    parts.put("calendar", Scenario::calendar);
    parts.put("season", Scenario::seasons);
    parts.put("products", Scenario::products);
    parts.put("segments", Scenario::segments);
    parts.put("sources", Scenario::sources);
    parts.put("qualityReference", Scenario::qualityReference);
    parts.put("booked", Scenario::booked);
    parts.put("territories", Scenario::territories);
    parts.put("accounts", Scenario::accounts);
    parts.put("training", Scenario::training);
    parts.put("queue", Scenario::queue);
    parts.put("customers", Scenario::customers);
    parts.put("the stages' names", s -> s.stages().stream().map(Stage::name).toList());
    parts.put("hygiene", s -> s.hygiene().map(ArmLevers::commonRules).orElse(NO_RULES));
    parts.put("push", Scenario::push);
    parts.put("shocks", Scenario::shocks);
    // what is uncertain keeps its levers and draws
    parts.put(
        "uncertainty",
        s ->
            List.of(
                s.uncertainty().parameters().stream()
                    .map(p -> List.of(p.lever(), p.value()))
                    .toList(),
                s.uncertainty().joint().map(j -> List.of(j.levers(), j.rows()))));
    return parts;
  }

  private static List<Object> commonRules(HygieneRules rules) {
    return List.of(rules.inflated(), rules.categories());
  }

  /**
   * Why units cannot carry what the arm sets.
   *
   * @param roles those whose reps are dealt arms, where these are the units
   */
  Optional<String> obstacle(Unit unit, List<Integer> roles) {
    for (Map.Entry<String, Function<Scenario, Object>> part : SHARED.entrySet()) {
      if (!part.getValue().apply(arm.scenario()).equals(part.getValue().apply(root))) {
        return Optional.of(nobodyCarries(part.getKey()));
      }
    }
    if (arm.scenario().roles().size() != root.roles().size()) {
      return Optional.of(nobodyCarries("roles"));
    }
    for (int role = 0; role < root.roles().size(); role++) {
      Role was = root.roles().get(role);
      Role is = arm.scenario().roles().get(role);
      if (!withLeversOf(was, is).equals(was)) {
        return Optional.of(nobodyCarries("roles." + was.name()));
      }
      if (!is.equals(was) && !roles.contains(role)) {
        return Optional.of(
            changes("roles." + was.name() + "." + lever(was, is))
                + (unit == Unit.REP
                    ? ", whose reps are not dealt arms: only a rep of that role can carry it"
                    : ", which no "
                        + unit.name().toLowerCase(Locale.ROOT)
                        + " can carry: a rep can, so randomise by rep"));
      }
    }
    return unit == Unit.REP ? notTheirs(roles) : Optional.empty();
  }

  private String changes(String what) {
    return "the arm (" + arm.name() + ") changes more than stages and hygiene: " + what;
  }

  private String nobodyCarries(String what) {
    return changes(what)
        + ", which all units share, so that neither a lead, rep, territory nor week can carry it:"
        + " compare whole organisations instead";
  }

  /** What is done in a stage can be carried by the reps who own it, and in both arms. */
  private Optional<String> notTheirs(List<Integer> roles) {
    return IntStream.range(0, root.stages().size())
        .filter(s -> differs(s, root))
        .filter(
            s ->
                !roles.contains(root.stages().get(s).owner())
                    || root.stages().get(s).owner() != arm.scenario().stages().get(s).owner())
        .mapToObj(
            s ->
                "the arm ("
                    + arm.name()
                    + ") changes stages."
                    + root.stages().get(s).name()
                    + ", which the reps who are dealt arms do not own in every arm, so that they"
                    + " cannot carry it: deal arms to its owners, or randomise by lead, territory"
                    + " or week")
        .findFirst();
  }

  private boolean differs(int stage, Scenario other) {
    return !arm.scenario().stages().get(stage).equals(other.stages().get(stage));
  }

  /** Whether the arm makes a difference that the reps of a role carry. */
  boolean concerns(int role, List<Arm> arms) {
    return arms.stream()
        .map(Arm::scenario)
        .anyMatch(
            other ->
                !arm.scenario().roles().get(role).equals(other.roles().get(role))
                    || IntStream.range(0, root.stages().size())
                        .anyMatch(s -> root.stages().get(s).owner() == role && differs(s, other)));
  }

  /** The role with the levers that a rep can carry set as in another one. */
  private static Role withLeversOf(Role levers, Role role) {
    List<Role.Rep> reps =
        IntStream.range(0, role.reps().size())
            .mapToObj(
                i ->
                    i < levers.reps().size()
                        ? withSkill(role.reps().get(i), levers.reps().get(i).skill())
                        : role.reps().get(i))
            .toList();
    return new Role(
        role.name(),
        reps,
        role.take(),
        role.routing(),
        levers.hoursPerWeek(),
        levers.adminShare(),
        levers.openLeads(),
        levers.skillSd(),
        role.skillDrift(),
        role.pace(),
        role.expertiseEffect(),
        role.territoryRule(),
        withRamp(role.staffing(), levers.staffing().ramp()),
        role.quotaCents(),
        role.quotaRamp(),
        role.timing(),
        role.salaryCents(),
        role.pay());
  }

  private static Staffing withRamp(Staffing staffing, Staffing.Ramp ramp) {
    return new Staffing(
        staffing.leavers(),
        staffing.attrition(),
        staffing.backfill(),
        ramp,
        staffing.leave(),
        staffing.handOver());
  }

  private static Role.Rep withSkill(Role.Rep rep, Optional<Double> skill) {
    return new Role.Rep(
        rep.name(),
        skill,
        rep.started(),
        rep.territory(),
        rep.expertise(),
        rep.tier(),
        rep.quotaCents(),
        rep.leave());
  }

  private static String lever(Role was, Role is) {
    if (was.hoursPerWeek() != is.hoursPerWeek()) {
      return "hoursPerWeek";
    }
    if (was.adminShare() != is.adminShare()) {
      return "adminShare";
    }
    if (was.openLeads() != is.openLeads()) {
      return "openLeads";
    }
    return was.staffing().ramp().equals(is.staffing().ramp()) ? "skill" : "ramp";
  }
}
