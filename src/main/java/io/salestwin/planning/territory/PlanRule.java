package io.salestwin.planning.territory;

import io.salestwin.document.Parsed;
import io.salestwin.document.Quantity;
import io.salestwin.document.Suggestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * A rule that a plan must satisfy, such as {@code gini <= 0.1}.
 *
 * @param text as written
 * @param figure which figure
 * @param atLeast true for {@code >=}, false for {@code <=}
 * @param bound the bound; 20 % is 0.2
 */
public record PlanRule(String text, String figure, boolean atLeast, double bound) {

  private static final Pattern RULE =
      Pattern.compile("\\s*([a-z_]+)\\s*(>=|<=)\\s*([^%\\s]+)\\s*(%?)\\s*");
  private static final double PERCENT = 100;

  /** Figures of the plan alone. */
  private static final Map<String, ToDoubleFunction<TerritoryPlan>> OF_PLAN = new LinkedHashMap<>();

  /** Figures that need a played scenario. */
  private static final Map<String, ToDoubleFunction<Fairness>> OF_PLAY = new LinkedHashMap<>();

  static {
    OF_PLAN.put("gini", plan -> plan.potentialAfter().gini());
    OF_PLAN.put("cv", plan -> plan.potentialAfter().cv());
    OF_PLAN.put("max_to_min", plan -> plan.potentialAfter().maxToMin());
    OF_PLAN.put("work_gini", plan -> plan.workAfter().gini());
    OF_PLAN.put("work_cv", plan -> plan.workAfter().cv());
    OF_PLAN.put("least_load", plan -> load(plan).min().orElse(Double.NaN));
    OF_PLAN.put("most_load", plan -> load(plan).max().orElse(Double.NaN));
    OF_PLAN.put("moves", plan -> plan.count(TerritoryPlan.Change.MOVES));
    OF_PLAN.put("moved_potential", TerritoryPlan::movedPotential);
    OF_PLAN.put("away", plan -> plan.away(true));
    OF_PLAN.put("mean_km", plan -> plan.meanKm(true));
    OF_PLAY.put("spread", fairness -> fairness.spreadAfter().orNaN());
    OF_PLAY.put("reached", fairness -> fairness.reachedAfter().orNaN());
    OF_PLAY.put(
        "least_odds",
        fairness ->
            fairness.territories().stream()
                .mapToDouble(place -> place.oddsAfter().orNaN())
                .min()
                .orElse(Double.NaN));
  }

  private static DoubleStream load(TerritoryPlan plan) {
    return plan.territories().stream().mapToDouble(t -> t.after().load());
  }

  /**
   * A rule with what came out.
   *
   * @param rule the rule
   * @param actual the figure; NaN when not computable, which meets no rule
   */
  public record Judged(PlanRule rule, double actual) {
    /**
     * Whether the rule is met.
     *
     * @return true when the figure is on the right side of the bound or at it
     */
    public boolean isMet() {
      return rule.atLeast() ? actual >= rule.bound() : actual <= rule.bound();
    }
  }

  /**
   * Reads a rule.
   *
   * @param text what a person wrote
   * @return the rule, or what is wrong with it
   */
  public static Parsed<PlanRule> parse(String text) {
    Matcher m = RULE.matcher(text);
    if (!m.matches()) {
      return Parsed.bad(
          "\"" + text + "\" is not a rule", "write for example gini <= 0.1 or moves <= 40");
    }
    String figure = m.group(1);
    if (!OF_PLAN.containsKey(figure) && !OF_PLAY.containsKey(figure)) {
      List<String> all = figures();
      String hint = Suggestion.didYouMean(figure, all);
      return Parsed.bad(
          "there is no figure \"" + figure + "\"",
          hint.isEmpty() ? "there are " + String.join(", ", all) : hint);
    }
    return Quantity.number(m.group(3))
        .map(
            bound ->
                new PlanRule(
                    text.strip(),
                    figure,
                    m.group(2).equals(">="),
                    m.group(4).isEmpty() ? bound : bound / PERCENT));
  }

  /**
   * The names of all figures.
   *
   * @return those of the plan first
   */
  public static List<String> figures() {
    return Stream.concat(OF_PLAN.keySet().stream(), OF_PLAY.keySet().stream()).toList();
  }

  /**
   * Whether the figure needs a played scenario.
   *
   * @return false for a figure of the plan alone
   */
  public boolean needsPlay() {
    return OF_PLAY.containsKey(figure);
  }

  /**
   * Holds the rule against a plan.
   *
   * @param plan the plan
   * @param fairness what playing it showed, if it was played
   * @return what came out
   */
  public Judged judge(TerritoryPlan plan, Optional<Fairness> fairness) {
    double actual =
        needsPlay()
            ? fairness.map(played -> OF_PLAY.get(figure).applyAsDouble(played)).orElse(Double.NaN)
            : OF_PLAN.get(figure).applyAsDouble(plan);
    return new Judged(this, actual);
  }
}
