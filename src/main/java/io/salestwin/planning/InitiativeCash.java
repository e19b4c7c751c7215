package io.salestwin.planning;

import io.salestwin.calendar.Period;
import io.salestwin.finance.ReturnOnInvestment;
import io.salestwin.metrics.KpiInfo;
import io.salestwin.metrics.KpiLayout;
import io.salestwin.planning.InitiativeReview.Course;
import io.salestwin.planning.InitiativeReview.Outcome;
import io.salestwin.planning.InitiativeReview.Payback;
import io.salestwin.run.RunResult;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Interval;
import io.salestwin.statistics.Intervals;
import io.salestwin.statistics.Pairs;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** What some initiatives bring and cost, period by period. */
final class InitiativeCash {

  private static final double DAYS_PER_YEAR = 365.25;
  private static final double MONTHS_PER_YEAR = 12;
  private static final String MARGIN = "gross_margin";
  private static final String SPEND = "spend";
  private static final String BOOKINGS = "bookings";

  private final InitiativeReview.Question question;
  private final RunResult base;
  private final List<Period> periods;
  private final LocalDate start;
  private final double level;

  /**
   * Prepares.
   *
   * @param question what is asked
   * @param base rows without any initiative
   */
  InitiativeCash(InitiativeReview.Question question, RunResult base) {
    this.question = question;
    this.base = base;
    periods = base.layout().periods();
    start = periods.get(0).first();
    level = question.effort().level();
  }

  // ---- the columns

  /** The KPIs whose columns are needed. */
  static List<String> kpis(Initiatives initiatives) {
    List<String> kpis = new ArrayList<>(List.of(BOOKINGS));
    initiatives.worth().ifPresentOrElse(kpis::add, () -> kpis.addAll(List.of(MARGIN, SPEND)));
    return kpis;
  }

  /** Why the KPI that is to count as gain cannot. */
  static Optional<String> problem(Initiatives initiatives, KpiLayout layout) {
    return initiatives
        .worth()
        .filter(
            kpi ->
                layout.index(kpi) < 0
                    || layout.columns().get(layout.index(kpi)).kpi().unit() != KpiInfo.Unit.MONEY)
        .map(
            kpi ->
                "worth: \""
                    + kpi
                    + "\" is no amount of money of this scenario; write bookings, gross_margin or"
                    + " another KPI that the command kpis shows in money");
  }

  /** What counts as gain, for people. */
  String worth() {
    return question
        .initiatives()
        .worth()
        .map(kpi -> base.layout().columns().get(base.layout().index(kpi)).kpi().name())
        .orElse(hasSpend(base) ? "gross margin less spending" : "gross margin");
  }

  private static boolean hasSpend(RunResult run) {
    return run.layout().index(SPEND) >= 0;
  }

  /** The gain's KPI of one period; what is not computable there is nothing. */
  private double[] worth(RunResult run, Period period) {
    Optional<String> kpi = question.initiatives().worth();
    double[] worth = run.column(kpi.orElse(MARGIN) + "." + period.name());
    if (kpi.isEmpty() && hasSpend(run)) {
      double[] spend = run.column(SPEND + "." + period.name());
      Arrays.setAll(worth, r -> worth[r] - spend[r]);
    }
    return worth;
  }

  /** The gain's KPI of the horizon. */
  double[] worth(RunResult run) {
    double[] sum = new double[run.replications()];
    for (Period period : periods) {
      double[] worth = worth(run, period);
      Arrays.setAll(sum, r -> sum[r] + worth[r]);
    }
    return sum;
  }

  static double[] bookings(RunResult run) {
    return run.column(BOOKINGS);
  }

  // ---- costs

  /** What some cost in a period, without what they cost once. */
  private double running(List<Initiative> some, Period period) {
    double sum = 0;
    for (Initiative initiative : some) {
      LocalDate from = later(period.first(), begin(initiative));
      double days = Math.max(0, ChronoUnit.DAYS.between(from, period.end()));
      sum += initiative.yearly() * days / DAYS_PER_YEAR;
    }
    return sum;
  }

  private LocalDate begin(Initiative initiative) {
    return initiative.start().orElse(start);
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  /** What some cost in the horizon. */
  double cost(List<Initiative> some) {
    return some.stream().mapToDouble(Initiative::once).sum()
        + periods.stream().mapToDouble(period -> running(some, period)).sum();
  }

  /** The bookings that one is said to bring from its start to the end of the horizon. */
  OptionalDouble claim(Initiative initiative) {
    LocalDate end = periods.get(periods.size() - 1).end();
    double months = ChronoUnit.MONTHS.between(begin(initiative), end);
    return initiative.claim().isPresent()
        ? OptionalDouble.of(initiative.claim().getAsDouble() * months / MONTHS_PER_YEAR)
        : OptionalDouble.empty();
  }

  private double years(LocalDate day) {
    return ChronoUnit.DAYS.between(start, day) / DAYS_PER_YEAR;
  }

  // ---- outcomes

  /**
   * What some bring.
   *
   * @param name what they are called
   * @param some the initiatives
   * @param run as many rows with them as the base has
   */
  Outcome outcome(String name, List<Initiative> some, RunResult run) {
    double cost = cost(some);
    double[] gain = difference(worth(base), worth(run));
    Estimate mean = mean(gain);
    double[] net = Arrays.stream(gain).map(g -> g - cost).toArray();
    double[][] flows = flows(some, run);
    return new Outcome(
        name,
        cost,
        question.goal().difference(base, run, level),
        mean(difference(bookings(base), bookings(run))),
        mean,
        mean(net),
        Effort.error(level, l -> Intervals.atLeast(Pairs.ofComputable(net), 0, l)),
        back(mean, cost),
        today(some, flows),
        payback(some, flows),
        new Course(boxed(knots(some)), boxed(sums(some, flows, Estimate::orNaN))));
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static double[] difference(double[] base, double[] other) {
    double[] difference = new double[base.length];
    Arrays.setAll(difference, r -> other[r] - base[r]);
    return difference;
  }

  private Estimate mean(double[] values) {
    return Effort.error(level, l -> Intervals.mean(Pairs.ofComputable(values), l));
  }

  private static Estimate back(Estimate gain, double cost) {
    if (!(cost > 0)) {
      return Estimate.notComputable("it costs nothing");
    }
    return gain.value()
        .map(
            v ->
                Estimate.of(
                    ReturnOnInvestment.of(v.estimate(), cost),
                    new Interval(
                        ReturnOnInvestment.of(v.interval().low(), cost),
                        ReturnOnInvestment.of(v.interval().high(), cost),
                        v.interval().level())))
        .orElse(gain);
  }

  /** Gain less running cost by period, then replication. */
  private double[][] flows(List<Initiative> some, RunResult run) {
    double[][] flows = new double[periods.size()][];
    for (int p = 0; p < flows.length; p++) {
      double running = running(some, periods.get(p));
      double[] gain = difference(worth(base, periods.get(p)), worth(run, periods.get(p)));
      flows[p] = Arrays.stream(gain).map(g -> g - running).toArray();
    }
    return flows;
  }

  private Estimate today(List<Initiative> some, double[][] flows) {
    OptionalDouble rate = question.initiatives().discountPerYear();
    if (rate.isEmpty()) {
      return Estimate.notComputable("the file gives no discount");
    }
    double once = 0;
    for (Initiative initiative : some) {
      double years = years(begin(initiative));
      once += initiative.once() * ReturnOnInvestment.discount(rate.getAsDouble(), years);
    }
    double[] worth = new double[base.replications()];
    Arrays.fill(worth, -once);
    for (int p = 0; p < flows.length; p++) {
      double middle = (years(periods.get(p).first()) + years(periods.get(p).end())) / 2;
      double factor = ReturnOnInvestment.discount(rate.getAsDouble(), middle);
      for (int r = 0; r < worth.length; r++) {
        worth[r] += factor * flows[p][r];
      }
    }
    return mean(worth);
  }

  private LocalDate first(List<Initiative> some) {
    return some.stream().map(this::begin).min(LocalDate::compareTo).orElse(start);
  }

  /** The start of the first, then the ends of the periods after it. */
  private double[] knots(List<Initiative> some) {
    LocalDate first = first(some);
    List<Double> knots = new ArrayList<>(List.of(years(first)));
    for (Period period : periods) {
      if (period.end().isAfter(first)) {
        knots.add(years(period.end()));
      }
    }
    return knots.stream().mapToDouble(knot -> knot).toArray();
  }

  /** One side of the course: the sums at each knot, read off their means. */
  private double[] sums(List<Initiative> some, double[][] flows, ToDoubleFunction<Estimate> side) {
    LocalDate first = first(some);
    double[] sum = new double[base.replications()];
    List<Double> sums = new ArrayList<>();
    double once = 0;
    for (Initiative initiative : some) {
      once += begin(initiative).equals(first) ? initiative.once() : 0;
    }
    sums.add(-once);
    for (int p = 0; p < flows.length; p++) {
      double[] flow = flows[p];
      Arrays.setAll(sum, r -> sum[r] + flow[r]);
      LocalDate end = periods.get(p).end();
      if (end.isAfter(first)) {
        double paid = 0;
        for (Initiative initiative : some) {
          paid += begin(initiative).isBefore(end) ? initiative.once() : 0;
        }
        sums.add(side.applyAsDouble(mean(sum)) - paid);
      }
    }
    return sums.stream().mapToDouble(s -> s).toArray();
  }

  private Payback payback(List<Initiative> some, double[][] flows) {
    return new Payback(
        months(some, sums(some, flows, Estimate::orNaN)),
        months(some, sums(some, flows, mean -> end(mean, true))),
        months(some, sums(some, flows, mean -> end(mean, false))));
  }

  private static double end(Estimate mean, boolean high) {
    return mean.value()
        .map(v -> high ? v.interval().high() : v.interval().low())
        .orElse(Double.NaN);
  }

  private OptionalDouble months(List<Initiative> some, double[] sums) {
    double[] knots = knots(some);
    double back = ReturnOnInvestment.payback(knots, sums);
    return Double.isNaN(back)
        ? OptionalDouble.empty()
        : OptionalDouble.of((back - knots[0]) * MONTHS_PER_YEAR);
  }
}
