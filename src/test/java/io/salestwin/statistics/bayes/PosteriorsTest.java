package io.salestwin.statistics.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.statistics.special.BetaLaw;
import io.salestwin.statistics.special.NormalLaw;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.numbers.gamma.LogBeta;
import org.junit.jupiter.api.Test;

class PosteriorsTest {

  /** The finite sum of E. Miller for whole parameters. */
  @Property(seed = "1", tries = 60)
  void chanceToBeatIsMillersSum(
      @ForAll @IntRange(min = 1, max = 60) int a1,
      @ForAll @IntRange(min = 1, max = 60) int b1,
      @ForAll @IntRange(min = 1, max = 60) int a2,
      @ForAll @IntRange(min = 1, max = 60) int b2) {
    double sum = 0;
    for (int i = 0; i < a2; i++) {
      sum +=
          Math.exp(
              LogBeta.value(a1 + i, b1 + b2)
                  - Math.log(b2 + i)
                  - LogBeta.value(1 + i, b2)
                  - LogBeta.value(a1, b1));
    }
    BetaComparison c = new BetaComparison(new BetaLaw(a1, b1), new BetaLaw(a2, b2));
    assertThat(c.chanceToBeat() / sum).isCloseTo(1, within(1e-9));
    assertThat(c.chanceToBeat() + c.chanceToLose()).isCloseTo(1, within(1e-9));
  }

  @Property(seed = "1", tries = 60)
  void lossesDifferByTheMeans(
      @ForAll @DoubleRange(min = 0.3, max = 900) double a1,
      @ForAll @DoubleRange(min = 0.3, max = 900) double b1,
      @ForAll @DoubleRange(min = 0.3, max = 900) double a2,
      @ForAll @DoubleRange(min = 0.3, max = 900) double b2,
      @ForAll @DoubleRange(min = -0.5, max = 0.5) double delta) {
    BetaComparison c = new BetaComparison(new BetaLaw(a1, b1), new BetaLaw(a2, b2));
    assertThat(c.lossOfKeeping() - c.lossOfShipping()).isCloseTo(c.meanDifference(), within(1e-9));
    // P(B - A > delta) and P(A - B >= -delta) make 1
    BetaComparison other = new BetaComparison(new BetaLaw(a2, b2), new BetaLaw(a1, b1));
    assertThat(c.chanceOver(delta) + other.chanceOver(-delta)).isCloseTo(1, within(1e-9));
    BestArm best = BestArm.ofBeta(List.of(c.control(), c.treatment()));
    assertThat(best.chance()[1]).isCloseTo(c.chanceToBeat(), within(1e-9));
    assertThat(best.loss()[0]).isCloseTo(c.lossOfKeeping(), within(1e-9));
  }

  @Property(seed = "1", tries = 40)
  void chancesToBeTheBestSumToOne(
      @ForAll @DoubleRange(min = -2, max = 2) double a,
      @ForAll @DoubleRange(min = -2, max = 2) double b,
      @ForAll @DoubleRange(min = 0.01, max = 2) double s,
      @ForAll @DoubleRange(min = 0.01, max = 2) double t) {
    BestArm best = BestArm.ofNormal(new double[] {a, b, 0}, new double[] {s, t, 1});
    assertThat(Arrays.stream(best.chance()).sum()).isCloseTo(1, within(1e-9));
    BestArm two = BestArm.ofNormal(new double[] {a, b}, new double[] {s, t});
    double z = (a - b) / Math.hypot(s, t);
    assertThat(two.chance()[0]).isCloseTo(NormalLaw.below(z), within(1e-9));
    assertThat(two.loss()[1]).isCloseTo(Math.hypot(s, t) * NormalLaw.loss(-z), within(1e-9));
  }

  @Test
  void aStandardErrorOfZeroNeedsAPrior() {
    assertThat(GaussianPosterior.flat(1, 0, false).chanceToWin()).isNaN();
    GaussianPosterior sure = GaussianPosterior.of(1, 0, 0, 1, true);
    assertThat(sure.chanceToWin()).isZero();
    assertThat(sure.riskOfTreatment()).isEqualTo(1);
  }
}
