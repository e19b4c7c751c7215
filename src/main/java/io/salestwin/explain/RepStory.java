package io.salestwin.explain;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What one rep did in one replication, from the scenario's start to its end.
 *
 * @param replication number of the replication
 * @param name the rep
 * @param role his role
 * @param currency ISO 4217 code
 * @param skill what he adds to the log-odds of the leads that he owns; empty when no exit of such a
 *     lead was decided, or when it is 0
 * @param openAtStart open leads that he owned on day one
 * @param spans week by week, or month by month when the horizon is longer than about a quarter
 * @param total the whole horizon
 */
public record RepStory(
    int replication,
    String name,
    String role,
    String currency,
    OptionalDouble skill,
    int openAtStart,
    List<Span> spans,
    Span total) {

  /** Copies the list. */
  public RepStory {
    spans = List.copyOf(spans);
  }

  /**
   * What he did from one day to another.
   *
   * @param from first day
   * @param to first day after
   * @param touches how many touches he ended, by activity, the most frequent first
   * @param hours working hours at work on leads
   * @param workingHours all working hours of the calendar
   * @param tookOn how many leads he became the owner of
   * @param openAtEnd how many open leads he owned at the end
   * @param won how many of his leads were won
   * @param value their annual contract value, in units of the currency
   * @param lost how many of his leads were lost for good
   */
  public record Span(
      LocalDate from,
      LocalDate to,
      Map<String, Integer> touches,
      double hours,
      double workingHours,
      int tookOn,
      int openAtEnd,
      int won,
      double value,
      int lost) {
    /** Copies the map, whose order is kept. */
    public Span {
      touches = Collections.unmodifiableMap(new LinkedHashMap<>(touches));
    }

    /**
     * How many touches he ended.
     *
     * @return the sum over all activities
     */
    public int touchCount() {
      return touches.values().stream().mapToInt(Integer::intValue).sum();
    }
  }
}
