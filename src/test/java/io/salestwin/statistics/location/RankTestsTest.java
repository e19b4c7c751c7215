package io.salestwin.statistics.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.statistics.inference.PValueMethod;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Exact distributions against going through all assignments, and against another library. */
class RankTestsTest {

  private static final Offset<Double> CLOSE = within(1e-10);

  @Provide
  Arbitrary<double[]> few() {
    return Arbitraries.integers()
        .between(0, 6)
        .map(i -> i / 10.0)
        .array(Double[].class)
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(values -> Arrays.stream(values).mapToDouble(x -> x).toArray());
  }

  @Property(seed = "1", tries = 80)
  void tiedSamplesOverAllAssignments(@ForAll("few") double[] x, @ForAll("few") double[] y) {
    double[] all = Arrays.copyOf(x, x.length + y.length);
    System.arraycopy(y, 0, all, x.length, y.length);
    double u = u(x, y);
    double d = distance(x, y);
    int n = all.length;
    long sets = 0;
    long farU = 0;
    long farD = 0;
    for (int set = 0; set < 1 << n; set++) {
      if (Integer.bitCount(set) == y.length) {
        int members = set;
        double[] in =
            IntStream.range(0, n)
                .filter(i -> (members >> i & 1) == 1)
                .mapToDouble(i -> all[i])
                .toArray();
        double[] out =
            IntStream.range(0, n)
                .filter(i -> (members >> i & 1) == 0)
                .mapToDouble(i -> all[i])
                .toArray();
        double centre = x.length * y.length / 2.0;
        sets++;
        farU += Math.abs(u(out, in) - centre) >= Math.abs(u - centre) - 1e-9 ? 1 : 0;
        farD += distance(out, in) >= d - 1e-9 ? 1 : 0;
      }
    }
    MannWhitneyTest ranks = MannWhitneyTest.of(x, y, 0.95);
    assertThat(ranks.u()).isEqualTo(u);
    assertThat(ranks.permutation()).isCloseTo((double) farU / sets, CLOSE);
    KolmogorovSmirnovTest curves = KolmogorovSmirnovTest.of(x, y);
    assertThat(curves.distance()).isCloseTo(d, CLOSE);
    assertThat(curves.exact()).isCloseTo((double) farD / sets, CLOSE);
  }

  private static double u(double[] x, double[] y) {
    double sum = 0;
    for (double a : x) {
      for (double b : y) {
        sum += b > a ? 1 : b == a ? 0.5 : 0;
      }
    }
    return sum;
  }

  private static double distance(double[] x, double[] y) {
    double most = 0;
    for (int i = 0; i <= 6; i++) {
      double t = i / 10.0;
      double inX = Arrays.stream(x).filter(v -> v <= t).count() / (double) x.length;
      double inY = Arrays.stream(y).filter(v -> v <= t).count() / (double) y.length;
      most = Math.max(most, Math.abs(inX - inY));
    }
    return most;
  }

  @Property(seed = "1", tries = 60)
  void signedRanksOverAllSigns(@ForAll("few") double[] x, @ForAll("few") double[] other) {
    double[] y = Arrays.copyOf(other, x.length);
    double[] d = Arrays.stream(Moments.differences(y, x)).filter(v -> v != 0).toArray();
    SignedRankTest test = SignedRankTest.of(x, y);
    if (d.length == 0) {
      assertThat(test.asymptotic()).isNaN();
      assertThat(test.reason()).isNotEmpty();
      return;
    }
    int[] doubled = Ranks.of(Arrays.stream(d).map(Math::abs).toArray()).doubled();
    double centre = d.length * (d.length + 1) / 2.0;
    long far = 0;
    for (int signs = 0; signs < 1 << d.length; signs++) {
      double sum = 0;
      for (int i = 0; i < d.length; i++) {
        sum += (signs >> i & 1) == 1 ? doubled[i] : 0;
      }
      far += Math.abs(sum - centre) >= Math.abs(2 * test.positive() - centre) - 1e-9 ? 1 : 0;
    }
    assertThat(test.permutation()).isCloseTo(far / Math.pow(2, d.length), CLOSE);
  }

  @Test
  void samplesWithoutTiesAgreeWithAnotherLibrary() {
    double[] x = {3.1, 4.7, 0.2, 9.9, 5.5, 6.1, 7.3};
    double[] y = {2.2, 8.8, 10.4, 11.3, 12.7, 6.6, 7.9, 13.1};
    MannWhitneyTest own = MannWhitneyTest.of(x, y, 0.95);
    var other =
        org.apache.commons.statistics.inference.MannWhitneyUTest.withDefaults()
            .with(PValueMethod.EXACT)
            .test(x, y);
    assertThat(own.exact()).isCloseTo(other.getPValue(), CLOSE);
    assertThat(own.shiftBounds().low()).isLessThan(own.shift());
    assertThat(own.shiftBounds().high()).isGreaterThan(own.shift());
    var curves =
        org.apache.commons.statistics.inference.KolmogorovSmirnovTest.withDefaults()
            .with(PValueMethod.EXACT)
            .test(x, y);
    assertThat(KolmogorovSmirnovTest.of(x, y).exact()).isCloseTo(curves.getPValue(), CLOSE);
  }

  @Test
  void kolmogorovsTwoSeriesMeet() {
    assertThat(KolmogorovSmirnovTest.limit(Math.nextDown(0.5)))
        .isCloseTo(KolmogorovSmirnovTest.limit(0.5), within(1e-14));
    // Smirnov's table: 1.3581 is the 5 % point
    assertThat(KolmogorovSmirnovTest.limit(1.3581 * 1.3581)).isCloseTo(0.05, within(1e-5));
  }

  @Property(seed = "1", tries = 60)
  void randomisationOfRanksIsTheRankTest(@ForAll("few") double[] x, @ForAll("few") double[] y) {
    double[] all = Arrays.copyOf(x, x.length + y.length);
    System.arraycopy(y, 0, all, x.length, y.length);
    List<BigDecimal> ranks =
        Arrays.stream(Ranks.of(all).doubled()).mapToObj(BigDecimal::valueOf).toList();
    // the difference of mean ranks grows with the rank sum: both tests order alike
    Randomisation test =
        Randomisation.ofSamples(ranks.subList(0, x.length), ranks.subList(x.length, ranks.size()));
    assertThat(test.twoSided()).isCloseTo(MannWhitneyTest.of(x, y, 0.9).permutation(), CLOSE);
    assertThat(test.asHigh() + test.asLow()).isGreaterThan(test.assignments());
  }

  @Test
  void decimalsTieAsTheyAreWritten() {
    // 0.3 - 0.2 and 0.2 - 0.1 differ as doubles
    List<List<BigDecimal>> first = List.of(one("0.2"), one("0.1"));
    List<List<BigDecimal>> second =
        List.of(one("0.3"), List.of(one("0.1").get(0), one("0.3").get(0)));
    Randomisation test = Randomisation.ofPairs(first, second);
    assertThat(test.statistic()).isEqualTo(0.1);
    assertThat(test.asHigh()).isEqualTo(1);
    assertThat(test.asFar()).isEqualTo(2);
  }

  private static List<BigDecimal> one(String value) {
    return List.of(new BigDecimal(value));
  }
}
