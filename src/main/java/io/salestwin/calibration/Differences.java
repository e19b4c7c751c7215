package io.salestwin.calibration;

import io.salestwin.statistics.location.PartialPooling;
import java.util.List;

/**
 * Whether groups differ in their odds by more than luck, and how much of a group's own record to
 * believe (partial pooling).
 *
 * <p>Each group has O wins where E were to be expected with variance V (given when its deals
 * closed). (O - E) / V is its distance from all in log-odds, with the variance 1 / V; what of it is
 * more than luck is told by {@link PartialPooling}.
 *
 * @param names the groups
 * @param n deals of each
 * @param wins wins of each
 * @param expected wins to be expected of each
 * @param shrunk log-odds of each against all, shrunk
 * @param chiSquared the statistic
 * @param freedom its degrees of freedom
 * @param p chance of a statistic so large by luck alone
 * @param spread standard deviation of the true log-odds
 */
public record Differences(
    List<String> names,
    List<Double> n,
    List<Double> wins,
    List<Double> expected,
    List<Double> shrunk,
    double chiSquared,
    int freedom,
    double p,
    double spread) {

  /** Copies the lists. */
  public Differences {
    names = List.copyOf(names);
    n = List.copyOf(n);
    wins = List.copyOf(wins);
    expected = List.copyOf(expected);
    shrunk = List.copyOf(shrunk);
  }

  /**
   * Whether owners differ in what they win, given the month of the quarter.
   *
   * @param history all that is known
   * @return the test, and the owners with deals that closed
   */
  public static Differences betweenOwners(CrmHistory history) {
    return Winning.of(history, Censoring.of(history).recordedFromMs()).reps();
  }

  /** One group's sums. */
  static final class Group {
    private final String name;
    private double n;
    private double wins;
    private double expected;
    private double variance;

    Group(String name) {
      this.name = name;
    }

    void add(boolean won, double chance) {
      n++;
      wins += won ? 1 : 0;
      expected += chance;
      variance += chance * (1 - chance);
    }
  }

  static Differences of(List<Group> all) {
    List<Group> groups = all.stream().filter(g -> g.variance > 0).toList();
    PartialPooling pooling =
        PartialPooling.of(
            groups.stream().mapToDouble(g -> (g.wins - g.expected) / g.variance).toArray(),
            groups.stream().mapToDouble(g -> 1 / g.variance).toArray());
    return new Differences(
        groups.stream().map(g -> g.name).toList(),
        groups.stream().map(g -> g.n).toList(),
        groups.stream().map(g -> g.wins).toList(),
        groups.stream().map(g -> g.expected).toList(),
        pooling.pooled(),
        pooling.q(),
        pooling.freedom(),
        pooling.p(),
        pooling.spread());
  }
}
