package io.salestwin.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The slowest of several independent values of one distribution: a committee decides when the last
 * of its members has. F(x) is the member's F(x) to the power of their number, and so the inverse is
 * exact: the member's quantile at u to the power of 1 / number.
 *
 * @param of how many, 1 to 1000
 * @param each the distribution of each: without jumps or kinks but those of a uniform or triangle,
 *     or with finitely many values
 */
public record Slowest(int of, Distribution each) implements Distribution {

  private static final int MOST = 1000;

  /**
   * Checks the parameters.
   *
   * @param of as for the record
   * @param each as for the record
   * @throws IllegalArgumentException if the number is out of range, or each is a mixture, read off
   *     quantiles, or made from such
   */
  public Slowest {
    Objects.requireNonNull(each, "each");
    if (of < 1 || of > MOST) {
      throw new IllegalArgumentException("of must be from 1 to 1000, but is " + of);
    }
    if (!isPlain(each)) {
      throw new IllegalArgumentException(
          "each must be one family of its own, or values with shares, and no mixture, quantiles or"
              + " slowest");
    }
  }

  private static boolean isPlain(Distribution law) {
    if (law instanceof Shifted s) {
      return isPlain(s.distribution());
    } else if (law instanceof Scaled s) {
      return isPlain(s.distribution());
    } else if (law instanceof Truncated t) {
      return isPlain(t.distribution());
    }
    return !(law instanceof Mixture || law instanceof Empirical || law instanceof Slowest);
  }

  /** The same law, brought back to a form whose moments are known exactly where there is one. */
  private Distribution reduced() {
    if (of == 1 || each instanceof Constant) {
      return each;
    } else if (each instanceof Discrete d) {
      return ofValues(d);
    } else if (each instanceof Shifted s) {
      return new Shifted(s.shift(), new Slowest(of, s.distribution()));
    } else if (each instanceof Scaled s) {
      return new Scaled(s.factor(), new Slowest(of, s.distribution()));
    }
    return this;
  }

  private Distribution ofValues(Discrete d) {
    List<Double> values = d.values().stream().distinct().sorted().toList();
    List<Double> shares = new ArrayList<>();
    double below = 0;
    for (double value : values) {
      double upTo = StrictMath.pow(d.cdf(value), of);
      shares.add(Math.max(0, upTo - below));
      below = upTo;
    }
    return new Discrete(values, shares);
  }

  /** {@inheritDoc} By numerical integration where there is no closed form (relative 1e-9). */
  @Override
  public double mean() {
    Distribution reduced = reduced();
    return reduced == this ? TailMoments.of(this, each).mean() : reduced.mean();
  }

  /** {@inheritDoc} By numerical integration where there is no closed form (relative 1e-8). */
  @Override
  public double variance() {
    Distribution reduced = reduced();
    return reduced == this ? TailMoments.of(this, each).variance() : reduced.variance();
  }

  @Override
  public double cdf(double x) {
    return StrictMath.pow(each.cdf(x), of);
  }

  @Override
  public double survival(double x) {
    double one = each.survival(x);
    return one == 1 ? 1 : -StrictMath.expm1(of * StrictMath.log1p(-one));
  }

  @Override
  public double quantile(double p) {
    Require.probability(p);
    double one = StrictMath.pow(p, 1.0 / of);
    return each.quantile(p < 1 ? Math.min(Math.nextDown(1.0), one) : 1);
  }

  @Override
  public double low() {
    return each.low();
  }

  @Override
  public double high() {
    return each.high();
  }

  @Override
  public Sampler compile() {
    Distribution reduced = reduced();
    return reduced == this ? Sampler.slowest(each.compile(), of) : reduced.compile();
  }
}
