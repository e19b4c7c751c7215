package io.salestwin.calibration;

import io.salestwin.statistics.special.ChiSquareLaw;
import java.util.List;

/**
 * Whether groups differ in their odds by more than luck, and how much of a group's own record to
 * believe (partial pooling).
 *
 * <p>Each group has O wins where E were to be expected with variance V (given when its deals
 * closed). Homogeneity: the sum of (O - E)^2 / V against chi-squared. The spread of the true
 * log-odds is the moment estimate of DerSimonian and Laird (1986) on (O - E) / V; a group's
 * log-odds shrink to it by spread^2 / (spread^2 + 1 / V).
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
    double chi = 0;
    double weights = 0;
    double squares = 0;
    for (Group g : groups) {
      chi += (g.wins - g.expected) * (g.wins - g.expected) / g.variance;
      weights += g.variance;
      squares += g.variance * g.variance;
    }
    int freedom = Math.max(0, groups.size() - 1);
    double scale = weights - squares / weights;
    double spread = scale > 0 ? Math.max(0, (chi - freedom) / scale) : 0;
    List<Double> shrunk =
        groups.stream()
            .map(
                g ->
                    spread == 0
                        ? 0.0
                        : spread / (spread + 1 / g.variance) * (g.wins - g.expected) / g.variance)
            .toList();
    return new Differences(
        groups.stream().map(g -> g.name).toList(),
        groups.stream().map(g -> g.n).toList(),
        groups.stream().map(g -> g.wins).toList(),
        groups.stream().map(g -> g.expected).toList(),
        shrunk,
        chi,
        freedom,
        freedom > 0 ? ChiSquareLaw.above(chi, freedom) : 1,
        Math.sqrt(spread));
  }
}
