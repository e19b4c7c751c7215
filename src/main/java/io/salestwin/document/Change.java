package io.salestwin.document;

import java.math.BigDecimal;
import java.math.MathContext;

/** What an override does to the text of a scalar. Made by {@link Quantity#change}. */
public sealed interface Change {

  /**
   * Sets the value.
   *
   * @param text the new text
   */
  record Absolute(String text) implements Change {
    @Override
    public Parsed<String> applyTo(String current) {
      return Parsed.of(text);
    }
  }

  /**
   * Multiplies: {@code x1.2}; {@code -10%} is a factor of 0.9.
   *
   * @param factor the factor
   */
  record Times(BigDecimal factor) implements Change {
    @Override
    public Parsed<String> applyTo(String current) {
      Amount amount = Amount.of(current);
      return amount == null
          ? notAQuantity(current)
          : sized(amount.withNumber(amount.number().multiply(factor)));
    }
  }

  /**
   * Adds: {@code +2}, {@code -2}, {@code +200k}, {@code +2 weeks}.
   *
   * @param amount what is added, with its sign
   */
  record Plus(String amount) implements Change {
    /**
     * Refuses what is no quantity.
     *
     * @param amount what is added, with its sign
     * @throws IllegalArgumentException if the amount is no quantity
     */
    public Plus {
      if (Amount.of(amount) == null) {
        throw new IllegalArgumentException("amount (" + amount + ") is not a quantity");
      }
    }

    @Override
    public Parsed<String> applyTo(String current) {
      Amount to = Amount.of(current);
      Amount by = Amount.of(amount);
      if (to == null) {
        return notAQuantity(current);
      }
      if (!to.percent().isEmpty()) {
        return Parsed.bad(
            amount + " cannot be added to " + Quantity.shown(current),
            "give percentage points such as +2pp, or a relative change such as +10%");
      }
      boolean sameUnit =
          by.isBare()
              || by.unit().strip().equalsIgnoreCase(to.unit().strip())
              || by.currency().equals(to.currency()) && !by.currency().isEmpty();
      if (sameUnit) {
        return sized(to.withNumber(to.number().add(by.number())));
      }
      return addedTime(to, by, current);
    }

    /** Days plus weeks: in the smaller unit where that is exact, else in hours, which always is. */
    private Parsed<String> addedTime(Amount to, Amount by, String current) {
      long toMillis = Durations.unitMillis(to.unit());
      long byMillis = Durations.unitMillis(by.unit());
      if (toMillis == 0 || byMillis == 0) {
        return Parsed.bad(
            amount + " cannot be added to " + Quantity.shown(current), "use the same unit");
      }
      BigDecimal sum =
          to.number()
              .multiply(BigDecimal.valueOf(toMillis))
              .add(by.number().multiply(BigDecimal.valueOf(byMillis)));
      long smaller = Math.min(toMillis, byMillis);
      boolean exact = Math.max(toMillis, byMillis) * 10_000L % smaller == 0;
      String unit = !exact ? "hours" : plural((toMillis < byMillis ? to : by).unit().strip());
      String gap = to.gap().isEmpty() && unit.equals("hours") ? " " : to.gap();
      BigDecimal size = BigDecimal.valueOf(exact ? smaller : 3_600_000L);
      BigDecimal number = sum.divide(size, MathContext.DECIMAL128);
      return sized(new Amount("", number, to.signed(), gap, "", unit));
    }

    private static String plural(String unit) {
      return unit.matches("(?i)(second|minute|hour|day|week|month|quarter|year)")
          ? unit + "s"
          : unit;
    }
  }

  /**
   * Adds percentage points to a share: {@code +5pp}.
   *
   * @param points the points: 5 for +5pp
   */
  record Points(BigDecimal points) implements Change {
    @Override
    public Parsed<String> applyTo(String current) {
      Amount to = Amount.of(current);
      boolean rate = to != null && (to.unit().isBlank() || to.unit().strip().matches("(/|per ).*"));
      if (to == null || !to.prefix().isEmpty() || !rate || to.percent().equals("pp")) {
        return Parsed.bad(
            Quantity.shown(current) + " is not a percentage",
            "use percentage points for percentages only");
      }
      BigDecimal by = to.percent().isEmpty() ? points.movePointLeft(2) : points;
      return sized(to.withNumber(to.number().add(by)));
    }
  }

  /**
   * The text of a scalar after this change.
   *
   * @param current the text so far
   * @return the new text with the same unit, or why the change makes no sense here
   */
  Parsed<String> applyTo(String current);

  /**
   * Whether the change needs a value to start from.
   *
   * @return false if it sets the value
   */
  default boolean isRelative() {
    return !(this instanceof Absolute);
  }

  /**
   * Understands a change; whatever is none sets the value.
   *
   * @param text what was written
   * @return the change
   */
  static Change of(String text) {
    if (text.startsWith("=")) {
      return new Absolute(text.substring(1).strip());
    }
    Amount amount = Amount.of(text);
    if (amount == null || Decimal.isAbsurd(amount.number())) {
      return new Absolute(text);
    }
    if (amount.isFactor() && amount.percent().isEmpty() && amount.unit().isBlank()) {
      return new Times(amount.number());
    }
    String tidy = Decimal.tidy(text);
    if (!tidy.startsWith("+") && !tidy.startsWith("-")) {
      return new Absolute(text);
    }
    if (amount.percent().isEmpty()) {
      return new Plus(tidy);
    }
    if (!amount.unit().isBlank()) {
      return new Absolute(text);
    }
    return amount.percent().equals("pp")
        ? new Points(amount.number())
        : new Times(BigDecimal.ONE.add(amount.number().movePointLeft(2)));
  }

  private static Parsed<String> notAQuantity(String current) {
    return Parsed.bad(
        (current.isEmpty() ? "nothing" : Quantity.shown(current)) + " is not a quantity to change",
        "give the new value itself");
  }

  private static Parsed<String> sized(Amount amount) {
    return Decimal.isAbsurd(amount.number())
        ? Parsed.bad(amount.text() + " is larger than 1e15", "use a smaller change")
        : Parsed.of(amount.text());
  }
}
