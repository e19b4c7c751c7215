package io.salestwin.random;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The families of distributions by the names that people write, with the sets of parameters that
 * each accepts. Families made of other parts (mixture, truncated and the like) are listed for
 * completeness; whoever reads a file builds them with their records.
 */
public enum DistributionFamily {
  /** Always the same value: {@link Constant}. */
  CONSTANT("value", ""),
  /** Equally likely over a range: {@link Uniform}. */
  UNIFORM("min max", ""),
  /** Least, most likely and most, straight lines between: {@link Triangular}. */
  TRIANGULAR("min mode max", ""),
  /** Least, most likely and most, smooth: {@link Pert}. */
  PERT("min mode max", ""),
  /** Without memory: {@link Exponential}. */
  EXPONENTIAL("mean | rate | median | p90", ""),
  /** Durations with a hump: {@link Gamma}. */
  GAMMA("mean cv | mean sd | shape scale | shape mean | median p90 | p10 p90", ""),
  /** So many exponential steps in a row: {@link Gamma} with a whole shape. */
  ERLANG("k mean | k rate", ""),
  /** Durations until something wears out or is due: {@link Weibull}. */
  WEIBULL("shape scale | mean cv | mean sd | median p90 | p10 p90 | shape mean | shape median", ""),
  /** Sizes and delays that multiply: {@link Lognormal}. */
  LOGNORMAL(
      "mean cv | mean sd | mean sigma | mean median | mean p10 | mean p90 | median cv | median sd"
          + " | median sigma | median p10 | median p90 | p10 p90 | mu sigma | p10 cv | p90 cv"
          + " | p10 sigma | p90 sigma",
      ""),
  /** Like the lognormal with a heavier tail: {@link LogLogistic}. */
  LOGLOGISTIC("median shape | median p90 | p10 p90 | shape scale | mean shape", ""),
  /**
   * The bell curve: {@link Normal}; with min or max {@link Truncated}, and then mean and sd are
   * those before the cut.
   */
  NORMAL("mean sd | mean cv | mean p90 | p10 p90", "min max"),
  /**
   * Shares and probabilities: {@link Beta}, stretched to min and max if given (0 and 1 if not).
   * {successes, trials} gives what is known of a probability after so many trials, starting from no
   * knowledge: Beta(successes + 1, trials - successes + 1), whose mean is (successes + 1) / (trials
   * + 2).
   */
  BETA("alpha beta | mean sd | mean cv | successes trials", "min max"),
  /** Read off quantiles ({@link Empirical}) or observed values ({@link Discrete}); has parts. */
  EMPIRICAL("", ""),
  /** Values with their probabilities: {@link Discrete}; has parts. */
  DISCRETE("", ""),
  /** One of several by weight: {@link Mixture}; has parts. */
  MIXTURE("", ""),
  /** Moved along: {@link Shifted}; has parts. */
  SHIFTED("", ""),
  /** Cut to a range: {@link Truncated}; has parts. */
  TRUNCATED("", ""),
  /** The slowest of several that are alike: {@link Slowest}; has parts. */
  SLOWEST("", "");

  /** What a parameter is measured in. */
  public enum ParameterKind {
    /** The unit of the variable: days, hours, dollars. */
    QUANTITY,
    /** One over the unit of the variable: per day. */
    PER_QUANTITY,
    /** No unit. */
    NUMBER
  }

  @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, and so are the sets within
  private final List<Set<String>> parameterSets;

  @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
  private final Set<String> optional;

  DistributionFamily(String sets, String optional) {
    this.parameterSets =
        sets.isEmpty()
            ? List.of()
            : Arrays.stream(sets.split(" \\| ")).map(DistributionFamily::names).toList();
    this.optional = optional.isEmpty() ? Set.of() : names(optional);
  }

  private static Set<String> names(String text) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(text.split(" "))));
  }

  /**
   * The name of this family as written in a file.
   *
   * @return for example {@code lognormal}
   */
  public String written() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The sets of parameters of which exactly one must be given.
   *
   * @return unmodifiable, in the order to show them; empty for a family made of other parts
   */
  public List<Set<String>> parameterSets() {
    return parameterSets;
  }

  /**
   * The parameters that may be given besides.
   *
   * @return unmodifiable; usually empty
   */
  public Set<String> optional() {
    return optional;
  }

  /**
   * Whether this family is made of other parts and so not of plain numbers.
   *
   * @return true for empirical, discrete, mixture, shifted and truncated
   */
  public boolean hasParts() {
    return parameterSets.isEmpty();
  }

  /**
   * Every parameter that this family knows.
   *
   * @return in the order to show them
   */
  public Set<String> parameters() {
    Set<String> all = new LinkedHashSet<>();
    parameterSets.forEach(all::addAll);
    all.addAll(optional);
    return all;
  }

  /**
   * What a parameter is measured in; the same in all families.
   *
   * @param parameter the name as written
   * @return its kind
   * @throws IllegalArgumentException if no family has this parameter
   */
  public static ParameterKind kind(String parameter) {
    return switch (parameter) {
      case "value", "mean", "median", "p10", "p90", "sd", "scale", "min", "max", "mode" ->
          ParameterKind.QUANTITY;
      case "rate" -> ParameterKind.PER_QUANTITY;
      case "cv", "shape", "sigma", "mu", "k", "alpha", "beta", "successes", "trials" ->
          ParameterKind.NUMBER;
      default ->
          throw new IllegalArgumentException("no distribution has the parameter " + parameter);
    };
  }

  /**
   * The family with a written name.
   *
   * @param name as in a file, for example {@code lognormal}
   * @return the family
   * @throws IllegalArgumentException if there is none, listing those that there are
   */
  public static DistributionFamily named(String name) {
    for (DistributionFamily family : values()) {
      if (family.written().equals(name)) {
        return family;
      }
    }
    throw new IllegalArgumentException(
        name
            + " is no distribution; there are "
            + Arrays.stream(values())
                .map(DistributionFamily::written)
                .collect(Collectors.joining(", ")));
  }

  /**
   * The distribution of a family with given parameters.
   *
   * @param family the name as written
   * @param parameters values by name, all quantities in one unit
   * @return the distribution
   * @throws IllegalArgumentException with a message for people if the family is unknown, the
   *     parameters are no accepted set, or a value is not possible
   */
  public static Distribution of(String family, Map<String, Double> parameters) {
    return named(family).with(parameters);
  }

  /**
   * The distribution of this family with given parameters.
   *
   * @param parameters values by name, all quantities in one unit
   * @return the distribution
   * @throws IllegalArgumentException with a message for people if the parameters are no accepted
   *     set or a value is not possible; the message names the parameter
   */
  public Distribution with(Map<String, Double> parameters) {
    if (hasParts()) {
      throw new IllegalArgumentException(
          written() + " is made of other parts, not of plain numbers");
    }
    Set<String> required = new LinkedHashSet<>(parameters.keySet());
    required.removeAll(optional);
    boolean known = parameterSets.contains(parameters.keySet());
    if (!known && !parameterSets.contains(required)) {
      throw new IllegalArgumentException(needs(parameters));
    }
    Parameters given = new Parameters(written(), new TreeMap<>(parameters));
    return Parameterisation.of(this, given);
  }

  private String needs(Map<String, Double> parameters) {
    String sets =
        parameterSets.size() > 4
            ? "two of "
                + String.join(", ", parameters())
                + " that go together, for example "
                + listed(
                    parameterSets.contains(Set.of("median", "p90"))
                        ? names("median p90")
                        : parameterSets.get(0))
            : parameterSets.stream()
                .map(DistributionFamily::listed)
                .collect(Collectors.joining("; or "));
    String extra = optional.isEmpty() ? "" : "; if wanted also " + listed(optional);
    String got = parameters.isEmpty() ? "nothing" : listed(new TreeSet<>(parameters.keySet()));
    return written() + " needs " + sets + extra + "; given: " + got;
  }

  private static String listed(Set<String> names) {
    return String.join(" and ", names);
  }
}
