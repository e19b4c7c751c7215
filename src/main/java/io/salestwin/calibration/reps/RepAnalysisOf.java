package io.salestwin.calibration.reps;

import io.salestwin.calibration.CrmHistory;
import io.salestwin.calibration.CrmImport.Team;
import io.salestwin.calibration.ImportProblem;
import io.salestwin.calibration.reps.Grouping.What;
import io.salestwin.statistics.power.Demand;
import io.salestwin.statistics.power.ProportionPlan;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Groups the closed deals in every way and measures the groups. */
final class RepAnalysisOf {

  /** The difference in the win rate that {@link RepAnalysis#dealsToSee} is about. */
  private static final double POINTS = 0.05;

  private final CrmHistory history;
  private final Map<String, Team> teams;
  private final RepPlan plan;
  private final int[] closed;
  private final int[] month;
  private final int firstMonth;
  private final int months;
  private final List<Grouping> groupings = new ArrayList<>();

  RepAnalysisOf(CrmHistory history, Map<String, Team> teams, RepPlan plan) {
    this.history = history;
    this.teams = teams;
    this.plan = plan;
    closed = IntStream.range(0, history.deals()).filter(d -> history.outcome(d) != 0).toArray();
    month = new int[history.deals()];
    for (int d : closed) {
      LocalDate day = day(history.closedMs(d));
      month[d] = day.getYear() * 12 + day.getMonthValue() - 1;
    }
    firstMonth = IntStream.of(closed).map(d -> month[d]).min().orElse(0);
    months = IntStream.of(closed).map(d -> month[d] - firstMonth + 1).max().orElse(0);
  }

  private static LocalDate day(long ms) {
    return LocalDate.ofEpochDay(Math.floorDiv(ms, CrmHistory.DAY_MS));
  }

  RepAnalysis answer() {
    people();
    stages();
    if (groupings.isEmpty()) {
      throw new ImportProblem(nobody());
    }
    circumstances();
    int won = (int) IntStream.of(closed).filter(this::isWon).count();
    return new RepAnalysis(
        plan,
        day(IntStream.of(closed).mapToLong(history::closedMs).min().orElseThrow()),
        day(history.knownUntilMs()),
        closed.length,
        won,
        groupings,
        new Coaching(groupings).advice(),
        dealsToSee(won / (double) closed.length));
  }

  private String nobody() {
    boolean nameless = history.names().owners().isEmpty() && !history.hasPaths();
    return nameless
        ? "the export names no owners of deals, so there is nobody to compare; name their column with"
            + " --map owner=COLUMN"
        : "fewer than two reps have "
            + plan.least()
            + " closed deals, so there is nobody to compare; ask for fewer with --least";
  }

  private boolean isWon(int deal) {
    return history.outcome(deal) == CrmHistory.WON;
  }

  private void people() {
    List<String> owners = history.names().owners();
    add("rep", What.PEOPLE, owners, history::owner);
    team("manager", owners, Team::manager);
    team("region", owners, Team::region);
  }

  private void team(String name, List<String> owners, Function<Team, String> part) {
    List<String> names =
        teams.values().stream().map(part).filter(t -> !t.isEmpty()).distinct().sorted().toList();
    int[] of = new int[owners.size()];
    for (int o = 0; o < of.length; o++) {
      Team team = teams.get(owners.get(o));
      of[o] = team == null ? -1 : names.indexOf(part.apply(team));
    }
    add(name, What.PEOPLE, names, d -> history.owner(d) < 0 ? -1 : of[history.owner(d)]);
  }

  /**
   * Who had a deal in a stage: its owner, or else who made it enter the stage for the first time.
   */
  private void stages() {
    List<String> owners = history.names().owners();
    List<String> people = owners.isEmpty() ? history.names().actors() : owners;
    for (int s = 0; s < history.names().stages().size() && history.hasPaths(); s++) {
      int stage = s;
      IntUnaryOperator who =
          d -> {
            int e = firstEntry(d, stage);
            return e < 0 ? -1 : owners.isEmpty() ? history.eventActor(e) : history.owner(d);
          };
      add("rep at " + history.names().stages().get(s), What.STAGE, people, who, stage);
    }
  }

  private int firstEntry(int deal, int stage) {
    for (int e = history.firstEvent(deal); e < history.firstEvent(deal + 1); e++) {
      if (history.eventStage(e) == stage) {
        return e;
      }
    }
    return -1;
  }

  /** Whether the first stay in a stage ended in a later stage or a win; it has ended. */
  private boolean goesOn(int deal, int stage) {
    int next = history.eventStage(firstEntry(deal, stage) + 1);
    return next == CrmHistory.WON || next > stage;
  }

  private void circumstances() {
    List<String> names = new ArrayList<>();
    for (int m = firstMonth; m < firstMonth + months; m++) {
      names.add(YearMonth.of(m / 12, m % 12 + 1).toString());
    }
    add("month of the close", What.CIRCUMSTANCE, names, d -> month[d] - firstMonth);
    add("product", What.CIRCUMSTANCE, history.names().products(), history::product);
    add("segment", What.CIRCUMSTANCE, history.names().segments(), history::segment);
    add("source", What.CIRCUMSTANCE, history.names().sources(), history::source);
  }

  private void add(String name, What what, List<String> names, IntUnaryOperator group) {
    add(name, what, names, group, -1);
  }

  private void add(String name, What what, List<String> names, IntUnaryOperator group, int stage) {
    Cohort cohort = new Cohort(name, what, closed, names, group, plan.least());
    if (cohort.groups() < 2) {
      return;
    }
    // every question has luck of its own
    long entity = 10L * groupings.size();
    List<Measure> measures = new ArrayList<>();
    measures.add(Rates.of(cohort, Measure.Kind.WIN_RATE, this::isWon, d -> 0, plan, entity));
    if (what == What.PEOPLE) {
      measures.add(
          Rates.of(
              cohort,
              Measure.Kind.WIN_RATE_GIVEN_MONTH,
              this::isWon,
              d -> month[d] - firstMonth,
              plan,
              entity + 1));
      Cycles.of(history, cohort, plan, entity + 2).ifPresent(measures::add);
    }
    if (name.equals("rep")) {
      Volumes.of(history, cohort).ifPresent(measures::add);
    }
    if (what == What.STAGE) {
      IntPredicate on = d -> goesOn(d, stage);
      measures.add(Rates.of(cohort, Measure.Kind.GOES_ON, on, d -> 0, plan, entity + 3));
    }
    groupings.add(cohort.grouping(this::isWon, measures));
  }

  private double dealsToSee(double rate) {
    double down = Math.max(0.001, rate - POINTS);
    int others = Math.max(1, groupings.get(0).names().size() - 1);
    double size = new ProportionPlan(down, rate, others, new Demand(0.05, 2, 0.80)).size();
    return Math.ceil(size);
  }
}
