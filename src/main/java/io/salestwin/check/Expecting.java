package io.salestwin.check;

import io.salestwin.calendar.Clock;
import io.salestwin.calendar.Period;
import io.salestwin.calendar.Season;
import io.salestwin.check.Expectation.GivenPipeline;
import io.salestwin.check.Expectation.Holding;
import io.salestwin.check.Expectation.PeriodFigure;
import io.salestwin.check.Expectation.RoleFigure;
import io.salestwin.check.Expectation.SourceFigure;
import io.salestwin.check.Expectation.StageFigure;
import io.salestwin.check.Expectation.Task;
import io.salestwin.scenario.Role;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Scenario.Basis;
import io.salestwin.scenario.Scenario.OpenDeal;
import io.salestwin.scenario.Source;
import io.salestwin.scenario.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Puts an {@link Expectation} together: the flow of every kind of lead, then its figures. */
final class Expecting {

  private final Scenario scenario;
  private final List<Kind> kinds;
  private final Grid grid;
  private final double[][] influx;
  private final Flow flow;
  private final double months;
  private final int n;

  /** Leads of every kind within the horizon: the weights of all means over kinds. */
  private final double[] volume;

  private final Passage[][] passages;
  private final Chain[] chains;
  private double stale;

  Expecting(Scenario scenario) {
    this.scenario = scenario;
    n = scenario.stages().size();
    kinds = Kind.of(scenario);
    grid = Grid.of(scenario, kinds.size());
    influx = Influx.of(scenario, grid);
    flow = new Flow(scenario, grid);
    months = (scenario.end().toEpochDay() - scenario.start().toEpochDay()) / Season.DAYS_PER_MONTH;
    volume = new double[kinds.size()];
    passages = new Passage[kinds.size()][n];
    chains = new Chain[kinds.size()];
    follow();
  }

  private void follow() {
    Conditions conditions = Conditions.of(scenario);
    double[] sources = sourceShares();
    for (int i = 0; i < volume.length; i++) {
      Kind kind = kinds.get(i);
      double[] all = influx[kind.source()];
      double[] arrivals = Influx.inSeason(scenario, grid, kind.source(), kind.segment(), all);
      double season = inHorizon(all) > 0 ? inHorizon(arrivals) / inHorizon(all) : 1;
      volume[i] = sources[kind.source()] * kind.share() * season;
      for (int s = 0; s < n; s++) {
        passages[i][s] = Passage.of(scenario, conditions, s, kind);
      }
      chains[i] = Chain.of(scenario, passages[i]);
      List<OpeningDeals> opening = OpeningDeals.of(scenario, kind, sources);
      for (OpeningDeals deals : opening) {
        stale += OpeningDeals.isStale(deals, passages[i][deals.stage()]) ? deals.leads() : 0;
      }
      flow.send(kind, passages[i], arrivals, opening);
    }
  }

  /** Shares of the sources in the horizon's leads; equal when there are none. */
  private double[] sourceShares() {
    double[] leads = new double[influx.length];
    double all = 0;
    for (int s = 0; s < leads.length; s++) {
      leads[s] = inHorizon(influx[s]);
      all += leads[s];
    }
    for (int s = 0; s < leads.length; s++) {
      leads[s] = all == 0 ? 1.0 / leads.length : leads[s] / all;
    }
    return leads;
  }

  private double inHorizon(double[] bySteps) {
    return sum(bySteps, grid.stepsBefore(), grid.steps());
  }

  private static double sum(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum;
  }

  Expectation expectation() {
    int opportunity = scenario.opportunityFrom();
    double won = inHorizon(flow.won);
    double wins = mean(i -> volume[i], i -> chains[i].wins(0));
    return new Expectation(
        months,
        IntStream.range(0, influx.length).mapToObj(this::source).toList(),
        IntStream.range(0, n).mapToObj(this::stage).toList(),
        IntStream.range(0, scenario.roles().size()).mapToObj(this::role).toList(),
        IntStream.range(0, grid.periods().size()).mapToObj(this::period).toList(),
        mean(
            i -> volume[i] * chains[i].visits(opportunity) * chains[i].opportunities(),
            i -> chains[i].wins(opportunity)),
        mean(i -> volume[i], i -> chains[i].winTime(0)) / wins,
        inHorizon(flow.annual) / won,
        pipeline());
  }

  /** A figure of a kind. */
  private interface Of {
    double kind(int index);
  }

  private double mean(Of weight, Of figure) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < volume.length; i++) {
      double w = weight.kind(i);
      if (w != 0) {
        sum += w * figure.kind(i);
        weights += w;
      }
    }
    return sum / weights;
  }

  private SourceFigure source(int index) {
    Source source = scenario.sources().get(index);
    Source.Arrivals arrivals = source.arrivals();
    double season = 0;
    double workdays = 0;
    int days = 0;
    double bursts = 0;
    for (LocalDate d = scenario.start(); d.isBefore(scenario.end()); d = d.plusDays(1)) {
      season += scenario.seasons().arrivals().factorAt(d) * Influx.pace(scenario, index, d);
      workdays += scenario.calendar().isWorkingDay(d) ? 1 : 0;
      bursts += arrivals.on().getOrDefault(d, 0);
      days++;
    }
    double steady = arrivals.perMonth() * season / days;
    double outbound = outbound(arrivals, scenario.start()) * workdays / months;
    double later = outbound(arrivals, scenario.end().minusDays(1)) * workdays / months;
    double growth = StrictMath.pow(1 + arrivals.growthPerMonth(), months);
    return new SourceFigure(
        source.name(),
        steady + outbound,
        steady * growth + later,
        bursts,
        inHorizon(influx[index]));
  }

  private double outbound(Source.Arrivals arrivals, LocalDate day) {
    return Influx.perWorkingDay(scenario, arrivals, day);
  }

  private StageFigure stage(int s) {
    Of visits = i -> volume[i] * chains[i].visits(s);
    // Where leads go round for ever, or never come, every kind counts by its volume.
    double all = IntStream.range(0, volume.length).mapToDouble(visits::kind).sum();
    Of weight = all > 0 && Double.isFinite(all) ? visits : i -> volume[i];
    return new StageFigure(
        scenario.stages().get(s).name(),
        inHorizon(flow.entered[s]) / months,
        mean(i -> volume[i], i -> chains[i].visits(s)),
        mean(weight, i -> passages[i][s].stated()),
        mean(weight, i -> passages[i][s].stated() * passages[i][s].kept(Passage.ADVANCE)),
        mean(weight, i -> passages[i][s].meanDays()));
  }

  private RoleFigure role(int index) {
    Role role = scenario.roles().get(index);
    List<Task> tasks = new ArrayList<>();
    List<Holding> holdings = new ArrayList<>();
    double[] needed = new double[grid.periods().size()];
    double open = 0;
    for (Source source : scenario.sources()) {
      prospecting(source, index, needed).ifPresent(tasks::add);
    }
    for (int s = 0; s < n; s++) {
      Stage stage = scenario.stages().get(s);
      double perMonth = inHorizon(flow.entered[s]) / months;
      double hours = Passage.hours(stage, index) * scenario.roles().get(index).pace().time();
      if (hours > 0) {
        tasks.add(new Task(stage.name(), perMonth, hours));
        for (int i = grid.stepsBefore(); i < grid.steps(); i++) {
          needed[grid.period(scenario.start(), i)] += flow.entered[s][i] * hours;
        }
      }
      if (stage.owner() == index) {
        holdings.add(new Holding(stage.name(), perMonth, stage(s).meanDays()));
        open += meanOpen(s);
      }
    }
    Presence presence = new Presence(scenario, role);
    double available = 0;
    List<Double> byPeriod = new ArrayList<>();
    for (int p = 0; p < needed.length; p++) {
      double hours = hours(role, presence, grid.periods().get(p));
      available += hours;
      byPeriod.add(needed[p] == 0 ? 0 : needed[p] / hours);
    }
    int reps = role.headcount(scenario.start());
    return new RoleFigure(
        role.name(),
        reps,
        tasks,
        available / months,
        byPeriod,
        holdings,
        open / reps,
        role.openLeads());
  }

  private Optional<Task> prospecting(Source source, int role, double[] needed) {
    return source
        .arrivals()
        .perRepDay()
        .filter(p -> p.role() == role && p.effort().isPresent())
        .map(
            p -> {
              double hours = p.effort().get().mean() / Clock.HOUR;
              double leads = 0;
              for (int i = 0; i < needed.length; i++) {
                double here = outbound(source.arrivals(), grid.periods().get(i));
                needed[i] += here * hours;
                leads += here;
              }
              return new Task("prospecting", leads / months, hours);
            });
  }

  private double outbound(Source.Arrivals arrivals, Period period) {
    double leads = 0;
    for (LocalDate d = period.first(); d.isBefore(period.end()); d = d.plusDays(1)) {
      leads += scenario.calendar().isWorkingDay(d) ? outbound(arrivals, d) : 0;
    }
    return leads;
  }

  /**
   * Selling hours of the role's reps, day by day: who comes and goes at a date, and in expectation
   * who leaves, is away, is taught or has not yet ramped.
   */
  private double hours(Role role, Presence presence, Period period) {
    double days = 0;
    double lessons = 0;
    for (LocalDate d = period.first(); d.isBefore(period.end()); d = d.plusDays(1)) {
      days += scenario.calendar().isWorkingDay(d) ? presence.reps(d) : 0;
      lessons += presence.lessonHours(d);
    }
    return Math.max(0, days * scenario.calendar().hoursPerDay() - lessons)
        * role.sellingHoursPerWeek()
        / scenario.calendar().hoursPerWeek();
  }

  /** Mean number of leads in a stage over the horizon. */
  private double meanOpen(int s) {
    double open = flow.standing[s];
    double sum = 0;
    for (int i = 0; i < grid.steps(); i++) {
      double before = open;
      open += flow.entered[s][i] - flow.left[s][i];
      sum += i < grid.stepsBefore() ? 0 : (before + open) / 2;
    }
    return sum / (grid.steps() - grid.stepsBefore());
  }

  private PeriodFigure period(int index) {
    Period period = grid.periods().get(index);
    int from = grid.firstStep(scenario.start(), period);
    int to =
        index + 1 < grid.periods().size()
            ? grid.firstStep(scenario.start(), grid.periods().get(index + 1))
            : grid.steps();
    double leads = 0;
    for (double[] source : influx) {
      leads += sum(source, from, to);
    }
    double open = 0;
    for (int s = scenario.opportunityFrom(); s < n; s++) {
      open += flow.standing[s] + sum(flow.entered[s], 0, from) - sum(flow.left[s], 0, from);
    }
    int first = scenario.opportunityFrom();
    double firstVisits =
        mean(i -> volume[i] * chains[i].visits(first), i -> chains[i].opportunities());
    double unit = scenario.targets().basis() == Basis.COUNT ? 1 : 100;
    Long target = scenario.targets().byPeriod().get(period.name());
    return new PeriodFigure(
        period.name(),
        leads,
        Math.max(0, open),
        sum(flow.entered[first], from, to) * (Double.isNaN(firstVisits) ? 1 : firstVisits),
        sum(flow.won, from, to),
        sum(flow.counted, from, to),
        sum(flow.annual, from, to),
        scenario.booked().byPeriod().getOrDefault(period.name(), 0L) / unit,
        target == null ? OptionalDouble.empty() : OptionalDouble.of(target / unit));
  }

  private GivenPipeline pipeline() {
    List<OpenDeal> deals = scenario.begin().pipeline().orElse(List.of());
    List<String> reps =
        scenario.roles().stream().flatMap(r -> r.reps().stream()).map(Role.Rep::name).toList();
    int noAge = (int) deals.stream().filter(d -> d.ageMs().isEmpty()).count();
    int noOwner =
        (int) deals.stream().filter(d -> d.owner().filter(reps::contains).isEmpty()).count();
    return new GivenPipeline(deals.size(), noAge, noOwner, (int) Math.round(stale));
  }
}
