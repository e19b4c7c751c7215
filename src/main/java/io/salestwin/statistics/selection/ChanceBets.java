package io.salestwin.statistics.selection;

import io.salestwin.statistics.selection.ChanceTest.Decision;

/** The two bettors of a {@link ChanceTest} while units come in. */
final class ChanceBets {

  /** Units that the belief before the first one counts for. */
  static final int PRIOR = 8;

  /** How alike partners are believed to be: the correlation of their hits. */
  private static final double ALIKE = 0.5;

  /** A bet is for a mean that lies at least so many delta from the one that is bet against. */
  private static final double LEAST_GAP = 1.5;

  /** Share of the largest bet that is ever made: nobody goes broke. */
  private static final double MOST = 0.98;

  /** Means and correlations stay off the ends, where a factor would be 0. */
  private static final double OFF_THE_END = 1e-9;

  private final ChanceTest test;
  private final double low;
  private final double high;
  private final double logYes;
  private final double logNo;
  private final double[] seen;
  private int units;
  private double yes;
  private double no;
  private Decision answer = Decision.OPEN;
  private int answeredAt;

  ChanceBets(ChanceTest test) {
    this.test = test;
    low = test.p() - test.delta();
    high = test.p() + test.delta();
    logYes = -StrictMath.log(test.wrongYes());
    logNo = -StrictMath.log(test.wrongNo());
    seen = cells(test.p(), ALIKE);
    for (int i = 0; i < seen.length; i++) {
      seen[i] *= PRIOR;
    }
  }

  Decision answer() {
    return answer;
  }

  /** After how many units the answer was known. */
  int answeredAt() {
    return answer == Decision.OPEN ? units : answeredAt;
  }

  /** Takes one more pair; what comes after the answer changes nothing. */
  void see(int hits) {
    if (hits < 0 || hits > 2) {
      throw new IllegalArgumentException("of a pair 0, 1 or 2 hit: " + hits);
    }
    units++;
    if (answer != Decision.OPEN) {
      return;
    }
    double total = seen[0] + seen[1] + seen[2];
    double mean = (seen[1] / 2 + seen[2]) / total;
    double alike = alike(mean, seen[1] / total);
    double gap = LEAST_GAP * test.delta();
    double x = hits / 2.0;
    double above = bet(cells(Math.max(mean, low + gap), alike), low);
    double below = bet(cells(1 - Math.min(mean, high - gap), alike), 1 - high);
    yes += StrictMath.log1p(above * (x - low));
    no += StrictMath.log1p(below * (high - x));
    seen[hits]++;
    if (yes >= logYes || no >= logNo) {
      answer = yes >= logYes ? Decision.YES : Decision.NO;
      answeredAt = units;
    }
  }

  /** The correlation of partners that goes with a share of split pairs. */
  private static double alike(double mean, double split) {
    double most = 2 * mean * (1 - mean);
    return most > OFF_THE_END ? Math.min(1, Math.max(0, 1 - split / most)) : 1;
  }

  /** The chances of 0, 1 and 2 hits of a pair with a mean and a correlation. */
  private static double[] cells(double mean, double alike) {
    double m = Math.min(1 - OFF_THE_END, Math.max(OFF_THE_END, mean));
    double spread = m * (1 - m);
    return new double[] {
      (1 - m) * (1 - m) + alike * spread, 2 * spread * (1 - alike), m * m + alike * spread
    };
  }

  /**
   * Kelly's bet against a mean m: the λ that makes the mean of log(1 + λ (X - m)) largest, which is
   * the smaller positive root of a quadratic equation; 0 when X has no greater mean.
   *
   * @param q the chances of X = 0, 1/2, 1
   */
  static double bet(double[] q, double m) {
    double a = -m;
    double b = 0.5 - m;
    double c = 1 - m;
    double gain = q[0] * a + q[1] * b + q[2] * c;
    if (gain <= 0) {
      return 0;
    }
    double linear = q[0] * a * (b + c) + q[1] * b * (a + c) + q[2] * c * (a + b);
    double discriminant = linear * linear - 4 * a * b * c * gain;
    double root = 2 * gain / (-linear + Math.sqrt(Math.max(0, discriminant)));
    return Math.min(MOST / m, root);
  }
}
