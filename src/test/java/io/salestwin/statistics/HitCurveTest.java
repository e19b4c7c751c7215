package io.salestwin.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** How the odds of a hit grow with something known beforehand. */
class HitCurveTest {

  private static double gauss(SplittableRandom random) {
    return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
        * Math.cos(2 * Math.PI * random.nextDouble());
  }

  /**
   * R 4: x = c(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16); y = c(0,0,0,1,0,0,1,0,1,0,1,1,0,1,1,1); the
   * maximum of the likelihood is checked by its own condition: both scores are 0.
   */
  @Test
  void theCurveIsTheMostLikelyOne() {
    double[] x = new double[16];
    Arrays.setAll(x, i -> i + 1);
    int[] y = {0, 0, 0, 1, 0, 0, 1, 0, 1, 0, 1, 1, 0, 1, 1, 1};
    boolean[] hit = new boolean[16];
    for (int i = 0; i < 16; i++) {
      hit[i] = y[i] == 1;
    }
    HitCurve curve = HitCurve.of(x, hit);
    double residual = 0;
    double moment = 0;
    for (int i = 0; i < 16; i++) {
      residual += y[i] - curve.at(x[i]);
      moment += (y[i] - curve.at(x[i])) * x[i];
    }
    assertThat(residual).isCloseTo(0, within(1e-9));
    assertThat(moment).isCloseTo(0, within(1e-8));
    Estimate.Value half = curve.needed(0.5, 0.8).value().orElseThrow();
    assertThat(curve.at(half.estimate())).isCloseTo(0.5, within(1e-12));
    assertThat(half.interval().contains(half.estimate())).isTrue();
  }

  @Test
  void whatCannotBeReadOffIsSaid() {
    double[] x = new double[40];
    boolean[] hit = new boolean[40];
    assertThat(reason(HitCurve.of(x, hit))).contains("the same in every replication");
    Arrays.setAll(x, i -> i);
    assertThat(reason(HitCurve.of(x, hit))).contains("no replication hits");
    for (int i = 20; i < 40; i++) {
      hit[i] = true;
    }
    assertThat(reason(HitCurve.of(x, hit))).contains("without fail");
    for (int i = 0; i < 40; i++) {
      hit[i] = i % 3 == 0;
    }
    assertThat(reason(HitCurve.of(x, hit))).contains("do not show");
  }

  private static String reason(HitCurve curve) {
    return curve.needed(0.5, 0.95).toString();
  }

  /**
   * Exact coverage 0.95; partners share their x, as they share their inputs. 1,500 data sets: 4.5
   * sd 0.0253.
   */
  @Test
  void theCoverageThatIsNeededIsHeld() {
    SplittableRandom random = new SplittableRandom(11);
    int held = 0;
    int computed = 0;
    for (int run = 0; run < 1500; run++) {
      double[] x = new double[400];
      boolean[] hit = new boolean[400];
      for (int i = 0; i < 400; i++) {
        x[i] = i % 2 == 0 ? 3 + gauss(random) : x[i - 1];
        hit[i] = random.nextDouble() < 1 / (1 + Math.exp(-(x[i] - 3.2)));
      }
      // odds of 80 %: 3.2 + log(4)
      Estimate needed = HitCurve.of(x, hit).needed(0.8, 0.95);
      if (needed.value().isPresent()) {
        computed++;
        held += needed.value().get().interval().contains(3.2 + Math.log(4)) ? 1 : 0;
      }
    }
    assertThat(computed).isGreaterThan(1490);
    assertThat((double) held / computed).isBetween(0.95 - 0.0253, 0.95 + 0.0253);
  }
}
