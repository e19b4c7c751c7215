package io.salestwin.planning;

import io.salestwin.run.Progress;
import io.salestwin.run.RunResult;
import io.salestwin.run.Runner;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Interval;
import io.salestwin.statistics.Looks;
import io.salestwin.statistics.sequential.GroupSequential;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Predicate;

/**
 * How many replications a comparison may cost, and when it may end.
 *
 * <p>Whoever ends a comparison because it looks decided is wrong more often than a single look
 * allows. Intervals here hold whatever the reason of the end:
 *
 * <ul>
 *   <li>{@link Rule#FIXED}: one look at the end, plain 95 % intervals.
 *   <li>{@link Rule#DECIDED}: looks after 128, 256, … replications; it ends when the goal's
 *       difference is decided (its interval leaves out 0), or known to 6 points (6 % of a mean), or
 *       that of mean bookings to 2 %. Every look has the same level, Pocock's for these looks, so
 *       that the intervals of all looks together hold the truth in 95 % of runs (repeated
 *       confidence intervals: Jennison and Turnbull 1989, Journal of the Royal Statistical Society
 *       B 51).
 *   <li>{@link Rule#PRECISE}: looks as above; it ends when the goal's difference is as tight as was
 *       asked, for which {@link Looks} has the level.
 * </ul>
 *
 * @param rule when it ends
 * @param most the most replications of each scenario, at least 2
 * @param tight the half-width of the goal's difference that is tight enough: a share of the base's
 *     mean, or of 100 percentage points; empty with a fixed number
 */
public record Effort(Rule rule, int most, OptionalDouble tight) {

  /** When a comparison ends. */
  public enum Rule {
    /** After as many replications as were asked for. */
    FIXED,
    /** When it is decided, or as tight as is usual. */
    DECIDED,
    /** When it is as tight as was asked. */
    PRECISE
  }

  /** The most replications of each scenario that a comparison takes where nothing is said. */
  public static final int USUAL_MOST = 512;

  /** How tight a difference is tight enough where nothing is said. */
  public static final double USUAL_TIGHT = 0.06;

  /**
   * How tight the difference of mean bookings is tight enough where nothing is said, as a share of
   * the base's: it is less noisy than odds, and this much of it moves odds by few points.
   */
  public static final double USUAL_TIGHT_BOOKINGS = 0.02;

  /** A difference below this matters to nobody. */
  public static final double NO_MATTER = 0.02;

  /** The fewest replications that give an answer. */
  static final int LEAST = 4;

  private static final double ALPHA = 1 - Interval.ERROR;

  /**
   * The usual effort.
   *
   * @return at most {@value #USUAL_MOST} replications, until decided or within {@value
   *     #USUAL_TIGHT}
   */
  public static Effort usual() {
    return new Effort(Rule.DECIDED, USUAL_MOST, OptionalDouble.of(USUAL_TIGHT));
  }

  /**
   * A fixed number.
   *
   * @param replications of each scenario, at least 2
   * @return that effort
   */
  public static Effort of(int replications) {
    return new Effort(Rule.FIXED, replications, OptionalDouble.empty());
  }

  /**
   * The number of replications at which it is looked at next.
   *
   * @param n number so far
   * @return more than n, at most {@link #most}
   */
  public int after(int n) {
    return rule == Rule.FIXED ? most : Math.min(most, Looks.after(n));
  }

  /**
   * The level at which intervals are computed so that they hold 95 %.
   *
   * @return 0.95 or more
   */
  public double level() {
    return switch (rule) {
      case FIXED -> Interval.ERROR;
      case PRECISE -> Looks.LEVEL;
      case DECIDED -> {
        List<Double> shares = new ArrayList<>();
        for (int n = after(0); n < most; n = after(n)) {
          shares.add((double) n / most);
        }
        shares.add(1.0);
        double[] t = shares.stream().mapToDouble(share -> share).toArray();
        yield t.length == 1
            ? Interval.ERROR
            : 1 - GroupSequential.pocock(t, ALPHA, 2).nominalP()[0];
      }
    };
  }

  /**
   * What was played under an effort.
   *
   * @param runs the scenarios in their order, all with the same number of replications
   * @param isEnough whether it ended because enough was known
   */
  public record Played(List<RunResult> runs, boolean isEnough) {

    /** Copies the list. */
    public Played {
      runs = List.copyOf(runs);
    }
  }

  /**
   * Plays scenarios side by side until no more is allowed or enough is known.
   *
   * @param from what is there of each scenario, mostly nothing ({@link RunResult#empty})
   * @param runner plays; when it is stopped, what was played is the answer
   * @param progress hears how far it has come
   * @param enough whether what was played so far is enough; not asked with a fixed number
   * @return the scenarios with their rows
   * @throws IllegalStateException when it was stopped before two pairs were played
   */
  public Played play(
      List<RunResult> from, Runner runner, Progress progress, Predicate<List<RunResult>> enough) {
    List<RunResult> runs = from;
    int n = 0;
    boolean isEnough = false;
    while (n < most && !isEnough && !runner.isCutShort()) {
      n = after(n);
      int[] upTo = new int[runs.size()];
      Arrays.fill(upTo, n);
      runs = runner.extend(runs, upTo, progress);
      isEnough = !runner.isCutShort() && rule != Rule.FIXED && enough.test(runs);
    }
    return new Played(ofOneLength(runs), isEnough);
  }

  private static List<RunResult> ofOneLength(List<RunResult> runs) {
    int n = runs.stream().mapToInt(RunResult::replications).min().orElse(0);
    if (n < LEAST) {
      throw new IllegalStateException(
          "stopped before two pairs of replications were done: there is no answer yet");
    }
    return runs.stream().map(r -> r.first(n)).toList();
  }

  /**
   * An interval that holds 95 % under this rule.
   *
   * @param level what {@link #level} gave
   * @param interval the figure with its interval at a level
   * @return the interval at that level, told as 95 %
   */
  public static Estimate error(double level, DoubleFunction<Estimate> interval) {
    Estimate wide = interval.apply(level);
    return wide.value().map(v -> Estimate.of(v.estimate(), told(v.interval()))).orElse(wide);
  }

  private static Interval told(Interval wide) {
    return new Interval(wide.low(), wide.high(), Interval.ERROR);
  }

  /**
   * Why there are as many replications as there are.
   *
   * @param cutShort whether the runner was stopped
   * @param enough whether enough was known
   * @return the reason
   */
  public static RunResult.End end(boolean cutShort, boolean enough) {
    return cutShort ? RunResult.End.STOPPED : enough ? RunResult.End.PRECISE : RunResult.End.ALL;
  }
}
