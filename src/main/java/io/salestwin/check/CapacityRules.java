package io.salestwin.check;

import io.salestwin.check.Expectation.Holding;
import io.salestwin.check.Expectation.RoleFigure;
import io.salestwin.check.Expectation.Task;
import io.salestwin.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Is there time and room for what will come? */
final class CapacityRules {

  /** From this utilisation on queues are felt: at 85 % the wait is several times the work. */
  static final double BUSY = 0.85;

  private CapacityRules() {}

  /**
   * Hours asked for against selling hours, per role: the mean over the horizon may take 85 %, a
   * single period 100 %.
   */
  static List<Warning> demandOverCapacity(Scenario scenario, Expectation expected) {
    List<Warning> found = new ArrayList<>();
    for (RoleFigure role : expected.roles()) {
      double load = role.utilisation();
      int worst = worstPeriod(role);
      double peak = load(role, worst);
      if (role.neededHours() == 0 || load <= BUSY && peak <= 1) {
        continue;
      }
      if (role.availableHours() == 0) {
        found.add(
            new Warning(
                "demand-over-capacity",
                "calendar",
                role.name() + " never works within the horizon: it has no working day",
                "give working days, or fewer holidays"));
        continue;
      }
      String sum =
          terms(role)
              + " = "
              + Say.number(role.neededHours())
              + " hours a month for "
              + role.reps()
              + " "
              + role.name()
              + " with "
              + Say.number(role.availableHours())
              + " selling hours, "
              + Say.percent(load);
      String end = ": leads will queue for them";
      if (load > 1) {
        end = ": the backlog grows for as long as this lasts, by " + backlog(role);
      } else if (peak > load + 0.005 && role.byPeriod().size() > 1) {
        end =
            ", and "
                + Say.percent(peak)
                + " in "
                + expected.periods().get(worst).name()
                + (peak > 1 ? ": the backlog grows in that time" : ": leads will queue for them");
      }
      found.add(
          new Warning(
              "demand-over-capacity",
              Warning.path("roles", role.name(), ".headcount"),
              sum + end,
              "have "
                  + (int) Math.ceil(role.reps() * Math.max(load / BUSY, peak))
                  + " of them for at most 85 % on the mean and 100 % in every period, or lower the"
                  + " effort or what comes in"
                  + (load > 1 ? "; leave it if this limit is what you mean to show" : "")));
    }
    return found;
  }

  private static int worstPeriod(RoleFigure role) {
    int worst = 0;
    for (int p = 1; p < role.byPeriod().size(); p++) {
      worst = load(role, p) > load(role, worst) ? p : worst;
    }
    return worst;
  }

  /** The load of a period; one without a working day is no matter of capacity. */
  private static double load(RoleFigure role, int period) {
    double load = role.byPeriod().get(period);
    return Double.isFinite(load) ? load : 0;
  }

  private static String terms(RoleFigure role) {
    return role.tasks().stream()
        .filter(task -> task.perMonth() > 0)
        .map(CapacityRules::term)
        .collect(Collectors.joining(" + "));
  }

  private static String term(Task task) {
    return task.name()
        + " "
        + Say.number(task.perMonth())
        + " a month x "
        + (Say.number(task.hours()) + " hours").replaceFirst("^1 hours$", "1 hour");
  }

  private static String backlog(RoleFigure role) {
    return Say.number(role.neededHours() - role.availableHours()) + " hours of work a month";
  }

  /** Open leads per rep by Little's law against their limit, per role. */
  static List<Warning> openLeadsLimit(Scenario scenario, Expectation expected) {
    List<Warning> found = new ArrayList<>();
    for (RoleFigure role : expected.roles()) {
      double open = role.openLeadsInTheLongRun();
      if (role.openLimit() == 0 || open <= BUSY * role.openLimit()) {
        continue;
      }
      String sum =
          role.holdings().stream()
              .filter(h -> h.perMonth() > 0)
              .map(CapacityRules::term)
              .collect(Collectors.joining(" + "));
      String end =
          open > role.openLimit()
              ? ": the reps are full and leads without an owner pile up"
              : ": now and then all are full and leads wait for an owner";
      found.add(
          new Warning(
              "open-leads-limit",
              Warning.path("roles", role.name(), ".openLeads"),
              sum
                  + " = "
                  + Say.number(open * role.reps())
                  + " open leads in the long run (Little's law) / "
                  + role.reps()
                  + " "
                  + role.name()
                  + " = "
                  + Say.number(open)
                  + " each, where the limit is "
                  + role.openLimit()
                  + end,
              "raise the limit, add reps, or shorten what the leads wait for"));
    }
    return found;
  }

  private static String term(Holding holding) {
    return holding.stage()
        + " "
        + Say.number(holding.perMonth())
        + " a month x "
        + Say.number(holding.days())
        + " days / 30.44";
  }
}
