package io.salestwin.run;

import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Intervals;
import io.salestwin.statistics.Looks;
import io.salestwin.statistics.Pairs;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must be known how well before a run may end. The run is looked at after 128, 256, 512, …
 * replications ({@link Looks}), in their order, and ends at the first look at which the error of
 * every figure is short enough. Whether it is depends on the rows before the look alone, so the
 * same seed ends at the same place on any machine.
 *
 * @param goals the figures, at least one
 */
public record Precision(List<Goal> goals) {

  /** Copies the list. */
  public Precision {
    goals = List.copyOf(goals);
    if (goals.isEmpty()) {
      throw new IllegalArgumentException("a precision needs at least one figure");
    }
  }

  /**
   * A precision as a person asks for it: {@code 1%} for the figures that the answer leads with, or
   * {@code FIGURE:1%} for one that is named. Each question says which figures it has.
   *
   * @param figure the name of the figure; empty for those that the answer leads with
   * @param most the longest half-width, above 0 and below 1: a share of a mean, or of 100
   *     percentage points
   */
  public record Wish(String figure, double most) {

    private static final Pattern TEXT =
        Pattern.compile("(?:(.*\\S)\\s*:)?\\s*(\\d{0,9}\\.?\\d{1,9})\\s*%");

    /** Checks the half-width. */
    public Wish {
      if (!(most > 0 && most < 1)) {
        throw new IllegalArgumentException("most must be above 0 and below 1: " + most);
      }
    }

    /**
     * Reads what a person wrote.
     *
     * @param text such as {@code 1%} or {@code odds:2%}
     * @return the wish; empty when the text is none
     */
    public static Optional<Wish> parse(String text) {
      Matcher matcher = TEXT.matcher(text.strip());
      if (!matcher.matches()) {
        return Optional.empty();
      }
      double most = Double.parseDouble(matcher.group(2)) / 100;
      String figure = matcher.group(1) == null ? "" : matcher.group(1);
      return most > 0 && most < 1 ? Optional.of(new Wish(figure, most)) : Optional.empty();
    }
  }

  /** One figure that must be known well. */
  public sealed interface Goal {

    /**
     * What it is, for people.
     *
     * @return such as {@code odds of 2027-Q1}
     */
    String name();

    /**
     * The column that it is computed from.
     *
     * @return the name of a column of the run
     */
    String column();

    /**
     * The longest half-width of its error that is good enough.
     *
     * @return above 0: a share of the figure when relative, else in units of the figure
     */
    double most();

    /**
     * In what the half-width is measured.
     *
     * @return true for a share of the figure itself; false for its own units, which for odds and
     *     other shares are percentage points
     */
    boolean isRelative();

    /**
     * The figure with its error.
     *
     * @param values the column, in pairs
     * @return with {@link Looks#error}
     */
    Estimate estimate(Pairs values);

    /**
     * The half-width of an error in the measure of this goal.
     *
     * @param estimate the figure
     * @return 0 or more; infinite when it is not computable
     */
    default double halfWidth(Estimate estimate) {
      return estimate.value().map(this::halfWidthOf).orElse(Double.POSITIVE_INFINITY);
    }

    private double halfWidthOf(Estimate.Value value) {
      double half = value.interval().halfWidth();
      // a figure that is 0 in every replication is known exactly
      return half == 0 || !isRelative() ? half : half / Math.abs(value.estimate());
    }
  }

  /**
   * The mean of a column.
   *
   * @param name what it is, for people
   * @param column the column
   * @param most the longest half-width, above 0
   * @param isRelative whether that is a share of the mean
   */
  public record Mean(String name, String column, double most, boolean isRelative) implements Goal {
    @Override
    public Estimate estimate(Pairs values) {
      return Looks.error(level -> Intervals.mean(values, level));
    }
  }

  /**
   * The chance that a column reaches a target.
   *
   * @param name what it is, for people
   * @param column the column
   * @param target what must be reached
   * @param most the longest half-width, above 0; 0.01 is one percentage point
   */
  public record Odds(String name, String column, double target, double most) implements Goal {
    @Override
    public boolean isRelative() {
      return false;
    }

    @Override
    public Estimate estimate(Pairs values) {
      return Looks.error(level -> Intervals.atLeast(values, target, level));
    }
  }

  /**
   * How well a figure is known.
   *
   * @param goal the figure and what is asked of it
   * @param estimate the figure with its 95 % error, looks allowed for
   * @param halfWidth half the length of the error in the measure of the goal; infinite when the
   *     figure is not computable
   */
  public record Reached(Goal goal, Estimate estimate, double halfWidth) {

    /**
     * Whether it is known well enough.
     *
     * @return true when the half-width is at most what is asked
     */
    public boolean isMet() {
      return halfWidth <= goal.most();
    }

    /**
     * How far it is from good enough.
     *
     * @return half-width over what is asked: at most 1 when met
     */
    public double ratio() {
      return halfWidth / goal.most();
    }
  }

  /**
   * One look at a run.
   *
   * @param replications after how many
   * @param figures every figure in the order of the goals
   */
  public record Look(int replications, List<Reached> figures) {

    /** Copies the list. */
    public Look {
      figures = List.copyOf(figures);
    }

    /**
     * Whether the run may end.
     *
     * @return true when every figure is known well enough
     */
    public boolean isMet() {
      return figures.stream().allMatch(Reached::isMet);
    }

    /**
     * The figure that is farthest from good enough.
     *
     * @return the first of those with the largest {@link Reached#ratio()}
     */
    public Reached widest() {
      Reached widest = figures.get(0);
      for (Reached figure : figures) {
        widest = figure.ratio() > widest.ratio() ? figure : widest;
      }
      return widest;
    }

    /**
     * The look at which the run will probably end, if errors shrink with the square root of the
     * number.
     *
     * @return a look after this one, or this one when it is met; a guess, for progress only
     */
    public int expectedEnd() {
      double ratio = widest().ratio();
      double needed = replications * ratio * ratio;
      int end = replications;
      while (end < needed && end < Integer.MAX_VALUE) {
        end = Looks.after(end);
      }
      return end;
    }
  }

  /**
   * Looks at rows.
   *
   * @param replications how many rows there are
   * @param column gives a column with that many values
   * @return what is known
   */
  public Look look(int replications, Function<String, double[]> column) {
    return new Look(
        replications,
        goals.stream().map(goal -> reached(goal, column.apply(goal.column()))).toList());
  }

  private static Reached reached(Goal goal, double[] values) {
    Estimate estimate = goal.estimate(Pairs.ofComputable(values));
    return new Reached(goal, estimate, goal.halfWidth(estimate));
  }
}
