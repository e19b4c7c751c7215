package io.salestwin.forecast;

import io.salestwin.metrics.KpiInfo;
import io.salestwin.metrics.KpiLayout;
import io.salestwin.run.Precision;
import io.salestwin.run.Precision.Goal;
import io.salestwin.run.Targets;
import io.salestwin.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/** Finds the figures that a precision is asked of. */
final class Goals {

  private static final String ODDS = "odds";

  private final KpiLayout layout;
  private final Targets targets;

  Goals(KpiLayout layout, Scenario scenario) {
    this.layout = layout;
    targets = new Targets(scenario, layout);
  }

  Precision of(List<Precision.Wish> wishes) {
    List<Goal> goals = new ArrayList<>();
    for (Precision.Wish wish : wishes) {
      goals.addAll(of(wish.figure(), wish.most()));
    }
    return new Precision(goals);
  }

  private List<Goal> of(String figure, double most) {
    if (figure.isEmpty()) {
      return leading(most);
    }
    if (figure.equals(ODDS)) {
      List<Goal> odds = odds(most);
      if (odds.isEmpty()) {
        throw new IllegalArgumentException("the scenario has no target, so there are no odds");
      }
      return odds;
    }
    if (figure.startsWith(ODDS + ".")) {
      return List.of(oddsOf(figure.substring(ODDS.length() + 1), most));
    }
    int column = layout.index(figure);
    if (column < 0) {
      throw new IllegalArgumentException(
          "\""
              + figure
              + "\" is no figure of this scenario; write odds, odds.PERIOD or a KPI, as kpi,"
              + " kpi.member or kpi.period (the command kpis lists them)");
    }
    boolean isShare = layout.columns().get(column).kpi().unit() == KpiInfo.Unit.SHARE;
    return List.of(new Precision.Mean("mean " + figure, figure, most, !isShare));
  }

  /** What the answer shows first: mean bookings by period, and the odds of the targets. */
  private List<Goal> leading(double most) {
    List<String> periods = targets.names().isEmpty() ? targets.periods() : targets.names();
    List<Goal> goals = new ArrayList<>();
    for (String period : periods) {
      String column = Targets.column(period);
      goals.add(new Precision.Mean("mean bookings of " + period, column, most, true));
    }
    goals.addAll(odds(most));
    return goals;
  }

  private List<Goal> odds(double most) {
    List<Goal> odds = new ArrayList<>();
    for (String period : targets.names()) {
      odds.add(oddsOf(period, most));
    }
    if (targets.periods().size() > 1 && targets.of(KpiLayout.HORIZON).isPresent()) {
      odds.add(oddsOf(KpiLayout.HORIZON, most));
    }
    return odds;
  }

  private Goal oddsOf(String period, double most) {
    double target =
        targets
            .of(period)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no target for \""
                            + period
                            + "\"; targets: "
                            + (targets.names().isEmpty()
                                ? "none"
                                : String.join(", ", targets.names()))));
    String name = period.equals(KpiLayout.HORIZON) ? "the whole horizon" : period;
    return new Precision.Odds("odds of " + name, Targets.column(period), target, most);
  }
}
