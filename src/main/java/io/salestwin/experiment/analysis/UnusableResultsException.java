package io.salestwin.experiment.analysis;

import io.salestwin.document.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Results cannot be analysed: what is wrong with them. */
public final class UnusableResultsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /**
   * What is wrong.
   *
   * @param problems at least one
   */
  public UnusableResultsException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /**
   * What is wrong.
   *
   * @return the problems
   */
  public List<Problem> problems() {
    return problems;
  }
}
