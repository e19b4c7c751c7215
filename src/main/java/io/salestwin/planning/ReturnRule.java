package io.salestwin.planning;

import io.salestwin.document.Parsed;
import io.salestwin.document.Quantity;
import io.salestwin.document.Suggestion;
import io.salestwin.planning.InitiativeReview.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule about what initiatives bring, such as {@code return(all) >= 100%}.
 *
 * @param text as written
 * @param figure which figure
 * @param of the name of an initiative, {@value #ALL} or {@value #ADVISED}
 * @param atLeast true for {@code >=}, false for {@code <=}
 * @param bound the bound; 20 % is 0.2
 */
public record ReturnRule(String text, String figure, String of, boolean atLeast, double bound) {

  /** Stands for all initiatives together. */
  public static final String ALL = "all";

  /** Stands for those that are advised. */
  public static final String ADVISED = "advised";

  private static final Pattern RULE =
      Pattern.compile("\\s*([a-z_]+)\\s*\\(([^)]*)\\)\\s*(>=|<=)\\s*([^%\\s]+)\\s*(%?)\\s*");
  private static final double PERCENT = 100;
  private static final Map<String, ToDoubleFunction<Outcome>> FIGURES = new LinkedHashMap<>();

  static {
    FIGURES.put("return", outcome -> outcome.back().orNaN());
    FIGURES.put("net", outcome -> outcome.net().orNaN());
    FIGURES.put("gain", outcome -> outcome.gain().orNaN());
    FIGURES.put("bookings", outcome -> outcome.bookings().orNaN());
    FIGURES.put("odds", outcome -> outcome.goal().orNaN());
    FIGURES.put("paid", outcome -> outcome.paid().orNaN());
    FIGURES.put(
        "payback_months", outcome -> outcome.payback().months().orElse(Double.POSITIVE_INFINITY));
  }

  /**
   * A rule with what came out.
   *
   * @param rule the rule
   * @param actual the figure; NaN when not computable, which meets no rule; infinite for a payback
   *     that does not come within the horizon
   */
  public record Judged(ReturnRule rule, double actual) {
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
  public static Parsed<ReturnRule> parse(String text) {
    Matcher m = RULE.matcher(text);
    if (!m.matches()) {
      return Parsed.bad(
          "\"" + text + "\" is not a rule",
          "write for example return(all) >= 100%, or payback_months(NAME) <= 9");
    }
    String figure = m.group(1);
    if (!FIGURES.containsKey(figure)) {
      String hint = Suggestion.didYouMean(figure, FIGURES.keySet());
      return Parsed.bad(
          "there is no figure \"" + figure + "\"",
          hint.isEmpty() ? "there are " + String.join(", ", FIGURES.keySet()) : hint);
    }
    boolean percent = !m.group(5).isEmpty();
    Parsed<Double> bound =
        percent
            ? Quantity.number(m.group(4)).map(b -> b / PERCENT)
            : Quantity.money(m.group(4)).map(money -> money.cents() / PERCENT);
    return bound.map(
        b -> new ReturnRule(text.strip(), figure, m.group(2).strip(), m.group(3).equals(">="), b));
  }

  /** Holds the rule against what it is about. */
  Judged judge(Outcome outcome) {
    return new Judged(this, FIGURES.get(figure).applyAsDouble(outcome));
  }
}
