package io.salestwin.validation;

import io.salestwin.run.Progress;
import io.salestwin.statistics.MeanTest;
import java.util.List;

/**
 * The simulation held against theory: each figure of each case, simulated and computed.
 *
 * <p>A figure raises an alarm when its |z| is above {@link #bound()}. With a right program at least
 * one of all figures does so with a chance of at most {@link #LEVEL} (Bonferroni's inequality,
 * which also holds for figures that depend on each other).
 *
 * @param seed the seed of all chance
 * @param effort how much was played
 * @param rows one row for each figure, in the order of the cases
 */
public record Validation(long seed, Effort effort, List<Row> rows) {

  /** Chance of a false alarm in a whole validation, at most. */
  public static final double LEVEL = 0.01;

  /** The level at which a single figure would be tested if it were alone. */
  public static final double SINGLE_LEVEL = 0.05;

  /** How much is played. */
  public enum Effort {
    /** A tenth of the replications, at least 40: a look. */
    QUICK,
    /** All replications. */
    FULL;

    int of(int replications) {
      return this == FULL ? replications : Math.min(replications, Math.max(40, replications / 10));
    }
  }

  /**
   * One figure.
   *
   * @param of the case
   * @param figure what is compared
   * @param simulated what the replications give
   * @param standardError the standard error of {@code simulated}; 0 for an exact figure
   * @param theory what theory gives; for an exact figure what was counted a second way
   * @param z normal score of the difference: standard normal when the program is right; infinite
   *     for an exact figure that is not equal
   * @param exact whether both must be equal in every replication, without any chance
   * @param replications how many replications were played
   */
  public record Row(
      Case of,
      String figure,
      double simulated,
      double standardError,
      double theory,
      double z,
      boolean exact,
      int replications) {

    /**
     * The smallest difference from theory that raises an alarm.
     *
     * @param bound the bound of a single |z|
     * @return a share of the theory's figure, NaN when that is 0
     */
    public double tolerance(double bound) {
      return exact ? 0 : theory == 0 ? Double.NaN : Math.abs(bound * standardError / theory);
    }
  }

  /** Copies the list. */
  public Validation {
    rows = List.copyOf(rows);
  }

  /**
   * What can be validated.
   *
   * @return the cases, in the order in which they are shown
   */
  public static List<Case> cases() {
    return Trials.all().stream().map(Trial::about).toList();
  }

  /**
   * Plays cases and compares.
   *
   * @param names names of the cases; none means all
   * @param effort how much is played
   * @param seed the seed; each case makes its own of it and of its name, so that cases are
   *     independent and a case gives the same figures alone and among others
   * @param threads number of threads, at least 1; never changes a figure
   * @param progress hears how many replications of all are done
   * @return what came out
   * @throws IllegalArgumentException if there is no case of a name
   */
  public static Validation run(
      List<String> names, Effort effort, long seed, int threads, Progress progress) {
    List<Trial<?>> all = Trials.all();
    for (String name : names) {
      if (all.stream().noneMatch(trial -> trial.name().equals(name))) {
        throw new IllegalArgumentException("there is no case (" + name + ")");
      }
    }
    List<Trial<?>> asked =
        all.stream().filter(t -> names.isEmpty() || names.contains(t.name())).toList();
    return new Validation(seed, effort, new Playing(asked, effort, seed).rows(threads, progress));
  }

  /**
   * How far |z| may lie from 0 before a figure raises an alarm.
   *
   * @return Bonferroni's bound at {@link #LEVEL} for the figures that depend on chance
   */
  public double bound() {
    return MeanTest.bound(LEVEL, Math.max(1, tested()));
  }

  /**
   * How many figures depend on chance.
   *
   * @return 0 or more
   */
  public int tested() {
    return (int) rows.stream().filter(row -> !row.exact()).count();
  }

  /**
   * The figures that do not agree with theory.
   *
   * @return those with |z| above the bound, and exact ones that are not equal
   */
  public List<Row> alarms() {
    double bound = bound();
    return rows.stream().filter(row -> Math.abs(row.z()) > bound).toList();
  }

  /**
   * How far |z| may lie from 0 at {@link #SINGLE_LEVEL} if the figure were alone.
   *
   * @return the bound
   */
  public double singleBound() {
    return MeanTest.bound(SINGLE_LEVEL, 1);
  }

  /**
   * How many figures lie beyond {@link #singleBound()}; chance alone takes {@link #SINGLE_LEVEL} of
   * {@link #tested()} there.
   *
   * @return a number of figures
   */
  public int beyondSingle() {
    double bound = singleBound();
    return (int) rows.stream().filter(row -> !row.exact() && Math.abs(row.z()) > bound).count();
  }
}
