package io.salestwin.experiment.analysis;

import io.salestwin.document.Csv;
import io.salestwin.document.Problem;
import io.salestwin.experiment.ExperimentPlan;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What came of an experiment: a row for each unit, or sums by arm and look. Names of columns are
 * recognised without regard to case, blanks and underscores.
 *
 * @param rows the units; empty when sums were given
 * @param sums the sums; empty when units were given
 * @param columns the names of the columns, in small letters
 * @param asOf the day on which this was known
 * @param problems what is wrong with the file
 */
public record Results(
    List<Row> rows, List<Sums> sums, Set<String> columns, LocalDate asOf, List<Problem> problems) {

  /** Copies. */
  public Results {
    rows = List.copyOf(rows);
    sums = List.copyOf(sums);
    columns = Set.copyOf(columns);
    problems = List.copyOf(problems);
  }

  /**
   * One unit: a lead, or the sums of a rep, territory or week.
   *
   * @param line of the file
   * @param id of the unit; empty without one
   * @param arm 0 control, 1 treatment
   * @param cluster its rep, territory or week; empty without one
   * @param assigned the day of its assignment; empty without one
   * @param cells all that was written, by column
   */
  record Row(
      int line,
      String id,
      int arm,
      String cluster,
      Optional<LocalDate> assigned,
      java.util.Map<String, String> cells) {}

  /**
   * Sums of one arm at one look.
   *
   * @param line of the file
   * @param look its day or number as written; empty for one look
   * @param metric its name; empty for the primary one
   * @param arm 0 control, 1 treatment
   * @param n units
   * @param events of a share; NaN if not given
   * @param mean of values; NaN if not given
   * @param sd of values; NaN if not given
   */
  record Sums(
      int line,
      String look,
      String metric,
      int arm,
      double n,
      double events,
      double mean,
      double sd) {}

  /**
   * Reads results.
   *
   * @param text a table with a header
   * @param name what messages call it
   * @param plan the plan
   * @param asOf the day on which this was known; empty for the last day in the text
   * @return the results, with all that is wrong with them
   */
  public static Results parse(
      String text, String name, ExperimentPlan plan, Optional<LocalDate> asOf) {
    return new ResultsReader(Csv.parse(text, name, Csv.Limits.DEFAULT), plan, asOf).results();
  }

  /**
   * Whether it can be analysed.
   *
   * @return false if anything is wrong
   */
  public boolean isSound() {
    return problems.stream().noneMatch(Problem::isError);
  }

  /** The units that were assigned by the day on which this was known. */
  List<Row> assigned() {
    return rows.stream()
        .filter(row -> row.assigned().filter(day -> day.isAfter(asOf)).isEmpty())
        .toList();
  }
}
