package io.salestwin.planning;

import io.salestwin.document.Document;
import io.salestwin.document.Problem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What might be done, as a person writes it.
 *
 * @param list the initiatives, 1 to {@value #MOST}
 * @param worth the KPI that counts as gain, an amount of money of which more is better; empty for
 *     gross margin less spending
 * @param discountPerYear what money earns in a year, for the worth of today; empty to leave it out
 * @param rules what must hold
 * @param problems all that is wrong with the file; the rest is meaningless where one is an error
 */
public record Initiatives(
    List<Initiative> list,
    Optional<String> worth,
    OptionalDouble discountPerYear,
    List<ReturnRule> rules,
    List<Problem> problems) {

  /** The most that are weighed at once: every combination is played. */
  public static final int MOST = 8;

  /** Copies the lists. */
  public Initiatives {
    list = List.copyOf(list);
    rules = List.copyOf(rules);
    problems = List.copyOf(problems);
  }

  /**
   * Reads a file.
   *
   * <pre>{@code
   * discount: 12%/year
   * thresholds: ["return(all) >= 100%"]
   * initiatives:
   *   better leads:
   *     set: {stages.Qualification.advance: 32%}
   *     start: 2027-02-01
   *     once: 1.5M
   *     yearly: 600k
   *     claim: 8M
   * }</pre>
   *
   * @param text YAML
   * @param name what messages call it
   * @return what came of it
   */
  public static Initiatives read(String text, String name) {
    return new InitiativesReader(Document.parse(text, name)).read();
  }

  /** The place of one of them; -1 where none has the name. */
  int index(String name) {
    return list.stream().map(Initiative::name).toList().indexOf(name);
  }
}
