package io.salestwin.random;

/**
 * The fast form of a {@link Distribution}: a code, primitive parameters and one switch. A draw is a
 * function of one uniform, allocates nothing, and gives the same bits on every processor. It rises
 * with the uniform (to rounding), except for mixtures, where it does so within each component.
 *
 * <p>Gamma, beta and PERT draw from a table whose relative error is below 1e-6 (odds, for beta).
 */
public final class Sampler {

  static final int CONSTANT = 0;
  static final int UNIFORM = 1;
  static final int TRIANGULAR = 2;
  static final int EXPONENTIAL = 3;
  static final int WEIBULL = 4;
  static final int LOGNORMAL = 5;
  static final int LOG_LOGISTIC = 6;
  static final int NORMAL = 7;
  static final int EXPONENTIAL_OF_TABLE = 8;
  static final int LOGISTIC_OF_TABLE = 9;
  static final int EMPIRICAL = 10;
  static final int DISCRETE = 11;
  static final int MIXTURE = 12;
  static final int TRUNCATED = 13;
  static final int SLOWEST = 14;

  private static final QuantileTable NO_TABLE = null;

  private final int code;
  private final double factor;
  private final double shift;
  private final double a;
  private final double b;
  private final double c;
  private final double d;
  private final QuantileTable table;
  private final double[] upTo;
  private final double[] values;
  private final int[] guide; // guide[k]: the first place whose upTo exceeds k / guide.length
  private final Sampler[] parts;

  /** The pieces of a {@link MiddleTable}, or null. */
  private final float[] middle;

  private Sampler(
      int code,
      double a,
      double b,
      double c,
      double d,
      QuantileTable table,
      double[] upTo,
      double[] values,
      Sampler[] parts) {
    this(code, 1, 0, a, b, c, d, table, upTo, values, guideOf(upTo), parts, null);
  }

  private Sampler(
      int code,
      double factor,
      double shift,
      double a,
      double b,
      double c,
      double d,
      QuantileTable table,
      double[] upTo,
      double[] values,
      int[] guide,
      Sampler[] parts,
      float[] middle) {
    this.code = code;
    this.factor = factor;
    this.shift = shift;
    this.a = a;
    this.b = b;
    this.c = c;
    this.d = d;
    this.table = table;
    this.upTo = upTo;
    this.values = values;
    this.guide = guide;
    this.parts = parts;
    this.middle = middle;
  }

  private static Sampler plain(int code, double a, double b, double c, double d) {
    return new Sampler(code, a, b, c, d, NO_TABLE, null, null, null);
  }

  static Sampler constant(double value) {
    return plain(CONSTANT, value, 0, 0, 0);
  }

  static Sampler uniform(double min, double max) {
    return plain(UNIFORM, min, max, max - min, 0);
  }

  static Sampler triangular(double min, double mode, double max) {
    double width = max - min;
    return plain(TRIANGULAR, min, max, width * (mode - min), width * (max - mode));
  }

  static Sampler exponential(double mean) {
    return plain(EXPONENTIAL, mean, 0, 0, 0);
  }

  static Sampler weibull(double shape, double scale) {
    return plain(WEIBULL, 1 / shape, scale, 0, 0);
  }

  static Sampler lognormal(double mu, double sigma) {
    return plain(LOGNORMAL, mu, sigma, 0, 0);
  }

  static Sampler logLogistic(double median, double shape) {
    return plain(LOG_LOGISTIC, median, 1 / shape, 0, 0);
  }

  static Sampler normal(double mean, double sd) {
    return plain(NORMAL, mean, sd, 0, 0);
  }

  static Sampler exponentialOfTable(QuantileTable table) {
    return new Sampler(EXPONENTIAL_OF_TABLE, 0, 0, 0, 0, table, null, null, null);
  }

  static Sampler logisticOfTable(QuantileTable table) {
    return new Sampler(LOGISTIC_OF_TABLE, 0, 0, 0, 0, table, null, null, null);
  }

  static Sampler empirical(double[] probabilities, double[] values) {
    return new Sampler(EMPIRICAL, 0, 0, 0, 0, NO_TABLE, probabilities, values, null);
  }

  static Sampler discrete(double[] upTo, double[] values) {
    return new Sampler(DISCRETE, 0, 0, 0, 0, NO_TABLE, upTo, values, null);
  }

  static Sampler mixture(double[] weights, Sampler[] parts) {
    double[] upTo = new double[weights.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i];
      upTo[i] = i == weights.length - 1 ? 1 : Math.min(1, sum);
    }
    return new Sampler(MIXTURE, 0, 0, 0, 0, NO_TABLE, upTo, weights, parts);
  }

  static Sampler truncated(Sampler whole, double below, double mass, double low, double high) {
    return new Sampler(
        TRUNCATED, below, mass, low, high, NO_TABLE, null, null, new Sampler[] {whole});
  }

  static Sampler slowest(Sampler each, int of) {
    return new Sampler(SLOWEST, 1.0 / of, 0, 0, 0, NO_TABLE, null, null, new Sampler[] {each});
  }

  /** Search by a guide table: H. C. Chen, Y. Asau, AIIE Transactions 6 (1974). */
  private static int[] guideOf(double[] upTo) {
    if (upTo == null) {
      return null;
    }
    int[] guide = new int[upTo.length];
    int place = 0;
    for (int k = 0; k < guide.length; k++) {
      while (place < upTo.length - 1 && upTo[place] <= (double) k / guide.length) {
        place++;
      }
      guide[k] = place;
    }
    return guide;
  }

  /**
   * This sampler with every draw multiplied, as a segment's multiplier does.
   *
   * @param by the factor, at least 0
   * @return a sampler of factor x draw
   * @throws IllegalArgumentException if the factor is negative or not finite
   */
  public Sampler scaledBy(double by) {
    Require.notNegative("factor", by);
    return new Sampler(
        code, factor * by, shift * by, a, b, c, d, table, upTo, values, guide, parts, middle);
  }

  /**
   * This sampler with an amount added to every draw.
   *
   * @param by the amount, finite
   * @return a sampler of draw + amount
   * @throws IllegalArgumentException if the amount is not finite
   */
  public Sampler shiftedBy(double by) {
    Require.finite("shift", by);
    return new Sampler(
        code, factor, shift + by, a, b, c, d, table, upTo, values, guide, parts, middle);
  }

  /**
   * This sampler with the middle of its quantile function in a table of 4.5 kB, for distributions
   * that are drawn from millions of times. A family that draws as fast without one stays as it is,
   * and so does a law too steep for the table.
   *
   * @return a sampler whose draws differ by less than 1e-6 of their size before the shift
   */
  public Sampler tabulated() {
    return switch (code) {
      case WEIBULL, LOGNORMAL, LOG_LOGISTIC, EXPONENTIAL_OF_TABLE, LOGISTIC_OF_TABLE -> withTable();
      default -> this;
    };
  }

  private Sampler withTable() {
    Sampler plain = plain();
    MiddleTable pieces = new MiddleTable(plain);
    return pieces.isAccurate(plain)
        ? new Sampler(
            code, factor, shift, a, b, c, d, table, upTo, values, guide, parts, pieces.pieces())
        : this;
  }

  /** This sampler before its multiplier and shift. */
  private Sampler plain() {
    return new Sampler(code, 1, 0, a, b, c, d, table, upTo, values, guide, parts, null);
  }

  /**
   * Whether every draw is the same, so that none is needed.
   *
   * @return true for a constant
   */
  public boolean isConstant() {
    return code == CONSTANT;
  }

  /** Which case of the switch draws. */
  int code() {
    return code;
  }

  /**
   * The draw at a uniform.
   *
   * @param u in (0, 1), as {@link Streams#uniform} gives it
   * @return a value of the distribution
   */
  public double sample(double u) {
    return shift
        + factor
            * (middle != null && MiddleTable.covers(u)
                ? MiddleTable.at(middle, u)
                : plainSample(u));
  }

  private double plainSample(double u) {
    switch (code) {
      case CONSTANT:
        return a;
      case UNIFORM:
        return u <= 0.5 ? a + u * c : b - (1 - u) * c;
      case TRIANGULAR:
        return u * (c + d) < c ? a + Math.sqrt(u * c) : b - Math.sqrt((1 - u) * d);
      case EXPONENTIAL:
        return -Elementary.log1p(-u) * a;
      case WEIBULL:
        return b * Elementary.exp(a * Elementary.log(-Elementary.log1p(-u)));
      case LOGNORMAL:
        return Elementary.exp(a + b * Elementary.normalQuantile(u));
      case LOG_LOGISTIC:
        return a * Elementary.exp(b * Elementary.logit(u));
      case NORMAL:
        return a + b * Elementary.normalQuantile(u);
      case EXPONENTIAL_OF_TABLE:
        return Elementary.exp(table.at(Elementary.normalQuantile(u)));
      case LOGISTIC_OF_TABLE:
        return Elementary.logistic(table.at(Elementary.normalQuantile(u)));
      case EMPIRICAL:
        return empirical(u);
      case DISCRETE:
        return values[place(u)];
      case MIXTURE:
        return mixture(u);
      case TRUNCATED:
        return Math.min(d, Math.max(c, parts[0].sample(Math.min(1, a + u * b))));
      case SLOWEST:
        return parts[0].sample(Math.min(1 - 0x1p-53, Elementary.exp(a * Elementary.log(u))));
      default:
        throw new IllegalStateException("no case for code " + code);
    }
  }

  /** The first place whose upTo is at least u. */
  private int place(double u) {
    int last = upTo.length - 1;
    int place = guide[Math.min(last, (int) (u * guide.length))];
    while (place > 0 && upTo[place - 1] >= u) {
      place--;
    }
    while (place < last && upTo[place] < u) {
      place++;
    }
    return place;
  }

  private double empirical(double u) {
    int to = Math.max(1, place(u));
    double share = (u - upTo[to - 1]) / (upTo[to] - upTo[to - 1]);
    double from = values[to - 1];
    return share >= 1 ? values[to] : from + share * (values[to] - from);
  }

  private double mixture(double u) {
    int part = place(u);
    double start = part == 0 ? 0 : upTo[part - 1];
    double width = upTo[part] - start;
    double inner = (u - start) / width;
    return parts[part].sample(Math.min(1 - 0x1p-53, Math.max(0x1p-53, inner)));
  }
}
