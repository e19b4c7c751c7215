package io.salestwin.calibration;

import java.util.List;
import java.util.Map;

/**
 * How an export was understood: shown to the person who gave it.
 *
 * @param tables the files that were used, in the order of reading
 * @param unused names of files in the folder that say nothing that is known
 * @param won states, stages or events that were taken for a win
 * @param lost those that were taken for a loss
 * @param notes what else was decided, in words
 */
public record Mapping(
    List<Table> tables,
    List<String> unused,
    List<String> won,
    List<String> lost,
    List<String> notes) {

  /** Copies. */
  public Mapping {
    tables = List.copyOf(tables);
    unused = List.copyOf(unused);
    won = List.copyOf(won);
    lost = List.copyOf(lost);
    notes = List.copyOf(notes);
  }

  /**
   * One file.
   *
   * @param file its name without the folder
   * @param kind what it was taken for
   * @param score how sure that is, 0 to 1: the share of the marks that its header shows
   * @param runnerUp the next best reading with its score; empty when there is none
   * @param columns the columns of the fields, by the fields' names in mapping files
   * @param dates how the dates of a column are written, by the column's name
   * @param rows how many rows it has, those that could not be read included
   */
  public record Table(
      String file,
      String kind,
      double score,
      String runnerUp,
      Map<String, String> columns,
      Map<String, String> dates,
      long rows) {}
}
