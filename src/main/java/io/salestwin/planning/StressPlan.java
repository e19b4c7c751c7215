package io.salestwin.planning;

import io.salestwin.document.Parsed;
import io.salestwin.scenario.Threshold;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a stress test asks.
 *
 * @param period the period whose target is stressed, or {@code horizon}; empty for the whole
 *     horizon if each of its periods has a target, else the first that has one
 * @param parts what is looked at
 * @param levers the levers of the tornado; empty for those whose value is uncertain or, where none
 *     is, those that a plan is usually about; {@link #ALL_LEVERS} alone for every number that the
 *     file states
 * @param swing how far each lever is moved, such as 0.1; empty to move uncertain levers from their
 *     10 % to their 90 % quantile, and others by {@link #USUAL_SWING}
 * @param grid two axes of a heat map; empty for none
 * @param shocks the shocks of the library that strike; empty for all
 * @param strike the day on which they strike; empty for the first day of the period
 * @param breaks the levers of which the breaking point is sought; empty for those of the tornado
 *     that matter most
 * @param under the odds under which the plan counts as broken
 * @param direction changes of several levers that together are one direction; empty for the
 *     steepest of the tornado
 * @param rules thresholds, some under shocks
 * @param seed the seed of all chance
 * @param antithetic whether the second replication of each pair meets the mirrored luck of the
 *     first
 * @param most replications of each point at most
 * @param precision half-width of the error of the odds at which the scenario as it is has been
 *     played often enough; every point is played as often. Empty to play {@code most}
 */
public record StressPlan(
    String period,
    Set<Part> parts,
    List<String> levers,
    OptionalDouble swing,
    List<Axis> grid,
    List<String> shocks,
    Optional<LocalDate> strike,
    List<String> breaks,
    double under,
    List<Axis> direction,
    List<Rule> rules,
    long seed,
    boolean antithetic,
    int most,
    OptionalDouble precision) {

  /** What stands for every lever. */
  public static final String ALL_LEVERS = "all";

  /** The swing of levers that are not uncertain. */
  public static final double USUAL_SWING = 0.1;

  /** The odds under which a plan is broken if nothing else is said. */
  public static final double USUAL_UNDER = 0.5;

  /** A part of a stress test. */
  public enum Part {
    /** Each lever on its own. */
    TORNADO,
    /** The shocks, alone and in pairs. */
    SHOCKS,
    /** How bad it must get. */
    REVERSE,
    /** Without the biggest deals, a source, a rep. */
    WITHOUT,
    /** How much pipeline it takes. */
    COVERAGE
  }

  /**
   * A lever with values.
   *
   * @param lever its path
   * @param values of a heat map at least two, in their order; of a direction one: the change
   */
  public record Axis(String lever, List<String> values) {

    private static final int USUAL_POINTS = 5;
    private static final int MOST_POINTS = 25;
    private static final Pattern RANGE =
        Pattern.compile(
            "([xX]?)([+-]?[\\d.]*\\d)\\s*([^\\d./]*)\\.\\.[xX]?([+-]?[\\d.]*\\d)\\s*([^\\d/]*)"
                + "(?:/(\\d{1,2}))?");

    /** Copies the list. */
    public Axis {
      values = List.copyOf(values);
    }

    /**
     * Reads a lever with its values.
     *
     * @param text such as {@code roles.AE.headcount=8..14}, {@code stages.Deal.advance=20%..40%/7}
     *     for seven values (five if not said), or {@code sources.inbound.arrivals.perMonth=300,
     *     400}
     * @return the axis, or what is wrong with it
     */
    public static Parsed<Axis> parse(String text) {
      int at = text.indexOf('=');
      String values = text.substring(at + 1).strip();
      if (at < 1 || values.isEmpty()) {
        return Parsed.bad(
            "\"" + text + "\" is no lever with values",
            "write LEVER=FROM..TO, such as" + " roles.AE.headcount=8..14");
      }
      String lever = text.substring(0, at).strip();
      Matcher range = RANGE.matcher(values);
      List<String> all =
          range.matches()
              ? between(range)
              : Stream.of(values.split(",")).map(String::strip).toList();
      return all.size() < 2 || all.size() > MOST_POINTS
          ? Parsed.bad(
              "\"" + text + "\" has " + all.size() + (all.size() == 1 ? " value" : " values"),
              "give 2 to " + MOST_POINTS + " of them, as FROM..TO, FROM..TO/NUMBER or a list")
          : Parsed.of(new Axis(lever, all));
    }

    private static List<String> between(Matcher range) {
      double from = Double.parseDouble(range.group(2));
      double to = Double.parseDouble(range.group(4));
      String unit = range.group(5).isBlank() ? range.group(3) : range.group(5);
      boolean whole =
          unit.isBlank()
              && range.group(1).isEmpty()
              && from == Math.rint(from)
              && to == Math.rint(to);
      int points = range.group(6) == null ? USUAL_POINTS : Integer.parseInt(range.group(6));
      Set<String> values = new LinkedHashSet<>();
      for (int i = 0; i < points; i++) {
        double value = from + (to - from) * i / Math.max(1, points - 1);
        String number = Dial.plain(whole ? Math.rint(value) : value);
        String gap = unit.isBlank() || unit.startsWith("%") ? "" : " ";
        values.add(range.group(1) + number + gap + unit.strip());
      }
      return List.copyOf(values);
    }
  }

  /**
   * A threshold, perhaps under shocks.
   *
   * @param text as written
   * @param threshold what must hold, without the shocks
   * @param shocks the shocks that strike at once; none for the plan as it is
   */
  public record Rule(String text, String threshold, List<String> shocks) {

    private static final Pattern UNDER =
        Pattern.compile("(.*\\))\\s+under\\s+(.+?)\\s*((?:>=|<=).*)");

    /** Copies the list. */
    public Rule {
      shocks = List.copyOf(shocks);
    }

    /**
     * Reads a rule.
     *
     * @param text such as {@code p_hit(2027-Q1) under budget freeze + lead drought >= 0.6}; without
     *     {@code under} it is a threshold of the plan as it is
     * @return the rule, or what is wrong with it
     */
    public static Parsed<Rule> parse(String text) {
      Matcher m = UNDER.matcher(text.strip());
      String threshold = m.matches() ? m.group(1) + " " + m.group(3) : text.strip();
      List<String> shocks =
          m.matches() ? Stream.of(m.group(2).split("\\+")).map(String::strip).toList() : List.of();
      return Threshold.parse(threshold).map(t -> new Rule(text.strip(), threshold, shocks));
    }
  }

  /** Copies and checks. */
  public StressPlan {
    parts = Set.copyOf(parts);
    levers = List.copyOf(levers);
    grid = List.copyOf(grid);
    shocks = List.copyOf(shocks);
    breaks = List.copyOf(breaks);
    direction = List.copyOf(direction);
    rules = List.copyOf(rules);
    if (!grid.isEmpty() && grid.size() != 2) {
      throw new IllegalArgumentException("a heat map needs two levers");
    }
    if (!(under > 0 && under < 1)) {
      throw new IllegalArgumentException("under must be above 0 and below 1: " + under);
    }
    if (most < 2) {
      throw new IllegalArgumentException("most must be at least 2: " + most);
    }
  }

  /**
   * Everything, as it is asked when nothing is said.
   *
   * @param seed the seed of all chance
   * @param most replications of each point
   * @return the plan
   */
  public static StressPlan usual(long seed, int most) {
    return new StressPlan(
        "",
        Set.of(Part.values()),
        List.of(),
        OptionalDouble.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        USUAL_UNDER,
        List.of(),
        List.of(),
        seed,
        false,
        most,
        OptionalDouble.empty());
  }
}
