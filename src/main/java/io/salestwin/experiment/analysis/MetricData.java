package io.salestwin.experiment.analysis;

import io.salestwin.document.Parsed;
import io.salestwin.document.Problem;
import io.salestwin.document.Problems;
import io.salestwin.document.Quantity;
import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.experiment.Metric;
import io.salestwin.experiment.Metric.Measure;
import io.salestwin.experiment.analysis.Results.Row;
import io.salestwin.statistics.survival.CompetingRisks.Status;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One metric of the units, as of a day: only those whose window has passed, but for a cycle, which
 * counts the open ones for as long as they were seen.
 *
 * @param metric the metric
 * @param units the units that count
 * @param young units whose window has not passed: those of a cycle count for as long as they were
 *     seen, others not yet
 * @param reason why there are no units; empty if there are
 */
record MetricData(Metric metric, List<Unit> units, int young, String reason) {

  MetricData {
    units = List.copyOf(units);
  }

  double[] values(int arm) {
    return units.stream().filter(u -> u.arm() == arm).mapToDouble(Unit::value).toArray();
  }

  /** Units that got there. */
  long events() {
    return units.stream().filter(u -> u.status() == Status.WON).count();
  }

  double[] covariates(int arm) {
    return units.stream().filter(u -> u.arm() == arm).mapToDouble(Unit::covariate).toArray();
  }

  /** Reads one metric from the rows of results; what is wrong is among the problems. */
  static MetricData of(
      Metric metric, ExperimentPlan plan, Results results, LocalDate asOf, Problems problems) {
    List<String> ends = ResultsReader.columnsOf(metric);
    return new Extract(metric, plan, results, asOf, problems, ends).data();
  }

  /** Takes a metric out of rows; the ends are the columns that may say that it was reached. */
  private record Extract(
      Metric metric,
      ExperimentPlan plan,
      Results results,
      LocalDate asOf,
      Problems problems,
      List<String> ends) {

    MetricData data() {
      String missing = missing();
      if (!missing.isEmpty()) {
        return new MetricData(metric, List.of(), 0, missing);
      }
      List<Unit> units = new ArrayList<>();
      int young = 0;
      for (Row row : results.rows()) {
        if (row.assigned().isPresent() && row.assigned().get().isAfter(asOf)) {
          continue; // not yet there on that day
        }
        if (isYoung(row)) {
          young++;
          if (metric.measure() != Measure.CYCLE) {
            continue;
          }
        }
        unit(row).ifPresent(units::add);
      }
      return new MetricData(metric, units, young, "");
    }

    /** What no column says. */
    private String missing() {
      boolean own = ends.stream().anyMatch(results.columns()::contains);
      boolean closes =
          results.columns().contains("outcome") || results.columns().contains("status");
      boolean won = metric.to().equals(Metric.WON);
      boolean valued = results.columns().contains("value") || results.columns().contains("amount");
      boolean timed = results.columns().contains("days") || results.columns().contains("closed");
      return switch (metric.measure()) {
        case VALUE ->
            metric.column().isPresent() && own || valued && (own || closes)
                ? ""
                : "no column says the value; name one value, beside won or outcome";
        case CYCLE ->
            timed && (own || won && closes)
                ? ""
                : "no column says how long it took; give days, or assigned and closed, with an"
                    + " outcome";
        case RATIO ->
            own
                    && (results.columns().contains(ResultsReader.plain(metric.of()))
                        || metric.of().equals(Metric.ASSIGNED))
                ? ""
                : "no columns say what stands above and below the line; name them "
                    + metric.to()
                    + " and "
                    + metric.of();
        default ->
            own || won && closes
                ? ""
                : "no column says whether a unit "
                    + metric.name()
                    + "; name one "
                    + metric.column().orElse(metric.to());
      };
    }

    private boolean isYoung(Row row) {
      boolean counts = metric.measure() == Measure.COUNT;
      return !counts
          && row.assigned().isPresent()
          && age(row, asOf) < Math.ceil(metric.withinDays());
    }

    private static double age(Row row, LocalDate day) {
      return ChronoUnit.DAYS.between(row.assigned().get(), day);
    }

    private Optional<Unit> unit(Row row) {
      double covariate =
          plan.covariate()
              .map(c -> cell(row, ResultsReader.plain(c.column())))
              .map(text -> number(row, text, plan.covariate().orElseThrow().column()))
              .orElse(Double.NaN);
      double below = 1;
      double value;
      switch (metric.measure()) {
        case CYCLE -> {
          return cycle(row, covariate);
        }
        case VALUE -> value = amount(row);
        case COUNT -> {
          value = reached(row);
          String weeks = cell(row, "weeks");
          below = weeks == null || weeks.isEmpty() ? 1 : number(row, weeks, "weeks");
        }
        case RATIO -> {
          value = reached(row);
          // the column of the assignment holds days; how many were assigned is in leads
          boolean all = metric.of().equals(Metric.ASSIGNED);
          String of = cell(row, all ? "leads" : ResultsReader.plain(metric.of()));
          below = of == null ? 1 : count(row, of, metric.of());
        }
        default -> value = reached(row);
      }
      if (Double.isNaN(value) || Double.isNaN(below)) {
        return Optional.empty();
      }
      if (metric.measure() == Measure.CONVERSION && value != 0 && value != 1) {
        problem(row, "a lead gets there or not, but here stands " + value, "write 0 or 1");
        return Optional.empty();
      }
      return Optional.of(unit(row, value, below, covariate, Double.NaN, Status.OPEN));
    }

    private Unit unit(
        Row row, double value, double below, double covariate, double time, Status status) {
      return new Unit(row.arm(), row.cluster(), value, below, covariate, time, status);
    }

    private static String cell(Row row, String column) {
      return row.cells().get(column);
    }

    private void problem(Row row, String message, String advice) {
      problems.add(
          new Problem(
              Problem.Severity.ERROR, "results", row.line(), metric.name(), message, advice));
    }

    private double number(Row row, String text, String column) {
      Parsed<Double> number = Quantity.number(text);
      if (number.isBad()) {
        Parsed<Quantity.Money> money = Quantity.money(text);
        if (!money.isBad()) {
          return money.value().cents() / 100.0;
        }
        problem(row, column + ": " + number.reason(), number.advice());
        return Double.NaN;
      }
      return number.value();
    }

    private double count(Row row, String text, String column) {
      OptionalDouble word = yes(text);
      return word.isPresent() ? word.getAsDouble() : number(row, text, column);
    }

    private static OptionalDouble yes(String text) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "1", "yes", "true", "won" -> OptionalDouble.of(1);
        case "0", "", "no", "false", "lost", "open" -> OptionalDouble.of(0);
        default -> OptionalDouble.empty();
      };
    }

    /** Whether, or how often, the end was reached within the window. */
    private double reached(Row row) {
      for (String column : ends) {
        String text = cell(row, column);
        if (text != null) {
          Parsed<LocalDate> day = Quantity.date(text);
          if (!day.isBad()) {
            return isInTime(row, day.value()) ? 1 : 0;
          }
          double times = count(row, text, column);
          boolean ends = column.equals(Metric.WON) && metric.to().equals(Metric.WON);
          // whether it was won says not when: that is for the day or the days of its end
          return ends && times == 1 && !isInTime(row) ? 0 : times;
        }
      }
      boolean won = outcome(row).equals("won");
      return won && isInTime(row) ? 1 : 0;
    }

    private String outcome(Row row) {
      String text = cell(row, "outcome");
      String other = cell(row, "status");
      return (text != null ? text : other == null ? "" : other).toLowerCase(Locale.ROOT);
    }

    /** Whether it ended within the window, and by the day of the look. */
    private boolean isInTime(Row row) {
      String closed = cell(row, "closed");
      if (closed != null && !closed.isEmpty()) {
        Parsed<LocalDate> day = Quantity.date(closed);
        if (day.isBad()) {
          problem(row, "closed: " + day.reason(), day.advice());
          return false;
        }
        return isInTime(row, day.value());
      }
      String days = cell(row, "days");
      return days == null || days.isEmpty() || number(row, days, "days") <= metric.withinDays();
    }

    private boolean isInTime(Row row, LocalDate day) {
      boolean known = !day.isAfter(asOf);
      return known
          && (row.assigned().isEmpty()
              || ChronoUnit.DAYS.between(row.assigned().get(), day) <= metric.withinDays());
    }

    private double amount(Row row) {
      if (metric.column().isPresent()) {
        String own = cell(row, ResultsReader.plain(metric.column().get()));
        return own == null || own.isEmpty() ? 0 : number(row, own, metric.column().get());
      }
      String text = cell(row, "value") == null ? cell(row, "amount") : cell(row, "value");
      boolean won =
          results.columns().contains("won")
              ? count(row, cell(row, "won"), "won") == 1
              : outcome(row).equals("won");
      if (!won || !isInTime(row)) {
        return 0;
      }
      return text == null || text.isEmpty() ? Double.NaN : number(row, text, "value");
    }

    /** Days until the end, or until it was last seen; nobody is followed beyond the window. */
    private Optional<Unit> cycle(Row row, double covariate) {
      String own =
          ends.stream()
              .filter(results.columns()::contains)
              .findFirst()
              .map(column -> cell(row, column))
              .orElse(null);
      Parsed<LocalDate> reached = Quantity.date(own == null ? "" : own);
      boolean there =
          own == null ? outcome(row).equals("won") : !reached.isBad() || yes(own).orElse(1) == 1;
      boolean lost = outcome(row).equals("lost") || "lost".equalsIgnoreCase(own);
      double days =
          !reached.isBad() && row.assigned().isPresent() ? age(row, reached.value()) : days(row);
      if (Double.isNaN(days)) {
        return Optional.empty();
      }
      double seen =
          row.assigned().isPresent()
              ? Math.min(age(row, asOf), metric.withinDays())
              : metric.withinDays();
      boolean open = days > seen || !there && !lost;
      double time = Math.min(days, seen);
      if (time < 0) {
        problem(row, "it ended before it was assigned", "correct one of the days");
        return Optional.empty();
      }
      Status status = open ? Status.OPEN : there ? Status.WON : Status.LOST;
      return Optional.of(unit(row, status == Status.WON ? 1 : 0, 1, covariate, time, status));
    }

    private double days(Row row) {
      String days = cell(row, "days");
      if (days != null && !days.isEmpty()) {
        return number(row, days, "days");
      }
      String closed = cell(row, "closed");
      if (closed == null || closed.isEmpty()) {
        return row.assigned().isPresent() ? age(row, asOf) : Double.NaN;
      }
      Parsed<LocalDate> day = Quantity.date(closed);
      if (day.isBad() || row.assigned().isEmpty()) {
        problem(row, "closed is no day after the day of assignment", "write 2027-03-31");
        return Double.NaN;
      }
      return age(row, day.value());
    }
  }
}
