package io.salestwin.experiment.analysis;

import io.salestwin.document.Csv;
import io.salestwin.document.Parsed;
import io.salestwin.document.Problem;
import io.salestwin.document.Problems;
import io.salestwin.document.Quantity;
import io.salestwin.document.Suggestion;
import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.experiment.Metric;
import io.salestwin.experiment.analysis.Results.Row;
import io.salestwin.experiment.analysis.Results.Sums;
import io.salestwin.scenario.Lever;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads results; all that is wrong is told at once. */
final class ResultsReader {

  private static final List<String> ARM = List.of("arm", "variant", "group");
  private static final List<String> ID =
      List.of("id", "unit", "lead", "leadid", "deal", "dealid", "opportunity", "opportunityid");
  private static final List<String> ASSIGNED =
      List.of("assigned", "assignedon", "assignedat", "entered", "created", "date");
  private static final List<String> CLOSED = List.of("closed", "closedon", "ended", "endedon");
  private static final List<String> N = List.of("n", "units", "leads", "trials");
  private static final List<String> EVENTS = List.of("events", "conversions", "successes", "hits");
  private static final List<String> CONTROL = List.of("control", "0", "a", "c");
  private static final List<String> TREATMENT = List.of("treatment", "1", "b", "t");
  private static final Pattern BETWEEN = Pattern.compile("[\\s_-]");
  private static final LocalDate NO_DAY = LocalDate.MIN;

  private final Csv csv;
  private final ExperimentPlan plan;
  private final Optional<LocalDate> asOf;
  private final Problems problems = new Problems();
  private final List<String> names;

  ResultsReader(Csv csv, ExperimentPlan plan, Optional<LocalDate> asOf) {
    this.csv = csv;
    this.plan = plan;
    this.asOf = asOf;
    names = csv.header().stream().map(ResultsReader::plain).toList();
  }

  /** A name without case, blanks, hyphens and underscores. */
  static String plain(String name) {
    return BETWEEN.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  Results results() {
    problems.addAll(csv.problems());
    int arm = column(ARM);
    if (csv.header().isEmpty()) {
      return done(List.of(), List.of());
    }
    if (arm < 0) {
      problem(
          1,
          "there is no column for the arm",
          "name it arm, with control and treatment in it"
              + near(ARM).map(n -> "; is it \"" + n + "\"?").orElse(""));
      return done(List.of(), List.of());
    }
    boolean isSummed = column(N) >= 0 && (column(EVENTS) >= 0 || names.contains("mean"));
    return isSummed ? done(List.of(), sums(arm)) : done(rows(arm), List.of());
  }

  private Optional<String> near(List<String> wanted) {
    return csv.header().stream()
        .filter(name -> Suggestion.nearest(plain(name), wanted) != null)
        .findFirst();
  }

  private Results done(List<Row> rows, List<Sums> sums) {
    if (rows.isEmpty() && sums.isEmpty() && !problems.hasErrors()) {
      problem(1, "there is no row", "write one for each unit, or one for each arm");
    }
    LocalDate day = asOf.orElseGet(() -> last(rows, sums));
    return new Results(rows, sums, new LinkedHashSet<>(names), day, problems.list());
  }

  /** The last day that the file names. */
  private LocalDate last(List<Row> rows, List<Sums> sums) {
    Stream<String> cells =
        Stream.concat(
            rows.stream().flatMap(row -> row.cells().values().stream()),
            sums.stream().map(Sums::look));
    return cells
        .map(Quantity::date)
        .filter(day -> !day.isBad())
        .map(Parsed::value)
        .max(LocalDate::compareTo)
        .orElse(NO_DAY);
  }

  private int column(List<String> known) {
    for (String name : known) {
      int at = names.indexOf(name);
      if (at >= 0) {
        return at;
      }
    }
    return -1;
  }

  private void problem(int line, String message, String advice) {
    problems.add(new Problem(Problem.Severity.ERROR, csv.name(), line, "", message, advice));
  }

  private int arm(Csv.Row row, int column) {
    String text = plain(row.cells().get(column));
    if (CONTROL.contains(text)) {
      return 0;
    }
    if (TREATMENT.contains(text)) {
      return 1;
    }
    problem(
        row.line(), "\"" + row.cells().get(column) + "\" is no arm", "write control or treatment");
    return -1;
  }

  private List<Row> rows(int armColumn) {
    int id = column(ID);
    int assigned = column(ASSIGNED);
    int cluster = clusterColumn();
    if (cluster < 0 && plan.unit() != Lever.Unit.LEAD) {
      String noun = plan.unit().name().toLowerCase(Locale.ROOT);
      boolean own = plan.unit() == Lever.Unit.WEEK && assigned >= 0;
      if (!own) {
        problem(1, "there is no column for the " + noun, "name it " + noun + " or cluster");
      }
    }
    List<Row> rows = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (Csv.Row row : csv.rows()) {
      int arm = arm(row, armColumn);
      String name = id < 0 ? "" : row.cells().get(id).strip();
      if (!name.isEmpty() && !seen.add(name)) {
        problem(row.line(), "the unit \"" + name + "\" is there twice", "keep one row of it");
      }
      Optional<LocalDate> day = assigned < 0 ? Optional.empty() : day(row, assigned);
      String of = cluster < 0 ? week(day) : row.cells().get(cluster).strip();
      if (of.isEmpty() && plan.unit() != Lever.Unit.LEAD && cluster >= 0) {
        problem(row.line(), "the " + csv.header().get(cluster) + " is missing", "name it");
      }
      if (arm >= 0) {
        rows.add(new Row(row.line(), name, arm, of, day, cells(row)));
      }
    }
    return rows;
  }

  private String week(Optional<LocalDate> day) {
    boolean weekly = plan.unit() == Lever.Unit.WEEK && day.isPresent();
    return weekly ? Long.toString(Math.floorDiv(day.get().toEpochDay() + 3, 7)) : "";
  }

  private int clusterColumn() {
    List<String> own =
        switch (plan.unit()) {
          case LEAD -> List.of();
          case REP -> List.of("rep", "owner", "seller", "cluster");
          case TERRITORY -> List.of("territory", "region", "cluster");
          case WEEK -> List.of("week", "cluster");
        };
    return column(own);
  }

  private Optional<LocalDate> day(Csv.Row row, int column) {
    String text = row.cells().get(column).strip();
    if (text.isEmpty()) {
      problem(row.line(), csv.header().get(column) + " is missing", "give the day of assignment");
      return Optional.empty();
    }
    Parsed<LocalDate> day = Quantity.date(text);
    if (day.isBad()) {
      problem(row.line(), csv.header().get(column) + ": " + day.reason(), day.advice());
      return Optional.empty();
    }
    return Optional.of(day.value());
  }

  /** The cells by plain name; the day of the end under one name, whatever the file calls it. */
  private Map<String, String> cells(Csv.Row row) {
    Map<String, String> cells = new HashMap<>();
    for (int c = 0; c < names.size(); c++) {
      cells.put(names.get(c), row.cells().get(c).strip());
    }
    int closed = column(CLOSED);
    if (closed >= 0) {
      cells.put("closed", row.cells().get(closed).strip());
    }
    return cells;
  }

  private List<Sums> sums(int armColumn) {
    int look = column(List.of("look", "date", "asof", "week"));
    int metric = names.indexOf("metric");
    List<String> known = plan.metrics().map(Metric::name).toList();
    List<Sums> sums = new ArrayList<>();
    for (Csv.Row row : csv.rows()) {
      int arm = arm(row, armColumn);
      String of = metric < 0 ? "" : row.cells().get(metric).strip();
      if (!of.isEmpty() && !known.contains(of)) {
        String hint = Suggestion.didYouMean(of, known);
        problem(
            row.line(),
            "the plan has no metric \"" + of + "\"",
            hint.isEmpty() ? "it has " + String.join(", ", known) : hint);
      }
      double n = number(row, column(N));
      double events = number(row, column(EVENTS));
      if (events > n || events < 0 || n < 0) {
        problem(
            row.line(),
            "there are %s events of %s units".formatted(cell(row, EVENTS), cell(row, N)),
            "correct one of them");
      }
      if (arm >= 0) {
        sums.add(
            new Sums(
                row.line(),
                look < 0 ? "" : row.cells().get(look).strip(),
                of,
                arm,
                n,
                events,
                number(row, names.indexOf("mean")),
                number(row, column(List.of("sd", "stddev", "standarddeviation")))));
      }
    }
    return inOrder(sums);
  }

  /** Looks by their days, where they have days; each holds all before it. */
  private List<Sums> inOrder(List<Sums> sums) {
    List<Sums> ordered = new ArrayList<>(sums);
    if (sums.stream().noneMatch(each -> Quantity.date(each.look()).isBad())) {
      ordered.sort(Comparator.comparing(each -> Quantity.date(each.look()).value()));
    }
    Map<String, Sums> before = new HashMap<>();
    for (Sums each : ordered) {
      Sums earlier = before.put(each.metric() + "\n" + each.arm(), each);
      if (earlier != null && earlier.look().equals(each.look())) {
        problem(
            each.line(),
            "there are two rows of one arm at one look (the other in line " + earlier.line() + ")",
            "keep one; further metrics are named in a column metric");
      } else if (earlier != null && each.n() < earlier.n()) {
        problem(
            each.line(),
            "there are fewer units than at the look before (line " + earlier.line() + ")",
            "give sums that hold all before them, look by look");
      }
    }
    return ordered;
  }

  private String cell(Csv.Row row, List<String> column) {
    int at = column(column);
    return at < 0 ? "no" : row.cells().get(at).strip();
  }

  private double number(Csv.Row row, int column) {
    if (column < 0 || row.cells().get(column).isBlank()) {
      return Double.NaN;
    }
    Parsed<Double> number = Quantity.number(row.cells().get(column));
    if (number.isBad()) {
      problem(row.line(), csv.header().get(column) + ": " + number.reason(), number.advice());
      return Double.NaN;
    }
    return number.value();
  }

  /** The columns that may say whether a metric's end was reached. */
  static List<String> columnsOf(Metric metric) {
    List<String> columns = new ArrayList<>();
    metric.column().map(ResultsReader::plain).ifPresent(columns::add);
    columns.add(plain(metric.to()));
    return columns;
  }
}
