package io.salestwin.report;

import java.util.List;
import java.util.Map;

/**
 * An answer for people and for files. The same inputs give the same bytes of every form on every
 * machine.
 */
public interface Answer {

  /**
   * What it is about.
   *
   * @return a name for its folder, such as that of the scenario
   */
  String name();

  /**
   * The answer for a terminal, the sentence that says what to do first.
   *
   * @param style what the terminal can show
   * @return lines, each ending with a line break
   */
  String text(TextStyle style);

  /**
   * The answer for programs: every figure unrounded, with its unit and error; what cannot be
   * computed is null with the reason.
   *
   * @return the content of {@code summary.json}
   */
  String json();

  /**
   * The answer as one page that needs no network and no script.
   *
   * @return the content of {@code report.html}, well-formed as XML too
   */
  String html();

  /**
   * The answer as tables and as whatever else goes on from it, such as a scenario.
   *
   * @return the content of each file by its path in the folder of the run
   */
  Map<String, String> tables();

  /**
   * The charts.
   *
   * @return in the order of the page
   */
  List<Chart> charts();

  /**
   * Whether every threshold that the question holds is met.
   *
   * @return true when none failed, and when there is none
   */
  boolean thresholdsMet();
}
