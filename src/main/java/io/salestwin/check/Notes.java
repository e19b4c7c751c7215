package io.salestwin.check;

import io.salestwin.check.Expectation.PeriodFigure;
import io.salestwin.check.Expectation.RoleFigure;
import io.salestwin.check.Expectation.SourceFigure;
import io.salestwin.scenario.Plan;
import io.salestwin.scenario.Role;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Segment;
import io.salestwin.scenario.Source;
import io.salestwin.scenario.Staffing.Leave;
import io.salestwin.scenario.Staffing.Ramp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What is no surprise, but good to know: unusual figures, room in the team, blind spots. */
final class Notes {

  private static final double ROOM_LOW = 0.70;
  private static final double ROOM_HIGH = 0.80;
  private static final Set<String> NEAR_DOLLAR = Set.of("USD", "EUR", "GBP", "CHF");
  private static final double USUAL_WEEK = 60;

  private Notes() {}

  static List<Warning> of(Scenario scenario, Expectation expected) {
    List<Warning> notes = new ArrayList<>(room(expected));
    market(scenario, expected, notes);
    for (int r = 0; r < scenario.roles().size(); r++) {
      role(scenario, r, notes);
      outbound(scenario, expected, r, notes);
    }
    plan(scenario, notes);
    notes.addAll(CompetitorNotes.of(scenario, expected));
    blindSpots(scenario).ifPresent(notes::add);
    return notes;
  }

  /** Roles outside of 70-80 % of their hours; what is above 85 % is a warning already. */
  private static List<Warning> room(Expectation expected) {
    List<Warning> notes = new ArrayList<>();
    for (RoleFigure role : expected.roles()) {
      double load = role.utilisation();
      boolean inside = load >= ROOM_LOW && load <= ROOM_HIGH;
      if (load == 0 || inside || load > CapacityRules.BUSY || role.availableHours() == 0) {
        continue;
      }
      double each = role.availableHours() / role.reps();
      int low = (int) Math.max(1, Math.ceil(role.neededHours() / each / ROOM_HIGH));
      int high = (int) Math.max(low, Math.floor(role.neededHours() / each / ROOM_LOW));
      if (role.reps() >= low && role.reps() <= high) {
        continue; // no other whole number is nearer
      }
      notes.add(
          new Warning(
              "utilisation-band",
              Warning.path("roles", role.name(), ".headcount"),
              role.reps()
                  + " "
                  + role.name()
                  + " are asked for "
                  + Say.percent(load)
                  + " of their hours; 70 to 80 % leaves room for growth, which is "
                  + (low == high ? "" + low : low + " to " + high)
                  + " of them",
              load < ROOM_LOW ? "there is room for more leads" : "there is little room for more"));
    }
    return notes;
  }

  private static void market(Scenario scenario, Expectation expected, List<Warning> notes) {
    Benchmark.WIN_RATE.note("stages", expected.winRate()).ifPresent(notes::add);
    double value = expected.dealValue();
    if (NEAR_DOLLAR.contains(scenario.currency()) && Double.isFinite(value)) {
      Benchmark cycle =
          value < 25_000
              ? Benchmark.CYCLE_SMALL
              : value < 100_000 ? Benchmark.CYCLE_MIDDLE : Benchmark.CYCLE_LARGE;
      cycle.note("stages", expected.cycleDays()).ifPresent(notes::add);
    }
    Benchmark.PAYBACK.note("roles", payback(scenario, expected)).ifPresent(notes::add);
    for (Segment segment : scenario.segments()) {
      if (segment.churn() > 0) {
        Benchmark.RETENTION
            .note(Warning.path("segments", segment.name(), ".churn"), 1 - segment.churn())
            .ifPresent(notes::add);
      }
    }
  }

  /** Months of gross margin that pay for leads and people; NaN where no pay is given. */
  private static double payback(Scenario scenario, Expectation expected) {
    double pay = 0;
    for (Role role : scenario.roles()) {
      double year = role.salaryCents().orElse(0L) + variable(scenario, role);
      pay += year / 100 * role.headcount(scenario.start()) * expected.months() / 12;
    }
    double leads = 0;
    for (int s = 0; s < scenario.sources().size(); s++) {
      SourceFigure source = expected.sources().get(s);
      leads += source.leads() * scenario.sources().get(s).costCents() / 100;
    }
    double margin =
        scenario.products().stream().mapToDouble(p -> p.margin()).average().orElse(Double.NaN);
    double annual = expected.periods().stream().mapToDouble(PeriodFigure::annual).sum();
    return pay == 0 ? Double.NaN : (pay + leads) / (annual * margin / 12);
  }

  /** Variable pay of a year at quota, in cents. */
  private static double variable(Scenario scenario, Role role) {
    double quota = 4.0 * role.quotaCents().orElse(0L);
    Optional<Double> rate =
        role.pay().planOn(scenario.start()).flatMap(p -> scenario.payPlans().get(p).rate());
    return role.pay().variableCents().map(Long::doubleValue).orElse(rate.orElse(0.0) * quota);
  }

  private static void role(Scenario scenario, int index, List<Warning> notes) {
    Role role = scenario.roles().get(index);
    Ramp ramp = role.staffing().ramp();
    if (!ramp.isNeutral()) {
      double months = ramp.monthly().isEmpty() ? ramp.months() : ramp.monthly().size();
      Benchmark.RAMP.note(path(role, ".ramp"), months).ifPresent(notes::add);
    }
    double attrition = role.staffing().attrition().perYear();
    if (attrition > 0) {
      Benchmark.ATTRITION.note(path(role, ".attrition"), attrition).ifPresent(notes::add);
    }
    double variable = variable(scenario, role);
    double pay = role.salaryCents().orElse(0L) + variable;
    if (role.quotaCents().isPresent() && variable > 0 && role.salaryCents().isPresent()) {
      Benchmark.QUOTA_TO_PAY
          .note(path(role, ".quota"), 4.0 * role.quotaCents().get() / pay)
          .ifPresent(notes::add);
    }
    double week = scenario.calendar().hoursPerWeek();
    if (week <= USUAL_WEEK && role.hoursPerWeek() < week) {
      Benchmark.SELLING
          .note(path(role, ".hoursPerWeek"), role.sellingHoursPerWeek() / week)
          .ifPresent(notes::add);
    }
  }

  private static void outbound(
      Scenario scenario, Expectation expected, int role, List<Warning> notes) {
    for (Source source : scenario.sources()) {
      source
          .arrivals()
          .perRepDay()
          .filter(p -> p.role() == role)
          .flatMap(
              p ->
                  Benchmark.OUTBOUND.note(
                      Warning.path("sources", source.name(), ".arrivals.perRepDay"),
                      p.leads() * 21 * expected.stages().get(0).stated()))
          .ifPresent(notes::add);
    }
  }

  private static void plan(Scenario scenario, List<Warning> notes) {
    for (Plan.OfRole wish : scenario.plan().map(Plan::roles).orElse(List.of())) {
      Role role = scenario.roles().get(wish.role());
      double quota = role.quotaCents().orElse(0L);
      Benchmark.COVERAGE
          .note(
              Warning.path("plan.roles", role.name(), ".pipeline"),
              quota == 0 ? Double.NaN : wish.pipelineCents().orElse(0L) / quota)
          .ifPresent(notes::add);
    }
  }

  private static String path(Role role, String key) {
    return Warning.path("roles", role.name(), key);
  }

  /** What the scenario has and the arithmetic here leaves out. */
  private static Optional<Warning> blindSpots(Scenario scenario) {
    List<String> out = new ArrayList<>();
    add(
        out,
        "attrition by tenure and attainment",
        any(
            scenario,
            r ->
                !r.staffing().attrition().byTenure().isEmpty()
                    || !r.staffing().attrition().byAttainment().isEmpty()));
    add(out, "what ramps do to the odds", any(scenario, r -> r.staffing().ramp().skill() != 0));
    add(out, "what reps who are away or gone would have brought", outboundVaries(scenario));
    add(out, "shocks", !scenario.shocks().isEmpty());
    add(out, "hygiene", scenario.hygiene().isPresent());
    add(out, "the push at quarters' ends", scenario.push().isPresent());
    add(out, "what training does to the odds", !scenario.training().isEmpty());
    add(out, "territories", !scenario.territories().isEmpty());
    add(out, "tiers of accounts", scenario.accounts().isPresent());
    return out.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Warning(
                "not-in-this-arithmetic",
                "",
                "the figures above leave out " + String.join(", ", out),
                "run a forecast: it plays them"));
  }

  private static boolean outboundVaries(Scenario scenario) {
    return scenario.sources().stream()
        .flatMap(source -> source.arrivals().perRepDay().stream())
        .map(p -> scenario.roles().get(p.role()).staffing())
        .anyMatch(
            s ->
                s.attrition().perYear() > 0
                    || !s.leave().equals(Leave.NONE)
                    || !s.ramp().isNeutral());
  }

  private static void add(List<String> out, String what, boolean has) {
    if (has) {
      out.add(what);
    }
  }

  private static boolean any(Scenario scenario, Predicate<Role> has) {
    return scenario.roles().stream().anyMatch(has);
  }
}
