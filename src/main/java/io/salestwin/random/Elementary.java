package io.salestwin.random;

/**
 * Elementary functions in plain double arithmetic: the same bits on every processor, unlike {@link
 * Math#log} and its kin, and faster than {@link StrictMath}. Relative errors are below 1e-14 (in
 * fact a few units in the last place).
 *
 * <p>Logarithm and exponential look a nearby argument up in a table and correct it by a short
 * series, after P. T. P. Tang, "Table-driven implementation of the exponential function", ACM TOMS
 * 15 (1989), and "... of the logarithm function", ACM TOMS 16 (1990).
 */
public final class Elementary {

  private static final double LN2_HIGH = 0x1.62e42feep-1; // 33 bits: times a small integer is exact
  private static final double LN2_LOW = 1.90821492927058770002e-10;
  private static final double TWO_POW_52 = 0x1p52;

  private static final int EXP_BITS = 6;
  private static final int EXP_SIZE = 1 << EXP_BITS;
  private static final double EXP_PER_UNIT = EXP_SIZE / 0.6931471805599453;
  private static final double EXP_STEP_HIGH = LN2_HIGH / EXP_SIZE;
  private static final double EXP_STEP_LOW = LN2_LOW / EXP_SIZE;
  private static final double ROUNDER = 0x1.8p52;
  private static final double EXP_OVERFLOW = 709.782712893384;
  private static final double EXP_UNDERFLOW = -745.1332191019412;
  private static final double[] POWER_OF_TWO = new double[EXP_SIZE]; // 2^(j/64)

  private static final int LOG_BITS = 7;
  private static final int LOG_SIZE = 1 << LOG_BITS;
  private static final long LOG_START = Double.doubleToRawLongBits(0.6875);
  private static final long EXPONENT_MASK = 0xFFF0000000000000L;
  private static final double[] RECIPROCAL = new double[LOG_SIZE]; // about 1 / centre of the cell
  private static final double[] MINUS_LOG = new double[LOG_SIZE]; // -log(RECIPROCAL)

  static {
    for (int j = 0; j < EXP_SIZE; j++) {
      POWER_OF_TWO[j] = StrictMath.pow(2, (double) j / EXP_SIZE);
    }
    for (int i = 0; i < LOG_SIZE; i++) {
      double from = Double.longBitsToDouble(LOG_START + ((long) i << (52 - LOG_BITS)));
      double to = Double.longBitsToDouble(LOG_START + ((long) (i + 1) << (52 - LOG_BITS)));
      boolean touchesOne = from == 1.0 || to == 1.0; // there the series alone is exact enough
      RECIPROCAL[i] = touchesOne ? 1.0 : 2 / (from + to);
      MINUS_LOG[i] = -StrictMath.log(RECIPROCAL[i]) + 0.0;
    }
  }

  private Elementary() {}

  /**
   * The exponential e^x.
   *
   * @param x any number
   * @return e^x; infinite above 709.78, 0 below -745.13, NaN for NaN
   */
  public static double exp(double x) {
    if (!(x <= EXP_OVERFLOW && x >= EXP_UNDERFLOW)) {
      return x > 0 ? Double.POSITIVE_INFINITY : x < 0 ? 0.0 : Double.NaN;
    }
    // x = k ln2 / 64 + r with |r| <= ln2 / 128
    double rounded = x * EXP_PER_UNIT + ROUNDER;
    double steps = rounded - ROUNDER;
    int k = (int) steps;
    double r = (x - steps * EXP_STEP_HIGH) - steps * EXP_STEP_LOW;
    double series = r + r * r * (0.5 + r * (1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120))));
    double base = POWER_OF_TWO[k & (EXP_SIZE - 1)];
    double value = base + base * series;
    int exponent = k >> EXP_BITS;
    if (exponent >= -1021 && exponent <= 1022) {
      return value * Double.longBitsToDouble((exponent + 1023L) << 52);
    }
    int half = exponent / 2;
    return value
        * Double.longBitsToDouble((half + 1023L) << 52)
        * Double.longBitsToDouble((exponent - half + 1023L) << 52);
  }

  /**
   * The natural logarithm.
   *
   * @param x at least 0
   * @return ln x; minus infinity for 0, NaN for negative numbers and NaN
   */
  public static double log(double x) {
    if (!(x >= Double.MIN_NORMAL && x < Double.POSITIVE_INFINITY)) {
      return logOfUnusual(x);
    }
    // x = z 2^k with z in [0.6875, 1.375), then z = (1 + r) / c with c from the table
    long bits = Double.doubleToRawLongBits(x);
    long offset = bits - LOG_START;
    int cell = (int) (offset >>> (52 - LOG_BITS)) & (LOG_SIZE - 1);
    long k = offset >> 52;
    double z = Double.longBitsToDouble(bits - (offset & EXPONENT_MASK));
    double r = Math.fma(z, RECIPROCAL[cell], -1.0);
    double r2 = r * r;
    double series =
        r2
            * ((-0.5 + r * (1.0 / 3))
                + r2 * ((-0.25 + r * 0.2) + r2 * ((-1.0 / 6 + r * (1.0 / 7)) + r2 * (-0.125))));
    double head = k * LN2_HIGH + MINUS_LOG[cell];
    return head == 0 ? r + series : head + (r + (k * LN2_LOW + series));
  }

  private static double logOfUnusual(double x) {
    if (x == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    if (x > 0 && x < Double.MIN_NORMAL) {
      return log(x * TWO_POW_52) - 52 * 0.6931471805599453;
    }
    return x > 0 ? Double.POSITIVE_INFINITY : Double.NaN;
  }

  /**
   * The logarithm of 1 + x, exact also for small x.
   *
   * @param x at least -1
   * @return ln(1 + x); minus infinity for -1, NaN below
   */
  public static double log1p(double x) {
    double y = 1 + x;
    if (!(y > 0 && y < Double.POSITIVE_INFINITY)) {
      return log(y);
    }
    return log(y) - ((y - 1) - x) / y; // second term: what rounding 1 + x lost
  }

  /**
   * The logistic function 1 / (1 + e^-x): log-odds to probability.
   *
   * @param x log-odds, any number
   * @return a probability, 0 to 1
   */
  public static double logistic(double x) {
    if (x >= 0) {
      return 1 / (1 + exp(-x));
    }
    double e = exp(x);
    return e / (1 + e);
  }

  /**
   * The logit ln(p / (1 - p)): probability to log-odds.
   *
   * @param p a probability, 0 to 1
   * @return log-odds; infinite for 0 and 1, NaN outside
   */
  public static double logit(double p) {
    if (p > 0.25 && p < 0.75) {
      return log1p((2 * p - 1) / (1 - p)); // 2p - 1 is exact here, so no digits are lost near 1/2
    }
    return log(p / (1 - p));
  }

  /**
   * The quantile of the standard normal distribution: M. J. Wichura, "Algorithm AS 241: the
   * percentage points of the normal distribution", Applied Statistics 37 (1988), routine PPND16.
   *
   * @param p a probability, 0 to 1
   * @return z with Phi(z) = p; infinite for 0 and 1, NaN outside
   */
  public static double normalQuantile(double p) {
    double q = p - 0.5;
    if (Math.abs(q) <= 0.425) {
      double r = 0.180625 - q * q;
      return q * centralNumerator(r) / centralDenominator(r);
    }
    double tail = q < 0 ? p : 1 - p;
    if (!(tail > 0)) {
      return tail == 0 ? Math.copySign(Double.POSITIVE_INFINITY, q) : Double.NaN;
    }
    double r = Math.sqrt(-log(tail));
    double z = r <= 5 ? nearTail(r - 1.6) : farTail(r - 5);
    return q < 0 ? -z : z;
  }

  private static double centralNumerator(double r) {
    return ((((((2.5090809287301226727e3 * r + 3.3430575583588128105e4) * r
                                                + 6.7265770927008700853e4)
                                            * r
                                        + 4.5921953931549871457e4)
                                    * r
                                + 1.3731693765509461125e4)
                            * r
                        + 1.9715909503065514427e3)
                    * r
                + 1.3314166789178437745e2)
            * r
        + 3.3871328727963666080e0;
  }

  private static double centralDenominator(double r) {
    return ((((((5.2264952788528545610e3 * r + 2.8729085735721942674e4) * r
                                                + 3.9307895800092710610e4)
                                            * r
                                        + 2.1213794301586595867e4)
                                    * r
                                + 5.3941960214247511077e3)
                            * r
                        + 6.8718700749205790830e2)
                    * r
                + 4.2313330701600911252e1)
            * r
        + 1.0;
  }

  private static double nearTail(double r) {
    double numerator =
        ((((((7.74545014278341407640e-4 * r + 2.27238449892691845833e-2) * r
                                                    + 2.41780725177450611770e-1)
                                                * r
                                            + 1.27045825245236838258e0)
                                        * r
                                    + 3.64784832476320460504e0)
                                * r
                            + 5.76949722146069140550e0)
                        * r
                    + 4.63033784615654529590e0)
                * r
            + 1.42343711074968357734e0;
    double denominator =
        ((((((1.05075007164441684324e-9 * r + 5.47593808499534494600e-4) * r
                                                    + 1.51986665636164571966e-2)
                                                * r
                                            + 1.48103976427480074590e-1)
                                        * r
                                    + 6.89767334985100004550e-1)
                                * r
                            + 1.67638483018380384940e0)
                        * r
                    + 2.05319162663775882187e0)
                * r
            + 1.0;
    return numerator / denominator;
  }

  private static double farTail(double r) {
    double numerator =
        ((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r
                                                    + 1.24266094738807843860e-3)
                                                * r
                                            + 2.65321895265761230930e-2)
                                        * r
                                    + 2.96560571828504891230e-1)
                                * r
                            + 1.78482653991729133580e0)
                        * r
                    + 5.46378491116411436990e0)
                * r
            + 6.65790464350110377720e0;
    double denominator =
        ((((((2.04426310338993978564e-15 * r + 1.42151175831644588870e-7) * r
                                                    + 1.84631831751005468180e-5)
                                                * r
                                            + 7.86869131145613259100e-4)
                                        * r
                                    + 1.48753612908506148525e-2)
                                * r
                            + 1.36929880922735805310e-1)
                        * r
                    + 5.99832206555887937690e-1)
                * r
            + 1.0;
    return numerator / denominator;
  }
}
